"""The map: the stages in order. Only this module knows it.

sources -> cleaning -> annotation -> mentions -> dating -> claims        for each document alone
linking -> chronicle                                                     over all readings
"""

from collections.abc import Sequence
from dataclasses import replace

from pourparlers.annotation import annotate
from pourparlers.chronicle import build, orphans
from pourparlers.claims import read_claims
from pourparlers.cleaning import clean
from pourparlers.dating import date_document, redate
from pourparlers.issues import Issue
from pourparlers.linking import link, sketch
from pourparlers.mentions import find_mentions
from pourparlers.model.chronicle import Card, Derived, Judgement, Linked
from pourparlers.model.claim import Reading
from pourparlers.model.ids import content_id
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture, Document
from pourparlers.model.time import Dated, Published
from pourparlers.triage import find_topic
from pourparlers.version import reading_version


def read(capture: Capture, everything: bool = False) -> Outcome:
    """One capture alone: its document, all its claims, and what was not understood. A pure function.

    everything: read the claims of documents that triage finds to be about no process, too.
    """
    document, issues = clean(capture)
    if document is None:
        return Outcome(capture.id, reading_version(), None, None, issues)
    if everything or find_topic(document).on:
        return _read_claims(document, issues)
    dated, dating_issues = date_document(document)
    issues = (*issues, *dating_issues, _off_topic(document))
    reading = replace(_bare_reading(document), dated=dated, read=False, issues=issues)
    return Outcome(capture.id, reading.version, document, reading, issues)


def _read_claims(document: Document, issues: tuple[Issue, ...]) -> Outcome:
    annotated = annotate(document)
    mentions = find_mentions(annotated)
    dated, dating_issues = date_document(document, annotated)
    claims = read_claims(annotated, mentions, dated)
    issues = (*issues, *dating_issues)
    reading = replace(
        _bare_reading(document),
        dated=dated,
        actors=mentions.actors,
        events=claims.events,
        statements=claims.statements,
        positions=claims.positions,
        commitments=claims.commitments,
        figures=claims.figures,
        issues=issues,
    )
    return Outcome(document.id, reading.version, document, reading, issues)


def _bare_reading(document: Document) -> Reading:
    """The reading of a document of which nothing has been read yet."""
    known = Dated(Published())
    return Reading(document.id, document.name, document.metadata, document.horizon, known, reading_version(), shingles=sketch(document.text))


def _off_topic(document: Document) -> Issue:
    message = "seems to be about no peace process: its claims were not read (read it with --all if they should be)"
    return Issue(document.name, "triage", "off-topic", message)


def prepare() -> None:
    """Loads the language model and the lexicons, which otherwise the first reading waits for."""
    content = "Les deux délégations se sont rencontrées lundi à Genève.".encode()
    read(Capture(content_id("doc", content, None, []), "prepare", content, "text/plain", "-", "2000-01-01"), everything=True)


def derive(readings: Sequence[Reading], judgements: Sequence[Judgement] = ()) -> Derived:
    """All readings together: what links them, and the entries of the chronicle. The order of the readings changes nothing."""
    readings = sorted(readings, key=lambda r: r.document)
    linked = link(readings, redate)
    cards = tuple(_card(reading, linked) for reading in readings)
    issues = (*linked.issues, *(orphans(readings, linked, judgements) if judgements else ()))
    return Derived(build(readings, linked, judgements), linked.links, cards, issues)


def _card(reading: Reading, linked: Linked) -> Card:
    alone = reading.dated.published
    family = linked.families.get(reading.document, reading.document)
    together = linked.published.get(reading.document, alone)
    return Card(reading.document, reading.metadata, reading.horizon, family, alone, together, reading.read)
