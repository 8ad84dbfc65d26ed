"""The year of a document that names its days without one, from the dated documents beside it.

Alone, such a document is held to be of the latest year that suits (`Published.other_years` has the others). Together, what counts is in which of
these years, or how near to them, those dated documents lie that name the same people, states and organisations; names that many documents share
tell less. The habit of taking the latest year counts as part of one document.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from pourparlers.linking.hashes import Hashes
from pourparlers.model.claim import Reading
from pourparlers.model.naming import fold
from pourparlers.model.time import Published

#: What the habit counts, in documents, and by how much a year is less likely than the one beside it that is nearer to the guess (natural logarithm
#: of the odds). A year after the guess is one that the text itself tells against.
_HABIT, _YEAR_BACK = 0.25, 1.4

#: A year is settled when it is so likely; one that is less likely is left out.
_SETTLED, _UNLIKELY = 0.8, 0.03

_WHY = "année retenue d’après les articles datés du dossier qui nomment les mêmes acteurs"
_WHY_NOT = "les articles datés du dossier ne suffisent pas à en fixer l’année"


def names_in(reading: Reading) -> frozenset[str]:
    """The people, states and organisations that a document names, folded."""
    return frozenset(fold(name) for actor in reading.actors for name in (actor.name, actor.side) if name is not None and name[:1].isupper())


class DatedYears:
    """The months of the dated documents of a dossier, for each name in them.

    documents: what each knows of its day alone, and the hashes of its names.
    """

    def __init__(self, documents: Iterable[tuple[Published, Hashes]]) -> None:
        self._months: dict[int, Counter[int]] = defaultdict(Counter)
        self._near: dict[tuple[int, int], float] = {}
        for published, names in documents:
            if published.best is not None and not published.other_years:
                for name in names.tolist():
                    self._months[name][_month(published.best)] += 1

    @cached_property
    def _counts(self) -> dict[int, int]:
        return {name: months.total() for name, months in self._months.items()}

    def settle(self, alone: Published, names: Hashes) -> Published:
        """What is known of a document's day when these documents have a say in its year."""
        likely = self._likely(alone, names)
        if not likely:
            return alone
        year, share = likely[0]
        days = _days_of(alone, year)
        others = () if share >= _SETTLED else tuple(day for other, _ in likely[1:] for day in _days_of(alone, other))
        return replace(
            alone,
            best=days[0],
            earliest=min((*days, *others)),
            latest=max((*days, *others)),
            candidates=days,
            reasons=(*alone.reasons, _WHY_NOT if others else _WHY),
            shares=_shares(alone, days),
            other_years=others,
        )

    def _likely(self, alone: Published, names: Hashes) -> list[tuple[str, float]]:
        """The years that suit, each with how likely it is, the likeliest first; none when no dated document has one of the names."""
        voices = self._voices(names)
        if not voices:
            return []
        total = sum(voices.values())
        documents = sum(voice * self._counts[name] for name, voice in voices.items()) / total
        months = {day[:4]: _month(day) for day in reversed((*alone.candidates, *alone.other_years))}
        guessed = int((alone.best or max(months))[:4])
        odds = {}
        for year, month in months.items():
            near = sum(voice * self._nearness(name, month) for name, voice in voices.items()) / total
            odds[year] = documents * near + _HABIT * math.exp(-_YEAR_BACK * abs(int(year) - guessed))
        whole = sum(odds.values())
        ranked = sorted(((year, odd / whole) for year, odd in odds.items()), key=lambda item: (item[1], item[0]), reverse=True)
        return [(year, share) for year, share in ranked if share >= _UNLIKELY]

    def _voices(self, names: Hashes) -> dict[int, float]:
        """How much each name tells, of those that dated documents have; the rarer, the more."""
        return {name: 1 / math.sqrt(self._counts[name]) for name in names.tolist() if name in self._counts}

    def _nearness(self, name: int, month: int) -> float:
        """How near to a month the dated documents lie that have a name: 1 in that month, half of it a year away."""
        found = self._near.get((name, month))
        if found is None:
            near = sum(number / (1 + ((month - other) / 12) ** 2) for other, number in sorted(self._months[name].items()))
            found = self._near[name, month] = near / self._counts[name]
        return found


def _days_of(alone: Published, year: str) -> tuple[str, ...]:
    return tuple(day for day in (*alone.candidates, *alone.other_years) if day.startswith(year))


def _shares(alone: Published, days: Sequence[str]) -> tuple[int, ...]:
    """How likely the days are: as those of the guessed year, where they are the same days of the month."""
    known = {day[5:]: share for day, share in zip(alone.candidates, alone.shares, strict=True)} if alone.shares else {}
    return tuple(known[day[5:]] for day in days) if known.keys() == {day[5:] for day in days} else ()


def _month(prefix: str) -> int:
    """A month as a number; of a year, its middle."""
    return 12 * int(prefix[:4]) + int(prefix[5:7] or 6)
