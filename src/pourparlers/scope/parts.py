"""Which camps are parties, and to which conflict; which mediate."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pourparlers.scope.decided import Decided
from pourparlers.scope.names import only_tells, organisations, stands_alone
from pourparlers.scope.roster import Roster
from pourparlers.scope.ties import Pair, Ties

#: What a family that tells of a tie counts for: enemies, bound by a truce or an exchange, or talking.
ENEMIES, BOUND, TALKING = 2.0, 2.0, 0.5
#: A tie this strong makes parties; and at least this share of the strongest tie of either.
STRONG, SHARE = 1.5, 0.4


@dataclass(frozen=True, slots=True)
class Parts:
    """groups: the parties of each conflict, sorted, the strongest tie first. mediators: sorted. strength: of each tie between two camps."""

    groups: tuple[tuple[str, ...], ...]
    mediators: tuple[str, ...]
    strength: dict[Pair, float]

    @property
    def parties(self) -> frozenset[str]:
        """The parties of all groups."""
        return frozenset(camp for group in self.groups for camp in group)


def find_parts(ties: Ties, roster: Roster, decided: Decided) -> Parts:
    """The parties and mediators, as people decided, else as the ties tell."""
    apart = {roster.known(name) for name in decided.parts}
    mediators = {camp for camp in ties.mediating if _mediates(camp, ties)} - apart - set(decided.sides.values())
    mediators |= {roster.known(name) for name, part in decided.parts.items() if part == "mediator"}
    strength = _strengths(ties)
    apart |= {camp for camp in roster.people if camp in organisations() and camp not in ties.fighting and camp not in decided.sides.values()}
    free = {p: s for p, s in strength.items() if not mediators.union(apart).intersection(p) and all(_is_body(c, roster) for c in p)}
    armed = {pair: found for pair, found in free.items() if _at_arms(pair, ties)}
    groups = _groups(armed) or _groups(free) or _facing(free, ties, roster) or _alone(ties, roster, mediators | apart)
    named = [(name,) for name in sorted(set(decided.sides.values()) - {c for g in groups for c in g}) if name in roster.people]
    return Parts((*groups, *named), tuple(sorted(mediators)), strength)


def joined(parts: Parts, rest: Parts, groups: Iterable[tuple[str, ...]]) -> Parts:
    """The parts with some groups of the rest, and its mediators that are no party."""
    more = tuple(tuple(sorted(group)) for group in groups)
    parties = parts.parties.union(*more)
    mediators = tuple(sorted({*parts.mediators, *rest.mediators} - parties))
    return Parts((*parts.groups, *more), mediators, parts.strength)


def _mediates(camp: str, ties: Ties) -> bool:
    """True for whoever mediates or hosts more often than it fights or binds itself."""
    bound = set().union(*(families for pair, families in ties.bound.items() if camp in pair))
    return len(ties.mediating[camp]) >= len(ties.fighting.get(camp, set()) | bound)


def _is_body(camp: str, roster: Roster) -> bool:
    """True for a state, a movement, a government: not for a person, nor for what only a common noun tells ("municipalité")."""
    if only_tells(camp):
        return False
    named = any(letter.isupper() for letter in camp) or " " in camp or stands_alone(camp)
    return named and camp in roster.people and roster.people[camp].kind != "person"


def _strengths(ties: Ties) -> dict[Pair, float]:
    found: dict[Pair, float] = defaultdict(float)
    for told, worth in ((ties.enemies, ENEMIES), (ties.bound, BOUND), (ties.talking, TALKING)):
        for pair, families in told.items():
            found[pair] += worth * len(families)
    return dict(sorted(found.items()))


def _groups(strength: dict[Pair, float]) -> tuple[tuple[str, ...], ...]:
    """The parties of each conflict: camps joined by ties that are strong, and strong beside the other ties of both."""
    best: dict[str, float] = defaultdict(float)
    for pair, found in strength.items():
        for camp in pair:
            best[camp] = max(best[camp], found)
    groups: dict[str, set[str]] = {}
    for pair, found in sorted(strength.items(), key=lambda item: (-item[1], item[0])):
        if found >= max(STRONG, SHARE * max(best[camp] for camp in pair)):
            union = set().union(*(groups.get(camp, {camp}) for camp in pair))
            groups.update(dict.fromkeys(union, union))
    weight = {tuple(sorted(union)): max(best[camp] for camp in union) for union in groups.values()}
    return tuple(sorted(weight, key=lambda group: (-weight[group], group)))


def _at_arms(pair: Pair, ties: Ties) -> bool:
    """True for two that oppose each other or are bound by a truce, both of which fight or are so bound themselves."""
    armed = ties.fighting.keys() | {camp for bound in ties.bound for camp in bound}
    return (pair in ties.enemies or pair in ties.bound) and armed.issuperset(pair)


def _facing(strength: dict[Pair, float], ties: Ties, roster: Roster) -> tuple[tuple[str, ...], ...]:
    """In a few articles that tell of no fight: the movement and the state with the strongest tie of any kind, those told most among equals."""
    told = {camp: sum(camps.get(camp, 0) for camps in ties.told.values()) for pair in strength for camp in pair}
    possible = [pair for pair in strength if sum(roster.is_state(camp) for camp in pair) == 1 and any(stands_alone(camp) for camp in pair)]
    best = min(possible, key=lambda pair: (-strength[pair], -sum(told[camp] for camp in pair), pair), default=None)
    return () if best is None else (best,)


def _alone(ties: Ties, roster: Roster, others: set[str]) -> tuple[tuple[str, ...], ...]:
    """Where nobody is told to oppose anybody: of those who do deeds of arms, the one of whom most articles tell, a junta."""
    possible = [camp for camp in ties.fighting if camp not in others and _is_body(camp, roster)]
    told = {camp: sum(camp in camps for camps in ties.told.values()) for camp in possible}
    found = sorted((camp for camp in possible if told[camp] > 1), key=lambda camp: (-told[camp], not stands_alone(camp), camp))
    return tuple((camp,) for camp in found[:1])
