"""How far an event has come that is told in the infinitive, as the verb and the preposition before it tell: "il a réussi à prendre la ville"."""

from pourparlers.claims.events.operators import effect_at
from pourparlers.claims.events.patterns import is_reflexive
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import ACTS, DEEDS, LASTING, MODALS, SAID, THREATENED, Standing
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import OF
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token

#: What an infinitive is, by the effect of the verb that governs it.
_INFINITIVES = {
    "plan": "planned",
    "propose": "proposed",
    "wish": "proposed",
    "start": "ongoing",
    "go_on": "ongoing",
    "claim": "occurred",
    "hold": "occurred",
}
#: Effects of verbs that lead to what is yet to be done by "pour" too: "ils s'entendent pour se revoir", "il appelle pour négocier".
_AIMING = frozenset(("decide", "plan", "propose", "threaten", "wish"))
#: Verbs whose infinitive has come true when they have.
_LEADING = frozenset(("aller", "arriver", "contraindre", "forcer", "obliger", "parvenir", "réussir"))
_FORCED = frozenset(("contraint", "forcé", "obligé"))
_CALLED_OFF = {"cancel": "cancelled", "postpone": "postponed"}


def of_infinitive(scene: Scene, hit: Hit) -> Standing:
    """The status of what an infinitive tells, or of what its object names. hit: one whose head is the infinitive."""
    case = next((t.lower for t in scene.annotated.dependents(hit.head, "mark", "case")), "")
    above = scene.annotated.tokens[hit.head.head]
    effect = (effect_at(scene, above) or "") if above.i != hit.head.i else ""
    if case == "pour" and effect not in _AIMING:  # "ont lancé une offensive pour prendre la ville"
        return Standing(None, case)
    return _of_effect(hit, above, effect) or _of_phrase(hit, above, case, effect) or _of_verb_above(scene, hit, above, case)


def _of_effect(hit: Hit, above: Token, effect: str) -> Standing | None:
    """What the effect of the verb above tells; None for one that leaves it open."""
    if effect == "hold" and above.lemma == "accepter":
        return Standing("planned", effect)
    if effect in _INFINITIVES:
        return Standing(_INFINITIVES[effect], effect)
    if effect == "decide":
        return Standing("occurred" if hit.kind.type in ACTS else "planned", effect)
    if effect in _CALLED_OFF:
        return Standing(_CALLED_OFF[effect], effect)
    if effect == "threaten":
        return Standing("proposed" if hit.kind.type in THREATENED else None, effect)
    return Standing(None, effect) if effect == "avert" else None


def _of_phrase(hit: Hit, above: Token, case: str, effect: str) -> Standing | None:
    """What the words right before an infinitive tell: "sans signer", "après avoir signé", "au point de menacer", "a été contrainte d'abandonner"."""
    if case == "sans":
        return Standing(None, effect or case)
    if case == "après":
        return Standing("occurred", case)
    if hit.kind.type in SAID and case in ("de", "d'") and above.lower == "point":
        return Standing("occurred", "infinitive")
    forced = above.lower.rstrip("es") in _FORCED and case in OF  # a noun to many taggers
    return Standing("occurred", "infinitive") if forced else None


def _of_verb_above(scene: Scene, hit: Hit, above: Token, case: str) -> Standing:
    """What other verbs above tell, with the preposition between: "se voit infliger", "va convoquer", "assure négocier", "a réussi à prendre"."""
    governed = above.i != hit.head.i
    if governed and above.lemma == "voir" and is_reflexive(scene.annotated, above):
        return Standing(_of_seeing(verb_group(scene.annotated, above)), "infinitive")
    if governed and above.pos == "VERB" and above.lemma in ("aller", "devoir"):  # "va pour sa part convoquer"
        return Standing(MODALS[above.lemma], "infinitive")
    if not governed or above.pos != "VERB" or above.lemma in MODALS:
        return Standing(None if hit.kind.type in DEEDS else "proposed", "infinitive")
    if case == "":  # "il assure négocier": what is reported in the infinitive goes on
        return Standing("ongoing" if hit.kind.type in LASTING else "occurred", "infinitive")
    if case in ("à", "jusqu'", "jusque") and above.lemma in _LEADING:  # "allant jusqu'à couper", "a réussi à prendre"
        return Standing("occurred", "infinitive")
    if hit.kind.type in DEEDS:
        return Standing(None, "infinitive")
    return Standing("occurred" if hit.kind.type in SAID else "proposed", "infinitive")


def _of_seeing(group: VerbGroup) -> str:
    """The status of "se voir infliger des sanctions", a passive with the time of its own verb."""
    if group.negated:
        return "cancelled"
    return "conditional" if group.mood == "conditional" else "planned" if group.tense == "future" else "occurred"
