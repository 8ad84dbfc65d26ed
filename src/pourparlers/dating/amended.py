"""Ties amended by one another: weekdays that agree or are joined, plans that were put off, counts from the day on which something began."""

from collections.abc import Sequence
from dataclasses import replace

from pourparlers.dating.background import has_attribute
from pourparlers.dating.hang import Tied, gives_day, numbers_of_sentences
from pourparlers.dating.shape import Draft
from pourparlers.dating.words import Words, alphabet
from pourparlers.model.relation import Relation

#: What joins two weekdays of one event.
_JOINING = frozenset({"et", "puis", "à", "au"})

#: How far before a day the word may stand that tells that it was planned at first.
_AT_FIRST = 4

#: What behind a plan tells that it had been given up.
_GIVEN_UP, _ALL_GIVEN_UP = (",", "avait", "été"), (",", "avaient", "été")

#: How far before a day the word may stand that tells that it came to that in the end.
_IN_THE_END = 5

#: The day on which something began stands so many words after the count from it.
_START_WITHIN = 12

#: How many times before and after a count are looked at for the day that its sentence names.
_BESIDE = 6


def amend(tied: Sequence[Tied], words: Words) -> tuple[Tied, ...]:
    """The ties of a text, each looked at once more beside the others."""
    sentences = numbers_of_sentences(words)
    planned = [_once_planned(each, words) for each in tied]
    agreed = _put_off(_coordinated(_agree(_coordinated(planned, words)), words), sentences, words)
    return _counted_from_start(agreed, sentences, words)


def _together(sentences: Sequence[int], one: Draft, other: Draft) -> bool:
    return sentences[one.first] == sentences[other.first]


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


def _coordinated(tied: Sequence[Tied], words: Words) -> list[Tied]:
    """« le sommet de jeudi et vendredi »: of two weekdays joined, one whose direction nothing tells looks where the other does."""
    found = list(tied)
    for i in range(len(found) - 1):
        one, other = found[i], found[i + 1]
        between = words.forms[one.draft.last : other.draft.first]
        if not between or any(form.lower() not in _JOINING for form in between) or not _are_weekdays(one, other):
            continue
        if _is_default(one) != _is_default(other):
            told, lacks = (other, i) if _is_default(one) else (one, i + 1)
            relation = found[lacks].relation.with_slots(dir=told.relation.get("dir"))
            found[lacks] = replace(found[lacks], relation=relation, direction=told.direction)
    return found


def _are_weekdays(one: Tied, other: Tied) -> bool:
    return all(t.relation.op == "weekday" and t.draft.open for t in (one, other))


def _put_off(tied: Sequence[Tied], sentences: Sequence[int], words: Words) -> list[Tied]:
    """« La séance prévue mardi est reportée à vendredi », « prévue à l'origine lundi, elle aura lieu vendredi » (or « s'est tenue mardi »), « prévue
    lundi, elle s'est finalement tenue mardi »: the weekday that was planned is the last one before the day that it was put off to."""
    found = list(tied)
    for i in range(len(found) - 1):
        one, other = found[i], found[i + 1]
        weekdays = one.draft.open and one.relation.op == other.relation.op == "weekday"
        if weekdays and one.direction == "future" and _together(sentences, one.draft, other.draft) and _is_put_off(one.draft, other, words):
            found[i] = replace(one, relation=one.relation.with_slots(dir="last"), anchor=str(i + 1))
    return found


def _once_planned(tied: Tied, words: Words) -> Tied:
    """« La réunion, prévue initialement en septembre, avait été reportée »: the month or day of a plan that had been given up lies behind."""
    draft = tied.draft
    after = [form.lower() for form in words.forms[draft.last : draft.last + len(_GIVEN_UP)]]
    given_up = draft.open and tied.direction == "future" and tied.relation.op in ("day", "month") and tuple(after) in (_GIVEN_UP, _ALL_GIVEN_UP)
    if not given_up or not any(alphabet().value(form, "AT_FIRST") is not None for form in words.forms[max(0, draft.first - _AT_FIRST) : draft.first]):
        return tied
    return replace(tied, relation=tied.relation.with_slots(dir="past"), direction="past")


def _is_put_off(planned: Draft, other: Tied, words: Words) -> bool:
    at_first = words.forms[max(0, planned.first - _AT_FIRST) : planned.first]
    before = words.forms[max(0, other.draft.first - 2) : other.draft.first - 1]
    in_the_end = words.forms[max(planned.last, other.draft.first - _IN_THE_END) : other.draft.first]
    if any(alphabet().value(form, "DELAYED") is not None for form in before):
        return True
    if any(alphabet().value(form, "BROUGHT_FORWARD") is not None for form in before):
        return False
    return any(alphabet().value(form, "AT_FIRST") is not None for form in at_first) or (
        other.direction == "past" and any(alphabet().value(form, "IN_THE_END") is not None for form in in_the_end)
    )


def _is_default(tied: Tied) -> bool:
    return tied.direction == "" and tied.relation.get("dir") == "past"


def _is_untold_weekday(tied: Tied) -> bool:
    return tied.draft.open and tied.relation.op == "weekday" and tied.direction == ""


def _ahead(tied: Tied) -> Tied:
    return replace(tied, relation=tied.relation.with_slots(dir="future"), direction="future")


def _counted_from_start(tied: Sequence[Tied], sentences: Sequence[int], words: Words) -> tuple[Tied, ...]:
    """« au huitième jour de l'opération » hangs on the one day that the text dates without its weekday and not ahead, if there is just one."""
    starts: dict[Relation, int] = {}
    for i, t in enumerate(tied):
        if _may_be_start(t):
            starts.setdefault(t.relation, i)
    anchor = str(next(iter(starts.values()))) if len(starts) == 1 else "unknown"
    found = list(tied)
    for i, t in enumerate(tied):
        if t.draft.hangs in ("start", "date"):
            start = t.anchor if t.draft.hangs == "date" else _own_start(tied, i, words) or anchor
            found[i] = replace(t, anchor=start, beside=_told_beside(tied, i, sentences))
    return tuple(found)


def _own_start(tied: Sequence[Tied], i: int, words: Words) -> str | None:
    """The index of the day on which what a count tells of began: « au troisième jour de la trêve entrée en vigueur dimanche »; None without one."""
    after = tied[i + 1] if i + 1 < len(tied) and gives_day(tied[i + 1].relation) else None
    if after is None or after.direction == "future" or after.draft.first - tied[i].draft.last > _START_WITHIN:
        return None
    return str(i + 1) if has_attribute(words, tied[i].draft.last, after.draft.first) else None


def _told_beside(tied: Sequence[Tied], i: int, sentences: Sequence[int]) -> tuple[Relation, ...]:
    """The days hanging on the publication that the sentence of a count names, weekdays and the like, at most a few on either side."""
    around = tied[max(0, i - _BESIDE) : i + _BESIDE + 1]
    days = [t for t in around if gives_day(t.relation) and t.anchor == "published" and t.relation.op != "day"]
    return tuple(dict.fromkeys(t.relation for t in days if _together(sentences, t.draft, tied[i].draft)))


def _may_be_start(tied: Tied) -> bool:
    told = tied.relation
    return told.op == "day" and told.get("m") is not None and told.get("wd") is None and tied.direction != "future"
