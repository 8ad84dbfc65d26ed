"""Who counted: the subject of a verb that makes a number known, "l'armée a annoncé la mort de deux soldats"."""

import functools
from dataclasses import dataclass

from pourparlers.claims.clauses import agent_of_passive, is_predicate, phrase_span, subject
from pourparlers.claims.context import Context
from pourparlers.claims.particles import OF_THE
from pourparlers.claims.speech.speakers import Speakers
from pourparlers.claims.verbs import verb_group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Attribution
from pourparlers.model.mention import Mention, Quantity
from pourparlers.model.text import Span

#: Nouns for a count, and verbs by which it stands at a number.
COUNTS = frozenset(
    ("base", "bilan", "chiffre", "comptage", "compilation", "décompte", "donnée", "estimation", "liste", "recensement", "sondage", "statistique")
)
_STANDING = frozenset(("être", "avoir", "aller", "élever", "établir", "monter", "passer", "atteindre", "dépasser", "porter", "faire", "compter"))
#: How many words before a number the noun for its count may stand.
_REACH = 30
#: How many words lie between a number and the verb that makes it known, going up the tree.
_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Tally:
    """An entry of ``data/fr/tallies.yaml``; the file explains its fields."""

    verb: str
    example: str


@functools.cache
def _verbs() -> frozenset[str]:
    return frozenset(entry.verb for entry in load("fr/tallies", Tally))


def teller_of(context: Context, speakers: Speakers, quantity: Quantity) -> tuple[Attribution, ...]:
    """Who makes a number known by a verb that governs it; empty when no such verb does or nobody is told to."""
    verb = _verb_above(context.annotated, context.annotated.tokens[quantity.head])
    head = None if verb is None else _counter(context.annotated, verb, quantity)
    if verb is None or head is None:
        return _of_count(context, quantity)
    agents = speakers.agents(head)
    return (Attribution(agents[0], verb.lemma, verb.start, verb.end, agents[1:]),) if agents else ()


def _of_count(context: Context, quantity: Quantity) -> tuple[Attribution, ...]:
    """Whose count it is: "le bilan de la mission est de 300 morts"."""
    annotated = context.annotated
    number = annotated.tokens_in(quantity.number)[0]
    before = annotated.tokens[max(annotated.sentences[number.sentence].first, number.i - _REACH) : number.i]
    noun = next((t for t in reversed(before) if t.lemma in COUNTS), None)
    owner = None if noun is None else owner_behind(context, noun, Span(noun.end, number.start))
    if noun is None or owner is None:
        return ()
    behind = annotated.tokens_in(Span(owner.span.end, number.start))
    if any(t.pos == "VERB" and t.lemma not in _STANDING for t in behind):
        return ()
    return (Attribution(context.agent(owner), noun.lemma, noun.start, noun.end),)


def owner_behind(context: Context, noun: Token, span: Span) -> Mention | None:
    """Whoever is named right behind a count, with "de" or "par": not the fighters of "le bilan de l'attaque des rebelles". span: where to look."""
    for mention in context.mentions.within(span):
        between = context.annotated.tokens_in(Span(noun.end, mention.span.start))
        if mention.form != "adjective":
            linked = any(t.lower in OF_THE or t.lower == "par" for t in between)
            made_by = any(t.lower == "par" for t in between[-2:])  # "liste dressée par l'agence", whatever the participle is tagged as
            return mention if linked and (made_by or not any(t.pos in ("NOUN", "PROPN", "PUNCT") for t in between)) else None
    return None


def _verb_above(annotated: Annotated, token: Token) -> Token | None:
    """The verb of tallies that governs a number through nouns alone."""
    for _ in range(_CLIMB):
        above = annotated.tokens[token.head]
        if above.i == token.i or token.dep.startswith(("acl", "advcl")):
            return None
        if is_predicate(annotated, above):
            return above if above.lemma in _verbs() else None
        token = above
    return None


def _counter(annotated: Annotated, verb: Token, quantity: Quantity) -> Token | None:
    """The one who counts: behind "par" for a passive, else the subject, which the number is no part of."""
    group = verb_group(annotated, verb)
    if group.negated or group.passive or (group.mood == "participle" and not verb.lower.endswith("ant")):
        return agent_of_passive(annotated, verb)
    head = subject(annotated, verb)
    if head is None or head.i > quantity.head or quantity.span.covers(head.span):
        return None
    return None if phrase_span(annotated, head).covers(quantity.number) else head
