"""All figures of a document."""

from collections.abc import Iterator

from pourparlers.claims.context import Context
from pourparlers.claims.figures.counted import kind_of
from pourparlers.claims.figures.fates import Fate, agreeing, fate_of
from pourparlers.claims.voices import Voices
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Event, Figure
from pourparlers.model.ids import content_id
from pourparlers.model.mention import Quantity
from pourparlers.model.text import evidence

_NOMINAL = frozenset(("NOUN", "PROPN"))


def find_figures(context: Context, voices: Voices, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """The figures of a document, in the order of their evidence; a figure told again in other words of the same number and noun is told once."""
    found: dict[tuple[float, str], Figure] = {}
    for quantity, noun in _counted(context):
        figure = _figure(context, voices, events, (quantity, noun))
        if figure is not None:
            found.setdefault((figure.value, figure.what.casefold()), figure)
    return tuple(found.values())


def _counted(context: Context) -> Iterator[tuple[Quantity, Token | None]]:
    """The quantities with the noun they count: their own, else that of the number before them in this or the last sentence."""
    before: Token | None = None
    for quantity in context.mentions.quantities:
        head = context.annotated.tokens[quantity.head]
        if head.pos in _NOMINAL or quantity.what:
            before = head
            yield quantity, head
        else:
            near = before is not None and 0 <= head.sentence - before.sentence <= 1
            yield quantity, before if near else None


def _figure(context: Context, voices: Voices, events: tuple[Event, ...], counted: tuple[Quantity, Token | None]) -> Figure | None:
    quantity, noun = counted
    kind = kind_of(context.annotated, quantity, noun)
    if kind is None or noun is None or _in_heading(context, quantity):
        return None
    fate = fate_of(context.annotated, context.annotated.tokens[quantity.head])
    event = _event(context, events, quantity)
    return Figure(
        id=content_id("figure", context.document.id, context.capture_span(quantity.span), context.capture_span(quantity.number)),
        evidence=evidence(context.document, quantity.span, f"counted:{noun.lemma}"),
        attribution=voices.at(quantity.span),
        value=quantity.value,
        what=_what(quantity, noun, fate),
        type=_type(kind, fate),
        bound=quantity.bound,
        low=quantity.low,
        high=quantity.high,
        event=None if event is None else event.id,
    )


def _in_heading(context: Context, quantity: Quantity) -> bool:
    return any(line.kind in ("title", "heading") and line.span.covers(quantity.span) for line in context.document.lines)


def _type(kind: str, fate: Fate | None) -> str:
    if kind != "people":
        return kind
    return "other" if fate is None else fate.kind


def _what(quantity: Quantity, noun: Token, fate: Fate | None) -> str:
    """The counted noun in the article's words, with what happened to it."""
    what = quantity.what or noun.text
    if fate is None or agreeing(fate.participle, noun) in what or noun.lemma in ("mort", "blessé"):
        return what
    return f"{what} {agreeing(fate.participle, noun)}"


def _event(context: Context, events: tuple[Event, ...], quantity: Quantity) -> Event | None:
    """The event of the same sentence whose words stand nearest to the number."""
    sentence = context.annotated.sentence_at(quantity.span.start)
    if sentence is None:
        return None
    near = [e for e in events if sentence.span.covers(e.trigger)]
    return min(near, key=lambda e: (abs(e.trigger.start - quantity.span.start), e.id), default=None)
