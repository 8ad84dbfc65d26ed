"""A dossier of disagreements: a capture that is claimed and denied, a denial of what nobody asserts, two counts, one sentence said on two days."""

from dataclasses import replace
from pathlib import Path

from made import HORIZON, article, event, figure, said, when
from pourparlers.derivation import derive_chronicle
from pourparlers.model.claim import Agent, Claim, Event, Reading, Statement
from pourparlers.model.mention import Actor
from pourparlers.model.outcome import Outcome
from pourparlers.model.text import Alignment, Capture, Document, Metadata, Segment, Span
from pourparlers.store import Store
from pourparlers.version import reading_version

ARMY, VALDOR = "armée morénienne (Morénie)", "Valdor (Valdor)"
TEXTS = {
    "sud": (
        "Le jour se lève sur Orle. L'armée morénienne affirme avoir pris la ville mardi. Le Valdor dément cette version. "
        "Douze camions ont brûlé, selon l'armée morénienne."
    ),
    "nord": "Le convoi est passé. Nul n'a tiré sur les camions. Un porte-parole l'a redit. D'après le Valdor, trente camions ont brûlé.",
    "est": "« Nous ne signerons rien qui coupe le pays en deux », a lancé Anton Brisk le 3 mai.",
    "ouest": "« Nous ne signerons rien qui coupe le pays en deux », avait dit Anton Brisk le 9 mai.",
}


def _count(value: float, words: str, who: str) -> Claim:
    found = figure(value, "camions brûlés", "other", claimant=[who], as_of=when("2031-05-13"))
    return replace(found, evidence=replace(found.evidence, quote=words, end=len(words)))


_CLAIMS: dict[str, tuple[Claim, ...]] = {
    "sud": (
        event("capture", "L'armée morénienne affirme avoir pris la ville mardi", "2031-05-13", [ARMY], by=[ARMY], status="denied", place="Orle"),
        replace(said(VALDOR, "Le Valdor dément cette version", mode="indirect"), verb="démentir"),
        _count(12.0, "Douze camions", ARMY),
    ),
    "nord": (event("attack", "Nul n'a tiré sur les camions", None, status="denied"), _count(30.0, "trente camions", VALDOR)),
    "est": (said("Anton Brisk (Valdor)", "Nous ne signerons rien qui coupe le pays en deux", "2031-05-03"),),
    "ouest": (said("Anton Brisk (Valdor)", "Nous ne signerons rien qui coupe le pays en deux", "2031-05-09"),),
}
_ACTORS = (
    Actor("actor-v", "Valdor", "state", side="Valdor"),
    Actor("actor-m", "Morénie", "state", side="Morénie"),
    Actor("actor-a", "armée morénienne", "organisation", side="Morénie"),
    Actor("actor-b", "Anton Brisk", "person", ("ministre valdorien",), "Valdor"),
)
_OUTLETS = {"sud": "Le Sud républicain", "nord": "Courrier du Nord", "est": "L'Est libre", "ouest": "L'Ouest matin"}


def readings() -> tuple[Reading, ...]:
    """The readings, each claim where its words stand in its text."""
    return tuple(_reading(name) for name in TEXTS)


def _reading(name: str) -> Reading:
    made = article(name, "2031-05-14", *_CLAIMS[name], outlet=_OUTLETS[name])
    kinds = ("events", "statements", "figures")
    return replace(made, actors=_ACTORS, **{kind: tuple(_placed(claim, TEXTS[name]) for claim in getattr(made, kind)) for kind in kinds})


def _placed(claim: Claim, text: str) -> Claim:
    at = text.index(claim.evidence.quote)
    told = tuple(replace(link, agent=_known(link.agent)) for link in claim.attribution)
    found = replace(claim, attribution=told, evidence=replace(claim.evidence, start=at, end=at + len(claim.evidence.quote)))
    if isinstance(found, Statement):
        return replace(found, speaker=_known(found.speaker))
    return replace(found, participants=tuple(map(_known, found.participants))) if isinstance(found, Event) else found


def _known(agent: Agent) -> Agent:
    return replace(agent, actor=next((actor.id for actor in _ACTORS if actor.name == agent.name), None))


def make(path: Path) -> Path:
    """The dossier, in a new file."""
    store = Store.create(path)
    with store.writer() as writer:
        writer.settle(reading_version())
        for reading in readings():
            writer.capture(Capture(reading.document, reading.name, b"", "text/plain", "-", HORIZON, None, Metadata()))
            writer.outcome(Outcome(reading.document, reading_version(), _document(reading), reading, ()))
    derive_chronicle(store)
    return path


def _document(reading: Reading) -> Document:
    text = TEXTS[reading.name]
    whole = Span(0, len(text))
    return Document(reading.document, reading.name, text, Alignment((Segment(whole, whole),)), reading.metadata, HORIZON)
