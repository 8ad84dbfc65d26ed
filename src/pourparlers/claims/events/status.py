"""How far an event has come, as tense, mood, negation and the words that govern it tell."""

from collections.abc import Sequence
from dataclasses import replace

from pourparlers.claims.events.infinitives import of_infinitive
from pourparlers.claims.events.mentioned import in_headline, is_any, is_indefinite, is_such, is_under_way, modifier_of, shown_as_wish
from pourparlers.claims.events.operators import Governor, effect_at, matrix
from pourparlers.claims.events.patterns import is_reflexive
from pourparlers.claims.events.publication import after_publication, before_publication, on_publication
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import ACTS, DEEDS, LASTING, MODALS, THREATENED, Standing
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.events.unheld import only_named
from pourparlers.claims.particles import OF
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token
from pourparlers.model.claim import When

#: What did not take place is told all the same when it was to be held; an attack that did not happen is no event.
_TO_BE_HELD = frozenset(("meeting", "call", "exchange", "corridor", "agreement", "vote", "aid"))
#: What is announced before it comes about, where no day tells otherwise.
_FORTHCOMING = frozenset(("aid", "meeting", "call", "movement", "corridor", "exchange"))
_DEPLOYED = "movement.deployment"
_RENDEZVOUS = frozenset(("meeting", "call"))
#: What the imperfect of the day itself shows going on ("les deux camps négociaient lundi").
_UNDER_WAY = frozenset(("meeting", "movement"))
_BENEATH = 5
#: Forms of "démentir" that taggers take for adverbs.
_DENIES = frozenset(("dément", "démentent"))
_ASKING = frozenset(("propose", "wish"))
_CONFIRM = "confirmer"
_PENALTIES = frozenset(("menace", "peine"))
#: What opens a clause of what is still to come about, and how far before its verb.
_YET_TO_COME = (["le", "temps", "que"], ["le", "temps", "qu'"], ["en", "attendant", "que"], ["en", "attendant", "qu'"])
_CLAUSE = 9
_PLANS = frozenset(("initiative", "plan", "projet", "proposition"))
_BY_EFFECT = {
    "postpone": "postponed",
    "cancel": "cancelled",
    "deny": "denied",
    "propose": "proposed",
    "wish": "proposed",
    "claim": "occurred",
    "go_on": "ongoing",
    "past": "occurred",
}
_LASTING_SINCE = frozenset(("meeting", "movement", "ceasefire"))
#: What still goes on when it was done "depuis": "ils ont fui depuis 2017".
_STAYING = frozenset(("displacement", "movement"))
_PRESENTS = ("it", "issent")
#: What becomes of a rendezvous after it was planned: "les pourparlers, qui devaient reprendre jeudi, ont été suspendus".
_CALLED_OFF = frozenset(("cancelled", "postponed"))
#: What did not come off where these are said of it; talks that fail were held.
_FAILING = frozenset(("avorter", "capoter", "échec", "échouer"))
_TO_COME_OFF = frozenset(("corridor", "exchange"))
#: What comes of talks, which were held all the same: "la rencontre n'a débouché sur rien".
_YIELDING = frozenset(("aboutir", "déboucher", "permettre"))


def standing(scene: Scene, hit: Hit, above: Sequence[Governor], when: When) -> Standing:
    """The status of an event, and what decided it."""
    if hit.trigger.status is not None:
        return Standing(hit.trigger.status)
    if hit.group is not None:
        return _of_verb(scene, hit, hit.group, when)
    return _of_noun(scene, hit, above, when)


def _of_verb(scene: Scene, hit: Hit, group: VerbGroup, when: When) -> Standing:
    if group.negated and not hit.trigger.negated:
        if group.mood == "infinitive" and group.modal is None and _effect_above(scene, hit) in _ASKING:
            return Standing(None, "negation")  # "leur a conseillé de ne pas s'y rendre"
        if hit.kind.type in _TO_BE_HELD and _marked(scene, hit.head, "si"):
            return Standing("conditional", "si")  # "si la séance n'a pas lieu"
        return Standing("cancelled" if hit.kind.type in _TO_BE_HELD else None, "negation")
    if _marked(scene, hit.head, "si"):
        return Standing("conditional", "si")
    effect = _effect_above(scene, hit)
    if effect == "deny" and group.mood in ("indicative", "infinitive", "subjunctive"):
        return Standing("denied", effect)
    if effect == "wish" and (group.mood == "subjunctive" or (group.tense == "present" and _marked(scene, hit.head, "que"))):
        return Standing("proposed", effect)
    if _aimed_at(scene, group):
        return Standing("proposed", "que")
    if group.mood == "infinitive" and group.modal is None and not group.perfect:
        found = of_infinitive(scene, hit)
        if found.status == "ongoing" and before_publication(scene, when) and not _since(scene, when):
            return Standing("occurred", found.effect)  # "a commencé en mars à retirer ses troupes"
        return Standing("conditional", "si") if found.status == "proposed" and _conditioned(scene, hit.head) else found
    return Standing(_of_group(scene, hit, group, when))


def _effect_above(scene: Scene, hit: Hit) -> str | None:
    """The effect of the verb above a verb, None for none and for a denial that is none: "sans nier que les blindés encerclent la ville"."""
    above = _above(scene, hit)
    if (
        hit.group is not None
        and hit.group.mood == "infinitive"
        and hit.group.first.i
        and scene.annotated.tokens[hit.group.first.i - 1].lower in _DENIES
    ):
        return "deny"
    effect = effect_at(scene, above) if above.i != hit.head.i else None
    admitted = effect == "deny" and (_marked_by(scene, above, "sans") or verb_group(scene.annotated, above).negated)
    return None if admitted else effect


def _above(scene: Scene, hit: Hit) -> Token:
    """The word that a verb hangs on; for an infinitive that the tree hangs on a day ("a nié lundi avoir conclu"), the verb before it."""
    above = scene.annotated.tokens[hit.head.head]
    if above.i not in scene.times or hit.group is None or hit.group.mood != "infinitive":
        return above
    governor = matrix(scene, hit.head)
    return above if governor is None else governor.head


def _aimed_at(scene: Scene, group: VerbGroup) -> bool:
    """True in a clause of what is yet to come: "le temps que les deux camps s'accordent", by the order of words."""
    if group.tense != "present":
        return False
    before = scene.annotated.tokens[max(scene.sentence(group.head).first, group.first.i - _CLAUSE) : group.first.i]
    words = [t.lower for t in before]
    return any(words[i : i + 3] in _YET_TO_COME for i in range(len(words))) and not any(t.i in scene.predicates for t in before[-4:])


def _of_group(scene: Scene, hit: Hit, group: VerbGroup, when: When) -> str:
    """The status that the tense of a verb gives to what it tells, or to what its subject or object names."""
    if group.mood == "infinitive" and group.perfect:
        return "occurred"
    if group.modal == "devoir" and group.tense == "imperfect" and before_publication(scene, when):
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
    if _present(group):
        return _of_present(scene, hit, when)
    lasting = hit.kind.type in _STAYING and _since(scene, when) and not group.negated and group.tense != "pluperfect"
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


def _present(group: VerbGroup) -> bool:
    """True for a present; "réunit", "saisit" and "réunissent" are presents in news, though the tagger often sees a past in them."""
    if group.mood not in ("indicative", "subjunctive") or group.perfect or group.passive:
        return False
    if group.mood == "subjunctive":  # "favorise" at the head of a sentence is none
        return group.tense == "present" and group.head.dep == "ROOT"
    alike = group.tense == "past" and group.head.lower.endswith(_PRESENTS) and group.head.lemma.endswith("ir") and group.first == group.head
    return group.tense == "present" or alike


def _of_present(scene: Scene, hit: Hit, when: When) -> str:
    """The present with a day to come tells a rendezvous; that of a headline the past; elsewhere what lasts goes on."""
    if hit.kind.type in _RENDEZVOUS and when.first is not None and when.first == when.last and not before_publication(scene, when):
        return "planned"
    if in_headline(scene, hit) or (not _since(scene, when) and before_publication(scene, when)):
        return "occurred"
    return "ongoing" if hit.kind.type in LASTING else "occurred"


def _of_noun(scene: Scene, hit: Hit, above: Sequence[Governor], when: When) -> Standing:
    if is_under_way(scene, hit) or (hit.kind.type in _LASTING_SINCE and _since(scene, when)):
        halted = any(g.effect == "cancel" for g in above)  # "les pourparlers sont à l'arrêt depuis 2014"
        return Standing("cancelled", "cancel") if halted else Standing("ongoing", "since")
    if only_named(scene, hit):
        return Standing(None, "named")
    if _denied_before(scene, hit):
        return Standing("denied", "deny")
    if _beneath_penalty(scene, hit):
        return Standing("proposed" if hit.kind.type in THREATENED else None, "threaten")
    if when == When() and is_such(scene, hit):
        return Standing(None, "such")
    if shown_as_wish(scene, hit):
        return Standing("proposed", "wish")
    modifier = modifier_of(scene, hit)
    if modifier == "proposed":  # "une possible trêve", whatever is done with it
        return Standing(modifier, "modifier")
    found = [told for governor in above if (told := _by_governor(scene, hit, governor, when)) is not None]
    if len(found) > 1 and found[0].effect == "around":  # "à la veille des pourparlers initialement prévus lundi"
        found = found[1:]
    if found and found[0].status in _CALLED_OFF and any(_held_after_all(scene, governor.head) for governor in above if governor.group is not None):
        return Standing("occurred", "hold")
    if found:
        called_off = next((told for told in found if told.status in _CALLED_OFF), None)
        return called_off if called_off is not None and found[0].status == "planned" else found[0]
    if hit.kind.type in _TO_BE_HELD and _was_due(scene, hit):
        return Standing("unconfirmed" if before_publication(scene, when) else "planned", "devoir")
    if any(t.lower == "sans" for t in scene.annotated.dependents(hit.head, "case")) or (hit.kind.type in DEEDS and is_any(scene, hit)):
        return Standing(None)
    if hit.kind.type == "sanction" and _beneath(scene, hit):
        return Standing("ongoing", "sous")
    if any(t.lower == "vers" for t in scene.annotated.dependents(hit.head, "case")):
        return Standing("proposed", "vers")
    if modifier is not None and not (modifier == "planned" and before_publication(scene, when)):
        return Standing(modifier, "modifier")
    if hit.kind.type == "ceasefire" and not above and when == When() and is_indefinite(scene, hit):
        return Standing(None)  # "Un cessez-le-feu immédiat: voilà ce qu'il réclamait"
    return Standing("planned" if after_publication(scene, when) else "occurred")


def _was_due(scene: Scene, hit: Hit) -> bool:
    """True for "la séance, qui devait se tenir jeudi", of which no verb tells what came of it."""
    after = scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + 4)]
    words = [t.lower for t in after if t.text != ","]
    return words[:1] == ["qui"] and words[1:2] in (["devait"], ["devaient"], ["doit"], ["doivent"])


def _denied_before(scene: Scene, hit: Hit) -> bool:
    """True for "Oslo dément toute trêve", where the tagger sees no verb."""
    before = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BENEATH) : hit.head.i]
    verb = next((t for t in reversed(before) if t.lower in _DENIES), None)
    return verb is not None and all(t.pos in ("DET", "ADJ", "ADV", "NUM") or t.lower in OF for t in before if t.i > verb.i)


def _held_after_all(scene: Scene, verb: Token) -> bool:
    """True for "a été repoussée puis s'est tenue mardi", "a été reporté mais a bien eu lieu"."""
    after = [t for t in scene.annotated.dependents(verb, "conj") if t.i > verb.i and effect_at(scene, t) == "hold"]
    groups = [verb_group(scene.annotated, t) for t in after]
    return any(g.finite and g.tense == "past" and not g.negated and g.mood == "indicative" for g in groups)


def _by_governor(scene: Scene, hit: Hit, governor: Governor, when: When) -> Standing | None:
    """What a word above the noun tells; None when it tells nothing and the next may."""
    if governor.effect == "postpone" and hit.kind.type in DEEDS:  # "a repoussé l'attaque"
        governor = replace(governor, effect="hold")
    effect, group = governor.effect, governor.group
    if effect == "end" and governor.head.lemma in _FAILING and hit.kind.type in _TO_COME_OFF and not (group is not None and group.negated):
        return Standing("cancelled", "cancel")
    if effect == "judge" or (effect in ("", "hold") and group is None):
        return None
    if effect == "hold" and governor.role == "object" and group is not None and not group.passive and _keeps_to(scene, governor.head):
        return Standing("proposed", "wish")
    if effect == "around":
        return Standing("planned" if after_publication(scene, when) else "occurred", effect)
    if effect == "avert":
        return Standing(None, effect)
    if effect == "threaten":
        return Standing("proposed" if hit.kind.type in THREATENED else None, effect)
    denied = _under_negation(scene, hit, governor, when)
    if denied is not None:
        return denied
    if effect == "go_on" and hit.kind.type == "agreement" and before_publication(scene, when):
        return Standing("occurred", effect)  # what is still kept to was agreed long ago
    if effect == "go_on" and group is not None:
        status = _of_group(scene, hit, group, when)
        return Standing(status if status in ("planned", "cancelled") or group.perfect else "ongoing", effect)
    if effect in _BY_EFFECT:
        return Standing(_BY_EFFECT[effect], effect)
    if effect == "decide":
        return Standing("occurred" if hit.kind.type in ACTS else "planned", effect)
    if effect == "plan":
        return Standing(_of_planning(scene, governor, when), effect)
    if effect == "announce":
        return Standing(_of_announcement(scene, hit, group, when), effect)
    if group is None:
        headline = effect == "start" and hit.kind.type == "meeting" and in_headline(scene, hit)
        return Standing("ongoing", effect) if headline and not before_publication(scene, when) else None
    if effect == "" and group.mood == "infinitive" and governor.role == "object" and _marked_by(scene, governor.head, "pour"):
        return Standing("planned", "pour")
    if effect == "":
        return Standing("ongoing") if hit.kind.type == "meeting" and _present(group) and when == When() else None
    return Standing(_of_operator(scene, hit, (effect, group), when), effect)


def _under_negation(scene: Scene, hit: Hit, governor: Governor, when: When) -> Standing | None:
    """What a negated verb tells: "la rencontre n'a rien donné" was held, "la trêve n'a pas été conclue" tells of nothing. None for another verb."""
    group, type_ = governor.group, hit.kind.type
    if group is None or not group.negated:
        return None
    if governor.role == "subject" and governor.head.lemma in _YIELDING and type_ in _RENDEZVOUS:
        return Standing(_of_group(scene, hit, group, when), governor.effect)
    if type_ in _TO_BE_HELD and _marked(scene, governor.head, "si"):
        return Standing("conditional", "si")  # "si la séance n'a pas lieu"
    if governor.effect == "announce" and governor.head.lemma == _CONFIRM:
        return Standing("unconfirmed", "negation")  # "ni l'un ni l'autre n'ont confirmé la rencontre"
    if governor.effect not in ("", "claim"):
        return Standing("cancelled" if type_ in _TO_BE_HELD else None, "negation")
    return None


def _of_planning(scene: Scene, governor: Governor, when: When) -> str:
    """The status of what is planned: proposed in "le projet prévoit", put off in "prévue initialement", else by the day and the tense."""
    if _of_plan(scene, governor):
        return "proposed"
    if _at_first(scene, governor.head):
        return "postponed"
    if not before_publication(scene, when):
        return "planned"
    missed = governor.group is not None and governor.group.tense in ("imperfect", "pluperfect")
    return "cancelled" if missed else "unconfirmed"


def _of_announcement(scene: Scene, hit: Hit, group: VerbGroup | None, when: When) -> str | None:
    """The status of what is announced: "a annoncé une offensive" tells of what is done, "a annoncé un sommet" of what is ahead."""
    if group is not None and group.mood == "infinitive" and not group.perfect and group.modal is None:
        return of_infinitive(scene, Hit(hit.trigger, group.head, (group.head.i,), group)).status
    if group is not None and group.tense == "pluperfect":
        return "occurred"  # announced long enough ago to have come about
    return "planned" if hit.kind.type in _FORTHCOMING and not before_publication(scene, when) else "occurred"


def _keeps_to(scene: Scene, verb: Token) -> bool:
    """True for "s'en tenir à", which asks for what it names."""
    before = scene.annotated.tokens[verb.i - 1].lower if verb.i else ""
    return verb.lemma == "tenir" and before == "en" and is_reflexive(scene.annotated, verb)


def _of_operator(scene: Scene, hit: Hit, operator: tuple[str, VerbGroup], when: When) -> str:
    effect, group = operator
    own = Hit(hit.trigger, group.head, (group.head.i,), group)
    if group.mood == "infinitive" and _effect_above(scene, own) == "deny":
        return "denied"  # "a nié avoir conclu un accord"
    if _aimed_at(scene, group):
        return "planned"
    if group.mood == "infinitive" and group.modal is None and not group.perfect:
        return of_infinitive(scene, own).status or "proposed"
    status = _of_group(scene, hit, group, when)
    if effect == "start" and status == "occurred" and hit.kind.type == "meeting" and not before_publication(scene, when):
        return "ongoing"
    return "occurred" if effect == "end" and status == "ongoing" else status


def _at_first(scene: Scene, verb: Token) -> bool:
    """True for "prévu initialement" and "était d'abord fixé"."""
    near = scene.annotated.tokens[max(scene.sentence(verb).first, verb.i - 3) : verb.i + 3]
    return any(t.lower in ("initialement", "d'abord") for t in near)


def _of_plan(scene: Scene, governor: Governor) -> bool:
    """True for what a mere plan provides for: "le projet prévoit l'annexion du nord"."""
    if governor.group is None or governor.group.passive or governor.role != "object":
        return False
    return any(t.lower in _PLANS for t in scene.annotated.dependents(governor.head, "nsubj"))


def _since(scene: Scene, when: When) -> bool:
    """ "Depuis lundi"."""
    return when.first is not None and when.last is None and scene.time(when.first).bound in ("since", "after")


def _beneath(scene: Scene, hit: Hit) -> bool:
    """True for "sous embargo" and "sous le coup de sanctions"."""
    before = [t.lower for t in scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BENEATH) : hit.head.i]]
    return before[-1:] == ["sous"] or any(triple == ("sous", "le", "coup") for triple in zip(before, before[1:], before[2:], strict=False))


def _beneath_penalty(scene: Scene, hit: Hit) -> bool:
    """True for "sous peine de sanctions" and "sous la menace de nouvelles frappes"."""
    before = [t.lower for t in scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _BENEATH) : hit.head.i]]
    return "sous" in before and bool(_PENALTIES.intersection(before[before.index("sous") :]))


def _marked_by(scene: Scene, verb: Token, preposition: str) -> bool:
    return any(t.lower == preposition for t in scene.annotated.dependents(verb, "mark", "case"))


def _marked(scene: Scene, token: Token, mark: str) -> bool:
    return any(t.lower in (mark, mark[0] + "'", mark[:2] + "'") and t.lemma == mark for t in scene.annotated.dependents(token, "mark"))


def _conditioned(scene: Scene, token: Token) -> bool:
    """True when a clause with "si" hangs on the verb or on the one above it."""
    heads = (token, scene.annotated.tokens[token.head])
    return any(_marked(scene, below, "si") for head in heads for below in scene.annotated.dependents(head, "advcl", "ccomp"))
