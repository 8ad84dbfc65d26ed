"""The parts of a total share its fate: "six morts, trois marins et trois gardes", "vingt tués, dont trois enfants"."""

from collections.abc import Iterator, Sequence

from pourparlers.claims.figures.counted import noun_kind
from pourparlers.claims.figures.fates import Fate, fate_by_phrase, fate_of
from pourparlers.model.annotated import Annotated, Token
from pourparlers.model.mention import Quantity

#: What a total of these nouns says of those who make it up.
_OF_TOTALS = {"killed": "tuer", "wounded": "blesser", "missing": "disparaître", "displaced": "déplacer"}
#: A total is told with so many parts at most.
_MOST = 6

Pair = tuple[Quantity, Token]


def dealt_out(annotated: Annotated, pairs: Sequence[Pair]) -> dict[int, Fate]:
    """The fate of each number that is a part of a total told just before it in its sentence, by where its passage starts: two or more numbers
    of people that add up to the total, or those behind "dont"."""
    found: dict[int, Fate] = {}
    for at, (total, noun) in enumerate(pairs):
        fate = _fate_of_total(annotated, noun)
        parts = () if fate is None else _parts(annotated, pairs, at) or _among(annotated, pairs, at)
        if fate is not None:
            found.update({part.span.start: fate for part in parts if part.span.start != total.span.start})
    return found


def _fate_of_total(annotated: Annotated, noun: Token) -> Fate | None:
    phrase = _OF_TOTALS.get(noun_kind(noun) or "")
    if phrase is not None:
        return fate_by_phrase(phrase)
    return fate_of(annotated, noun, near=False) if noun_kind(noun) == "people" else None


def _parts(annotated: Annotated, pairs: Sequence[Pair], at: int) -> tuple[Quantity, ...]:
    """The numbers behind number `at` that add up to it, none when they do not."""
    total, sentence = pairs[at][0], pairs[at][1].sentence
    sums, parts = 0.0, []
    for quantity in _people(annotated, pairs[at + 1 : at + 1 + _MOST], sentence):
        sums += quantity.value
        parts.append(quantity)
        if sums >= total.value:
            break
    return tuple(parts) if sums == total.value and len(parts) > 1 else ()


def _among(annotated: Annotated, pairs: Sequence[Pair], at: int) -> tuple[Quantity, ...]:
    """The numbers behind number `at` that "dont" names as a part of it."""
    total, sentence = pairs[at][0], pairs[at][1].sentence
    parts = tuple(_people(annotated, pairs[at + 1 : at + 1 + _MOST], sentence))
    opening = None if not parts else annotated.token_at(parts[0].span.start)
    if opening is None or opening.i == 0 or annotated.tokens[opening.i - 1].lower != "dont":
        return ()
    return parts if sum(part.value for part in parts) <= total.value else ()


def _people(annotated: Annotated, pairs: Sequence[Pair], sentence: int) -> Iterator[Quantity]:
    """The numbers of people at the head of a list, in one sentence."""
    for quantity, noun in pairs:
        if noun.sentence != sentence or noun_kind(noun) not in ("people", None) or annotated.tokens[quantity.head].sentence != sentence:
            return
        yield quantity
