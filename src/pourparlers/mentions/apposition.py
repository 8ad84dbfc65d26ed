"""Titles beside a name: "X, conseiller de la présidence et membre de la délégation", "le chef de la junte, le colonel X"."""

import re

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.discourse import Discourse, same_side
from pourparlers.mentions.entities import Entity
from pourparlers.mentions.words import cut, group
from pourparlers.model.text import Span

#: Between a name and a title behind it: a party in brackets, a comma, an age (an article makes it less sure);
#: "et" after another such title.
_BARE = re.compile(r"(?:\s*\([^)]{2,25}\))?\s*[,(]\s*(?:\d{1,3} ans\s*,\s*)?")
_ARTICLED = re.compile(r"\s*[,(]\s*(?:le |la |l['’]|un |une |son |sa |leur )")
_AND = re.compile(r"\s+et\s+(?:le |la |l['’])?")
#: Between a title and a name behind it.
_BEFORE = re.compile(r"(?:\s*\([^)]{2,15}\))?(?:\s+(?:au|aux|en|à)\s+[\w'’ -]{2,25}?)?(?:\s+qui\s[^,;.:«»]{3,80})?\s*,\s*(?:le |la |l['’])?")
#: The same where more is said between: the rest of a phrase, and a title after a comma ("le porte-parole des putschistes mutinés, le colonel X"),
#: a complement alone ("son conseiller à la sécurité X"), or dashes ("le président du Niger - voisin - X").
_FARTHER = re.compile(
    r"[\w'’ -]{0,60}?(?:\([^)]{2,25}\))?\s*,\s*(?:(?:le |la |l['’]|une? )[\w'’ -]{2,40},\s*)?(?:le |la |l['’])?"
    r"|\s(?:à|de|du|des|pour|en|chargée?|adjointe?)\s[a-zà-ÿ'’ -]{2,50}\s"
    r"|[\w'’ ]{0,25}\s[–—-]\s[\w'’ ]{2,40}\s[–—-]\s"
)
#: What may stand behind a name in apposition; "et" and "ou" go on with a list.
_CLOSING = frozenset(',.):;»"')
_WINDOW = 12
#: What may stand beside a copula between a name and what it is.
_OF_PREDICATES = frozenset({"a", "aujourd'hui", "aussi", "depuis", "desormais", "egalement", "l'", "la", "le", "qui", "toujours", "un", "une"})


def apposed(discourse: Discourse, number: int) -> Entity | None:
    """The person whom a title without a name stands beside, None when it stands alone."""
    return _after_name(discourse, number) or _before_name(discourse, number)


def _after_name(discourse: Discourse, number: int) -> Entity | None:
    here = discourse.candidates[number]
    found = None
    for at in range(number - 1, max(-1, number - 1 - _WINDOW), -1):
        other = discourse.candidates[at]
        if (
            other.sentence == here.sentence
            and other.span.end <= here.span.start
            and not _is_bracketed(discourse, other)
            and (found is None or other.span.end > discourse.candidates[found].span.end)
        ):
            found = at
    if found is None:
        return None
    entity, other = discourse.assigned.get(found), discourse.candidates[found]
    if entity is None or entity.kind != "person" or not entity.spellings or other.form not in ("name", "title"):
        return _around(discourse, number)
    between = discourse.annotated.document.text[other.span.end : here.span.start]
    if (_BARE.fullmatch(between) and not here.definite) or _is_predicate(between):
        return entity
    if other.form == "title" and _AND.fullmatch(between):
        return entity
    articled = _ARTICLED.fullmatch(between) and _closes(discourse, here) and here.office != "counterpart"
    return entity if articled and same_side(discourse.side(here), entity.side) else None


def _is_predicate(between: str) -> bool:
    """True for "Awa Sow est | la cheffe du mouvement", "Jean Roy, qui reste | un opposant"."""
    words = set(cut(between.replace(",", " ")))
    return bool(words & group("copulas")) and words <= group("copulas") | _OF_PREDICATES


def _is_bracketed(discourse: Discourse, candidate: Candidate) -> bool:
    """True for the party in "Jean Roy (UPN), rapporteur du texte"."""
    text = discourse.annotated.document.text
    return text[candidate.span.start - 1 : candidate.span.start] == "(" and text[candidate.span.end : candidate.span.end + 1] == ")"


def _around(discourse: Discourse, number: int) -> Entity | None:
    """The same, when the candidate just before lies inside a longer one: "X, membre de la délégation de son pays et conseiller"."""
    here = discourse.candidates[number]
    for at in range(number - 1, max(-1, number - 1 - _WINDOW), -1):
        other, entity = discourse.candidates[at], discourse.assigned.get(at)
        if other.sentence != here.sentence or other.span.end > here.span.start or entity is None or entity.kind != "person":
            continue
        between = discourse.annotated.document.text[other.span.end : here.span.start]
        return entity if other.form == "title" and entity.spellings and _AND.fullmatch(between) else None
    return None


def _before_name(discourse: Discourse, number: int) -> Entity | None:
    here = discourse.candidates[number]
    if here.office == "counterpart" or here.plural:
        return None
    for at in range(number + 1, min(len(discourse.candidates), number + 1 + _WINDOW)):
        other = discourse.candidates[at]
        if other.sentence != here.sentence:
            return None
        if other.span.start < here.span.end or other.kind in ("state", "organisation", "group") or other.form in ("adjective", "metonym"):
            continue
        entity = discourse.assigned.get(at)
        if entity is None or entity.kind != "person" or other.form != "name":
            return None
        between = discourse.annotated.document.text[here.span.end : other.span.start]
        if " " in here.phrase and _BEFORE.fullmatch(between):
            return entity if other.noun is not None or other.civil or _is_sole(discourse, here, other) or between == ", " else None
        return entity if _is_farther(discourse, here, other, between) else None
    return None


def _is_farther(discourse: Discourse, title: Candidate, name: Candidate, between: str) -> bool:
    """True when nothing but words that belong to a title stands between it and a name in full."""
    if " " not in name.name or not _FARTHER.fullmatch(between):
        return False
    words = discourse.annotated.tokens_in(Span(title.span.end, name.span.start))
    if any(t.pos in ("VERB", "AUX", "SCONJ", "CCONJ", "PRON") and not t.has("VerbForm=Part") for t in words):
        return False
    return _is_sole(discourse, title, name)


def _is_sole(discourse: Discourse, title: Candidate, name: Candidate) -> bool:
    """True for a name in full between commas, or a comma and a verb, behind the title of one person: "le directeur du port, Jean Roy, …"; no list."""
    if title.plural or " " not in name.name:
        return False
    annotated = discourse.annotated
    last = annotated.token_at(name.span.end - 1)
    if last is None or last.i + 1 >= len(annotated.tokens) or annotated.tokens[last.i + 1].sentence != last.sentence:
        return True
    following = annotated.tokens[last.i + 1]
    return following.pos in ("VERB", "AUX") or following.text in _CLOSING


def _closes(discourse: Discourse, candidate: Candidate) -> bool:
    """True when no verb of its own follows an apposed title: ", le ministre de la Défense, …" but not ", le ministre a répondu"."""
    annotated = discourse.annotated
    last = annotated.token_at(candidate.span.end - 1)
    if last is None or last.i + 1 >= len(annotated.tokens) or annotated.tokens[last.i + 1].sentence != last.sentence:
        return True
    following = annotated.tokens[last.i + 1]
    if following.has("VerbForm=Part") and following.lower.endswith("ant"):
        return True
    return following.pos in ("PUNCT", "ADP", "CCONJ", "SCONJ", "ADV") or following.lower in ("qui", "que", "dont", "où", "à")
