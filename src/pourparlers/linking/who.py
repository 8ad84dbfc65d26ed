"""Whether two claims can be about the same people and parties."""

import functools
from collections.abc import Iterator

from pourparlers.lexicon.movements import movement_words
from pourparlers.linking import weights
from pourparlers.linking.evidence import Point
from pourparlers.linking.features import Features, Name
from pourparlers.linking.wording import name_stems
from pourparlers.model.claim import MUTUAL
from pourparlers.model.naming import same_name


@functools.lru_cache(maxsize=262144)
def one_actor(left: Name, right: Name) -> bool:
    """True when two actors can be one, or one of them can stand for the other's side: not two of that side who bear names of their own."""
    if _one_name(left, right):
        return True
    own_names = left[0][:1].isupper() and right[0][:1].isupper()
    return not own_names and any(same_name(a, b) for a in left[1:] for b in right[1:])


@functools.lru_cache(maxsize=262144)
def _one_name(left: Name, right: Name) -> bool:
    """True when two actors bear names that can be one, or the one bears the name of the other's side."""
    if same_name(left[0], right[0]) or any(same_name(left[0], b) for b in right[1:]) or any(same_name(a, right[0]) for a in left[1:]):
        return True
    return bool(movement_words(left[0])) and movement_words(left[0]) == movement_words(right[0])


def compare_participants(left: Features, right: Features) -> Iterator[Point]:
    """What those who take part in two events say. Somebody whom the other passage names counts as taking part in both."""
    if any(one_actor(a, b) for a in left.hosts for b in right.hosts):
        yield Point(weights.SAME_HOST, "même médiateur : " + left.hosts[0][0])
    if not left.names or not right.names:
        return
    fewer, other = (left, right) if (len(left.names), left.names, left.claim) <= (len(right.names), right.names, right.claim) else (right, left)
    few = fewer.names
    met = _met(few, (*other.names, *left.hosts, *right.hosts))
    told = ", ".join(a[0] for a in met)
    if not met:
        yield _strangers(left, right) or _named_only(few, other, left.announced or right.announced)
    elif len(met) == len(few):
        yield Point(weights.ALL_MET if common_parties(left, right) > 1 else weights.ONE_OF_ONE, f"participants communs : {told}")
    else:
        yield Point(weights.ONE_OF_SOME if len(met) == 1 else weights.SOME_MET, f"une partie des participants en commun : {told}")
        if left.type in MUTUAL and _other_parties(few, other.names):
            yield Point(weights.OTHER_PARTIES, "l'un et l'autre nomment aussi d'autres parties")


def common_parties(left: Features, right: Features) -> int:
    """How many of those who take part in one event take part in the other: two ministers are one where the other names their state."""
    met = _met(left.names, (*right.names, *right.hosts)), _met(right.names, (*left.names, *left.hosts))
    return min(map(len, met))


@functools.lru_cache(maxsize=65536)
def _other_parties(few: tuple[Name, ...], many: tuple[Name, ...]) -> bool:
    """True when each names somebody whom the other does not, both of one standing: two states, or two people who act for somebody."""
    alone = [{len(a) > 1 for a in ours if _is_name((a,)) and not _met((a,), theirs)} for ours, theirs in ((few, many), (many, few))]
    return bool(alone[0] & alone[1])


@functools.lru_cache(maxsize=65536)
def _met(few: tuple[Name, ...], many: tuple[Name, ...]) -> tuple[Name, ...]:
    """Those of the one that can be one of the others."""
    return tuple(a for a in few if any(one_actor(a, b) for b in many))


def _strangers(left: Features, right: Features) -> Point | None:
    """Talks of two named parties are not those of two others."""
    if left.type not in MUTUAL or min(len(left.names), len(right.names)) < 2 or left.hosts or right.hosts:
        return None
    return Point(weights.STRANGERS, "ce sont d'autres parties") if all(_is_name((name,)) for name in (*left.names, *right.names)) else None


def _named_only(names: tuple[Name, ...], other: Features, announced: bool) -> Point:
    for name in names:
        if any(words and words <= other.all_stems for words in map(name_stems, name)):
            return Point(weights.NAMED, f"{name[0]} est nommé dans l'autre passage")
    if not (_is_name(names) and _is_name(other.names)):
        return Point(weights.NONE_NAMED, "participants désignés en termes généraux")
    if announced:
        return Point(weights.NONE_NAMED, "seul est nommé celui qui l'annonce")
    return Point(weights.NONE_MET, "aucun participant commun")


def strangers(left: Features, right: Features) -> bool:
    """True when nobody takes part in both, and each names several who do, or one is a plan and the other none. Of what takes two, one may be
    named here and the other there."""
    if not all(_is_name(c.names) and not c.announced for c in (left, right)):
        return False
    if left.ahead == right.ahead and min(len(left.names), len(right.names)) < 2:
        return False
    return not _met(left.names, (*right.names, *right.hosts)) and not _met(right.names, left.hosts)


def _is_name(names: tuple[Name, ...]) -> bool:
    """True when somebody is named, not only described ("les deux camps"), nor by a letter, which is what is left of a broken name."""
    return any(word[:1].isupper() and len(word) > 1 for name in names for form in name for word in form.split())


def compare_voices(left: Features, right: Features) -> Point:
    """What those who speak, or ask, say."""
    for a in left.names:
        for b in right.names:
            if _one_name(a, b):
                return Point(weights.SAME_VOICE, f"même voix : {a[0]}")
    if any(one_actor(a, b) for a in left.names for b in right.names):
        return Point(weights.SAME_SIDE_VOICE, "voix d'un même camp")
    if not (_is_name(left.names) and _is_name(right.names)):
        return Point(weights.VAGUE_VOICE, "voix désignées en termes généraux")
    return Point(weights.OTHER_VOICE, "voix différentes")
