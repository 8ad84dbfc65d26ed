"""Pronouns to the actors they come back to. A wrong antecedent is worse than none."""

from collections.abc import Callable

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse, Trace, agree
from pourparlers.mentions.entities import Entity
from pourparlers.mentions.words import fold, group

_OTHER = {"Gender=Fem": "Gender=Masc", "Gender=Masc": "Gender=Fem"}
#: How far back, in sentences of narration, a pronoun may reach.
_REACH = 3
#: What speaks for an antecedent: nearness, being the subject, speaking, being a person, a gender known to be the pronoun's; for a state or a
#: body, that its sentence begins with it; and for that of ", dit-il", having spoken or a name.
_NAMED = 1.5
_NEAR, _FARTHER, _SUBJECT, _SPEAKS, _PERSON, _GENDER, _TOPIC = 3.0, 1.2, 2.0, 1.0, 1.0, 0.5, 1.5


def resolve_pronoun(discourse: Discourse, candidate: Candidate) -> Entity | None:
    """The likeliest actor that a pronoun of the narration may mean, None inside quotations, where "il" may be anybody."""
    if candidate.quoted or _means_a_text(discourse, candidate):
        return None
    if _is_incise(discourse, candidate):
        # "La Suède refuse, a-t-elle ajouté": what is reported does not name who reports it; whoever spoke before does
        outside = _likeliest(discourse, candidate, lambda trace: _is_outside(discourse, candidate, trace) or _is_teller(trace))
        if outside is not None:
            return outside
    return _likeliest(discourse, candidate, lambda _: True)


def _means_a_text(discourse: Discourse, candidate: Candidate) -> bool:
    """True for "il" that provides for something after a sentence on a text: "Un accord sera signé. Il prévoit le retrait"."""
    tokens, pronoun = discourse.annotated.tokens, discourse.annotated.tokens[candidate.head]
    if candidate.sentence == 0 or candidate.plural or fold(tokens[pronoun.head].lemma) not in group("texts_do"):
        return False
    before = discourse.annotated.sentence_tokens(discourse.annotated.sentences[candidate.sentence - 1])
    gender = "Gender=Fem" if candidate.gender == "f" else "Gender=Masc"
    return any(t.pos == "NOUN" and fold(t.text) in group("texts") and not t.has(_OTHER[gender]) for t in before)


def _is_outside(discourse: Discourse, candidate: Candidate, trace: Trace) -> bool:
    """True for whoever is not named in what an inserted "a-t-il dit" reports: in another sentence, or before the colon that opens it."""
    if trace.candidate.sentence != candidate.sentence:
        return True
    return trace.subject and any(t.text == ":" for t in discourse.annotated.tokens[trace.candidate.head : candidate.head])


def _is_named(trace: Trace) -> bool:
    return trace.entity.kind == "person" and bool(trace.entity.spellings)


def _is_teller(trace: Trace) -> bool:
    """True for somebody who is told to speak."""
    return trace.speaks and trace.entity.kind == "person"


def _is_incise(discourse: Discourse, candidate: Candidate) -> bool:
    """True for "-t-il" in ", a-t-il ajouté": after something told in its sentence."""
    first = discourse.annotated.sentences[candidate.sentence].first
    token = discourse.annotated.tokens[candidate.head]
    return token.text.startswith("-") and token.i > first + 2


def _likeliest(discourse: Discourse, candidate: Candidate, allowed: Callable[[Trace], bool]) -> Entity | None:
    step, incise = discourse.step(candidate), _is_incise(discourse, candidate)
    best: tuple[float, Entity] | None = None
    for trace in discourse.back(candidate, _REACH):
        if not allowed(trace):
            continue
        if (trace.nested and not (candidate.this and trace.entity.kind == "person")) or not agree(candidate, trace.entity):
            continue
        if candidate.this and trace.step < step and not _is_local(discourse, trace.candidate):
            return trace.entity
        if not _may_stand(discourse, trace) or _does_it_to(discourse, trace, candidate):
            continue
        if candidate.this:
            return trace.entity
        named = incise and (_is_named(trace) or (trace.speaks and trace.entity.kind != "state"))
        score = _score(discourse, candidate, trace) + _NAMED * named
        if best is None or score > best[0]:
            best = score, trace.entity
    return None if best is None else best[1]


def _does_it_to(discourse: Discourse, trace: Trace, candidate: Candidate) -> bool:
    """True for the subject of the verb that "ces derniers" is an object of: nobody calls on himself."""
    tokens = discourse.annotated.tokens
    subject, other = tokens[trace.candidate.head], tokens[candidate.head]
    return candidate.this and subject.dep.startswith("nsubj") and other.dep.startswith(("obj", "iobj", "obl")) and subject.head == other.head


def _may_stand(discourse: Discourse, trace: Trace) -> bool:
    """People may stand anywhere; states and bodies come back as "il" or "elle" only when they did something."""
    noun = trace.candidate.noun
    cited = noun is not None and noun.part in ("media", "source") and not trace.speaks
    return trace.entity.kind == "person" or (trace.subject and not cited and not _is_local(discourse, trace.candidate))


def _does(discourse: Discourse, trace: Trace) -> bool:
    """True for the subject of a verb, and for the agent of a passive; not for the object of an infinitive that some parsers take for a subject: "elle
    tente d'évincer Jean Roy"."""
    first = discourse.annotated.token_at(trace.candidate.span.start)
    evinced = first is not None and first.i > 0 and discourse.annotated.tokens[first.i - 1].has("VerbForm=Inf")
    return (trace.subject and not evinced) or discourse.annotated.tokens[trace.candidate.head].dep == "obl:agent"


def _score(discourse: Discourse, candidate: Candidate, trace: Trace) -> float:
    near = _NEAR - _FARTHER * (discourse.step(candidate) - trace.step)
    known = candidate.gender != "" and trace.entity.gender == candidate.gender
    rank = _PERSON if trace.entity.kind == "person" else _TOPIC * trace.opening
    return near + _SUBJECT * _does(discourse, trace) + _SPEAKS * trace.speaks + _GENDER * known + rank


def _is_local(discourse: Discourse, candidate: Candidate) -> bool:
    """True for a name in a phrase of place ("en Ukraine")."""
    token = discourse.annotated.token_at(candidate.span.start)
    before = None if token is None or token.i == 0 else discourse.annotated.tokens[token.i - 1]
    return before is not None and fold(before.text) in group("locative")
