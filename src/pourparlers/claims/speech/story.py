"""The day of which a text tells: that of its lead, or the one that its paragraph names before."""

from datetime import date

from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.scene import in_head
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import When
from pourparlers.model.time import Dated, Time

_UNKNOWN = When()
#: Length of "2022-03-03".
_FULL_DAY = 10
#: Length of "2022": nobody is told to have said something in a year.
_YEAR = 4
#: The lead is dated in one of so many first sentences of the body.
_LEAD = 3
#: For so many lines a text goes on with the day of its lead; background comes later.
_REACH = 12
#: A day of the story lies at most so many days before that of its lead; older ones are background.
_WEEK = 7
#: Words that lead to a day of the past: "depuis lundi", "après l'attaque de mardi".
_BACKGROUND = frozenset(("après", "depuis", "dès", "avant", "jusqu'", "jusqu’"))


def is_day(time: Time) -> bool:
    """True for an expression that may say when something was uttered: no year, no bound, no future, no "désormais"."""
    precise = time.value is None if time.start is None else len(time.start) > _YEAR
    return precise and time.kind in ("DATE", "TIME") and not time.vague and not time.bound and time.direction != "future"


def is_beside(annotated: Annotated, time: Time, verb: Token | None = None) -> bool:
    """True for a time that dates something told beside the main clause: in a relative clause, a participle, or after "depuis", "après"; the clause
    of `verb` itself does not count."""
    token = annotated.token_at(time.span.start)
    if token is None:
        return True
    if is_of_noun(annotated, token):
        return True
    time_at = token.i
    for above in (token, *annotated.ancestors(token)):
        if verb is not None and above.i == verb.i:
            return False
        leads_back = any(t.lower in _BACKGROUND and t.i < time_at for t in annotated.dependents(above, "case", "mark"))
        if not leads_back and above.dep == "advcl" and above.has("VerbForm=Part"):
            continue  # "en prenant mardi la ville": the gerund belongs to what its own verb tells
        if leads_back or above.pos == "VERB":
            # what stands above the nearest verb says nothing of its own adverbials, and parsers err there
            return leads_back or above.dep.startswith("acl")
    return False


def is_of_noun(annotated: Annotated, first: Token) -> bool:
    """True for the first word of a time behind "de", which dates a noun: "l'accord du 5 mars"."""
    before = annotated.tokens[first.i - 1].lower if first.i else ""
    return first.lower == "du" or before in ("de", "du", "d'", "d’")


def _told_on(time: Time, index: int) -> When:
    """The day that goes with what is told after a time: the second of "dans la nuit de lundi à mardi"."""
    if len(time.start or "") != _FULL_DAY or time.bound:
        return _UNKNOWN
    night = time.end is not None and len(time.end) == _FULL_DAY and _days_between(time.start, time.end) == 1
    return When(time.end if night else time.start, time.end, index, index)


def _told_in(time: Time, index: int) -> When:
    """The month or year of a time, unknown for a day."""
    return _UNKNOWN if len(time.start or "") in (0, _FULL_DAY) or time.bound else When(time.start, time.end, index, index)


def _days_between(first: str | None, second: str | None) -> int:
    if first is None or second is None:
        return 0
    return abs((date.fromisoformat(second) - date.fromisoformat(first)).days)


class Story:
    """The days that a document's narration names, paragraph by paragraph."""

    def __init__(self, annotated: Annotated, dated: Dated) -> None:
        self._annotated = annotated
        self._published = dated.published.best
        self._named: dict[int, list[tuple[int, When]]] = {}
        self._periods: dict[int, list[tuple[int, When]]] = {}
        for index, time in enumerate(dated.times):
            sentence = annotated.sentence_at(time.span.start)
            if sentence is not None and not in_head(annotated, sentence) and self._tells(time):
                self._periods.setdefault(sentence.line, []).append((time.span.start, _told_in(time, index)))
                if annotated.quotation_at(time.span.start) is None:
                    self._named.setdefault(sentence.line, []).append((time.span.start, _told_on(time, index)))
        self._lead, self._last_line = self._find_lead()

    def _find_lead(self) -> tuple[When, int]:
        """The last of the days that the first sentences name, and the last line to which it reaches."""
        body = [s for s in self._annotated.sentences if not in_head(self._annotated, s)][:_LEAD]
        days = [when for line in dict.fromkeys(s.line for s in body) for start, when in self._named.get(line, ()) if start < body[-1].end]
        days = [when for when in days if self._is_news(when)]
        lead = max(days, key=lambda when: when.start or "", default=_UNKNOWN)
        return lead, body[0].line + _REACH if body else 0

    def _is_news(self, when: When) -> bool:
        """True for a day of the week before the document's own, as far as that is known."""
        if when.start is None or self._published is None or len(self._published) != _FULL_DAY:
            return when.start is not None
        return 0 <= (date.fromisoformat(self._published) - date.fromisoformat(when.start)).days <= _WEEK

    def _tells(self, time: Time) -> bool:
        """True for a day, month or year of the narration that is past."""
        if time.kind not in ("DATE", "TIME") or time.start is None or time.direction == "future" or time.implied:
            return False
        return not is_beside(self._annotated, time)

    def day_at(self, frame: Frame) -> When:
        """The day on which what a frame tells in the past ("a dit", or "dit" after the words said) was said, unknown where no day goes with it."""
        return self.day_around(frame.word) if self._is_past(frame) else _UNKNOWN

    def day_around(self, word: Token) -> When:
        """The day of which the text tells where a word stands: the one that its paragraph named before, else that of the lead."""
        if self._lead.start is None:
            return _UNKNOWN
        line = self._annotated.sentences[word.sentence].line
        before = [when for start, when in self._named.get(line, ()) if start < word.start]
        if before:
            return before[-1] if self._is_of_story(before[-1]) else _UNKNOWN
        return self._lead if line <= self._last_line else _UNKNOWN

    def period_around(self, word: Token) -> When:
        """The month or year that its sentence names, else that of the sentence before in its paragraph; unknown where they name days or nothing."""
        sentence = self._annotated.sentences[word.sentence]
        before = self._annotated.sentences[max(0, word.sentence - 1)]
        quotation = self._annotated.quotation_at
        heard = (None, quotation(word.start))
        periods = self._periods.get(sentence.line, ())
        told = [(start, when) for start, when in periods if before.start <= start < sentence.end and quotation(start) in heard]
        return max(told, key=lambda t: (t[0] >= sentence.start, t[0] < word.start, t[0]), default=(0, _UNKNOWN))[1]

    def _is_past(self, frame: Frame) -> bool:
        if frame.verb is None:
            return False
        group = verb_group(self._annotated, frame.word)
        if group.mood == "participle" and not group.perfect:  # "il a réuni mercredi ses ministres, appelant au calme"
            group = verb_group(self._annotated, self._annotated.tokens[frame.word.head])
        tense = group.tense
        return tense == "past" or (tense == "present" and frame.shape == "after")

    def _is_of_story(self, when: When) -> bool:
        if when.start is None or self._lead.start is None:
            return False
        return _days_between(self._lead.start, when.start) <= _WEEK
