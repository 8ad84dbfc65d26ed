"""The claims of one entry, each with what its document and its days are known to be together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pourparlers.lexicon.movements import is_junta
from pourparlers.model.calendar import prefix_days
from pourparlers.model.chronicle import Linked
from pourparlers.model.claim import Agent, Attribution, Claim, Commitment, Event, Figure, Position, Reading, Statement, When
from pourparlers.model.time import Time

#: Statuses by which an article does not say that a thing is so.
DENIED, CONDITIONAL = "denied", "conditional"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim and its source.

    when: the days of what it tells of; sharpened: they are known only through other documents; guessed: their year is that of the document, which is
    a guess. on: ISO prefix of the day it was told,
    None when unknown. source: what to call the origin of its own voice (agency, outlet or document).
    """

    claim: Claim
    document: str
    family: str
    source: str
    when: When
    sharpened: bool
    guessed: bool
    on: str | None
    kinds: Mapping[str, str]

    @property
    def own_voice(self) -> bool:
        """True when the article itself asserts it."""
        return not self.claim.attribution

    @property
    def modality(self) -> str:
        """asserted | conditional | denied, as the claim has it."""
        status = getattr(self.claim, "status", "")
        if status == DENIED:
            return DENIED
        conditional = status == CONDITIONAL or any(link.verb == "conditionnel" for link in self.claim.attribution)
        return CONDITIONAL if conditional else "asserted"

    @property
    def key(self) -> tuple[int, str]:
        """Sorts by the day of telling (unknown last), then by id."""
        day = prefix_days(self.on or "")
        return (10**8 if day is None else day.first, self.claim.id)


def days_of(claim: Claim) -> When:
    """The days of what a claim tells of; those of the telling where it tells of no event or count."""
    if isinstance(claim, Event | Commitment):
        return claim.when
    return claim.as_of if isinstance(claim, Figure) else claim.said_on


def tell(readings: Iterable[Reading], linked: Linked) -> dict[str, Told]:
    """All claims by id."""
    found = {}
    for reading in readings:
        published = linked.published.get(reading.document, reading.dated.published)
        meta = reading.metadata
        kinds = {actor.id: actor.kind for actor in reading.actors}
        for claim in reading.claims:
            said = linked.said.get(claim.id, claim.said_on).start
            found[claim.id] = Told(
                claim,
                reading.document,
                linked.families.get(reading.document, reading.document),
                meta.agency or meta.outlet or reading.name,
                linked.days.get(claim.id, days_of(claim)),
                claim.id in linked.days,
                len(published.other_years) > 0 and _hangs_on_publication(days_of(claim), reading.dated.times),
                said if said is not None and len(said) == 10 else published.best,
                kinds,
            )
    return found


def _hangs_on_publication(when: When, times: Sequence[Time]) -> bool:
    """True unless the text itself tells the year of these days."""
    return any(i is None or _root(times[i], times) != "none" for i in (when.first, when.last))


def _root(time: Time, times: Sequence[Time]) -> str:
    """What a time is counted from in the end: the anchor of the first of its chain."""
    while time.anchor.isdecimal():
        time = times[int(time.anchor)]
    return time.anchor


def agents_of(claim: Claim) -> tuple[Agent, ...]:
    """Those who take part in what a claim tells of, the mediator last, with that role; a junta that opens talks takes part in them."""
    if isinstance(claim, Event):
        host = claim.mediator
        if host is None:
            return claim.participants
        return (*claim.participants, Agent(host.name, host.actor, None if is_junta(host.name) else host.role or "mediator", host.side))
    if isinstance(claim, Commitment):
        return claim.parties
    if isinstance(claim, Statement):
        return (claim.speaker,)
    return (claim.party,) if isinstance(claim, Position) else ()


def chains(told: Sequence[Told]) -> tuple[tuple[Attribution, ...], ...]:
    """The different chains of tellers of some claims, an empty one for the articles' own voice."""
    return tuple(group[0].claim.attribution for group in _by_chain(told))


def told_in(told: Sequence[Told]) -> tuple[tuple[str, ...], ...]:
    """The documents behind each of the `chains`, in their order."""
    return tuple(tuple(sorted({t.document for t in group})) for group in _by_chain(told))


def _by_chain(told: Sequence[Told]) -> list[list[Told]]:
    groups: dict[tuple[tuple[str, ...], ...], list[Told]] = defaultdict(list)
    for t in sorted(told, key=lambda t: t.key, reverse=True):
        groups[voice(t.claim.attribution)].append(t)
    return [groups[key] for key in sorted(groups)]


def voice(chain: Sequence[Attribution]) -> tuple[tuple[str, ...], ...]:
    """What is the same for all who are told to say something in one manner: the names and the verb of each link, outermost first."""
    return tuple((*(agent.name for agent in link.agents), link.verb) for link in chain)
