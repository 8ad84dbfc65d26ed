"""All candidates of a document: each sentence is read from left to right, every word by what it is."""

from collections.abc import Iterator
from dataclasses import replace

from pourparlers.mentions.candidates import Candidate, in_order
from pourparlers.mentions.names import is_capital, is_civility
from pourparlers.mentions.nouns import noun
from pourparlers.mentions.pronouns import read_pronoun
from pourparlers.mentions.read_names import read_adjective, read_capital, read_civil
from pourparlers.mentions.read_phrases import is_noun, read_phrase
from pourparlers.mentions.sentence import Words
from pourparlers.mentions.words import fold, group
from pourparlers.model.annotated import Annotated


def find_candidates(annotated: Annotated) -> tuple[Candidate, ...]:
    """All candidates in the order of the text, a longer one before those inside it."""
    lower = frozenset(fold(t.text) for t in annotated.tokens if t.text[0].islower())
    return in_order(c for sentence in annotated.sentences for c in _read(Words(annotated, sentence, lower)))


def _read(words: Words) -> Iterator[Candidate]:
    i = 0
    while i < len(words):
        found = _at(words, i)
        end = i + 1
        for candidate in found:
            yield _quoted(words.annotated, _gendered(candidate))
            end = max(end, words.index_after(candidate.span.end, i))
        i = end


def _at(words: Words, i: int) -> list[Candidate]:
    """The candidates that begin at a word, outermost first, with what they hold."""
    token = words.tokens[i]
    pronoun = read_pronoun(words.tokens, i)
    if pronoun is not None:
        span = words.span(i, pronoun.end)
        return [
            Candidate(
                span, words.shift + pronoun.end - 1, words.sentence, "", "pronoun", gender=pronoun.gender, plural=pronoun.plural, this=pronoun.last
            )
        ]
    if is_civility(token):
        return read_civil(words, i)
    pair = _pair(words, i)
    if pair is not None:
        return [pair]
    head = noun(token.text)
    if head is not None and is_noun(words, i, head):
        return read_phrase(words, i, head, lambda at: _at(words, at))
    return read_capital(words, i) if is_capital(token) else read_adjective(words, i)


def _pair(words: Words, i: int) -> Candidate | None:
    """ "les deux camps", "les deux pays", "ces deux hommes": two that the text has named."""
    if words.at(i - 1) != "deux" or words.at(i - 2) not in ("les", "ces", "des", "aux"):
        return None
    kind = next((k for k in ("people", "states", "bodies") if words.folded[i] in group(f"paired_{k}")), "")
    if not kind:
        return None
    if i + 1 < len(words) and words.tokens[i + 1].pos in ("ADJ", "NOUN", "PROPN"):
        return None
    phrase = words.written(i - 1, i + 1)
    return Candidate(
        words.span(i - 1, i + 1), words.shift + i, words.sentence, "group", "title", phrase=phrase, plural=True, definite=True, pair=kind
    )


def _gendered(candidate: Candidate) -> Candidate:
    """The passage, a woman's where her first name is one that only women bear, so that no "il" means her."""
    first, _, rest = candidate.name.partition(" ")
    return replace(candidate, gender="f") if rest and candidate.kind in ("", "person") and fold(first) in group("women") else candidate


def _quoted(annotated: Annotated, candidate: Candidate) -> Candidate:
    return candidate if annotated.quotation_at(candidate.span.start) is None else replace(candidate, quoted=True)
