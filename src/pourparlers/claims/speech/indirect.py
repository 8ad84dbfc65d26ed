"""Indirect statements: what frames report without quotation marks, or with short quotations inside."""

from pourparlers.claims.clauses import trimmed
from pourparlers.claims.speech.flow import Flow
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.reach import reported, text_span
from pourparlers.claims.speech.statement import build
from pourparlers.model.claim import Statement
from pourparlers.model.text import Span

#: Words that must be left when quotations with rows of their own are taken out.
_FEWEST = 3


def indirect_statements(flow: Flow) -> tuple[Statement, ...]:
    """One statement for each speaker of each frame that reports something of its own, in order."""
    found: list[Statement] = []
    for number, frame in enumerate(flow.frames):
        passage = own_words(flow, reported(flow.annotated, flow.frames, number), frame)
        if passage is not None:
            text = text_span(flow.annotated, frame, passage)
            found += [build(flow, text, agent, frame, ("indirect", f"indirect.{frame.shape}")) for agent in flow.agents[number]]
    return tuple(found)


def own_words(flow: Flow, passage: Span, frame: Frame) -> Span | None:
    """The longest part of what is reported that lies outside quotations with rows of their own, next to the frame; None when too little is left."""
    start, end = passage.start, passage.end
    inside = [q for q in flow.quotations if q.outer.overlaps(passage)]
    if inside and frame.shape in ("after", "passive"):
        start = max(q.outer.end for q in inside)
    elif inside:
        end = min(q.outer.start for q in inside)
    left = trimmed(flow.annotated, Span(start, max(start, end)))
    words = [t for t in flow.annotated.tokens_in(left) if t.pos in ("NOUN", "VERB", "PROPN", "ADJ", "NUM")] if len(left) else []
    return left if len(words) >= _FEWEST or (words and not inside) else None
