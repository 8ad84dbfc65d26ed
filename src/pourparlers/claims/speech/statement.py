"""Putting a statement together: identifier, evidence, day."""

from pourparlers.claims.speech.flow import Flow
from pourparlers.claims.speech.frame import Frame
from pourparlers.model.claim import Agent, Statement, When
from pourparlers.model.ids import content_id
from pourparlers.model.text import Span, evidence


def build(flow: Flow, text: Span, agent: Agent, frame: Frame | None, what: tuple[str, str, When]) -> Statement:
    """The statement of an agent at `text`. what: its mode, the rule that read it and its day."""
    mode, rule, day = what
    context = flow.context
    span = None if frame is None else frame_span(flow, frame)
    trigger = None if span is None else context.capture_span(span)
    return Statement(
        id=content_id("statement", context.document.id, mode, context.capture_span(text), trigger, agent.name),
        evidence=evidence(context.document, text, rule),
        said_on=day,
        speaker=agent,
        mode=mode,
        verb="" if frame is None else frame.name,
        frame=span,
    )


def frame_span(flow: Flow, frame: Frame) -> Span:
    """The words of a frame."""
    tokens = flow.annotated.tokens
    return Span(tokens[frame.first].start, tokens[frame.last].end)
