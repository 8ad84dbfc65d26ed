"""The map: the stages in order. Only this module knows it.

sources -> cleaning -> annotation -> mentions -> dating -> claims        for each document alone
linking -> chronicle                                                     over all readings
"""

import struct
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from pourparlers.annotation import annotate
from pourparlers.chronicle import Finder, Plan, Review, build_entry, in_order, judged, plan_entries, pointed_at, tell
from pourparlers.claims import read_claims
from pourparlers.cleaning import clean
from pourparlers.dating import date_document, redate
from pourparlers.issues import Issue
from pourparlers.linking import Library, Memory, Shelf, from_bytes, linked, sketch, to_bytes, weave, with_days
from pourparlers.mentions import find_mentions
from pourparlers.model.chronicle import Card, Derived, Entry, Judgement, Linked, Remembered, Renewal
from pourparlers.model.claim import Reading
from pourparlers.model.ids import content_id
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Capture, Document
from pourparlers.model.time import Dated, Published, Time
from pourparlers.triage import find_topic
from pourparlers.version import reading_version

#: Entries that are built at a time.
_BATCH = 2000


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
    found = renew(Shelf(readings), judgements)
    return Derived(in_order(entry for _, entry in found.entries), found.links, found.cards, found.issues)


def renew(library: Library, judgements: Sequence[Judgement] = (), remembered: Remembered | None = None) -> Renewal:
    """What all readings of a library and people's judgements make of the chronicle that an earlier run remembered, or of none.

    What has not changed is not worked out again; the result is that of a run that remembers nothing.
    """
    remembered = remembered or Remembered()
    woven = weave(library, redate, _memory(remembered))
    found = linked(woven)
    review = judged(_finder(library, judgements), found.clusters, judgements)
    home = {claim: document for document, trace in woven.traces.items() for claim in trace.records.claims}
    stamps = {document: trace.stamp for document, trace in woven.traces.items()}
    plans = list(plan_entries(found, review, lambda claim: stamps[home[claim]]))
    known = {} if woven.whole else remembered.entries
    stale = [plan for plan in plans if known.get(plan.members[0]) != plan.key]
    return Renewal(
        whole=woven.whole,
        entries=tuple(_entries(library, found, review, stale, home)),
        gone=tuple(sorted(known.keys() - {plan.members[0] for plan in plans})),
        links=tuple(woven.links),
        unlinked=tuple(woven.gone),
        cards=tuple(_card(library.reading(document), found) for document in sorted(woven.changed)),
        traces={document: to_bytes(woven.traces[document]) for document in sorted(woven.changed)},
        crowded=dict(sorted(woven.crowded.items())),
        answers=woven.answers,
        issues=(*found.issues, *review.orphans),
    )


def dated_on(reading: Reading, published: Published) -> tuple[Time, ...]:
    """The times of a reading, worked out anew for what is known of its document's day."""
    return redate(reading.dated, published).times


def _memory(remembered: Remembered) -> Memory | None:
    """What linking remembers; None when that was tampered with."""
    try:
        traces = {document: from_bytes(data) for document, data in remembered.traces.items()}
    except (ValueError, TypeError, LookupError, struct.error):
        return None
    return Memory(traces, remembered.links, remembered.crowded, remembered.answers)


def _finder(library: Library, judgements: Sequence[Judgement]) -> Finder:
    """Finds the claims of the documents that judgements point at."""
    return Finder((d, claim) for d in pointed_at(judgements) if d in library.digests for claim in library.reading(d).claims)


def _entries(library: Library, found: Linked, review: Review, plans: Sequence[Plan], home: Mapping[str, str]) -> Iterator[tuple[str, Entry]]:
    """The entries of these plans, each with what it is made of. home: of each claim, its document. Only some readings are held at a time."""
    for start in range(0, len(plans), _BATCH):
        batch = plans[start : start + _BATCH]
        readings = [library.reading(document) for document in sorted({home[claim] for plan in batch for claim in plan.members})]
        told = tell(readings, with_days(found, readings, redate))
        yield from ((plan.key, build_entry(plan, told, review)) for plan in batch)


def _card(reading: Reading, linked: Linked) -> Card:
    alone = reading.dated.published
    family = linked.families.get(reading.document, reading.document)
    together = linked.published.get(reading.document, alone)
    return Card(reading.document, reading.metadata, reading.horizon, family, alone, together, reading.read)
