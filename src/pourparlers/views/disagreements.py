"""The disagreements: what is told in versions that cannot all be right, with whoever tells each, side by side."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pourparlers.chronicle.summaries import without_status
from pourparlers.chronicle.told import voice
from pourparlers.model.chronicle import RIVALS, Entry, Value
from pourparlers.model.claim import Claim, Event, Figure
from pourparlers.views.agents import agent_name, names_of
from pourparlers.views.days import french_day, french_span
from pourparlers.views.denials import denial_of
from pourparlers.views.figures import amount
from pourparlers.views.labels import kind_label, label
from pourparlers.views.shown import Shown

#: What people disagree about, in the order in which it is shown: whether a thing is so, how many, where, which round, when, and whole accounts.
ABOUT = ("status", "value", "place", "round", "day", "account")
#: The fields of an entry whose values may exclude one another, each with what the disagreement is about.
_FIELDS = {"value": "value", "place": "place", "round": "round", "start": "day", "end": "day"}
_DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Telling:
    """One voice in one article. entry: the id of that whose claim it is. start, end: where its words stand in the document's text.

    tellers: the chain of them, those closest to the fact first, each with those who say it together; empty for the article's own voice, and for a
    denial of which an article does not tell whose it is. published: ISO prefix of the day of the article.
    """

    entry: str
    document: str
    start: int
    end: int
    tellers: tuple[tuple[str, ...], ...]
    quote: str
    outlet: str
    published: str | None

    @property
    def claimants(self) -> tuple[str, ...]:
        """Who asserts it."""
        return self.tellers[0] if self.tellers else ()


@dataclass(frozen=True, slots=True)
class Version:
    """What some say. value: "asserted" or "denied" of what is affirmed and denied, the ISO prefix of a day, else French words.
    sources: independent ones."""

    value: str
    tellings: tuple[Telling, ...]
    sources: int

    @property
    def claimants(self) -> tuple[str, ...]:
        """Everybody who asserts it, each once; the articles' own voice is nobody."""
        return tuple(dict.fromkeys(name for telling in self.tellings for name in telling.claimants))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One matter on which versions differ. id: of its first entry, and what it is about.

    entries: those that tell the versions. what: the matter, in French, without anybody's version.
    versions: two or more; or the denial alone, of what no article of the dossier affirms.
    """

    id: str
    about: str
    entries: tuple[Entry, ...]
    what: str
    versions: tuple[Version, ...]

    @property
    def entry(self) -> Entry:
        """The entry that the versions are about, the first of several."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class DisagreementRow:
    """A version of a matter, as one voice in one article tells it. matter: the same for all versions of one. about: one of ABOUT. what: the matter.
    start: the ISO prefix of its day. claimed_by: who asserts this version, empty for the article's own voice; against: who asserts another.
    text: the passage, published in `outlet` on `published` (an ISO prefix). id: the entry that it belongs to."""

    matter: str
    about: str
    about_label: str
    what: str
    day: str
    start: str | None
    version: str
    claimed_by: tuple[str, ...]
    against: tuple[str, ...]
    text: str
    outlet: str
    published: str | None
    document: str
    id: str


def disagreements(shown: Shown) -> list[DisagreementRow]:
    """The versions of all disagreements: by what they are about, then by the day of the matter."""
    return [row for found in find_disagreements(shown) for row in _rows(shown, found)]


def find_disagreements(shown: Shown) -> list[Disagreement]:
    """The disagreements: by what they are about (ABOUT), then by the day of the matter, what has none last."""
    found = [one for entry in shown.entries() for one in _within(shown, entry)]
    found += [_between(shown, entries) for entries in _circles(shown)]
    return sorted(found, key=lambda one: (ABOUT.index(one.about), one.entry.start or "9999", one.id))


def _version_words(about: str, value: str) -> str:
    """A version in French."""
    if about == "status":
        return label("modality", value)
    return french_day(value) if about == "day" else value


def _rows(shown: Shown, found: Disagreement) -> Iterator[DisagreementRow]:
    for version in found.versions:
        against = [name for other in found.versions if other != version for name in other.claimants if name not in version.claimants]
        for telling in version.tellings:
            yield DisagreementRow(
                matter=found.id,
                about=found.about,
                about_label=label("about", found.about),
                what=found.what,
                day=french_span(found.entry.start, found.entry.end),
                start=found.entry.start,
                version=_version_words(found.about, version.value),
                claimed_by=telling.claimants,
                against=tuple(dict.fromkeys(against)),
                text=telling.quote,
                outlet=telling.outlet,
                published=telling.published,
                document=shown.names[telling.document],
                id=telling.entry,
            )


def _within(shown: Shown, entry: Entry) -> Iterator[Disagreement]:
    """What those who tell of one entry disagree about."""
    claims = _claims(shown, entry)
    if any(map(_is_denied, claims)):
        yield _matter("status", (entry,), _matter_of(shown, entry), list(_for_and_against(shown, entry, claims)))
    for field, about in _FIELDS.items():
        values = [value for value in entry.values if value.field == field and any(reason.startswith(RIVALS) for reason in value.reasons)]
        if values:
            versions = [_version(shown, _words(value, claims), entry, _telling(value, claims)) for value in values]
            yield _matter(about, (entry,), _matter_of(shown, entry), versions, field)


def _between(shown: Shown, entries: Sequence[Entry]) -> Disagreement:
    """What several entries tell that cannot all be right."""
    about = "value" if all(entry.kind == "figure" for entry in entries) else "account"
    told: dict[str, list[tuple[Entry, Claim]]] = defaultdict(list)
    for entry in entries:
        for claim in _claims(shown, entry):
            told[_counted(claim) if isinstance(claim, Figure) else entry.summary].append((entry, claim))
    versions = [Version(value, tuple(_told(shown, *pair) for pair in found), _sources(shown, found)) for value, found in told.items()]
    return _matter(about, tuple(entries), _matter_of(shown, entries[0]), versions)


def _claims(shown: Shown, entry: Entry) -> list[Claim]:
    return [claim for claim in map(shown.claims.get, entry.members) if claim is not None]


def _matter(about: str, entries: tuple[Entry, ...], what: str, versions: Sequence[Version], field: str = "") -> Disagreement:
    """The disagreement. Versions as they were given, those that more sources tell first; a denial stands behind what it denies."""
    ranked = versions if about == "status" else sorted(versions, key=lambda version: -version.sources)
    return Disagreement(f"{entries[0].id}-{field or about}", about, entries, what, tuple(ranked))


def _version(shown: Shown, value: str, entry: Entry, claims: Sequence[Claim]) -> Version:
    pairs = [(entry, claim) for claim in claims]
    return Version(value, tuple(_told(shown, *pair) for pair in pairs), _sources(shown, pairs))


def _told(shown: Shown, entry: Entry, claim: Claim) -> Telling:
    document = claim.evidence.document
    return Telling(
        entry=entry.id,
        document=document,
        start=claim.evidence.start,
        end=claim.evidence.end,
        tellers=tuple(names_of(link.agents) for link in reversed(claim.attribution)),
        quote=claim.evidence.quote,
        outlet=shown.outlet(document),
        published=shown.told_on(document),
    )


def _sources(shown: Shown, told: Sequence[tuple[Entry, Claim]]) -> int:
    """How many families of documents tell it."""
    return len({shown.cards[claim.evidence.document].family for _, claim in told})


def _for_and_against(shown: Shown, entry: Entry, claims: Sequence[Claim]) -> Iterator[Version]:
    """Who says that a thing is so, if anybody does, and who denies it. A denied claim of somebody is told as theirs, and as denied."""
    affirming = [claim for claim in claims if claim.attribution or not _is_denied(claim)]
    if affirming:
        yield _version(shown, "asserted", entry, affirming)
    denied = [claim for claim in claims if _is_denied(claim)]
    tellings = tuple(_denial(shown, entry, claim) for claim in denied)
    yield Version(_DENIED, tellings, _sources(shown, [(entry, claim) for claim in denied]))


def _is_denied(claim: Claim) -> bool:
    return getattr(claim, "status", "") == _DENIED


def _denial(shown: Shown, entry: Entry, claim: Claim) -> Telling:
    """Who denies a claim, in their own statement; else, in the words of the claim, whoever its article tells to deny it."""
    said = denial_of(claim, shown.reading(claim.evidence.document).statements)
    if said is not None:
        told = _told(shown, entry, said)
        return replace(told, tellers=((agent_name(said.speaker),), *told.tellers))
    denier = claim.denier if isinstance(claim, Event) else None
    return replace(_told(shown, entry, claim), tellers=() if denier is None else ((agent_name(denier),),))


def _telling(value: Value, claims: Sequence[Claim]) -> list[Claim]:
    """The claims that give a value: those of its documents and its voices; of several in one article, those that name it themselves."""
    voices = {(voice(chain), document) for chain, documents in zip(value.attribution, value.told_in, strict=True) for document in documents}
    found = [claim for claim in claims if (voice(claim.attribution), claim.evidence.document) in voices]
    own = [claim for claim in found if _own(value.field, claim) == value.value]
    return own or found


def _own(field: str, claim: Claim) -> str | None:
    """What a claim alone gives for a field; None when it names nothing."""
    if not isinstance(claim, Event):
        return None
    place = None if claim.place is None else claim.place.name
    return {"start": claim.when.start, "end": claim.when.end, "place": place, "round": None if claim.round is None else str(claim.round)}.get(field)


def _words(value: Value, claims: Sequence[Claim]) -> str:
    """A value as its version is called: a figure with its bound and what it counts."""
    counted = [_counted(claim) for claim in _telling(value, claims) if isinstance(claim, Figure) and value.field == "value"]
    return counted[0] if counted else value.value


def _counted(figure: Figure) -> str:
    return f"{amount(figure)} {figure.what}".strip()


def _matter_of(shown: Shown, entry: Entry) -> str:
    """What an entry is about, in French, without how it stands and who says so; for a figure what it counts, and of which event."""
    claim = shown.claims.get(entry.id)
    if not isinstance(claim, Figure):
        line = entry.summary if entry.kind == "statement" else entry.headline
        return without_status(line, entry.status) or kind_label(entry.type, entry.subtype)
    event = None if claim.event is None else shown.entry_of(claim.event)
    return claim.what if event is None else f"{claim.what} — {_matter_of(shown, event)}"


def _circles(shown: Shown) -> Iterator[list[Entry]]:
    """The entries that contradict one another, at one remove or more, in the order of the chronicle."""
    entries = {entry.id: entry for entry in shown.entries()}
    order = {id_: number for number, id_ in enumerate(entries)}
    seen: set[str] = set()
    for entry in entries.values():
        if entry.contradicts and entry.id not in seen:
            circle = _circle(entry, entries)
            seen |= circle
            if len(circle) > 1:
                yield [entries[id_] for id_ in sorted(circle, key=order.__getitem__)]


def _circle(entry: Entry, entries: Mapping[str, Entry]) -> set[str]:
    circle: set[str] = set()
    waiting = [entry.id]
    while waiting:
        now = waiting.pop()
        if now not in circle and now in entries:
            circle.add(now)
            waiting += entries[now].contradicts
    return circle
