"""Remarks on what was just told: "la ville est tombée, ce que dément l'armée", "…, ce que le maire a confirmé"."""

from collections.abc import Iterator

from pourparlers.claims.clauses import conjuncts
from pourparlers.claims.groups import group
from pourparlers.claims.particles import NOT, OF, THAT
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.scene import Scene
from pourparlers.model.annotated import Sentence, Token

_BEFORE = frozenset((",", "(", "–", "—", ";"))
_ENDS = frozenset(',;:.!?()–—«»"“”')
#: How many words the speaker of a remark has at most.
_LONGEST = 16


def remark_frames(scene: Scene, sentence: Sentence) -> Iterator[Frame]:
    """The frames of a sentence in which somebody denies or confirms, behind "ce que", the whole of what stands before."""
    tokens = scene.annotated.sentence_tokens(sentence)
    for lead, this, that in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if lead.text in _BEFORE and this.lower == "ce" and that.lower in THAT and this.i not in scene.quoted:
            frame = _frame(scene, this.i, _end(scene, that.i + 1, sentence.last))
            if frame is not None:
                yield frame


def _end(scene: Scene, first: int, last: int) -> int:
    """Where a remark ends: at a mark behind its verb, so that a name between commas stays in it ("ce que le maire, Jean Roy, a démenti")."""
    told = False
    for token in scene.annotated.tokens[first:last]:
        told = told or _remarks(scene, token)
        if token.text in _ENDS and (told or token.text != "," or token.i - first > _LONGEST):
            return token.i
    return last


def _frame(scene: Scene, first: int, stop: int) -> Frame | None:
    words = scene.annotated.tokens[first + 2 : stop]
    verb = next((t for t in words if _remarks(scene, t)), None)
    head = next((t for t in words if _speaks(scene, t)), None)
    if verb is None or head is None or any(t.lower in NOT for t in words):
        return None
    speakers = tuple(t for t in conjuncts(scene.annotated, head) if t == head or _speaks(scene, t))
    return Frame(verb, verb.lemma, None, "remark", "finite", speakers, first, stop - 1, asserts=False)


def _remarks(scene: Scene, token: Token) -> bool:
    """True for "dément", whatever the tagger takes it for; not for "la contestation"."""
    return token.lower.startswith(tuple(group("remarking"))) and scene.annotated.tokens[token.i - 1].pos != "DET"


def _speaks(scene: Scene, token: Token) -> bool:
    """True for an actor that no "de" ties to another one."""
    if token.i not in scene.actors:
        return False
    led = scene.annotated.tokens[max(0, token.i - 2) : token.i]
    return not any(t.lower in OF for t in led) and not any(True for _ in scene.annotated.dependents(token, "case"))
