"""What is told without its noun: "le premier cycle s'est tenu à Oslo, le deuxième à Lima", "deux trêves, dont la première", "elle a expiré"."""

from collections.abc import Iterable, Iterator

from pourparlers.claims.events.operators import effect_at
from pourparlers.claims.events.rounds import round_of
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.surroundings import ordinals
from pourparlers.claims.events.triggers import Hit
from pourparlers.model.annotated import Token

_NEXT = frozenset(("dernier", "dernière", "prochain", "prochaine", "suivant", "suivante"))
_DETERMINERS = frozenset(("l'", "l’", "la", "le", "un", "une"))
#: So far before the noun of talks stands that of their round: "le deuxième tour de pourparlers".
_NEAR = 2
#: What follows a round that has its noun, or somebody told of by rank ("le premier à céder").
_NAMING = ("ADJ", "NOUN", "NUM", "PROPN")
#: Nouns of rounds; what "le prochain" is, after any other, is not sure.
_ROUNDS = frozenset(("cycle", "manche", "round", "séance", "série", "session", "sommet", "tour"))


#: Types of event that are counted, how far their ordinals reach (in sentences), and those that a pronoun may take up.
_COUNTED, _REACH = frozenset(("agreement", "ceasefire", "meeting")), 4
_KEPT, _BECOMES, _IT = frozenset(("agreement", "ceasefire", "corridor")), frozenset(("end", "extend", "start")), frozenset(("elle", "il"))


def with_rounds(scene: Scene, hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits, with those of rounds that go on with a round told before in the same sentence or in the one before."""
    found: list[Hit] = []
    last: Hit | None = None
    rest = list(hits)
    heads = {hit.head.i for hit in rest}
    for hit in rest:
        found.append(hit)
        if _is_round(scene, hit):
            last = hit
            found.extend(Hit(hit.trigger, token, (token.i,), None) for token in _following(scene, last, heads))
        elif not hit.verbal and hit.kind.type in _COUNTED and _is_counted(scene, hit):
            found.extend(Hit(hit.trigger, token, (token.i,), None) for token in _numbered(scene, hit, heads))
        if hit.kind.type in _KEPT and (pronoun := _taken_up_by(scene, hit)) is not None:
            found.append(Hit(hit.trigger, pronoun, (pronoun.i,), None))
    return tuple(sorted({hit.head.i: hit for hit in reversed(found)}.values(), key=lambda h: h.head.i))


def is_elliptic(hit: Hit) -> bool:
    """True for a hit of "le deuxième", "le prochain" or "il"."""
    return not hit.verbal and (hit.head.lower in _NEXT or hit.head.lower in ordinals() or hit.head.lower in _IT)


def _is_counted(scene: Scene, hit: Hit) -> bool:
    """True for "trois trêves", more than one."""
    return any(t.lower not in ("un", "une", "1") for t in scene.annotated.dependents(hit.head, "nummod") if t.i < hit.head.i)


def _numbered(scene: Scene, hit: Hit, heads: set[int]) -> Iterator[Token]:
    """The ordinals that stand for what has been counted, in their order: "le premier, … Le deuxième, …"."""
    sentences, number = scene.annotated.sentences, 0
    end = sentences[min(hit.head.sentence + _REACH, len(sentences) - 1)].last
    for token in scene.annotated.tokens[hit.last + 1 : end]:
        value = ordinals().get(token.lower)
        if value == number + 1 and token.i not in scene.times and token.i not in heads and _stands_alone(scene, token):
            number = value
            yield token


def _taken_up_by(scene: Scene, hit: Hit) -> Token | None:
    """The pronoun that opens the next sentence and tells what becomes of a truce or an accord: "Il entrera en vigueur mercredi"."""
    sentences = scene.annotated.sentences
    if hit.head.sentence + 1 == len(sentences):
        return None
    following = sentences[hit.head.sentence + 1]
    pronoun = scene.annotated.tokens[following.first]
    verb = scene.annotated.tokens[pronoun.head]
    acts_on = any(True for _ in scene.annotated.dependents(verb, "obj"))
    told = pronoun.dep.startswith("nsubj") and not acts_on and effect_at(scene, verb) in _BECOMES
    noun = next((scene.annotated.tokens[i] for i in (hit.head.i, *hit.words, *hit.joined) if scene.annotated.tokens[i].pos == "NOUN"), hit.head)
    agrees = noun.has("Gender=Fem") == (pronoun.lower == "elle")
    return pronoun if told and agrees and pronoun.lower in _IT and not hit.verbal else None


def round_before(scene: Scene, hits: Iterable[Hit], hit: Hit) -> Hit | None:
    """The round whose verb holds for another that has none: "le premier cycle s'est tenu à Oslo, le deuxième à Lima, le prochain s'ouvrira lundi"."""
    verb = scene.annotated.tokens[hit.head.head]
    if not is_elliptic(hit) or not hit.head.dep.startswith("nsubj"):
        return None
    if not any(hit.head.i < t.i < verb.i for t in scene.annotated.dependents(verb, "nsubj")):
        return None
    before = [h for h in hits if h.head.i < hit.head.i and h.trigger == hit.trigger and not is_elliptic(h)]
    return before[-1] if before else None


def _is_round(scene: Scene, hit: Hit) -> bool:
    """True for the noun of a round that has its number."""
    if hit.verbal or hit.kind.type != "meeting" or round_of(scene, hit, ordinals()) is None:
        return False
    return any(t.lower in _ROUNDS for t in scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - _NEAR) : hit.head.i + 1])


def _following(scene: Scene, hit: Hit, heads: set[int]) -> Iterator[Token]:
    """The words after a round that stand for others, up to the next event that has a noun."""
    sentences = scene.annotated.sentences
    end = sentences[min(hit.head.sentence + 1, len(sentences) - 1)].last
    number = round_of(scene, hit, ordinals()) or 0
    for token in scene.annotated.tokens[hit.last + 1 : end]:
        if token.i in heads and token.pos == "NOUN" and token.lower in _ROUNDS:
            return
        if token.i not in scene.times and token.i not in scene.actors and _stands_alone(scene, token):
            value = ordinals().get(token.lower)
            if value is None or value > number:
                yield token


def _stands_alone(scene: Scene, token: Token) -> bool:
    """True for "le deuxième" without a noun."""
    tokens = scene.annotated.tokens
    if token.lower not in _NEXT and token.lower not in ordinals():
        return False
    if token.i + 1 >= len(tokens) or token.i == 0:
        return False
    return tokens[token.i - 1].lower in _DETERMINERS and tokens[token.i + 1].pos not in _NAMING
