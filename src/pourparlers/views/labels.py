"""What the words of records are called in French."""

import functools

from pourparlers.lexicon import read_yaml


def label(field: str, word: str, type_: str | None = None) -> str:
    """The French label of a word of a field ("status", "occurred" -> "rapporté"); one made for the type of event, where there is one ("tenu").

    The word itself, when it has none: a newer lexicon may know words that this one does not.
    """
    labels = _labels()
    found = None if type_ is None else labels.get(f"{field}.{word}.{type_}")
    return found if found is not None else labels.get(f"{field}.{word}", word)


def kind_label(type_: str, subtype: str | None) -> str:
    """What an event of this type and subtype is called ("meeting", "talks" -> "pourparlers")."""
    kinds = _kinds()
    for kind in (subtype, f"{type_}.{subtype}"):
        if kind in kinds:
            return kinds[kind]
    return label("topic", type_)


def issue_label(issue: str) -> str:
    """What a position is about."""
    return _issues().get(issue, issue)


@functools.cache
def _labels() -> dict[str, str]:
    return {entry["word"]: entry["fr"] for entry in read_yaml("schema/labels")["entries"]}


@functools.cache
def _kinds() -> dict[str | None, str]:
    return {entry["kind"]: entry["fr"] for entry in read_yaml("schema/event")["entries"]}


@functools.cache
def _issues() -> dict[str, str]:
    return {entry["issue"]: entry["fr"] for entry in read_yaml("schema/position")["entries"]}
