"""Passages that may refer to somebody: titles, names, bodies, states, unnamed people, pronouns; each read on its own, none resolved yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pourparlers.mentions.names import civility_gender, is_capital, is_civility, name_end
from pourparlers.mentions.nouns import Noun, noun
from pourparlers.mentions.phrases import phrase_end
from pourparlers.mentions.pronouns import read_pronoun
from pourparlers.mentions.words import fold, group
from pourparlers.mentions.world import Known, known_names, states_of
from pourparlers.model.annotated import Annotated, Sentence, Token
from pourparlers.model.text import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage that may refer to an actor, as it stands.

    kind: as in Actor, or "" when the passage does not tell ("le Hezbollah" does, by its article; "elle" does not).
    form: as in Mention. name: a proper name as written, without title, "" when it has none. phrase: the noun phrase without article, ""
    for bare names. noun: its noun. definite: by its determiner. known: the state or organisation of the lexicons.
    sides: the states that its words may point to. owner: index of a known name or capitalised word inside the phrase, for a body's side, -1 for none.
    gender: "m", "f", "" unknown. acronym: in the brackets behind it. quoted: inside quotation marks. civil: "M." or "Mme" stands before the name.
    """

    span: Span
    head: int
    sentence: int
    kind: str
    form: str
    name: str = ""
    phrase: str = ""
    noun: Noun | None = None
    definite: bool = False
    known: Known | None = None
    sides: tuple[str, ...] = ()
    owner: int = -1
    gender: str = ""
    plural: bool = False
    acronym: str = ""
    quoted: bool = False
    civil: bool = False


def find_candidates(annotated: Annotated) -> tuple[Candidate, ...]:
    """All candidates in the order of the text, a longer one before those inside it."""
    lower = frozenset(fold(t.text) for t in annotated.tokens if t.text[0].islower())
    found: list[Candidate] = []
    for sentence in annotated.sentences:
        found += _Reader(annotated, sentence, lower).read()
    return tuple(sorted(found, key=lambda c: (c.span.start, -c.span.end)))


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self, annotated: Annotated, sentence: Sentence, lower: frozenset[str]) -> None:
        self.annotated = annotated
        self.text = annotated.document.text
        self.sentence = sentence
        self.words = annotated.sentence_tokens(sentence)
        self.folded = [fold(w.text) for w in self.words]
        self.lower = lower
        self.shift = sentence.first
        self.shouted = _is_shouted(self.words)

    def read(self) -> Iterator[Candidate]:
        i = 0
        while i < len(self.words):
            found = self._at(i)
            if found is None:
                i += 1
                continue
            end = i
            for candidate in found:
                yield self._quoted(candidate)
                end = max(end, self._index_after(candidate.span.end, i))
            i = max(i + 1, end)

    def _at(self, i: int) -> list[Candidate] | None:
        """The candidates that begin at a word, outermost first, with what they hold; None when none does."""
        token = self.words[i]
        pronoun = read_pronoun(self.words, i)
        if pronoun is not None:
            return [self._candidate(i, pronoun.end, pronoun.end - 1, "", "pronoun", gender=pronoun.gender, plural=pronoun.plural)]
        if is_civility(token):
            return self._civil(i)
        head = noun(token.text)
        if head is not None and self._is_noun(i, head):
            return self._phrase(i, head)
        if is_capital(token):
            return self._capital(i)
        if token.pos == "ADJ" or states_of(token.text):
            return self._adjective(i)
        return None

    def _is_noun(self, i: int, head: Noun) -> bool:
        """True when the word is used as a noun, not as an adjective ("secrétaire général") or a part of a known name."""
        token = self.words[i]
        if known_names().at(self.folded, i) is not None and token.text[0].isupper():
            return False
        if token.pos in ("NOUN", "PROPN"):
            return not (i and self.words[i - 1].pos == "NOUN" and token.text[0].islower() and noun(self.words[i - 1].text) and head.office == "rank")
        return i > 0 and self.folded[i - 1] in group("definite") | group("indefinite") and self._next_is_no_noun(i)

    def _next_is_no_noun(self, i: int) -> bool:
        return i + 1 >= len(self.words) or self.words[i + 1].pos != "NOUN"

    # names

    def _civil(self, i: int) -> list[Candidate] | None:
        if i + 1 >= len(self.words) or not is_capital(self.words[i + 1]):
            return None
        end = self._name_end(i + 1)
        person = self._candidate(i, end, end - 1, "person", "name", name=self._words(i + 1, end), gender=civility_gender(self.words[i]), civil=True)
        return [person]

    def _capital(self, i: int) -> list[Candidate] | None:
        known = self._known(i)
        if known is not None:
            return known
        if not self._is_proper(i):
            return self._people(i)
        end = self._name_end(i)
        article = i > 0 and self.folded[i - 1] in ("le", "la", "l'", "les", "du", "des", "au", "aux")
        if states_of(self.words[i].text) and end == i + 1:
            return self._people(i)
        kind = "organisation" if article or _is_acronym(self._words(i, end)) else ("person" if end - i > 1 else "")
        return [
            self._candidate(i, end, self._name_head(i, end), kind, "name", name=self._words(i, end), acronym=self._acronym(end), definite=article)
        ]

    def _known(self, i: int) -> list[Candidate] | None:
        match = known_names().at(self.folded, i)
        if match is None or (len(self.folded[i]) < 3 and not self.words[i].text.isupper()):
            return None
        if self._runs_on(i, match.last):
            return None
        known = match.value
        acronym = self._acronym(match.last)
        sides = () if known.side is None else (known.side,)
        return [
            self._candidate(
                i, match.last, self._name_head(i, match.last), known.kind, known.form,
                name=self._words(i, match.last), known=known, sides=sides, acronym=acronym, gender=known.gender, plural=known.plural, definite=True,
            )
        ]  # fmt: skip

    def _runs_on(self, i: int, end: int) -> bool:
        """True when more capitalised words follow a known name of one word, which is then part of another name ("Washington Post")."""
        return (
            end - i == 1 and end < len(self.words) and is_capital(self.words[end]) and not states_of(self.words[end].text) and not self._locative(i)
        )

    def _locative(self, i: int) -> bool:
        return i > 0 and self.folded[i - 1] in group("locative")

    def _people(self, i: int) -> list[Candidate] | None:
        """A people as a group ("les Palestiniens") or one of it ("un Ukrainien")."""
        sides = states_of(self.words[i].text)
        if not sides:
            return None
        plural = self.folded[i].endswith(("s", "x")) and not (self.words[i].has("Number=Sing") and self.folded[i].endswith("ais"))
        return [
            self._candidate(
                i,
                i + 1,
                i,
                "group" if plural else "person",
                "name",
                phrase=self._words(i, i + 1),
                sides=sides,
                plural=plural,
                definite=self._definite(i),
            )
        ]

    def _adjective(self, i: int) -> list[Candidate] | None:
        sides = states_of(self.words[i].text)
        if not sides or self.words[i].text[0].isupper():
            return None
        return (
            [self._candidate(i, i + 1, i, "state", "adjective", sides=(side,)) for side in sides[:2]]
            if len(sides) > 1 and "-" in self.words[i].text
            else [self._candidate(i, i + 1, i, "state", "adjective", sides=sides)]
        )

    def _is_proper(self, i: int) -> bool:
        """True when the capital is more than that of a sentence's first word."""
        token = self.words[i]
        if len(token.text) < 2 or self.shouted:
            return False
        if not self._begins(i):
            return True
        if (
            i + 1 < len(self.words)
            and is_capital(self.words[i + 1])
            and token.pos in ("PROPN", "X", "NOUN", "ADJ")
            and self.folded[i] not in self.lower
        ):
            return True
        return token.pos == "PROPN" and self.folded[i] not in self.lower

    def _begins(self, i: int) -> bool:
        """True for a first word: of the sentence, of a quotation, after a colon."""
        return i == 0 or self.words[i - 1].text in {'"', "«", "“", "‘", "(", ":", "-", "–", "—", "…", "..."}

    def _name_end(self, i: int) -> int:
        end = name_end(self.words, i, len(self.words))
        while end - i > 1 and states_of(self.words[end - 1].text) and self.folded[end - 1] not in ("grec",) and self.words[end - 1].pos == "ADJ":
            end -= 1
        return end

    def _name_head(self, i: int, end: int) -> int:
        """The word of a span whose governor lies outside it."""
        for at in range(i, end):
            if not self.shift + i <= self.words[at].head < self.shift + end or self.words[at].head == self.words[at].i:
                return at
        return i

    # noun phrases

    def _phrase(self, i: int, head: Noun) -> list[Candidate]:
        first = i
        while first > 0 and self._before(first - 1):
            first -= 1
        end = phrase_end(self.words, i, len(self.words))
        phrase = self._words(first, end)
        sides, owner = self._owner(i + 1, end)
        gender = head.gender or self._gender(first, i)
        kind = ("group" if head.plural else "person") if head.kind == "person" else "organisation"
        base = self._candidate(
            first, end, i, kind, "title", phrase=phrase, noun=head, definite=self._definite(first), sides=sides, owner=owner, gender=gender,
            plural=head.plural, acronym=self._acronym(end),
        )  # fmt: skip
        inner = self._inside(i + 1, end)
        if head.kind == "body":
            return [self._with_acronym(self._named_body(base, i, head), end), *inner]
        named = self._name_after(base, end)
        return [*(named or [base]), *inner]

    def _named_body(self, base: Candidate, i: int, head: Noun) -> Candidate:
        """A body whose noun is written with a capital or followed by a name is named by the whole phrase."""
        capital = self.words[i].text[0].isupper() and not self._begins(i)
        end = self._index_after(base.span.end, i)
        if head.named and end < len(self.words) and is_capital(self.words[end]):
            end = self._name_end(end)
            base = replace(
                base,
                span=Span(base.span.start, self.words[end - 1].end),
                phrase=self._words(self._index_at(base.span.start), end),
                acronym=self._acronym(end),
            )
            capital = True
        return replace(base, form="name" if capital and end > i + 1 else "title")

    def _with_acronym(self, base: Candidate, end: int) -> Candidate:
        """The candidate stretched over the brackets with its acronym."""
        if not base.acronym:
            return base
        at = self._index_after(base.span.end, max(0, end - 1))
        while at < len(self.words) and self.words[at].text != ")":
            at += 1
        stop = self.words[min(at, len(self.words) - 1)].end
        return replace(base, span=Span(base.span.start, stop), form="name")

    def _name_after(self, base: Candidate, end: int) -> list[Candidate] | None:
        """The person whom a title names: directly, or between commas."""
        words = self.words
        if end < len(words) and is_civility(words[end]):
            end += 1
        if end < len(words) and self._starts_name(end):
            stop = self._name_end(end)
            if base.plural and base.noun is not None:
                return None
            return [self._joined(base, end, stop)]
        if not base.plural and base.definite and end + 1 < len(words) and words[end].text == "," and self._starts_name(end + 1):
            stop = self._name_end(end + 1)
            if stop - end > 2 and (stop >= len(words) or words[stop].text in {",", ".", ";", ")", "»", '"', "("}):
                return [self._joined(base, end + 1, stop)]
        return None

    def _starts_name(self, i: int) -> bool:
        return (
            is_capital(self.words[i])
            and known_names().at(self.folded, i) is None
            and not states_of(self.words[i].text)
            and not self.words[i].text.isupper()
        )

    def _joined(self, base: Candidate, first: int, stop: int) -> Candidate:
        return replace(base, span=Span(base.span.start, self.words[stop - 1].end), form="name", name=self._words(first, stop))

    def _before(self, i: int) -> bool:
        """True for a word before a noun that belongs to the title: "ancien", "haut", "deux"."""
        token = self.words[i]
        return self.folded[i] in group("title_adjectives") and token.pos not in ("VERB", "AUX")

    def _owner(self, i: int, end: int) -> tuple[tuple[str, ...], int]:
        """The states that words [i, end) point to, and the index of the name of another owner ("porte-parole du Hamas")."""
        for at in range(i, end):
            sides = states_of(self.words[at].text)
            if sides:
                return sides, -1
            match = known_names().at(self.folded, at) if is_capital(self.words[at]) else None
            if match is not None:
                side = match.value.side if match.value.kind == "state" else match.value.name
                return ((side,) if side is not None else ()), -1
        for at in range(i, end):
            if is_capital(self.words[at]) and self.words[at].pos == "PROPN":
                return (), self.shift + at
        return (), -1

    def _inside(self, i: int, end: int) -> list[Candidate]:
        """The candidates inside a phrase."""
        found: list[Candidate] = []
        at = i
        while at < end:
            here = [c for c in self._at(at) or () if self._index_after(c.span.end, at) <= end]
            found += here
            at = max([at + 1, *(self._index_after(c.span.end, at) for c in here)])
        return found

    # small readings

    def _candidate(self, first: int, end: int, head: int, kind: str, form: str, **fields: object) -> Candidate:
        span = Span(self.words[first].start, self.words[end - 1].end)
        return Candidate(span, self.shift + head, self.sentence.i, kind, form, **fields)  # type: ignore[arg-type]  # fields are those of Candidate

    def _quoted(self, candidate: Candidate) -> Candidate:
        quotation = self.annotated.quotation_at(candidate.span.start)
        return candidate if quotation is None else replace(candidate, quoted=True)

    def _words(self, first: int, end: int) -> str:
        return " ".join(self.text[self.words[first].start : self.words[end - 1].end].split())

    def _index_at(self, offset: int) -> int:
        return next(k for k, w in enumerate(self.words) if w.start >= offset)

    def _index_after(self, offset: int, start: int) -> int:
        at = start
        while at < len(self.words) and self.words[at].start < offset:
            at += 1
        return at

    def _definite(self, i: int) -> bool:
        return i > 0 and self.folded[i - 1] in group("definite")

    def _gender(self, first: int, i: int) -> str:
        """What article and adjectives tell of a noun of both genders."""
        before = self.folded[first - 1] if first else ""
        if before in ("la", "une", "cette", "sa"):
            return "f"
        if before in ("le", "un", "ce", "cet", "du", "au", "son"):
            return "m"
        token = self.words[i]
        return "f" if token.has("Gender=Fem") else "m" if token.has("Gender=Masc") and before not in ("l'",) else ""

    def _acronym(self, end: int) -> str:
        """An acronym in brackets at `end`: "(FARDC)", "(AFC/M23)"."""
        words = self.words
        if end + 2 < len(words) and words[end].text == "(" and words[end + 2].text == ")" and _is_acronym(words[end + 1].text):
            return words[end + 1].text
        return ""


def _is_acronym(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return len(word) > 1 and " " not in word and len(letters) > 1 and sum(c.isupper() for c in letters) * 2 > len(letters) and word[0].isupper()


def _is_shouted(words: Sequence[Token]) -> bool:
    """True for a sentence in capitals, where they tell nothing."""
    letters = [w.text for w in words if w.text[0].isalpha()]
    return len(letters) > 3 and sum(w.isupper() for w in letters) * 3 > len(letters) * 2
