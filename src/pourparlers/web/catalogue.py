"""What the pages say, in French and in English: one catalogue, `data/schema/pages.yaml`."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from pourparlers.lexicon import load
from pourparlers.views.labels import issue_label, kind_label, label

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Message:
    """An entry of the catalogue. A text of two forms parted by "|" is chosen by a number: one | several."""

    key: str
    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Called with a key, gives its text; `{name}` in it is filled by what is given under that name."""

    language: str

    def __call__(self, key: str, count: int | None = None, **values: object) -> str:
        """The text of a key. count: picks the form of a text that has two, and fills `{n}`. Raises KeyError for an unknown key."""
        text = _messages(self.language)[key]
        if count is not None:
            one, _, several = text.partition("|")
            few = count < 2 if self.language == "fr" else count == 1
            text = (one if few or not several else several).replace("{n}", self.number(count))
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def gap(self, kind: str) -> str | None:
        """What an issue of this kind is, for a language that its message is not in; None when there is no need or no words for it."""
        return None if self.language == "en" else _messages(self.language).get(f"gap.{kind}")

    def stage(self, stage: str) -> str:
        """What a stage of reading does; its own name when there are no words for it."""
        return _messages(self.language).get(f"stage.{stage}", stage)

    def label(self, field: str, word: str | None, type_: str | None = None) -> str:
        """What a word of the records is called."""
        return "" if word is None else label(field, word, type_, self.language)

    def kind(self, type_: str, subtype: str | None) -> str:
        """What an event of this type is called."""
        return kind_label(type_, subtype, self.language)

    def issue(self, issue: str) -> str:
        """What a position is about."""
        return issue_label(issue, self.language)

    def number(self, value: int) -> str:
        """A whole number with its thousands apart."""
        return f"{value:,}".replace(",", "\u202f" if self.language == "fr" else ",")


@functools.cache
def _messages(language: str) -> Mapping[str, str]:
    return {entry.key: getattr(entry, language) for entry in load("schema/pages", Message)}
