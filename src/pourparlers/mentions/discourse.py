"""What has been said so far, for whoever looks for an antecedent: the actors, and where the text last spoke of them."""

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.entities import Entity, Registry
from pourparlers.mentions.functions import function_of
from pourparlers.mentions.governments import Governments, governments
from pourparlers.mentions.parts import is_subject, speaks
from pourparlers.model.annotated import Annotated, Sentence

#: How many passages back a title may look.
_MEMORY = 400


@dataclass(frozen=True, slots=True)
class Trace:
    """An actor where the text spoke of it. step: the sentence of narration, counted without sentences inside quotations; subject, speaks: its part
    there; opening: the subject with which its sentence begins; nested: inside a longer phrase."""

    entity: Entity
    candidate: Candidate
    step: int
    subject: bool
    speaks: bool
    opening: bool
    nested: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors named side by side, and where each of them stands."""

    actors: tuple[Entity, Entity]
    places: tuple[Candidate, Candidate]


@dataclass(slots=True)
class Discourse:
    """The state of reading at one point of the text. side: the state or body that a passage puts its actor with. functions: of people, by number.
    pairs: the people and the bodies named side by side last and, behind them, those before. last_paired: where the second of the last two stands.
    outsiders: those who act on "les deux parties". shared: candidates that mean several actors.
    governments: those that the text names by their state. openings: where in each sentence its first verb stands."""

    annotated: Annotated
    registry: Registry
    candidates: Sequence[Candidate]
    assigned: dict[int, Entity]
    side: Callable[[Candidate], str | None]
    traces: list[Trace] = field(default_factory=list)
    functions: dict[int, set[str]] = field(default_factory=dict)
    steps: list[int] = field(default_factory=list)
    openings: list[int] = field(default_factory=list)
    pairs: dict[str, tuple[Pair, ...]] = field(default_factory=dict)
    last_paired: Candidate | None = None
    outsiders: list[Entity] = field(default_factory=list)
    shared: dict[int, tuple[Entity, ...]] = field(default_factory=dict)
    governments: Governments = field(init=False)

    def __post_init__(self) -> None:
        self.governments = governments(self.annotated, self.candidates)

    def begin(self) -> None:
        """Counts the steps of narration, and takes the functions from all passages that name their actor."""
        self.steps = _narration(self.annotated)
        self.openings = [_opening(self.annotated, sentence) for sentence in self.annotated.sentences]
        for entity in self.registry.entities:
            for candidate in entity.members:
                self.note_function(entity, candidate)

    def note_function(self, entity: Entity, candidate: Candidate) -> None:
        """Remembers what a title makes of an actor."""
        if candidate.noun is not None and candidate.phrase and not comes_back(entity, candidate):
            function = function_of(candidate.phrase, candidate.noun, self.side(candidate) or entity.side)
            if function is not None:
                self.functions.setdefault(entity.number, set()).add(function)

    def note_counterpart(self, entity: Entity) -> None:
        """ "M. Roy a rencontré son homologue kényan Samuel Otieno": both hold one office."""
        if not self.offices(entity):
            subject = next((t.entity for t in self.recent() if t.entity.kind == "person" and t.subject and t.entity is not entity), None)
            if subject is not None:
                self.functions.setdefault(entity.number, set()).update(self.offices(subject))

    def follow(self, entity: Entity, candidate: Candidate, nested: bool) -> None:
        """Goes past a passage that refers to an actor."""
        if candidate.form != "adjective":
            subject, speaking = is_subject(self.annotated, candidate), speaks(self.annotated, candidate)
            opening = subject and candidate.head < self.openings[candidate.sentence]
            self.traces.append(Trace(entity, candidate, self.step(candidate), subject, speaking, opening, nested))

    def step(self, candidate: Candidate) -> int:
        """The step of narration at which a passage stands."""
        return self.steps[candidate.sentence]

    def back(self, candidate: Candidate, reach: int) -> Iterator[Trace]:
        """What the text spoke of before a passage, nearest first, at most `reach` steps of narration back; outside quotations only."""
        here = self.step(candidate)
        for trace in reversed(self.traces):
            if here - trace.step > reach:
                return
            if not trace.candidate.quoted:
                yield trace

    def recent(self) -> Iterator[Trace]:
        """What the text spoke of before, nearest first; a long text is not gone through for each of its titles."""
        return itertools.islice(reversed(self.traces), _MEMORY)

    def people(self) -> list[Entity]:
        """All people known so far."""
        return [e for e in self.registry.entities if e.kind == "person"]

    def offices(self, entity: Entity) -> set[str]:
        """What a person is, as far as the text has told."""
        return self.functions.get(entity.number, set())


def comes_back(entity: Entity, candidate: Candidate) -> bool:
    """True for "le président" after "le président du Parlement": the bare title is no office of state."""
    if candidate.noun is None or candidate.form != "title" or " " in candidate.phrase:
        return False
    longer = [c.phrase for c in entity.members if " " in c.phrase and c.noun == candidate.noun]
    return bool(longer) and all(function_of(phrase, candidate.noun, entity.side) is None for phrase in longer)


def agree(candidate: Candidate, entity: Entity) -> bool:
    """True when gender and number allow a passage to mean an actor. "La source" and "la personne" may be a man."""
    if candidate.plural != entity.plural:
        return False
    fixed = candidate.noun is not None and candidate.noun.lemma in ("source", "personne", "personnalite")
    return fixed or not candidate.gender or not entity.gender or candidate.gender == entity.gender


def same_side(a: str | None, b: str | None) -> bool:
    """True unless both are known and differ."""
    return a is None or b is None or a == b


def _narration(annotated: Annotated) -> list[int]:
    """For each sentence, how many before it tell in the article's own words; those inside a quotation do not count."""
    steps, count = [], 0
    for sentence in annotated.sentences:
        steps.append(count)
        count += not _inside(annotated, sentence)
    return steps


def _opening(annotated: Annotated, sentence: Sentence) -> int:
    """The index of the first word of a sentence behind which another subject may stand: a verb, or "que" and its like."""
    return next((t.i for t in annotated.sentence_tokens(sentence) if t.pos in ("VERB", "SCONJ")), sentence.last)


def _inside(annotated: Annotated, sentence: Sentence) -> bool:
    opening = annotated.quotation_at(sentence.start)
    return opening is not None and opening.outer.end >= sentence.end
