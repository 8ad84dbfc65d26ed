"""What a text only names: demands in a list, and the interview in which somebody speaks to the press, are no events."""

from itertools import pairwise

from pourparlers.claims.events.lexicon import triggers
from pourparlers.claims.events.patterns import patterns_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import RENDEZVOUS
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import OF_THE

#: How far a list of demands reaches, what may open it, and how near before that its noun stands.
_LIST, _NAMED_BEFORE = 40, 8
_AMONG = frozenset(("dont", "lesquelles", "lesquels", "notamment"))
_PARTIES = frozenset(("acteurs", "belligérants", "partie", "parties", "protagonistes"))
_CRIMES = frozenset(("attack", "violation"))
_ANSWERS = frozenset(("représailles", "riposte"))
_HEADS = frozenset(("chef", "chefs", "commandant", "commandants", "directeur", "patron"))
_THEIR = frozenset(("son", "sa", "leur"))
#: So far before a plan stands that it is carried out, and so far behind it its day.
_PLAN, _CARRYING, _DATED_WITHIN = "proposal.plan", 5, 8
#: How words begin that break sanctions or get round them, and so far before those stand they.
_BREAKING, _BROKEN_WITHIN = ("contourn", "contravention", "enfrei", "viol"), 4
_COUNTED_FROM = frozenset(("après", "avant"))
_ERRAND = "mission médiation"
_PRECEDING = "précédant"
#: So far before what is given stands "en échange de".
_PRICE = 6


def only_named(scene: Scene, hit: Hit) -> bool:
    """True for the noun of an event that the text does not tell to have happened or to be planned."""
    of_others = (_struck, _broken, _charged, _headed, _fought_by, _since_in_office, _since_its_start)
    of_ends = (_demanded, _interview, _in_return, _carried_out, _as_answer, _framework, _tells_when)
    return any(check(scene, hit) for check in (*of_others, *of_ends))


def _tells_when(scene: Scene, hit: Hit) -> bool:
    """True for what only tells when something else was: "la nuit précédant le départ des civils"."""
    before = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - 2) : hit.head.i]
    return not hit.verbal and any(t.lower == _PRECEDING for t in before) and not _dated_behind(scene, hit)


def _struck(scene: Scene, hit: Hit) -> bool:
    """True for the convoy that an attack is on: "une attaque contre un convoi humanitaire", "un convoi de vivres a été pillé"."""
    if hit.kind.type != "corridor":
        return False
    near = (scene.annotated.tokens[hit.head.head], *scene.annotated.dependents(hit.head, "acl"))
    struck = (pattern.entry.kind.startswith("attack") for token in near for pattern, _ in patterns_at(scene.annotated, triggers(), token))
    return any(t.lower == "contre" for t in scene.annotated.dependents(hit.head, "case")) or any(struck)


def _broken(scene: Scene, hit: Hit) -> bool:
    """True for sanctions that somebody breaks or gets round: "inculpé pour violation des sanctions"."""
    before = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BROKEN_WITHIN) : hit.head.i]
    return hit.kind.type == "sanction" and not hit.verbal and any(t.lower.startswith(_BREAKING) for t in before)


def _charged(scene: Scene, hit: Hit) -> bool:
    """True for what somebody is tried for: "condamné en 2017 pour génocide"."""
    before = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - 1) : hit.head.i]
    return hit.kind.type in _CRIMES and any(t.lower == "pour" for t in before)


def _headed(scene: Scene, hit: Hit) -> bool:
    """True for what somebody is at the head of: "le chef des opérations"."""
    above = scene.annotated.tokens[hit.head.head]
    of = any(t.lower in OF_THE for t in scene.annotated.dependents(hit.head, "case"))  # "le chef du parti, en visite" is on one
    return of and above.lower in _HEADS and above.i < hit.head.i


def _as_answer(scene: Scene, hit: Hit) -> bool:
    """True for "en riposte", which tells why something else is done."""
    return hit.head.lower in _ANSWERS and hit.head.i > 0 and scene.annotated.tokens[hit.head.i - 1].lower == "en"


def _since_in_office(scene: Scene, hit: Hit) -> bool:
    """True for "depuis son arrivée", which is that of somebody in office."""
    before = [t.lower for t in scene.annotated.tokens[max(0, hit.head.i - 2) : hit.head.i]]
    return hit.head.lower == "arrivée" and before[:1] == ["depuis"] and before[-1] in _THEIR


def _since_its_start(scene: Scene, hit: Hit) -> bool:
    """True for the war of "deux mois après le début du conflit", from which the text only counts."""
    above = scene.annotated.tokens[hit.head.head]
    counted = any(t.lower in _COUNTED_FROM for t in scene.annotated.dependents(above, "case"))
    return hit.kind.type == "attack" and counted and scene.has_word("beginning", above.i, above.i + 1) and above.i < hit.head.i


def _framework(scene: Scene, hit: Hit) -> bool:
    """True for what something else is done under: "dans le cadre de sa mission de médiation", "dans le cadre du traité"."""
    near = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _PRICE) : hit.head.i]
    under = next((t for t in near if t.lower == "cadre"), None)
    between = () if under is None else near[under.i - near[0].i + 1 :]
    named = hit.kind.type == "agreement" or hit.trigger.lemma == _ERRAND
    return named and under is not None and all(t.pos in ("ADP", "DET", "ADJ") for t in between) and not _dated_behind(scene, hit)


def _in_return(scene: Scene, hit: Hit) -> bool:
    """True for what is given for something else: "ont rendu leurs armes en échange d'une aide financière"."""
    before = [t.lower for t in scene.annotated.tokens[max(0, hit.head.i - _PRICE) : hit.head.i]]
    return any(pair == ("en", "échange") for pair in pairwise(before)) and not any(t in (",", ";") for t in before)


def _carried_out(scene: Scene, hit: Hit) -> bool:
    """True for the plan of "une décision sur la mise en œuvre du plan", which was put forward before."""
    tokens = scene.annotated.tokens
    before = [t.lower for t in tokens[max(0, hit.head.i - _CARRYING) : hit.head.i]]
    return hit.kind.kind == _PLAN and "mise" in before and ("œuvre" in before or "oeuvre" in before) and not _dated_behind(scene, hit)


def _dated_behind(scene: Scene, hit: Hit) -> bool:
    """True for a noun with its day right behind: "un accord conclu en 2015"."""
    return any(i in scene.times for i in range(hit.last + 1, min(scene.sentence(hit.head).last, hit.last + 1 + _DATED_WITHIN)))


def _fought_by(scene: Scene, hit: Hit) -> bool:
    """True for "les parties au conflit", which tells who they are."""
    return scene.annotated.tokens[hit.head.head].lower in _PARTIES and hit.head.dep.startswith("nmod")


def _demanded(scene: Scene, hit: Hit) -> bool:
    """True in a list of demands: "trois conditions : la libération des détenus", "des exigences, parmi lesquelles le retrait"."""
    tokens, first = scene.annotated.tokens, scene.sentence(hit.head).first
    for i in range(hit.head.i - 1, max(first, hit.head.i - _LIST), -1):
        if tokens[i].i in scene.predicates and not tokens[i].has("VerbForm=Part"):
            return False
        if tokens[i].text == ":" or tokens[i].lower in _AMONG:
            return any(scene.has_word("demand", at, at + 1) for at in range(max(first, i - _NAMED_BEFORE), i))
    return False


def _interview(scene: Scene, hit: Hit) -> bool:
    """True for "dans un entretien téléphonique": where somebody speaks to the press, no talks."""
    before = [t.lower for t in scene.annotated.tokens[max(0, hit.head.i - 2) : hit.head.i]]
    return hit.kind.type in RENDEZVOUS and hit.head.lower == "entretien" and before == ["dans", "un"]
