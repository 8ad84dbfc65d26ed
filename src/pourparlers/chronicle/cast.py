"""Whom the line of an entry names: those whom most articles tell of, and of somebody and his side the one that fits the kind of thing."""

from collections.abc import Sequence

from pourparlers.chronicle.nameable import describes_people
from pourparlers.chronicle.people import Group, groups_of
from pourparlers.chronicle.told import Told, agents_of
from pourparlers.model.claim import MUTUAL, Agent, Event
from pourparlers.model.naming import same_name

#: What people do in person: elsewhere their state does it.
IN_PERSON = frozenset({"call", "meeting", "proposal", "rejection", "threat", "vote"})


def cast(told: Sequence[Told], type_: str) -> tuple[Agent, ...]:
    """Those to name, those told by more families first. type_: of the event."""
    groups = [group for group in groups_of(told) if group.agent.role != "mediator" and not _mediates(group, told)]
    groups = [group for group in groups if not _stood_for(group, groups, type_)]
    if type_ in MUTUAL:
        acting = [group for group in groups if not _only_tells(group, told)]
        groups = acting if len(acting) > 1 else groups
        named = [group for group in groups if not describes_people(group.agent.name)]
        groups = named if len(named) > 1 else groups  # "les deux ministres" are those who are named
    bodies = [group for group in groups if group.kind != "person"]
    if type_ not in IN_PERSON and len(bodies) > 1:
        groups = bodies  # whoever announced or brokered it is no party to it
    most = max((len(group.families) for group in groups), default=0)
    often = [group for group in groups if 2 * len(group.families) >= most]
    if type_ in MUTUAL and len(often) < 2:
        often = groups[:2]
    return tuple(group.agent for group in often)


def _mediates(group: Group, told: Sequence[Told]) -> bool:
    """True for somebody whom no fewer families call the mediator than one of those who take part."""
    hosting, taking = set(), set()
    for t in told:
        if isinstance(t.claim, Event):
            if t.claim.mediator is not None and same_name(t.claim.mediator.name, group.agent.name):
                hosting.add(t.family)
            if any(same_name(a.name, group.agent.name) for a in t.claim.participants):
                taking.add(t.family)
    return bool(hosting) and len(hosting) >= len(taking)


def _only_tells(group: Group, told: Sequence[Told]) -> bool:
    """True for somebody whom only those claims name that he makes himself: he announces it, and need not take part."""
    naming = [t for t in told if any(same_name(a.name, group.agent.name) for a in agents_of(t.claim))]
    return all(any(same_name(agent.name, group.agent.name) for link in t.claim.attribution for agent in link.agents) for t in naming)


def _stood_for(group: Group, groups: Sequence[Group], type_: str) -> bool:
    """True for somebody in whose place his side is named, or for a side in whose place somebody is."""
    own = group.agent.side
    for other in groups:
        if own is not None and own != group.agent.name and other.agent.name == own:
            return not _fits(group, type_)
        if other.agent.side == group.agent.name != other.agent.name and _fits(other, type_):
            return True
    return False


def _fits(group: Group, type_: str) -> bool:
    """True for those who are named rather than their side: people where they act in person, and bodies with a name of their own."""
    if group.kind == "person":
        return type_ in IN_PERSON and group.agent.name[:1].isupper()
    return group.agent.name[:1].isupper()
