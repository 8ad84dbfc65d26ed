"""Bodies and groups told of by a noun, to those that the text has spoken of: "le mouvement", "l'armée congolaise", "les rebelles"."""

import functools
from bisect import bisect_right

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse, Trace, same_side
from pourparlers.mentions.entities import Entity, phrase_key
from pourparlers.mentions.sentence import is_acronym
from pourparlers.mentions.words import cut, fold, group, plural
from pourparlers.mentions.world import state

_REACH = 2
#: So many characters an article before the first name of a sentence has.
_ARTICLE = 3
#: How many candidates may begin before a word and still hold it.
_NEAR = 16
#: What stands before the name of a movement: "la rébellion du Front", "la guérilla des Zéta".
_ARTICLED = frozenset({"des", "du", "l'", "l’", "la"})
#: Parts that an armed movement never has.
_NO_FACTION = frozenset({"state", "ministry", "media", "source"})


def resolve_body(discourse: Discourse, candidate: Candidate) -> Entity:
    """The body that a phrase means, a new one when the text has not spoken of it."""
    key = phrase_key(candidate.phrase)
    if key in discourse.registry.by_key:
        return discourse.registry.by_key[key]
    itself = _named_inside(discourse, candidate)
    if itself is not None:
        return itself
    key = "armee" if is_regular_army(candidate) else key
    found = _government(discourse, candidate) or _one_army(discourse, candidate) or _pointed_at(discourse, candidate)
    found = found or _same_noun(discourse, candidate, "organisation") or _army(discourse, candidate)
    return found or _movement(discourse, candidate) or _faction(discourse, candidate) or discourse.registry.keyed(key, "organisation")


def _named_inside(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "la guérilla des Zéta", "l'ancienne rébellion de la Renaza": the body whose name ends the phrase; None for a country's or a person's."""
    word = discourse.annotated.token_at(candidate.span.end - 1)
    if candidate.noun is None or candidate.noun.lemma not in group("uprisings") or word is None:
        return None
    last = bisect_right(discourse.candidates, word.start, key=lambda c: c.span.start)
    for number in range(max(0, last - _NEAR), last):
        named, entity = discourse.candidates[number], discourse.assigned.get(number)
        if entity is not None and entity.kind == "organisation" and named.form == "name" and named.span.end == candidate.span.end:
            first = discourse.annotated.token_at(named.span.start)
            return entity if first is not None and first.i > 0 and discourse.annotated.tokens[first.i - 1].lower in _ARTICLED else None
    return None


def _government(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "le gouvernement": that of the state whose government the text spoke of last, else of the only state that it is mostly about."""
    noun = candidate.noun
    if noun is None or noun.part != "state" or not candidate.definite or candidate.plural or len(cut(candidate.phrase)) > 1:
        return None
    states = [e for e in discourse.registry.entities if e.kind == "state" and e.name not in discourse.governments.brokers]
    for trace in discourse.recent():
        if trace.entity in states and trace.candidate.noun is not None and trace.candidate.noun.part == "state":
            return trace.entity
    ranked = sorted(_in_play(candidate, states), key=lambda e: -len(e.members))
    sole = discourse.governments.sole
    if sole is not None:
        return next((e for e in states if e.name == sole), None)
    alone = ranked and (len(ranked) == 1 or len(ranked[0].members) >= 2 * len(ranked[1].members))
    return ranked[0] if alone and len(ranked[0].members) > 1 else None


def _in_play(candidate: Candidate, states: list[Entity]) -> list[Entity]:
    """The states that the text has spoken of so far; all of them while it has spoken of none."""
    return [e for e in states if e.members and e.members[0].span.start < candidate.span.start] or states


def resolve_group(discourse: Discourse, candidate: Candidate) -> Entity:
    """The group that a phrase means, a new one when the text has not spoken of it."""
    key = _key_of_group(candidate)
    if key in discourse.registry.by_key:
        return discourse.registry.by_key[key]
    found = _junta(discourse, candidate) or _same_noun(discourse, candidate, "group") or _faction(discourse, candidate)
    return found or discourse.registry.keyed(key, "group")


def _key_of_group(candidate: Candidate) -> str:
    """What makes two groups one; "les rebelles sabans" are "les Sabans" where that is no country's adjective."""
    words = cut(candidate.phrase)
    rebels = candidate.noun is not None and candidate.noun.lemma in group("faction") and len(words) == 2 and not candidate.sides
    return plural(words[1]) if rebels else phrase_key(candidate.phrase)


def _junta(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "les militaires", "les putschistes" after "la junte": the one junta of the text, unless the words put them elsewhere."""
    noun = candidate.noun
    if noun is None or noun.lemma not in group("junta") or not candidate.definite or candidate.sides:
        return None
    if not set(cut(candidate.phrase)[1:]) <= group("junta_words"):
        return None
    juntas = {phrase_key(c.phrase): c for c in discourse.candidates if c.noun is not None and c.noun.lemma == "junte" and c.definite and c.phrase}
    return discourse.registry.keyed(next(iter(juntas)), "organisation") if len(juntas) == 1 else None


def _army(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "l'armée congolaise" is the armed forces that the text names in full."""
    side = discourse.side(candidate)
    if candidate.noun is None or candidate.noun.lemma != "armee" or side is None:
        return None
    fits = [e for e in discourse.registry.entities if e.kind == "organisation" and e.side == side and e.acronym and {"forces", "armee"} & e.nouns]
    return fits[0] if len(fits) == 1 else None


def _movement(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "le mouvement", "le groupe rebelle", "le quotidien américain": the body with a name of its own that the text last spoke of."""
    noun = candidate.noun
    if noun is None or not noun.named or noun.part == "source" or candidate.plural or not candidate.definite:
        return None
    if len(cut(candidate.phrase)) > 4 or " de " in candidate.phrase or candidate.owner >= 0 or _is_anothers(discourse, candidate):
        return None
    side = discourse.side(candidate)
    # "le groupe" is rather who did something than one of those told of beside
    for trace in sorted(discourse.back(candidate, _REACH), key=functools.partial(_foremost, discourse)):
        entity = trace.entity
        if entity.kind != "organisation" or not _has_name(entity) or entity.name:
            continue
        if noun.lemma not in entity.nouns | group("any_body") and noun.part != "media":
            continue  # "l'administration américaine" is no armed group of which the text just spoke
        media = any(c.noun is not None and c.noun.part == "media" for c in entity.members)
        if same_side(side, entity.side) and media == (noun.part == "media" and media):
            return entity
    return None


def _has_name(entity: Entity) -> bool:
    """True for a body with a name of its own: a bare one, an acronym, or a noun with a capital ("l'Alliance du Nord")."""
    return bool(entity.spellings or entity.acronym) or any(c.form == "name" for c in entity.members)


def _foremost(discourse: Discourse, trace: Trace) -> tuple[int, int, int]:
    """Those with whom a sentence begins or who said something first, the nearest sentence before others; then the rest as they come."""
    start = discourse.annotated.sentences[trace.candidate.sentence].start
    first = trace.subject and (trace.speaks or trace.candidate.span.start - start <= _ARTICLE)
    return (0, -trace.step, trace.candidate.span.start) if first else (1, 0, 0)


def _is_anothers(discourse: Discourse, candidate: Candidate) -> bool:
    """True for "son parti", "leur mouvement": whose it is has just been told of, the body itself has not."""
    first = discourse.annotated.token_at(candidate.span.start)
    return first is not None and first.i > 0 and discourse.annotated.tokens[first.i - 1].lower in ("son", "sa", "leur")


def _faction(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "la guérilla", "les rebelles": the one armed movement that the text names, when it names one only and the words put them nowhere else; where
    it names none, the only rebels of whom it has told more ("les rebelles sabans")."""
    noun = candidate.noun
    if noun is None or noun.lemma not in group("faction") or not candidate.definite or len(cut(candidate.phrase)) > (2 if candidate.sides else 1):
        return None
    here = [e for e in discourse.registry.entities if same_side(discourse.side(candidate), e.side)]
    fits = [e for e in here if _may_be_faction(e)] or [e for e in here if e.kind in ("organisation", "group") and _are_rebels(e)]
    return fits[0] if len(fits) == 1 else None


def _are_rebels(entity: Entity) -> bool:
    """True for rebels told of by more than that word: "les rebelles sabans", "l'ex-rébellion du lac"."""
    return any(c.noun is not None and c.noun.lemma in group("faction") and len(cut(c.phrase)) > 1 for c in entity.members)


def _may_be_faction(entity: Entity) -> bool:
    """True for a body with a name of its own, by its acronym or noun a movement's, which no lexicon knows and which belongs to no state."""
    if entity.kind != "organisation" or entity.name or not any(c.form == "name" for c in entity.members):
        return False
    nouns = [c.noun for c in entity.members if c.noun is not None]
    if state(entity.side or "") is not None or any(n.part in _NO_FACTION or n.lemma not in group("faction_heads") | group("faction") for n in nouns):
        return False
    return entity.acronym != "" or any(is_acronym(s) for s in entity.spellings) or bool(entity.nouns & group("faction_heads"))


def is_regular_army(candidate: Candidate) -> bool:
    """True for "l'armée", "les forces armées", which are a state's whatever a movement is called."""
    noun = candidate.noun
    return noun is not None and noun.part == "army" and candidate.definite and fold(candidate.phrase) in group("armies")


def _pointed_at(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "ce groupe armé": the movement with a name that the text spoke of last."""
    if not candidate.this or candidate.plural or candidate.noun is None or candidate.noun.lemma not in group("any_body") | group("uprisings"):
        return None
    last = (t.entity for t in discourse.back(candidate, 1) if t.entity.kind == "organisation" and not t.nested and _has_name(t.entity))
    return next((e for e in last if same_side(discourse.side(candidate), e.side) and not e.name), None)


def foremost_state(discourse: Discourse) -> str | None:
    """The state that the text names more often than any other."""
    often = sorted(((len(e.members), e.name) for e in discourse.registry.entities if e.kind == "state"), reverse=True)
    return often[0][1] if often and (len(often) == 1 or often[0][0] > often[1][0]) else None


def _one_army(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "l'armée" of a text that tells of the army of the state it is about, and of no other's, before or after."""
    if not is_regular_army(candidate):
        return None
    armies = [c for c in discourse.candidates if c.noun is not None and c.noun.part == "army" and len(c.sides) == 1 and not c.acronym]
    armies = [c for c in armies if c.noun is not None and c.noun.lemma == "armee" and len(cut(c.phrase)) == 2]
    keys = {c.sides[0]: phrase_key(c.phrase) for c in armies}
    sole = len(keys) == 1 and next(iter(keys)) == foremost_state(discourse)
    return discourse.registry.keyed(next(iter(keys.values())), "organisation") if sole else None


def _is_movement(entity: Entity) -> bool:
    """True for a body with a name of its own that belongs to no state: "l'Armée de libération du Nord"."""
    return state(entity.side or "") is None and any(c.form == "name" for c in entity.members)


def _same_noun(discourse: Discourse, candidate: Candidate, kind: str) -> Entity | None:
    """The last body or group of that noun, when the phrase says nothing new: "le ministère" after "le ministère russe de la Défense"."""
    if candidate.noun is None or not candidate.definite:
        return None
    words = set(cut(candidate.phrase))
    for trace in discourse.recent():
        entity = trace.entity
        if is_regular_army(candidate) and _is_movement(entity):
            continue
        if entity.kind == kind and candidate.noun.lemma in entity.nouns and words <= {w for p in entity.phrases for w in cut(p)}:
            return entity
    return None
