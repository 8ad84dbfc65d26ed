"""The words that govern the noun of an event: "la rencontre a été reportée", "la reprise des pourparlers", "ils ont conclu un accord"."""

from dataclasses import dataclass

from pourparlers.claims.clauses import noun_head
from pourparlers.claims.events.lexicon import operators
from pourparlers.claims.events.patterns import patterns_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.verbs import VerbGroup, verb_group
from pourparlers.model.annotated import Token

#: Effects of words that tell about an event without placing it: their day is not the event's.
_APART = frozenset(("wish", "avert", "deny", "claim", "propose"))
_FARTHEST = 14
_CLIMB = 6


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
        return self.effect not in _APART and self.effect != ""


def governors(scene: Scene, hit: Hit) -> tuple[Governor, ...]:
    """The nouns and the verb that govern the noun of a hit, nearest first; none for a verb."""
    if hit.verbal:
        return ()
    found: list[Governor] = []
    token = scene.annotated.tokens[hit.head.i]
    for _ in range(_CLIMB):
        above = _above(scene, token)
        if above is None:
            break
        governor = _governor(scene, token, above)
        if governor is not None:
            found.append(governor)
        if governor is None or governor.group is not None:
            break
        token = above
    if not any(g.group is not None for g in found):
        found.extend(_by_order(scene, hit))
    return tuple(found)


def _above(scene: Scene, token: Token) -> Token | None:
    if token.dep == "conj":
        token = scene.annotated.tokens[token.head]
    above = scene.annotated.tokens[token.head]
    return None if above.i == token.i or above.sentence != token.sentence else above


def _governor(scene: Scene, token: Token, above: Token) -> Governor | None:
    """The governor that a token above is: an operator noun, or any verb."""
    effect = effect_at(scene, above)
    if above.pos in ("VERB", "AUX") or (effect is not None and above.i in scene.predicates):
        group = verb_group(scene.annotated, above)
        return Governor(above, effect or "", _role(token, above, group), group)
    return Governor(above, effect, "complement") if effect is not None else None


def effect_at(scene: Scene, token: Token) -> str | None:
    """The effect of the operator at a token, None when there is none."""
    found = patterns_at(scene.annotated, operators(), token)
    return found[0][0].entry.effect if found else None


def _role(token: Token, above: Token, group: VerbGroup) -> str:
    if token.dep.startswith("nsubj"):
        return "object" if group.passive else "subject"
    return "subject" if token.i < above.i and not token.dep.startswith(("obl", "obj")) else "object"


def _by_order(scene: Scene, hit: Hit) -> tuple[Governor, ...]:
    """The operator verb that stands nearest, where the tree has none: after a noun that opens its clause, else before it."""
    best: tuple[int, Token] | None = None
    for i in scene.predicates_in(scene.sentence(hit.head)):
        if abs(i - hit.head.i) > _FARTHEST:
            continue
        cost = scene.between(hit.last if i > hit.head.i else hit.head.i, i)
        token = scene.annotated.tokens[i]
        if cost <= _FARTHEST and (best is None or cost < best[0]) and effect_at(scene, token) is not None:
            best = cost, token
    if best is None:
        return ()
    verb = best[1]
    group = verb_group(scene.annotated, verb)
    before = verb.i > hit.head.i
    return (Governor(verb, effect_at(scene, verb) or "", "object" if before == group.passive else "subject", group),)


def noun_phrase_head(scene: Scene, hit: Hit) -> Token:
    """The outermost noun of the phrase of a hit."""
    return noun_head(scene.annotated, hit.head)
