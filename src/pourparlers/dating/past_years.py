"""The year of a story of the past: « L'année 2015 fut sanglante. En mars, … » goes on in 2015, and so do the dates of a list."""

import re
from collections.abc import Sequence

from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words
from pourparlers.model.relation import Relation

#: Operations that name a day or a month of a year.
_DATES = frozenset({"day", "month"})
_NAMED = _DATES | {"year", "season", "quarter", "semester"}

_DASHES = frozenset({"-", "–", "—", "•", "*"})
_BULLETS = _DASHES | {":"}

#: What may stand before a date that opens its sentence, or its place in a list.
_OPENING = (
    frozenset({"et", "mais", "puis", "en", "le", "la", "l'", "à", "au", "dès", "dans", "début", "fin", "année", "an", "ce", "c'est"}) | _BULLETS
)
_OPENS_WITHIN = 4
_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})

#: A year holds for the sentences and lines that end within so many marks.
_HOLDS = 8

#: So many words of a sentence tell its tense.
_SENTENCE = 60

#: Forms that only the simple past has, the tense of stories, and words like them.
_SIMPLE_PAST = re.compile(
    r"[a-zàâéèêëîïôûüç]+(?:èrent|inrent)|[a-zàâéèêëîïôûüç]*(?:(?:pr|m|f|v|nd|rt|ss|vr)irent|(?:f|p|ul|our|ç|ar)urent)|eurent|eut|fut|fit"
    r"|[a-zàâéèêëîïôûüç]*(?:[vt]int|prit|mit|rompit|[eo]ndit|perdit|reçut)|(?!cela|.*(?:ill|ad|and|end)a$)[a-zàâéèêëîïôûüç]{3,}(?<!r)a"
)
#: A year told in the simple past goes on in the dates told in it within so many sentences, until the news come back.
_STORY = 24
_NEWS = frozenset({"unit", "weekday"})

#: Verbs that tell what had happened, or went on.
_FURTHER_BACK = frozenset({"avait", "avaient", "était", "étaient", "s'était", "s'étaient", "fut", "furent"})
#: The perfect, in which news come back to this year.
_PERFECT = frozenset({"a", "ont", "est", "sont"})


class PastYears:
    """The year that a text tells of at each place, as its sentences open: « En 2014, … »."""

    def __init__(self, words: Words, quoted: Sequence[int], sentences: Sequence[int]) -> None:
        self._words = words
        self._quoted = quoted
        self._sentences = sentences
        self._year: str | None = None
        self._month: int | None = None
        self._narrated: tuple[str, int] | None = None
        self._told = 0
        self._listed = False

    def lent_to(self, draft: Draft, direction: str) -> Relation | None:
        """The relation of a date without a year with that of the story, None where no such year goes on. direction: where its verb looks."""
        lacks = draft.open and draft.relation.op in _DATES and draft.relation.get("m") is not None and draft.relation.get("y") is None
        if not lacks:
            return None
        return self._of_year(draft, direction) or self._of_story(draft, direction)

    def _of_year(self, draft: Draft, direction: str) -> Relation | None:
        """A date of the year with which a sentence before it opens."""
        if self._year is None:
            return None
        if self._sentences[draft.first] == self._told and direction != "future":  # « En 2014, ils ont signé le 5 mai »
            return draft.relation.with_slots(y=self._year)
        if self._sentences[draft.first] - self._told > _HOLDS or not opens(draft, self._words):
            return None
        in_list = self._listed and self._is_item(draft)
        verb = _verb(draft, self._words, self._quoted)
        if not in_list and (direction == "future" or verb in _PERFECT):
            return None
        month = draft.relation.number("m")
        next_year = verb not in _FURTHER_BACK and self._month is not None and month is not None and month < self._month
        return draft.relation.with_slots(y=str(int(self._year) + next_year))

    def _of_story(self, draft: Draft, direction: str) -> Relation | None:
        """A date told in the simple past, soon after one with its year that is told so: « La guerre éclata en mai 1950. L'armée prit la
        ville en juin. »"""
        if self._narrated is None or direction == "future":
            return None
        year, told = self._narrated
        goes_on = self._sentences[draft.first] - told <= _STORY and self._is_narrated(draft)
        return draft.relation.with_slots(y=year) if goes_on else None

    def _is_narrated(self, draft: Draft) -> bool:
        """True for a time whose sentence is told in the simple past."""
        forms, sentence = self._words.forms, self._sentences[draft.first]
        around = range(max(0, draft.first - _SENTENCE), min(len(forms), draft.last + _SENTENCE))
        return any(self._sentences[i] == sentence and self._quoted[i] == 0 and _SIMPLE_PAST.fullmatch(forms[i]) is not None for i in around)

    def note(self, draft: Draft, relation: Relation) -> None:
        """Goes on with a time as it was tied: one that opens a sentence sets the year, or ends the story of a past one."""
        year = relation.get("y") if relation.op in _NAMED and self._quoted[draft.first] == 0 else None
        if year is not None and self._is_narrated(draft):
            self._narrated = year, self._sentences[draft.first]
        elif relation.op in _NEWS and self._quoted[draft.first] == 0 and not self._is_narrated(draft):
            self._narrated = None
        if self._quoted[draft.first] != 0 or relation.op == "duration" or not opens(draft, self._words):
            return
        years = relation.number("n") if relation.op == "shift" and relation.get("unit") == "year" and draft.hangs == "chain" else None
        if years is not None and self._year is not None:  # « Un an plus tard, … »
            self._year = str(int(self._year) + years)
        else:
            self._year = relation.get("y") if relation.op in _NAMED else None
        self._month = relation.number("m")
        self._told = self._sentences[draft.first]
        self._listed = self._is_item(draft)

    def _is_item(self, draft: Draft) -> bool:
        """True for a time after the dash of a list, or before a colon at the head of its line."""
        forms = self._words.forms
        return (draft.first > 0 and forms[draft.first - 1] in _DASHES) or forms[draft.last : draft.last + 1] == (":",)


def opens(draft: Draft, words: Words) -> bool:
    """True for a time with which its sentence opens."""
    for i in range(draft.first - 1, max(-1, draft.first - 1 - _OPENS_WITHIN), -1):
        if words.forms[i] in _SENTENCE_ENDS:
            return True
        if words.forms[i].lower() not in _OPENING:
            return False
    return draft.first <= _OPENS_WITHIN


def tells_perfect(draft: Draft, words: Words, quoted: Sequence[int]) -> bool:
    """True for a time behind which the first word that tells a tense is that of a perfect: « Le 7, ils ont signé »."""
    return _verb(draft, words, quoted) in _PERFECT


def _verb(draft: Draft, words: Words, quoted: Sequence[int]) -> str:
    """The first word behind a time that tells its tense: « avait », « a »; empty for a present or a simple past."""
    for i in range(draft.last, min(len(words.forms), draft.last + _SENTENCE)):
        form = words.forms[i].lower()
        if form in _SENTENCE_ENDS:
            break
        if quoted[i] == 0 and (form in _FURTHER_BACK or form in _PERFECT):
            return form
    return ""
