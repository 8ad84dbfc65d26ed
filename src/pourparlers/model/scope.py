"""Scope: what a dossier is about: its processes, their parties, and on which side everybody stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an actor stands. name: the fullest name. names: all names under which the articles tell of it, sorted. kind: as of an actor.

    part: party (fights, or binds itself with those who do), mediator (brings parties together, and takes part in no fight), third, or unknown
    (a person of whom no article says for whom it acts).
    side: the party that it is or acts for, None for mediators and third parties. reasons: plain French, in order of weight.
    documents: the ids of those that tell of it, sorted. judged: a person decided it.
    """

    name: str
    names: tuple[str, ...]
    kind: str
    part: str
    side: str | None
    reasons: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Process:
    """One peace process. title: its parties. parties: those told of most first. mediators: likewise. documents: ids, sorted.
    first, last: ISO days of the first and the last document that has one, None when none has."""

    title: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    documents: tuple[str, ...]
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """processes: those of most documents first. standings: of everybody who acts, speaks or takes part, sorted by name.
    apart: ids of the documents that are of no process, sorted."""

    processes: tuple[Process, ...] = ()
    standings: tuple[Standing, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties of all processes, in their order."""
        return tuple(dict.fromkeys(party for process in self.processes for party in process.parties))
