"""Indirect statements: what frames report without quotation marks, or with short quotations inside."""

from pourparlers.claims.clauses import trimmed
from pourparlers.claims.groups import group
from pourparlers.claims.particles import THAT
from pourparlers.claims.speech.flow import Flow
from pourparlers.claims.speech.frame import Frame, is_witness
from pourparlers.claims.speech.lexicon import utterances
from pourparlers.claims.speech.reach import goes_on, reported, text_span
from pourparlers.claims.speech.speakers import UNNAMED, counts_one, is_group, is_text
from pourparlers.claims.speech.statement import build
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent, Statement
from pourparlers.model.text import Span

#: Words that must be left when quotations with rows of their own are taken out.
_FEWEST = 3
#: A quotation is a small part of a passage below this share of it.
_SMALL = 0.25
#: What leads to the text or network in which something was said.
_WHERE = frozenset(("dans", "sur", "via"))
#: Words that lead into what follows them.
_LEADING = frozenset(("ADP", "CCONJ", "DET", "SCONJ"))
_LEADING_WORDS = frozenset(("comme", "que", "qu'", "qu’"))
_CONTENT = frozenset(("NOUN", "VERB", "PROPN", "ADJ", "NUM"))


def indirect_statements(flow: Flow) -> tuple[Statement, ...]:
    """One statement for each speaker of each frame that reports something of its own, in order."""
    found: list[Statement] = []
    reach = [reported(flow.annotated, flow.frames, number) for number in range(len(flow.frames))]
    for number, frame in enumerate(flow.frames):
        if frame.tells_deed or is_witness(frame) or _is_nested(flow, reach, number) or _is_relay(flow, reach, number):
            continue
        passage = _own_words(flow, reach[number], frame)
        if passage is not None:
            text = _text(flow, number, passage)
            rule = f"indirect.{frame.shape}.{frame.form}"
            found += [build(flow, text, agent, frame, ("indirect", rule, flow.days[number])) for agent in _speakers(flow, number)]
    return tuple(found)


def _speakers(flow: Flow, number: int) -> tuple[Agent, ...]:
    """The agents of a frame that are known actors, speak beside one, or are texts or nameless speakers; anything where no actors are known."""
    frame = flow.frames[number]
    known = len(frame.speakers) > 1 and any(a.actor is not None for a in flow.agents[number])
    known = known or any(t.lemma in utterances() or is_group(flow.annotated, t) or counts_one(flow.annotated, t) for t in frame.speakers)
    named = (a for a in flow.agents[number] if a != UNNAMED)
    return tuple(a for a in named if a.actor is not None or known or not flow.context.mentions.actors)


def _text(flow: Flow, number: int, passage: Span) -> Span:
    """The frame with what it reports, and with what comes after it when it is only inserted."""
    annotated, frame = flow.annotated, flow.frames[number]
    text = text_span(annotated, frame, passage)
    if frame.shape not in ("after", "source") or text.start == annotated.tokens[frame.first].start or not goes_on(annotated, flow.frames, number):
        return text
    end = annotated.sentences[frame.word.sentence].end
    rest = [q.outer.start for q in flow.quotations if text.end < q.outer.start < end]
    return trimmed(annotated, Span(text.start, min([end, *rest])))


def _is_nested(flow: Flow, reach: list[Span], number: int) -> bool:
    """True for a frame inside the clause that another one reports: what somebody says that somebody says is one statement,
    and so is what one says by two frames ("selon le maire, le bilan s'établit à")."""
    word = flow.frames[number].word
    for other in range(number - 1, -1, -1):
        frame = flow.frames[other]
        if frame.word.sentence != word.sentence:
            return False
        again = frame.shape == "source" and flow.agents[other] == flow.agents[number]
        if (frame.shape == "before" or again) and reach[other].covers(word.span):
            return True
    return _is_reported_behind(flow, reach, number)


def _is_reported_behind(flow: Flow, reach: list[Span], number: int) -> bool:
    """True for "la ville juge" in "la ville juge cette offre insuffisante, a ajouté le maire"."""
    word = flow.frames[number].word
    for other in range(number + 1, len(flow.frames)):
        frame = flow.frames[other]
        if frame.word.sentence != word.sentence:
            return False
        if frame.shape == "after" and flow.agents[other] and reach[other].covers(word.span):
            return True
    return False


def _is_relay(flow: Flow, reach: list[Span], number: int) -> bool:
    """True for a source that only passes on what another speaker is told to have said: "X a annoncé une trêve, selon l'agence Y"."""
    frame = flow.frames[number]
    if frame.shape != "source":
        return False
    for at in range(number - 1, -1, -1):
        other = flow.frames[at]
        if other.word.sentence != frame.word.sentence:
            return False
        if other.shape == "before" and other.form == "finite" and not other.tells_deed and reach[number].covers(other.word.span):
            return True
    return False


def _own_words(flow: Flow, passage: Span, frame: Frame) -> Span | None:
    """The part of what is reported that lies outside quotations with rows of their own, next to the frame; all of it where such quotations
    are only a small part; None when too little is left."""
    inside = [q.outer for q in flow.quotations if q.outer.overlaps(passage)]
    if inside and sum(len(q) for q in inside) < _SMALL * len(passage):
        return passage
    start, end = passage.start, passage.end
    if inside and frame.shape in ("after", "passive"):
        start = max(q.end for q in inside)
    elif inside:
        end = min(q.start for q in inside)
    left = trimmed(flow.annotated, Span(start, max(start, end)))
    if inside and frame.shape == "before":
        left = _without_opening(flow, left, frame)
    return left if _says_something(flow, left, frame, bool(inside)) else None


def _without_opening(flow: Flow, left: Span, frame: Frame) -> Span:
    """What is told before a quotation, without the words that lead into it: "que la route est coupée et | « … »"; empty where all that is said stands
    in the quotation ("qualifié l'offre du maire de « … »")."""
    tokens = list(flow.annotated.tokens_in(left)) if len(left) else []
    whole = len(tokens)
    while tokens and (tokens[-1].pos in _LEADING or tokens[-1].lower in _LEADING_WORDS):
        tokens.pop()
    if len(tokens) == whole or (tokens and tokens[-1].pos in ("VERB", "AUX")):
        return left
    verbless = not any(t.pos in ("VERB", "AUX") for t in tokens)
    named_only = frame.name in group("naming_whom") and bool(tokens) and tokens[0].pos != "ADP"  # "accuser le maire" of what?
    if verbless and (named_only or sum(t.pos in _CONTENT for t in tokens) < _FEWEST):
        return Span(left.start, left.start)
    return trimmed(flow.annotated, Span(left.start, tokens[-1].end))


def _says_something(flow: Flow, left: Span, frame: Frame, is_part: bool) -> bool:
    tokens = flow.annotated.tokens_in(left) if len(left) else ()
    words = [t for t in tokens if t.pos in _CONTENT]
    if tokens and tokens[-1].lower in THAT and not any(t.pos == "VERB" for t in tokens):
        # the clause was lost
        return False
    if is_part and tokens and (_breaks_off(tokens) or (frame.shape == "before" and (_is_cut_off(tokens) or _is_occasion(tokens)))):
        return False
    if frame.shape == "after" and not is_part and len(words) >= _FEWEST:
        return True
    if frame.shape in ("after", "source") and not any(t.has("VerbForm=Fin") or t.pos == "VERB" for t in tokens):
        return False
    return len(words) >= _FEWEST or (bool(words) and not is_part)


def _breaks_off(tokens: tuple[Token, ...]) -> bool:
    """True when a clause ends with its verb, whose complement is quoted: "selon le maire, la loi envoie « … »"."""
    last = tokens[-1]
    return last.has("VerbForm=Fin") and last.pos in ("VERB", "AUX") and any(t.pos in ("NOUN", "PROPN", "PRON") for t in tokens[:-1])


def _is_occasion(tokens: tuple[Token, ...]) -> bool:
    """True when all that is told before a quotation is when and where it was said: "a annoncé jeudi dans un communiqué « … »"."""
    if any(t.pos in ("VERB", "AUX") for t in tokens) or any(t.lower in THAT for t in tokens):
        return False
    place = next((i for i, t in enumerate(tokens) if t.lower not in group("times") and t.pos not in ("DET", "ADV", "PUNCT")), len(tokens))
    return place == len(tokens) or (tokens[place].lower in _WHERE and any(is_text(t) or t.pos == "PROPN" for t in tokens[place : place + _FEWEST]))


def _is_cut_off(tokens: tuple[Token, ...]) -> bool:
    """True when what is told stands in the quotation that follows: "que l'offre était « … »", "d'avoir « … »"."""
    last = tokens[-1]
    bare = not any(t.pos == "VERB" and t.i != last.i for t in tokens)
    return bare and (last.lemma in ("être", "avoir") or (last.pos == "AUX"))
