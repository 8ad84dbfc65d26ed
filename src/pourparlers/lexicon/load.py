"""Data files of the package into typed entries.

A lexicon is a YAML file of three keys:

    about: what it lists and where that comes from
    fields: {lemma: what the field means, …}      one line for every field that entries use
    entries:
      - {lemma: affirmer, …, example: "Kiev a affirmé avoir repris la ville."}

Entries become instances of a dataclass given by the caller; a field that the class does not have, a value of another type, or a
field without a line of explanation is an error.
"""

import functools
from importlib.resources import files
from typing import Any, TypeVar

import yaml

from pourparlers.errors import LexiconError
from pourparlers.model.codec import from_json

T = TypeVar("T")


@functools.cache
def read_yaml(name: str) -> Any:
    """The content of ``data/NAME.yaml`` (NAME like "fr/titles"). Raises LexiconError when it is missing or is not YAML."""
    path = files("pourparlers") / "data" / f"{name}.yaml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except FileNotFoundError:
        raise LexiconError(f"data/{name}.yaml is missing from the package") from None
    except yaml.YAMLError as error:
        raise LexiconError(f"data/{name}.yaml is not YAML: {error}") from error


@functools.cache
def load(name: str, shape: type[T]) -> tuple[T, ...]:
    """The entries of the lexicon ``data/NAME.yaml`` as instances of the dataclass `shape`, in the order of the file.

    Raises LexiconError, naming file and entry, when one does not fit.
    """
    data = read_yaml(name)
    if not isinstance(data, dict) or set(data) != {"about", "fields", "entries"}:
        raise LexiconError(f"data/{name}.yaml must have the keys about, fields and entries")
    found = []
    for number, entry in enumerate(data["entries"], start=1):
        unexplained = set(entry) - set(data["fields"])
        if unexplained:
            raise LexiconError(f"data/{name}.yaml, entry {number}: `fields` does not explain {', '.join(sorted(unexplained))}")
        try:
            found.append(from_json(shape, entry))
        except TypeError as error:
            raise LexiconError(f"data/{name}.yaml, entry {number} ({entry}): {error}") from error
    return tuple(found)
