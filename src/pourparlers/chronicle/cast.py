"""Whom the line of an entry names: those whom most articles tell of, and of somebody and his side the one that fits the kind of thing."""

from collections.abc import Sequence

from pourparlers.chronicle.people import Group, groups_of
from pourparlers.chronicle.told import Told
from pourparlers.model.claim import Agent

#: What people do in person: elsewhere their state does it.
IN_PERSON = frozenset({"call", "meeting", "proposal", "rejection", "threat", "vote"})
#: What takes two.
MUTUAL = frozenset({"agreement", "call", "ceasefire", "exchange", "meeting"})


def cast(told: Sequence[Told], type_: str) -> tuple[Agent, ...]:
    """Those to name, those told by more families first. type_: of the event."""
    groups = [group for group in groups_of(told) if group.agent.role != "mediator"]
    groups = [group for group in groups if not _stood_for(group, groups, type_)]
    bodies = [group for group in groups if group.kind != "person"]
    if type_ not in IN_PERSON and len(bodies) > 1:
        groups = bodies  # whoever announced or brokered it is no party to it
    most = max((len(group.families) for group in groups), default=0)
    often = [group for group in groups if 2 * len(group.families) >= most]
    if type_ in MUTUAL and len(often) < 2:
        often = groups[:2]
    return tuple(group.agent for group in often)


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
