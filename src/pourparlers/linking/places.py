"""Whether two places can be one: by name, by distance, by one lying in the other."""

from pourparlers.linking import weights
from pourparlers.linking.evidence import Point
from pourparlers.model.mention import Place
from pourparlers.model.naming import fold, name_words

#: Kilometres within which two places count as one, and beyond which two towns are not one.
NEAR, FAR = 25.0, 60.0


def compare_places(left: Place | None, right: Place | None) -> Point | None:
    """What the places of two events say; None when one is unknown."""
    if left is None or right is None:
        return None
    if fold(left.name) == fold(right.name):
        return Point(weights.SAME_STATE if left.precision == "country" else weights.SAME_PLACE, f"même lieu ({left.name})")
    wide, narrow = (left, right) if _rank(left) >= _rank(right) else (right, left)
    if wide.precision == "country" and narrow.country is not None:
        inside = narrow.country == wide.country
        return (
            Point(weights.WITHIN, f"{narrow.name} est dans {wide.name}")
            if inside
            else Point(weights.OUTSIDE, f"{narrow.name} n'est pas dans {wide.name}")
        )
    apart = left.kilometres_to(right)
    if apart is not None and left.precision == right.precision == "city":
        return _by_distance(left, right, apart)
    if left.country is not None and right.country is not None and left.country != right.country:
        return Point(weights.OTHER_STATE, f"pays différents ({left.name}, {right.name})")
    if name_words(left.name) & name_words(right.name):
        return Point(weights.NEIGHBOURS, f"lieux de noms voisins ({left.name}, {right.name})")
    if apart is not None and apart <= NEAR:
        return Point(weights.NEIGHBOURS, f"lieux voisins ({left.name}, {right.name})")
    return Point(weights.OTHER_NAME, f"lieux de noms différents ({left.name}, {right.name})")


def _by_distance(left: Place, right: Place, apart: float) -> Point:
    if apart <= NEAR:
        return Point(weights.NEARBY, f"lieux voisins ({left.name}, {right.name} : {apart:.0f} km)")
    if apart <= FAR:
        return Point(weights.DISTANT, f"lieux distants de {apart:.0f} km ({left.name}, {right.name})")
    return Point(weights.FAR_AWAY, f"lieux éloignés ({left.name}, {right.name} : {apart:.0f} km)")


def _rank(place: Place) -> int:
    return {"city": 0, "area": 1, "region": 2, "country": 3}.get(place.precision, 1)
