"""Who takes part, under one name each, and from whom the story comes."""

from collections import Counter
from collections.abc import Iterable, Sequence

from pourparlers.chronicle.nameable import nameable
from pourparlers.chronicle.told import Told, agents_of
from pourparlers.model.claim import Agent, Statement
from pourparlers.model.naming import acronyms, fold, folded_words, name_words, same_name


def participants(told: Sequence[Told]) -> tuple[Agent, ...]:
    """Those who take part: name variants folded into the fullest, those told by more families first, then by name."""
    groups: list[list[tuple[Agent, str]]] = []
    told_of = [(a, t.family) for t in told for a in agents_of(t.claim) if nameable(a, t.kinds.get(a.actor or ""))]
    for agent, family in sorted(told_of, key=lambda item: (-len(name_words(item[0].name)), item[0].name)):
        for group in groups:
            if _one(group[0][0], agent):
                group.append((agent, family))
                break
        else:
            groups.append([(agent, family)])
    states = {group[0][0].name for group in groups}
    groups = [group for group in groups if group[0][0].side not in states or not _people_of(group[0][0])]
    ranked = sorted(groups, key=lambda group: (-len({family for _, family in group}), group[0][0].name))
    return tuple(_merged([agent for agent, _ in group]) for group in ranked)


def _one(full: Agent, other: Agent) -> bool:
    """True when the other is the same one under a shorter or equal name: not a state beside its army."""
    if name_words(full.name) == name_words(other.name):
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
