"""What stands between a subject and its verb: relative clauses between commas, lists and remarks between dashes."""

from collections.abc import Sequence

from pourparlers.claims.particles import DASHES
from pourparlers.claims.speech.groups import Group
from pourparlers.claims.speech.scene import Scene
from pourparlers.model.annotated import Annotated, Token

#: Words that open a clause which may part a subject from its verb.
_ASIDES = frozenset(
    ("qui", "que", "qu'", "qu’", "dont", "où", "auquel", "auxquels", "auxquelles", "duquel", "lequel", "laquelle", "lesquels", "lesquelles")
)
#: A relative clause does not go past these.
_CLOSED = frozenset(';:«»"“”()')
#: How many words before the comma of a relative clause the noun that it tells of may stand: "le chef de la délégation, qui".
_NEAR = 6


def before_aside(scene: Scene, group: Group) -> Token | None:
    """The council in "le conseil, qui comprend X, a appelé", "le conseil — X, Y et Z — a appelé": the actor, else the noun, just before a relative
    clause between commas, or anything between dashes, that ends before a verb."""
    tokens, first = scene.annotated.tokens, scene.annotated.sentences[group.verb.sentence].first
    closing = tokens[group.first - 1].text
    if group.first - 1 <= first or (closing != "," and closing not in DASHES):
        return None
    for i in range(group.first - 2, first, -1):
        if tokens[i].text in _CLOSED:
            return None
        if tokens[i].text == closing and (closing in DASHES or _opens_aside(tokens[i + 1 : i + 3])):
            near = [t for t in reversed(tokens[max(first, i - _NEAR) : i]) if not _has_case(scene, t)]
            nouns = (t for t in near if t.pos == "NOUN" and tokens[t.i - 1].pos == "DET")
            return next((t for t in near if t.i in scene.actors), None) or next(nouns, None)
    return None


def _opens_aside(words: Sequence[Token]) -> bool:
    """True for the first words of a relative clause: "qui", "dont", "à laquelle"; not for "tandis que"."""
    return words[0].lower in _ASIDES or (words[0].pos == "ADP" and any(t.lower in _ASIDES for t in words[1:]))


def _has_case(scene: Scene, token: Token) -> bool:
    return any(True for _ in scene.annotated.dependents(token, "case"))


def is_of_aside(annotated: Annotated, noun: Token, group: Group) -> bool:
    """True for the subject of another verb in a clause that a comma closes before this one."""
    parted = group.first > 0 and annotated.tokens[group.first - 1].text == ","
    other = annotated.tokens[noun.head]
    return (
        parted
        and noun.dep.startswith("nsubj")
        and noun.i < other.i < group.first
        and aside_start(annotated, annotated.sentences[noun.sentence].first, noun.i) < noun.i
    )


def aside_start(annotated: Annotated, first: int, stop: int) -> int:
    """The first relative word or conjunction after a comma or a noun before token `stop`; `stop` itself where none opens an aside."""
    for token in annotated.tokens[first + 1 : stop]:
        if token.lower in _ASIDES:
            return token.i
    return stop
