"""Drafts -> ties: on what day each expression hangs, in which direction it looks, what it bounds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from pourparlers.dating.background import is_background
from pourparlers.dating.bounds import bound_of, preposition
from pourparlers.dating.expiry import lent_by_beginning
from pourparlers.dating.led import told_by_last, told_by_next
from pourparlers.dating.past_years import PastYears
from pourparlers.dating.shape import Draft
from pourparlers.dating.story_days import StoryDays
from pourparlers.dating.tense import follows_participle, tells_what_had_been
from pourparlers.dating.words import Words
from pourparlers.model.relation import Relation

#: Operations that give a single day.
_DAYS = frozenset({"day", "weekday", "same", "feast", "nth"})

#: Operations that name a day, a month, a season or a year, and the units that count from any of them.
_NAMED = _DAYS | {"month", "quarter", "season", "semester", "year"}
_COARSE_UNITS = frozenset({"month", "quarter", "year", "decade", "century"})

#: What goes on with a day told before: hours, parts of the day.
_HOURS = frozenset({"same"})

#: The parts of a day in their order, for stories told in order.
_ORDER = {"TMO": 0, "TMI": 1, "TAF": 2, "TEV": 3, "TNI": 4}

#: An hour may stand so many words before the day it belongs to ("de 0 h 30 à 4 h mardi").
_NEAR = 3

#: How many times back one may hang on.
_MEMORY = 100

_SENTENCE_ENDS = frozenset({".", "!", "?", "\n"})

#: Before a weekday of its own right: « l'attaque de dimanche », « mardi et mercredi ».
_COORDINATING = frozenset({"de", "du", "et", ",", "ou", "puis", "(", "-", "à", "au"})

#: The directions that prepositions tell; « dès » and « à partir de » leave it to the verb.
_BOUND_DIRECTIONS = {"since": "past", "until": "future"}


@dataclass(frozen=True, slots=True)
class Tied:
    """A draft tied to what it hangs on. anchor: "none", "published", "unknown" (nothing in the text gives it), or the index of another.
    idle: its day must not be taken for an event's, since nothing in the text but the day of publication would give it. beside: for a count from
    a dated beginning or from a date, the days that its sentence names. quoted: it stands inside quotation marks. background: it dates what had
    happened before. done: a compound past or a participle right before it, or the verb of a full date, tells that it lies behind."""

    draft: Draft
    relation: Relation
    anchor: str
    direction: str = ""
    bound: str = ""
    idle: bool = False
    beside: tuple[Relation, ...] = ()
    quoted: bool = False
    background: bool = False
    done: bool = False


def tie(drafts: Sequence[Draft], words: Words, quoted: Sequence[int], direction_of: Callable[[Draft], str]) -> tuple[Tied, ...]:
    """All drafts tied, in their order, each by what stands around it. direction_of: "past", "future" or "" for a draft whose direction its own words
    leave open. quoted: for each word the number of its quotation, 0 outside."""
    story = _Story(drafts, words, quoted, direction_of)
    for draft in drafts:
        story.go_on(draft)
    return tuple(story.tied)


def _tells_from(words: Words, at: int, direction: str) -> bool:
    """True for « interpellés dès mardi », « il avait averti dès mardi » and « Dès mardi, le comité s'est réuni »: what began then lies behind."""
    opens = at == 0 or words.forms[at - 1] in _SENTENCE_ENDS
    return follows_participle(words, at) or (direction == "past" and (opens or tells_what_had_been(words, at)))


def numbers_of_sentences(words: Words) -> tuple[int, ...]:
    """For each word the number of its sentence."""
    return tuple(accumulate(form in _SENTENCE_ENDS for form in words.forms))


def gives_day(told: Relation) -> bool:
    """True when the relation gives a single day."""
    return (told.op in _DAYS and told.get("week") is None) or (told.op in ("unit", "shift") and told.get("unit") == "day")


class _Story:
    """The times told so far, for those that hang on them. What is quoted hangs on its quotation or on the story, the story never on a quotation."""

    def __init__(self, drafts: Sequence[Draft], words: Words, quoted: Sequence[int], direction_of: Callable[[Draft], str]) -> None:
        self.tied: list[Tied] = []
        self._drafts = drafts
        self.words = words
        self._quoted = quoted
        self._direction_of = direction_of
        self.sentences = numbers_of_sentences(words)
        self._story_days = StoryDays(words, quoted, self.sentences)
        self._past_years = PastYears(words, quoted, self.sentences)

    def go_on(self, draft: Draft) -> None:
        """Ties the next of the drafts."""
        bound = bound_of(draft, self.words)
        made = self._tie_to_neighbour(draft) or self._tie_as_told(draft, bound) or self._tie_open(draft, bound)
        background = gives_day(made.relation) and is_background(self.words, draft)
        self._past_years.note(draft, made.relation)
        self._story_days.note(len(self.tied), draft, made.relation, made.direction)
        ends = draft.hangs == "delay" and made.anchor == "published"
        self.tied.append(replace(made, bound="until" if ends else bound, quoted=self._quoted[draft.first] != 0, background=background))

    def _tie_to_neighbour(self, draft: Draft) -> Tied | None:
        """A draft whose own words leave it to the next or to the last one which day it is; None for another."""
        following, last = self._drafts[len(self.tied) + 1 : len(self.tied) + 2], self._drafts[max(0, len(self.tied) - 1) : len(self.tied)]
        led = told_by_next(draft, following, self.words)
        if led is not None:
            return Tied(draft, led, str(len(self.tied) + 1))
        led = told_by_last(draft, last, self.words)
        return None if led is None else Tied(draft, led, str(len(self.tied) - 1))

    def _tie_as_told(self, draft: Draft, bound: str) -> Tied | None:
        """A draft that tells by itself what it hangs on; None for one that is open to either direction."""
        following = len(self.tied) + 1
        match draft.hangs:
            case "hour":
                return self._tie_hour(draft)
            case "chain":
                return _on(draft, self._last_named(draft))
            case "clause":
                return _on(draft, self._told_day(draft))
            case "sentence":
                told = self._told_day(draft)
                return _on(draft, told if told is not None and self.together(self._drafts[told], draft) else None)
            case "date":
                return _on(draft, following if following < len(self._drafts) else None)
            case "start":
                return Tied(draft, draft.relation, "unknown")
            case "delay":
                return self._tie_delay(draft, bound)
        return None if draft.open else Tied(draft, draft.relation, draft.hangs)

    def _tie_delay(self, draft: Draft, bound: str) -> Tied:
        """A delay that runs from the day of writing; of what is told in the past nothing tells from when: « ils sont partis dans les dix jours »."""
        if bound != "until" and self._direction_of(draft) == "past":
            return Tied(draft, Relation("duration", (("value", draft.relation.get("value") or ""),)), "none")
        return Tied(draft, draft.relation, "published", "future")

    def _tie_open(self, draft: Draft, bound: str) -> Tied:
        """A draft that lies behind or ahead as its preposition or its verb tells, or in the past year that the story tells of."""
        direction = _BOUND_DIRECTIONS.get(bound) or self._direction_of(draft)
        last = self._drafts[max(0, len(self.tied) - 1) : len(self.tied)]
        month = self._story_days.lent_to(draft, direction)
        if month is not None:
            return Tied(draft, month.relation, month.anchor, direction)
        lent = self._past_years.lent_to(draft, direction) or lent_by_beginning(draft, last, self.words)
        if lent is not None:
            return Tied(draft, lent, "none", "past")
        if bound == "from" and direction != "future" and not _tells_from(self.words, preposition(draft, self.words), direction):
            direction = "future"
        return _in_direction(draft, "" if direction == "past" and self._is_taken(draft) else direction)

    def together(self, one: Draft, other: Draft) -> bool:
        """True when two stand in one sentence."""
        return self.sentences[one.first] == self.sentences[other.first]

    def _before(self) -> Iterator[tuple[int, Tied]]:
        """The times before, the latest first; as far back as a reader remembers."""
        for i in range(len(self.tied) - 1, max(-1, len(self.tied) - 1 - _MEMORY), -1):
            yield i, self.tied[i]

    def last_day(self, draft: Draft) -> int | None:
        """The latest time before that gives a day and that this one may hang on."""
        return next((i for i, before in self._before() if gives_day(before.relation) and self._may_hang_on(before, draft)), None)

    def _last_named(self, draft: Draft) -> int | None:
        """What a count goes on from: the latest day; the latest month or year too for « trois ans plus tôt », « quelques jours plus tard »."""
        coarse = draft.relation.op == "some" or (draft.relation.op == "shift" and draft.relation.get("unit") in _COARSE_UNITS)
        if not coarse:
            last = self.last_day(draft)
            return None if self._is_told_from_month(draft, last) else self._beyond_eve(draft, last)
        named = (i for i, before in self._before() if before.relation.op in _NAMED - _HOURS and self._may_hang_on(before, draft))
        return next(named, None)

    def _is_told_from_month(self, draft: Draft, last: int | None) -> bool:
        """True where a month, a season or a year stands in the sentence of a count or in the one before, behind the latest day: « Enlevés en mars,
        ils ont été libérés deux semaines plus tard » counts from a day of that month, which is not told."""
        after, here = self.tied[0 if last is None else last + 1 :], self.sentences[draft.first]
        return any(t.relation.op in _NAMED - _DAYS and here - self.sentences[t.draft.first] <= 1 for t in after)

    def _beyond_eve(self, draft: Draft, last: int | None) -> int | None:
        """What « le lendemain » counts from after « la veille » in another sentence: the day that both count from."""
        if last is None or (draft.relation.number("n") or 0) <= 0 or self.together(self._drafts[last], draft):
            return last
        eve = self.tied[last]
        counts_back = eve.draft.hangs == "chain" and (eve.relation.number("n") or 0) < 0 and eve.anchor.isdecimal()
        return int(eve.anchor) if counts_back else last

    def _may_hang_on(self, before: Tied, draft: Draft) -> bool:
        if before.draft.vague or before.idle or self._lies_beyond(before, draft):
            return False
        return self._quoted[before.draft.first] in (0, self._quoted[draft.first]) or self.together(before.draft, draft)

    def _lies_beyond(self, before: Tied, draft: Draft) -> bool:
        """True for a day ahead that another sentence tells, before one that looks back: « Il parlera lundi. L'attaque a eu lieu vers 11H00. »"""
        return before.direction == "future" and not self.together(before.draft, draft) and self._direction_of(draft) == "past"

    def _foreground(self, draft: Draft) -> int | None:
        """The day that an hour goes on with: the latest of its sentence where it stands close, else the latest that is no background."""
        latest = self.last_day(draft)
        if latest is None or self._is_close(self._drafts[latest], draft):
            return latest
        for i, before in self._before():
            if gives_day(before.relation) and self._may_hang_on(before, draft) and not before.background:
                return i
        return None

    def _is_close(self, before: Draft, draft: Draft) -> bool:
        """True when no comma stands between two of one sentence, or when the day is itself told from another."""
        between = self.words.forms[before.last : draft.first]
        return (self.together(before, draft) and "," not in between) or before.hangs in ("chain", "hour", "clause")

    def _told_day(self, draft: Draft) -> int | None:
        """The latest weekday or the like before, for a stretch of days in its sentence: dates of the month are background."""
        latest = next((i for i, before in self._before() if gives_day(before.relation) and before.relation.op != "day"), None)
        is_apart = latest is not None and draft.relation.op == "lately" and not self.together(self._drafts[latest], draft)
        return None if is_apart else latest

    def _is_taken(self, draft: Draft) -> bool:
        """True when the verb in the past already has a day before: « s'est dit prêt mercredi à des pourparlers lundi »."""
        if not self.tied or self.words.forms[draft.first - 1].lower() in _COORDINATING:
            return False
        before = self.tied[-1]
        near = self.together(before.draft, draft) and draft.first - before.draft.last > _NEAR
        return near and before.relation.op in ("weekday", "unit") and before.direction != "future" and draft.relation.op == "weekday"

    def _tie_hour(self, draft: Draft) -> Tied:
        """An hour or a part of the day belongs to the day told before it in the sentence, right after it, or before it at all; that which heads
        an entry of a live report, to the day of publication."""
        if self._heads_entry(draft):
            return Tied(draft, draft.relation, "published")
        anchor = self._foreground(draft)
        if anchor is None or not self.together(self._drafts[anchor], draft):
            after = self._day_after(draft)
            if after is not None:
                return Tied(draft, draft.relation, str(after))
        if anchor is None:
            return Tied(draft, draft.relation, "published", idle=True)
        next_day = _goes_on_to_next_day(self.tied[anchor].relation, draft.relation)
        return Tied(draft, draft.relation.with_slots(n="1") if next_day else draft.relation, str(anchor))

    def _heads_entry(self, draft: Draft) -> bool:
        """True for « 17h40. », « 17h40 : » or « 17h40 La séance est levée » at the head of a line."""
        forms = self.words.forms
        if draft.relation.get("t") is None or (draft.first > 0 and forms[draft.first - 1] != "\n"):
            return False
        behind = forms[draft.last : draft.last + 1]
        return behind in ((".",), (":",), ("-",), ("–",), ("—",), ("\n",)) or any(form[:1].isupper() and form[1:2].islower() for form in behind)

    def _day_after(self, draft: Draft) -> int | None:
        i = len(self.tied) + 1
        if i >= len(self._drafts):
            return None
        after = self._drafts[i]
        near = after.first - draft.last <= _NEAR and self.together(draft, after)
        return i if near and gives_day(after.relation) and after.hangs != "hour" else None


def _in_direction(draft: Draft, direction: str) -> Tied:
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
