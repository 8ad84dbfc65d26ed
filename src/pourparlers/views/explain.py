"""Why a value is what it is: the passage, the rule, the chain of tellers, the reasoning over days, the judgements."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pourparlers.errors import NotFoundError
from pourparlers.model.chronicle import GUESSED, Entry, Link, Value
from pourparlers.model.claim import Claim, Reading, When
from pourparlers.model.text import Evidence
from pourparlers.store import View
from pourparlers.views.agents import chain
from pourparlers.views.days import french_day, french_span
from pourparlers.views.labels import kind_label, label
from pourparlers.views.neighbours import Spelling, answers_to, apart, spelling
from pourparlers.views.neighbours import in_short as _in_short
from pourparlers.views.passages import Passage, passage
from pourparlers.views.reasons import Reasons
from pourparlers.views.shown import Shown
from pourparlers.views.versions import changed, first_version

_FRENCH = Reasons()
#: What the status of an entry is, where it is no status of an event.
_LIVES = {"commitment": "phase", "position": "stance"}
#: A day, month or year that is known; other values of days are EDTF and stay as they are.
_PREFIX = re.compile(r"\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage of a document, where it stands, and the rule that read it."""

    source: str
    rule: str
    place: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an explanation: lines of French, and passages."""

    heading: str
    lines: tuple[str, ...] = ()
    passages: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """What is known of one id. kind: "document", "claim" or "entry"."""

    id: str
    kind: str
    title: str
    sections: tuple[Section, ...]


def explain(view: View, shown: Shown, wanted: str) -> Explanation:
    """Explains the document, claim or entry whose id is `wanted` or, if it is the only one, begins so (with or without "event-", "doc-"…).

    A document's name, or how it begins, does as well. Raises NotFoundError when there is none, or when there are several; its message lists
    some of them.
    """
    found = resolve(view, shown.names, wanted)
    if found in shown.cards:
        return _document(view, shown, found)
    entry = shown.entry_of(found)
    if entry is None:
        raise NotFoundError(f"{found} is in the dossier, but was not read, or not known by that day: see `pourparlers show issues`")
    return _entry(view, shown, entry) if found == entry.id else _claim(view, shown, found, entry)


def resolve(view: View, names: Mapping[str, str], wanted: str) -> str:
    """The id that is, or that alone begins with, `wanted`, or the one of the document so named. Raises NotFoundError."""
    exact = [document for document, name in names.items() if wanted in (document, name)]
    found = exact or view.identifiers(wanted)
    if wanted in found:
        return wanted
    found = found or [document for document, name in names.items() if name.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"nothing in this dossier has an id or a name that begins with {wanted!r}: `pourparlers show timeline` lists ids")
    some = ", ".join(found[:5]) + (", …" if len(found) > 5 else "")
    raise NotFoundError(f"{len(found)} ids begin with {wanted!r}: {some}")


def _document(view: View, shown: Shown, document: str) -> Explanation:
    reading, card = shown.reading(document), shown.cards[document]
    sections = [
        Section("Jour de parution, d'après l'article seul", tuple(_FRENCH.published(card.alone))),
        Section("Jour de parution, tous les articles réunis", () if card.together == card.alone else tuple(_FRENCH.published(card.together))),
        Section("Famille", tuple(_family(shown, document))),
        Section("Expressions de temps", tuple(_FRENCH.time(view.text(document), time) for time in shown.times(document))),
        Section("Ce qui n'a pas été compris", tuple(f"{issue.stage} ({issue.kind}) : {issue.message}" for issue in reading.issues)),
    ]
    return Explanation(document, "document", _source(shown, document), tuple(_filled(sections)))


def _family(shown: Shown, document: str) -> Iterator[str]:
    """The other articles of a document's family, and what each changed in the first of them; what this one changed comes last."""
    family = shown.cards[document].family
    members = [d for d, card in shown.cards.items() if card.family == family]
    for other in members:
        if other != document:
            told = changed(shown, other)
            yield f"reprise ou mise à jour : {shown.names[other]}" + (f" (change : {' ; '.join(told)})" if told else "")
    told = changed(shown, document)
    if told:
        yield f"cet article change, par rapport à {shown.names[first_version(shown, document)]} : {' ; '.join(told)}"


def _entry(view: View, shown: Shown, entry: Entry) -> Explanation:
    names = shown.names
    doubt = f" ({label('modality', GUESSED)})" if entry.year_is_guessed else ""
    day = (french_span(entry.start, entry.end) or "sans date") + doubt
    title = " — ".join(filter(None, (entry.summary or kind_label(entry.type, entry.subtype), day, _standing(entry))))
    sections = [
        Section("Passages", passages=tuple(_quoted(view, shown, item) for item in entry.evidence)),
        Section("Valeurs", tuple(line for value in entry.values for line in _value(shown, value, entry))),
        Section("Histoire", tuple(_step(shown, entry, i) for i in range(len(entry.history)))),
        _dates(view, shown, entry, _FRENCH),
        Section("Rapprochements", tuple(_linked(shown, entry))),
        Section("Ce qui n'est pas la même chose", tuple(apart(shown, entry))),
        Section("Incompatible avec", tuple(_told(shown, other) for other in entry.contradicts)),
        Section("Répond à", tuple(_told(shown, other) for other in entry.answers)),
        Section("Réponses", tuple(_told(shown, other.id) for other in answers_to(shown, entry))),
        Section("Documents", tuple(sorted(names[document] for document in entry.documents))),
    ]
    return Explanation(entry.id, "entry", title, tuple(_filled(sections)))


def _standing(entry: Entry) -> str:
    """How far an event has come; of everything else the summary tells it."""
    return _said_status(entry.status, entry) if entry.kind == "event" else ""


def reasons(view: View, shown: Shown, entry: Entry, language: str = "fr") -> tuple[Section, ...]:
    """How the days of an entry were worked out, and which judgements suffice to hold its claims together, told by the names of their documents;
    what there is of both. language: of the lines, "fr" or "en"; headings are French."""
    words = Reasons(language)
    return tuple(_filled([_dates(view, shown, entry, words), Section("Rapprochements", tuple(_joined(shown, entry, words)))]))


def _dates(view: View, shown: Shown, entry: Entry, words: Reasons) -> Section:
    return Section("Dates", tuple(_reasoning(view, shown, entry, entry.members, words)))


def _claim(view: View, shown: Shown, wanted: str, entry: Entry) -> Explanation:
    claim = next(claim for document in entry.documents for claim in shown.reading(document).claims if claim.id == wanted)
    sections = [
        Section("Passage", passages=(_quoted(view, shown, claim.evidence),)),
        Section("Qui l'affirme", (chain(claim.attribution) or "l'article, de sa propre voix",)),
        Section("Dates", tuple(_reasoning(view, shown, entry, (wanted,), _FRENCH))),
        Section("Rapprochements", tuple(_link(link, wanted, spelling((claim,))) for link in shown.links(wanted))),
        Section("Entrée de la chronique", (f"{entry.id} : {entry.summary}",)),
    ]
    return Explanation(wanted, "claim", f"{label('kind', entry.kind)} — {_source(shown, claim.evidence.document)}", tuple(_filled(sections)))


def _filled(sections: list[Section]) -> Iterator[Section]:
    return (section for section in sections if section.lines or section.passages)


def _quoted(view: View, shown: Shown, item: Evidence) -> Quoted:
    found = passage(view.text(item.document), item.start, item.end)
    return Quoted(_source(shown, item.document), item.rule, f"{item.start}–{item.end}", found)


def _source(shown: Shown, document: str) -> str:
    """A document in words: its name, its outlet, its day."""
    day = french_day(shown.told_on(document)) or "jour inconnu"
    outlet = None if shown.cards[document].metadata.outlet is None else shown.outlet(document)
    return f"{shown.names[document]} ({day if outlet is None else f'{outlet}, {day}'})"


def _value(shown: Shown, value: Value, entry: Entry) -> Iterator[str]:
    tellers = " ; ".join(chain(item) or "les articles, de leur propre voix" for item in value.attribution)
    documents = ", ".join(sorted(shown.names[document] for document in value.documents))
    modality = "" if value.modality == "asserted" else f", {label('modality', value.modality)}"
    said = f" — {tellers}" if tellers else ""
    where = f" [{documents}]" if documents else ""
    known, shown_value = label("state", value.state), _said_value(value, entry)
    standing = f"{known}{modality}" if known != shown_value else modality.removeprefix(", ")
    yield f"{label('field', value.field)} : {shown_value}{f' ({standing})' if standing else ''}{said}{where}"
    for reason in value.reasons:
        yield f"    {reason}"


def _said_value(value: Value, entry: Entry) -> str:
    if value.field == "status":
        return _said_status(value.value, entry)
    return french_day(value.value) if value.field in ("start", "end") and _PREFIX.fullmatch(value.value) else value.value


def _said_status(status: str, entry: Entry) -> str:
    """A status in words; that of a commitment is a phase of its life, that of a position its stance."""
    return label(_LIVES.get(entry.kind, "status"), status, entry.subtype or entry.type)


def _step(shown: Shown, entry: Entry, i: int) -> str:
    step = entry.history[i]
    tellers = " ; ".join(chain(item) for item in step.attribution if item)
    documents = ", ".join(sorted(shown.names[document] for document in step.documents))
    said = f" — {tellers}" if tellers else ""
    return f"{french_day(step.as_of) or 'sans date'} : {_said_status(step.status, entry)}{said} [{documents}]"


def _reasoning(view: View, shown: Shown, entry: Entry, members: tuple[str, ...], words: Reasons) -> Iterator[str]:
    """How the days of some claims of an entry were worked out, from the expression to the day of the document it hangs on."""
    told: set[str] = set()
    wanted = frozenset(members)
    for document in entry.documents:
        reading = shown.reading(document)
        for claim in (claim for claim in reading.claims if claim.id in wanted):
            for line in _claim_reasoning(view.text(document), shown, reading, claim, words):
                if line not in told:
                    told.add(line)
                    yield line


def _claim_reasoning(text: str, shown: Shown, reading: Reading, claim: Claim, words: Reasons) -> Iterator[str]:
    source = shown.names[reading.document]
    anchored = False
    times = shown.times(reading.document)
    for index in _times(claim):
        time = times[index]
        anchored = anchored or time.anchor != "none"
        yield f"{source}, {words.time(text, time)}{words.ruled(time.rule)}"
    if anchored:
        card = shown.cards[reading.document]
        yield from (f"    {source} : {reason}" for reason in words.published(card.together))


def _times(claim: Claim) -> list[int]:
    """The indices of the times that a claim's days come from, each once."""
    whens = (getattr(claim, name, None) for name in ("when", "as_of", "said_on"))
    found = (index for when in whens if isinstance(when, When) for index in (when.first, when.last) if index is not None)
    return list(dict.fromkeys(found))


def _links(shown: Shown, entry: Entry) -> list[Link]:
    """The judgements on two claims of an entry."""
    members = frozenset(entry.members)
    return [link for link in shown.links(*entry.members) if link.left in members and link.right in members]


def _linked(shown: Shown, entry: Entry) -> Iterator[str]:
    """All judgements on two claims of an entry, told by their documents and ids."""
    claims = _claims_of(shown, entry)
    for link in _links(shown, entry):
        one, other = (f"{shown.names[claims[c].evidence.document]} ({c})" for c in (link.left, link.right))
        yield _FRENCH.verdict(one, other, link, spelling(claims.values()))


def _joined(shown: Shown, entry: Entry, words: Reasons) -> Iterator[str]:
    """The surest judgements that join all claims of an entry: one less than there are claims."""
    claims = _claims_of(shown, entry)
    group = {member: member for member in entry.members}
    for link in sorted(_links(shown, entry), key=lambda link: (link.verdict != "same", -link.score, link)):
        left, right = _root(group, link.left), _root(group, link.right)
        if left != right and link.verdict == "same":
            group[right] = left
            one, other = (shown.names[claims[c].evidence.document] for c in (link.left, link.right))
            yield words.verdict(one, other, link, spelling(claims.values()))


def _claims_of(shown: Shown, entry: Entry) -> dict[str, Claim]:
    members = frozenset(entry.members)
    return {claim.id: claim for document in entry.documents for claim in shown.reading(document).claims if claim.id in members}


def _told(shown: Shown, identifier: str) -> str:
    """An entry in a line: its id, its summary and its day."""
    entry = shown.entry_of(identifier)
    return identifier if entry is None else _in_short(entry)


def _root(group: Mapping[str, str], member: str) -> str:
    while group[member] != member:
        member = group[member]
    return member


def _link(link: Link, one: str, spelled: Spelling) -> str:
    return _FRENCH.verdict(one, link.right if link.left == one else link.left, link, spelled)
