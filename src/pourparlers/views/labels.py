"""What the words of records are called, in French or in English."""

import functools

from pourparlers.lexicon import read_yaml


def label(field: str, word: str, type_: str | None = None, language: str = "fr") -> str:
    """The label of a word of a field ("status", "occurred" -> "rapporté"); one made for the type or the kind of event, where there is one ("tenu").

    The word itself, when it has none: a newer lexicon may know words that this one does not.
    """
    labels = _labels(language)
    kinds = () if type_ is None else (type_, type_.partition(".")[0])
    return next((labels[key] for key in (*(f"{field}.{word}.{kind}" for kind in kinds), f"{field}.{word}") if key in labels), word)


def kind_label(type_: str, subtype: str | None, language: str = "fr") -> str:
    """What an event of this type and subtype is called ("meeting", "talks" -> "pourparlers")."""
    kinds = _kinds(language)
    for kind in (subtype, f"{type_}.{subtype}"):
        if kind in kinds:
            return kinds[kind]
    return label("topic", type_, language=language)


def issue_label(issue: str, language: str = "fr") -> str:
    """What a position is about; the issue itself, when it has no label."""
    return _issues(language).get(issue) or label("issue", issue, language=language)


@functools.cache
def _labels(language: str) -> dict[str, str]:
    return {entry["word"]: entry[language] for entry in read_yaml("schema/labels")["entries"]}


@functools.cache
def _kinds(language: str) -> dict[str | None, str]:
    return {entry["kind"]: entry[language] for entry in read_yaml("schema/event")["entries"]}


@functools.cache
def _issues(language: str) -> dict[str, str]:
    return {entry["issue"]: entry[language] for entry in read_yaml("schema/position")["entries"]}
