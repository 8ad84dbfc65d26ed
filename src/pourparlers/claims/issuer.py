"""A text that is a communiqué itself: its issuer asserts what it tells. A communiqué that an article quotes is told by its quotations instead."""

import functools
from dataclasses import dataclass, replace
from typing import TypeVar

from pourparlers.claims.context import Context
from pourparlers.claims.positions.pairs import international
from pourparlers.lexicon import load
from pourparlers.model.claim import Agent, Attribution, Claim, Commitment, Event, Position, Statement
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

C = TypeVar("C", bound=Claim)

#: The heading of a communiqué is among the first lines and short; so is its signature among the last.
_LINES, _SHORT = 4, 90
#: An issuer is named within so many characters of its line.
_REACH = 160
_VERB = "communiqué"
_UNNAMED = Agent("unnamed")
_OURS = frozenset(("nous", "notre", "nos"))
#: Acts done by speaking: they are done by the very text that tells them.
_SPOKEN = frozenset(("agreement", "ceasefire", "proposal", "rejection", "threat"))


@dataclass(frozen=True, slots=True)
class Sign:
    """An entry of data/fr/communiques.yaml, where the fields are explained."""

    words: str
    at: str
    example: str


def issuer_of(context: Context) -> Attribution | None:
    """Who asserts what a document tells because it is their communiqué; None for an article, for a text of several parties and for one of an
    international organisation, which is no party. Its agent is "unnamed" where the text does not tell who issued it."""
    lines = [line.span for line in context.document.lines]
    heading = _heading(context, lines[:_LINES])
    if heading == "joint" or not lines:
        return None
    body = [span for span in lines[:_LINES] if not (context.document.quote(span).lower().startswith("communiqué") and len(span) <= _SHORT)]
    named = _signed(context, lines) or _opening(context, body)
    found = named or (_first_named(context, [*lines[: _LINES - len(body)], *body]) if heading else None)
    if found is None:
        return Attribution(_UNNAMED, _VERB, lines[0].start, lines[0].start) if heading else None
    agent = context.agent(found)
    return None if agent.name in international() else Attribution(agent, _VERB, found.span.start, found.span.end)


def asserted_by(link: Attribution | None, claims: tuple[C, ...]) -> tuple[C, ...]:
    """Claims with the issuer as the outermost of their tellers, but for what the issuer does by saying it."""
    return claims if link is None else tuple(_told_by(link, claim) for claim in claims)


def _told_by(link: Attribution, claim: C) -> C:
    if _is_own_act(link.agent, claim) or (claim.attribution and claim.attribution[0].agent == link.agent):
        return claim
    return replace(claim, attribution=(link, *claim.attribution))


def _is_own_act(issuer: Agent, claim: Claim) -> bool:
    """True for what somebody asks, refuses or declares in their own communiqué."""
    if isinstance(claim, Position):
        return claim.party.name == issuer.name
    if isinstance(claim, Statement):
        return claim.speaker.name == issuer.name
    if isinstance(claim, Commitment):
        return [party.name for party in claim.parties] == [issuer.name]
    return isinstance(claim, Event) and claim.type in _SPOKEN and [agent.name for agent in claim.participants] == [issuer.name]


def _heading(context: Context, lines: list[Span]) -> str:
    """ "heading" or "joint" for the name of such texts above them, also where cleaning took it out with the place and the day; "" without one."""
    texts = [context.document.quote(span) for span in lines] + [dropped.text for dropped in context.document.dropped]
    for kind in ("joint", "heading"):
        if any(len(text) <= _SHORT and text.lower().startswith(_signs(kind)) and not text.endswith(".") for text in texts):
            return kind
    return ""


def _signed(context: Context, lines: list[Span]) -> Mention | None:
    """The organisation for which a last line signs, where the text speaks of itself as "nous", or opens with that organisation."""
    for span in reversed(lines[-_LINES:]):
        if len(span) <= _SHORT and context.document.quote(span).lower().startswith(_signs("signature")):
            named = _named(context, span)
            return named if named is not None and (_speaks(context) or _opens_with(context, lines, named)) else None
    return None


def _opening(context: Context, lines: list[Span]) -> Mention | None:
    """The issuer before the words by which such texts begin, or behind "Nous, "."""
    for span in lines:
        text = context.document.quote(span).lower().replace("’", "'")
        if text.startswith(_signs("issuers")):
            return _named(context, span)
        at = min((i for sign in _signs("opening") if (i := text.find(sign, 0, _REACH)) >= 0), default=None)
        if at is not None:
            return _named(context, Span(span.start, span.start + at))
    return None


def _first_named(context: Context, lines: list[Span]) -> Mention | None:
    return next((named for span in lines if (named := _named(context, span)) is not None), None)


def _named(context: Context, span: Span) -> Mention | None:
    """The first organisation, state or group named near the start of a passage, else the first person."""
    near = Span(span.start, min(span.end, span.start + _REACH))
    named = [m for m in context.mentions.within(near) if m.form != "pronoun"]
    bodies = [m for m in named if context.mentions.actor(m.actor).kind != "person"]
    return next(iter(bodies), None) or next(iter(named), None)


def _speaks(context: Context) -> bool:
    """True for a text that says "nous" outside its quotations."""
    annotated = context.annotated
    return any(token.lower in _OURS and annotated.quotation_at(token.start) is None for token in annotated.tokens)


def _opens_with(context: Context, lines: list[Span], named: Mention) -> bool:
    first = _first_named(context, [span for span in lines if len(span) > _SHORT][:1])
    return first is not None and first.actor == named.actor


@functools.cache
def _signs(at: str) -> tuple[str, ...]:
    """The words of a kind, each with what parts it from the next word."""
    return tuple(sign.words if at in ("heading", "joint", "opening") else f"{sign.words} " for sign in load("fr/communiques", Sign) if sign.at == at)
