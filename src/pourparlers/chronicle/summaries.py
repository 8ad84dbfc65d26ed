"""One line of plain French for an entry."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.chronicle.french import cited, named, number, of, ordinal
from pourparlers.chronicle.life import of_status
from pourparlers.chronicle.marks import balanced
from pourparlers.chronicle.places import at, of_place
from pourparlers.chronicle.told import Told
from pourparlers.lexicon import load
from pourparlers.model.chronicle import ACCORDING_TO
from pourparlers.model.claim import Agent, Commitment, Event, Figure, Position, Statement
from pourparlers.model.mention import Place
from pourparlers.model.naming import folded_words, listed, same_name

#: Participants named in one line, and characters of a quotation and of what an event is about.
NAMED, QUOTED, MATTER = 4, 160, 80
#: Sides that a meeting has at least.
_SIDES = 2
#: Acts that consist in saying something: whoever does one needs no "selon" beside it; and deeds that a party claims for itself.
SPOKEN = frozenset({"proposal", "rejection", "threat", "sanction", "vote"})
DEEDS = frozenset({"aid", "attack", "capture", "corridor", "exchange", "interception", "movement"})
#: Deeds of force, which their doers claim by these verbs; the other deeds are announced.
_OF_FORCE = frozenset({"attack", "capture", "interception"})
_CLAIMING = frozenset({"attribuer", "enorgueillir", "féliciter", "prévaloir", "revendiquer", "réjouir", "targuer", "vanter"})
#: What one side gives another.
_ULTIMATUM = "threat.deadline"
#: Articles at the head of a sentence.
_ARTICLES = ("Des ", "L'", "L’", "La ", "Le ", "Les ", "Un ", "Une ")

_STATUSES = {
    "proposed": "proposé{s}",
    "planned": "prévu{s}",
    "unconfirmed": "non confirmé{s}",
    "ongoing": "en cours",
    "postponed": "reporté{s}",
    "cancelled": "annulé{s} ou manqué{s}",
    "denied": "démenti{s}",
    "conditional": "au conditionnel",
}
_STANCES = {"demands": "demande", "offers": "propose", "accepts": "accepte", "rejects": "refuse", "conditions": "pose pour condition"}
_PHASES = {
    "declared": "annoncé{e}",
    "in_force": "en vigueur",
    "extended": "prolongé{e}",
    "suspended": "suspendu{e}",
    "violated": "violation alléguée",
    "ended": "terminé{e}",
}
#: What each commitment is called, and whether that is feminine.
_COMMITMENTS = {
    "ceasefire": ("Cessez-le-feu", False),
    "corridor": ("Couloir humanitaire", False),
    "exchange": ("Échange", False),
    "memorandum": ("Mémorandum", False),
    "deadline": ("Échéance", True),
    "withdrawal": ("Retrait", False),
}


@dataclass(frozen=True, slots=True)
class Template:
    """An entry of ``fr/summaries``; its `fields` say what each means."""

    type: str
    template: str
    example: str
    feminine: bool = False
    plural: bool = False
    ends: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """What an entry displays, as its summary needs it. participants: those to name, the mediator not among them."""

    status: str
    participants: tuple[Agent, ...] = ()
    place: Place | None = None
    round: int | None = None


@functools.cache
def templates() -> dict[str, Template]:
    """The templates by type or finer kind."""
    return {entry.type: entry for entry in load("fr/summaries", Template)}


def is_end(kind: str | None) -> bool:
    """True for a kind of event that brings something to an end: "cancelled" is what it does, not what became of it."""
    return kind in templates() and templates()[kind].ends


def summary(told: Sequence[Told], type_: str, subtype: str | None, shown: Shown) -> str:
    """The line for the claims of an entry. A claim that only others make is followed by their names."""
    first = min(told, key=lambda t: t.key).claim
    if isinstance(first, Event):
        return _event(told, type_, subtype, shown)
    if isinstance(first, Statement):
        return _statement(first.speaker.name, [t.claim for t in told if isinstance(t.claim, Statement)])
    if isinstance(first, Position):
        passages = [t.claim.evidence.quote for t in told]
        return _with_tellers(
            f"{_capital(named(first.party.name, passages))} {_STANCES.get(first.stance, first.stance)} : {_short(passages[0])}", told
        )
    if isinstance(first, Figure):
        return _with_tellers(_figure(first), told)
    if isinstance(first, Commitment):
        return _with_tellers(_commitment(told, first, shown), told)
    raise TypeError(f"no summary for {type(first).__name__}")


def _statement(speaker: str, told: Sequence[Statement]) -> str:
    """The longest of the speaker's own words; where there are none, those of an article, which no quotation marks may make the speaker's,
    and which may name the speaker themselves."""
    quoted = [claim for claim in told if claim.mode == "direct"]
    longest = _short(max((claim.evidence.quote for claim in quoted or told), key=lambda quote: (len(quote), quote)))
    if quoted:
        return f"{_capital(speaker)} : « {longest} »"
    return f"{_capital(longest)} (propos rapportés)" if _is_named(speaker, longest) else f"{_capital(speaker)} (propos rapportés) : {longest}"


def _is_named(speaker: str, passage: str) -> bool:
    """True where a passage holds the name of its speaker, or the short one that stands in brackets behind it."""
    name, _, short = speaker.removesuffix(")").partition(" (")
    words = f" {' '.join(folded_words(passage))} "
    return any(f" {' '.join(folded_words(one))} " in words for one in (name, short) if one)


def _event(told: Sequence[Told], type_: str, subtype: str | None, shown: Shown) -> str:
    template = _template(told, type_, subtype, shown)
    tellers = _tellers(of_status(told, shown.status))
    people = shown.participants[:1] if subtype == _ULTIMATUM else shown.participants  # to whom it was given stands behind who gave it
    told_by_all = bool(tellers) and all(any(same_name(n, a.name) for a in people) for n in tellers)
    endings = ("e" if template.feminine else "") + ("s" if template.plural else "")
    claimed = type_ in _OF_FORCE and _is_claimed(told)
    if told_by_all and type_ in _OF_FORCE and not claimed:  # whoever tells of a strike of his own has not claimed it
        line, tail = _filled(template, told, shown, people), _of_their_own(tellers, told)
    elif told_by_all and type_ in DEEDS:
        done = "revendiqué" if claimed else "annoncé"
        line, tail = f"{_filled(template, told, shown, ())} {done}{endings} par {_names(tellers, told)}", ""
    elif told_by_all and type_ not in SPOKEN:
        others = [a for a in people if not any(same_name(n, a.name) for n in tellers)]
        line, tail = _filled(template, told, shown, others), _selon(tellers, told)
    else:
        line, tail = _filled(template, told, shown, people), "" if told_by_all else _selon(tellers, told)
    status = "" if template.ends and shown.status == "cancelled" else _status(shown.status).replace("{s}", endings)
    return " ".join(f"{line}{_matter(told, people)} {f'({status})' if status else ''}".split()) + tail


def _matter(told: Sequence[Told], people: Sequence[Agent]) -> str:
    """ " : rendre les armes": what the articles that name it first say it is about, or whom it was done to; nothing where those take part."""
    matters = (t.claim.matter.quote for t in sorted(told, key=lambda t: t.key) if isinstance(t.claim, Event) and t.claim.matter is not None)
    named_too = {name for agent in people for name in (agent.name, agent.side) if name is not None}
    found = next((" ".join(words.split()) for words in matters if not any(same_name(words, name) for name in named_too)), None)
    return "" if found is None else f" : {_cut(_within_a_line(balanced(found)), MATTER)}"


def _within_a_line(words: str) -> str:
    """Words from the head of a sentence, where they begin with an article, in small letters."""
    return words[0].lower() + words[1:] if words.startswith(_ARTICLES) else words


def _is_claimed(told: Sequence[Told]) -> bool:
    """True where somebody claims a deed: "a revendiqué l'attaque", "s'est vantée d'avoir pris la ville"."""
    return any(link.verb in _CLAIMING for t in told for link in t.claim.attribution[-1:])


def _template(told: Sequence[Told], type_: str, subtype: str | None, shown: Shown) -> Template:
    known = templates()
    if type_ == "meeting" and shown.round is not None:
        return known["round"]
    if subtype == "meeting.encounter" and len(shown.participants) < _SIDES and _is_session(told):
        return known["meeting.council"]
    if subtype == "agreement.adopted" and len(shown.participants) == 1:
        return known["agreement.pledged"]  # what one party alone takes upon itself is no joint decision
    found = known.get(subtype or type_)
    if found is not None and found.words and not any(_word(t.claim).startswith(found.words) for t in told if isinstance(t.claim, Event)):
        found = None  # not every attack is a strike
    return found or known.get(type_) or Template(type_, "{of} {at}", "")


def _is_session(told: Sequence[Told]) -> bool:
    """True where the claims tell of one meeting of some people ("à l'issue d'une réunion des ministres"), not of a meeting with them."""
    events = [t.claim for t in told if isinstance(t.claim, Event)]
    return all(_word(event).startswith("réuni") and " avec " not in event.evidence.quote for event in events)


def _word(event: Event) -> str:
    """The word that tells of an event, in small letters."""
    start = event.trigger.start - event.evidence.start
    return event.evidence.quote[max(start, 0) : event.trigger.end - event.evidence.start].lower()


def _filled(template: Template, told: Sequence[Told], shown: Shown, people: Sequence[Agent]) -> str:
    """The template with what is known."""
    passages = [t.claim.evidence.quote for t in told]
    names = list(dict.fromkeys(named(a.name, passages) for a in people))[:NAMED]
    place = None if shown.place is None or shown.place.name in {a.name for a in people} else shown.place
    return template.template.format(
        between=_between(names, passages),
        of=listed([of(name) for name in names]),
        by=f"par {listed(names)}" if names else "",
        at="" if place is None else at(place, passages),
        whole="" if place is None else of_place(place, passages),
        round="" if shown.round is None else ordinal(shown.round),
    )


def _commitment(told: Sequence[Told], first: Commitment, shown: Shown) -> str:
    name, feminine = _COMMITMENTS.get(first.type, (first.type, False))
    phase = _PHASES.get(first.phase, first.phase).replace("{e}", "e" if feminine else "")
    passages = [t.claim.evidence.quote for t in told]
    return " ".join(f"{name} {_between([named(a.name, passages) for a in shown.participants], passages)} ({phase})".split())


def _between(names: Sequence[str], passages: Sequence[str]) -> str:
    """ "entre A et B", "avec A", "entre les belligérants"; nothing for nobody."""
    if not names:
        return ""
    return f"avec {names[0]}" if len(names) == 1 and not _are_several(names[0], passages) else f"entre {listed(names)}"


def _are_several(name: str, passages: Sequence[str]) -> bool:
    """True for people told by what they are ("les belligérants") who do a thing among themselves, not with somebody whom the sentence leaves out."""
    bare = name.removeprefix("les ")
    among = name != bare and bare[:1].islower()
    return among and not any(re.search(rf"avec (?:\w+ )?{re.escape(bare)}", passage) for passage in passages)


def without_status(line: str, status: str) -> str:
    """The line of an entry without its status, for where that stands beside it."""
    told = [f" ({_status(status).replace('{s}', endings)})" for endings in ("", "e", "s", "es")]
    return next((line.replace(words, "", 1) for words in told if words in line), line)


def _status(status: str) -> str:
    return _STATUSES.get(status, "")


def _figure(figure: Figure) -> str:
    bound = {"at_least": "au moins ", "about": "environ ", "at_most": "au plus "}.get(figure.bound, "")
    return _capital(f"{bound}{number(figure.value)} {figure.what}")


def _with_tellers(line: str, told: Sequence[Told]) -> str:
    """The line, with who says so when no article does in its own voice."""
    return line + _selon(_tellers(told), told)


def _tellers(told: Sequence[Told]) -> list[str]:
    """Who says so; nobody when an article does in its own voice."""
    if any(t.own_voice for t in told):
        return []
    found = sorted({name for t in told for name in t.claim.claimants}, key=lambda name: (-len(name), name))
    kept: list[str] = []
    for name in found:
        if not any(same_name(name, other) for other in kept):
            kept.append(name)
    return sorted(kept)[:NAMED]


def _selon(tellers: Sequence[str], told: Sequence[Told]) -> str:
    return f"{ACCORDING_TO}{_names(tellers, told)}" if tellers else ""


def _of_their_own(tellers: Sequence[str], told: Sequence[Told]) -> str:
    """ ", selon ses dires": behind what those who tell it have done themselves."""
    several = len(tellers) > 1 or _names(tellers, told).startswith("les ")
    return f"{ACCORDING_TO}{'leurs' if several else 'ses'} dires"


def _names(tellers: Sequence[str], told: Sequence[Told]) -> str:
    special = {"unnamed": "une source non précisée", "mutual": "chaque camp, qui accuse l'autre"}
    passages = [t.claim.evidence.quote for t in told]
    return listed([special.get(n) or cited(n, passages) for n in tellers])


def _short(text: str) -> str:
    return _cut(balanced(" ".join(text.split())), QUOTED)


def _cut(line: str, most: int) -> str:
    """So many characters of a line at most, cut at a word."""
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0] + "…"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
