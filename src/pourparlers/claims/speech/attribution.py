"""Who asserts what: the passages told by somebody else than the article."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pourparlers.claims.clauses import phrase_span
from pourparlers.claims.particles import THAT
from pourparlers.claims.speech.flow import Flow
from pourparlers.claims.speech.frame import Frame, is_witness
from pourparlers.claims.speech.hearsay import hearsay
from pourparlers.claims.speech.lexicon import utterances
from pourparlers.claims.speech.presupposed import presupposed
from pourparlers.claims.speech.reach import goes_on, reported
from pourparlers.claims.speech.speakers import UNNAMED, is_group
from pourparlers.claims.voices import Voice, Voices
from pourparlers.model.annotated import Annotated, Answer, Token
from pourparlers.model.claim import Agent, Attribution
from pourparlers.model.text import Span

#: How many passages back the one around a passage is looked for; sentences hold few.
_DEPTH = 40
#: With "que", words that lead from what somebody says to what happened beside it.
_MEANWHILE = frozenset(("alors", "après", "tandis"))
#: Verbs by which somebody says that a deed of which the article tells was theirs.
_OWNING_UP = frozenset(("revendiquer",))
#: How words begin that tell when or where somebody spoke.
_CIRCUMSTANCES = (("à", "l'", "issue"), ("à", "l'", "occasion"), ("au", "terme"), ("au", "cours"), ("lors",), ("en", "marge"), ("peu", "après"))


def find_voices(flow: Flow) -> Voices:
    """Quotations, reported passages and reported conditionals with their tellers, in order of their start; nested ones carry the whole chain."""
    links = _quotation_links(flow) + _frame_links(flow)
    told = _told(links)
    links += [(span, _by_source(flow, span, link)) for span, link in hearsay(flow.annotated) if not told.at(Span(link.start, link.end))]
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
        agents = quoted.agents or ((UNNAMED,) if isinstance(quoted.quotation, Answer) else ())
        if agents:
            outer = quoted.quotation.outer
            verb = "dire" if quoted.frame is None else flow.frames[quoted.frame].name
            found.append((outer, Attribution(agents[0], verb, outer.start, outer.end, agents[1:])))
    return found


def _by_source(flow: Flow, span: Span, link: Attribution) -> Attribution:
    """A reported conditional with the source of the sentence before it in its paragraph, if that has one: "Selon la mission, dix civils sont morts.
    L'armée en aurait tué six." It stays with nobody named else."""
    sentence = flow.annotated.sentence_at(span.start)
    before = None if sentence is None or sentence.i == 0 else flow.annotated.sentences[sentence.i - 1]
    if sentence is None or before is None or before.line != sentence.line:
        return link
    numbers = range(bisect_left(flow.frames, before.first, key=_word_index), bisect_left(flow.frames, before.last, key=_word_index))
    told = [flow.agents[n] for n in numbers if flow.agents[n] and _asserts(flow.frames[n])]
    return replace(link, agent=told[-1][0], beside=told[-1][1:]) if told else link


def _word_index(frame: Frame) -> int:
    return frame.word.i


def _rest(flow: Flow, number: int) -> Span:
    """What comes after an inserted source: "la ville a été prise, selon le maire, par surprise"."""
    frame = flow.frames[number]
    last = flow.annotated.sentences[frame.word.sentence].last
    after = flow.annotated.tokens[frame.last + 1 : last]
    if frame.shape != "source" or not after or not _comes_after(flow, number, after):
        return Span(0, 0)
    return Span(after[0].start, after[-1].end)


def _comes_after(flow: Flow, number: int, after: Sequence[Token]) -> bool:
    """True when the words behind a source are still its own: it is set off by commas, or stands between a verb and what the verb takes."""
    frame = flow.frames[number]
    if goes_on(flow.annotated, flow.frames, number):
        return not _is_circumstance(after[1:])
    lead = flow.annotated.tokens[frame.first - 1] if frame.first > flow.annotated.sentences[frame.word.sentence].first else None
    return lead is not None and lead.pos in ("VERB", "AUX") and after[0].pos in ("DET", "ADP", "NUM", "ADJ", "NOUN", "PROPN")


def _is_circumstance(after: Sequence[Token]) -> bool:
    """True for words that tell when or where a source spoke: "selon le ministre, à l'issue du sommet"."""
    words = [t.lower.replace("’", "'") for t in after[:3]]
    return any(words[: len(c)] == list(c) for c in _CIRCUMSTANCES) and not any(t.has("VerbForm=Fin") for t in after)


def _frame_links(flow: Flow) -> list[tuple[Span, Attribution]]:
    found = []
    for number, frame in enumerate(flow.frames):
        agents = _tellers(flow, number)
        if agents and _asserts(frame) and not is_witness(frame):
            link = Attribution(agents[0], frame.name, frame.word.start, frame.word.end, agents[1:])
            found += [(part, link) for part in (_told_by(flow, number), _rest(flow, number)) if len(part)]
    return found


def _tellers(flow: Flow, number: int) -> tuple[Agent, ...]:
    """The agents of a frame; one behind its verb must be an actor, a text or a nameless speaker, since parsers take objects for such subjects."""
    frame = flow.frames[number]
    known = frame.shape != "after" or any(t.lemma in utterances() or is_group(flow.annotated, t) for t in frame.speakers)
    known = known or (len(frame.speakers) > 1 and any(a.actor is not None for a in flow.agents[number]))
    return tuple(a for a in flow.agents[number] if a.actor is not None or known or not flow.context.mentions.actors)


def _is_remark(frame: Frame) -> bool:
    """True for "signalées par la mission" behind its noun."""
    return frame.shape == "passive" and frame.word.dep.startswith("acl")


def _told_by(flow: Flow, number: int) -> Span:
    """The passage that a frame reports: the noun alone of "des tirs signalés par la mission"; of what comes behind a frame, not the clause in which
    the article tells what else happened."""
    if _is_remark(flow.frames[number]):
        return phrase_span(flow.annotated, flow.annotated.tokens[flow.frames[number].word.head])
    passage = reported(flow.annotated, flow.frames, number, whole=True)
    behind = passage.start >= flow.frames[number].word.end
    return _without_background(flow.annotated, passage) if behind else passage


def _without_background(annotated: Annotated, passage: Span) -> Span:
    """What somebody says up to the clause in which the article tells what else happened: ", après que le maire a quitté la salle"."""
    tokens = annotated.tokens_in(passage) if len(passage) else ()
    for comma, first, second in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if comma.text == "," and (first.lower in _MEANWHILE and second.lower in THAT) and annotated.quotation_at(comma.start) is None:
            return Span(passage.start, comma.start)
    return passage


def _asserts(frame: Frame) -> bool:
    """True for a frame whose speaker tells as true what it reports; not "une attaque revendiquée par", of which the article tells itself."""
    if _is_remark(frame):
        return frame.asserts and frame.name not in _OWNING_UP
    return frame.asserts and (frame.shape == "before" or not frame.tells_deed)
