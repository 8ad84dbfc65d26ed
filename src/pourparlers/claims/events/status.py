"""How far an event has come, as tense, mood, negation and the words that govern it tell."""

from collections.abc import Sequence
from dataclasses import replace

from pourparlers.claims.events.governed import DENIES, by_governor, effect_above, is_unconfirmed
from pourparlers.claims.events.infinitives import of_infinitive
from pourparlers.claims.events.mentioned import is_any, is_indefinite, is_such, is_under_way, modifier_of, shown_as_wish
from pourparlers.claims.events.operators import Governor, effect_at, matrix
from pourparlers.claims.events.publication import after_publication, before_publication
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import DEEDS, MADE, SAID, THREATENED, TO_BE_HELD, Standing
from pourparlers.claims.events.tenses import is_aimed_at, is_marked, is_since, is_stipulated, of_group
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.events.unheld import only_named
from pourparlers.claims.events.wished import is_questioned, wished
from pourparlers.claims.particles import OF, OF_THE
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token
from pourparlers.model.claim import When

#: What was given before its day, on which it ends: "l'ultimatum expire vendredi".
_ULTIMATUM, RUN_OUT = "threat.deadline", Standing("occurred", "run out")
_BENEATH = 5
#: Words for talks that nobody holds any more, which stand so near behind their noun.
_STANDSTILL = frozenset((("au", "point", "mort"), ("dans", "l'", "impasse"), ("dans", "l’", "impasse"), ("à", "l'", "arrêt"), ("à", "l’", "arrêt")))
_STANDSTILL_WITHIN = 9
_TAKING_PART = "participation"
_REFUSED = "rejection.refusal"
_ASKING = frozenset(("propose", "wish"))
#: Effects of verbs whose infinitive has not come about.
_UNDONE = frozenset(("avert", "propose", "threaten", "wish"))
#: Effects of words that tell of what happened or will, whatever came of it.
_TELLING = frozenset(("", "announce", "judge", "hold", "plan"))
#: Effects of what is told of the end of a truce.
_ENDED_IN = _TELLING | {"start", "go_on", "end"}
_PUTTING = frozenset(("mettre", "placer"))
_PENALTIES = frozenset(("menace", "peine"))
_LASTING_SINCE = frozenset(("meeting", "movement", "ceasefire"))
#: "Toute attaque" and "tout mouvement de troupes" are none in particular.
_COUNTED = DEEDS | {"movement"}
#: What becomes of a rendezvous after it was planned: "les pourparlers, qui devaient reprendre jeudi, ont été suspendus".
_CALLED_OFF = frozenset(("cancelled", "postponed"))


def standing(scene: Scene, hit: Hit, above: Sequence[Governor], when: When) -> Standing:
    """The status of an event, and what decided it."""
    if hit.trigger.status is not None:
        return Standing(None if _only_asked(scene, hit) else hit.trigger.status)
    if hit.group is not None:
        return _of_verb(scene, hit, hit.group, when)
    return _of_noun(scene, hit, above, when)


def _of_verb(scene: Scene, hit: Hit, group: VerbGroup, when: When) -> Standing:
    if group.negated and not hit.trigger.negated:
        if group.mood == "infinitive" and group.modal is None and effect_above(scene, hit) in _ASKING:
            return Standing(None, "negation")  # "leur a conseillé de ne pas s'y rendre"
        if hit.kind.type in TO_BE_HELD and is_marked(scene, hit.head, "si"):
            return Standing("conditional", "si")  # "si la séance n'a pas lieu"
        return Standing("cancelled" if hit.kind.type in TO_BE_HELD else None, "negation")
    if is_marked(scene, hit.head, "si") or is_stipulated(scene, group):
        return Standing("conditional", "si")
    if is_unconfirmed(scene, hit):
        return Standing("unconfirmed", "negation")
    if (asked := _asked_or_wished(scene, hit, group)) is not None:
        return asked
    effect = effect_above(scene, hit)
    if effect == "deny" and hit.kind.type in SAID:
        return Standing(None, effect)  # "a démenti avoir rompu le dialogue": nobody tells that it did
    if effect == "deny" and group.mood in ("indicative", "infinitive", "subjunctive"):
        return Standing("denied", effect)
    if effect == "wish" and group.mood == "subjunctive":
        return Standing("proposed", effect)
    if is_aimed_at(scene, group):
        return Standing("proposed", "que")
    if group.mood == "infinitive" and group.modal is None and not group.perfect:
        found = of_infinitive(scene, hit)
        if found.status == "ongoing" and before_publication(scene, when) and not is_since(scene, when):
            return Standing("occurred", found.effect)  # "a commencé en mars à retirer ses troupes"
        return Standing("conditional", "si") if found.status == "proposed" and _conditioned(scene, hit.head) else found
    status = of_group(scene, hit, group, when)
    if status == "planned" and hit.kind.kind == _ULTIMATUM and group.tense == "past":
        return RUN_OUT
    vowed = status == "planned" and hit.kind.kind == _REFUSED and hit.trigger.negated  # "nous ne reconnaîtrons jamais": the refusal is there
    return Standing("occurred" if vowed else status)


def _asked_or_wished(scene: Scene, hit: Hit, group: VerbGroup) -> Standing | None:
    """What a question or a clause of wish makes of a verb, None where it is told as it is."""
    noun = scene.annotated.tokens[hit.head.head]
    if not (hit.head.dep.startswith("acl") and noun.dep != "ROOT") and is_questioned(scene, hit.head):  # not "les sanctions imposées en mai"
        return Standing(None, "asked")
    return wished(scene, group)


def _of_noun(scene: Scene, hit: Hit, above: Sequence[Governor], when: When) -> Standing:
    found = _whatever_governs(scene, hit, above, when) or _governed(scene, hit, above, when) or _left_alone(scene, hit, above, when)
    if found.status == "proposed" and _made_on(scene, hit, when):
        found = Standing("occurred", found.effect)
    if hit.kind.kind == _ULTIMATUM and found.status == "planned" and not any(_lies_ahead(governor) for governor in above):
        return RUN_OUT
    if hit.kind.type == "ceasefire" and found.effect in _ENDED_IN and _is_over(above):
        return Standing("planned" if found.status == "planned" else "occurred", "end")  # "l'échec de la trêve a ravivé les combats"
    lifted = any(governor.effect == "lift" and governor.group is None for governor in above)  # "a dénoncé la levée de l'embargo"
    return replace(found, effect="lift") if lifted and found.effect in _TELLING else found


def _is_over(above: Sequence[Governor]) -> bool:
    """True for the truce of "l'échec de la trêve", not of "la fin de la trêve conclue en mars", whose day is that of its making."""
    return any(g.effect == "end" and g.group is None for g in above) and not any(g.effect == "hold" for g in above)


def _lies_ahead(governor: Governor) -> bool:
    """True for a verb of what is still to be done: "lancera un ultimatum"."""
    return governor.group is not None and (governor.group.tense == "future" or governor.group.mood == "infinitive") and governor.effect != "end"


def _whatever_governs(scene: Scene, hit: Hit, above: Sequence[Governor], when: When) -> Standing | None:
    """What the words beside a noun tell, whatever stands above it: "depuis 2014", "sous peine de", "une possible trêve"; None where none tells."""
    if is_under_way(scene, hit) or (hit.kind.type in _LASTING_SINCE and is_since(scene, when)):
        halted = any(g.effect == "cancel" for g in above) or _at_standstill(scene, hit)  # "les pourparlers sont à l'arrêt depuis 2014"
        return Standing("cancelled", "cancel") if halted else Standing("ongoing", "since")
    if only_named(scene, hit):
        return Standing(None, "named")
    if _denied_before(scene, hit):
        return Standing("denied", "deny")
    if _beneath_penalty(scene, hit):
        return Standing("proposed" if hit.kind.type in THREATENED else None, "threaten")
    if when == When() and (is_such(scene, hit) or (hit.kind.type in _COUNTED and is_any(scene, hit) and not any(g.effect == "deny" for g in above))):
        return Standing(None, "such")
    if shown_as_wish(scene, hit):
        return Standing("proposed", "wish")
    if modifier_of(scene, hit) == "proposed":  # "une possible trêve", whatever is done with it
        return Standing("proposed", "modifier")
    return None


def _governed(scene: Scene, hit: Hit, above: Sequence[Governor], when: When) -> Standing | None:
    """What the words above a noun tell, the nearest first; None where none tells anything."""
    found = [told for governor in above if (told := by_governor(scene, hit, governor, when)) is not None]
    if len(found) > 1 and found[0].effect == "around":  # "à la veille des pourparlers initialement prévus lundi"
        found = found[1:]
    if found and found[0].status in _CALLED_OFF and any(_held_after_all(scene, governor.head) for governor in above if governor.group is not None):
        return Standing("occurred", "hold")
    if not found:
        return None
    if found[0].status in _CALLED_OFF and scene.annotated.tokens[hit.head.head].lower == _TAKING_PART:
        return Standing(None, found[0].effect)  # "a suspendu sa participation aux pourparlers", which others may go on with
    made = next((told for told in found[1:] if told.status == "occurred"), None)
    if found[0] == Standing("cancelled", "negation") and hit.kind.type == "agreement" and made is not None and before_publication(scene, when):
        return made  # "l'accord, signé en 2010, n'a pas été ratifié"
    called_off = next((told for told in found if told.status in _CALLED_OFF), None)
    return called_off if called_off is not None and found[0].status == "planned" else found[0]


def _left_alone(scene: Scene, hit: Hit, above: Sequence[Governor], when: When) -> Standing:
    """What a noun tells of which no word above it says how far it has come: "qui devait se tenir jeudi", "vers une trêve"; else its day tells."""
    if hit.kind.type in TO_BE_HELD and _was_due(scene, hit):
        return Standing("unconfirmed" if before_publication(scene, when) else "planned", "devoir")
    if any(t.lower == "sans" for t in scene.annotated.dependents(hit.head, "case")) or (hit.kind.type in _COUNTED and is_any(scene, hit)):
        return Standing(None)
    if hit.kind.type == "sanction" and _beneath(scene, hit):
        return Standing("ongoing" if when != When() or _put_beneath(scene, hit) else None, "sous")  # else it tells how somebody lives
    if any(t.lower == "vers" for t in scene.annotated.dependents(hit.head, "case")):
        return Standing("proposed", "vers")
    modifier = modifier_of(scene, hit)
    if modifier is not None and not (modifier == "planned" and before_publication(scene, when)):
        return Standing(modifier, "modifier")
    despite = any(t.lower == "malgré" for t in scene.annotated.dependents(hit.head, "case"))
    if hit.kind.type == "ceasefire" and not above and when == When() and is_indefinite(scene, hit) and not despite:
        return Standing(None)  # "Un cessez-le-feu immédiat: voilà ce qu'il réclamait"
    return Standing("planned" if after_publication(scene, when) else "occurred")


def _only_asked(scene: Scene, hit: Hit) -> bool:
    """True for the infinitive of what somebody wants or fears: "exhorte ses alliés à sortir de l'accord"."""
    if hit.group is None or hit.group.mood != "infinitive" or hit.group.perfect:
        return False
    above = matrix(scene, hit.head)
    return effect_above(scene, hit) in _UNDONE or (above is not None and above.effect in _UNDONE)


def _made_on(scene: Scene, hit: Hit, when: When) -> bool:
    """True for what bears the day on which it was made, whatever is asked for now: "exhorte à respecter la trêve du 3 mai 2014"."""
    after = scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + 3)]
    named = len(after) == 2 and after[0].lower in OF_THE and (after[0].i in scene.times or after[1].i in scene.times)
    return named and hit.kind.type in MADE and not is_indefinite(scene, hit) and before_publication(scene, when)


def _at_standstill(scene: Scene, hit: Hit) -> bool:
    """True for "des pourparlers au point mort"."""
    after = [t.lower for t in scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + _STANDSTILL_WITHIN)]]
    return any(triple in _STANDSTILL for triple in zip(after, after[1:], after[2:], strict=False))


def _was_due(scene: Scene, hit: Hit) -> bool:
    """True for "la séance, qui devait se tenir jeudi", of which no verb tells what came of it."""
    after = scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + 4)]
    words = [t.lower for t in after if t.text != ","]
    return words[:1] == ["qui"] and words[1:2] in (["devait"], ["devaient"], ["doit"], ["doivent"])


def _denied_before(scene: Scene, hit: Hit) -> bool:
    """True for "Oslo dément toute trêve", where the tagger sees no verb."""
    before = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BENEATH) : hit.head.i]
    verb = next((t for t in reversed(before) if t.lower in DENIES), None)
    return verb is not None and all(t.pos in ("DET", "ADJ", "ADV", "NUM") or t.lower in OF for t in before if t.i > verb.i)


def _held_after_all(scene: Scene, verb: Token) -> bool:
    """True for "a été repoussée puis s'est tenue mardi", "a été reporté mais a bien eu lieu"."""
    after = [t for t in scene.annotated.dependents(verb, "conj") if t.i > verb.i and effect_at(scene, t) == "hold"]
    groups = [verb_group(scene.annotated, t) for t in after]
    return any(g.finite and g.tense == "past" and not g.negated and g.mood == "indicative" for g in groups)


def _beneath(scene: Scene, hit: Hit) -> bool:
    """True for "sous embargo" and "sous le coup de sanctions"."""
    before = [t.lower for t in scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BENEATH) : hit.head.i]]
    return before[-1:] == ["sous"] or any(triple == ("sous", "le", "coup") for triple in zip(before, before[1:], before[2:], strict=False))


def _put_beneath(scene: Scene, hit: Hit) -> bool:
    """True for "placé sous embargo"."""
    before = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BENEATH) : hit.head.i]
    return any(t.lemma in _PUTTING for t in before)


def _beneath_penalty(scene: Scene, hit: Hit) -> bool:
    """True for "sous peine de sanctions" and "sous la menace de nouvelles frappes"."""
    before = [t.lower for t in scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BENEATH) : hit.head.i]]
    return "sous" in before and bool(_PENALTIES.intersection(before[before.index("sous") :]))


def _conditioned(scene: Scene, token: Token) -> bool:
    """True when a clause with "si" hangs on the verb or on the one above it."""
    heads = (token, scene.annotated.tokens[token.head])
    return any(is_marked(scene, below, "si") for head in heads for below in scene.annotated.dependents(head, "advcl", "ccomp"))
