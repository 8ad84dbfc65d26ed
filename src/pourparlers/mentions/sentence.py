"""A sentence as those who look for names see it: its words, folded once, and what stands around them."""

from collections.abc import Sequence
from typing import NamedTuple

from pourparlers.mentions.names import goes_on_with_field, is_capital, name_end
from pourparlers.mentions.nouns import noun
from pourparlers.mentions.words import fold, group, undotted
from pourparlers.mentions.world import states_of
from pourparlers.model.annotated import Annotated, Sentence
from pourparlers.model.text import Span

_OPENING = frozenset({'"', "«", "“", "‘", "(", ":", "-", "–", "—", "…", "..."})
_ARTICLES = frozenset({"le", "la", "l'", "les", "du", "des", "au", "aux"})
#: What parts a name from an acronym that is none of its own.
_STOPS = frozenset({",", ".", ";", ":", '"', "«", "»", "("})
_QUOTES = frozenset({'"', "«", "»", "“", "”"})
_DASHES = frozenset({"-", "–", "—"})
_AND, _OF = frozenset({"et", "ou"}), frozenset({"de", "d'"})
#: How many words may stand between a body's noun and the brackets with its acronym.
_FAR = 10
_NEAR = 4
#: Longer words in capitals may be those of the language, shouted.
_LONGEST_ACRONYM = 4


class Acronym(NamedTuple):
    """text: as written, without full stops. opens: index of the bracket or dash before it. end: index after it and what closes it."""

    text: str
    opens: int
    end: int


class Words:
    """The words of one sentence. Indices count from its first word; `shift` turns them into indices of the document's tokens.

    lower: folded words that the document writes in lower case somewhere.
    """

    def __init__(self, annotated: Annotated, sentence: Sentence, lower: frozenset[str] = frozenset()) -> None:
        self.annotated = annotated
        self.text = annotated.document.text
        self.sentence = sentence.i
        self.tokens = annotated.sentence_tokens(sentence)
        self.folded = [fold(undotted(w.text)) for w in self.tokens]
        self.shift = sentence.first
        self.lower = lower
        self.shouted = self._is_shouted()

    def __len__(self) -> int:
        return len(self.tokens)

    def _is_shouted(self) -> bool:
        """True for a sentence in capitals, where they tell nothing."""
        letters = [w.text for w in self.tokens if w.text[0].isalpha()]
        return len(letters) > 3 and sum(w.isupper() for w in letters) * 3 > len(letters) * 2

    def at(self, i: int) -> str:
        """The folded word at `i`, "" outside the sentence."""
        return self.folded[i] if 0 <= i < len(self.folded) else ""

    def capital(self, i: int) -> bool:
        """True when a word with a capital stands at `i`."""
        return 0 <= i < len(self.tokens) and is_capital(self.tokens[i])

    def span(self, first: int, end: int) -> Span:
        """The span of words [first, end)."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def written(self, first: int, end: int) -> str:
        """Words [first, end) as written, white space squeezed."""
        return " ".join(self.text[self.tokens[first].start : self.tokens[end - 1].end].split())

    def index_after(self, offset: int, start: int) -> int:
        """The first word at `start` or later that begins at `offset` or later."""
        while start < len(self.tokens) and self.tokens[start].start < offset:
            start += 1
        return start

    def begins(self, i: int) -> bool:
        """True for a first word: of the sentence, of a quotation, after a colon."""
        return i == 0 or self.tokens[i - 1].text in _OPENING

    def article(self, i: int) -> bool:
        """True when a definite article stands before word `i`."""
        return self.at(i - 1) in _ARTICLES

    def definite(self, i: int) -> bool:
        """True when a definite determiner stands before word `i`."""
        return self.at(i - 1) in group("definite")

    def proper(self, i: int) -> bool:
        """True when the capital of word `i` is more than that of a first word."""
        token = self.tokens[i]
        if len(token.text) < 2 or self.shouted or self.folded[i] in group("state_nouns"):
            return False
        if token.text.isupper() and len(token.text) > _LONGEST_ACRONYM and self.folded[i].removesuffix("s") in self.lower | group("title_adjectives"):
            return False  # "les GRANDS de ce monde"
        if self.folded[i] in group("title_adjectives") and i + 1 < len(self.tokens) and noun(self.tokens[i + 1].text) is not None:
            return False
        if self.folded[i] in group("calendar") and not self.capital(i + 1):
            return False  # "l'accord du Vendredi saint"
        if not self.begins(i) or self.at(i - 2) in group("aliases"):
            return True
        if self.folded[i] in group("opening_participles") and not self.capital(i + 1):
            return False
        own = token.pos in ("PROPN", "X", "NOUN", "ADJ") or token.text == "Ma"  # a newspaper has nothing of its own
        followed = self.name_end(i) > i + 1 and self.at(i + 1) not in _OF | {"du", "des"}  # "Venus de Mongu, ils ont"
        return ((own and followed) or token.pos == "PROPN") and self.folded[i] not in self.lower

    def name_end(self, i: int) -> int:
        """The end of the name at `i`, an adjective of belonging at its end left out."""
        end = name_end(self.tokens, i, len(self.tokens))
        while end - i > 1 and states_of(self.tokens[end - 1].text) and self.tokens[end - 1].pos == "ADJ":
            end -= 1
        return end

    def head(self, first: int, end: int) -> int:
        """The word of [first, end) whose governor lies outside."""
        for at in range(first, end):
            governor = self.tokens[at].head
            if not self.shift + first <= governor < self.shift + end or governor == self.tokens[at].i:
                return at
        return first

    def goes_on(self, end: int) -> bool:
        """True when a name that ends before word `end` goes on: neither "le Conseil de sécurité nationale" nor "le Conseil de sécurité et de défense"
        is that of the United Nations."""
        if end >= len(self):
            return False
        return (self.folded[end] in group("name_adjectives") and self.tokens[end].text[0].islower()) or goes_on_with_field(
            self.tokens, end, len(self)
        )

    def acronym(self, first: int, end: int, far: bool = True, alias: bool = False) -> Acronym:
        """The acronym in brackets behind words [first, end), or set off by dashes right behind them; "" and `end` twice when there is none.

        It stands at once ("… (FARDC)"), or, if it may stand `far`, a few words later when its letters are those of the words before it or the
        body's noun has a capital. alias: any name in brackets will do, a word or two further ("la mission de l'ONU au Liban (Finul)").
        """
        none = Acronym("", end, end)
        for at in range(end, min(len(self.tokens) - 2, end + (_FAR if far else 1))):
            found = self._set_off(first, at) if at == end else None
            found = found or self._in_brackets(first, at)
            if found is not None:
                near = alias and at - end < _NEAR
                close = self._is_short_for(found.text, first, at) if at == end else near or self._spells(found.text, first, at)
                return found if close and not self._names_second(found.text, first, end, at) else none
            if self.tokens[at].text in _STOPS or self.tokens[at].pos in ("VERB", "AUX"):
                break
        return none

    def _in_brackets(self, first: int, at: int) -> Acronym | None:
        """The name that opens the brackets at `at` and is all that they hold, or an acronym of words [first, at) of which they tell more: "(FU,
        rébellion du Nord)", "(Renaza, opposition armée)"."""
        if self.tokens[at].text != "(":
            return None
        inner = at + 1 + (self.tokens[at + 1].text in _QUOTES)
        if not self.capital(inner) or inner + 1 >= len(self.tokens):
            return None
        short, behind = self.tokens[inner].text, inner + 1 + (self.at(inner + 1) in _QUOTES)
        if self.at(behind) == ")":
            return Acronym(undotted(short), at, behind + 1)
        told = self.at(behind) in (",", "en", "selon") and self._is_short_for(short, first, at)
        return Acronym(undotted(short), at, inner + 1) if told else None

    def _set_off(self, first: int, at: int) -> Acronym | None:
        """The acronym between two dashes: "l'Organisation du peuple du fleuve - OPF - a signé"."""
        short = self.tokens[at + 1].text
        dashed = self.tokens[at].text in _DASHES and self.tokens[at + 2].text in _DASHES and is_acronym(short)
        return Acronym(undotted(short), at, at + 3) if dashed and self.initials(undotted(short), first, at) else None

    def _is_short_for(self, short: str, first: int, end: int) -> bool:
        return is_acronym(short) or self.initials(short, first, end)

    def initials(self, short: str, first: int, end: int) -> bool:
        """True for "Fims" behind "Front islamique moro du Sud", each letter beginning a word, whatever their order, and for "Renaza"."""
        initials = [w[0] for w in self.folded[first:end]]
        letters = [c for c in fold(short) if c.isalpha()]
        if len(letters) < 3 or not short[0].isupper():
            return False
        return all(letters.count(c) <= initials.count(c) for c in letters) or _syllables(fold(short), self.folded[first:end])

    def _names_second(self, short: str, first: int, end: int, at: int) -> bool:
        """True for the acronym of what is named beside: "l'armée et les Forces de défense (FD)", not "Office pour l'Eau et la Terre (OET)"."""
        if fold(short)[0] == self.folded[first][0]:
            return False
        ands = (i for i in range(end, at) if self.folded[i] in _AND)
        return any(self._named_after(i + 1, at) for i in ands)

    def _named_after(self, i: int, stop: int) -> bool:
        """True when a word with a capital, or a noun for people or a body, stands behind the article at `i`."""
        first = i
        while first < stop and self.folded[first] in _ARTICLES | _OF:
            first += 1
        return i < first < stop and (self.tokens[first].text[0].isupper() or _tells_people(self.tokens[first].text))

    def _spells(self, short: str, first: int, end: int) -> bool:
        if " " in short or len(short) > 12:
            return False
        initials = iter([w[0] for w in self.folded[first:end]])
        return all(letter in initials for letter in fold(short) if letter.isalpha()) or self.tokens[first].text[0].isupper()


def _tells_people(word: str) -> bool:
    """True for the paramilitaries of "l'armée et les paramilitaires des Forces de défense (FD)"."""
    found = noun(word)
    return found is not None and found.plural


def _syllables(short: str, words: Sequence[str]) -> bool:
    """True for a name made of the beginnings of words, each of two letters or more: "Renaza" of "Résistance nationale zambienne"."""
    rest = short
    for word in words:
        common = next((n for n in range(min(len(word), len(rest)), 0, -1) if word[:n] == rest[:n]), 0)
        rest = rest[common if common > 1 or common == len(rest) else 0 :]
    return rest == "" and short[0] == words[0][0] and len(short) > 3


def is_acronym(word: str) -> bool:
    """True for "ONU", "UPN/FR", "OTAN": a word most of whose letters are capitals."""
    letters = [c for c in word if c.isalpha()]
    return len(letters) > 1 and word[0].isupper() and " " not in word and sum(c.isupper() for c in letters) * 2 > len(letters)
