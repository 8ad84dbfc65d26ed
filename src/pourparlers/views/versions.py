"""What a reprint or an update changed: a figure, a day, who speaks; beside the first article of its family.

Only what the article tells otherwise, or besides, is listed: what an extract leaves out is no change.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from pourparlers.model.calendar import prefix_days
from pourparlers.model.claim import Event, Figure, Reading
from pourparlers.model.naming import fold, same_name
from pourparlers.model.period import overlap
from pourparlers.views.days import french_day
from pourparlers.views.figures import amount
from pourparlers.views.shown import Shown

#: What a figure counts: its kind, and the thing in the words of the article.
_Counted = tuple[str, str]


def first_version(shown: Shown, document: str) -> str:
    """The article of the document's family that came out first (by name where days are equal or unknown)."""
    family = shown.cards[document].family
    members = (d for d, card in shown.cards.items() if card.family == family)
    return min(members, key=lambda d: (shown.told_on(d) or "9999", shown.names[d], d))


def changed(shown: Shown, document: str) -> tuple[str, ...]:
    """What an article changed, each as "12 → 14 civils tués" or "+ Anton Brisk"; nothing for the first of its family."""
    first = first_version(shown, document)
    if first == document:
        return ()
    before, after = shown.reading(first), shown.reading(document)
    return tuple(dict.fromkeys((*_figures(before, after), *_days(shown, before, after), *_speakers(before, after))))


def _figures(before: Reading, after: Reading) -> Iterator[str]:
    old, new = _counted(before.figures), _counted(after.figures)
    for thing, amounts in new.items():
        fresh = [said for said in amounts if said not in old.get(thing, {})]
        gone = [said for said in old.get(thing, {}) if said not in amounts]
        if fresh:
            what = next(iter(amounts.values()))
            yield f"{', '.join(gone)} → {', '.join(fresh)} {what}" if gone else f"+ {', '.join(fresh)} {what}"


def _counted(figures: Iterable[Figure]) -> Mapping[_Counted, dict[str, str]]:
    """For each thing that is counted, the amounts, each with the words of the article."""
    found: dict[_Counted, dict[str, str]] = defaultdict(dict)
    for figure in figures:
        found[figure.type, fold(figure.what)][amount(figure)] = figure.what
    return found


def _days(shown: Shown, before: Reading, after: Reading) -> Iterator[str]:
    """Events of one entry that the two articles put on days that exclude each other."""
    told: dict[str, list[str]] = defaultdict(list)
    for event in before.events:
        entry = shown.entry_of(event.id)
        if entry is not None and event.when.start is not None:
            told[entry.id].append(event.when.start)
    for event in after.events:
        entry = shown.entry_of(event.id) if told else None
        days = [] if entry is None else told.get(entry.id, [])
        if days and event.when.start is not None and not any(_compatible(day, event.when.start) for day in days):
            yield f"{french_day(days[0])} → {french_day(event.when.start)} ({_words(event)})"


def _compatible(left: str, right: str) -> bool:
    a, b = prefix_days(left), prefix_days(right)
    return a is None or b is None or overlap(a, b)


def _words(event: Event) -> str:
    """The words that tell an event."""
    start = event.trigger.start - event.evidence.start
    return event.evidence.quote[start : event.trigger.end - event.evidence.start] if start >= 0 else event.type


def _speakers(before: Reading, after: Reading) -> Iterator[str]:
    known = {statement.speaker.name for statement in before.statements}
    for name in dict.fromkeys(statement.speaker.name for statement in after.statements):
        if not any(same_name(name, other) for other in known):
            yield f"+ {name}"
