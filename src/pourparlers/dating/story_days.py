"""Days of a story without their month: « Tout commence le 18 avril. Le 20, la conférence s'ouvre » goes on in April, whatever the day of writing."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.dating.background import is_background
from pourparlers.dating.past_years import opens, tells_perfect
from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words
from pourparlers.model.relation import Relation

#: Operations that name the month a story goes on in.
_NAMED = frozenset({"day", "month"})

#: Days of news, with which a story of another month ends.
_NEWS = frozenset({"unit", "weekday"})

#: A month that its sentence tells besides holds for that sentence and the next, the one that it is told of for so many sentences and lines.
_NEXT, _HOLDS = 1, 8

#: News in the perfect go on with a full date for so many sentences.
_NEWS_BACK = 3

#: How many times back the month may stand.
_BACK = 8


@dataclass(frozen=True, slots=True)
class Lent:
    """A day with what a story lends it: its relation, and what that hangs on, "none" or the index of a time."""

    relation: Relation
    anchor: str


@dataclass(frozen=True, slots=True)
class _Told:
    """A time of the text; index: among all of them. beside: it dates no deed of its own sentence's verb (« l'accord du 3 mai »)."""

    index: int
    draft: Draft
    relation: Relation
    direction: str
    beside: bool


class StoryDays:
    """The times that a text told so far outside quotations, for days that go on with the month of one."""

    def __init__(self, words: Words, quoted: Sequence[int], sentences: Sequence[int]) -> None:
        self._words = words
        self._quoted = quoted
        self._sentences = sentences
        self._told: list[_Told] = []

    def note(self, index: int, draft: Draft, relation: Relation, direction: str) -> None:
        """Goes on with a time as it was tied. index: its number among all times."""
        if self._quoted[draft.first] == 0:
            self._told.append(_Told(index, draft, relation, direction, is_background(self._words, draft)))

    def lent_to(self, draft: Draft, direction: str) -> Lent | None:
        """« le 20 » with the month of the time before that it goes on with, None where it goes on with none. direction: where its verb looks."""
        if not _lacks_month(draft):
            return None
        here, opening = self._sentences[draft.first], opens(draft, self._words)
        perfect = tells_perfect(draft, self._words, self._quoted)
        beside: _Told | None = None
        for told in reversed(self._told[-_BACK:]):
            since = here - self._sentences[told.draft.first]
            if since > _HOLDS or (since > _NEXT and not opening) or (since and told.relation.op in _NEWS and not told.beside):
                break
            if not _goes_on(draft, told, direction) or (perfect and _is_of_old(told, since)):
                continue
            if not told.beside:
                return _lent(draft, told)
            beside = told if beside is None and since <= _NEXT else beside
        return None if beside is None else _lent(draft, beside)


def _lacks_month(draft: Draft) -> bool:
    told = draft.relation
    return draft.open and told.op == "day" and told.get("m") is None and told.get("wd") is None


def _goes_on(draft: Draft, told: _Told, direction: str) -> bool:
    """True where a day may lie in the month of a time: not before it, and not on the other side of the day of writing."""
    relation = told.relation
    tells_month = relation.get("m") is not None or (_lacks_month(told.draft) and relation.get("dir") == "within")
    if relation.op not in _NAMED or told.draft.vague or relation.get("week") is not None or not tells_month:
        return False
    is_later = relation.op == "month" or (relation.number("d") or 0) <= (draft.relation.number("d") or 0)
    return is_later and (told.direction == "future" if direction == "future" else direction == "" or told.direction != "future")


def _is_of_old(told: _Told, since: int) -> bool:
    """True for a month of a year of its own that a sentence told so many sentences before: news in the perfect do not go on with it."""
    return told.relation.get("y") is not None and since > (_NEWS_BACK if told.relation.op == "day" else 0)


def _lent(draft: Draft, told: _Told) -> Lent:
    month, year = told.relation.get("m"), told.relation.get("y")
    if month is not None and year is not None:
        return Lent(draft.relation.with_slots(m=month, y=year), "none")
    return Lent(draft.relation.with_slots(dir="within"), str(told.index))
