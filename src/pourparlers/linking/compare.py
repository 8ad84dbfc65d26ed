"""Two claims of one kind: what speaks for and against their being about one thing."""

from collections.abc import Iterator

from pourparlers.linking.evidence import Comparison, Point
from pourparlers.linking.features import AHEAD, Features
from pourparlers.linking.places import compare_places
from pourparlers.linking.wording import containment
from pourparlers.model.naming import same_name
from pourparlers.model.period import Range, iso

#: Days by which a vague time ("début septembre") may miss the day that it means.
SLACK = 1
#: Days within which two articles tell of one time, and beyond which they tell of two.
NEAR, FAR = 3, 45


def compare(left: Features, right: Features) -> Comparison:
    """The comparison of two claims of one kind; the order of the two changes nothing."""
    if right.claim < left.claim:
        left, right = right, left
    by_kind = {"event": _events, "statement": _said, "position": _said, "figure": _figures, "commitment": _events}
    return Comparison(left.claim, right.claim, tuple(by_kind[left.kind](left, right)))


def _events(left: Features, right: Features) -> Iterator[Point]:
    yield from _days(left, right)
    yield from _rounds(left, right)
    place = compare_places(left.place, right.place)
    if place is not None:
        yield place
    yield from _participants(left, right)
    yield from _wording(left, right)
    yield from _nearness(left, right)


def _days(left: Features, right: Features) -> Iterator[Point]:
    if left.days is None or right.days is None or left.days.begin is None or right.days.begin is None:
        if not left.bounds.overlaps(right.bounds, SLACK):
            yield Point(None, "jours incompatibles")
        elif left.days is not None and right.days is not None:
            yield Point(0.5, "échéances compatibles")
        return
    a, b = left.days.begin, right.days.begin
    if a == b:
        yield _same_begin(left, right, a)
    elif a.overlaps(b, SLACK if len(a) > 1 or len(b) > 1 else 0):
        yield _vague(left, right, a, b)
    elif left.bounds.overlaps(right.bounds):
        yield Point(-1.5, "l'un dure, l'autre tombe pendant ce temps : un jour n'est pas la série")
    else:
        yield Point(None, "jours différents")


def _same_begin(left: Features, right: Features, begin: Range) -> Point:
    if len(begin) == 1:
        return Point(3.0, f"même jour ({iso(begin.first)})")
    told = [s.published.first for s in (left.source, right.source) if s.published is not None]
    if told and begin.last < min(told) - 300:
        return Point(2.5, f"même époque, loin avant les articles ({iso(begin.first)[: 7 if len(begin) < 32 else 4]})")
    return Point(1.2 if len(begin) < 32 else 0.8, f"même {'mois' if len(begin) < 32 else 'année'} ({iso(begin.first)[: 7 if len(begin) < 32 else 4]})")


def _vague(left: Features, right: Features, a: Range, b: Range) -> Point:
    return Point(0.8 if min(len(a), len(b)) < 32 else 0.4, "jours compatibles, l'un plus vague que l'autre")


def _rounds(left: Features, right: Features) -> Iterator[Point]:
    if left.round is not None and right.round is not None:
        if left.round == right.round:
            yield Point(2.5, f"même séance (numéro {left.round})")
        else:
            yield Point(None, f"séances différentes ({left.round} et {right.round})")


def _participants(left: Features, right: Features) -> Iterator[Point]:
    if any(_one(a, b) for a in left.hosts for b in right.hosts):
        yield Point(0.5, "même médiateur : " + left.hosts[0][0])
    if not left.names or not right.names:
        return
    few, many = sorted((left.names, right.names), key=len)
    met = [a for a in few if any(_one(a, b) for b in (*many, *left.hosts, *right.hosts))]
    if not met:
        yield Point(-1.5, "aucun participant commun")
    elif len(met) == len(few):
        yield Point(2.0 if len(met) > 1 else 1.0, "participants communs : " + ", ".join(a[0] for a in met))
    else:
        yield Point(0.5 if len(met) == 1 else 1.5, "une partie des participants en commun : " + ", ".join(a[0] for a in met))


def _one(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(same_name(a, b) for a in left for b in right)


def _wording(left: Features, right: Features) -> Iterator[Point]:
    if not left.stems or not right.stems:
        return
    shared = len(left.stems & right.stems)
    share = containment(left.stems, right.stems)
    if shared:
        yield Point(round(min(shared, 6) * 0.6 * share, 3), f"mots communs : {', '.join(sorted(left.stems & right.stems))}")
    elif min(len(left.stems), len(right.stems)) >= 3:
        yield Point(-0.7, "aucun mot commun")


def _nearness(left: Features, right: Features) -> Iterator[Point]:
    if left.source.family == right.source.family:
        yield Point(0.5, "même dépêche")
    if left.subtype is not None and right.subtype is not None and left.subtype != right.subtype:
        yield Point(-0.5, f"sortes différentes ({left.subtype}, {right.subtype})")
    a, b = _told(left), _told(right)
    if (left.days is None or right.days is None) and a is not None and b is not None:
        if a.overlaps(b, NEAR):
            yield Point(0.5, "sans date, mais raconté au même moment")
        elif not a.overlaps(b, FAR):
            yield Point(-1.0, "sans date, et raconté à des moments éloignés")


def _told(claim: Features) -> Range | None:
    """The day of the fact, if one is known; else when it is told."""
    if claim.days is not None and claim.days.begin is not None:
        return claim.days.begin
    return claim.source.published


def _said(left: Features, right: Features) -> Iterator[Point]:
    if not left.bounds.overlaps(right.bounds, SLACK):
        yield Point(None, "dit à des jours différents")
    if any(_one(a, b) for a in left.names for b in right.names):
        yield Point(1.0, "même voix : " + left.names[0][0])
    else:
        yield Point(-2.0, "voix différentes")
    short, long = sorted((left.quote, right.quote), key=len)
    shared = len(left.all_stems & right.all_stems)
    if len(short.split()) >= 4 and short in long:
        yield Point(4.0, "mêmes mots")
    elif shared:
        share = containment(left.all_stems, right.all_stems)
        yield Point(round(min(shared, 8) * 0.8 * share, 3), f"mots communs : {', '.join(sorted(left.all_stems & right.all_stems))}")
    if left.days is not None and right.days is not None and left.days == right.days:
        yield Point(0.7, "dit le même jour")
    a, b = left.source.published, right.source.published
    if a is not None and b is not None and not a.overlaps(b, 10):
        yield Point(-1.0, "articles éloignés dans le temps")


def _figures(left: Features, right: Features) -> Iterator[Point]:
    if left.value != right.value:
        yield Point(-1.5, f"valeurs différentes ({left.value:g}, {right.value:g})")
    else:
        yield Point(1.5, f"même valeur ({left.value:g})")
    if not left.bounds.overlaps(right.bounds, SLACK):
        yield Point(None, "jours différents")
    shared = len(left.all_stems & right.all_stems)
    yield Point(round(min(shared, 5) * containment(left.all_stems, right.all_stems), 3), f"{shared} mots communs")
    a, b = left.source.published, right.source.published
    if a is not None and b is not None and not a.overlaps(b, 45):
        yield Point(-1.0, "articles éloignés dans le temps")
