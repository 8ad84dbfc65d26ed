"""A dossier of three articles, made by hand: what it holds is known, whatever the stages make of real articles."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from pourparlers.issues import Issue
from pourparlers.model.chronicle import Card, Entry, Link, Renewal, Status, Value
from pourparlers.model.claim import Agent, Attribution, Commitment, Event, Figure, Position, Reading, Statement, When
from pourparlers.model.ids import content_id
from pourparlers.model.mention import Actor, Place
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Alignment, Capture, Document, Evidence, Line, Metadata, Segment, Span
from pourparlers.model.time import Dated, Published, Time
from pourparlers.store import Store
from pourparlers.version import chronicle_version, reading_version

HORIZON = "2031-12-31"
TEXTS = {
    "sud.txt": (
        "Les délégations du Valdor et de la Morénie se sont rencontrées mardi à Port-Sérène. "
        "« Nous voulons un cessez-le-feu immédiat », a déclaré le ministre valdorien Anton Brisk. "
        "L'armée morénienne affirme avoir tué douze soldats."
    ),
    "nord.txt": "Selon l'Agence du Delta, la rencontre de mardi à Port-Sérène a duré six heures. Un nouveau rendez-vous est prévu le 20 mai.",
    "muet.txt": "Les deux camps se sont engagés à une trêve de dix jours. Le Valdor dément toute attaque.",
}
OUTLETS = {"sud.txt": "Le Sud républicain", "nord.txt": "Courrier du Nord", "muet.txt": None}
PUBLISHED = {
    "sud.txt": Published("2031-05-14", "2031-05-14", "2031-05-14", ("2031-05-14",), ("le jour est donné avec l'article",)),
    "nord.txt": Published("2031-05", "2031-05-01", "2031-05-31", ("2031-05",), ("seul le mois est donné en tête",)),
    "muet.txt": Published(),
}
SHARPENED = Published("2031-05-15", "2031-05-15", "2031-05-15", ("2031-05-15",), ("l'autre article raconte la même rencontre de mardi",))
PORT = Place("Port-Sérène", 12.5, -3.25, "Valdor", "city")


def capture(name: str) -> Capture:
    """The capture of one of the texts."""
    declared = Metadata(outlet=OUTLETS[name])
    content = TEXTS[name].encode()
    return Capture(content_id("doc", content, name, []), name, content, "text/plain", f"articles/{name}", HORIZON, None, declared)


def document(name: str) -> Document:
    """The document of one of the texts: the text as it is."""
    found, whole = capture(name), Span(0, len(TEXTS[name]))
    return Document(found.id, name, TEXTS[name], Alignment((Segment(whole, whole),)), found.declared, HORIZON, (Line(whole, "body"),))


def quote(name: str, words: str, rule: str = "test.rule") -> Evidence:
    """Where words stand in one of the texts."""
    start = TEXTS[name].index(words)
    return Evidence(capture(name).id, start, start + len(words), words, rule)


_RELATIONS = {"mardi": "weekday dir=past wd=2", "le 20 mai": "day d=20 m=5 y=2031"}


def _time(name: str, words: str, start: str, anchor: str, *reasons: str) -> Time:
    found = quote(name, words)
    return Time(found.span, "DATE", start, start, start, _RELATIONS[words], anchor, "test.time", reasons)


VALDOR, MORENIE = Agent("Valdor", "actor-v", side="Valdor"), Agent("Morénie", "actor-m", side="Morénie")
BRISK = Agent("Anton Brisk", "actor-b", "ministre valdorien", "Valdor")
ARMY = Agent("armée morénienne", "actor-a", None, "Morénie")
AGENCY = Agent("Agence du Delta", "actor-d")
BY_ARMY = (Attribution(ARMY, "affirmer", 174, 200),)
BY_AGENCY = (Attribution(AGENCY, "selon", 0, 23),)
TUESDAY = When("2031-05-13", "2031-05-13", 0, 0)


def _reading(name: str, times: tuple[Time, ...] = (), **claims: Any) -> Reading:
    found = document(name)
    dated = Dated(PUBLISHED[name], times)
    bare = Reading(found.id, name, found.metadata, HORIZON, dated, reading_version())
    return replace(bare, **claims)


def readings() -> tuple[Reading, ...]:
    """The readings of the three articles."""
    meeting, told = (
        quote("sud.txt", "se sont rencontrées mardi à Port-Sérène"),
        quote("nord.txt", "la rencontre de mardi à Port-Sérène a duré six heures"),
    )
    planned, truce = quote("nord.txt", "Un nouveau rendez-vous est prévu le 20 mai"), quote("muet.txt", "se sont engagés à une trêve de dix jours")
    asked = quote("sud.txt", "un cessez-le-feu immédiat")
    said = quote("sud.txt", "Nous voulons un cessez-le-feu immédiat")
    killed, denied = quote("sud.txt", "avoir tué douze soldats"), quote("muet.txt", "Le Valdor dément toute attaque")
    both = (VALDOR, MORENIE)
    south = _reading(
        "sud.txt",
        (_time("sud.txt", "mardi", "2031-05-13", "published", "mardi : le dernier mardi avant la parution"),),
        actors=(
            Actor("actor-v", "Valdor", "state", side="Valdor"),
            Actor("actor-m", "Morénie", "state", side="Morénie"),
            Actor("actor-b", "Anton Brisk", "person", ("ministre valdorien",), "Valdor"),
            Actor("actor-a", "armée morénienne", "organisation", side="Morénie"),
        ),
        events=(
            Event(
                id="event-1a",
                evidence=meeting,
                type="meeting",
                subtype="meeting.talks",
                status="occurred",
                trigger=meeting.span,
                when=TUESDAY,
                place=PORT,
                participants=both,
            ),
        ),
        statements=(Statement(id="statement-1a", evidence=said, speaker=BRISK, mode="direct", verb="déclarer", said_on=When("2031-05-13")),),
        positions=(Position(id="position-1a", evidence=asked, party=VALDOR, stance="demands", issue="ceasefire"),),
        figures=(Figure(id="figure-1a", evidence=killed, value=12.0, what="soldats", type="killed", attribution=BY_ARMY),),
    )
    north = _reading(
        "nord.txt",
        (_time("nord.txt", "mardi", "2031-05-13", "published"), _time("nord.txt", "le 20 mai", "2031-05-20", "none")),
        actors=(Actor("actor-d", "Agence du Delta", "organisation"),),
        events=(
            Event(
                id="event-2a",
                evidence=told,
                type="meeting",
                subtype="meeting.talks",
                status="occurred",
                trigger=told.span,
                when=TUESDAY,
                place=PORT,
                attribution=BY_AGENCY,
            ),
            Event(
                id="event-2b",
                evidence=planned,
                type="meeting",
                subtype=None,
                status="planned",
                trigger=planned.span,
                when=When("2031-05-20", "2031-05-20", 1, 1),
            ),
        ),
    )
    mute = _reading(
        "muet.txt",
        events=(Event(id="event-3a", evidence=denied, type="attack", subtype=None, status="denied", trigger=denied.span, participants=(VALDOR,)),),
        commitments=(Commitment(id="commitment-3a", evidence=truce, type="ceasefire", phase="declared", parties=both),),
        issues=(Issue("muet.txt", "dating", "no-day", "no day could be found for this article"),),
    )
    return tuple(sorted((south, north, mute), key=lambda reading: reading.document))


def entries() -> tuple[Entry, ...]:
    """The chronicle of the three articles."""
    south, north, mute = (capture(name).id for name in TEXTS)
    claims = {claim.id: claim for reading in readings() for claim in reading.claims}

    def own(*documents: str) -> tuple[Status, ...]:
        return (Status("occurred", "2031-05-14", ((),), documents),)

    def value(field: str, text: str, *documents: str, state: str = "reported") -> Value:
        return Value(field, text, "asserted", ((),), state, documents)

    two = tuple(sorted((south, north)))
    return (
        Entry(
            "event-1a", "event", "meeting", "occurred", ("event-1a", "event-2a"), "meeting.talks", "2031-05-13", "2031-05-13", PORT,
            (VALDOR, MORENIE),
            summary="Pourparlers entre le Valdor et la Morénie à Port-Sérène",
            values=(value("status", "occurred", *two, state="established"), value("start", "2031-05-13", *two, state="established")),
            history=own(*two), documents=two, independent_sources=2, origins=("Agence du Delta", "Le Sud républicain"),
            evidence=(claims["event-1a"].evidence, claims["event-2a"].evidence),
        ),
        Entry(
            "statement-1a", "statement", "statement", "occurred", ("statement-1a",), None, "2031-05-13", "2031-05-13", participants=(BRISK,),
            summary="Anton Brisk : « Nous voulons un cessez-le-feu immédiat »", documents=(south,), evidence=(claims["statement-1a"].evidence,),
        ),
        Entry(
            "event-2b", "event", "meeting", "planned", ("event-2b",), None, "2031-05-20", "2031-05-20", summary="Nouvelle rencontre",
            history=(Status("planned", "2031-05", ((),), (north,)),), documents=(north,), evidence=(claims["event-2b"].evidence,),
        ),
        Entry(
            "commitment-3a", "commitment", "ceasefire", "declared", ("commitment-3a",), participants=(VALDOR, MORENIE), summary="Trêve de dix jours",
            history=(Status("declared", None, ((),), (mute,)),), documents=(mute,), evidence=(claims["commitment-3a"].evidence,),
        ),
        Entry(
            "event-3a", "event", "attack", "denied", ("event-3a",), participants=(VALDOR,), summary="Attaque",
            values=(Value("status", "denied", "denied", ((Attribution(VALDOR, "démentir", 57, 74),),), "disputed", (mute,)),),
            history=(Status("denied", None, ((Attribution(VALDOR, "démentir", 57, 74),),), (mute,)),),
            documents=(mute,), evidence=(claims["event-3a"].evidence,),
        ),
        Entry(
            "figure-1a", "figure", "killed", "occurred", ("figure-1a",), summary="12 soldats tués, selon l'armée morénienne",
            values=(Value("value", "12", "asserted", (BY_ARMY,), "reported", (south,)),),
            documents=(south,), evidence=(claims["figure-1a"].evidence,),
        ),
        Entry(
            "position-1a", "position", "ceasefire", "demands", ("position-1a",), participants=(VALDOR,),
            summary="Le Valdor demande un cessez-le-feu immédiat",
            documents=(south,), evidence=(claims["position-1a"].evidence,),
        ),
    )  # fmt: skip


def cards() -> tuple[Card, ...]:
    """What is known of the three articles."""
    family = min(capture(name).id for name in ("sud.txt", "nord.txt"))
    return tuple(
        Card(
            capture(name).id,
            capture(name).declared,
            HORIZON,
            capture(name).id if name == "muet.txt" else family,
            PUBLISHED[name],
            SHARPENED if name == "nord.txt" else PUBLISHED[name],
        )
        for name in sorted(TEXTS, key=lambda name: capture(name).id)
    )


def renewal(entries: Iterable[Entry], links: Iterable[Link], cards: Iterable[Card]) -> Renewal:
    """A chronicle that is derived from nothing."""
    return Renewal(True, tuple((entry.id, entry) for entry in entries), (), tuple(links), (), tuple(cards), {}, {}, (), ())


def make(place: Path | str) -> Store:
    """The dossier, at a place where there is none yet."""
    store = Store.create(place)
    with store.writer() as writer:
        for name in TEXTS:
            writer.capture(capture(name))
        writer.settle(reading_version())
        for reading in readings():
            writer.outcome(Outcome(reading.document, reading.version, document(reading.name), reading, reading.issues))
        writer.source_issues("absent.txt", [Issue("absent.txt", "sources", "missing", "there is no such file", fatal=True)])
    with store.view() as view:
        state = view.state(chronicle_version())
    links = (Link("event-1a", "event-2a", "same", 0.9, "test.link", ("même jour", "même lieu")),)
    with store.writer() as writer:
        writer.chronicle(renewal(entries(), links, cards()), "made", state)
    return store
