"""The reasons that the program gives, which are French, in the language of the reader."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pourparlers.lexicon import read_yaml
from pourparlers.model.calendar import MONTHS
from pourparlers.model.chronicle import Link
from pourparlers.model.time import Published, Time
from pourparlers.views.days import day_in, span_in
from pourparlers.views.neighbours import Spelling

_BRACES = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"(?:le )?(?:(\d{1,2})(?:er)? )?(" + "|".join(MONTHS) + r") (\d{4})")
#: What frames a reason.
_FRAMES = {
    "fr": {
        "published": "paru : {day}",
        "or": " (ou : {days})",
        "unknown": "inconnu",
        "no day": "jour inconnu",
        "DURATION": "une durée",
        "SET": "des jours qui se répètent",
        "time": "« {words} » : {days}",
        "rule": " (règle {rule})",
        "pair": "{one} et {other} : {verdict} ({score:.2f}, règle {rule}) — {reasons}",
        "same": "même chose",
        "different": "autre chose",
    },
    "en": {
        "published": "published: {day}",
        "or": " (or: {days})",
        "unknown": "unknown",
        "no day": "day unknown",
        "DURATION": "a length of time",
        "SET": "days that come again",
        "time": "“{words}”: {days}",
        "rule": " (rule {rule})",
        "pair": "{one} and {other}: {verdict} ({score:.2f}, rule {rule}) — {reasons}",
        "same": "the same thing",
        "different": "another thing",
    },
}


@dataclass(frozen=True, slots=True)
class Reasons:
    """Says in a language, "fr" or "en", why something is held for so."""

    language: str = "fr"

    def published(self, published: Published) -> Iterator[str]:
        """The day on which a document came out, the others on which it may have, and why."""
        best = self._day(published.best) or self._frame("unknown")
        others = [self._day(day) for day in dict.fromkeys((*published.candidates, *published.other_years)) if day != published.best]
        rest = ", ".join(others[:6]) + ("…" if len(others) > 6 else "")
        yield self._frame("published").format(day=best) + (self._frame("or").format(days=rest) if others else "")
        yield from (reason_in(self.language, reason) for reason in published.reasons)

    def time(self, text: str, time: Time) -> str:
        """An expression of a text, its days, and why."""
        days = span_in(self.language, time.start, time.end) or self._frame(time.kind if time.kind in ("DURATION", "SET") else "no day")
        told = self._frame("time").format(words=text[time.span.start : time.span.end], days=days)
        return told + (f" — {self._joined(time.reasons)}" if time.reasons else "")

    def ruled(self, rule: str) -> str:
        """The rule behind something, in brackets."""
        return self._frame("rule").format(rule=rule)

    def verdict(self, one: str, other: str, link: Link, spelled: Spelling) -> str:
        """The judgement on two claims, and why. one, other: what they are called. spelled: tells a French reason in whole words."""
        verdict = self._frame("same" if link.verdict == "same" else "different")
        told = self._joined(tuple(map(spelled, link.reasons)))
        return self._frame("pair").format(one=one, other=other, verdict=verdict, score=link.score, rule=link.rule, reasons=told)

    def _joined(self, reasons: tuple[str, ...]) -> str:
        return (" ; " if self.language == "fr" else "; ").join(reason_in(self.language, reason) for reason in reasons)

    def _day(self, prefix: str | None) -> str:
        return day_in(self.language, prefix)

    def _frame(self, name: str) -> str:
        return _FRAMES[self.language][name]


def reason_in(language: str, reason: str) -> str:
    """A reason in a language, "fr" or "en". One that has no English is left as it is; what it quotes always is."""
    return reason if language == "fr" else _english(reason)


@functools.lru_cache(maxsize=4096)
def _english(reason: str) -> str:
    for pattern, english in _patterns():
        found = pattern.fullmatch(reason)
        if found is not None:
            values = {name: _english_day(value) if name == "day" else value for name, value in found.groupdict().items()}
            return english.format(**values)
    return reason


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Those that say most in words of their own first."""
    entries = [(str(entry["fr"]), str(entry["en"])) for entry in read_yaml("schema/reasons")["entries"]]
    return tuple((_pattern(fr), en) for fr, en in sorted(entries, key=lambda e: (-len(_BRACES.sub("", e[0])), e[0])))


def _pattern(french: str) -> re.Pattern[str]:
    parts = _BRACES.split(french)
    return re.compile("".join(f"(?P<{part}>.+?)" if i % 2 else re.escape(part) for i, part in enumerate(parts)), re.DOTALL)


def _english_day(words: str) -> str:
    """ "le 1er mai 2031" -> "1 May 2031"; what is no such day stays."""
    found = _DAY.fullmatch(words)
    if found is None:
        return words
    number, month, year = found.groups()
    prefix = f"{year}-{MONTHS.index(month) + 1:02}"
    return day_in("en", prefix if number is None else f"{prefix}-{int(number):02}")
