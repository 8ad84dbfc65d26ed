"""Two claims of one kind: what speaks for and against their being about one thing."""

import math
from collections.abc import Iterator

from pourparlers.linking import weights
from pourparlers.linking.evidence import Comparison, Point
from pourparlers.linking.features import SINGLE, Features
from pourparlers.linking.kinds import GENERAL, RARE, UNCOMMON, UNDOING, contrary, distinct
from pourparlers.linking.places import compare_places
from pourparlers.linking.when import SLACK, compare_days, compare_telling, other_series
from pourparlers.linking.who import common_parties, compare_participants, compare_voices
from pourparlers.linking.wording import common_stems, containment, weigh
from pourparlers.model.claim import BEHIND, SPOKEN
from pourparlers.model.period import overlap

#: Days between two articles beyond which the same words are less likely to be one utterance.
ECHO = 10
#: Days by which two articles may differ on when the same words were said.
ECHOED = 3
#: Parties in common that make an accord of two articles one, where neither tells what it is about.
_PARTIES = 2
#: Words of a quotation that make it one utterance, and those that make it one though the articles date it differently.
VERBATIM, UNMISTAKABLE = 4, 6


def compare(left: Features, right: Features) -> Comparison:
    """The comparison of two claims of one kind; the order of the two changes nothing."""
    if right.claim < left.claim:
        left, right = right, left
    return Comparison(left.claim, right.claim, tuple(_KINDS[left.kind](left, right)))


def excluded(left: Features, right: Features) -> bool:
    """True when days, rounds or kinds make it impossible that two claims of one kind are one: what `compare` finds too, at less cost."""
    if left.kind in ("event", "commitment"):
        if left.round is not None and right.round is not None and (left.round != right.round or other_series(left, right)):
            return True
        if _undoes(left, right):
            return True
        return any(point.weight is None for point in compare_days(left, right))
    return _said_apart(left, right) if left.kind in ("statement", "position") else not overlap(left.bounds, right.bounds, SLACK)


def _events(left: Features, right: Features) -> Iterator[Point]:
    yield from compare_days(left, right)
    yield from _rounds(left, right)
    place = compare_places(left.place, right.place)
    if place is not None:
        yield place
    people = list(compare_participants(left, right))
    yield from people
    if not _listed(left, right):
        none = weights.NO_WORD_OF_MANY if _of_many(left, right) else weights.NO_WORD
        yield _wording(*_but_names(left, right), weights.WORD, weights.WORDS, none)
    if left.type in SPOKEN and _of_other_content(left, right):
        yield Point(weights.OTHER_CONTENT, "ce qui est demandé, offert ou refusé diffère")
    if left.type == "agreement" and _of_unknown_content(left, right):
        yield Point(weights.UNKNOWN_CONTENT, "rien ne dit qu'il s'agit du même accord")
    if left.source.family == right.source.family:
        yield Point(weights.SAME_FAMILY, "même dépêche")
    yield from _courses(left, right)
    if left.subtype in RARE and left.subtype == right.subtype and place is not None and (place.weight or 0.0) > 0:
        yield Point(weights.RARE, "un pays n'en connaît guère deux de suite")
    if left.sole and right.sole:
        if any(p.weight is not None and p.weight > 0 for p in people):
            yield Point(weights.SOLE, "seul événement de ce type dans chaque article")
        elif not people and left.subtype in UNCOMMON and left.subtype == right.subtype:
            yield Point(weights.SOLE_UNCOMMON, "seul événement de ce type dans chaque article")
    yield from _names_of(left, right)


def _of_other_content(left: Features, right: Features) -> bool:
    """True for two calls, offers, refusals or threats that no word tells to be of one thing, unless both are told of one day. A plan is known by
    its author."""
    if left.subtype == right.subtype == "proposal.plan" or (_is_one_day(left) and left.bounds == right.bounds):
        return False
    ours, theirs = _but_names(left, right)
    return not (ours & theirs) - left.act - right.act


def _of_unknown_content(left: Features, right: Features) -> bool:
    """True for two accords that neither a common day nor two common parties nor a telling word holds to be one: a state concludes many."""
    if left.days is not None and right.days is not None:
        return False
    ours, theirs = _but_names(left, right)
    telling = (ours & theirs) - left.act - right.act - common_stems()
    return not telling and not left.title and common_parties(left, right) < _PARTIES


def _listed(left: Features, right: Features) -> bool:
    """True for two deeds in one passage ("a interdit la pêche et fermé le port"): the words that they share say nothing."""
    overlapping = left.span[0] < right.span[1] and right.span[0] < left.span[1]
    return overlapping and left.source.document == right.source.document and left.type not in SINGLE


def _of_many(left: Features, right: Features) -> bool:
    """True for two deeds of one sort of which there are many, told in detail and not of one day."""
    if left.type in SINGLE or left.subtype != right.subtype or left.subtype in RARE or left.subtype in GENERAL:
        return False
    return left.days is None or left.days != right.days


def _names_of(left: Features, right: Features) -> Iterator[Point]:
    """What the words that two events are known by say; without such, when they are told."""
    if left.title and left.title == right.title:
        yield Point(weights.SAME_TITLE, f"même nom ({' '.join(left.title)})")
        return
    if left.act & right.act:
        yield Point(weights.SAME_ACT, f"raconté par le même mot ({', '.join(sorted(left.act & right.act))})")
    yield from compare_telling(left, right)


def _courses(left: Features, right: Features) -> Iterator[Point]:
    """What the sorts of two events say, whether each took place, and whether it happened once."""
    if left.subtype is not None and right.subtype is not None and left.subtype != right.subtype:
        if GENERAL.get(left.subtype) == right.subtype or GENERAL.get(right.subtype) == left.subtype:
            yield Point(weights.GENERAL, "l'un le dit en général, l'autre en détail")
        weight = None if _undoes(left, right) else _weight_of_kinds(left, right)
        yield Point(weight, f"sortes différentes ({left.subtype}, {right.subtype})")
    statuses = {left.status, right.status}
    if left.days != right.days and "cancelled" in statuses and statuses & BEHIND:
        yield Point(weights.OTHER_OUTCOME, "l'un a eu lieu, l'autre non")
    if left.status == right.status == "ongoing" and _since(left) and _since(right) and left.type not in SINGLE:
        yield Point(weights.LASTING, "l'un et l'autre durent depuis ce temps")
    if left.series and right.series:
        yield Point(weights.SERIES, "l'un et l'autre se répètent")
    elif left.series != right.series and any(_is_one_day(c) and not c.series for c in (left, right)):
        yield Point(weights.ONE_OF_SERIES, "l'un se répète, l'autre tombe un jour")


def _undoes(left: Features, right: Features) -> bool:
    """True when one ends what the other begins ("le retrait des troupes", "leur déploiement"). What was called off may be what the other ends."""
    return contrary(left.subtype, right.subtype) and "cancelled" not in (left.status, right.status)


def _weight_of_kinds(left: Features, right: Features) -> float:
    """What it says that two events of one type are of different kinds. Those "killed in the war of 2014" tell of the war."""
    if (left.subtype in UNDOING) != (right.subtype in UNDOING):
        return weights.UNDONE
    tells_war = any(a.subtype == "attack.war" and a.act & b.all_stems for a, b in ((left, right), (right, left)))
    return weights.OTHER_DEED if distinct(left.subtype, right.subtype) and not tells_war else weights.OTHER_SUBTYPE


def _since(claim: Features) -> bool:
    """True for what has begun at a known time and goes on."""
    return claim.days is not None and claim.days.begin is not None and claim.days.end is None


def _is_one_day(claim: Features) -> bool:
    return len(claim.bounds) == 1


def _rounds(left: Features, right: Features) -> Iterator[Point]:
    if left.round is None or right.round is None:
        return
    if other_series(left, right):
        yield Point(None, "séances de même numéro, racontées à des années d'écart")
    elif left.round == right.round:
        yield Point(weights.SAME_ROUND, f"même séance (numéro {left.round})")
    else:
        yield Point(None, f"séances différentes ({left.round} et {right.round})")


def _but_names(left: Features, right: Features) -> tuple[frozenset[str], frozenset[str]]:
    """The words of two passages, but for names that both claims count as participants or places."""
    named = (left.all_stems - left.stems) & (right.all_stems - right.stems)
    return left.all_stems - named, right.all_stems - named


def _wording(left: frozenset[str], right: frozenset[str], worth: float, most: int, none: float = weights.NO_WORD) -> Point:
    """Points for shared words: more of them, and a greater share of the shorter passage, say more."""
    shared = sorted(left & right)
    if shared:
        told = min(weigh(left & right), most) * worth * math.sqrt(containment(left, right))
        return Point(round(told, 3), f"mots communs : {', '.join(shared)}")
    return Point(none if min(len(left), len(right)) >= 3 else 0.0, "aucun mot commun")


def _said(left: Features, right: Features) -> Iterator[Point]:
    shared = _shared_quote(left, right)
    if _said_apart(left, right):
        yield Point(None, "dit à des jours différents")
    elif not overlap(left.bounds, right.bounds, ECHOED):
        yield Point(weights.OTHER_DAY_SAID, "mêmes mots, datés de jours différents")
    voices = compare_voices(left, right)
    yield voices
    if left.status != right.status and voices.weight in (weights.OTHER_VOICE, weights.VAGUE_VOICE):
        yield Point(None, "l'un dément ce que l'autre affirme")
    if shared:
        yield Point(weights.SAME_WORDS, "mêmes mots")
    else:
        yield _wording(left.all_stems, right.all_stems, weights.SAID_WORD, weights.SAID_WORDS)
    if left.days is not None and left.days == right.days:
        yield Point(weights.SAME_DAY_SAID, "dit le même jour")
    yield from _far_apart(left, right, ECHO)


def _shared_quote(left: Features, right: Features) -> int:
    """The number of words that two utterances have in common in a row, when one holds the other whole; 0 for a few."""
    short, long = sorted((left.quote, right.quote), key=lambda quote: (len(quote), quote))
    words = len(short.split())
    return words if words >= VERBATIM and f" {short} " in f" {long} " else 0


def _said_apart(left: Features, right: Features) -> bool:
    """True when two utterances cannot be one. Articles of one time may give different days to the same long quotation: one misdates it."""
    words = _shared_quote(left, right)
    if overlap(left.bounds, right.bounds, ECHOED if words else SLACK):
        return False
    a, b = left.source.published, right.source.published
    return words < UNMISTAKABLE or a is None or b is None or not (overlap(a, b, ECHO) and overlap(left.bounds, right.bounds, ECHO))


def _far_apart(left: Features, right: Features, days: int) -> Iterator[Point]:
    a, b = left.source.published, right.source.published
    if a is not None and b is not None and not overlap(a, b, days):
        yield Point(weights.ECHO, "articles éloignés dans le temps")


def _figures(left: Features, right: Features) -> Iterator[Point]:
    if not overlap(left.bounds, right.bounds, SLACK):
        yield Point(None, "chiffres de jours différents")
    if left.value == right.value:
        yield Point(weights.SAME_VALUE, f"même valeur ({left.value:g})")
    else:
        yield Point(weights.OTHER_VALUE, f"valeurs différentes ({left.value:g}, {right.value:g})")
    yield _wording(left.all_stems, right.all_stems, weights.COUNTED_WORD, weights.COUNTED_WORDS)
    if left.days is not None and left.days == right.days:
        yield Point(weights.SAME_DAY_SAID, "chiffres du même jour")
    yield from _far_apart(left, right, ECHO)


_KINDS = {"event": _events, "commitment": _events, "statement": _said, "position": _said, "figure": _figures}
