"""A document laid out by token: which mention, place or time holds a word, which words are predicates, how far words are from one another."""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from pourparlers.claims.clauses import is_predicate
from pourparlers.claims.context import Context
from pourparlers.claims.events.country import countries_by_adjective, home_of, unnamed_countries
from pourparlers.claims.events.forms import qualifies_like_verb, word_lemmas
from pourparlers.claims.events.lexicon import domains
from pourparlers.claims.events.resumed import resumed_places
from pourparlers.model.annotated import Annotated, Sentence, Token
from pourparlers.model.mention import Mention, Place, PlaceMention
from pourparlers.model.text import Span
from pourparlers.model.time import Time

#: How hard it is to reach across a word from one side to the other.
_SUBORDINATORS = frozenset(("que", "qu'", "qu’", "qui", "dont", "où", "lorsque", "lorsqu'", "quand", "tandis", "alors", "selon", "comme", "si"))
#: So many words tell that a document is about talks.
_COMES_BACK = 2
#: Prepositions that are hard to cross before a verb only ("pour évacuer", not "pour cible").
_BEFORE_VERBS = frozenset(("afin", "après", "avant", "pour", "sans"))
_COORDINATORS = frozenset(("et", "mais", "ou", "puis", "ni"))
_ACROSS_SUBORDINATOR, _ACROSS_COORDINATOR, _ACROSS_COMMA, _ACROSS_STOP, _ACROSS_PREDICATE, _ACROSS_BRACKET = 14, 5, 5, 40, 20, 4


@dataclass(frozen=True, slots=True)
class Scene:
    """A document by token. actors, places, times: token index -> the longest mention, place or time (by its number) that holds the word.

    weights: for each token, the sum of the weights of all tokens before it. predicates: indices of the heads of clauses, in order.
    home: the country that the document is about. of_talks: the document tells of those who negotiate.
    """

    context: Context
    actors: dict[int, Mention]
    places: dict[int, PlaceMention]
    times: dict[int, int]
    predicates: tuple[int, ...]
    weights: tuple[int, ...]
    home: Place | None = None
    of_talks: bool = False

    @property
    def annotated(self) -> Annotated:
        return self.context.annotated

    def sentence(self, token: Token) -> Sentence:
        """The sentence of a token."""
        return self.annotated.sentences[token.sentence]

    def between(self, left: int, right: int) -> int:
        """The weight of the words between two tokens, in either order."""
        low, high = min(left, right), max(left, right)
        return self.weights[high] - self.weights[low + 1] if high > low + 1 else 0

    def predicates_in(self, sentence: Sentence) -> tuple[int, ...]:
        """The predicates of a sentence."""
        first = bisect_right(self.predicates, sentence.first - 1)
        return self.predicates[first : bisect_right(self.predicates, sentence.last - 1)]

    def time(self, number: int) -> Time:
        """A time by its number."""
        return self.context.dated.times[number]

    def has_word(self, domain: str, first: int, last: int, besides: tuple[int, ...] = ()) -> bool:
        """True when a word of the domain stands among the tokens [first, last), `besides` left out."""
        words = domains()[domain]
        return any(t.i not in besides and not words.isdisjoint(word_lemmas(t)) for t in self.annotated.tokens[first:last])


def lay_out(context: Context) -> Scene:
    """The scene of a document."""
    annotated = context.annotated
    # Longer mentions hold shorter ones: written first, the shorter do not replace them.
    actors: dict[int, Mention] = {}
    for mention in sorted(context.mentions.mentions, key=lambda m: -len(m.span)):
        for i in _indices(annotated, mention.span):
            actors.setdefault(i, mention)
    places: dict[int, PlaceMention] = {}
    for place in sorted(context.mentions.places, key=lambda p: -len(p.span)):
        for i in _indices(annotated, place.span):
            places.setdefault(i, place)
    home = home_of(context)
    places = countries_by_adjective(context) | unnamed_countries(context, home) | resumed_places(context, home) | places
    times: dict[int, int] = {}
    for number, time in enumerate(context.dated.times):
        for i in _indices(annotated, time.span):
            times.setdefault(i, number)
    # not the "a" of "il y a", nor a country after what the tagger takes for "est"
    free = (t for t in annotated.tokens if t.i not in times and t.i not in places and not _ends_name(t, actors.get(t.i)))
    predicates = tuple(t.i for t in free if (is_predicate(annotated, t) or qualifies_like_verb(t)) and not _from_on(annotated.tokens, t))
    weights = tuple(accumulate(_weights(annotated, frozenset(predicates)), initial=0))
    return Scene(context, actors, places, times, predicates, weights, home, _of_talks(annotated))


def _of_talks(annotated: Annotated) -> bool:
    """True for a document that comes back to delegations or negotiations."""
    words = domains()["negotiation"]
    return sum(not words.isdisjoint(word_lemmas(t)) for t in annotated.tokens if t.pos == "NOUN") >= _COMES_BACK


def _from_on(tokens: tuple[Token, ...], token: Token) -> bool:
    """True for the verb in "à partir de lundi" and "à compter de lundi"."""
    return token.lower in ("partir", "compter") and token.i > 0 and tokens[token.i - 1].lower == "à"


def _ends_name(token: Token, mention: Mention | None) -> bool:
    """True for "unies" in "Nations unies": the last word of a name."""
    return mention is not None and mention.form == "name" and mention.span.start < token.start and token.end == mention.span.end


def _indices(annotated: Annotated, span: Span) -> list[int]:
    return [t.i for t in annotated.tokens_in(span)]


def _weights(annotated: Annotated, predicates: frozenset[int]) -> list[int]:
    return [_weight(t, t.i in predicates) for t in annotated.tokens]


def _weight(token: Token, predicate: bool) -> int:
    if predicate:
        return _ACROSS_PREDICATE
    form = token.lower
    if form == ",":
        return _ACROSS_COMMA
    if form in (";", ":", "–", "—"):
        return _ACROSS_STOP
    if form in ("(", ")", "[", "]"):
        return _ACROSS_BRACKET
    if token.pos in ("PRON", "SCONJ", "ADV", "ADP") and form in _SUBORDINATORS:
        return _ACROSS_SUBORDINATOR
    if form in _BEFORE_VERBS and (token.dep == "mark" or form == "afin"):
        return _ACROSS_SUBORDINATOR
    return _ACROSS_COORDINATOR if form in _COORDINATORS else 1
