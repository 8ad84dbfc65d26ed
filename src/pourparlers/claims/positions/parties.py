"""Who takes a position: the subject of the verb, the possessor of the noun, the speaker behind "nous", and the side they act for."""

from collections.abc import Iterator, Sequence

from pourparlers.claims.clauses import agent_of_passive, clause_head, conjuncts, subject, subjects
from pourparlers.claims.context import Context
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Agent, Statement
from pourparlers.model.mention import Actor, Mention
from pourparlers.model.text import Span

_FIRST_PERSON = frozenset(("nous", "je", "j'", "j’", "on", "me", "m'", "m’", "notre", "nos", "mon", "ma", "mes", "moi"))
_POSSESSIVES = frozenset(("son", "sa", "ses", "leur", "leurs"))
_IMPERSONAL = frozenset(("il", "c'", "c’", "ce", "cela", "ça"))
#: Kinds of actors whose side is the party when they act for one.
_ACTING_FOR = frozenset(("person", "organisation", "group"))


def parties(context: Context, statements: Sequence[Statement], anchor: Token, passive: bool = False) -> tuple[Agent, ...]:
    """The parties that take the position told by an anchor word, in order, each once; empty when the text does not tell."""
    found: dict[str, Agent] = {}
    for token in _holders(context.annotated, anchor, passive):
        agent = _agent(context, statements, token)
        if agent is not None:
            found.setdefault(agent.name, agent)
    return tuple(found.values())


def _holders(annotated: Annotated, anchor: Token, passive: bool) -> Iterator[Token]:
    """The words that name or stand for the party."""
    if passive:
        agent = agent_of_passive(annotated, anchor)
        yield from () if agent is None else conjuncts(annotated, agent)
    elif anchor.pos == "NOUN":
        yield from _possessors(annotated, anchor)
    else:
        yield from subjects(annotated, _predicate(annotated, anchor))


def _predicate(annotated: Annotated, anchor: Token) -> Token:
    """The verb whose subject counts: for "se dit prêt à" it is "dit"."""
    governor = annotated.tokens[anchor.head]
    if anchor.pos == "ADJ" and governor.pos == "VERB" and not any(True for _ in annotated.dependents(anchor, "cop")):
        return governor
    return anchor


def _possessors(annotated: Annotated, noun: Token) -> Iterator[Token]:
    """ "le refus de la junte", "l'appel russe", "son refus": who the noun belongs to, else the subject of its verb."""
    own = [t for t in annotated.dependents(noun, "nmod", "amod", "obl", "det") if _belongs(annotated, t)]
    if own and own[0].lower not in _POSSESSIVES:
        yield from own[:1]
        return
    head = clause_head(annotated, noun)
    found = subject(annotated, head) if head.i != noun.i else None
    if found is not None and found.i != noun.i:
        yield from conjuncts(annotated, found)


def _belongs(annotated: Annotated, token: Token) -> bool:
    if token.lower in _POSSESSIVES or token.lower in _FIRST_PERSON:
        return True
    return token.pos in ("PROPN", "ADJ") and token.text[:1].isupper() | (token.pos == "ADJ")


def _agent(context: Context, statements: Sequence[Statement], token: Token) -> Agent | None:
    if token.lower in _FIRST_PERSON or (token.lower in _IMPERSONAL and _mention(context, token) is None):
        return speaker(context, statements, token.span)
    mention = _mention(context, token)
    return None if mention is None else side_of(context, context.mentions.actor(mention.actor))


def _mention(context: Context, token: Token) -> Mention | None:
    return context.mentions.headed(token.i) or context.mentions.at(token.start)


def speaker(context: Context, statements: Sequence[Statement], span: Span) -> Agent | None:
    """The side of whoever says a passage: the speaker of the smallest statement that holds it."""
    held = [s for s in statements if s.evidence.span.covers(span)]
    if not held:
        return None
    agent = min(held, key=lambda s: len(s.evidence.span)).speaker
    actor = next((a for a in context.mentions.actors if a.id == agent.actor), None)
    return agent if actor is None else side_of(context, actor)


def side_of(context: Context, actor: Actor) -> Agent:
    """The party that an actor acts for: the state or movement behind its minister, army or spokesperson; itself otherwise."""
    if actor.side is None or actor.kind not in _ACTING_FOR:
        return Agent(actor.name, actor.id, None, actor.side)
    behind = next((a.id for a in context.mentions.actors if a.name == actor.side), None)
    return Agent(actor.side, behind, None, actor.side)
