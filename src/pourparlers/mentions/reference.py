"""Titles and pronouns to actors, from the first passage to the last: each sees what the text has said before it."""

from pourparlers.mentions.antecedents import resolve_pronoun
from pourparlers.mentions.apposed_bodies import apposed_body
from pourparlers.mentions.apposed_people import apposed_people
from pourparlers.mentions.bodies import resolve_body, resolve_group
from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse
from pourparlers.mentions.entities import Entity
from pourparlers.mentions.latecomers import settle_latecomers
from pourparlers.mentions.pairs import note_pair, resolve_last_two, resolve_pair
from pourparlers.mentions.titles import resolve_people, resolve_title
from pourparlers.mentions.variations import is_former


def resolve_references(discourse: Discourse) -> None:
    """Gives an actor to the candidates without one; what nothing resolves and what can act becomes an actor of its own."""
    discourse.begin()
    end = -1
    before: tuple[Entity, Candidate] | None = None
    for number, candidate in enumerate(discourse.candidates):
        if candidate.pair:
            discourse.shared[number] = resolve_pair(discourse, candidate)
            continue
        several = resolve_last_two(discourse, candidate) if candidate.form == "pronoun" else apposed_people(discourse, number)
        if several:
            discourse.shared[number] = several
            continue
        entity = discourse.assigned.get(number)
        if entity is None:
            entity = _resolve(discourse, number)
            if entity is None:
                continue
            discourse.assigned[number] = entity
            entity.add(candidate, None if is_former(candidate) or _is_nationality(candidate, entity) else discourse.side(candidate))
            discourse.note_function(entity, candidate)
        if candidate.office == "counterpart" and candidate.form == "name":
            discourse.note_counterpart(entity)
        nested = candidate.span.end <= end
        if not nested or candidate.form == "adjective":
            note_pair(discourse, before, entity, candidate)
            before = entity, candidate
        discourse.follow(entity, candidate, nested)
        end = max(end, candidate.span.end)
    settle_latecomers(discourse)


def _is_nationality(candidate: Candidate, entity: Entity) -> bool:
    """True for "l'Espagnol" who serves a body that the text has told of: his country is not whom he acts for."""
    return candidate.kind == "person" and candidate.noun is None and any(c.office is not None and c.owner >= 0 for c in entity.members)


def _resolve(discourse: Discourse, number: int) -> Entity | None:
    candidate = discourse.candidates[number]
    if candidate.form == "pronoun":
        return resolve_pronoun(discourse, candidate)
    if candidate.kind == "person" and candidate.phrase:
        return resolve_people(discourse, candidate) if candidate.noun is None else resolve_title(discourse, number)
    if candidate.kind == "organisation" and candidate.noun is not None:
        return apposed_body(discourse, number) or resolve_body(discourse, candidate)
    return resolve_group(discourse, candidate) if candidate.kind == "group" else None
