"""Who takes part, under one name each, and from whom the story comes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pourparlers.chronicle.nameable import nameable
from pourparlers.chronicle.told import Told, agents_of
from pourparlers.lexicon.movements import movement_words
from pourparlers.model.claim import Agent, Statement
from pourparlers.model.naming import acronyms, fold, folded_words, name_words, same_name


@dataclass(frozen=True, slots=True)
class Group:
    """Somebody under all names that the claims of an entry have. kind: of the actor, "" when unknown. families: that tell of it."""

    agent: Agent
    kind: str
    families: frozenset[str]


def participants(told: Sequence[Told]) -> tuple[Agent, ...]:
    """Those who take part: name variants folded into the fullest, those told by more families first, then by name."""
    return tuple(group.agent for group in groups_of(told))


def groups_of(told: Sequence[Told]) -> list[Group]:
    """Those who take part, each with who tells of it, in the order of `participants`."""
    return sorted(map(_grouped, _gathered(told)), key=lambda group: (-len(group.families), group.agent.name))


def takers(told: Sequence[Told]) -> list[tuple[Agent, tuple[Told, ...]]]:
    """Those who take part, as `participants` has them, each with the claims that name them, by name."""
    found = [(_merged([a for a, _ in group]), group) for group in _gathered(told)]
    unique = [(agent, tuple({t.claim.id: t for _, t in group}.values())) for agent, group in found]
    return sorted(unique, key=lambda item: item[0].name)


def _gathered(told: Sequence[Told]) -> list[list[tuple[Agent, Told]]]:
    """Those who take part, name variants together, the fullest name first."""
    groups: list[list[tuple[Agent, Told]]] = []
    told_of = [(a, t) for t in told for a in agents_of(t.claim) if nameable(a, t.kinds.get(a.actor or ""))]
    for agent, t in sorted(told_of, key=lambda item: (-len(name_words(item[0].name)), item[0].name)):
        for group in groups:
            if _one(group[0][0], agent):
                group.append((agent, t))
                break
        else:
            groups.append([(agent, t)])
    states = {group[0][0].name for group in groups}
    return [group for group in groups if group[0][0].side not in states or not _people_of(group[0][0])]


def _grouped(group: Sequence[tuple[Agent, Told]]) -> Group:
    kind = _commonest(t.kinds.get(a.actor or "") or None for a, t in group)
    return Group(_merged([a for a, _ in group]), kind or "", frozenset(t.family for _, t in group))


def _one(full: Agent, other: Agent) -> bool:
    """True when the other is the same one under a shorter or equal name: not a state beside its army."""
    if name_words(full.name) == name_words(other.name) or (movement_words(full.name) and movement_words(full.name) == movement_words(other.name)):
        return True
    if full.side == other.name or other.side == full.name:
        return False
    a, b = folded_words(full.name), folded_words(other.name)
    family_name = bool(a and b) and a[-1] == b[-1] and name_words(other.name) <= name_words(full.name)
    return family_name or bool(acronyms(full.name) & set(b))


def _people_of(agent: Agent) -> bool:
    """True for those who are only told by their side ("Russes" beside Russie)."""
    name, side = fold(agent.name), fold(agent.side or "")
    return agent.name != agent.side and " " not in name and name[:4] == side[:4]


def _merged(agents: Sequence[Agent]) -> Agent:
    role = _commonest(a.role for a in agents)
    return Agent(agents[0].name, None, role, _commonest(a.side for a in agents))


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(v for v in values if v is not None)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def origins(told: Sequence[Told]) -> tuple[str, ...]:
    """Those who said it first, as far as the articles tell: the innermost teller, or the agency or outlet for its own voice."""
    found: dict[str, str] = {}
    for t in sorted(told, key=lambda t: (-len(name_words(_origin(t))), t.claim.id)):
        name = _origin(t)
        if not any(same_name(name, other) for other in found.values()):
            found[t.family if t.own_voice else name] = name
    return tuple(sorted(set(found.values())))


def _origin(told: Told) -> str:
    if isinstance(told.claim, Statement) and told.own_voice:
        return told.claim.speaker.name
    return told.claim.claimant or told.source
