"""What a party is told to find unacceptable or necessary: "juge ce plan inacceptable", "a qualifié d'« irrecevable » l'offre", "estime
indispensable une trêve", "des demandes jugées inacceptables par le royaume"."""

from collections.abc import Iterator

from pourparlers.claims.clauses import agent_of_passive
from pourparlers.claims.groups import group
from pourparlers.claims.particles import OF, THAT
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.extents import infinitive_at, reach, span_of
from pourparlers.claims.positions.issues import About
from pourparlers.claims.positions.matter import about_of, referred
from pourparlers.claims.positions.musts import duty_words
from pourparlers.claims.positions.refusals import DEEDS, refusing_adjectives
from pourparlers.claims.positions.texts import texts
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.text import Span

#: How far behind its verb the adjective may stand, right behind it or behind the thing.
_CLOSE = 5
_FAR = 16
#: What may stand between a verb of judging and its adjective.
_BETWEEN = frozenset(("comme", "d", "'", "’", "d'", "d’", "de"))
#: How many words a thing may have that stands before the participle.
_WIDEST = 12


def from_verdicts(annotated: Annotated) -> Iterator[Candidate]:
    """The verdicts that a text tells of parties, in order."""
    for verb in annotated.tokens:
        if verb.lemma not in group("judging") and not _like_a_noun(annotated, verb):
            continue
        adjective = _adjective(annotated, verb)
        stance = None if adjective is None or verb_group(annotated, verb).negated else _stance(adjective)
        if adjective is not None and stance is not None:
            found = _thing(annotated, verb, adjective, stance)
            if found is not None:
                yield found


def _like_a_noun(annotated: Annotated, token: Token) -> bool:
    """True for "juge" in "l'opposition juge prématurée", which the tagger takes for a noun."""
    before = annotated.tokens[token.i - 1] if token.i else token
    return token.lower == "juge" and token.pos == "NOUN" and before.pos not in ("DET", "ADP")


def _judge(annotated: Annotated, verb: Token) -> Token | None:
    """Who judges where the tagger sees no verb: the noun before it, or the first of the sentence behind a remark between commas."""
    before = annotated.tokens[annotated.sentences[verb.sentence].first : verb.i]
    if before and before[-1].text == ",":
        return next((t for t in before if t.pos in ("NOUN", "PROPN")), None)
    return annotated.tokens[verb.head] if verb.head < verb.i else None


def _stance(adjective: Token) -> str | None:
    if _base(adjective) & refusing_adjectives():
        return "rejects"
    return "demands" if _base(adjective) & duty_words() else None


def _base(adjective: Token) -> frozenset[str]:
    lower = adjective.lower
    return frozenset((adjective.lemma, lower, lower.removesuffix("s"), lower.removesuffix("s").removesuffix("e")))


def _adjective(annotated: Annotated, verb: Token) -> Token | None:
    """The first refusing or demanding adjective behind a verb of judging, in its clause."""
    last = min(annotated.sentences[verb.sentence].last, verb.i + _FAR)
    for token in annotated.tokens[verb.i + 1 : last]:
        if token.text in (";", ":", ".") or token.has("VerbForm=Fin") or token.lower in THAT:
            return None
        if token.pos in ("ADJ", "VERB", "NOUN") and _stance(token) is not None:
            return token
    return None


def _thing(annotated: Annotated, verb: Token, adjective: Token, stance: str) -> Candidate | None:
    active = any(t.lemma == "avoir" for t in annotated.dependents(verb, "aux"))
    passive = not active and (verb.has("VerbForm=Part") or verb.pos == "ADJ")
    agent = _agent(annotated, verb, adjective) if passive else None
    span = _judged_behind(annotated, verb, adjective) if agent is None else _judged_before(annotated, verb, agent)
    if span is None:
        return None
    about = _about(annotated, span, verb)
    if not (about is not None or _may_be_judged(annotated, span)) or (stance == "rejects" and about is not None and about.guide in DEEDS):
        return None
    noun = _judge(annotated, verb) if _like_a_noun(annotated, verb) else None
    return Candidate(stance, span, about, verb, f"judged:{adjective.lemma}", holder=agent or noun)


def _about(annotated: Annotated, span: Span, verb: Token) -> About | None:
    """What a thing at stake is about; None for what is no matter of negotiation ("juge inacceptable ces propos")."""
    own = about_of(annotated, span, verb)
    noun = next((t for t in annotated.tokens_in(span) if t.pos == "NOUN"), None)
    kind = None if noun is None else texts().get(noun.lemma)
    if own is not None and (own.at_stake or kind == "act"):
        return own
    return referred(annotated, verb) if kind in ("deal", "plan", "matter") else None


def _may_be_judged(annotated: Annotated, span: Span) -> bool:
    """True for a thing that somebody may do or leave, and for a demand or a text, whatever it is about: "toute levée des restrictions"."""
    noun = next((t for t in annotated.tokens_in(span) if t.pos == "NOUN"), None)
    return noun is not None and texts().get(noun.lemma) in ("act", "deal", "matter", "plan")


def _agent(annotated: Annotated, verb: Token, adjective: Token) -> Token | None:
    """ "Lima" in "jugées inacceptables par Lima"."""
    near = annotated.tokens[adjective.i + 1 : adjective.i + _CLOSE]
    by = next((t for t in near if t.lower == "par"), None)
    behind = () if by is None else annotated.tokens[by.i + 1 : by.i + _CLOSE]
    return agent_of_passive(annotated, verb) or next((t for t in behind if t.pos in ("NOUN", "PROPN")), None)


def _judged_before(annotated: Annotated, verb: Token, agent: Token) -> Span | None:
    """ "des demandes jugées inacceptables par le royaume", to the agent."""
    noun = next((t for t in annotated.dependents(verb, "nsubj")), annotated.tokens[verb.head])
    if noun.pos != "NOUN" or noun.i > verb.i or verb.i - noun.i > _WIDEST:
        return None
    first = next((t for t in annotated.subtree(noun) if t.pos not in ("ADP", "PUNCT")), noun)
    last = annotated.subtree(agent)[-1]
    return span_of(annotated, first.i, min(last.i, agent.i + _CLOSE) + 1)


def _judged_behind(annotated: Annotated, verb: Token, adjective: Token) -> Span | None:
    """ "juge inacceptable le plan", "juge le plan inacceptable", "juge nécessaire de négocier"."""
    between = annotated.tokens[verb.i + 1 : adjective.i]
    if all(t.lower in _BETWEEN or t.pos in ("ADV", "PUNCT") for t in between):
        return _behind_adjective(annotated, adjective)
    first = next((t for t in between if t.pos == "DET"), None)
    if first is None or any(t.pos not in ("ADV", "PUNCT") for t in annotated.tokens[verb.i + 1 : first.i]):
        return None
    return span_of(annotated, first.i, adjective.i + 1)


def _behind_adjective(annotated: Annotated, adjective: Token) -> Span | None:
    sentence = annotated.sentences[adjective.sentence]
    first = adjective.i + 1
    while first < sentence.last and (annotated.tokens[first].pos == "PUNCT" and annotated.tokens[first].text in ('"', "»", "”")):
        first += 1
    if first + 1 >= sentence.last:
        return None
    opening = annotated.tokens[first]
    if opening.lower in OF and infinitive_at(annotated, first + 1) is not None:
        return span_of(annotated, first + 1, reach(annotated, first + 1))
    noun = any(t.pos == "NOUN" for t in annotated.tokens[first : first + _CLOSE])
    told = opening.lower in THAT or (opening.pos in ("DET", "NUM") and noun)
    return span_of(annotated, first, reach(annotated, first)) if told else None
