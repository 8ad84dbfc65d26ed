"""What the finders of frames look at: the document's words, which of them are quoted, which name somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pourparlers.claims.context import Context
from pourparlers.model.annotated import Annotated, Question, Quotation, Sentence, Token

#: Words of the longest sentence that is read.
_LONGEST = 400
_HEADS = frozenset(("title", "heading", "byline", "caption"))


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as the finders of frames see it.

    quoted: indices of the tokens inside quotations with rows of their own, and in questions; what verbs report there is not told by the article.
    actors: indices of the head tokens of mentions of actors; empty when nothing is known of them.
    timed: indices of the tokens of expressions of time. ends: the last token of the longest mention that holds a token, by that token's index.
    """

    annotated: Annotated
    quoted: frozenset[int]
    actors: frozenset[int]
    timed: frozenset[int] = frozenset()
    ends: Mapping[int, int] = field(default_factory=dict)

    def is_actor(self, token: Token) -> bool:
        """True for the head of a mention of an actor, and for any noun or pronoun when no actors are known."""
        return token.i in self.actors or not self.actors

    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the article's body: headlines only say again what the body says, and what goes on for hundreds of words is no prose."""
        return tuple(s for s in self.annotated.sentences if s.last - s.first <= _LONGEST and not in_head(self.annotated, s))


def scene(context: Context, quotations: tuple[Quotation, ...]) -> Scene:
    """The scene of a document. quotations: those with rows of their own."""
    annotated = context.annotated
    asked = tuple(q for q in annotated.quotations if isinstance(q, Question))
    quoted = frozenset(t.i for q in (*quotations, *asked) for t in annotated.tokens_in(q.inner))
    timed = frozenset(t.i for time in context.dated.times for t in annotated.tokens_in(time.span))
    return Scene(annotated, quoted, frozenset(m.head for m in context.mentions.mentions if m.form != "adjective"), timed, _ends(context))


def _ends(context: Context) -> dict[int, int]:
    ends: dict[int, int] = {}
    for mention in context.mentions.mentions:
        inside = context.annotated.tokens_in(mention.span)
        for token in inside:
            ends[token.i] = max(inside[-1].i, ends.get(token.i, 0))
    return ends


def in_head(annotated: Annotated, sentence: Sentence) -> bool:
    """True for a sentence of a headline, a section head, a byline or a caption."""
    lines = annotated.document.lines
    return sentence.line < len(lines) and lines[sentence.line].kind in _HEADS
