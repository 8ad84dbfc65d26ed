"""The words that govern the noun of an event: "la rencontre a été reportée", "la reprise des pourparlers", "ils ont conclu un accord"."""

from dataclasses import dataclass, replace
from itertools import pairwise

from pourparlers.claims.events.forms import looks_like_participle, qualifies_like_verb
from pourparlers.claims.events.lexicon import operators
from pourparlers.claims.events.patterns import is_reflexive, patterns_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import CLOSING, OF_THE, TO_THE
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token

#: Effects of words that tell about an event without placing it: their day is not the event's.
APART = frozenset(("wish", "avert", "deny", "claim", "propose", "discuss", "around", "threaten", "judge"))
#: Effects that a verb has on what it acts upon, not on its subject ("l'accord interdit les attaques").
_ON_OBJECTS = frozenset(
    ("avert", "wish", "propose", "discuss", "cancel", "postpone", "plan", "deny", "claim", "extend", "lift", "decide", "threaten")
)
_CIRCUMSTANCES = frozenset(
    ("lors", "grâce", "pendant", "durant", "après", "avant", "malgré", "depuis", "dès", "dans", "suite", "selon", "faute", "vers", "sans", "outre")
)
_AT = frozenset(("à", "au", "aux", "en"))
_ON = "sur"
_ANSWERS = frozenset(("riposte", "réaction", "réponse"))
_MODALS = frozenset(("aller", "devoir", "falloir", "pouvoir", "vouloir"))
_DURING = frozenset(("lors", "pendant", "durant", "dans", "sous"))
#: What ends with the verb's own time: "ils se sont entendus jeudi au terme d'une séance".
_ENDING = frozenset(("issue", "terme"))
#: So far behind a noun may stand the clause of what it was to do.
_CLAUSE = 12
#: No verbs of what they show: "une trêve: voilà ce qu'il réclame".
_SHOWING = frozenset(("voici", "voilà"))
#: Marks and conjunctions between a verb and what is no more its own.
_PARTING = frozenset((",", ";", ":", "(", ")", "et", "qui", "que", "qu'", "qu’", "dont"))
#: How the tree hangs the object of a verb on the place before it.
_HUNG, _SOMEWHERE = frozenset(("appos", "nmod", "conj", "obj")), frozenset(("à", "au", "aux", "dans", "en"))
_FARTHEST = 14
_CLIMB = 6
#: So far behind "jour" stands what it is a day of.
_DAY_OF = 4
_NEAR = 6
#: So many words has a clause that opens a sentence with a participle.
_OPENING = 14
#: So many words stand between a noun and what they part from it.
_PARTED = 24


@dataclass(frozen=True, slots=True)
class Governor:
    """A word above the noun of an event. effect: as in data/fr/event_operators.yaml, "" for a verb that the lexicon does not have.
    role: "subject" or "object" of a verb, "complement" of a noun. group: None for a noun."""

    head: Token
    effect: str
    role: str
    group: VerbGroup | None = None

    @property
    def shares_adjuncts(self) -> bool:
        """True when a time or a place of this word is one of the event."""
        return self.effect not in APART and (self.effect != "" or self.role == "subject")


def governors(scene: Scene, hit: Hit) -> tuple[Governor, ...]:
    """The words that tell how far a noun's event has come, the most telling first; none for a verb: a relative clause ("qui s'est achevé lundi"),
    the nouns and the verb above it, then participles beside it ("prévu lundi")."""
    if hit.verbal:
        return ()
    beside = [_governor_beside(scene, token) for token in qualifiers(scene, hit)]
    relative = [g for g in beside if g.effect != "" and g.group is not None and g.group.finite]
    participles = [g for g in beside if g.effect != "" and g not in relative]
    return (*relative, *(_parted(scene, hit) or _above(scene, hit)), *participles)


def _parted(scene: Scene, hit: Hit) -> tuple[Governor, ...]:
    """The noun that other words part from what it governs: "la signature, hier à Genève, par le mouvement, de l'accord"."""
    tokens, first = scene.annotated.tokens, scene.sentence(hit.head).first
    of = next((i for i in range(hit.head.i - 1, first, -1) if tokens[i].pos not in ("DET", "ADJ") or tokens[i].lower in OF_THE), first)
    if tokens[of].lower not in OF_THE or tokens[of - 1].text != ",":
        return ()
    for i in range(of - 2, max(first, of - _PARTED) - 1, -1):
        if i in scene.predicates:
            return ()
        if tokens[i].pos == "NOUN" and tokens[i + 1].text == "," and (effect := effect_at(scene, tokens[i])) in ("hold", "start"):
            return (Governor(tokens[i], effect, "complement"),)
    return ()


def _governor_beside(scene: Scene, token: Token) -> Governor:
    group = verb_group(scene.annotated, token)
    if group.first == token and not token.has("VerbForm=Part") and looks_like_participle(token):
        group = replace(group, mood="participle", tense="past")
    return _of_verb(token, effect_at(scene, token) or "", "subject" if group.finite and not group.passive else "object", group)


def _above(scene: Scene, hit: Hit) -> tuple[Governor, ...]:
    """The nouns and the verb above the noun of a hit, nearest first. A noun that only tells when or where something else happens
    ("lors d'une réunion") is governed by nothing."""
    found: list[Governor] = []
    token = scene.annotated.tokens[hit.head.i]
    for _ in range(_CLIMB):
        above = _next_above(scene, token)
        if above is None or _adverbial(scene, token) or _of_day(scene, token, above):
            break
        above = _beyond_modal(scene, above)
        governor = _governor(scene, token, above)
        if governor is None and scene.has_word("measure", above.i, above.i + 1):  # "ont entamé quatre jours de pourparlers"
            token = above
            continue
        if governor is not None:
            found.append(governor)
        if governor is None or governor.group is not None or governor.effect == "around":
            break
        token = above
    if not any(g.group is not None or g.effect == "around" for g in found) and not _when_else(scene, token):
        found.extend(_by_order(scene, hit))
    return tuple(found)


def _when_else(scene: Scene, token: Token) -> bool:
    """True for a noun that only tells when or where something else happens: "lors du sommet", "au deuxième jour du sommet"."""
    above = _next_above(scene, token)
    return _adverbial(scene, token) or (above is not None and _of_day(scene, token, above))


def _of_day(scene: Scene, token: Token, above: Token) -> bool:
    """True for the noun of "au deuxième jour d'un nouveau tour"."""
    of = above.i + 1 < len(scene.annotated.tokens) and scene.annotated.tokens[above.i + 1].lower in ("de", "d'", "d’", "du")
    return above.lower == "jour" and of and 0 < token.i - above.i <= _DAY_OF


def _beyond_modal(scene: Scene, verb: Token) -> Token:
    """The infinitive that a modal governs ("signé" in "l'accord devait être signé"), or the verb itself."""
    if verb.lemma not in _MODALS:
        return verb
    return next((t for t in scene.annotated.dependents(verb, "xcomp", "ccomp") if t.pos == "VERB" and t.i > verb.i), verb)


def _adverbial(scene: Scene, token: Token) -> bool:
    """True for a noun behind a preposition that makes it a circumstance ("lors du sommet", "au sommet de mars, ils ont promis")."""
    cases = [t.lower for t in scene.annotated.dependents(token, "case")]
    if led_by(scene, token) is not None or _in_answer(scene, token):
        return True
    opening = token.dep == "obl:mod" and token.i < token.head
    return any(case in _CIRCUMSTANCES or (opening and case in _AT) for case in cases)


def _in_answer(scene: Scene, token: Token) -> bool:
    """True for the noun of "en riposte aux sanctions"."""
    before = [t for t in scene.annotated.tokens[max(scene.sentence(token).first, token.i - 5) : token.i] if t.pos not in ("DET", "ADJ", "NUM")]
    return len(before) > 2 and before[-3].lower == "en" and before[-2].lower in _ANSWERS and before[-1].lower in TO_THE


def led_by(scene: Scene, token: Token) -> Token | None:
    """ "lors" in "lors de son sommet", which the parser may take for an adverb with an object."""
    above = scene.annotated.tokens[token.head]
    return above if above.i < token.i and above.lower in _DURING and above.pos in ("ADV", "ADP") else None


def _next_above(scene: Scene, token: Token) -> Token | None:
    if token.dep == "conj":
        token = scene.annotated.tokens[token.head]
    above = scene.annotated.tokens[token.head]
    if above.i == token.i or above.sentence != token.sentence:
        return None
    return _asked_about(scene, token) or _beyond_adjunct(scene, token, above) or above


def _asked_about(scene: Scene, token: Token) -> Token | None:
    """The noun of a vote right before what it is on, whatever the tree has: "le non l'a emporté au référendum sur l'accord"."""
    on = next((t for t in scene.annotated.dependents(token, "case") if t.lower == _ON), None)
    noun = None if on is None or on.i == 0 else scene.annotated.tokens[on.i - 1]
    return noun if noun is not None and noun.pos == "NOUN" and effect_at(scene, noun) == "avert" else None


def _beyond_adjunct(scene: Scene, token: Token, above: Token) -> Token | None:
    """The verb before a day or a place that the tree hangs a noun on: "ils ont signé lundi à Oslo un accord", "sont convenus mardi d'une trêve"."""
    tokens = scene.annotated.tokens
    told = above.i in scene.times and not _of_known(scene, token)
    if above.i >= token.i or not (told or _is_new(scene, token, above)):
        return None
    if any(t.text in _PARTING for t in tokens[above.i + 1 : token.i]):
        return None
    verb = next((i for i in reversed(scene.predicates_in(scene.sentence(token))) if i < above.i), None)
    return None if verb is None or any(t.text in _PARTING for t in tokens[verb + 1 : above.i]) else tokens[verb]


def _of_known(scene: Scene, token: Token) -> bool:
    """True behind "du" and "de la": "le retrait en mai de l'accord"."""
    of = any(t.lower in OF_THE for t in scene.annotated.dependents(token, "case"))
    return of and not any(t.has("Definite=Ind") for t in scene.annotated.dependents(token, "det"))


def _is_new(scene: Scene, token: Token, above: Token) -> bool:
    """True for "un accord" behind a place and no preposition, which is no apposition to it."""
    tokens = scene.annotated.tokens
    if above.i not in scene.places and above.pos not in ("NOUN", "PROPN"):
        return False
    new = any(t.has("PronType=Art") and t.i > above.i for t in scene.annotated.dependents(token, "det"))
    led = any(True for _ in scene.annotated.dependents(token, "case"))
    somewhere = any(t.lower in _SOMEWHERE for t in tokens[max(0, above.i - 2) : above.i])
    return token.dep in _HUNG and new and not led and somewhere


def _governor(scene: Scene, token: Token, above: Token) -> Governor | None:
    """The governor that a token above is: an operator noun, or any verb."""
    if above.lower in _SHOWING:
        return None
    effect = effect_at(scene, above)
    if above.pos in ("VERB", "AUX") or (effect is not None and above.i in scene.predicates):
        group = verb_group(scene.annotated, above)
        role = _role(token, above, group)
        if effect is None and token.dep.startswith("nsubj") and is_reflexive(scene.annotated, above):  # "les attaques se sont étendues"
            role = "subject"
        return _of_verb(above, effect or "", role, group)
    return Governor(above, effect, "complement") if effect is not None else None


def _of_verb(verb: Token, effect: str, role: str, group: VerbGroup) -> Governor:
    idle = effect in _ON_OBJECTS and role == "subject" and verb.pos != "NOUN"  # but "les pourparlers sont à l'arrêt"
    return Governor(verb, "" if idle else effect, role, group)


def effect_at(scene: Scene, token: Token) -> str | None:
    """The effect of the operator at a token, None when there is none."""
    found = patterns_at(scene.annotated, operators(), token)
    return found[0][0].entry.effect if found else None


def _role(token: Token, above: Token, group: VerbGroup) -> str:
    if token.dep.startswith("nsubj"):
        return "object" if group.passive else "subject"
    if token.dep == "obl:agent":  # "une association prévue par les accords"
        return "subject"
    return "subject" if token.i < above.i and not token.dep.startswith(("obl", "obj")) else "object"


def _by_order(scene: Scene, hit: Hit) -> tuple[Governor, ...]:
    """The operator verb that stands nearest, where the tree has none: after a noun that opens its clause, else before it."""
    best: tuple[int, Token] | None = None
    for i in scene.predicates_in(scene.sentence(hit.head)):
        if abs(i - hit.head.i) > _FARTHEST or _beyond_quotation(scene, hit.last, i):
            continue
        token = scene.annotated.tokens[i]
        cost = scene.between(hit.last, _start(scene, token)) if i > hit.head.i else scene.between(hit.head.i, i)
        if cost <= _FARTHEST and (best is None or cost < best[0]) and effect_at(scene, token) is not None:
            best = cost, token
    if best is None:
        return ()
    verb = best[1]
    group = verb_group(scene.annotated, verb)
    before = verb.i > hit.head.i
    return (_of_verb(verb, effect_at(scene, verb) or "", "object" if before == group.passive else "subject", group),)


def _beyond_quotation(scene: Scene, noun: int, verb: int) -> bool:
    """True for the verb of the speaker after the quotation that a noun ends: "… deux jours de trêve », a dit le ministre"."""
    after = scene.annotated.tokens[noun + 1 : verb]
    return any(left.text in CLOSING and right.text == "," for left, right in pairwise(after))


def _start(scene: Scene, verb: Token) -> int:
    """The first of a verb's auxiliaries, or the modal above it."""
    first = min((verb.i, *(t.i for t in scene.annotated.dependents(verb, "aux", "cop"))))
    above = scene.annotated.tokens[verb.head]
    return min(first, above.i) if verb.i - 4 <= above.i < verb.i and above.pos in ("VERB", "AUX") else first


def circumstance_of(scene: Scene, hit: Hit) -> Token | None:
    """The verb of what happens during an event: "tués" for the noun of "tués dimanche dans une embuscade"."""
    if hit.verbal:
        return None
    above = _next_above(scene, hit.head)
    if above is not None and above.lower in _ENDING:
        before = [i for i in scene.predicates_in(scene.sentence(hit.head)) if i < above.i][-1:]
        timed = any(i in scene.times for verb in before for i in range(verb, above.i))
        return scene.annotated.tokens[before[-1]] if timed else None
    if above is not None and above.i in scene.times:  # "sont mortes lundi dans une embuscade", which the tree hangs on the day
        above = _verb_before(scene, above)
    led = led_by(scene, hit.head)
    if led is not None:
        above = _just_before(scene, led) or _next_above(scene, led)
    elif not any(t.lower in _DURING for t in scene.annotated.dependents(hit.head, "case")):
        return None
    return above if above is not None and above.i in scene.predicates else None


def _verb_before(scene: Scene, time: Token) -> Token | None:
    """The verb right before a time."""
    before = [i for i in scene.predicates_in(scene.sentence(time)) if i < time.i][-1:]
    return scene.annotated.tokens[before[0]] if before and all(i in scene.times for i in range(before[0] + 1, time.i)) else None


def _just_before(scene: Scene, led: Token) -> Token | None:
    """The verb right before "lors de", or before the time that stands there: "tués en mai lors de l'assaut"."""
    before = [i for i in scene.predicates_in(scene.sentence(led)) if i < led.i][-1:]
    between = range(before[0] + 1, led.i) if before else ()
    timed = all(i in scene.times or scene.annotated.tokens[i].pos in ("ADP", "DET") for i in between)
    return scene.annotated.tokens[before[0]] if before and timed else None


def was_to(scene: Scene, hit: Hit) -> Token | None:
    """The infinitive of what a noun was to do: "débuter" in "l'évacuation de la ville, qui devait débuter samedi, a été reportée"."""
    if hit.verbal:
        return None
    tokens, last = scene.annotated.tokens, scene.sentence(hit.head).last
    for token in tokens[hit.last + 1 : min(last, hit.last + _CLAUSE)]:
        if token.lower == "qui" and token.i + 1 < last and tokens[token.i + 1].lemma == "devoir":
            found = (t for t in tokens[token.i + 2 : min(last, token.i + 5)] if t.has("VerbForm=Inf"))
            return next((t for t in found if t.i in scene.predicates and effect_at(scene, t) in ("hold", "start")), None)
        if token.pos not in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "PUNCT"):
            return None
    return None


def matrix(scene: Scene, verb: Token) -> Governor | None:
    """The operator verb above an infinitive: the one it hangs on, else the nearest before it."""
    above = scene.annotated.tokens[verb.head]
    if above.i != verb.i and above.pos == "VERB" and (effect := effect_at(scene, above)) is not None:
        return Governor(above, effect, "object", verb_group(scene.annotated, above))
    for i in reversed(scene.predicates_in(scene.sentence(verb))):
        if i < verb.i:
            token = scene.annotated.tokens[i]
            near = scene.between(i, _start(scene, verb)) <= _NEAR
            effect = effect_at(scene, token) if near else None
            return None if effect is None else Governor(token, effect, "object", verb_group(scene.annotated, token))
    return None


def qualifiers(scene: Scene, hit: Hit) -> tuple[Token, ...]:
    """The participles that qualify the noun of a hit: "lancée" in "l'offensive lancée en mars par l'armée"."""
    if hit.verbal:
        return ()
    heads = (scene.annotated.tokens[i] for i in (hit.head.i, *hit.joined))
    found = [t for head in heads for t in scene.annotated.dependents(head, "acl", "amod") if t.i > head.i and _is_participle(t)]
    found += [t for t in _of_round(scene, hit) if t not in found]
    around = (_participle_opening(scene, hit), *found, _participle_after(scene, hit) or _participle_agreeing(scene, hit))
    return tuple(dict.fromkeys(t for t in around if t is not None))


def _of_round(scene: Scene, hit: Hit) -> list[Token]:
    """The participles that tell when a round was to be held: "le deuxième tour des pourparlers, prévu lundi"."""
    above = scene.annotated.tokens[hit.head.head]
    if above.i >= hit.head.i or above.pos != "NOUN" or effect_at(scene, above) != "hold":
        return []
    beneath = scene.annotated.dependents(above, "acl", "amod")
    return [t for t in beneath if t.i > hit.last and _is_participle(t) and effect_at(scene, t) == "plan"]


def _participle_after(scene: Scene, hit: Hit) -> Token | None:
    """A bare participle within a few words, where the tree hangs it elsewhere: "le sommet d'Alger programmé début juillet"; behind a comma, one
    that tells how far the event has come: "le traité, conclu en 2010"."""
    comma = False
    for token in scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + 6)]:
        if token.pos == "VERB":
            formed = token.has("VerbForm=Part") or looks_like_participle(token)
            bare = formed and not any(t.dep != "nsubj" or t.i > hit.last for t in scene.annotated.dependents(token, "aux", "nsubj"))
            return token if bare and not (comma and effect_at(scene, token) is None) else None
        comma = comma or token.text == ","
        if token.pos not in ("ADP", "DET", "PROPN", "ADJ", "ADV") and token.text != ",":
            return None
    return None


def _participle_agreeing(scene: Scene, hit: Hit) -> Token | None:
    """The participle of a plan behind the name of who meets, which the tree hangs on the verb: "la réunion du comité, fixée à mardi"."""
    tokens, comma = scene.annotated.tokens, False
    for token in tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + _OPENING)]:
        if comma and _is_participle(token):
            planned = effect_at(scene, token) == "plan" and not any(True for _ in scene.annotated.dependents(token, "aux"))
            return token if planned and _agree(hit.head, token) else None
        comma = token.text == ","
        if token.i in scene.predicates or not (comma or token.text in ("(", ")") or token.pos in ("ADP", "DET", "NOUN", "PROPN", "ADJ")):
            return None
    return None


def _agree(noun: Token, participle: Token) -> bool:
    """True for a participle of the gender and number of a noun."""
    return all(noun.has(mark) == participle.has(mark) for mark in ("Gender=Fem", "Number=Plur"))


def _participle_opening(scene: Scene, hit: Hit) -> Token | None:
    """The participle with which a sentence opens and that qualifies the noun behind its comma: "Dévoilé en mars à Lima, un plan de paix prévoit"."""
    tokens = scene.annotated.tokens
    opening, comma = tokens[scene.sentence(hit.head).first], hit.head.i - 1
    while comma > opening.i and tokens[comma].pos in ("DET", "ADJ", "NUM"):
        comma -= 1
    if not opening.i < comma <= opening.i + _OPENING or tokens[comma].text != "," or not _is_participle(opening):
        return None
    return None if any(t.text == "," or t.i in scene.predicates for t in tokens[opening.i + 1 : comma]) else opening


def _is_participle(token: Token) -> bool:
    return token.has("VerbForm=Part") or (token.pos == "ADJ" and looks_like_participle(token)) or qualifies_like_verb(token)
