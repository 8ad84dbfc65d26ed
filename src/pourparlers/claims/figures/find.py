"""All figures of a document."""

from collections.abc import Sequence
from dataclasses import replace

from pourparlers.claims.context import Context
from pourparlers.claims.figures.claimants import attribution_of, proposer_of
from pourparlers.claims.figures.counted import BALLOTS, is_share, kind_of, noun_kind, term_of, whole_of
from pourparlers.claims.figures.days import as_of
from pourparlers.claims.figures.epidemics import counts_the_ill
from pourparlers.claims.figures.fates import Fate, agreeing, fate_of
from pourparlers.claims.figures.nouns import counted
from pourparlers.claims.figures.parts import Pair, dealt_out
from pourparlers.claims.speech.interviewee import is_asked
from pourparlers.claims.speech.speakers import Speakers
from pourparlers.claims.voices import Voices
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Event, Figure
from pourparlers.model.ids import content_id
from pourparlers.model.mention import Quantity
from pourparlers.model.text import evidence

#: Kinds of people, and what may happen to them that tells more than that they are such.
_WORSE = {
    **dict.fromkeys(("prisoners", "detained", "wounded", "missing", "refugees", "displaced"), frozenset(("killed", "evacuated"))),
    "troops": frozenset(("killed", "wounded", "missing", "detained", "prisoners", "evacuated")),
}
#: Kinds whose noun says already what happened.
_SELF_EVIDENT = frozenset(("killed", "money", "votes", "share", "term", "refugees", "displaced"))
#: Types of which a document tells one number of a value: "vingt soldats tués" and, later, "les vingt militaires tués".
_TOLD_ONCE = frozenset(("killed", "wounded", "missing", "detained", "displaced", "refugees", "evacuated", "prisoners"))


def find_figures(context: Context, voices: Voices, events: tuple[Event, ...]) -> tuple[Figure, ...]:
    """The figures of a document, in the order of their evidence. A figure told again is told once, by the first passage of the body."""
    found: list[Figure] = []
    pairs = tuple((quantity, noun) for quantity, noun in counted(context) if not is_asked(context.annotated, quantity.number))
    dealt, speakers = dealt_out(context.annotated, pairs), Speakers(context)
    fates: dict[int, Fate] = {}  # what happened to those of each noun counted so far, by its token
    for quantity, noun in pairs:
        figure = _figure(context, events, (quantity, noun), fates, dealt.get(quantity.span.start))
        if figure is not None:
            told = attribution_of(context, voices, speakers, quantity, found[-1] if found else None)
            proposed = proposer_of(context, quantity.span) if not told and noun_kind(noun) == "term" else ()
            found.append(replace(figure, attribution=told or proposed))
    body = _once(context, [f for f in found if not _in_heading(context, f)])
    headings = [f for f in found if _in_heading(context, f) and all(f.value != other.value for other in body)]
    return tuple(sorted([*body, *_once(context, headings)], key=lambda f: (f.evidence.start, f.evidence.end)))


def _figure(context: Context, events: tuple[Event, ...], pair: Pair, fates: dict[int, Fate], dealt: Fate | None) -> Figure | None:
    """The figure of a number and its noun. fates: of the nouns counted so far, to which its own is added. dealt: the fate of the total of which it
    is a part."""
    quantity, noun = pair
    head = context.annotated.tokens[quantity.head]
    if counts_the_ill(context.annotated, head, noun):
        return None
    told_of = noun if noun.sentence == head.sentence and abs(noun.i - head.i) <= 1 else head
    fate = fate_of(context.annotated, told_of, near=noun_kind(noun) in ("people", "none", None)) or dealt
    if fate is None and noun.i < head.i and noun.sentence == head.sentence:
        fate = fates.get(noun.i)  # "300 familles ont fui, dont 120 au nord et 60 au sud"
    if fate is not None:
        fates.setdefault(noun.i, fate)
    kind = kind_of(context.annotated, quantity, noun, fate)
    if kind is None:
        return None
    event = _event(context, events, quantity)
    return Figure(
        id=content_id("figure", context.document.id, context.capture_span(quantity.span), context.capture_span(quantity.number)),
        evidence=evidence(context.document, quantity.span, f"counted:{noun.lemma}"),
        value=quantity.value,
        what=_what(context, quantity, noun, fate),
        type=_type(kind, fate),
        bound=quantity.bound,
        low=quantity.low,
        high=quantity.high,
        as_of=as_of(context, quantity.span, event),
        event=None if event is None else event.id,
    )


def _in_heading(context: Context, figure: Figure) -> bool:
    return any(line.kind in ("title", "heading") and line.span.covers(figure.evidence.span) for line in context.document.lines)


def _once(context: Context, figures: Sequence[Figure]) -> list[Figure]:
    """The figures without those told again: the same number of the same thing, or of people of one fate ("vingt soldats tués", later "les vingt
    militaires tués"). Two that one sentence tells of different things are two."""
    kept: dict[tuple[float, str], list[Figure]] = {}
    for figure in figures:
        same = kept.setdefault((figure.value, figure.type if figure.type in _TOLD_ONCE else figure.evidence.rule), [])
        if not same or (figure.what != same[0].what and _one_sentence(context, figure, same[0])):
            same.append(figure)
    return [figure for same in kept.values() for figure in same]


def _one_sentence(context: Context, left: Figure, right: Figure) -> bool:
    return context.annotated.sentence_at(left.evidence.start) == context.annotated.sentence_at(right.evidence.start)


def _type(kind: str, fate: Fate | None) -> str:
    if fate is not None and (kind in ("people", "votes") or fate.kind in _WORSE.get(kind, ())):
        return fate.kind
    return "other" if kind == "people" else kind


def _what(context: Context, quantity: Quantity, noun: Token, fate: Fate | None) -> str:
    """The counted noun in the article's words, with what happened to it or what it is the length of."""
    own = any(c.isalpha() for c in quantity.what)
    if not own and quantity.value == 1:
        return f"{noun.lemma} {'' if fate is None else fate.participle}".strip()  # "… et un blessé", of soldiers told before
    what = quantity.what if own else noun.text
    kind = noun_kind(noun)
    if noun.lower in BALLOTS:
        return f"voix {noun.lower}"
    if is_share(context.annotated, quantity):
        whole = whole_of(context.annotated, quantity)
        return "%" if whole is None else f"% {context.document.quote(whole)}"
    if kind == "term":
        return f"{noun.text} de {term_of(context.annotated, quantity)}"
    if fate is None or kind in _SELF_EVIDENT or (fate.participle and fate.participle in what):
        return what
    return f"{what} {agreeing(context.annotated, fate.participle, noun)}".strip()


def _event(context: Context, events: tuple[Event, ...], quantity: Quantity) -> Event | None:
    """The event of the same sentence whose words stand nearest to the number."""
    sentence = context.annotated.sentence_at(quantity.span.start)
    if sentence is None:
        return None
    near = [e for e in events if sentence.span.covers(e.trigger)]
    return min(near, key=lambda e: (abs(e.trigger.start - quantity.span.start), e.id), default=None)
