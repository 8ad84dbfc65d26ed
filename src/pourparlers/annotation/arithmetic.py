"""How the language model multiplies its matrices: with NumPy's library, in one thread.

spaCy brings a library of its own, which takes three times as long on matrices of a few hundred rows, the words of a paragraph. That of NumPy is only
faster in one thread: for so little work, several wait for one another, at four times the cost. Documents are read by several processes anyhow.
"""

import ctypes
from pathlib import Path
from typing import Any

#: What OpenBLAS calls the setting of its threads, in the builds that come with NumPy for Linux and Windows.
_SETTING = "scipy_openblas_set_num_threads64_"


def quicken(nlp: Any) -> None:
    """Has the components of a spaCy pipeline multiply with NumPy's library, where that can be told to use one thread (in this process, for good)."""
    from thinc.api import NumpyOps

    if not _one_thread():
        return
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        layers = getattr(component, "model", None)
        if layers is not None:
            for layer in layers.walk():
                layer.ops = ops


def _one_thread() -> bool:
    """True when NumPy's library was found and will use one thread from now on."""
    import numpy

    libraries = Path(numpy.__file__).parent.parent / "numpy.libs"
    for path in sorted(libraries.glob("*openblas*")):
        setting = getattr(ctypes.CDLL(str(path)), _SETTING, None)
        if setting is not None:
            setting(1)
            return True
    return False
