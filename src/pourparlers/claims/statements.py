"""What people are reported to have said: direct and indirect speech, and who asserts what in a document."""

from dataclasses import replace

from pourparlers.claims.context import Context
from pourparlers.claims.speech.attribution import find_voices
from pourparlers.claims.speech.direct import direct_statements
from pourparlers.claims.speech.flow import Flow
from pourparlers.claims.speech.frames import find_frames
from pourparlers.claims.speech.indirect import indirect_statements
from pourparlers.claims.speech.quoted import spoken
from pourparlers.claims.speech.scene import scene
from pourparlers.claims.voices import Voices
from pourparlers.model.claim import Statement


def find_statements(context: Context) -> tuple[tuple[Statement, ...], Voices]:
    """The statements of a document in order, and who asserts what in it."""
    quotations = spoken(context.annotated)
    flow = Flow(context, find_frames(scene(context, quotations)), quotations)
    voices = find_voices(flow)
    statements = [_relayed(s, voices) for s in direct_statements(flow) + indirect_statements(flow)]
    return tuple(sorted(statements, key=lambda s: (s.evidence.start, s.evidence.end, s.mode, s.speaker.name))), voices


def _relayed(statement: Statement, voices: Voices) -> Statement:
    """The statement with those who pass it on: the tellers of its frame ("X a annoncé une trêve, selon l'agence Y")."""
    if statement.frame is None or statement.evidence.rule.startswith("indirect.remark"):
        return statement  # "…, ce que X conteste" stands outside what others tell
    tellers = tuple(link for link in voices.at(statement.frame) if statement.speaker not in link.agents)
    return replace(statement, attribution=tellers) if tellers else statement
