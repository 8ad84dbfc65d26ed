"""Frames without a verb: "selon X, P", "P, d'après X", "pour X, P", "X, selon qui P"."""

from collections.abc import Iterator

from pourparlers.claims.clauses import conjuncts, nearest_noun_before, phrase_span
from pourparlers.claims.groups import group
from pourparlers.claims.particles import OF_THE, QUOTES
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.lexicon import source_phrases, utterances
from pourparlers.claims.speech.reach import RELATIVES
from pourparlers.claims.speech.scene import Scene
from pourparlers.model.annotated import Sentence, Token

#: How many words may stand between the phrase and its noun: "selon l'ancien président".
_FAR = 6
#: "selon l'un de ses collègues, Jean Roy": the one is among those named behind.
_ONE_OF = frozenset(("un", "une", "l'un", "l'une"))
_SOURCES, _STOPS = frozenset(("source", "sources")), frozenset((",", ".", ";", "!"))
#: What a newspaper has of its own, or has told: "selon nos informations", "selon ces chiffres".
_OURS = frozenset(("ce", "ces", "cette", "nos", "notre"))
_NO_SOURCES = RELATIVES | {"ce", "que"}


def source_frames(scene: Scene, sentence: Sentence) -> list[Frame]:
    """The frames of a sentence that name a source without a verb."""
    words = [_word(t) for t in scene.annotated.sentence_tokens(sentence)]
    found = []
    for match in source_phrases().find(words):
        first = sentence.first + match.first
        if first not in scene.quoted:
            found.append(_source_frame(scene, sentence, match.value, (first, sentence.first + match.last)))
    return [f for f in [*found, _opinion(scene, sentence), *_origins(scene, sentence)] if f is not None]


def _word(token: Token) -> str:
    """A word as the phrases are written; many typists leave the accent of a capital out: "A en croire"."""
    return "à" if token.text == "A" else token.lower.replace("’", "'")


def _origins(scene: Scene, sentence: Sentence) -> Iterator[Frame]:
    """ "De source militaire, P", "P, de sources concordantes": between the head or the end of the sentence and a comma."""
    tokens = scene.annotated.tokens
    for i in range(sentence.first, sentence.last - 1):
        opens = i == sentence.first or tokens[i - 1].text == ","
        if not opens or tokens[i].lower not in OF_THE or tokens[i + 1].lower not in _SOURCES or i in scene.quoted:
            continue
        frame = _frame(scene, "de", i, tokens[i + 1])
        after = tokens[frame.last + 1].text if frame.last + 1 < sentence.last else "."
        if after in _STOPS and scene.is_actor(tokens[i + 1]):
            yield frame


def _source_frame(scene: Scene, sentence: Sentence, phrase: str, at: tuple[int, int]) -> Frame | None:
    """The source is the first noun or pronoun after the phrase."""
    first, after = at
    if after < sentence.last and scene.annotated.tokens[after].lower in RELATIVES:
        return _relative(scene, phrase, first, after)
    for token in scene.annotated.tokens[after : min(after + _FAR, sentence.last)]:
        if token.pos in ("NOUN", "PROPN", "PRON") and token.lower not in _NO_SOURCES:
            if token.lower in _ONE_OF and any(t.lower in OF_THE for t in scene.annotated.tokens[token.i + 1 : token.i + 2]):
                continue
            if _is_of_newspaper(scene, token):
                return None
            token = _name_behind(scene, sentence, token) or token
            return _frame(scene, phrase, first, token) if _can_speak(scene, token) or _brings_words(scene, sentence, token) else None
        if token.text in QUOTES and scene.annotated.tokens[token.i - 1].pos == "DET":
            continue  # "selon le « conseil »"
        if token.pos in ("VERB", "PUNCT", "SCONJ") or token.lower in _NO_SOURCES:
            return None
    return None


def _is_of_newspaper(scene: Scene, noun: Token) -> bool:
    """True for "selon nos informations", "d'après ces informations": the article speaks itself, or of what it has just told."""
    return noun.lemma in group("tellings") and scene.annotated.tokens[noun.i - 1].lower in _OURS


def _relative(scene: Scene, phrase: str, first: int, pronoun: int) -> Frame | None:
    """ "Awa Sow, selon qui P", "les accusations du maire selon lesquelles P": the source is the noun before."""
    head = nearest_noun_before(scene.annotated, scene.annotated.tokens[first])
    if head is None or not _can_speak(scene, head):
        return None
    return Frame(scene.annotated.tokens[first], phrase, None, "source", "phrase", (head,), first, pronoun)


def _can_speak(scene: Scene, head: Token) -> bool:
    """Somebody, or a text: "selon un calendrier serré" names no source."""
    return head.pos == "PRON" or scene.is_actor(head) or head.lemma in utterances()


def _brings_words(scene: Scene, sentence: Sentence, head: Token) -> bool:
    """ "D'après la légende, « le pont tient »": whatever is named there, the words quoted are its own, not those of whoever spoke before."""
    if head.i in scene.timed or head.i in scene.quoted:
        return False
    return any(i in scene.quoted for i in range(sentence.first, sentence.last))


def _name_behind(scene: Scene, sentence: Sentence, head: Token) -> Token | None:
    """Jean Roy in "selon l'un de ses collègues, Jean Roy": the name after a noun that names nobody."""
    after = scene.annotated.tokens[head.i + 1 : min(head.i + 3, sentence.last)]
    if scene.is_actor(head) or len(after) < 2 or after[0].text != "," or after[1].pos != "PROPN":
        return None
    return next((t for t in scene.annotated.tokens[after[1].i : scene.ends.get(after[1].i, after[1].i) + 1] if t.i in scene.actors), None)


def _frame(scene: Scene, phrase: str, first: int, head: Token) -> Frame:
    speakers = conjuncts(scene.annotated, head)
    if scene.is_actor(head):
        # "selon le maire, cité par la radio, sa famille et l'hiver ont tout retardé": the parser goes on past what is told
        speakers = tuple(s for s in speakers if scene.is_actor(s))
    last = max(scene.annotated.tokens_in(phrase_span(scene.annotated, s))[-1].i for s in speakers)
    return Frame(scene.annotated.tokens[first], phrase, None, "source", "phrase", speakers, first, last)


def _opinion(scene: Scene, sentence: Sentence) -> Frame | None:
    """ "Pour le médiateur, P": at the head of a sentence, before an actor and a comma."""
    first = sentence.first
    tokens = scene.annotated.tokens
    if tokens[first].lower != "pour" or first + 1 >= sentence.last or tokens[first + 1].has("VerbForm=Inf"):
        return None
    frame = _source_frame(scene, sentence, "pour", (first, first + 1))
    if frame is None or not scene.is_actor(frame.speakers[0]) or frame.last + 1 >= sentence.last:
        return None
    told = tokens[frame.last + 2 : sentence.last]
    refused = [t.lower for t in told[:2]] == ["pas", "question"]
    return frame if tokens[frame.last + 1].text == "," and (refused or any(t.has("VerbForm=Fin") for t in told)) else None
