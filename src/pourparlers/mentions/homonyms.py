"""Which of the places of one name a text means: what it says of the states around decides before size does."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.gazetteer import Found
from pourparlers.mentions.world import Known, state

#: Places at least this big are believed without a preposition.
GREAT = 200_000
#: A town at least this big may be meant where nothing in the text points to its country.
_RENOWNED = 100_000
#: ... and it must be so many times greater than other places of its name elsewhere.
_FOREMOST = 10
#: What a state that the text names, a town or region in it, the words behind, and the whole text add to the size of a place (tens of people).
_NAMED, _AROUND, _BEHIND, _SHARE = 3.0, 1.5, 4.0, 1.0
_CAPITAL = 2.0
#: A town of the same country and name contests a small one unless it is that many times smaller.
_RIVAL = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a document plays. named: how often it names each state or uses its adjective, by code; around: the codes of its capitals and regions."""

    named: Mapping[str, int] = field(default_factory=dict)
    around: frozenset[str] = frozenset()

    def points_to(self, country: str | None) -> bool:
        """True when something in the text speaks of that country, or it speaks of none at all."""
        return country is None or country in self.named or country in self.around or not (self.named or self.around)

    def share(self, country: str | None) -> float:
        """How much of what the text says of states is about that one, in [0, 1]."""
        return 0.0 if country is None or not self.named else self.named.get(country, 0) / max(self.named.values())


def setting_of(candidates: Sequence[Candidate]) -> Setting:
    """The states that a document names, and those of the capitals and seats of power in it, which tell nothing of their own homonyms."""
    named: Counter[str] = Counter()
    around: set[str] = set()
    for each in candidates:
        if each.form in ("name", "adjective"):
            named.update(_codes(each.sides))
        elif each.form == "metonym":
            around |= _codes(each.sides)
    return Setting(named, frozenset(around))


def _codes(names: Iterable[str]) -> frozenset[str]:
    return frozenset(owner.code for owner in map(state, names) if owner is not None)


def likely(found: Sequence[Found], setting: Setting, known: Known | None = None) -> tuple[Found, ...]:
    """The places of a name that the text may mean: small towns of countries of which it says nothing are none.

    known: the state of a capital; its great homonyms alone contest it ("Paris" is no town in Texas).
    """
    owner = None if known is None else state(known.name)
    if owner is not None and any(f.place.country == owner.code for f in found):
        return tuple(f for f in found if f.place.country == owner.code or (f.population >= _RENOWNED and setting.points_to(f.place.country)))
    told = tuple(f for f in found if setting.points_to(f.place.country))
    return told or _foremost(found)


def _foremost(found: Sequence[Found]) -> tuple[Found, ...]:
    """The great town that anybody would think of first."""
    first = max(found, key=lambda f: f.population, default=None)
    if first is None or first.population < _RENOWNED:
        return ()
    rivals = (f.population for f in found if f.place.country != first.place.country)
    return tuple(f for f in found if f.place.country == first.place.country) if max(rivals, default=0) * _FOREMOST <= first.population else ()


def rank(found: Found, setting: Setting, behind: str | None, precision: str, known: Known | None) -> float:
    """How likely a place is meant, in powers of ten of people: its size, the states that the text speaks of, the kind of place asked for.

    behind: the code of the state that the next words give ("à X, au Bélarus"); precision: what the phrase asks for, "" when nothing;
    known: the state of a capital, which tells nothing of the homonyms of that very capital.
    """
    country = found.place.country
    owner = None if known is None else state(known.name)
    capital = owner is not None and owner.code == country
    near = _NAMED if country in setting.named else _AROUND * (country in setting.around and not capital)
    near += _BEHIND * (behind is not None and country == behind) + _SHARE * setting.share(country)
    wanted = 3.0 * (precision != "" and found.place.precision == precision)
    usual = 1.5 * (precision == "" and found.place.precision == "city")
    return math.log10(found.population + 10) + near + wanted + usual + _CAPITAL * capital


def is_open(ranked: Sequence[Found]) -> bool:
    """True when two small towns of one country are about as likely: which of them is meant, the text does not tell. ranked: the likeliest first."""
    first = ranked[0]
    if first.place.precision != "city" or first.population >= _RENOWNED:
        return False
    rivals = (f for f in ranked[1:] if f.place.country == first.place.country and f.place.precision == "city")
    return any(f.population * _RIVAL >= first.population and _apart(f, first) for f in rivals)


def _apart(a: Found, b: Found) -> bool:
    """True when two places are more than a degree from each other."""
    if a.place.lat is None or b.place.lat is None or a.place.lon is None or b.place.lon is None:
        return False
    return max(abs(a.place.lat - b.place.lat), abs(a.place.lon - b.place.lon)) > 1
