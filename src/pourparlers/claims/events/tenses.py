"""The status that the tense, mood and modal of a verb give to an event, and the clauses and days that change it."""

from itertools import pairwise

from pourparlers.claims.events.mentioned import in_headline
from pourparlers.claims.events.publication import after_publication, before_publication, on_publication
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import LASTING, MODALS, RENDEZVOUS
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import THAT
from pourparlers.claims.verbs import VerbGroup
from pourparlers.model.annotated import Token
from pourparlers.model.claim import When

_DEPLOYED = "movement.deployment"
#: What the imperfect of the day itself shows going on ("les deux camps négociaient lundi").
_UNDER_WAY = frozenset(("meeting", "movement"))
#: What opens a clause of what is still to come about, and how far before its verb.
_YET_TO_COME = (["le", "temps", "que"], ["le", "temps", "qu'"], ["en", "attendant", "que"], ["en", "attendant", "qu'"])
_CLAUSE = 9
#: What opens, with "que", a clause of what somebody makes a condition.
_STIPULATING = frozenset(("condition", "pourvu", "réserve"))
#: What still goes on when it was done "depuis": "ils ont fui depuis 2017".
_STAYING = frozenset(("displacement", "movement"))
_PRESENTS = ("it", "issent")


def of_group(scene: Scene, hit: Hit, group: VerbGroup, when: When) -> str:
    """The status that the tense of a verb gives to what it tells, or to what its subject or object names."""
    if group.mood == "infinitive" and group.perfect:
        return "occurred"
    missed = group.mood == "conditional" and group.perfect  # "auraient dû se voir"
    if group.modal == "devoir" and (missed or (group.tense == "imperfect" and before_publication(scene, when))):
        return "cancelled"  # what was to be held and is not told as held
    if group.modal in MODALS and not group.perfect:
        return MODALS[group.modal]
    if group.mood in ("indicative", "subjunctive") and not group.perfect and _in_purpose(scene, group.head):  # "signent" is either
        return "proposed"
    if group.mood == "conditional":
        return "occurred" if group.perfect else "planned"
    if group.tense == "future" and not group.perfect:  # "aura duré une heure" is over
        return "planned"
    if after_publication(scene, when) and group.tense != "pluperfect":
        return "planned"
    if group.tense == "imperfect" and hit.kind.type in _UNDER_WAY and on_publication(scene, when):
        return "ongoing"
    if group.mood == "participle" and hit.kind.kind == _DEPLOYED and when == When() and not _after_auxiliary(scene, hit.head):
        return "ongoing"
    if is_present(group):
        return _of_present(scene, hit, when)
    lasting = hit.kind.type in _STAYING and is_since(scene, when) and not group.negated and group.tense != "pluperfect"
    return "ongoing" if lasting or _state(scene, hit, group, when) else "occurred"


def _state(scene: Scene, hit: Hit, group: VerbGroup, when: When) -> bool:
    """True for a passive that tells how things are: "mille soldats sont déployés dans le nord"."""
    told = group.passive and not group.perfect and group.tense == "present" and when == When()
    return told and hit.kind.type in ("capture", "movement") and not in_headline(scene, hit)


def _in_purpose(scene: Scene, verb: Token) -> bool:
    """True in a clause with "pour que" or "afin que"."""
    marks = list(scene.annotated.dependents(verb, "mark"))
    words = {t.lower for mark in marks for t in scene.annotated.tokens[max(0, mark.i - 1) : mark.i + 1]}
    return bool(words & {"pour", "afin"})


def _after_auxiliary(scene: Scene, verb: Token) -> bool:
    """True where "été" stands before a participle, whatever the tree makes of it."""
    return verb.i > 0 and scene.annotated.tokens[verb.i - 1].lower == "été"


def is_present(group: VerbGroup) -> bool:
    """True for a present; "réunit", "saisit" and "réunissent" are presents in news, though the tagger often sees a past in them."""
    if group.mood not in ("indicative", "subjunctive") or group.perfect or group.passive:
        return False
    if group.mood == "subjunctive":  # "favorise" at the head of a sentence is none
        return group.tense == "present" and group.head.dep == "ROOT"
    alike = group.tense == "past" and group.head.lower.endswith(_PRESENTS) and group.head.lemma.endswith("ir") and group.first == group.head
    return group.tense == "present" or alike


def _of_present(scene: Scene, hit: Hit, when: When) -> str:
    """The present with a day to come tells a rendezvous; that of a headline the past; elsewhere what lasts goes on."""
    if hit.kind.type in RENDEZVOUS and when.first is not None and when.first == when.last and not before_publication(scene, when):
        return "planned"
    if in_headline(scene, hit) or (not is_since(scene, when) and before_publication(scene, when)):
        return "occurred"
    return "ongoing" if hit.kind.type in LASTING else "occurred"


def is_aimed_at(scene: Scene, group: VerbGroup) -> bool:
    """True in a clause of what is yet to come: "le temps que les deux camps s'accordent", by the order of words."""
    if group.tense != "present":
        return False
    before = scene.annotated.tokens[max(scene.sentence(group.head).first, group.first.i - _CLAUSE) : group.first.i]
    words = [t.lower for t in before]
    return any(words[i : i + 3] in _YET_TO_COME for i in range(len(words))) and not any(t.i in scene.predicates for t in before[-4:])


def is_stipulated(scene: Scene, group: VerbGroup) -> bool:
    """True in a clause that somebody makes a condition: "à condition que les rebelles déposent les armes", by the order of words."""
    before = scene.annotated.tokens[max(scene.sentence(group.head).first, group.first.i - _CLAUSE) : group.first.i]
    opened = [i for i, (mark, that) in enumerate(pairwise(before)) if mark.lower in _STIPULATING and that.lower in THAT]
    return bool(opened) and not any(t.i in scene.predicates for t in before[opened[-1] + 2 :])


def is_since(scene: Scene, when: When) -> bool:
    """True for days of which only the beginning is told: "depuis lundi"."""
    return when.first is not None and when.last is None and scene.time(when.first).bound in ("since", "after")


def is_marked(scene: Scene, token: Token, mark: str) -> bool:
    """True in a clause that a conjunction opens, whole or elided: "si", "s'"."""
    return any(t.lower in (mark, mark[0] + "'", mark[:2] + "'") and t.lemma == mark for t in scene.annotated.dependents(token, "mark"))


def is_marked_by(scene: Scene, verb: Token, preposition: str) -> bool:
    """True behind a preposition: "pour conclure"."""
    return any(t.lower == preposition for t in scene.annotated.dependents(verb, "mark", "case"))
