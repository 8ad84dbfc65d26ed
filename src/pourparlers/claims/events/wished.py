"""What a clause only wishes for, offers, fears or asks: "il souhaite que les deux camps signent", "un soldat tué par des rebelles ?"."""

from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.lexicon import modifiers
from pourparlers.claims.events.operators import effect_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.standing import Standing
from pourparlers.claims.events.tenses import is_marked
from pourparlers.claims.particles import CLOSING, THAT
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token

#: The status of what stands in a clause with "que", by the effect of the word that the clause hangs on; None for what is only feared or refused.
_FEARED = "avert"
_STATUSES: dict[str, str | None] = {_FEARED: None, "propose": "proposed", "wish": "proposed"}
#: Who waits for something to be done plans nothing: "l'organisation attend que l'armée se retire".
_AWAITING = "attendre"
#: Tenses of what is wished for: "espère qu'ils signeront".
_OPEN_TENSES = frozenset(("present", "future"))
#: Words of questions that take for granted what they ask about.
_TAKEN_FOR_GRANTED = frozenset(("combien", "comment", "depuis", "où", "pourquoi", "quand", "qui"))
#: So many words behind the first may stand one of them: "Et de quand date", "Mais qui a bombardé".
_OPENING = 3
_ENDING = CLOSING | {")"}
_CLIMB, _CLAUSE, _NEAR = 6, 9, 3


def wished(scene: Scene, group: VerbGroup) -> Standing | None:
    """What a verb tells in a clause with "que" that hangs on a word of wish, offer or fear; None where its clause is told as it is."""
    if _is_open(group) and _spelt_out(scene, group):
        return Standing("proposed", "propose")
    above = _above_clause(scene, group)
    effect = None if above is None else effect_at(scene, above)
    if above is None or not (_is_open(group) or effect == _FEARED):
        return None
    if effect is not None and effect in _STATUSES:
        return Standing(_STATUSES[effect], effect)
    if above.lemma == _AWAITING and not verb_group(scene.annotated, above).passive:
        return Standing("proposed", "wish")
    possible = above.pos == "ADJ" and any(modifiers().get(lemma) == "proposed" for lemma in word_lemmas(above))
    return Standing("proposed", "modifier") if possible else None  # "il est possible que les deux chefs se voient"


def _spelt_out(scene: Scene, group: VerbGroup) -> bool:
    """True for the clause that tells what an offer or a demand is: "une condition : que les deux chefs se voient"."""
    marks = (t.i for t in scene.annotated.dependents(group.head, "mark") if t.lower in THAT)
    return any(i > 0 and scene.annotated.tokens[i - 1].text == ":" for i in marks)


def _above_clause(scene: Scene, group: VerbGroup) -> Token | None:
    """The word that a clause with "que" hangs on; its second verb shares its "que". None for another clause."""
    verb, marked = group.head, False
    for _ in range(_CLIMB):
        marked = marked or is_marked(scene, verb, "que")
        if verb.dep != "conj":
            break
        verb = scene.annotated.tokens[verb.head]
    return scene.annotated.tokens[verb.head] if marked and verb.head != verb.i else _before_clause(scene, group)


def _before_clause(scene: Scene, group: VerbGroup) -> Token | None:
    """The verb before "que", where the tree hangs that on a name: "a proposé que Lima et Quito se voient"."""
    tokens, first = scene.annotated.tokens, scene.sentence(group.head).first
    for i in range(group.first.i - 1, max(first, group.first.i - _CLAUSE), -1):
        if i in scene.predicates or tokens[i].text in (",", ";", ":"):
            return None
        if tokens[i].lower in THAT:
            before = [n for n in scene.predicates_in(scene.sentence(group.head)) if n < i]
            return tokens[before[-1]] if tokens[i].pos == "SCONJ" and before and i - before[-1] <= _NEAR else None
    return None


def _is_open(group: VerbGroup) -> bool:
    """True for what has not come about when it is wished for."""
    return not group.perfect and (group.mood in ("conditional", "subjunctive") or group.tense in _OPEN_TENSES)


def is_questioned(scene: Scene, verb: Token) -> bool:
    """True for a verb in a question that asks whether it is so: not in "Pourquoi l'armée s'est-elle retirée ?"."""
    sentence = scene.sentence(verb)
    tokens = scene.annotated.tokens[sentence.first : sentence.last]
    last = next((t for t in reversed(tokens) if t.text not in _ENDING), None)
    if last is None or last.text != "?":
        return False
    opening = tokens[: _OPENING + 1]
    relative = any(above.dep.startswith("acl") for above in (verb, *scene.annotated.ancestors(verb)) if above.has("VerbForm=Fin"))
    return not relative and not any(t.lower in _TAKEN_FOR_GRANTED for t in opening)
