"""Titles that no name had gone with when they were read, to the one person whom the whole text names under that function: "le président gabonais" of
a text that says "le président Jean Roy" only later, or without his country."""

from collections.abc import Sequence

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse, comes_back, same_side
from pourparlers.mentions.entities import Entity
from pourparlers.mentions.functions import STATE, function_of
from pourparlers.mentions.variations import is_former
from pourparlers.mentions.world import state

#: A text that names more holders of offices is a list, in which nobody is meant by a bare title.
_MOST = 60


def settle_latecomers(discourse: Discourse) -> None:
    """Gives the passages of titles without a name to the person named under the same function, where the text names one such person only, and calls
    nobody else by it."""
    people = [e for e in discourse.people() if not e.plural and _has_office(e)]
    named = [e for e in people if e.spellings]
    waiting = [e for e in people if not e.spellings and any(c.definite for c in e.members)]
    if max(len(named), len(waiting)) > _MOST:
        return
    for entity in waiting:
        wanted = _functions(entity, entity.side)
        fits = [p for p in named if (wanted or _functions(entity, p.side)) & _functions(p, entity.side or p.side) and _may_be(discourse, p, entity)]
        if len(fits) == 1 and not _contested(waiting, named, entity, fits[0]):
            _merge(discourse, entity, fits[0])


def _has_office(entity: Entity) -> bool:
    """True for somebody told of by a title under a state, or one that is such in some states."""
    return "secretaire" in entity.nouns or bool(_functions(entity, entity.side))


def _functions(entity: Entity, side: str | None) -> set[str]:
    """What the titles of a person amount to, if they are titles under a state; a secretary of state is a minister where `side` is that state."""
    found: set[str | None] = set()
    for candidate in entity.members:
        if candidate.noun is not None and _tells(candidate) and not comes_back(entity, candidate):
            found.add(function_of(candidate.phrase, candidate.noun, side if candidate.noun.lemma == "secretaire" else entity.side))
    return {f for f in found if f is not None and (f in STATE or f.endswith("_minister"))}


def _tells(candidate: Candidate) -> bool:
    """True for an office held now; a bare "ministre" tells too little."""
    if candidate.noun is None or candidate.noun.lemma == "guide":
        return False  # of a state, or of a museum
    return bool(candidate.phrase) and not is_former(candidate)


def _may_be(discourse: Discourse, named: Entity, waiting: Entity) -> bool:
    """True when neither country nor gender speaks against it, and no sentence tells of both where no country is known.

    Who serves no state has none of its offices.
    """
    if named.side is not None and state(named.side) is None:
        return False
    if named.side is None and any(_is_anothers(discourse, c) for c in named.members):
        return False
    if named.side is None and {c.sentence for c in named.members} & {c.sentence for c in waiting.members}:
        return False
    return same_side(named.side, waiting.side) and (not named.gender or not waiting.gender or named.gender == waiting.gender)


def _is_anothers(discourse: Discourse, candidate: Candidate) -> bool:
    """True for "son ministre", who is that of a country spoken of just before."""
    first = discourse.annotated.token_at(candidate.span.start)
    if candidate.noun is None or candidate.noun.lemma == "secretaire" or first is None or first.i == 0:
        return False
    return discourse.annotated.tokens[first.i - 1].lower in ("son", "sa", "leur")


def _contested(waiting: Sequence[Entity], named: Sequence[Entity], entity: Entity, holder: Entity) -> bool:
    """True when the holder of no known country might as well be another country's: the text leaves a second such title without a name."""
    if holder.side is not None or entity.side is None:
        return False
    wanted = _functions(entity, entity.side)
    others = [e for e in waiting if e is not entity and e.side not in (None, entity.side) and wanted & _functions(e, e.side)]
    return any(not any(p.side == e.side and wanted & _functions(p, p.side) for p in named) for e in others)


def _merge(discourse: Discourse, entity: Entity, into: Entity) -> None:
    """Makes all passages of one entity another's."""
    for number in [n for n, e in discourse.assigned.items() if e is entity]:
        discourse.assigned[number] = into
    for candidate in entity.members:
        into.add(candidate, entity.side)
    discourse.functions.setdefault(into.number, set()).update(discourse.offices(entity))
    for number, shared in discourse.shared.items():
        discourse.shared[number] = tuple(into if e is entity else e for e in shared)
