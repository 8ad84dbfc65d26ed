"""Days that a text seems to bear, or that are declared of it, while it tells of later years as past.

« Lusaka, 20 novembre 1994. […] En 2002, les rebelles avaient rendu les armes » opens a story of long ago: it does not date its publication. A record
that gives 2008 for a text with several days of 2017 told as past is wrong.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pourparlers.dating.hang import Tied
from pourparlers.dating.tense import direction_from_words
from pourparlers.dating.words import Words, alphabet
from pourparlers.model.text import DateClue, Document

#: Read from the text itself, where a story may open or close with a day. What else dates a document is meant to date it.
_OF_THE_TEXT = frozenset({"byline", "dateline"})

#: A label would say that a day is that of publication; a bare day begins with an article, a weekday or a figure.
_BARE = re.compile(r"(?:le )?(?:[^\W\d]+[.,]? )?\d", re.IGNORECASE)

#: A plan may lie so many years ahead of a text, unless its sentence opens with the year.
_PLANNED = 3

_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})

#: What is declared of a text is meant to date it: only so many days of later years that it tells as past refute it.
_DECLARED = frozenset({"record", "page.meta", "page.time", "head", "url"})
_REFUTING = 2


@dataclass(frozen=True, slots=True)
class Refuted:
    """A declared day that the text refutes, and the words of the last day that it tells as past."""

    clue: DateClue
    quote: str


def without_contradicted(document: Document, tied: Sequence[Tied]) -> Document:
    """The document without the clues of years after which it tells of others as past."""
    suspect = [clue for clue in document.clues if _is_bare(clue) and _later(tied, int(clue.value[:4]), document.horizon)]
    if not suspect:
        return document
    words = alphabet().read(document.text)
    quoted = words.quoted()
    wrong = [clue for clue in suspect if any(_is_past(t, words, quoted, clue) for t in _later(tied, int(clue.value[:4]), document.horizon))]
    return replace(document, clues=tuple(clue for clue in document.clues if clue not in wrong))


def without_refuted(document: Document, tied: Sequence[Tied]) -> tuple[Document, tuple[Refuted, ...]]:
    """The document without the declared days after whose year it tells several full dates as past; and those days."""
    suspect = [clue for clue in document.clues if clue.source in _DECLARED and clue.value[:4].isdigit()]
    later = {clue: [t for t in _later(tied, int(clue.value[:4]), document.horizon) if t.relation.op == "day"] for clue in suspect}
    if all(len(found) < _REFUTING for found in later.values()):
        return document, ()
    words = alphabet().read(document.text)
    quoted = words.quoted()
    refuted = []
    for clue, found in later.items():
        told = {t.relation: t for t in found if _is_past(t, words, quoted, clue)}
        if len(told) >= _REFUTING:
            last = max(told.values(), key=lambda t: [t.relation.number(part) or 0 for part in ("y", "m", "d")])
            refuted.append(Refuted(clue, document.quote(last.draft.span)))
    out = [held.clue for held in refuted]
    return replace(document, clues=tuple(clue for clue in document.clues if clue not in out)), tuple(refuted)


def _is_bare(clue: DateClue) -> bool:
    """True for a day with its year that the text bears without a label."""
    return clue.source in _OF_THE_TEXT and clue.value[:4].isdigit() and not clue.modified and _BARE.match(clue.quote) is not None


def _later(tied: Sequence[Tied], year: int, horizon: str) -> list[Tied]:
    """The years, months and days told without a quotation that lie in later years, and not beyond the horizon."""
    known = [t for t in tied if t.anchor == "none" and not t.quoted and t.bound not in ("until", "before") and t.direction != "future"]
    return [t for t in known if year < (t.relation.number("y") or 0) <= int(horizon[:4] or 0)]


def _is_past(tied: Tied, words: Words, quoted: Sequence[int], clue: DateClue) -> bool:
    """True when the words around tell a later time as past, and it is no plan that was made."""
    opens = any(form in _SENTENCE_ENDS for form in words.forms[max(0, tied.draft.first - 2) : tied.draft.first])
    far = (tied.relation.number("y") or 0) - int(clue.value[:4]) >= _PLANNED
    return (opens or far) and direction_from_words(words, quoted, tied.draft.first, tied.draft.last) == "past"
