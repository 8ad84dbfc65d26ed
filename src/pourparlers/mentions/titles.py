"""Titles without a name to the people they come back to: "le ministre", "le chef de la diplomatie russe", "son homologue turc", "l'officier"."""

from pourparlers.mentions.apposition import apposed
from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse, Trace, agree, same_side
from pourparlers.mentions.entities import Entity, phrase_key
from pourparlers.mentions.functions import LEADERS, STATE, function_of
from pourparlers.mentions.parts import speaks
from pourparlers.mentions.variations import is_anybody, is_former, is_kin, may_hold, only_woman, pointed_at, told_again
from pourparlers.mentions.words import cut, fold, group
from pourparlers.mentions.world import state, states_of

#: How far back, in sentences of narration, a title may reach that says nothing of its own.
_REACH = 2
#: Adjectives that tell of nobody else: "le gouverneur local".
_NOTHING_NEW = frozenset(("actuel", "actuelle", "local", "locale", "regional", "regionale"))
_SMALL = frozenset(("de", "du", "des", "d'", "la", "le", "l'"))
#: The words of the offices of state that name no state.
_OWN_WORDS = frozenset(
    ("chef", "cheffe", "president", "presidente", "premier", "premiere", "ministre", "de", "du", "la", "l'", "etat", "republique", "gouvernement")
)


def resolve_title(discourse: Discourse, number: int) -> Entity | None:
    """The person a title means; a new one when the text has named nobody who fits; None for a counterpart whom nothing tells."""
    candidate = discourse.candidates[number]
    beside = apposed(discourse, number)
    if beside is not None:
        return beside
    if candidate.office == "counterpart":
        return _counterpart(discourse, candidate)
    if is_kin(discourse, candidate):
        return discourse.registry.keyed("kin " + phrase_key(candidate.phrase), "person")
    if not candidate.definite:
        return None if _is_any(discourse, candidate) else discourse.registry.new("person")
    found = _by_function(discourse, candidate) or pointed_at(discourse, candidate) or _by_noun(discourse, candidate)
    found = found or _by_salience(discourse, candidate) or told_again(discourse, candidate)
    return found or discourse.registry.keyed("person " + phrase_key(candidate.phrase), "person")


def _is_any(discourse: Discourse, candidate: Candidate) -> bool:
    """True for "un président américain en exercice", "entre un président américain et un leader coréen": whoever holds an office that one person
    holds."""
    side = discourse.side(candidate)
    if candidate.noun is None or side is None or state(side) is None or is_former(candidate):
        return False
    if function_of(candidate.phrase, candidate.noun, side) in STATE:
        return True
    words = discourse.annotated.tokens_in(discourse.annotated.sentences[candidate.sentence].span)
    return candidate.office == "leader" and any(w.lower == "entre" for w in words)


def resolve_people(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "l'Espagnol": whom the text last spoke of, if he may be one; "un Espagnol": somebody new."""
    if not candidate.definite:
        return discourse.registry.new("person")
    side = discourse.side(candidate)
    for trace in discourse.back(candidate, _REACH):
        if trace.entity.kind == "person" and trace.subject and trace.entity.spellings and agree(candidate, trace.entity):
            if _stands_beside_another(discourse, candidate, trace):
                return None
            # whoever serves an organisation has a country of his own
            return trace.entity if same_side(side, trace.entity.side) or trace.entity.side in _organisations(discourse) else None
    return None


def _stands_beside_another(discourse: Discourse, candidate: Candidate, trace: Trace) -> bool:
    """True when the sentence names another man or woman as its subject too: "M. Roy et M. Sow ont signé. L'Espagnol a souri"."""
    near = (t for t in discourse.back(candidate, _REACH) if t.candidate.sentence == trace.candidate.sentence and t.subject)
    return any(t.entity.kind == "person" and t.entity is not trace.entity and t.entity.spellings and agree(candidate, t.entity) for t in near)


def _organisations(discourse: Discourse) -> set[str]:
    return {e.name for e in discourse.registry.entities if e.kind == "organisation"}


def _by_function(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """Who holds the function, before or, when the text names one only, after."""
    if candidate.noun is None:
        return None
    side = discourse.side(candidate)
    wanted = function_of(candidate.phrase, candidate.noun, side)
    if wanted is None:
        return None
    bare = len([w for w in candidate.phrase.split() if not states_of(w)]) == 1 or _is_bare_office(candidate)
    fits = [e for e in discourse.people() if _holds(discourse, e, wanted, bare) and same_side(side, e.side) and agree(candidate, e)]
    if is_former(candidate):
        fits = [e for e in fits if _extends(candidate, e)]
    sure = [e for e in fits if side is None or e.side == side]
    fits = sure or [e for e in fits if not e.phrases]
    fits = [e for e in fits if e.spellings and candidate.noun.lemma in e.nouns] or fits
    seen = [t.entity for t in discourse.recent() if t.entity in fits]
    if seen:
        return seen[0] if bare or side is not None or _extends(candidate, seen[0]) else None
    # whom the text names only later must be known to be of that country
    return fits[0] if len(fits) == 1 and side is not None and fits[0].side == side else None


def _holds(discourse: Discourse, entity: Entity, wanted: str, bare: bool) -> bool:
    held = discourse.offices(entity)
    return wanted in held or (bare and wanted == "minister" and any(h.endswith("_minister") for h in held))


def _by_noun(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """The last person told of by the same noun: "l'officier" after "un officier de la marine"."""
    side = discourse.side(candidate)
    for trace in discourse.recent():
        entity = trace.entity
        if entity.kind != "person" or candidate.noun is None or not _told_by_noun(entity, candidate.noun.lemma):
            continue
        if same_side(side, entity.side) and agree(candidate, entity) and (_extends(candidate, entity) or _is_bare_scholar(candidate)):
            return entity
    return _named_later(discourse, candidate)


def _named_later(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "le pape" in a headline: the only person whom the text names under that noun, before or after."""
    noun = candidate.noun
    if noun is None or noun.office is None or len(cut(candidate.phrase)) > 1:
        return None
    fits = [e for e in discourse.people() if e.spellings and noun.lemma in e.nouns and agree(candidate, e)]
    return fits[0] if len(fits) == 1 else None


def _told_by_noun(entity: Entity, lemma: str) -> bool:
    """True when the text has used the noun of a person, or for a scholar another of their names."""
    return lemma in entity.nouns or (lemma in group("scholars") and bool(entity.nouns & group("scholars")))


def _is_bare_scholar(candidate: Candidate) -> bool:
    return candidate.noun is not None and candidate.noun.lemma in group("scholars") and len(cut(candidate.phrase)) == 1


def _extends(candidate: Candidate, entity: Entity) -> bool:
    """True when the title says nothing new: each of its words was said of the actor before."""
    said = {w for p in entity.phrases for w in cut(p)}
    return set(cut(candidate.phrase)) <= said | group("definite") | _NOTHING_NEW


def _by_salience(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """For "le responsable", "le dirigeant nord-coréen": the person whom the text last spoke of as a subject, if he may be that."""
    side = discourse.side(candidate)
    if _goes_on(discourse, candidate):
        return _last_teller(discourse, candidate, side)
    long = _weight(candidate) > (1 if side is None else 3) and not _is_bare_office(candidate)
    if candidate.quoted or long or candidate.owner >= 0 or is_former(candidate):
        return None
    if candidate.gender == "f" and candidate.definite and candidate.office is None and not is_anybody(candidate):
        return only_woman(discourse, candidate)
    for trace in discourse.back(candidate, _REACH):
        entity = trace.entity
        if entity.kind != "person" or not trace.subject or not agree(candidate, entity):
            continue
        if trace.candidate.sentence == candidate.sentence and _is_inserted(discourse, candidate):
            continue
        if _beside(discourse, candidate, trace.candidate) or not may_hold(discourse, candidate, entity):
            return None
        return entity if same_side(side, entity.side) and _may_be(discourse, candidate, entity, side) else None
    return None


def _is_inserted(discourse: Discourse, candidate: Candidate) -> bool:
    """True for the speaker of "…, a souligné le ministre", whom what is reported before does not name."""
    tokens = discourse.annotated.tokens
    verb = tokens[tokens[candidate.head].head]
    return verb.i < candidate.head and speaks(discourse.annotated, candidate)


def _weight(candidate: Candidate) -> int:
    """How many words of a title tell something."""
    return sum(word not in _SMALL for word in cut(candidate.phrase))


def _goes_on(discourse: Discourse, candidate: Candidate) -> bool:
    """True for whoever "a ajouté", "poursuit": the one who spoke before, whatever the newspaper calls him now."""
    tokens = discourse.annotated.tokens
    verb = tokens[tokens[candidate.head].head]
    return candidate.definite and not is_former(candidate) and verb.lemma in group("goes_on") and verb.i < candidate.head


def _last_teller(discourse: Discourse, candidate: Candidate, side: str | None) -> Entity | None:
    for trace in discourse.back(candidate, _REACH):
        if trace.entity.kind == "person" and trace.speaks and not trace.candidate.quoted:
            fits = agree(candidate, trace.entity) and same_side(side, trace.entity.side)
            return trace.entity if fits else None
    return None


def _is_bare_office(candidate: Candidate) -> bool:
    """True for an office of state that says of no state that it is its: "le chef de l'État", "le président de la République"."""
    return candidate.noun is not None and function_of(candidate.phrase, candidate.noun, None) in LEADERS and set(cut(candidate.phrase)) <= _OWN_WORDS


def _beside(discourse: Discourse, candidate: Candidate, other: Candidate) -> bool:
    """True for subject and object of one verb, who are two people ("Mme Roux accuse le président")."""
    tokens = discourse.annotated.tokens
    return candidate.sentence == other.sentence and tokens[candidate.head].head == tokens[other.head].head


def _may_be(discourse: Discourse, candidate: Candidate, entity: Entity, side: str | None) -> bool:
    """True when nothing that the text said of a person speaks against the title."""
    held = discourse.offices(entity)
    if candidate.noun is not None and candidate.noun.lemma == "source":
        return not entity.spellings
    if candidate.this and candidate.office is None:
        return True
    if candidate.office == "leader":
        return bool(held & LEADERS) or not (held or (side is not None and _has_rival(discourse, candidate, entity)))
    if candidate.noun is not None and candidate.noun.lemma in group("vague_titles"):
        return side is None or side == entity.side
    if candidate.office in (None, "rank", "member", "officer"):
        return False
    # newspapers name a well-known leader without a title and vary with it: "Jean Roy… Le président suisse"
    return bool(entity.spellings) and not held and not entity.phrases and not (side is not None and _has_rival(discourse, candidate, entity))


def _has_rival(discourse: Discourse, candidate: Candidate, entity: Entity) -> bool:
    """True when the text names somebody else as often or as near, and without a title, so that a title with a country may be his as well."""
    if entity.side is not None or _heads_administration(discourse, entity):
        return False
    others = (e for e in discourse.people() if e is not entity and e.spellings and not e.phrases and agree(candidate, e))
    near = {t.entity.number for t in discourse.back(candidate, _REACH) if t.subject}
    return any(same_side(discourse.side(candidate), e.side) and (e.number in near or len(e.members) >= len(entity.members)) for e in others)


def _heads_administration(discourse: Discourse, entity: Entity) -> bool:
    """True for somebody after whom the text calls a government: "l'administration Sow"."""
    names = {fold(s).split()[-1] for s in entity.spellings}
    called = (c for c in discourse.candidates if c.noun is not None and c.noun.lemma in group("governments") and c.name)
    return any(fold(c.name) in names for c in called)


def _counterpart(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "son homologue russe": the person of that side who holds the subject's office."""
    side = discourse.side(candidate)
    if side is None:
        return None
    subject = next((t.entity for t in discourse.recent() if t.entity.kind == "person" and t.subject and not t.candidate.quoted), None)
    fits = [e for e in discourse.people() if e.side == side and e is not subject and e.spellings]
    if subject is not None:
        fits = [e for e in fits if discourse.offices(e) & discourse.offices(subject)] or fits
    return fits[0] if len(fits) == 1 else None
