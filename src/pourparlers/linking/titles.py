"""The words that tell an event, and the name that some events have of a place: "le sommet de Karlstad", "les accords de paix d'Orle"."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from pourparlers.linking.wording import stems
from pourparlers.model.claim import Event

#: Types and kinds of events that are known by the name of a place: each such name is of one thing, or of few.
TITLED = frozenset({"agreement", "meeting.summit"})
#: What may stand between the noun and the place, and what puts the two together.
_OF = re.compile(r"(?:\s+(?:d(?:e |['’]))?[a-zà-ÿ-]+)?\s+(?:de la |de l['’]|de |du |d['’])", re.IGNORECASE)


def told_by(event: Event) -> str:
    """The words of the passage that tell the event; empty when they do not stand in it."""
    start = event.trigger.start - event.evidence.start
    end = event.trigger.end - event.evidence.start
    return event.evidence.quote[start:end] if start >= 0 else ""


def title_of(event: Event, words: str) -> tuple[str, ...]:
    """The stems of the noun and of the place that an event is known by; empty where it has no such name. words: as `told_by` gives them."""
    if event.place is None or not words or not TITLED & {event.type, event.subtype}:
        return ()
    after = event.evidence.quote[event.trigger.end - event.evidence.start :]
    link = _OF.match(after)
    if link is None or not after[link.end() :].startswith(event.place.name):
        return ()
    return (*stems(words)[:1], *sorted(stems(event.place.name)))


def own_words(event: Event, triggers: Sequence[int]) -> str:
    """What of an event's passage tells of it and not of others that overlap with it: in "a interdit la pêche, fermé le port et bloqué la route", each
    deed has what follows it, the first what stands before too. triggers: where those of its type begin in its document, sorted."""
    start, end = event.evidence.start, event.evidence.end
    if not start <= event.trigger.start < end:
        return event.evidence.quote
    first = event.trigger.start if bisect_left(triggers, start) < bisect_left(triggers, event.trigger.start) else start
    after = bisect_left(triggers, event.trigger.end)
    last = triggers[after] if after < len(triggers) and triggers[after] < end else end
    return event.evidence.quote[first - start : last - start]
