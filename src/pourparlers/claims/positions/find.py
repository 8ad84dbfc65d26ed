"""All positions of a document, each once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pourparlers.claims.clauses import trimmed, with_marks
from pourparlers.claims.context import Context
from pourparlers.claims.positions.candidate import Candidate
from pourparlers.claims.positions.candidates import from_cues
from pourparlers.claims.positions.conditions import from_conditions, posed
from pourparlers.claims.positions.deals import from_deals
from pourparlers.claims.positions.extents import span_of
from pourparlers.claims.positions.issues import fold
from pourparlers.claims.positions.judged import from_verdicts
from pourparlers.claims.positions.listed import from_lists
from pourparlers.claims.positions.matter import about_of
from pourparlers.claims.positions.musts import from_duties, opens_quotation
from pourparlers.claims.positions.parties import addressee, parties
from pourparlers.claims.positions.refusals import from_refusals
from pourparlers.claims.positions.stipulated import from_stipulations
from pourparlers.claims.speech.interviewee import is_asked
from pourparlers.claims.voices import Voices
from pourparlers.model.annotated import Annotated
from pourparlers.model.claim import Agent, Position, Statement, When
from pourparlers.model.ids import content_id
from pourparlers.model.text import Span, evidence

#: Share of the shorter passage's words that two rows of one stance, issue and party must have in common to be one position told twice.
_TOLD_TWICE = 0.6
#: Verbs that make a demand of what is quoted with them.
_ASKING = frozenset(("exiger", "réclamer"))
#: How many characters around its verb a position's day may stand.
_BESIDE = 30


def find_positions(context: Context, voices: Voices, statements: tuple[Statement, ...]) -> tuple[Position, ...]:
    """The positions told by a document, in the order of their evidence. A position without a party that the text names is left out."""
    found: list[Position] = []
    for candidate in _candidates(context, statements):
        said_on = _said_on(context, statements, candidate)
        asked = addressee(context, candidate)
        for rank, party in enumerate(parties(context, statements, candidate)):
            if asked is not None and asked.name == party.name:
                continue  # nobody asks himself: whoever asks stands elsewhere
            found.append(replace(_position(context, voices, candidate, (rank, party, asked)), said_on=said_on))
    return tuple(_once(context, found))


def _said_on(context: Context, statements: Sequence[Statement], candidate: Candidate) -> When:
    """The day on which a position is taken: that of the statement that tells it, else the day named beside its verb, outside the thing."""
    told = [s for s in statements if s.evidence.span.covers(candidate.span)]
    if told:
        return min(told, key=lambda s: len(s.evidence.span)).said_on
    beside = Span(candidate.anchor.start - _BESIDE, candidate.anchor.end + _BESIDE)
    sentence = context.annotated.sentence_at(candidate.anchor.start)
    for index, time in enumerate(context.dated.times):
        day = time.kind in ("DATE", "TIME") and time.direction != "future" and time.bound == ""
        near = sentence is not None and sentence.span.covers(time.span) and beside.covers(time.span)
        if day and near and not candidate.span.overlaps(time.span):
            return When(time.start, time.end, index, index)
    return When()


def _candidates(context: Context, statements: Sequence[Statement]) -> list[Candidate]:
    spoken = [s.evidence.span for s in statements]
    annotated = context.annotated
    reported = [s.evidence.span for s in statements if s.mode == "indirect"]
    in_speech = [*from_conditions(annotated, spoken), *from_duties(annotated, spoken, reported), *from_refusals(annotated, spoken)]
    in_speech += _said_to_ask(annotated, statements)
    told = [*from_lists(annotated), *from_verdicts(annotated), *from_deals(annotated), *from_stipulations(annotated)]
    found = [_without_incise(annotated, c, statements) for c in (*from_cues(annotated), *posed(annotated), *in_speech, *told)]
    return sorted((c for c in found if c.span.start < c.span.end and not _is_asked(annotated, c)), key=lambda c: (c.span, c.stance))


def _without_incise(annotated: Annotated, candidate: Candidate, statements: Sequence[Statement]) -> Candidate:
    """A candidate whose passage ends before the clause that tells who said it: "à condition que la trêve tienne, a averti le négociateur"."""
    span = candidate.span
    cuts = (s.frame.start for s in statements if s.frame is not None and s.mode == "indirect" and ".after." in s.evidence.rule)
    cut = min((at for at in cuts if span.start < at < span.end), default=None)
    return candidate if cut is None else replace(candidate, span=trimmed(annotated, Span(span.start, cut)))


def _is_asked(annotated: Annotated, candidate: Candidate) -> bool:
    sentence = annotated.sentence_at(candidate.anchor.start)
    return sentence is not None and is_asked(annotated, sentence.span)


def _said_to_ask(annotated: Annotated, statements: Sequence[Statement]) -> Iterator[Candidate]:
    """What is quoted behind a verb of demanding: « "Pas d'impunité", a réclamé la ministre »."""
    for statement in statements:
        words = annotated.tokens_in(statement.evidence.span) if statement.mode == "direct" and statement.verb in _ASKING else ()
        if words and opens_quotation(annotated, words[0]):
            last = next((t.i for t in words if t.sentence != words[0].sentence), words[-1].i + 1)
            span = span_of(annotated, words[0].i, last)
            yield Candidate("demands", span, about_of(annotated, span, words[0]), words[0], "said:asking", spoken=True)


def _position(context: Context, voices: Voices, candidate: Candidate, held_by: tuple[int, Agent, Agent | None]) -> Position:
    rank, party, asked = held_by
    told = evidence(context.document, _with_marks(context, candidate.span), candidate.rule)
    about = candidate.about
    return Position(
        id=content_id("position", context.document.id, *_at(context, candidate), rank),
        evidence=told,
        attribution=voices.at(candidate.anchor.span),
        party=party,
        stance=candidate.stance,
        issue="other" if about is None else about.guide,
        addressee=asked,
        subissue=None if about is None or about.issue == about.guide else about.issue,
    )


def _with_marks(context: Context, span: Span) -> Span:
    """A passage with the mark of a quotation that begins or ends with it and of which it holds but the other one."""
    for end in (span.start, span.end - 1):
        quotation = context.annotated.quotation_at(end)
        if quotation is None or quotation.open_ended or quotation.inner.covers(span):
            continue
        if quotation.inner.end == span.end:
            span = Span(span.start, quotation.outer.end)
        elif quotation.inner.start == span.start:
            span = Span(quotation.outer.start, span.end)
    return with_marks(context.document.text, span)


def _at(context: Context, candidate: Candidate) -> tuple[object, ...]:
    """The places in the capture that make the identifier: of the passage and of its anchor."""
    return (context.capture_span(candidate.span), context.capture_span(candidate.anchor.span))


def _once(context: Context, found: Sequence[Position]) -> Iterable[Position]:
    """Positions without those told twice: the passage in the body is kept before the one in a heading, the longer before the shorter."""
    kept: list[Position] = []
    for position in sorted(found, key=lambda p: (_in_heading(context, p), -len(p.evidence.quote), p.evidence.start, p.stance, p.id)):
        heading = _in_heading(context, position)
        if not any(_same(position, other) or (heading and _summed_up(position, other)) for other in kept):
            kept.append(position)
    return sorted(kept, key=lambda p: (p.evidence.start, p.evidence.end, p.party.name, p.id))


def _in_heading(context: Context, position: Position) -> bool:
    start = position.evidence.start
    return any(line.kind in ("title", "heading", "caption") and line.span.start <= start < line.span.end for line in context.document.lines)


def _summed_up(heading: Position, body: Position) -> bool:
    """A heading sums up what the body tells: one stance of one party is taken for the same position."""
    return heading.party.name == body.party.name and heading.stance == body.stance


def _same(a: Position, b: Position) -> bool:
    if a.party.name != b.party.name:
        return False
    if a.evidence.span.overlaps(b.evidence.span):
        return True
    if a.stance != b.stance or a.issue != b.issue:
        return False
    left, right = _content(a.evidence.quote), _content(b.evidence.quote)
    return bool(left and right) and len(left & right) >= _TOLD_TWICE * min(len(left), len(right))


def _content(text: str) -> frozenset[str]:
    """The words that carry sense, cut to their stems."""
    return frozenset(w[:6] for w in fold(text).replace("'", " ").split() if len(w) > 3)
