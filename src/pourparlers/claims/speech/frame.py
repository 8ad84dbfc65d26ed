"""A frame: something that says who speaks."""

from dataclasses import dataclass

from pourparlers.claims.speech.lexicon import ReportingVerb
from pourparlers.model.annotated import Token


@dataclass(frozen=True, slots=True)
class Frame:
    """Something that says who speaks.

    word: the reporting verb, or the first word of the phrase that names a source. name: the infinitive, or the phrase.
    shape: "before" (it stands before what it reports), "after", "passive", "source" or "remark".
    form: "finite", "participle" (affirmant, "accusé par") or "phrase".
    speakers: heads of the noun phrases or pronouns of those who speak. first, last: the first and the last token of the reporting words,
    the speaker's included when it stands next to them. tells_deed: what the verb governs here is something done rather than said ("refuse de
    partir"): quotations inside are the speaker's, but there is no statement without them.
    asserts: what it reports is told as true by the speaker (not so for calls, promises and judgements).
    """

    word: Token
    name: str
    verb: ReportingVerb | None
    shape: str
    form: str
    speakers: tuple[Token, ...]
    first: int
    last: int
    tells_deed: bool = False
    asserts: bool = True


def is_witness(frame: Frame) -> bool:
    """True for "…, a constaté un photographe de l'agence": what a newspaper has seen itself it tells itself."""
    return frame.name == "constater" and frame.shape == "after"
