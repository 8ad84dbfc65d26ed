"""Nouns of events that are only spoken of ("un tel sommet", "toute attaque", "une trêve"), and whether a heading tells
them, and the words beside them that tell how far they have come."""

import itertools

from pourparlers.claims.events.forms import word_lemmas
from pourparlers.claims.events.lexicon import modifiers
from pourparlers.claims.events.operators import effect_at
from pourparlers.claims.events.scene import Scene
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.particles import OF

_HEADLINES = frozenset(("title", "heading"))
_SUCH = frozenset((("un", "tel"), ("une", "telle"), ("de", "tels"), ("de", "telles")))
_SHOWING = frozenset(("voici", "voilà"))


def is_such(scene: Scene, hit: Hit) -> bool:
    """True for "un tel sommet" and "une telle rencontre", of which one only speaks."""
    before = [t.lower for t in scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - 3) : hit.head.i]]
    return any(pair in _SUCH for pair in itertools.pairwise(before))


def shown_as_wish(scene: Scene, hit: Hit) -> bool:
    """True for what "voilà ce que" shows to be wished for: "le départ des troupes: voilà ce qu'ils exigent"."""
    tokens = scene.annotated.tokens[hit.last + 1 : scene.sentence(hit.head).last]
    shown = next((t.i for t in tokens if t.lower in _SHOWING), None)
    return shown is not None and any(effect_at(scene, t) == "wish" for t in tokens if t.i > shown and t.i in scene.predicates)


def is_any(scene: Scene, hit: Hit) -> bool:
    """True for "toute nouvelle attaque", which is none in particular."""
    return any(t.lower in ("tout", "toute") for t in scene.annotated.dependents(hit.head, "det"))


def is_indefinite(scene: Scene, hit: Hit) -> bool:
    """True for "une trêve" and "deux jours de trêve" outside headlines."""
    before = scene.annotated.tokens[max(scene.sentence(hit.head).first, hit.head.i - 2) : hit.head.i]
    measured = len(before) == 2 and before[1].lower in OF and scene.has_word("measure", before[0].i, before[0].i + 1)
    return not in_headline(scene, hit) and (measured or any(t.has("Definite=Ind") for t in scene.annotated.dependents(hit.head, "det")))


def in_headline(scene: Scene, hit: Hit) -> bool:
    """True in a title, a heading, or the first line of a document that marks none."""
    lines = scene.context.document.lines
    line = scene.sentence(hit.head).line
    return line < len(lines) and lines[line].kind in _HEADLINES


def is_under_way(scene: Scene, hit: Hit) -> bool:
    """ "Toujours en cours", after the noun."""
    words = [t.lower for t in scene.annotated.tokens[hit.last + 1 : min(scene.sentence(hit.head).last, hit.last + 14)]]
    return any(pair == ("en", "cours") for pair in itertools.pairwise(words)) and not any(
        triple[:2] == ("en", "cours") and triple[2] in ("de", "d'") for triple in zip(words, words[1:], words[2:], strict=False)
    )


def modifier_of(scene: Scene, hit: Hit) -> str | None:
    """The status that an adjective beside the noun gives ("une possible trêve"), None when none does."""
    for token in scene.annotated.dependents(hit.head, "amod", "acl"):
        for lemma in word_lemmas(token):
            if lemma in modifiers():
                return modifiers()[lemma]
    return None
