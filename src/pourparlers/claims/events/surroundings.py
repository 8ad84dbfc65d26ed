"""Words around an event that lexicons know: who mediates, which round."""

import functools
from dataclasses import dataclass

from pourparlers.claims.events.scene import Scene
from pourparlers.lexicon import Phrases, load
from pourparlers.model.annotated import Sentence


@dataclass(frozen=True, slots=True)
class Mediation:
    """Words that introduce a mediator or a host; the fields are those of data/fr/mediation.yaml."""

    words: str
    example: str


@dataclass(frozen=True, slots=True)
class Ordinal:
    """An ordinal; the fields are those of data/fr/event_ordinals.yaml."""

    words: tuple[str, ...]
    value: int
    example: str


@functools.cache
def ordinals() -> dict[str, int]:
    """Form -> ordinal."""
    return {word: o.value for o in load("fr/event_ordinals", Ordinal) for word in o.words}


@functools.cache
def _mediations() -> Phrases[str]:
    told = [m.words.split() for m in load("fr/mediation", Mediation)]
    contracted = [[*words[:-1], of] for words in told if words[-1] == "de" for of in ("d'", "des", "du")]
    return Phrases([(words, " ".join(words)) for words in (*told, *contracted)])


@functools.cache
def mediating_participles() -> frozenset[str]:
    """The participles before "par" that tell of a mediator ("parrainé par")."""
    return frozenset(m.words.removesuffix(" par") for m in load("fr/mediation", Mediation) if m.words.endswith(" par"))


def mediation_phrases(scene: Scene, sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The first and last tokens of the words of a sentence that introduce a mediator."""
    words = [t.lower.replace("’", "'") for t in scene.annotated.sentence_tokens(sentence)]
    return tuple((sentence.first + m.first, sentence.first + m.last - 1) for m in _mediations().find(words))
