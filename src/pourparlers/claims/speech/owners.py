"""Whose lawyer speaks: "son avocat", "sa famille", "ses proches" are known by whom they belong to."""

from dataclasses import replace

from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.claim import Agent
from pourparlers.model.naming import elides, fold
from pourparlers.model.text import Span

_POSSESSIVES = frozenset(("son", "sa", "ses"))
#: How many sentences back the owner may have been named.
_BACK = 3
#: How many words may open a sentence before its "son": "Selon son avocat", "Un de ses proches".
_OPENING = 2


def whose(context: Context, head: Token, agent: Agent) -> Agent:
    """A speaker whom the text only knows as somebody's ("son avocat"), with the name of that person ("avocat d'Awa Sow"); as it was where the text
    does not tell whose, or names the speaker himself. head: the noun for the speaker."""
    determiner = _possessive(context, head) if _belongs(head) else None
    if determiner is None or agent.name[:1].isupper() or " de " in agent.name:
        return agent
    owner = _owner(context, determiner)
    if owner is None:
        return agent
    name = context.mentions.actor(owner).name
    of = "d'" if elides(name) else "de "
    return replace(agent, name=f"{agent.name} {of}{name}")


def _belongs(noun: Token) -> bool:
    """True for a noun for kin, aides, followers or rivals, who are always somebody's."""
    return bool({fold(noun.lemma), fold(noun.lower), fold(noun.lower.removesuffix("s"))} & group("belonging"))


def _possessive(context: Context, head: Token) -> Token | None:
    """The "son" right before a noun, or before its adjective."""
    before = context.annotated.tokens[max(0, head.i - 2) : head.i]
    return next((t for t in reversed(before) if t.lower in _POSSESSIVES and t.sentence == head.sentence), None)


def _owner(context: Context, determiner: Token) -> str | None:
    """The actor whom a possessive means: the one person named before it in its sentence; where it opens the sentence, whom the sentence before is
    about, unless this one goes on to name another."""
    sentence = context.annotated.sentences[determiner.sentence]
    before = _people(context, Span(sentence.start, determiner.start))
    if before:
        return before[0] if len(set(before)) == 1 and _is_named(context, before[0]) else None
    if determiner.i - sentence.first > _OPENING:
        return None  # it may be somebody's of whom nothing else is known: "un berger a été blessé, selon ses proches"
    last = _topic(context, sentence.i - 1, _BACK)
    after = [a for a in _people(context, Span(determiner.end, sentence.end)) if _is_named(context, a)]
    if determiner.i > sentence.first and after and last not in (None, after[0]):
        return None
    return last


def _topic(context: Context, number: int, depth: int) -> str | None:
    """Whom a sentence is about: the first person in it; whoever owns the one with whom it opens, where that is somebody's."""
    if number < 0 or depth == 0:
        return None
    sentence = context.annotated.sentences[number]
    if _opens_with_possessive(context, sentence):
        return _topic(context, number - 1, depth - 1)
    found = _people(context, sentence.span)
    if not found:
        return _topic(context, number - 1, depth - 1)
    return found[0] if _is_named(context, found[0]) else None


def _opens_with_possessive(context: Context, sentence: Sentence) -> bool:
    first = context.annotated.tokens[sentence.first : sentence.first + 4]
    return any(t.lower in _POSSESSIVES for t in first) and not any(t.pos == "VERB" for t in first)


def _people(context: Context, span: Span) -> list[str]:
    """The actors of a passage who are people, named or not, in order."""
    return [m.actor for m in context.mentions.within(span) if m.form != "adjective" and context.mentions.actor(m.actor).kind == "person"]


def _is_named(context: Context, actor: str) -> bool:
    return context.mentions.actor(actor).name[:1].isupper()
