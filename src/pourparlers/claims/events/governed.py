"""The status of an event as a word tells that governs its noun: "la rencontre a été reportée", "a annoncé une trêve"."""

from dataclasses import replace

from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.infinitives import let_happen, of_infinitive
from pourparlers.claims.events.mentioned import in_headline, is_indefinite
from pourparlers.claims.events.operators import Governor, effect_at, matrix
from pourparlers.claims.events.patterns import is_reflexive
from pourparlers.claims.events.publication import after_publication, before_publication
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import ACTS, DEEDS, MADE, RENDEZVOUS, THREATENED, TO_BE_HELD, Standing
from pourparlers.claims.events.tenses import is_aimed_at, is_marked, is_marked_by, is_present, of_group
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.events.wished import wished
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token
from pourparlers.model.claim import When

#: What is announced before it comes about, where no day tells otherwise.
_FORTHCOMING = frozenset(("aid", "meeting", "call", "movement", "corridor", "exchange"))
#: Forms of "démentir" that taggers take for adverbs.
DENIES = frozenset(("dément", "démentent"))
_CONFIRM = "confirmer"
#: "Avoir" tells that something takes place with "lieu" near behind.
_HAVING, _PLACE_WITHIN = "avoir", 5
_OPPOSED = "opposé"
#: Who accepts a meeting, or is ready for it, has not held it yet.
_ACCEPTING, _READY = "accepter", "prêt"
#: What held or did not was there.
_LASTING = "tenir"
_DEPLOYED = "movement.deployment"
_PLANS = frozenset(("initiative", "plan", "projet", "proposition"))
#: The status that a word gives to an event by what it does to it, whatever its tense.
_BY_EFFECT = {
    "postpone": "postponed",
    "cancel": "cancelled",
    "deny": "denied",
    "propose": "proposed",
    "wish": "proposed",
    "claim": "occurred",
    "past": "occurred",
}
#: What did not come off where these are said of it; talks that fail were held.
_FAILING = frozenset(("avorter", "capoter", "échec", "échouer"))
_TO_COME_OFF = frozenset(("corridor", "exchange"))
#: What ends when nobody prolongs it.
_EXPIRING = frozenset(("ceasefire", "corridor"))
#: What comes of talks, which were held all the same: "la rencontre n'a débouché sur rien".
_ALLOWING = frozenset(("permettre",))
_YIELDING = frozenset(("aboutir", "déboucher", "permettre"))


def by_governor(scene: Scene, hit: Hit, governor: Governor, when: When) -> Standing | None:
    """What a word above the noun tells; None when it tells nothing and the next may."""
    if governor.effect == "lift" and hit.kind.type == "attack":
        return Standing(None, "lift")  # "le siège a été levé"
    if governor.effect == "cancel" and hit.kind.kind == _DEPLOYED and hit.head.has("Number=Plur") and when == When():
        return Standing(None, "cancel")  # "sont convenus de geler les mouvements de troupes", whichever may come
    if governor.effect == "cancel" and hit.kind.type == "sanction":
        governor = replace(governor, effect="lift")
    if governor.effect == "postpone" and hit.kind.type in DEEDS:  # "a repoussé l'attaque"
        governor = replace(governor, effect="hold")
    if governor.effect == "hold" and governor.role != "subject" and not _is_helped(scene, governor.head) and _OPPOSED in word_lemmas(governor.head):
        return Standing(None, "avert")  # "se dit opposé au déploiement"
    if governor.effect == "announce" and (stance := _stance(scene, hit, governor)) is not None:
        governor = replace(governor, effect=stance)
    if governor.effect == "discuss":
        if before_publication(scene, when) or (hit.kind.type in DEEDS and not is_indefinite(scene, hit)):
            return None  # "ils ont évoqué l'attaque de samedi"
        governor = replace(governor, effect="propose")
    if governor.head.lemma == _ACCEPTING and governor.role == "object" and hit.kind.type in RENDEZVOUS and not before_publication(scene, when):
        governor = replace(governor, effect="propose")  # "n'accepte que des pourparlers directs"
    if governor.role == "subject" and governor.head.lemma in _ALLOWING and hit.kind.type in MADE:
        return None  # "la trêve doit permettre un échange" is there before it does
    if governor.role == "subject" and governor.head.lemma == _HAVING and not _takes_place(scene, governor.head):
        return None  # "la conférence n'a pas de date"
    if governor.head.lemma == _READY and is_marked_by(scene, hit.head, "pour"):
        return None  # "que la liste soit prête pour leur réunion"
    if governor.effect == "judge" or (governor.effect in ("", "hold") and governor.group is None):
        return None
    return (
        _whatever_its_tense(scene, hit, governor, when)
        or _under_negation(scene, hit, governor, when)
        or _by_effect(scene, hit, governor, when)
        or _by_tense(scene, hit, governor, when)
    )


def _is_helped(scene: Scene, verb: Token) -> bool:
    """True for a participle with its auxiliary: "les combats ont opposé"."""
    return any(True for _ in scene.annotated.dependents(verb, "aux"))


def _stance(scene: Scene, hit: Hit, governor: Governor) -> str | None:
    """The effect of the adjective by which somebody tells how he stands to what the noun names: "s'est dit prêt mardi à une trêve", "se déclare
    opposé au déploiement"; None for other words."""
    after = scene.annotated.tokens[governor.head.i + 1 : governor.head.i + 3]
    adjective = next((t for t in after if t.pos == "ADJ"), None)
    if adjective is None or governor.role != "object" or adjective.i > hit.head.i:
        return None
    effect = "avert" if _OPPOSED in word_lemmas(adjective) else effect_at(scene, adjective)
    return effect if effect in ("avert", "wish") else None


def _takes_place(scene: Scene, verb: Token) -> bool:
    """True for "a lieu" and "n'a pas encore eu lieu"."""
    return any(t.lower == "lieu" for t in scene.annotated.tokens[verb.i + 1 : verb.i + _PLACE_WITHIN])


def _whatever_its_tense(scene: Scene, hit: Hit, governor: Governor, when: When) -> Standing | None:
    """What words tell that mean the same in any tense, and negated: "à la veille de", "éviter", "menacer de"; None for others."""
    effect, group = governor.effect, governor.group
    if effect == "end" and governor.head.lemma in _FAILING and hit.kind.type in _TO_COME_OFF and not (group is not None and group.negated):
        return Standing("cancelled", "cancel")
    if effect == "hold" and governor.role == "object" and group is not None and not group.passive and _keeps_to(scene, governor.head):
        return Standing("proposed", "wish")
    if effect == "around":
        return Standing("planned" if after_publication(scene, when) else "occurred", effect)
    if effect == "avert":
        return Standing(None, effect)
    if effect == "threaten":
        return Standing("proposed" if hit.kind.type in THREATENED else None, effect)
    return None


def _by_effect(scene: Scene, hit: Hit, governor: Governor, when: When) -> Standing | None:
    """What a word tells by what it does to the event, such as to plan or to announce it; None for what only its tense tells."""
    effect = governor.effect
    if effect == "go_on":
        return Standing(_going_on(scene, hit, governor.group, when), effect)
    if effect in _BY_EFFECT:
        return Standing(_BY_EFFECT[effect], effect)
    if effect == "decide":
        return Standing("occurred" if hit.kind.type in ACTS else "planned", effect)
    if effect == "plan":
        return Standing(_of_planning(scene, governor, when), effect)
    if effect == "announce":
        return Standing(_of_announcement(scene, hit, governor.group, when), effect)
    return None


def _going_on(scene: Scene, hit: Hit, group: VerbGroup | None, when: When) -> str:
    """The status of what goes on, unless the tense says that it did or will; what is still kept to was agreed long ago."""
    if hit.kind.type == "agreement" and before_publication(scene, when):
        return "occurred"
    if group is None:
        return "ongoing"
    status = of_group(scene, hit, group, when)
    return status if status in ("planned", "cancelled") or group.perfect else "ongoing"


def _by_tense(scene: Scene, hit: Hit, governor: Governor, when: When) -> Standing | None:
    """What the tense of a word tells that begins, ends or holds the event, or has it for its subject or object."""
    effect, group = governor.effect, governor.group
    if group is None:
        headline = effect == "start" and hit.kind.type == "meeting" and in_headline(scene, hit)
        return Standing("ongoing", effect) if headline and not before_publication(scene, when) else None
    if effect == "" and group.mood == "infinitive" and governor.role == "object" and is_marked_by(scene, governor.head, "pour"):
        return Standing("planned", "pour")
    if effect == "" and group.mood == "infinitive" and governor.role == "object" and let_happen(scene, governor.head) != governor.head:
        return of_infinitive(scene, Hit(hit.trigger, group.head, (group.head.i,), group))  # "s'est engagé à laisser passer un convoi humanitaire"
    if effect == "":
        return Standing("ongoing") if hit.kind.type == "meeting" and is_present(group) and when == When() else None
    return Standing(_of_operator(scene, hit, (effect, group), when), effect)


def _keeps_to(scene: Scene, verb: Token) -> bool:
    """True for "s'en tenir à", which asks for what it names."""
    before = scene.annotated.tokens[verb.i - 1].lower if verb.i else ""
    return verb.lemma == "tenir" and before == "en" and is_reflexive(scene.annotated, verb)


def _under_negation(scene: Scene, hit: Hit, governor: Governor, when: When) -> Standing | None:
    """What a negated verb tells: "la rencontre n'a rien donné" was held, "la trêve n'a pas été conclue" tells of nothing. None for another verb."""
    group, type_ = governor.group, hit.kind.type
    if group is None or not group.negated:
        return None
    attended = group.tense != "future" and scene.has_word("attend", governor.head.i, governor.head.i + 1)  # "n'a pas participé aux pourparlers"
    if (attended or (governor.role == "subject" and governor.head.lemma in _YIELDING)) and type_ in RENDEZVOUS:
        return Standing(of_group(scene, hit, group, when), governor.effect)
    if governor.role == "subject" and governor.head.lemma == _LASTING and type_ in MADE and not is_reflexive(scene.annotated, governor.head):
        return Standing("occurred" if when != When() else None, "end")  # "l'accord de 1999 n'a pas tenu"
    if type_ in TO_BE_HELD and is_marked(scene, governor.head, "si"):
        return Standing("conditional", "si")  # "si la séance n'a pas lieu"
    if governor.effect == "announce" and governor.head.lemma == _CONFIRM:
        return Standing("unconfirmed", "negation")  # "ni l'un ni l'autre n'ont confirmé la rencontre"
    if governor.effect == "extend" and type_ in _EXPIRING:
        return Standing(of_group(scene, hit, group, when), "lapse")  # "la trêve n'a pas été reconduite"
    if governor.effect not in ("", "claim"):
        promised = type_ == "movement" and when != When() and governor.head.lemma == _HAVING  # "le retrait, promis pour mai, n'a jamais eu lieu"
        return Standing("cancelled" if promised or type_ in TO_BE_HELD else None, "negation")
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
    return "cancelled" if missed and not _of_text(scene, governor) else "unconfirmed"


def _of_text(scene: Scene, governor: Governor) -> bool:
    """True for what an accord provided for, whatever came of it: "l'accord prévoyait une trêve le 13 mai"."""
    return governor.role == "object" and any(scene.has_word("accord", t.i, t.i + 1) for t in scene.annotated.dependents(governor.head, "nsubj"))


def _at_first(scene: Scene, verb: Token) -> bool:
    """True for "prévu initialement" and "était d'abord fixé"."""
    near = scene.annotated.tokens[max(scene.sentence(verb).first, verb.i - 3) : verb.i + 3]
    return any(t.lower in ("initialement", "d'abord") for t in near)


def _of_plan(scene: Scene, governor: Governor) -> bool:
    """True for what a mere plan provides for: "le projet prévoit l'annexion du nord"."""
    if governor.group is None or governor.group.passive or governor.role != "object":
        return False
    return any(t.lower in _PLANS for t in scene.annotated.dependents(governor.head, "nsubj"))


def _of_announcement(scene: Scene, hit: Hit, group: VerbGroup | None, when: When) -> str | None:
    """The status of what is announced: "a annoncé une offensive" tells of what is done, "a annoncé un sommet" of what is ahead."""
    if group is not None and group.mood == "infinitive" and not group.perfect and group.modal is None:
        return of_infinitive(scene, Hit(hit.trigger, group.head, (group.head.i,), group)).status
    if group is not None and group.tense == "pluperfect":
        return "occurred"  # announced long enough ago to have come about
    ahead = hit.kind.type in _FORTHCOMING and not before_publication(scene, when)
    return "planned" if ahead or (hit.kind.type == "ceasefire" and after_publication(scene, when)) else "occurred"


def _of_operator(scene: Scene, hit: Hit, operator: tuple[str, VerbGroup], when: When) -> str | None:
    """The status of what a verb begins, ends or holds. operator: its effect and its words."""
    effect, group = operator
    own = Hit(hit.trigger, group.head, (group.head.i,), group)
    if group.mood == "infinitive" and effect_above(scene, own) == "deny":
        return "denied"  # "a nié avoir conclu un accord"
    if is_aimed_at(scene, group):
        return "planned"
    if (hoped := wished(scene, group)) is not None:
        return hoped.status
    if group.mood == "infinitive" and group.modal is None and not group.perfect:
        found = of_infinitive(scene, own)
        return None if found.effect == "avert" else found.status or "proposed"  # "ont failli conclure un accord"
    status = of_group(scene, hit, group, when)
    if effect == "start" and status == "occurred" and hit.kind.type == "meeting" and not before_publication(scene, when):
        return "ongoing"
    return "occurred" if effect == "end" and status == "ongoing" else status


def effect_above(scene: Scene, hit: Hit) -> str | None:
    """The effect of the verb above a verb, None for none and for a denial that is none: "sans nier que les blindés encerclent la ville"."""
    if hit.group is not None and hit.group.mood == "infinitive" and scene.annotated.tokens[max(0, hit.group.first.i - 1)].lower in DENIES:
        return "deny"
    above = _above(scene, hit)
    effect = effect_at(scene, above) if above.i != hit.head.i else None
    admitted = effect == "deny" and (is_marked_by(scene, above, "sans") or verb_group(scene.annotated, above).negated)
    return None if admitted else effect


def is_unconfirmed(scene: Scene, hit: Hit) -> bool:
    """True for what somebody does not confirm: "n'a pas confirmé avoir quitté la ville"."""
    above = _above(scene, hit)
    return above.i < hit.head.i and above.lemma == _CONFIRM and hit.head.dep in ("xcomp", "ccomp") and verb_group(scene.annotated, above).negated


def _above(scene: Scene, hit: Hit) -> Token:
    """The word that a verb hangs on; for an infinitive that the tree hangs on a day ("a nié lundi avoir conclu"), the verb before it."""
    above = scene.annotated.tokens[hit.head.head]
    if above.i not in scene.times or hit.group is None or hit.group.mood != "infinitive":
        return above
    governor = matrix(scene, hit.head)
    return above if governor is None else governor.head
