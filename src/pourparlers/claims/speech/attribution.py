"""Who asserts what: the passages told by somebody else than the article."""

from collections.abc import Sequence

from pourparlers.claims.speech.flow import Flow
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.hearsay import hearsay
from pourparlers.claims.speech.presupposed import presupposed
from pourparlers.claims.speech.reach import goes_on, reported
from pourparlers.claims.voices import Voice, Voices
from pourparlers.model.claim import Attribution
from pourparlers.model.text import Span

#: How many passages back the one around a passage is looked for; sentences hold few.
_DEPTH = 40


def find_voices(flow: Flow) -> Voices:
    """Quotations, reported passages and reported conditionals with their tellers, in order of their start; nested ones carry the whole chain."""
    links = _quotation_links(flow) + _frame_links(flow)
    told = _told(links)
    links += [link for link in hearsay(flow.annotated) if not told.at(link[0])]
    # Outer passages first, so that each finds the chain it stands in.
    links.sort(key=lambda link: (link[0].start, -link[0].end, link[1]))
    found: list[Voice] = []
    for span, link in links:
        found.append(Voice(span, (*_around(found, span, link), link)))
    # nobody asserts what is taken for granted
    found += [Voice(span, ()) for span in presupposed(flow.context)]
    passages = tuple(sorted(found, key=lambda v: (v.span.start, v.span.end)))
    return Voices(passages, max((len(v.span) for v in passages), default=0))


def _told(links: Sequence[tuple[Span, Attribution]]) -> Voices:
    """The passages of links that are not yet chained."""
    passages = sorted((Voice(span, (link,)) for span, link in links), key=lambda v: (v.span.start, v.span.end))
    return Voices(tuple(passages), max((len(v.span) for v in passages), default=0))


def _around(found: Sequence[Voice], span: Span, link: Attribution) -> tuple[Attribution, ...]:
    """The chain of the smallest passage around a span, unless its teller is the same one."""
    for voice in reversed(found[-_DEPTH:]):
        if voice.span.covers(span) and voice.span != span:
            return voice.chain[:-1] if voice.chain[-1].agent == link.agent else voice.chain
    return ()


def _quotation_links(flow: Flow) -> list[tuple[Span, Attribution]]:
    found = []
    for quoted in flow.quoted:
        if quoted.agents:
            outer = quoted.quotation.outer
            verb = "dire" if quoted.frame is None else flow.frames[quoted.frame].name
            found.append((outer, Attribution(quoted.agents[0], verb, outer.start, outer.end)))
    return found


def _rest(flow: Flow, number: int) -> Span:
    """What comes after an inserted source: "la ville a été prise, selon le maire, par surprise"."""
    frame = flow.frames[number]
    last = flow.annotated.sentences[frame.word.sentence].last
    if frame.shape != "source" or not goes_on(flow.annotated, flow.frames, number) or frame.last + 1 >= last:
        return Span(0, 0)
    return Span(flow.annotated.tokens[frame.last + 1].start, flow.annotated.tokens[last - 1].end)


def _frame_links(flow: Flow) -> list[tuple[Span, Attribution]]:
    found = []
    for number, frame in enumerate(flow.frames):
        passage = reported(flow.annotated, flow.frames, number, whole=True)
        if flow.agents[number] and _asserts(frame):
            link = Attribution(flow.agents[number][0], frame.name, frame.word.start, frame.word.end)
            found += [(part, link) for part in (passage, _rest(flow, number)) if len(part)]
    return found


def _asserts(frame: Frame) -> bool:
    """True for a frame whose speaker tells as true what it reports; of deeds only "le rapport cite trois attaques", not "attaques citées par"."""
    return frame.asserts and (frame.shape == "before" or not frame.tells_deed)
