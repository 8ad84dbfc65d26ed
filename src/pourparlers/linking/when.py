"""Whether two claims can be about one day."""

from collections.abc import Iterator

from pourparlers.linking import weights
from pourparlers.linking.evidence import Point
from pourparlers.linking.features import Features
from pourparlers.linking.kinds import RARE, UNDOING
from pourparlers.model.calendar import Days, iso
from pourparlers.model.claim import BEHIND
from pourparlers.model.period import overlap

#: Days by which a vague time ("début septembre") may miss the day that it means.
SLACK = 1
#: Days of a time that is no longer a part of a year.
YEARLY = 200
#: Days within which two articles tell of one time, and beyond which they tell of two.
NEAR, FAR = 3, 45
#: Days beyond which something undated is hardly the same thing: each process has its second round.
LONG = 200
#: Days beyond which not even the number of a round tells that two are one.
YEARS = 500
#: Days that a night, or talks over a few days, take: told by their first day here, by another there.
SHORT = 4
#: Days after which what was put off is another thing.
PUT_OFF = 14
#: Types of what is appointed for a day, and days by which it may slip.
APPOINTED, SLIP = frozenset({"agreement", "exchange", "vote"}), 2
#: A month or year this long before the articles is history: few things are told of it.
HISTORY = 300
#: Days of a third of a month ("début septembre"); and types of which there are not two in so few days.
THIRD, BINDING = 11, frozenset({"agreement", "ceasefire", "exchange"})
#: Types of what happens many times a year.
FREQUENT = frozenset({"attack", "call", "displacement", "interception", "threat"})


def compare_days(left: Features, right: Features) -> Iterator[Point]:
    """What the days of two events say."""
    a, b = _begin(left), _begin(right)
    if put_off(left, right):
        yield Point(weights.PUT_OFF, "reporté, puis tenu ou attendu plus tard")
    elif _one_session(left, right):
        yield Point(weights.SAME_SESSION, "une séance de plusieurs jours, ou qui a glissé")
    elif slipped(left, right):
        yield Point(weights.SLIPPED, "annoncé pour un jour, tenu le lendemain ou presque")
    elif a is None or b is None:
        if not overlap(left.bounds, right.bounds, SLACK):
            yield Point(None, "jours incompatibles")
        elif left.days is not None and right.days is not None:
            yield Point(weights.DEADLINES, "échéances compatibles")
    elif a == b:
        yield _same_begin(left, right, a)
    elif overlap(a, b, slack(a, b)):
        yield _vaguer(left, right, max(len(a), len(b)))
    elif overlap(left.bounds, right.bounds) and max(len(left.bounds), len(right.bounds)) <= SHORT:
        yield Point(weights.OVERLAPPING, "jours qui se recouvrent")
    elif overlap(left.bounds, right.bounds):
        yield Point(None, "l'un dure, l'autre tombe pendant ce temps : un jour n'est pas la série")
    else:
        yield Point(None, "jours différents")


def slack(left: Days, right: Days) -> int:
    """The days by which two times of one thing may miss each other: two days are two, and so are two years."""
    longest = max(len(left), len(right))
    return SLACK if 1 < longest < YEARLY else 0


def put_off(left: Features, right: Features) -> bool:
    """True when one was put off from a day, and the other is told of a day soon after (the one to which it was put off, where that was too)."""
    return _follows(left, right) or _follows(right, left)


def _follows(before: Features, after: Features) -> bool:
    a, b = _begin(before), _begin(after)
    if before.status != "postponed" or a is None or b is None or len(a) > 1 or len(b) > 1:
        return False
    return 0 < b.first - a.first <= PUT_OFF


def delay(claim: Features) -> int:
    """How many days after its own what a claim tells of may take place, as others tell it."""
    if claim.status == "postponed":
        return PUT_OFF
    if claim.type == "meeting" and claim.round is not None:
        return SHORT - 1
    return SLIP if claim.ahead and claim.type in APPOINTED else 0


def _one_session(left: Features, right: Features) -> bool:
    """True for talks of one number on days that follow each other: one tells when they began, the other when they ended."""
    a, b = _begin(left), _begin(right)
    if left.type != "meeting" or left.round is None or left.round != right.round or a is None or b is None or len(a) > 1 or len(b) > 1:
        return False
    return 0 < abs(a.first - b.first) < SHORT


def slipped(left: Features, right: Features) -> bool:
    """True when one was announced for a day, and the other took place a day or two later: an exchange, a vote. Talks go on from day to day."""
    a, b = _begin(left), _begin(right)
    if left.type not in APPOINTED or left.type != right.type or a is None or b is None or len(a) > 1 or len(b) > 1:
        return False
    before, after = (left, right) if a.first < b.first else (right, left)
    return before.ahead and after.status in BEHIND and 0 < abs(a.first - b.first) <= SLIP


def _begin(claim: Features) -> Days | None:
    return None if claim.days is None else claim.days.begin


def _vaguer(left: Features, right: Features, days: int) -> Point:
    """One is told with a day, the other with its month or year. Of the years long gone few things are told."""
    if days <= THIRD and left.type in BINDING:
        return Point(weights.IN_DAYS, "à quelques jours près, l'un plus vague que l'autre")
    if days < 32:
        return Point(weights.IN_MONTH, "jours compatibles, l'un plus vague que l'autre")
    vague = max((left, right), key=lambda c: len(_begin(c) or ()))
    told, begin = vague.source.published, _begin(vague)
    if told is not None and begin is not None and begin.last < told.first - HISTORY and left.type not in FREQUENT:
        return Point(weights.IN_YEAR_OF_HISTORY, "l'un raconté par son année, longtemps après")
    if _of_many(left):
        return Point(weights.IN_YEAR_OF_MANY, "l'un raconté par son année, qui en compte beaucoup")
    return Point(weights.IN_YEAR, "jours compatibles, l'un plus vague que l'autre")


def _of_many(claim: Features) -> bool:
    """True for what happens many times a year: strikes, threats, not a war."""
    return claim.type in FREQUENT and claim.subtype not in RARE


def _same_begin(left: Features, right: Features, begin: Days) -> Point:
    if len(begin) == 1:
        return Point(weights.SAME_DAY, f"même jour ({iso(begin.first)})")
    word, prefix = ("mois", iso(begin.first)[:7]) if len(begin) < 32 else ("année", iso(begin.first)[:4])
    told = [s.published.first for s in (left.source, right.source) if s.published is not None]
    if told and begin.last < min(told) - HISTORY:
        return Point(weights.SAME_HISTORY, f"même {word}, loin avant les articles ({prefix})")
    return Point(weights.SAME_MONTH if word == "mois" else weights.SAME_YEAR, f"même {word} ({prefix})")


def compare_telling(left: Features, right: Features) -> Iterator[Point]:
    """What it says of two claims, one without a day, when they are told."""
    if left.days is not None and right.days is not None:
        return
    a, b = _told(left), _told(right)
    if a is None or b is None:
        return
    if _of_many(left) and max(len(_begin(left) or ()), len(_begin(right) or ())) > YEARLY:
        yield Point(weights.IN_YEAR_OF_MANY, "l'un sans date, l'autre raconté par son année, qui en compte beaucoup")
    elif left.type in FREQUENT and left.days is None and right.days is None and not overlap(a, b, 1):
        yield Point(weights.TOLD_APART, "sans date, raconté d'un jour à l'autre : de tels faits se répètent")
    elif _retold(left, right) or _retold(right, left):
        return
    elif overlap(a, b, NEAR):
        yield Point(weights.TOLD_TOGETHER, "sans date, mais raconté au même moment")
    elif not overlap(a, b, YEARS):
        yield Point(weights.TOLD_YEARS_APART, "sans date, et raconté à des années d'écart")
    elif not overlap(a, b, LONG) and (left.round is None or left.round != right.round):
        yield Point(weights.TOLD_LONG_APART, "sans date, et raconté à des mois d'écart")
    elif not overlap(a, b, FAR):
        yield Point(weights.TOLD_APART, "sans date, et raconté à des moments éloignés")


def _retold(dated: Features, undated: Features) -> bool:
    """True for the end of something that one article recalls with its day, years later, and another of that time without: that day says nothing of
    when the other's was."""
    begin, told, again = _begin(dated), dated.source.published, undated.source.published
    if begin is None or told is None or again is None or undated.days is not None or undated.ahead:
        return False
    return dated.subtype in UNDOING and dated.subtype == undated.subtype and begin.last < told.first - YEARS and overlap(told, again, LONG)


def other_series(left: Features, right: Features) -> bool:
    """True for two rounds of one number, told years apart, that bear no name: each process has its first."""
    if left.round is None or right.round is None or (left.title and left.title == right.title):
        return False
    a, b = _told(left), _told(right)
    return a is not None and b is not None and not overlap(a, b, YEARS)


def _told(claim: Features) -> Days | None:
    """The day of the fact, if one is known; else when it is told."""
    return _begin(claim) or claim.source.published
