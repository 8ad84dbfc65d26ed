"""Finding a phrase by its lemmas: the head at a token, the other words near it, a reflexive pronoun where one is asked for."""

from collections.abc import Sequence

from pourparlers.claims.events.forms import noun_lemmas, verb_lemmas, word_lemmas
from pourparlers.claims.events.lexicon import Index, P, Pattern
from pourparlers.claims.particles import ONESELF
from pourparlers.model.annotated import Annotated, Sentence, Token

_VERB_WINDOW = 7
_NOUN_WINDOW = 4
#: A phrase of several words reaches that much further with each.
_FURTHER = 3
_PASSIVE_WINDOW = 8
#: "dont" stands so near before its verb.
_RELATIVE_WINDOW = 10
#: Words inside adverbs that the tagger takes apart: "d'ailleurs", "en outre", "de nouveau".
_ADVERBIAL = frozenset(("d'", "d’", "ailleurs", "en", "outre", "de", "nouveau"))
#: Parts of speech that the head of a phrase may have.
_OPEN = frozenset(("VERB", "AUX", "NOUN", "PROPN", "ADJ", "X", "NUM"))
_STOPS = frozenset((";", ":", ".", "!", "?"))


def patterns_at(annotated: Annotated, index: Index[P], token: Token) -> list[tuple[Pattern[P], tuple[int, ...]]]:
    """The entries whose words stand at a token, the most demanding first, each with the indices of its words (the head's first)."""
    if token.pos not in _OPEN:
        return []
    sentence = annotated.sentences[token.sentence]
    before = annotated.tokens[token.i - 1] if token.i > sentence.first else None
    found: list[tuple[Pattern[P], tuple[int, ...]]] = []
    for pos, lemmas in (("verb", verb_lemmas(token, before)), ("noun", noun_lemmas(token, before))):
        if pos == "noun" and found:
            break
        for pattern in index.headed(pos, lemmas):
            if pattern.reflexive and not is_reflexive(annotated, token):
                continue
            words = _rest(annotated, sentence, token, pattern)
            if words is not None:
                found.append((pattern, (token.i, *words)))
    return found


def is_reflexive(annotated: Annotated, verb: Token) -> bool:
    """True when "se" stands before the verb and its auxiliaries."""
    first = annotated.sentences[verb.sentence].first
    for token in reversed(annotated.tokens[max(first, verb.i - 5) : verb.i]):
        if token.lower in ONESELF:
            return True
        if token.pos not in ("AUX", "ADV", "PRON") and token.lower not in _ADVERBIAL:
            return False
    return False


def _rest(annotated: Annotated, sentence: Sentence, head: Token, pattern: Pattern[P]) -> tuple[int, ...] | None:
    """The indices of the words after the head; of a verb's complement also those before it ("la trêve a été rompue")."""
    if not pattern.rest:
        return ()
    verbal = pattern.entry.pos == "verb"
    window = (_VERB_WINDOW if verbal else _NOUN_WINDOW) + _FURTHER * (len(pattern.rest) - 1)
    after = annotated.tokens[head.i + 1 : min(sentence.last, head.i + 1 + window)]
    words = _in_order(after, pattern.rest)
    if words is None and verbal and head.has("VerbForm=Part"):
        before = annotated.tokens[max(sentence.first, head.i - _PASSIVE_WINDOW) : head.i]
        words = _in_order([t for t in before if t.pos != "AUX"], pattern.rest)  # "a gelé" freezes no assets ("avoirs")
    if words is not None or len(pattern.rest) > 1:
        return words
    return _antecedent(annotated, sentence, head, pattern.rest) if verbal else _complement(annotated, head, pattern.rest)


def _complement(annotated: Annotated, noun: Token, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The word that a noun governs farther off, by the tree: "le retrait unilatéral du pays en mai 2018 de l'accord"."""
    below = [t for t in annotated.dependents(noun, "nmod", "obl") if t.i > noun.i]
    below += [t for above in below for t in annotated.dependents(above, "nmod")]
    return next((found for t in below if (found := _in_order([t], words)) is not None), None)


def _antecedent(annotated: Annotated, sentence: Sentence, verb: Token, words: tuple[str, ...]) -> tuple[int, ...] | None:
    """The word before "dont": "l'accord, dont le pays s'est retiré"."""
    before = annotated.tokens[max(sentence.first, verb.i - _RELATIVE_WINDOW) : verb.i]
    relative = next((t.i for t in reversed(before) if t.lower == "dont"), None)
    if relative is None or any(t.text in _STOPS for t in before):
        return None
    return _in_order(annotated.tokens[max(sentence.first, relative - _PASSIVE_WINDOW) : relative], words)


def _in_order(tokens: Sequence[Token], words: tuple[str, ...]) -> tuple[int, ...] | None:
    found: list[int] = []
    for token in tokens:
        if token.lower in _STOPS:
            return None
        if words[len(found)] in (*word_lemmas(token), *verb_lemmas(token)):
            found.append(token.i)
            if len(found) == len(words):
                return tuple(found)
    return None
