"""Drafts -> ties: on what day each expression hangs, in which direction it looks, what it bounds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words, alphabet
from pourparlers.model.relation import Relation, relation

#: Operations that give a single day.
_DAYS = frozenset({"day", "weekday", "same", "feast", "nth"})

#: The parts of a day in their order, for stories told in order.
_ORDER = {"TMO": 0, "TMI": 1, "TAF": 2, "TEV": 3, "TNI": 4}

#: An hour may stand so many words before the day it belongs to ("de 0 h 30 à 4 h mardi").
_NEAR = 3

_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})

#: What may stand between a preposition that bounds and the expression.
_BETWEEN = frozenset({"à", "au", "aux", "de", "du", "d'", "en", "la", "le", "fin", "ce", "cette", "ici"})

#: Before a weekday of its own right: « l'attaque de dimanche », « mardi et mercredi ».
_COORDINATING = frozenset({"de", "du", "et", ",", "ou", "puis", "(", "-", "à", "au"})

#: The directions that prepositions tell; « dès » and « à partir de » leave it to the verb.
_BOUND_DIRECTIONS = {"since": "past", "until": "future"}


@dataclass(frozen=True, slots=True)
class Tied:
    """A draft tied to what it hangs on. anchor: "none", "published", "unknown" (nothing in the text gives it), or the index of another.
    idle: its day must not be taken for an event's, since nothing in the text but the day of publication would give it. beside: for a count from
    a dated beginning, the day that its sentence names."""

    draft: Draft
    relation: Relation
    anchor: str
    direction: str = ""
    bound: str = ""
    idle: bool = False
    beside: Relation | None = None


def tie(drafts: Sequence[Draft], words: Words, quoted: Sequence[int], direction_of: Callable[[Draft], str]) -> tuple[Tied, ...]:
    """All drafts tied, in their order. direction_of: "past", "future" or "" for a draft whose direction its own words leave open.
    quoted: for each word the number of its quotation, 0 outside."""
    story = _Story(drafts, words, quoted)
    for draft in drafts:
        bound = _bound(draft, words)
        if draft.hangs == "hour":
            made = story.tie_hour(draft)
        elif draft.hangs in ("chain", "clause"):
            made = _on(draft, story.last_day(draft) if draft.hangs == "chain" else story.told_day(draft))
        elif draft.hangs == "start":
            made = Tied(draft, draft.relation, "unknown")
        elif draft.open:
            direction = _BOUND_DIRECTIONS.get(bound) or direction_of(draft)
            made = _tie_open(draft, "" if direction == "past" and story.is_taken(draft) else direction)
        else:
            made = Tied(draft, draft.relation, draft.hangs)
        story.tied.append(replace(made, bound=bound))
    agreed = _agree(story.tied)
    return tuple(_counted_from_start(t, agreed, words) for t in agreed)


def gives_day(told: Relation) -> bool:
    """True when the relation gives a single day."""
    return told.op in _DAYS or (told.op in ("unit", "shift") and told.get("unit") == "day")


class _Story:
    """The times told so far, for those that hang on them. What is quoted hangs on its quotation or on the story, the story never on a quotation."""

    def __init__(self, drafts: Sequence[Draft], words: Words, quoted: Sequence[int]) -> None:
        self.tied: list[Tied] = []
        self._drafts = drafts
        self._words = words
        self._quoted = quoted

    def last_day(self, draft: Draft) -> int | None:
        """The latest time before that gives a day and that this one may hang on."""
        here = self._quoted[draft.first]
        for i in range(len(self.tied) - 1, -1, -1):
            before = self.tied[i].draft
            if not gives_day(self.tied[i].relation) or before.vague:
                continue
            if self._quoted[before.first] in (0, here) or _same_sentence(self._words, before.last, draft.first):
                return i
        return None

    def told_day(self, draft: Draft) -> int | None:
        """The latest weekday or the like before, in the sentence if there is one: dates of the month are background."""
        told = [i for i, t in enumerate(self.tied) if gives_day(t.relation) and t.relation.op != "day"]
        here = [i for i in told if _same_sentence(self._words, self.tied[i].draft.last, draft.first)]
        return (here or told)[-1] if told else None

    def is_taken(self, draft: Draft) -> bool:
        """True when the verb in the past already has a day before: « s'est dit prêt mercredi à des pourparlers lundi »."""
        if not self.tied or self._words.forms[draft.first - 1].lower() in _COORDINATING:
            return False
        before = self.tied[-1]
        near = _same_sentence(self._words, before.draft.last, draft.first) and draft.first - before.draft.last > _NEAR
        return near and before.relation.op in ("weekday", "unit") and before.direction != "future" and draft.relation.op == "weekday"

    def tie_hour(self, draft: Draft) -> Tied:
        """An hour or a part of the day belongs to the day told before it in the sentence, right after it, or before it at all."""
        anchor = self.last_day(draft)
        if anchor is None or not _same_sentence(self._words, self._drafts[anchor].last, draft.first):
            after = self._day_after(draft)
            if after is not None:
                return Tied(draft, draft.relation, str(after))
        if anchor is None:
            return Tied(draft, draft.relation, "published", idle=True)
        next_day = _goes_on_to_next_day(self.tied[anchor].relation, draft.relation)
        return Tied(draft, draft.relation.with_slots(n="1") if next_day else draft.relation, str(anchor))

    def _day_after(self, draft: Draft) -> int | None:
        i = len(self.tied) + 1
        if i >= len(self._drafts):
            return None
        after = self._drafts[i]
        near = after.first - draft.last <= _NEAR and _same_sentence(self._words, draft.last, after.first)
        return i if near and gives_day(after.relation) and after.hangs != "hour" else None


def _tie_open(draft: Draft, direction: str) -> Tied:
    """With a direction, or without one: then a weekday is taken to lie behind, as most do in news; a date is the nearest.

    A weekday with a verb in the present is the nearest: « se rencontrent jeudi ».
    """
    if direction == "present":
        return Tied(draft, draft.relation.with_slots(dir="this"), draft.hangs)
    default = "past" if draft.relation.op == "weekday" else None
    return Tied(draft, draft.relation.with_slots(dir=direction or default), draft.hangs, direction)


def _on(draft: Draft, anchor: int | None) -> Tied:
    return Tied(draft, draft.relation, "unknown" if anchor is None else str(anchor))


def _goes_on_to_next_day(before: Relation, after: Relation) -> bool:
    """Told in order, an afternoon after a night is the next day's."""
    first, second = _ORDER.get(before.get("part") or ""), _ORDER.get(after.get("part") or "")
    return first is not None and second is not None and before.op == "same" and second < first


def _same_sentence(words: Words, first: int, last: int) -> bool:
    return _SENTENCE_ENDS.isdisjoint(words.forms[first:last])


def _bound(draft: Draft, words: Words) -> str:
    """ "since", "until", "from", "before" or "after", from the preposition in front."""
    for i in range(draft.first - 1, max(-1, draft.first - 5), -1):
        value = alphabet().value(words.forms[i], "BOUND")
        if value is not None:
            return value
        if words.forms[i].lower() not in _BETWEEN:
            break
    return ""


def _agree(tied: Sequence[Tied]) -> list[Tied]:
    """A weekday whose direction nothing tells lies ahead when the same weekday does so wherever the text tells it."""
    told: dict[str, set[str]] = {}
    for t in tied:
        weekday = t.relation.get("wd")
        if t.relation.op in ("weekday", "day") and weekday is not None:
            direction = {"last": "past", "next": "future"}.get(t.relation.get("dir") or "", t.direction)
            told.setdefault(weekday, set()).update({direction} - {""})
    ahead = {weekday for weekday, directions in told.items() if directions == {"future"}}
    return [_ahead(t) if _is_untold_weekday(t) and t.relation.get("wd") in ahead else t for t in tied]


def _is_untold_weekday(tied: Tied) -> bool:
    return tied.draft.open and tied.relation.op == "weekday" and tied.direction == ""


def _ahead(tied: Tied) -> Tied:
    return replace(tied, relation=tied.relation.with_slots(dir="future"), direction="future")


def _counted_from_start(counted: Tied, tied: Sequence[Tied], words: Words) -> Tied:
    """« au huitième jour de l'opération » hangs on the one day that the text dates without its weekday and not ahead, if there is just one."""
    if counted.draft.hangs != "start":
        return counted
    starts = {t.relation: i for i, t in reversed(list(enumerate(tied))) if _may_be_start(t)}
    told = [t for t in tied if gives_day(t.relation) and t.anchor == "published" and t.draft.first < counted.draft.first]
    beside = next((t.relation for t in reversed(told) if _same_sentence(words, t.draft.last, counted.draft.first)), None)
    anchor = str(next(iter(starts.values()))) if len(starts) == 1 else "unknown"
    return replace(counted, anchor=anchor, beside=beside)


def _may_be_start(tied: Tied) -> bool:
    told = tied.relation
    return told.op == "day" and told.get("m") is not None and told.get("wd") is None and tied.direction != "future"


def at_present(tied: Tied) -> Tied:
    """« aujourd'hui » for nowadays: no day."""
    return replace(tied, relation=relation("ref", value="PRESENT_REF"), anchor="none")
