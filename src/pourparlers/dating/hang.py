"""Drafts -> ties: on what day each expression hangs, in which direction it looks, what it bounds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words, alphabet
from pourparlers.model.relation import Relation

#: Operations that give a day on which "le lendemain" may hang.
_DAYS = frozenset({"day", "weekday", "same", "feast", "nth"})

#: The parts of a day in their order, for stories told in order.
_ORDER = {"TMO": 0, "TMI": 1, "TAF": 2, "TEV": 3, "TNI": 4}


@dataclass(frozen=True, slots=True)
class Tied:
    """A draft tied to what it hangs on. anchor: "none", "published", or the index of another. idle: its day must not be taken for an event's,
    since nothing in the text but the day of publication would give it. beside: for a count from a dated beginning, the day that its sentence
    names."""

    draft: Draft
    relation: Relation
    anchor: str
    direction: str = ""
    bound: str = ""
    idle: bool = False
    beside: Relation | None = None


def tie(drafts: Sequence[Draft], words: Words, direction_of: Callable[[Draft], str]) -> tuple[Tied, ...]:
    """All drafts tied, in their order."""
    tied: list[Tied] = []
    for i, draft in enumerate(drafts):
        bound = _bound(draft, words)
        if draft.hangs == "hour":
            made = _tie_hour(draft, i, drafts, tied, words)
        elif draft.hangs == "chain":
            made = _on_last(draft, _last_day(tied))
        elif draft.hangs == "clause":
            made = _on_last(draft, _clause_day(tied, draft, words))
        elif draft.hangs == "start":
            made = Tied(draft, draft.relation, "unknown")
        else:
            made = _tie_open(draft, direction_of, bound) if draft.open else Tied(draft, draft.relation, draft.hangs)
        tied.append(replace(made, bound=bound))
    agreed = _agree(tied)
    return tuple(_counted_from_start(t, agreed, words) for t in agreed)


def _agree(tied: Sequence[Tied]) -> list[Tied]:
    """A weekday whose direction nothing tells takes the one of the same weekday elsewhere in the text, if all those agree."""
    told: dict[str | None, set[str]] = {}
    for t in tied:
        if t.relation.op in ("weekday", "day") and t.relation.get("wd") is not None:
            direction = {"last": "past", "next": "future"}.get(t.relation.get("dir") or "", t.direction)
            told.setdefault(t.relation.get("wd"), set()).update({direction} - {""})
    return [_directed(t, told) if t.draft.open and t.relation.op == "weekday" and t.direction == "" else t for t in tied]


def _directed(tied: Tied, told: dict[str | None, set[str]]) -> Tied:
    directions = told[tied.relation.get("wd")]
    if directions != {"future"}:
        return tied
    return replace(tied, relation=tied.relation.with_slots(dir="future"), direction="future")


def _counted_from_start(counted: Tied, tied: Sequence[Tied], words: Words) -> Tied:
    """« au huitième jour de l'opération » hangs on the one day that the text dates without its weekday and not ahead, if there is just one."""
    if counted.draft.hangs != "start":
        return counted
    starts = {t.relation: j for j, t in reversed(list(enumerate(tied))) if _may_be_start(t)}
    told = [t for t in tied if gives_day(t.relation) and t.anchor == "published" and t.draft.first < counted.draft.first]
    beside = next((t.relation for t in reversed(told) if _same_sentence(words, t.draft.last, counted.draft.first)), None)
    anchor = str(next(iter(starts.values()))) if len(starts) == 1 else "unknown"
    return replace(counted, anchor=anchor, beside=beside)


def _may_be_start(tied: Tied) -> bool:
    relation = tied.relation
    return relation.op == "day" and relation.get("m") is not None and relation.get("wd") is None and tied.direction != "future"


def _tie_open(draft: Draft, direction_of: Callable[[Draft], str], bound: str) -> Tied:
    direction = {"since": "past", "until": "future"}.get(bound) or direction_of(draft)
    default = "past" if draft.relation.op == "weekday" else None
    return Tied(draft, draft.relation.with_slots(dir=direction or default), draft.hangs, direction)


def gives_day(relation: Relation) -> bool:
    """True when the relation gives a single day."""
    return relation.op in _DAYS or (relation.op in ("unit", "shift") and relation.get("unit") == "day")


def _last_day(tied: Sequence[Tied]) -> int | None:
    """The latest time before that gives a day."""
    return next((i for i in range(len(tied) - 1, -1, -1) if gives_day(tied[i].relation)), None)


def _clause_day(tied: Sequence[Tied], draft: Draft, words: Words) -> int | None:
    """The latest weekday or the like before, in the sentence if there is one: dates of the month are background."""
    told = [i for i, t in enumerate(tied) if gives_day(t.relation) and t.relation.op != "day"]
    here = [i for i in told if _same_sentence(words, tied[i].draft.last, draft.first)]
    return (here or told)[-1] if told else None


def _on_last(draft: Draft, anchor: int | None) -> Tied:
    if anchor is None:
        return Tied(draft, draft.relation, "unknown")
    return Tied(draft, draft.relation, str(anchor))


def _tie_hour(draft: Draft, i: int, drafts: Sequence[Draft], tied: Sequence[Tied], words: Words) -> Tied:
    """An hour or a part of the day belongs to the day told before it in the sentence, right after it, or before it at all."""
    anchor = _last_day(tied)
    if i + 1 < len(drafts) and (anchor is None or not _same_sentence(words, drafts[anchor].last, draft.first)):
        after = drafts[i + 1]
        if gives_day(after.relation) and after.hangs != "hour" and after.first - draft.last <= 3 and _same_sentence(words, draft.last, after.first):
            return Tied(draft, draft.relation, str(i + 1))
    if anchor is None:
        return Tied(draft, draft.relation, "published", idle=True)
    relation = draft.relation
    if _goes_on_to_next_day(tied[anchor].relation, relation):
        relation = relation.with_slots(n="1")
    return Tied(draft, relation, str(anchor))


def _goes_on_to_next_day(before: Relation, after: Relation) -> bool:
    """Told in order, an afternoon after a night is the next day's."""
    first, second = _ORDER.get(before.get("part") or ""), _ORDER.get(after.get("part") or "")
    return first is not None and second is not None and before.op == "same" and second < first


def _same_sentence(words: Words, first: int, last: int) -> bool:
    return not any(form in (".", "!", "?", "\n") for form in words.forms[first:last])


def _bound(draft: Draft, words: Words) -> str:
    """ "since", "until", "before" or "after", from the preposition in front; "from" (« dès ») does not tell the direction."""
    for i in range(draft.first - 1, max(-1, draft.first - 5), -1):
        value = alphabet().value(words.forms[i], "BOUND")
        if value is not None:
            return value
        if words.forms[i].lower() not in ("à", "au", "aux", "de", "du", "d'", "en", "la", "le", "fin", "ce", "cette", "ici"):
            break
    return ""
