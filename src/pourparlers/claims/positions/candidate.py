"""A position before its party is known."""

from dataclasses import dataclass

from pourparlers.claims.positions.issues import About
from pourparlers.model.annotated import Token
from pourparlers.model.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stance towards a thing. anchor: the word whose subject or possessor is the party. passive: the party is the passive's agent.
    about: the issue, None when nothing tells it. spoken: the party is whoever says the passage. text: the party is the author, or are the
    signatories, of the text that the anchor names. bearer: the anchor names the party itself ("les partisans de la trêve").
    addressee: the word for who is asked, if the text names one. behind: where the whole complement of the cue ends, if the passage is but part.
    own: the subject in the third person by which the speaker means himself or his side, and which must therefore be his.
    holder: the word that names the party, where neither subject nor possessor does ("une ligne rouge pour le royaume")."""

    stance: str
    span: Span
    about: About | None
    anchor: Token
    rule: str
    passive: bool = False
    spoken: bool = False
    text: bool = False
    bearer: bool = False
    addressee: Token | None = None
    behind: int = 0
    own: Token | None = None
    holder: Token | None = None
