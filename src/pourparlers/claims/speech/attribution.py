"""Who asserts what: the passages told by somebody else than the article."""

from collections.abc import Sequence

from pourparlers.claims.speech.flow import Flow
from pourparlers.claims.speech.reach import reported
from pourparlers.claims.voices import Voice, Voices
from pourparlers.model.claim import Attribution, Statement


def find_voices(flow: Flow, statements: Sequence[Statement]) -> Voices:
    """Quotations and reported passages with their tellers, in order of their start."""
    found: list[Voice] = []
    for quoted in flow.quoted:
        if quoted.agents:
            agent = quoted.agents[0]
            verb = "dire" if quoted.frame is None else flow.frames[quoted.frame].name
            found.append(Voice(quoted.quotation.outer, (Attribution(agent, verb, quoted.quotation.outer.start, quoted.quotation.outer.end),)))
    for number, frame in enumerate(flow.frames):
        passage = reported(flow.annotated, flow.frames, number)
        if flow.agents[number] and len(passage):
            found.append(Voice(passage, (Attribution(flow.agents[number][0], frame.name, frame.word.start, frame.word.end),)))
    return Voices(tuple(sorted(found, key=lambda v: (v.span.start, v.span.end))))
