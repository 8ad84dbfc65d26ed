"""Words that look like those of an event and tell none: "… », a répliqué le ministre", "ce bureau réunissait vingt fonctionnaires"."""

from itertools import pairwise

from pourparlers.claims.clauses import agent_of_passive, subjects
from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.lexicon import Kind, Trigger, domains, triggers
from pourparlers.claims.events.patterns import is_reflexive, patterns_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.figures.epidemics import counts_the_ill
from pourparlers.claims.particles import CLOSING, OF_THE
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token

_KILLING = "attack.killing"
_BREAK, _REFUSAL, _VISIT = "rejection.break", "rejection.refusal", "meeting.visit"
#: What is done to a place or to its people.
_CLEARING = "évacuer"
_WITHDRAWN, _LEAVING = "movement.withdrawal", frozenset(("retirer", "se retirer"))
_CALL, _DEPLOYED, _WARNING = "call.telephone", "movement.deployment", "threat.warning"
#: Tenses of what has been or was so, and who may act yet.
_NOT_AHEAD, _READY = frozenset(("imperfect", "past", "pluperfect")), "prêt"
#: What clubs do too, and so many words of sport tell that they do it here.
_BARGAINED, _SPORTING = frozenset(("agreement", "meeting")), 2
#: A verb of speech stands so many words behind what is said.
_AFTER_WORDS = 5
#: What is sent stands so many words behind.
_CARGO_WITHIN = 9
#: Verbs of coming together, so far behind which stands what a crowd comes to, and what is done beside that.
_GATHERING, _MOURNED_WITHIN, _BESIDE = frozenset(("réunir", "se réunir")), 7, frozenset(("marge", "lors", "après", "avant"))
#: What is destroyed when weapons are handed in, and who holds a place.
_DESTROYING, _HOLDING, _WEAPONS = "détruire", "contrôler", frozenset(("arme", "armement", "munition"))
#: So far behind stands what somebody begins again, and what somebody withdraws from.
_SPEAKING_WITHIN = 6
_COMING = frozenset(("arriver", "se rendre"))
_RESUMING, _RESUMED_WITHIN = "reprendre", 9
_LEFT_WITHIN = 6
#: Domains of those whom one receives.
_GUESTS = ("envoy", "people")
_AT = frozenset(("à", "au", "aux", "en"))
_I = frozenset(("j'", "j’", "je"))
#: Participles by which the press tells how it spoke to somebody: "joint par téléphone, un officier a dit".
_REACHED = frozenset(("contacté", "interrogé", "joint"))


def verb_tells_nothing(scene: Scene, trigger: Trigger, kind: Kind, group: VerbGroup) -> bool:
    """True for a verb that tells of something else than its trigger's event. group: of the verb, its head the trigger's."""
    head = group.head
    if kind.type == "attack":
        if trigger.lemma == _DESTROYING and group.passive and _disarmed(scene, head):
            return True
        return _after_quotation(scene, head) or _told_by_gerund(scene, trigger, head) or _by_nature(scene, head)
    if kind.kind == _WITHDRAWN and trigger.lemma == _CLEARING and _of_people(scene, head):
        return True
    if kind.kind == _WITHDRAWN and (_by_envoys(scene, head) or (trigger.lemma in _LEAVING and _of_talks(scene, head))):
        return True
    if kind.type == "capture" and (_begun_again(scene, head) or (trigger.lemma == _HOLDING and _tells_who(scene, head))):
        return True
    if kind.kind == _REFUSAL and _keeps_silent(scene, head):
        return True
    if kind.kind == _WARNING:
        return any(check(scene, head) for check in (_of_how_things_stand, _of_a_plight, _is_forewarned, _averts))
    if kind.kind == _BREAK and head.dep == "acl" and group.mood == "participle" and not group.perfect and head.has("Tense=Past"):
        return agent_of_passive(scene.annotated, head) is None  # "le dialogue, rompu depuis mai": who broke it off is not told
    if kind.type == "meeting" and (_no_meeting(scene, trigger, head) or _made_up(scene, trigger, group)):
        return True
    return _come_for_else(trigger, group) or (kind.kind == _VISIT and _come_in_arms(scene, trigger, head))


def tells_nothing(scene: Scene, kind: Kind, words: tuple[int, ...]) -> bool:
    """True for a noun or verb beside words of another field: help on board, clubs that bargain. words: indices of those of the trigger."""
    last = scene.annotated.tokens[words[-1]]
    if kind.kind == _KILLING and counts_the_ill(scene.annotated, last, last):
        return True
    if kind.type in _BARGAINED and _of_sport(scene, words[0]):
        return True
    if (kind.kind == _CALL and _to_the_press(scene, words)) or (kind.kind == _VISIT and _of_a_state(scene, words)):
        return True
    return kind.kind == _DEPLOYED and _brings_aid(scene, words)


def _of_people(scene: Scene, verb: Token) -> bool:
    """True for a verb that acts on people before any place: "l'armée a évacué cinquante habitants de la zone"."""
    end = min(scene.sentence(verb).last, verb.i + _CARGO_WITHIN)
    last = next((i for i in range(verb.i + 1, end) if i in scene.places), end)
    return any(scene.has_word(domain, verb.i + 1, last) for domain in ("crowd", "displaced", "people"))


def _of_a_state(scene: Scene, words: tuple[int, ...]) -> bool:
    """True for "visite du Gabon à Oslo", about the file of a state: no state travels, and whoever visits it does not do so elsewhere."""
    after = scene.annotated.tokens[words[-1] + 1 : words[-1] + 6]
    named = next((n for n, t in enumerate(after[:3]) if t.i in scene.actors), None)
    if named is None or after[0].lower not in OF_THE or not any(t.lower in _AT for t in after[named + 1 : named + 2]):
        return False
    mention = scene.actors[after[named].i]
    return mention.form == "name" and scene.context.mentions.actor(mention.actor).kind == "state"


def _to_the_press(scene: Scene, words: tuple[int, ...]) -> bool:
    """True for "joint par téléphone, un officier a parlé d'une embuscade": the call is that of a reporter."""
    line = scene.annotated.tokens[words[-1]]
    near = scene.annotated.tokens[max(scene.sentence(line).first, line.i - 3) : line.i]
    reached = next((t for t in near if not _REACHED.isdisjoint(word_lemmas(t))), None)
    return reached is not None and (reached.i == 0 or scene.annotated.tokens[reached.i - 1].pos != "AUX")


def _come_for_else(trigger: Trigger, group: VerbGroup) -> bool:
    """True for those of whom something else is told: "attaqué par des hommes arrivés à moto"."""
    return trigger.lemma == "arriver" and group.mood == "participle" and not group.perfect and group.head.dep.startswith("acl")


def _come_in_arms(scene: Scene, trigger: Trigger, head: Token) -> bool:
    """True for troops and bands, who pay no visit: "les rebelles sont arrivés à moto", "la ville où cent soldats se sont rendus"."""
    come = subjects(scene.annotated, head) if trigger.lemma in _COMING else ()
    return any(t.has("Number=Plur") and scene.has_word("armed", t.i, t.i + 1) for t in come)


def _no_meeting(scene: Scene, trigger: Trigger, head: Token) -> bool:
    """True for people who are handed over by number ("en a reçu 38 soldats"), for what is given ("a reçu le soutien du pays"), for what befalls
    somebody ("se verront infliger"), and for those whom a reporter meets ("je rencontre")."""
    after = scene.annotated.tokens[head.i + 1 : min(scene.sentence(head).last, head.i + 3)]
    if trigger.lemma == "recevoir":
        return (bool(after) and after[0].pos == "NUM") or _is_given(scene, head)
    if trigger.lemma in _GATHERING and _of_crowd(scene, head):
        return True
    if trigger.lemma == "rencontrer" and scene.annotated.quotation_at(head.start) is None:
        return any(t.lower in _I for t in scene.annotated.dependents(head, "nsubj"))
    return trigger.lemma == "se voir" and any(t.has("VerbForm=Inf") or t.has("VerbForm=Part") for t in after)


def _of_crowd(scene: Scene, head: Token) -> bool:
    """True for a crowd, and for those who come together to mourn or march: "des femmes se sont réunies", "se réunir aux obsèques"."""
    if any(scene.has_word("crowd", t.i, t.i + 1) for t in subjects(scene.annotated, head)):
        return True
    if any(t.i in scene.actors or scene.has_word("envoy", t.i, t.i + 1) for t in scene.annotated.dependents(head, "nsubj")):
        return False
    after = scene.annotated.tokens[head.i + 1 : min(scene.sentence(head).last, head.i + _MOURNED_WITHIN)]
    mourned = next((t for t in after if scene.has_word("mourning", t.i, t.i + 1)), None)
    return mourned is not None and not any(t.lower in _BESIDE for t in after if t.i < mourned.i)


def _is_given(scene: Scene, head: Token) -> bool:
    """True when what somebody receives is no person and no body: "a reçu une promesse d'aide"."""
    things = [t for t in scene.annotated.dependents(head, "obj") if t.pos == "NOUN" and t.i > head.i and t.text.islower() and t.i not in scene.times]
    return bool(things) and not any(t.i in scene.actors or any(scene.has_word(d, t.i, t.i + 1) for d in _GUESTS) for t in things)


def _of_how_things_stand(scene: Scene, head: Token) -> bool:
    """True for a warning of what is or was so: "a prévenu que les vivres manquaient". Who threatens tells what he will do, or is ready to do."""
    clause = next(iter(scene.annotated.dependents(head, "ccomp")), None)
    if clause is None or clause.lemma == _READY:
        return False
    told = verb_group(scene.annotated, clause)
    return told.mood == "indicative" and told.tense in _NOT_AHEAD and told.modal is None


def _of_a_plight(scene: Scene, head: Token) -> bool:
    """True for a warning of what nobody does: "a averti que la famine s'étendrait", "« La situation empire », a prévenu le médecin"."""
    annotated = scene.annotated
    told = next(iter(annotated.dependents(head, "ccomp")), None) or _said_before(scene, head)
    return told is not None and any(scene.has_word("plight", t.i, t.i + 1) for t in subjects(annotated, told))


def _said_before(scene: Scene, head: Token) -> Token | None:
    """The last verb of the words that close right before a verb of speech, with marks or a comma; None where none do."""
    near = range(head.i - 1, max(scene.sentence(head).first, head.i - _AFTER_WORDS) - 1, -1)
    mark = next((i for i in near if scene.annotated.tokens[i].text in CLOSING or scene.annotated.tokens[i].text == ","), None)
    before = () if mark is None else [i for i in scene.predicates_in(scene.sentence(head)) if i < mark]
    return scene.annotated.tokens[before[-1]] if before else None


def _is_forewarned(scene: Scene, head: Token) -> bool:
    """True for "un observateur averti", who warns nobody."""
    return head.dep == "amod" and head.has("VerbForm=Part") and not any(True for _ in scene.annotated.dependents(head, "aux"))


def _averts(scene: Scene, head: Token) -> bool:
    """True for "prévenir une guerre", which keeps it from breaking out."""
    acted_on = [t for t in scene.annotated.dependents(head, "obj") if t.pos == "NOUN" and t.i > head.i]
    return head.lemma == "prévenir" and any(scene.has_word("plight", t.i, t.i + 1) or _names_event(scene, t) for t in acted_on)


def _names_event(scene: Scene, noun: Token) -> bool:
    return any(pattern.entry.pos == "noun" for pattern, _ in patterns_at(scene.annotated, triggers(), noun))


def _made_up(scene: Scene, trigger: Trigger, group: VerbGroup) -> bool:
    """True for a body told of by its members, with no day: "ce comité réunissait des experts"."""
    if trigger.lemma != "réunir" or group.tense != "imperfect" or group.passive or is_reflexive(scene.annotated, group.head):
        return False
    sentence = scene.sentence(group.head)
    bodies = (t for t in scene.annotated.dependents(group.head, "nsubj") if t.pos == "NOUN")
    return not any(i in scene.times for i in range(sentence.first, sentence.last)) and any(
        scene.has_word("institution", t.i, t.i + 1) for t in bodies
    )


def _disarmed(scene: Scene, head: Token) -> bool:
    """True for "mille armes ont été détruites", which nobody strikes."""
    destroyed = subjects(scene.annotated, head)
    return agent_of_passive(scene.annotated, head) is None and any(not _WEAPONS.isdisjoint(word_lemmas(t)) for t in destroyed)


def _tells_who(scene: Scene, head: Token) -> bool:
    """True for a relative clause that tells, with no day, who somebody is: "les groupes qui contrôlent le nord ont signé mardi"."""
    tokens = scene.annotated.tokens
    if head.i == 0 or tokens[head.i - 1].lower != "qui":
        return False
    after = next((i for i in scene.predicates_in(scene.sentence(head)) if i > head.i), scene.sentence(head).last)
    return not any(i in scene.times for i in range(head.i, after))


def _by_envoys(scene: Scene, head: Token) -> bool:
    """True for those who negotiate: "la délégation de l'armée a quitté la ville"."""
    return any(scene.has_word("negotiation", t.i, t.i + 1) for t in subjects(scene.annotated, head))


def _of_talks(scene: Scene, head: Token) -> bool:
    """True where an article on talks tells that somebody withdraws, and not from where: "l'armée a annoncé qu'elle se retirait"."""
    after = range(head.i + 1, min(scene.sentence(head).last, head.i + _LEFT_WITHIN))
    where = any(i in scene.places for i in after) or scene.has_word("locality", after.start, after.stop)
    of = any(scene.annotated.tokens[i].lower in OF_THE for i in after)
    return scene.of_talks and is_reflexive(scene.annotated, head) and not where and not of


def _keeps_silent(scene: Scene, verb: Token) -> bool:
    """True for "a refusé de parler d'échec", which refuses nobody anything; whoever will not speak to somebody does."""
    after = [t.lower for t in scene.annotated.tokens[verb.i + 1 : min(scene.sentence(verb).last, verb.i + _SPEAKING_WITHIN)]]
    return any(first == "parler" and second in OF_THE for first, second in pairwise(after))


def _begun_again(scene: Scene, verb: Token) -> bool:
    """True when what "takes" or is taken is itself an event: "les pourparlers ont repris à la frontière", "ont repris à Lima leurs pourparlers"."""
    begun = [t for t in scene.annotated.dependents(verb, "nsubj") if t.pos == "NOUN"]
    tokens = scene.annotated.tokens
    behind = tokens[verb.i + 1 : min(scene.sentence(verb).last, verb.i + _RESUMED_WITHIN)] if verb.lemma == _RESUMING else ()
    for token in behind:
        if token.i in scene.predicates or token.text == ",":
            break
        if tokens[token.i - 1].pos == "DET" and tokens[token.i - 2].pos != "ADP":
            begun.append(token)
    return any(_names_event(scene, noun) for noun in begun)


def _after_quotation(scene: Scene, verb: Token) -> bool:
    """True right after closing marks: "… », a répliqué le ministre" is no attack."""
    near = scene.annotated.tokens[max(scene.sentence(verb).first, verb.i - 4) : verb.i]
    return any(t.text in CLOSING for t in near) and all(t.pos in ("PUNCT", "AUX", "ADV", "PRON") for t in near[-2:])


def _told_by_gerund(scene: Scene, trigger: Trigger, verb: Token) -> bool:
    """True for an answer that is told right behind: "a répliqué en envoyant deux navires"."""
    after = scene.annotated.tokens[verb.i + 1 : min(scene.sentence(verb).last, verb.i + 3)]
    return trigger.lemma in domains()["answer"] and len(after) > 1 and after[0].lower == "en" and after[1].lower.endswith("ant")


def _by_nature(scene: Scene, verb: Token) -> bool:
    """True for what fire and water do: "les incendies qui ont détruit le camp", "frappé par un cyclone"."""
    agent = agent_of_passive(scene.annotated, verb)
    doers = (*subjects(scene.annotated, verb), *(() if agent is None else (agent,)))
    return any(scene.has_word("nature", t.i, t.i + 1) for t in doers)


def _brings_aid(scene: Scene, words: tuple[int, ...]) -> bool:
    """True for what is sent with help on board: "l'envoi d'un navire chargé de vivres"."""
    last, tokens = max(words), scene.annotated.tokens
    sentence = scene.sentence(tokens[words[0]])
    verb = next((i for i in scene.predicates_in(sentence) if i > last and not tokens[i].has("VerbForm=Part")), sentence.last)
    return scene.has_word("relief", last + 1, min(verb, last + 1 + _CARGO_WITHIN), words)


def _of_sport(scene: Scene, head: int) -> bool:
    """True where clubs bargain over players."""
    sentence = scene.sentence(scene.annotated.tokens[head])
    return sum(scene.has_word("sport", i, i + 1) for i in range(sentence.first, sentence.last)) >= _SPORTING
