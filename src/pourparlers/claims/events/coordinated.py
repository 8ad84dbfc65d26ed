"""Verbs told in one breath, which share a day: "ils ont interdit lundi l'accès et fermé le passage"."""

from pourparlers.claims.clauses import own_subject
from pourparlers.claims.events.forms import looks_like_participle
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Token

_NEAR = 12
#: So far before its object may stand a participle: "promis de très lourdes sanctions".
_OBJECT = 4
_JOINING = frozenset((",", "et", "puis"))
#: How the participles end that agree with nothing.
_INVARIABLE = ("é", "i", "u", "is", "it", "ert")


def coordinated(scene: Scene, verb: Token) -> tuple[int, ...]:
    """The verbs coordinated with a verb: "ils ont interdit lundi l'accès et fermé le passage", as the tree or the order of words has it; none with
    a subject of its own: "l'accord a clos la guerre en 1992, mais les combats ont repris"."""
    joined = verb.dep == "conj" and scene.annotated.tokens[verb.head].pos == "VERB" and own_subject(scene.annotated, verb) is None
    above = (verb.head,) if joined else ()
    below = tuple(t.i for t in scene.annotated.dependents(verb, "conj") if t.pos == "VERB" and own_subject(scene.annotated, t) is None)
    return (*above, *below) or _participle_beside(scene, verb)


def _participle_beside(scene: Scene, verb: Token) -> tuple[int, ...]:
    """The participle after "et" and a few words: "tués et un blessé samedi"."""
    after = next((i for i in scene.predicates_in(scene.sentence(verb)) if i > verb.i), None)
    if after is None or scene.between(verb.i, after) > _NEAR or not scene.annotated.tokens[after].has("VerbForm=Part"):
        return ()
    return (after,) if any(t.lower == "et" for t in scene.annotated.tokens[verb.i + 1 : after]) else ()


def auxiliary_shared(scene: Scene, hit: Hit) -> tuple[int, ...]:
    """The verb whose auxiliary the participle before an object shares: "ils ont interdit lundi l'accès, fermé le pont et promis des sanctions"."""
    tokens, sentence = scene.annotated.tokens, scene.sentence(hit.head)
    first = max(sentence.first + 1, hit.head.i - _OBJECT)
    at = next((i for i in range(hit.head.i, first, -1) if _lacks_auxiliary(tokens, i)), None)
    if at is None:
        return ()
    verb = verb_of_auxiliary(scene, at)
    return () if verb is None else (verb,)


def verb_of_auxiliary(scene: Scene, i: int) -> int | None:
    """The verb whose auxiliary a token shares: "interdit" for "fermé" in "ils ont interdit lundi l'accès et fermé le pont"; None for any other."""
    tokens = scene.annotated.tokens
    if not _lacks_auxiliary(tokens, i):
        return None
    for before in reversed(scene.predicates_in(scene.sentence(tokens[i]))):
        if before < i and not _lacks_auxiliary(tokens, before):
            group = verb_group(scene.annotated, tokens[before])
            return before if group.perfect and not group.passive and group.first.lemma == "avoir" else None
    return None


def _lacks_auxiliary(tokens: tuple[Token, ...], i: int) -> bool:
    """True for the invariable participle with its object that stands right after "et" or a comma: ", fermé le pont", "et promis des sanctions"."""
    if i < 1 or i + 1 >= len(tokens) or not looks_like_participle(tokens[i]) or tokens[i].pos not in ("VERB", "NOUN", "ADJ"):
        return False
    before, after = tokens[i - 1], tokens[i + 1]
    takes_object = after.pos in ("DET", "PROPN", "ADP") and after.lower != "par"
    return tokens[i].lower.endswith(_INVARIABLE) and before.lower in _JOINING and takes_object
