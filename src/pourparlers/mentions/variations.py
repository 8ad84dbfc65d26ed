"""Titles by which newspapers vary a name: "cette enseignante de 37 ans", "le romancier", "l'ancien général", "la présidente du parti".

None of them says who it is; that the article or "cette" takes for granted that the text has told does.
"""

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse, agree, same_side
from pourparlers.mentions.entities import Entity
from pourparlers.mentions.functions import STATE, function_of
from pourparlers.mentions.parts import is_aged, is_subject, speaks
from pourparlers.mentions.words import cut, fold, group
from pourparlers.mentions.world import state

#: How far back, in sentences of narration, a woman may have been named.
_REACH = 2
#: The same for whoever was named last.
_FARTHER = 3
#: What many people are at one time, so that "le" before it tells that the text has named who it is.
_SHARED = (None, "rank", "officer", "leader", "ambassador", "mediator", "member", "negotiator")
#: The same of titles that tell nothing else.
_BARE = ("adviser", "coordinator", "director", "envoy", "rapporteur", "representative")
_OF = frozenset({"d'", "de", "des", "du"})
_GO_BETWEENS = frozenset(("envoy", "mediator"))
_SOLDIERS = frozenset({"officer", "rank"})
_CIVILIANS = frozenset({"ambassador", "coordinator", "director", "envoy", "mayor", "mediator", "member", "observer", "rapporteur", "secretary"})
_HEADS = frozenset({"ambassador", "leader", "mediator", "negotiator"})
_ARTICLES = frozenset({"le", "la", "l'", "l’"})
#: So many words behind a verb of meeting stands whom one meets.
_MET_WITHIN = 4
#: Women told of by whom they belong to, of whom the text need not have spoken.
_KIN = frozenset({"avocat", "epouse", "femme", "mere", "porte-parole"})
_RELATED = frozenset({"cousin", "epouse", "femme", "fille", "fils", "frere", "mari", "mere", "oncle", "pere", "soeur", "veuve"})


def pointed_at(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "cette enseignante de 37 ans", "cet ancien diplomate": whoever was spoken of last, by name, as somebody who acts or speaks."""
    return _last_named(discourse, candidate) if candidate.this and not candidate.quoted else None


def told_again(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "…, a dit le milliardaire", "le vieil homme se souvient": whoever was just named, since nobody else was told of by such a noun."""
    if candidate.noun is None or candidate.quoted or candidate.plural or not _is_articled(discourse, candidate):
        return None
    found = _leader_of(discourse, candidate) or _untitled_head(discourse, candidate) or _introduced(discourse, candidate)
    if found is None and _acts(discourse, candidate):
        found = _last_named(discourse, candidate) or _former_too(discourse, candidate) or _only_man(discourse, candidate)
    if found is not None:
        return found
    is_hers = candidate.gender == "f" and not is_anybody(candidate) and not _is_told_by_owner(candidate)
    return only_woman(discourse, candidate) if is_hers and is_subject(discourse.annotated, candidate) else None


def _acts(discourse: Discourse, candidate: Candidate) -> bool:
    """True for somebody who speaks, or who heads something and acts, under a title that tells of no owner by name; a title held no longer may, since
    of that a newspaper tells with a name at first."""
    if speaks(discourse.annotated, candidate) and is_former(candidate):
        return True
    if candidate.office not in _SHARED and not (candidate.office in _BARE and " " not in candidate.phrase):
        return False
    if candidate.owner >= 0 or (candidate.office is None and _OF & set(cut(candidate.phrase))):
        return False
    return speaks(discourse.annotated, candidate) or (candidate.office in _HEADS and is_subject(discourse.annotated, candidate))


def _leader_of(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "le dirigeant zambien": the one head of that state or of its government whom the text names."""
    side = discourse.side(candidate)
    if candidate.office != "leader" or state(side or "") is None or is_former(candidate):
        return None
    heads = [e for e in discourse.people() if e.spellings and discourse.offices(e) & STATE and agree(candidate, e)]
    fits = [e for e in heads if e.side == side] or [e for e in heads if e.side is None]
    return fits[0] if len(fits) == 1 else None


def _untitled_head(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "le président américain" after a name without any title, the only such name near: newspapers do not introduce a well-known leader."""
    if candidate.noun is None or state(discourse.side(candidate) or "") is None or is_former(candidate):
        return None
    if function_of(candidate.phrase, candidate.noun, discourse.side(candidate)) not in STATE:
        return None
    near = {t.entity.number: t.entity for t in discourse.back(candidate, _REACH) if t.entity.kind == "person" and not t.nested}
    bare = [e for e in near.values() if e.spellings and not e.phrases and e.side is None and agree(candidate, e)]
    bare = [e for e in bare if may_hold(discourse, candidate, e)]
    acting = [e for e in bare if _ever_acts(discourse, e)]
    return acting[0] if len(acting) == 1 and not any(_is_met(discourse, e) for e in bare if e is not acting[0]) else None


def _is_met(discourse: Discourse, entity: Entity) -> bool:
    """True for whoever stands right behind a verb of meeting: "Jean Roy a reçu mardi Omar Sow"."""
    tokens = discourse.annotated.tokens
    before = (t for c in entity.members for t in tokens[max(0, c.head - _MET_WITHIN) : c.head])
    return any(t.pos == "VERB" and fold(t.lemma) in group("meets") for t in before)


def _ever_acts(discourse: Discourse, entity: Entity) -> bool:
    """True for a name that does something somewhere in the text: not a treaty's, taken for a person's."""
    return any(is_subject(discourse.annotated, c) for c in entity.members)


def _introduced(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "… », soupire Jean Roy. L'émissaire de l'ONU, un Zambien de 76 ans, dit": whoever just spoke under a name that no title goes with."""
    if candidate.office is None or is_former(candidate) or not is_subject(discourse.annotated, candidate):
        return None
    tellers = [t for t in discourse.back(candidate, 1) if t.speaks and t.entity.kind == "person" and t.candidate.sentence != candidate.sentence]
    found = tellers[0].entity if len({t.entity.number for t in tellers}) == 1 else None
    if found is None or not found.spellings or found.phrases or found.side is not None or any(c.noun is not None for c in found.members):
        return None
    return found if agree(candidate, found) and may_hold(discourse, candidate, found) else None


def may_hold(discourse: Discourse, candidate: Candidate, entity: Entity) -> bool:
    """False for an office and somebody met in passing, whom newspapers introduce with an age alone ("Awa Sow, 26 ans"), and for a soldier's rank and
    somebody of whom only civil offices are told ("l'émissaire kényan Jean Roy… Le commandant")."""
    if candidate.office is None or candidate.this:
        return True
    if not entity.offices and any(is_aged(discourse.annotated, c) for c in entity.members):
        return False
    if (
        candidate.office in _GO_BETWEENS
        and entity.offices
        and not entity.offices & _GO_BETWEENS
        and state(discourse.side(candidate) or "") is not None
    ):
        return entity.side is not None  # "l'ancien président Jean Roy… Le médiateur kényan"
    return candidate.office not in _SOLDIERS or not entity.offices or not entity.offices <= _CIVILIANS


def _only_man(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """The one person named near whom the text has called by words of that gender, whatever part he played; after "l'activiste", which tells none, the
    one person just named."""
    if is_anybody(candidate):
        return None
    told = candidate.gender != ""
    near = {t.entity.number: t.entity for t in discourse.back(candidate, _REACH if told else 1) if t.entity.kind == "person" and t.entity.spellings}
    fits = [e for e in near.values() if (not told or e.gender == candidate.gender) and may_hold(discourse, candidate, e)]
    return fits[0] if len(fits) == 1 and _is_of_one_country(discourse, candidate, fits[0]) else None


def _former_too(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """For "l'ancien général": the last person named whom the text has called a former something."""
    if not is_former(candidate):
        return None
    near = (t.entity for t in discourse.back(candidate, _FARTHER) if t.entity.kind == "person" and t.entity.spellings)
    return next((e for e in near if agree(candidate, e) and any(is_former(c) for c in e.members if c.phrase)), None)


def is_kin(discourse: Discourse, candidate: Candidate) -> bool:
    """True for "son épouse", who is not whom the text just spoke of."""
    first = discourse.annotated.token_at(candidate.span.start)
    if first is None or first.i == 0 or candidate.noun is None or candidate.noun.lemma not in _RELATED:
        return False
    return discourse.annotated.tokens[first.i - 1].lower in ("son", "sa", "leur")


def _is_told_by_owner(candidate: Candidate) -> bool:
    """True for "l'avocate de M. Roy", "l'institutrice du camp", whom the text need not have told of; not for "la fille du roi Omar Sow"."""
    if candidate.owner >= 0:
        return candidate.noun is not None and candidate.noun.lemma in _KIN
    return candidate.office is None and bool(_OF & set(cut(candidate.phrase)))


def _is_articled(discourse: Discourse, candidate: Candidate) -> bool:
    first = discourse.annotated.token_at(candidate.span.start)
    return first is not None and first.i > 0 and discourse.annotated.tokens[first.i - 1].lower in _ARTICLES


def _last_named(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """The person named last before the sentence of a title who spoke or acted there, if he may be a man or woman of that country."""
    if is_anybody(candidate):
        return None
    for trace in discourse.back(candidate, _FARTHER):
        entity = trace.entity
        if trace.candidate.sentence == candidate.sentence or entity.kind != "person" or not (trace.subject or trace.speaks):
            continue
        if not candidate.this and agree(candidate, entity) and not entity.spellings and trace.speaks:
            return None  # somebody whom the text has not named speaks in between
        if agree(candidate, entity) and entity.spellings:
            if not may_hold(discourse, candidate, entity):
                return None
            if candidate.this and candidate.gender == "f" and entity.gender == "" and discourse.step(candidate) - trace.step > 1:
                return None  # nothing tells that this is a woman
            return entity if _is_of_one_country(discourse, candidate, entity) else None
    return None


def _is_of_one_country(discourse: Discourse, candidate: Candidate, entity: Entity) -> bool:
    """True unless a title and a person are known to be of two countries."""
    ours, theirs = state(discourse.side(candidate) or ""), state(entity.side or "")
    return ours is None or theirs is None or ours is theirs


def is_anybody(candidate: Candidate) -> bool:
    """True for nouns that are feminine whoever they stand for."""
    return candidate.noun is None or candidate.noun.lemma in ("source", "personne", "personnalite", "victime")


def only_woman(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """ "l'opposante", "la présidente du parti": the one woman whom the text has just named, unless she is told to
    be something else."""
    near = {t.entity.number: t.entity for t in discourse.back(candidate, _REACH) if _is_woman(t.entity)}
    found = next(iter(near.values())) if len(near) == 1 else None
    if candidate.office is None:
        return found if found is not None and found.spellings and same_side(discourse.side(candidate), found.side) else None
    found = found or _untitled_speaker(discourse, candidate)
    if found is None or not found.spellings or found.phrases or _holds_another(discourse, candidate, found):
        return None
    return found if _is_of_one_country(discourse, candidate, found) else None


def _untitled_speaker(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """Whoever spoke just before under a bare name that tells no gender."""
    for trace in discourse.back(candidate, 1):
        if trace.entity.kind == "person" and trace.speaks and trace.candidate.sentence != candidate.sentence:
            return trace.entity if trace.entity.gender == "" else None
    return None


def _is_woman(entity: Entity) -> bool:
    return entity.kind == "person" and entity.gender == "f"


def _holds_another(discourse: Discourse, candidate: Candidate, entity: Entity) -> bool:
    """True for a minister where the title is that of another one, or of a head of state."""
    wanted = None if candidate.noun is None else function_of(candidate.phrase, candidate.noun, discourse.side(candidate))
    held = {f for f in discourse.offices(entity) if _is_of_state(f)}
    return wanted is not None and _is_of_state(wanted) and bool(held) and wanted not in held


def _is_of_state(function: str) -> bool:
    return function in STATE or function.endswith("minister")


def is_former(candidate: Candidate) -> bool:
    """True for an office held no longer, or not yet: "l'ancien ministre", "l'ex-chef"."""
    return candidate.phrase.lower().startswith("ex-") or (candidate.phrase != "" and cut(candidate.phrase)[0] in group("former"))
