"""Titles and pronouns to the actors they come back to. A wrong antecedent is worse than none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pourparlers.lexicon import read_yaml
from pourparlers.mentions.candidates import Candidate
from pourparlers.mentions.entities import Entity, Registry, phrase_key
from pourparlers.mentions.functions import LEADERS, function_of
from pourparlers.mentions.words import cut, fold, group
from pourparlers.model.annotated import Annotated, Sentence

#: Sentences of narration, quotations left out, that a pronoun may reach back.
_REACH = 3
_TITLE_REACH = 6


@dataclass(frozen=True, slots=True)
class _Trace:
    """An actor where the text last spoke of it. step: the sentence of narration; subject, speaks: its part there; nested: inside a longer phrase."""

    entity: Entity
    candidate: Candidate
    step: int
    subject: bool
    speaks: bool
    nested: bool


class Resolver:
    """Walks through the candidates in order and gives an actor to those without one."""

    def __init__(
        self,
        annotated: Annotated,
        registry: Registry,
        candidates: Sequence[Candidate],
        assigned: dict[int, Entity],
        side: Callable[[Candidate], str | None],
    ) -> None:
        self.annotated = annotated
        self.registry = registry
        self.candidates = candidates
        self.assigned = assigned
        self.side = side
        self.traces: list[_Trace] = []
        self.steps = _narration(annotated)
        self.reporting = frozenset(entry["verb"].split()[-1].rpartition("'")[2] for entry in read_yaml("fr/reporting")["entries"])
        self.functions: dict[int, set[str]] = {}
        for entity in registry.entities:
            for candidate in entity.members:
                self._note_function(entity, candidate)

    def run(self) -> None:
        """Resolves all; what nothing resolves and what can act becomes an actor of its own."""
        end = -1
        for number, candidate in enumerate(self.candidates):
            entity = self.assigned.get(number)
            if entity is None:
                entity = self._resolve(number, candidate)
                if entity is None:
                    continue
                self.assigned[number] = entity
                entity.add(candidate, self.side(candidate))
                self._note_function(entity, candidate)
            nested = candidate.span.end <= end
            end = max(end, candidate.span.end)
            if candidate.form != "adjective":
                self.traces.append(self._trace(entity, candidate, nested))

    def _trace(self, entity: Entity, candidate: Candidate, nested: bool) -> _Trace:
        return _Trace(entity, candidate, self.steps[candidate.sentence], self._is_subject(candidate), self._speaks(candidate), nested)

    def _note_function(self, entity: Entity, candidate: Candidate) -> None:
        if candidate.noun is not None and candidate.phrase:
            function = function_of(candidate.phrase, candidate.noun, self.side(candidate) or entity.side)
            if function is not None:
                self.functions.setdefault(entity.number, set()).add(function)

    def _resolve(self, number: int, candidate: Candidate) -> Entity | None:
        if candidate.form == "pronoun":
            return self._pronoun(candidate)
        if candidate.kind == "person" and candidate.noun is not None:
            return self._apposed(number) or self._title(candidate)
        if candidate.kind == "organisation" and candidate.noun is not None:
            return self._body(candidate)
        if candidate.kind == "group":
            return self._group(candidate)
        if candidate.kind == "person" and candidate.phrase:
            return self.registry.new("person")
        return None

    # titles

    def _apposed(self, number: int) -> Entity | None:
        """The person whom a title follows or precedes between commas: "X, conseiller de la présidence et membre…"."""
        candidate = self.candidates[number]
        for step in (-1, 1):
            other = self._neighbour(number, step)
            if other is None:
                continue
            left, right = (other, candidate) if step < 0 else (candidate, other)
            between = self.annotated.document.text[left.span.end : right.span.start]
            links = (",", ", le", ", la", ", l'", ", l’", ", un", ", une", " et", "(") if step < 0 else (", le", ", la", ", l'", ", l’", ",")
            named = self.assigned.get(self.candidates.index(other))
            if named is None or named.kind != "person" or (between.strip() not in links and between.rstrip() not in links):
                continue
            if between.strip() == "et" and other.form != "title":
                continue
            if step > 0 and (other.noun is None or (candidate.definite and not candidate.sides)):
                continue
            if step < 0 and not self._closes(candidate):
                continue
            return named
        return None

    def _closes(self, candidate: Candidate) -> bool:
        """True when a comma, a bracket, "et", a stop or a verb that is not its own follows an apposed title."""
        text = self.annotated.document.text
        after = text[candidate.span.end : candidate.span.end + 5].lstrip()
        return not after or after[0] in ',.;)»"' or after.startswith(("et ", "qui ", "dans", "à "))

    def _neighbour(self, number: int, step: int) -> Candidate | None:
        """The nearest candidate before or after that is no part of this one and holds no other."""
        here = self.candidates[number]
        at = number + step
        found = None
        while 0 <= at < len(self.candidates):
            other = self.candidates[at]
            if other.sentence != here.sentence or abs(at - number) > 12:
                break
            if step < 0 and other.span.end <= here.span.start and other.kind == "person" and other.span.end > (found.span.end if found else -1):
                found = other
            if step > 0 and other.span.start >= here.span.end:
                return other if other.kind == "person" else None
            at += step
        return found

    def _title(self, candidate: Candidate) -> Entity | None:
        noun = candidate.noun
        if noun is None:
            return None
        if noun.office == "counterpart":
            return self._counterpart(candidate)
        if candidate.definite:
            found = self._by_function(candidate) or self._by_noun(candidate) or self._by_salience(candidate)
            if found is not None:
                return found
        return self.registry.keyed("person " + phrase_key(candidate.phrase), "person") if candidate.definite else self.registry.new("person")

    def _by_function(self, candidate: Candidate) -> Entity | None:
        """Who holds the function, before or, when the text names one only, after."""
        if candidate.noun is None:
            return None
        side = self.side(candidate)
        wanted = function_of(candidate.phrase, candidate.noun, side)
        if wanted is None:
            return None
        bare = len(cut(candidate.phrase)) == 1
        fits = [e for e in self._people() if self._holds(e, wanted, bare) and _same_side(side, e.side) and _agree(candidate, e)]
        seen = [t.entity for t in reversed(self.traces) if t.entity in fits]
        if seen:
            return seen[0]
        return fits[0] if len(fits) == 1 and side is not None else None

    def _people(self) -> list[Entity]:
        return [e for e in self.registry.entities if e.kind == "person"]

    def _holds(self, entity: Entity, wanted: str, bare: bool) -> bool:
        held = self.functions.get(entity.number, set())
        return wanted in held or (bare and wanted == "minister" and any(h.endswith("_minister") for h in held))

    def _by_noun(self, candidate: Candidate) -> Entity | None:
        """The last person told of by the same noun: "l'officier" after "un officier de la marine"."""
        side = self.side(candidate)
        for trace in reversed(self.traces):
            entity = trace.entity
            if entity.kind != "person" or candidate.noun is None or candidate.noun.lemma not in entity.nouns:
                continue
            if _same_side(side, entity.side) and _agree(candidate, entity) and self._extends(candidate, entity):
                return entity
        return None

    def _extends(self, candidate: Candidate, entity: Entity) -> bool:
        """True when the title says nothing new: each of its words was said of the actor before."""
        said = {w for p in entity.phrases for w in cut(p)}
        return set(cut(candidate.phrase)) <= said | group("definite")

    def _by_salience(self, candidate: Candidate) -> Entity | None:
        """For a bare "le responsable", "le dirigeant": the person whom the text last spoke of as a subject."""
        words = cut(candidate.phrase)
        side = self.side(candidate)
        if candidate.noun is None or candidate.quoted or len(words) > (2 if side is not None else 1):
            return None
        step = self.steps[candidate.sentence]
        for trace in reversed(self.traces):
            if step - trace.step > 2:
                return None
            entity = trace.entity
            if entity.kind != "person" or not (trace.subject or trace.speaks) or trace.candidate.quoted or not _agree(candidate, entity):
                continue
            if side is not None and entity.side != side:
                continue
            return entity if self._may_be(candidate, entity) else None
        return None

    def _may_be(self, candidate: Candidate, entity: Entity) -> bool:
        """True when nothing that the text said of the actor speaks against the title."""
        held = self.functions.get(entity.number, set())
        if candidate.noun is None:
            return False
        if candidate.noun.office == "leader":
            return not held or bool(held & LEADERS)
        if candidate.noun.office in (None, "rank", "officer"):
            return candidate.noun.lemma in group("vague_titles")
        return not held

    def _counterpart(self, candidate: Candidate) -> Entity | None:
        """ "son homologue russe": the person of that side who holds the subject's office."""
        side = self.side(candidate)
        if side is None:
            return None
        subject = next((t.entity for t in reversed(self.traces) if t.entity.kind == "person" and t.subject and not t.candidate.quoted), None)
        fits = [e for e in self._people() if e.side == side and e is not subject]
        if subject is not None:
            offices = self.functions.get(subject.number, set())
            same = [e for e in fits if self.functions.get(e.number, set()) & offices]
            fits = same or fits
        return fits[0] if len(fits) == 1 else None

    # bodies and groups

    def _body(self, candidate: Candidate) -> Entity | None:
        key = phrase_key(candidate.phrase)
        if key in self.registry.by_key:
            return self.registry.by_key[key]
        found = self._same_noun(candidate, "organisation") or self._army(candidate) or self._movement(candidate)
        return found or self.registry.keyed(key, "organisation")

    def _army(self, candidate: Candidate) -> Entity | None:
        """ "l'armée congolaise" is the armed forces that the text names in full."""
        side = self.side(candidate)
        if candidate.noun is None or candidate.noun.lemma != "armee" or side is None:
            return None
        fits = [e for e in self.registry.entities if e.kind == "organisation" and e.side == side and e.acronym and {"forces", "armee"} & e.nouns]
        return fits[0] if len(fits) == 1 else None

    def _movement(self, candidate: Candidate) -> Entity | None:
        """ "le mouvement": the named body that the text last spoke of."""
        if (
            candidate.noun is None
            or not candidate.noun.named
            or not candidate.definite
            or candidate.plural
            or len(cut(candidate.phrase)) > 2
            or candidate.sides
        ):
            return None
        step = self.steps[candidate.sentence]
        for trace in reversed(self.traces):
            if step - trace.step > 2:
                return None
            if (
                trace.entity.kind == "organisation"
                and trace.entity.spellings
                and not trace.entity.name
                and (trace.subject or trace.speaks)
                and not trace.nested
            ):
                return trace.entity
        return None

    def _same_noun(self, candidate: Candidate, kind: str) -> Entity | None:
        """The last body or group of that noun, when the phrase says nothing new: "le ministère" after "le ministère russe de la Défense"."""
        if candidate.noun is None or not candidate.definite:
            return None
        words = set(cut(candidate.phrase))
        for trace in reversed(self.traces):
            entity = trace.entity
            if entity.kind == kind and candidate.noun.lemma in entity.nouns and words <= {w for p in entity.phrases for w in cut(p)}:
                return entity
        return None

    def _group(self, candidate: Candidate) -> Entity | None:
        key = phrase_key(candidate.phrase)
        if key in self.registry.by_key:
            return self.registry.by_key[key]
        return self._same_noun(candidate, "group") or self.registry.keyed(key, "group")

    # pronouns

    def _pronoun(self, candidate: Candidate) -> Entity | None:
        if candidate.quoted:
            return None
        step = self.steps[candidate.sentence]
        best, score = None, 0.0
        tested: set[int] = set()
        for age, trace in enumerate(reversed(self.traces)):
            if step - trace.step > _REACH or age > 24:
                break
            if trace.candidate.quoted or trace.nested or trace.entity.number in tested or not _agree(candidate, trace.entity):
                continue
            here = self._score(candidate, trace, step)
            if best is None or here > score:
                best, score = trace.entity, here
        return best if best is not None and score > 0 else None

    def _score(self, candidate: Candidate, trace: _Trace, step: int) -> float:
        """How likely a pronoun comes back to an actor: near, subject, speaking, a person, of the known gender."""
        near = 3.0 - 1.2 * (step - trace.step)
        part = 2.0 * trace.subject + 1.0 * trace.speaks
        kind = 1.0 if trace.entity.kind == "person" else (-0.5 if self._is_local(trace.candidate) else 0.0)
        known = 0.5 if candidate.gender and trace.entity.gender == candidate.gender else 0.0
        return near + part + kind + known

    def _is_local(self, candidate: Candidate) -> bool:
        """True for a name in a phrase of place ("en Ukraine")."""
        token = self.annotated.tokens[candidate.head]
        before = self.annotated.tokens[token.i - 1] if token.i else token
        return fold(before.text) in group("locative")

    # parts in the sentence

    def _is_subject(self, candidate: Candidate) -> bool:
        token = self.annotated.tokens[candidate.head]
        if token.dep == "conj":
            token = self.annotated.tokens[token.head]
        return token.dep.startswith("nsubj") or self._speaks(candidate)

    def _speaks(self, candidate: Candidate) -> bool:
        """True for the subject of a verb that reports, before or after it, and after "selon"."""
        token = self.annotated.tokens[candidate.head]
        governor = self.annotated.tokens[token.head]
        if token.dep.startswith("nsubj") and governor.lemma in self.reporting:
            return True
        at = self.annotated.token_at(candidate.span.start)
        if at is None:
            return False
        before = [self.annotated.tokens[i] for i in range(max(0, at.i - 3), at.i)]
        if any(fold(w.text) in ("selon", "d'apres") for w in before):
            return True
        while before and fold(before[-1].text) in group("definite") | group("indefinite"):
            before.pop()
        return bool(before) and before[-1].lemma in self.reporting and before[-1].pos == "VERB"


def _same_side(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a == b


def _agree(candidate: Candidate, entity: Entity) -> bool:
    """True when gender and number allow a passage to mean an actor."""
    if candidate.plural != entity.plural:
        return False
    return not candidate.gender or not entity.gender or candidate.gender == entity.gender


def _narration(annotated: Annotated) -> list[int]:
    """For each sentence, how many before it tell in the article's own words; those inside a quotation do not count."""
    steps, count = [], 0
    for sentence in annotated.sentences:
        steps.append(count)
        count += not _inside(annotated, sentence)
    return steps


def _inside(annotated: Annotated, sentence: Sentence) -> bool:
    opening = annotated.quotation_at(sentence.start)
    return opening is not None and opening.outer.end >= sentence.end
