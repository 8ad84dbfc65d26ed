"""Frames: the clauses and phrases that say who speaks.

Five shapes: "X affirme que P" (before), "P, affirme X" (after), "P a été condamné par X" (passive), "selon X, P" (source),
"P, ce que X dément" (remark).
The parser is trusted for what hangs together, the order of the words for what lies where.
"""

from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.inversion import is_unlisted
from pourparlers.claims.speech.lexicon import ReportingVerb, reporting_verb
from pourparlers.claims.speech.remarks import remark_frames
from pourparlers.claims.speech.scene import Scene
from pourparlers.claims.speech.sources import source_frames
from pourparlers.claims.speech.verbal import verbal_frame
from pourparlers.model.annotated import Sentence


def find_frames(scene: Scene) -> tuple[Frame, ...]:
    """The frames of a document's body in order."""
    found = [frame for sentence in scene.sentences() for frame in _of_sentence(scene, sentence)]
    return tuple(sorted(found, key=lambda f: (f.word.i, f.first)))


def _may_follow_quotation(verb: ReportingVerb | None) -> bool:
    """True for a verb that is not known to follow what it reports, but may: « … », accuse le maire."""
    return verb is None or ("incise" not in verb.takes and len(verb.words) == 1 and not verb.reflexive)


def _of_sentence(scene: Scene, sentence: Sentence) -> list[Frame]:
    found: list[Frame] = []
    remarks = tuple(remark_frames(scene, sentence))
    for token in scene.annotated.sentence_tokens(sentence):
        if any(r.first <= token.i <= r.last for r in remarks):
            continue
        verb = None if token.i in scene.quoted else reporting_verb(scene.annotated, token)
        if _may_follow_quotation(verb) and is_unlisted(scene, token):
            verb = ReportingVerb(token.lemma if verb is None else verb.verb, ("incise",), "")
        frame = None if verb is None else verbal_frame(scene, token, verb, found)
        if frame is not None:
            found.append(frame)
    return [*found, *source_frames(scene, sentence), *remarks]
