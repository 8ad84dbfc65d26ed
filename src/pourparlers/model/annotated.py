"""A document with its sentences, tokens, syntax and quotation marks. Words of grammar are those of Universal Dependencies."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from pourparlers.model.text import Document, Span

_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class Token:
    """A word: offsets into the document's text, lemma, part of speech, morphology and its place in the tree.

    text: as written, but with plain apostrophes and spaces (same length). i: index in `Annotated.tokens`.
    head: index of the governor (its own index for the root of a sentence).
    lemma: lower-cased but for proper nouns. morph: "Mood=Ind|Tense=Fut|…", as Universal Dependencies writes it.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    morph: str
    dep: str
    head: int
    sentence: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        return self.text.lower()

    def has(self, feature: str) -> bool:
        """True when the morphology holds `feature`, e.g. ``has("Tense=Fut")``."""
        return feature in self.morph and feature in self.morph.split("|")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: offsets into the text, and the range [first, last) of its tokens. line: index of its line in `Document.lines`."""

    i: int
    start: int
    end: int
    first: int
    last: int
    line: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage in quotation marks. outer: with the marks; inner: the words inside. open_ended: the closing mark is missing
    (the passage then ends with its paragraph)."""

    outer: Span
    inner: Span
    open_ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Quotation):
    """An answer of an interview, which bears no marks. label: what stands before it for whoever answers ("Awa Sow", "R"); None without one."""

    label: Span | None = None


@dataclass(frozen=True, slots=True)
class Question(Quotation):
    """A question of an interview, which bears no marks: nobody tells what it speaks of."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document, its tokens in order, its sentences in order, its quotations in order (nested ones left out).

    children: for each token, the indices of its dependents, in order.
    """

    document: Document
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    quotations: tuple[Quotation, ...]
    children: tuple[tuple[int, ...], ...]

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    def dependents(self, token: Token, *deps: str) -> Iterator[Token]:
        """The dependents of a token, in order; only those whose relation (or its part before ":") is one of `deps`, if any are given."""
        for i in self.children[token.i]:
            child = self.tokens[i]
            if not deps or child.dep in deps or child.dep.partition(":")[0] in deps:
                yield child

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """The token and all below it, in the order of the text."""
        found, queue = [], [token.i]
        while queue:
            i = queue.pop()
            found.append(i)
            queue.extend(self.children[i])
        return tuple(self.tokens[i] for i in sorted(found))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The governors of a token, nearest first."""
        while token.head != token.i:
            token = self.tokens[token.head]
            yield token

    def token_at(self, offset: int) -> Token | None:
        """The token that holds the character at `offset`, if one does."""
        i = bisect_right(self.tokens, offset, key=_START) - 1
        return self.tokens[i] if i >= 0 and offset < self.tokens[i].end else None

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap a span."""
        first = bisect_right(self.tokens, span.start, key=_END)
        last = bisect_left(self.tokens, span.end, key=_START)
        return self.tokens[first:last]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`; the one before, if `offset` lies between two."""
        i = bisect_right(self.sentences, offset, key=_START) - 1
        return self.sentences[i] if i >= 0 else None

    def quotation_at(self, offset: int) -> Quotation | None:
        """The quotation that holds `offset`, if one does."""
        i = bisect_right(self.quotations, offset, key=lambda q: q.outer.start) - 1
        return self.quotations[i] if i >= 0 and offset < self.quotations[i].outer.end else None
