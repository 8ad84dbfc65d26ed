"""The lexicons of reported speech: sorted, without duplicates, every example run."""

import unicodedata
from collections.abc import Callable, Sequence

from pourparlers.claims.context import Context
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.frames import find_frames
from pourparlers.claims.speech.groups import Carrier
from pourparlers.claims.speech.lexicon import SourcePhrase, utterances, verbs
from pourparlers.claims.speech.quoted import spoken
from pourparlers.claims.speech.scene import scene
from pourparlers.lexicon import load
from pourparlers.mentions import find_mentions
from pourparlers.model.annotated import Annotated
from pourparlers.model.time import Dated, Published


def folded(word: str) -> str:
    """A word as it is sorted: without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", word.lower()) if not unicodedata.combining(c))


def is_sorted_once(words: Sequence[str]) -> bool:
    """True for words in alphabetical order, none twice."""
    return list(words) == sorted(set(words), key=folded)


def frames_by_line(annotate: Callable[[str], Annotated], examples: Sequence[str]) -> list[list[Frame]]:
    """The frames of each example."""
    annotated = annotate("\n".join(examples))
    context = Context(annotated, find_mentions(annotated), Dated(Published()))
    found: list[list[Frame]] = [[] for _ in examples]
    for frame in find_frames(scene(context, spoken(annotated))):
        found[annotated.sentences[frame.word.sentence].line].append(frame)
    return found


def test_order() -> None:
    assert is_sorted_once([v.verb for v in verbs()])
    assert is_sorted_once([c.verb for c in load("fr/carriers", Carrier)])
    assert is_sorted_once([s.words for s in load("fr/sources", SourcePhrase)])
    assert is_sorted_once(list(utterances()))


def test_every_verb_reports_in_its_example(annotate: Callable[[str], Annotated]) -> None:
    found = frames_by_line(annotate, [v.example for v in verbs()])
    silent = [v.verb for v, frames in zip(verbs(), found, strict=True) if v.verb not in {f.name for f in frames}]
    assert silent == []


def test_every_carrier_carries(annotate: Callable[[str], Annotated]) -> None:
    carriers = load("fr/carriers", Carrier)
    found = frames_by_line(annotate, [c.example for c in carriers])
    assert [c.verb for c, frames in zip(carriers, found, strict=True) if not frames] == []


def test_every_source_is_one(annotate: Callable[[str], Annotated]) -> None:
    phrases = load("fr/sources", SourcePhrase)
    found = frames_by_line(annotate, [p.example for p in phrases])
    assert [p.words for p, frames in zip(phrases, found, strict=True) if p.words not in {f.name for f in frames}] == []


def test_every_utterance_speaks(annotate: Callable[[str], Annotated]) -> None:
    nouns = tuple(utterances().values())
    found = frames_by_line(annotate, [n.example for n in nouns])
    assert [n.noun for n, frames in zip(nouns, found, strict=True) if not frames] == []
