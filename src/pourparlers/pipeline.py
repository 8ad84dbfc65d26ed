"""The map: the stages in order. Only this module knows it.

sources -> cleaning -> annotation -> mentions -> dating -> claims        for each document alone
linking -> chronicle                                                     over all readings
"""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.annotation import annotate
from pourparlers.chronicle import build
from pourparlers.claims import read_claims
from pourparlers.cleaning import clean
from pourparlers.dating import date_document, redate
from pourparlers.linking import link
from pourparlers.mentions import find_mentions
from pourparlers.model.chronicle import Entry, Judgement, Linked
from pourparlers.model.claim import Reading
from pourparlers.model.ids import content_id
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture
from pourparlers.version import reading_version


def read(capture: Capture) -> Outcome:
    """One capture alone: its document, all its claims, and what was not understood. A pure function."""
    document, issues = clean(capture)
    if document is None:
        return Outcome(capture.id, reading_version(), None, None, issues)
    annotated = annotate(document)
    mentions = find_mentions(annotated)
    dated, dating_issues = date_document(document, annotated)
    claims = read_claims(annotated, mentions, dated)
    issues = (*issues, *dating_issues)
    reading = Reading(
        document=document.id,
        name=document.name,
        metadata=document.metadata,
        horizon=document.horizon,
        dated=dated,
        version=reading_version(),
        actors=mentions.actors,
        events=claims.events,
        statements=claims.statements,
        positions=claims.positions,
        commitments=claims.commitments,
        figures=claims.figures,
        issues=issues,
    )
    return Outcome(capture.id, reading.version, document, reading, issues)


def prepare() -> None:
    """Loads the language model and the lexicons, which otherwise the first reading waits for."""
    content = "Les deux délégations se sont rencontrées lundi à Genève.".encode()
    read(Capture(content_id("doc", content, None, []), "prepare", content, "text/plain", "-", "2000-01-01"))


@dataclass(frozen=True, slots=True)
class Derived:
    """What all readings give together."""

    linked: Linked
    entries: tuple[Entry, ...]


def derive(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Derived:
    """All readings together: what links them, and the entries of the chronicle. The order of the readings changes nothing."""
    readings = sorted(readings, key=lambda r: r.document)
    linked = link(readings, redate)
    return Derived(linked, build(readings, linked, judgements))
