"""How far an event has come that is told in the infinitive, as the verb and the preposition before it tell: "il a réussi à prendre la ville"."""

from dataclasses import replace

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
}
#: Effects of verbs that lead to what is yet to be done by "pour" too: "ils s'entendent pour se revoir", "il appelle pour négocier".
_AIMING = frozenset(("decide", "plan", "propose", "threaten", "wish"))
#: Verbs whose infinitive has come true when they have.
_LEADING = frozenset(("aller", "arriver", "contraindre", "forcer", "obliger", "parvenir", "réussir"))
_LETTING = frozenset(("faire", "laisser"))
_FORCED = frozenset(("contraint", "forcé", "obligé"))
_BROUGHT_ABOUT = OF | {"à"}
_THREATENING = frozenset(("menace", "menacent", "menaçant"))
_CALLED_OFF = {"cancel": "cancelled", "postpone": "postponed"}


def of_infinitive(scene: Scene, hit: Hit) -> Standing:
    """The status of what an infinitive tells, or of what its object names. hit: one whose head is the infinitive."""
    hit = replace(hit, head=let_happen(scene, hit.head))
    case = next((t.lower for t in scene.annotated.dependents(hit.head, "mark", "case")), "")
    above = scene.annotated.tokens[hit.head.head]
    effect = (effect_at(scene, above) or "") if above.i != hit.head.i else ""
    if case == "pour" and effect not in _AIMING:  # "ont lancé une offensive pour prendre la ville"
        return Standing(None, case)
    if hit.kind.type in SAID and _threatened(scene, hit.head):  # the threat is told, and what it is of has not come
        return Standing(None, "threaten")
    return _of_effect(scene, hit, above, (case, effect)) or _of_phrase(hit, above, case, effect) or _of_verb_above(scene, hit, above, case)


def let_happen(scene: Scene, verb: Token) -> Token:
    """The infinitive that lets another one happen ("laisser" in "s'engager à laisser passer les vivres"), or the verb itself."""
    above = scene.annotated.tokens[verb.head]
    return above if above.i == verb.i - 1 and above.lemma in _LETTING and above.has("VerbForm=Inf") else verb


def _of_effect(scene: Scene, hit: Hit, above: Token, words: tuple[str, str]) -> Standing | None:
    """What the effect of the verb above tells; None for one that leaves it open. words: the preposition between, and the effect."""
    case, effect = words
    if effect == "hold":
        return Standing("planned" if above.lemma == "accepter" else _of_holding(verb_group(scene.annotated, above), case), effect)
    if effect in _INFINITIVES:
        said = hit.kind.type in SAID and _INFINITIVES[effect] == "ongoing"  # "a continué de le rejeter"
        return Standing("occurred" if said else _INFINITIVES[effect], effect)
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


def _threatened(scene: Scene, verb: Token) -> bool:
    """True for the infinitive right behind "menace de", which taggers take for a noun or hang elsewhere."""
    before = scene.annotated.tokens[max(scene.sentence(verb).first, verb.i - 2) : verb.i]
    return len(before) > 1 and before[1].lower in OF and before[0].lower in _THREATENING


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
        failed = verb_group(scene.annotated, above).negated  # "n'a pas réussi à adopter de texte"
        return Standing(None if failed else "occurred", "infinitive")
    if hit.kind.type in DEEDS:
        return Standing(None, "infinitive")
    return Standing("occurred" if hit.kind.type in SAID else "proposed", "infinitive")


def _of_holding(group: VerbGroup, case: str) -> str | None:
    """The status of what a verb brings about, which has come true only when that verb has: "a permis d'évacuer", "doit permettre d'échanger"."""
    if case not in _BROUGHT_ABOUT:  # "ont fait dix morts avant d'abandonner la ville"
        return "occurred"
    if group.negated:
        return None
    if group.modal in MODALS and not group.perfect:
        return MODALS[group.modal]
    ahead = group.tense == "future" or (group.mood in ("conditional", "infinitive") and not group.perfect)
    return "planned" if ahead else "occurred"


def _of_seeing(group: VerbGroup) -> str:
    """The status of "se voir infliger des sanctions", a passive with the time of its own verb."""
    if group.negated:
        return "cancelled"
    return "conditional" if group.mood == "conditional" else "planned" if group.tense == "future" else "occurred"
