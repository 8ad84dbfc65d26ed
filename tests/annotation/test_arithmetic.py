"""With which library the language model multiplies."""

from types import SimpleNamespace

from thinc.api import Linear, NumpyOps, chain

from pourparlers.annotation import arithmetic


def pipeline():
    """A pipeline with a component of two layers, and one without any."""
    layers = chain(Linear(4, 4), Linear(4, 4))
    return SimpleNamespace(pipeline=[("parser", SimpleNamespace(model=layers)), ("lemmatizer", SimpleNamespace(model=None))])


def libraries(nlp):
    return [layer.ops.use_blis for _, component in nlp.pipeline if component.model is not None for layer in component.model.walk()]


def test_every_layer_multiplies_with_numpy_where_that_uses_one_thread(monkeypatch):
    monkeypatch.setattr(arithmetic, "_one_thread", lambda: True)
    nlp = pipeline()
    arithmetic.quicken(nlp)
    assert libraries(nlp) == [False, False, False]


def test_spacy_keeps_its_own_library_elsewhere(monkeypatch, tmp_path):
    monkeypatch.setattr("numpy.__file__", str(tmp_path / "numpy" / "__init__.py"))
    nlp = pipeline()
    before = libraries(nlp)
    arithmetic.quicken(nlp)
    assert libraries(nlp) == before == [NumpyOps().use_blis] * 3
