"""The day of an utterance: the times that stand with the frame, not inside what it reports."""

from bisect import bisect_left
from collections.abc import Sequence

from pourparlers.claims.headed import heading_time
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.story import Story, is_beside, is_day
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.claim import Agent, When
from pourparlers.model.text import Span
from pourparlers.model.time import Dated

_UNKNOWN = When()
#: Length of "2022-03-03".
_FULL_DAY = 10
_CLAUSE_WORDS = frozenset(("que", "qu'", "qu’", "si", "comment", "pourquoi", ":", "«", '"', "“"))
#: How far after the verb a time still belongs to it: "a déclaré jeudi soir à la presse".
_FAR = 6


def frame_days(annotated: Annotated, dated: Dated, frames: Sequence[Frame], agents: Sequence[tuple[Agent, ...]]) -> tuple[When, ...]:
    """The day on which each frame was uttered, in the order of the frames.

    A frame without a time of its own was uttered when the frame before it in its sentence was, on the day that heads its entry, when its speaker
    last spoke before, or on the day of which the text tells there.
    """
    found: list[When] = []
    story = Story(annotated, dated)
    spoke: dict[str, When] = {}
    for number, frame in enumerate(frames):
        when = _own_day(annotated, dated, frame)
        if when is None:
            when = _inherited(frames, agents, found, number) or _of_entry(annotated, dated, frame)
            when = when or _spoken_before(annotated, frame, spoke.get(_key(agents[number])))
            when = story.day_at(frame) if when == _UNKNOWN else when
        when = _UNKNOWN if _is_to_come(dated, when) else when
        found.append(when)
        if when.start is not None and len(when.start) == _FULL_DAY:
            spoke[_key(agents[number])] = when
    return tuple(found)


def _of_entry(annotated: Annotated, dated: Dated, frame: Frame) -> When | None:
    """The day at the head of a frame's entry in a chronology or a live report; None elsewhere."""
    number = heading_time(annotated, dated, annotated.sentences[frame.word.sentence])
    return None if number is None else When(dated.times[number].start, dated.times[number].end, number, number)


def _is_to_come(dated: Dated, when: When) -> bool:
    """True for a day after that of the document: nobody has spoken on it yet."""
    published = dated.published.best
    return when.start is not None and published is not None and len(when.start) == len(published) == _FULL_DAY and when.start > published


def _spoken_before(annotated: Annotated, frame: Frame, before: When | None) -> When:
    """The day on which the speaker last spoke, for an utterance told in the past: a present ("le maire accuse") has no day."""
    if before is None or (frame.verb is not None and verb_group(annotated, frame.word).tense == "present"):
        return _UNKNOWN
    return before


def _key(agents: tuple[Agent, ...]) -> str:
    return agents[0].name if agents else ""


def _inherited(frames: Sequence[Frame], agents: Sequence[tuple[Agent, ...]], found: Sequence[When], number: int) -> When | None:
    """The day of the frame before in the same sentence, if the same speaker goes on there."""
    if number == 0 or frames[number - 1].word.sentence != frames[number].word.sentence:
        return None
    same = agents[number - 1] == agents[number]
    return found[number - 1] if same and found[number - 1] != _UNKNOWN else None


def _own_day(annotated: Annotated, dated: Dated, frame: Frame) -> When | None:
    """The first time that lies with the words of the frame and denotes a day; None when there is none."""
    region = _region(annotated, frame)
    first = bisect_left(dated.times, region.start, key=lambda t: t.span.start)
    for index in range(first, len(dated.times)):
        time = dated.times[index]
        if time.span.start >= region.end:
            break
        if region.covers(time.span) and is_day(time) and not is_beside(annotated, time, frame.word):
            return When(time.start, time.end, index, index)
    return None


def _region(annotated: Annotated, frame: Frame) -> Span:
    """From the head of the clause ("Lundi, il a salué") to the word that opens what is reported."""
    sentence = annotated.sentences[frame.word.sentence]
    first = sentence.first if frame.shape == "before" and frame.form == "finite" and _opens(annotated, frame) else frame.first
    last = frame.last
    for token in annotated.tokens[frame.last + 1 : min(frame.last + 1 + _FAR, sentence.last)]:
        if token.lower in _CLAUSE_WORDS or (token.has("VerbForm=Inf") and frame.shape == "before") or _ends_object(annotated, frame, token):
            break
        last = token.i
    return Span(annotated.tokens[first].start, annotated.tokens[last].end)


def _opens(annotated: Annotated, frame: Frame) -> bool:
    """True when nothing but adverbials stands before the frame in its sentence."""
    sentence = annotated.sentences[frame.word.sentence]
    return not any(t.has("VerbForm=Fin") for t in annotated.tokens[sentence.first : frame.first])


def _ends_object(annotated: Annotated, frame: Frame, mark: Token) -> bool:
    """True at the comma behind what a verb before it reports: the signature, not the praise, was yesterday in "salue la signature, hier à Dar"."""
    return (
        mark.text == ","
        and frame.shape == "before"
        and any(t.pos == "NOUN" and t.head == frame.word.i and t.dep.startswith("ob") for t in annotated.tokens[frame.last + 1 : mark.i])
    )
