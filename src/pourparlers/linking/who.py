"""Whether two claims can be about the same people and parties."""

from collections.abc import Iterator

from pourparlers.linking import weights
from pourparlers.linking.evidence import Point
from pourparlers.linking.features import Features, Name
from pourparlers.model.naming import same_name


def one_actor(left: Name, right: Name) -> bool:
    """True when two actors can be one, or speak for one side."""
    return any(same_name(a, b) for a in left for b in right)


def compare_participants(left: Features, right: Features) -> Iterator[Point]:
    """What those who take part in two events say."""
    if any(one_actor(a, b) for a in left.hosts for b in right.hosts):
        yield Point(weights.SAME_HOST, "même médiateur : " + left.hosts[0][0])
    if not left.names or not right.names:
        return
    few, many = sorted((left.names, right.names), key=lambda names: (len(names), names))
    met = [a for a in few if any(one_actor(a, b) for b in (*many, *left.hosts, *right.hosts))]
    told = ", ".join(a[0] for a in met)
    if not met:
        yield Point(weights.NONE_MET, "aucun participant commun")
    elif len(met) == len(few):
        yield Point(weights.ALL_MET if len(met) > 1 else weights.ONE_OF_ONE, f"participants communs : {told}")
    else:
        yield Point(weights.ONE_OF_SOME if len(met) == 1 else weights.SOME_MET, f"une partie des participants en commun : {told}")


def compare_voices(left: Features, right: Features) -> Point:
    """What those who speak, or ask, say."""
    for a in left.names:
        for b in right.names:
            if one_actor(a, b):
                return Point(weights.SAME_VOICE, f"même voix : {a[0]}")
    return Point(weights.OTHER_VOICE, "voix différentes")
