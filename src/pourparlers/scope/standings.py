"""Where everybody stands, and why."""

from collections.abc import Iterator

from pourparlers.model.claim import Agent
from pourparlers.model.scope import Standing
from pourparlers.scope.decided import Decided
from pourparlers.scope.parts import Parts
from pourparlers.scope.roster import Roster
from pourparlers.scope.ties import Ties

#: Enemies and partners that a reason names.
_NAMED = 3


def standings(roster: Roster, ties: Ties, parts: Parts, decided: Decided) -> tuple[Standing, ...]:
    """Everybody's standing, sorted by name."""
    parties = parts.parties
    found = []
    for name, person in roster.people.items():
        camp = roster.camp(Agent(name))
        part = "party" if camp in parties else "mediator" if camp in parts.mediators else "third"
        if part == "third" and person.kind == "person" and camp == name:
            part = "unknown"
        judgement = decided.by.get(name) or next((decided.by[n] for n in sorted(person.names) if n in decided.by), None)
        reasons = () if judgement is None else (f"décidé par {judgement.who} : {judgement.reason}",)
        found.append(
            Standing(
                name=name,
                names=tuple(sorted(person.names)),
                kind=person.kind,
                part=part,
                side=camp if part == "party" else None,
                reasons=(*reasons, *_reasons(name, camp, ties, parts, person=person.kind == "person")),
                documents=tuple(sorted(person.documents)),
                judged=judgement is not None,
            )
        )
    return tuple(sorted(found, key=lambda s: s.name))


def _reasons(name: str, camp: str, ties: Ties, parts: Parts, *, person: bool) -> Iterator[str]:
    if name != camp:
        yield f"agit pour {camp}, d'après son titre ou son nom"
    told = ties.mediating.get(camp)
    if told:
        yield f"médiateur ou hôte ({_sources(len(told))})"
    fights = ties.fighting.get(camp)
    if fights:
        yield f"prend part à des faits d'armes ({_sources(len(fights))})"
    for words, pairs in (("oppose et accuse", ties.enemies), ("se lie par une trêve ou un échange avec", ties.bound)):
        others = [(-len(f), a if b == camp else b) for (a, b), f in pairs.items() if camp in (a, b)]
        if others:
            yield f"{words} {', '.join(other for _, other in sorted(others)[:_NAMED])}"
    if person and name == camp and camp not in parts.mediators:
        yield "les articles ne disent pas pour qui"
    elif camp not in parts.parties and camp not in parts.mediators:
        yield "n'est partie à aucun des affrontements ni des trêves qui dominent"


def _sources(number: int) -> str:
    return "1 source" if number == 1 else f"{number} sources"
