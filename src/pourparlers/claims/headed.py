"""The time at the head of an entry, which dates what the entry tells: « 31 août 1994. Les rebelles ont signé. », « 17h40. »"""

from bisect import bisect_left

from pourparlers.model.annotated import Annotated, Sentence
from pourparlers.model.time import Dated, Time

#: What may stand beside the time in its head.
_BESIDE = " \t\xa0\u202f.:;,-–—•*·▪◦>()[]|"

#: An entry has so many lines behind a heading that is its time.
_LINES = 3

_HEADING = "heading"


def heading_time(annotated: Annotated, dated: Dated, sentence: Sentence) -> int | None:
    """The number of the time that stands alone as the first sentence of a sentence's line, or as the heading right above it; None without one."""
    sentences, lines = annotated.sentences, annotated.document.lines
    for line in range(sentence.line, max(-1, sentence.line - 1 - _LINES), -1):
        at = bisect_left(sentences, line, key=lambda s: s.line)
        head = sentences[at] if at < len(sentences) else sentence
        is_heading = line < len(lines) and lines[line].kind == _HEADING
        if head.line == line and head.first != sentence.first and (line == sentence.line or is_heading):
            found = _alone(annotated, dated, head)
            if found is not None or is_heading:
                return found
    return None


def _alone(annotated: Annotated, dated: Dated, head: Sentence) -> int | None:
    """The number of the time that is all there is of a sentence but for marks."""
    number = bisect_left(dated.times, head.start, key=lambda t: t.span.start)
    if number >= len(dated.times) or dated.times[number].span.end > head.end or not _denotes_days(dated.times[number]):
        return None
    text, span = annotated.document.text, dated.times[number].span
    return number if not (text[head.start : span.start] + text[span.end : head.end]).strip(_BESIDE) else None


def _denotes_days(time: Time) -> bool:
    """True for a day, a month or a year, known or still to be found."""
    return time.kind in ("DATE", "TIME") and not time.vague and (time.start is not None or time.value is None)
