"""Times: expressions as found, days as known alone, what is known of a publication day.

An ISO prefix is "2022-03-03", "2022-03" or "2022": its length is its precision, and nothing is ever made more precise than the text.
"""

from dataclasses import dataclass

from pourparlers.model.text import Span


@dataclass(frozen=True, slots=True)
class Time:
    """A temporal expression and the days it denotes, as far as its document tells alone.

    kind: "DATE", "TIME", "DURATION" or "SET"; value: as TIMEX3 writes it ("2022-03-03TMO", "P2W"), None when unknown.
    start, end: ISO prefixes of the first and last day denoted (equal for a day, a month, a year), None when unknown or when it denotes no day.
    relation: the expression as a relation to a day, in the notation of the calendar algebra; resolved again when the anchor becomes known.
    anchor: "none" (absolute), "published", or the index of the time it hangs on ("12"). reasons: why these days, in plain French, in order.
    direction: "past", "future" or "" as tense and aspect told.
    bound: "" or "until" ("d'ici fin mai"), "since" ("depuis lundi"), "from" ("dès lundi"), "before", "after".
    vague: True for "il y a quelques jours", "prochainement", and for an hour that no day in the text goes with: it never has a start or an end.
    implied: True for a day that an expression gives besides its own: in « jeudi, au lendemain du bombardement », the day of the bombardment.
    Its span is empty, at the end of the expression, so that it belongs to no word; it comes right after the time of the expression.
    """

    span: Span
    kind: str
    value: str | None
    start: str | None
    end: str | None
    relation: str
    anchor: str
    rule: str
    reasons: tuple[str, ...] = ()
    direction: str = ""
    bound: str = ""
    vague: bool = False
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of a document's day. best: ISO prefix of the most likely (a month when no day stands out), None when nothing is known.

    candidates: ISO days (or one month, one year), best first. reasons: plain French, in order. shares: how likely each candidate is, in per cent,
    where they were weighed against each other; empty for a declared day.
    other_years: days of other years that suit as well, were it not for the habit that the latest is meant; the likeliest first. While there are any,
    the year of `best` and `candidates` is a guess. `earliest` and `latest` hold them too.
    """

    best: str | None = None
    earliest: str | None = None
    latest: str | None = None
    candidates: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    shares: tuple[int, ...] = ()
    other_years: tuple[str, ...] = ()

    @property
    def likeliest(self) -> str | None:
        """The first candidate, even when it hardly stands out from the next; None when there is none."""
        return self.candidates[0] if self.candidates else self.best


@dataclass(frozen=True, slots=True)
class Dated:
    """The times of a document in the order of its text, and its own day."""

    published: Published
    times: tuple[Time, ...] = ()
