"""Two actors named side by side ("Kiev et Moscou", "MM. Roux et Sow", "russo-ukrainien"), to whom "les deux camps" comes back."""

import itertools
import re
from bisect import bisect_left

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse, Pair
from pourparlers.mentions.entities import Entity
from pourparlers.mentions.words import group

_AND = re.compile(r"\s+(?:et|avec|à|contre)\s+(?:(?:une? autre|ceux|celles?|celui) (?:de |des |du ))?(?:le |la |les |l['’]|son |sa |ses )?")
_COMMA = re.compile(r"\s*,\s*(?:le |la |les |l['’])?")
_BODIES = ("state", "organisation", "group")
#: How whom a verb acts on hangs on it.
_OBJECTS = ("obj", "iobj", "obl", "obl:arg", "obl:mod")


def note_pair(discourse: Discourse, before: tuple[Entity, Candidate] | None, entity: Entity, candidate: Candidate) -> None:
    """Remembers two actors that stand side by side, for "les deux camps" or "les deux hommes" further on."""
    if before is None or before[0] is entity or before[1].sentence != candidate.sentence:
        return
    first, left = before
    both_people = first.kind == entity.kind == "person"
    both_bodies = _is_party(first, left) and _is_party(entity, candidate)
    if not (both_people or both_bodies):
        return
    between = discourse.annotated.document.text[left.span.end : candidate.span.start]
    if _is_aside(discourse, "bodies", (first, entity)):
        return
    compound = left.span == candidate.span and left.form == candidate.form == "adjective"
    if _COMMA.fullmatch(between) and _is_listed(discourse, left, candidate):
        discourse.last_paired = candidate
    elif compound or _AND.fullmatch(between):
        if discourse.last_paired is left:
            for each in _kinds(first, entity):
                discourse.pairs.pop(each, None)  # "A, B et C" are no two
        else:
            for each in _kinds(first, entity):
                discourse.pairs[each] = (Pair((first, entity), (left, candidate)), *discourse.pairs.get(each, ())[:1])
        discourse.last_paired = candidate


def _is_listed(discourse: Discourse, left: Candidate, right: Candidate) -> bool:
    """True for the first two of "le gouvernement, le Front et la Ligue"."""
    heads = [discourse.annotated.tokens[c.head] for c in (left, right)]
    return heads[1].dep == "conj" and heads[1].head in (heads[0].i, heads[0].head if heads[0].dep == "conj" else heads[0].i)


def _kinds(first: Entity, second: Entity) -> tuple[str, ...]:
    """What two actors may come back as: "les deux hommes", "les deux camps", "les deux pays"."""
    if first.kind == "person":
        return ("people",)
    return ("bodies", "states") if first.kind == second.kind == "state" else ("bodies",)


def _is_party(entity: Entity, candidate: Candidate) -> bool:
    """True for what may be one of two camps: a state, a body, a people, rebels; not for those whom they fight with or over."""
    if entity.kind != "group":
        return entity.kind in _BODIES
    return candidate.form == "name" or (candidate.noun is not None and candidate.noun.lemma in group("faction"))


def _is_aside(discourse: Discourse, kind: str, pair: tuple[Entity, ...]) -> bool:
    """True for two of whom one is an organisation of many states that the text names less often than either of the two camps it told of before."""
    before = discourse.pairs.get(kind, ())
    named = [len(e.members) for e in pair if e.kind == "organisation" and e.name]
    return bool(before and named) and min(named) < min(len(e.members) for e in before[0].actors)


def resolve_pair(discourse: Discourse, candidate: Candidate) -> tuple[Entity, ...]:
    """The two that the sentence or the one before names side by side; else the only two bodies that the sentence before names; else the two that
    were named side by side last; without such two, the last two people that the text spoke of. Whoever acts on the two is none of them."""
    pairs = _pairs_but_those_who_act(discourse, candidate)
    if pairs and pairs[0].places[0].sentence >= candidate.sentence - 1:
        first, second = zip(pairs[0].actors, pairs[0].places, strict=True)
        return _with_name(discourse, *first), _with_name(discourse, *second)
    just_named = () if candidate.pair == "people" else _bodies_just_named(discourse, candidate)
    if len(just_named) == 2 and not _is_aside(discourse, candidate.pair, just_named):
        return just_named
    if pairs or candidate.pair != "people":
        return pairs[0].actors if pairs else ()
    last: list[Entity] = []
    for trace in discourse.back(candidate, 2):
        if trace.entity.kind == "person" and trace.entity.spellings and trace.entity not in last:
            last.append(trace.entity)
    return tuple(reversed(last)) if len(last) == 2 else ()


def _with_name(discourse: Discourse, actor: Entity, place: Candidate) -> Entity:
    """The movement whose rebels are told of: "les rebelles du Front" are the Front."""
    if actor.kind != "group":
        return actor
    at = bisect_left(discourse.candidates, place.span.start, key=lambda c: c.span.start)
    inside = itertools.takewhile(lambda n: discourse.candidates[n].span.start < place.span.end, range(at, len(discourse.candidates)))
    named = [n for n in inside if discourse.candidates[n].form == "name" and discourse.candidates[n].kind == "organisation"]
    return discourse.assigned.get(named[0], actor) if named else actor


def _pairs_but_those_who_act(discourse: Discourse, candidate: Candidate) -> tuple[Pair, ...]:
    """The pairs that a passage may come back to, the last first; those who act on the two are remembered as none of them."""
    pairs = discourse.pairs.get(candidate.pair, ())
    for pair in pairs:
        if any(_acts_on(discourse, place, candidate) for place in pair.places):
            discourse.outsiders.extend(pair.actors)
    left = tuple(p for p in pairs if not any(actor in discourse.outsiders for actor in p.actors))
    if pairs:
        discourse.pairs[candidate.pair] = left
    return left


def _acts_on(discourse: Discourse, subject: Candidate, candidate: Candidate) -> bool:
    """True for "Paris et Berlin" in "Paris et Berlin ont appelé les deux camps à négocier": whom somebody acts on is somebody else."""
    doer, other = (discourse.annotated.tokens[c.head] for c in (subject, candidate))
    return doer.head == other.head and doer.dep.startswith("nsubj") and other.dep in _OBJECTS


def resolve_last_two(discourse: Discourse, candidate: Candidate) -> tuple[Entity, ...]:
    """Both of "Awa Sow et Jean Roy" for "ces derniers" in the same sentence or the next, unless the text has told of several people since."""
    last = discourse.last_paired
    if last is None or not (candidate.this and candidate.plural) or candidate.sentence - last.sentence > 1:
        return ()
    pair = next((pairs[0] for pairs in discourse.pairs.values() if pairs and pairs[0].places[1] is last), None)
    if pair is None or (candidate.gender == "f" and any(e.gender == "m" for e in pair.actors)):
        return ()
    if any(_acts_on(discourse, place, candidate) for place in pair.places):
        return ()
    since = (t.candidate for t in discourse.back(candidate, 1) if t.candidate.span.start > last.span.start)
    return () if any(c.plural and c.gender == candidate.gender for c in since) else pair.actors


def _bodies_just_named(discourse: Discourse, candidate: Candidate) -> tuple[Entity, ...]:
    """The states and organisations that the sentence before names, in the order of the text, each once."""
    named: list[Entity] = []
    for trace in discourse.back(candidate, 1):
        entity = trace.entity
        told = entity.kind == "state" or (candidate.pair == "bodies" and entity.kind in _BODIES and _has_name(entity))
        if told and trace.candidate.sentence != candidate.sentence and entity not in (*named, *discourse.outsiders):
            named.append(entity)
    return tuple(reversed(named))


def _has_name(entity: Entity) -> bool:
    """True for a body with a name of its own, and for a government, which needs none."""
    named = any(n[:1].isupper() for n in (*entity.spellings, *entity.phrases))
    return named or any(c.noun is not None and c.noun.part == "state" for c in entity.members)
