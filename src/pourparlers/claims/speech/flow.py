"""The flow of speech in a document: each frame with its speakers, each quotation with its frame, or with the speaker who goes on."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pourparlers.claims.clauses import clause_head, conjuncts, own_subject
from pourparlers.claims.context import Context
from pourparlers.claims.particles import OF_THE
from pourparlers.claims.speech.days import frame_days
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.interviewee import answering
from pourparlers.claims.speech.lexicon import does_by_saying
from pourparlers.claims.speech.reach import is_nested, reported
from pourparlers.claims.speech.speakers import Speakers
from pourparlers.claims.speech.turns import ANYBODY, frame_agents
from pourparlers.model.annotated import Answer, Quotation, Token
from pourparlers.model.claim import Agent, When
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

#: How many tokens may stand between a quotation and the inserted clause that belongs to it (", confirme").
_ADJACENT = 3
#: What leads to whoever says what words without a verb announce: "réponse de", "même avis chez", "colère du côté de".
_WHOSE = frozenset((*OF_THE, "chez", "par", "pour"))


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with who says it. frame: number of its frame in `Flow.frames`, None when its speaker goes on from elsewhere."""

    quotation: Quotation
    agents: tuple[Agent, ...]
    frame: int | None
    how: str


def _word_start(frame: Frame) -> int:
    return frame.word.start


class Flow:
    """Reads a document's speech once, in order."""

    def __init__(self, context: Context, frames: Sequence[Frame], quotations: Sequence[Quotation]) -> None:
        self.context = context
        self.annotated = context.annotated
        self.frames = tuple(frames)
        self.quotations = tuple(quotations)
        self._speakers = Speakers(context)
        self.agents = frame_agents(context, self._speakers, self.frames)
        self.days = frame_days(self.annotated, context.dated, self.frames, self.agents)
        self.quoted = self._quoted()

    def _is_person(self, agent: Agent) -> bool:
        return agent.actor is not None and self.context.mentions.actor(agent.actor).kind == "person"

    def _agents_of(self, heads: Sequence[Token]) -> tuple[Agent, ...]:
        return tuple(dict.fromkeys(agent for head in heads for agent in self._speakers.agents(head)))

    def _quoted(self) -> tuple[Quoted, ...]:
        found: list[Quoted] = []
        waiting: list[int] = []
        for number, quotation in enumerate(self.quotations):
            if isinstance(quotation, Answer):
                found.append(Quoted(quotation, answering(self.context, quotation.label), None, "answer"))
                continue
            frame, how = self._frame_of(number)
            performed = self._performed(quotation, frame)
            if performed is not None:
                found.append(Quoted(quotation, (performed,), None, "subject"))
                continue
            if frame is not None and how == "after" and self._is_anybody(frame):
                found.append(Quoted(quotation, (), frame, how))
                continue
            if frame is not None and self.agents[frame]:
                found.append(Quoted(quotation, self.agents[frame], frame, how))
                continue
            found.append(self._going_on(quotation, found))
            if not found[-1].agents or self._line(quotation.outer) != self._line_before(found):
                waiting.append(number)
        return self._looking_ahead(found, waiting)

    def _performed(self, quotation: Quotation, frame: int | None) -> Agent | None:
        """The council in "le conseil « condamne ce putsch », selon un communiqué": whoever stands before words that begin with what he does by saying
        it, unless a person tells of it."""
        inside = self.annotated.tokens_in(quotation.inner)
        if not inside or not inside[0].has("VerbForm=Fin") or not does_by_saying(self.annotated, inside[0]):
            return None
        if frame is not None and any(self._is_person(a) for a in self.agents[frame]):
            return None
        before = self.context.mentions.within(Span(self.annotated.sentences[inside[0].sentence].start, quotation.outer.start))
        subject = next((m for m in before if m.form != "adjective" and self._opens_sentence(m)), None)
        return None if subject is None else self.context.agent(subject)

    def _opens_sentence(self, mention: Mention) -> bool:
        """True for a mention at the head of its sentence, its article and the hour of a live report ("18h42 –") aside."""
        token = self.annotated.token_at(mention.span.start)
        if token is None:
            return False
        before = self.annotated.tokens[self.annotated.sentences[token.sentence].first : token.i]
        return sum(t.pos != "PUNCT" and not t.text[0].isdigit() for t in before) <= 1

    def _line(self, span: Span) -> int:
        sentence = self.annotated.sentence_at(span.start)
        return -1 if sentence is None else sentence.line

    def _line_before(self, found: list[Quoted]) -> int:
        return self._line(found[-2].quotation.outer) if len(found) > 1 else -2

    def _looking_ahead(self, found: list[Quoted], waiting: list[int]) -> tuple[Quoted, ...]:
        """A quotation at the head of a paragraph belongs to the speaker named after the next one: '"A. B." "C", dit X.'"""
        for number in reversed(waiting):
            after = found[number + 1] if number + 1 < len(found) else None
            this = found[number]
            if after is not None and after.agents and this.how == "flow" and self._line(after.quotation.outer) == self._line(this.quotation.outer):
                agents = self._told_between(this.quotation, after.quotation) or after.agents
                found[number] = Quoted(this.quotation, agents, None, "ahead")
        return tuple(found)

    def _told_between(self, first: Quotation, second: Quotation) -> tuple[Agent, ...]:
        """The mayor in "« Nous refusons. » C'est par ces mots que le maire a annoncé… « Non. »": who speaks first between two quotations."""
        numbers = range(bisect_left(self.frames, first.outer.end, key=_word_start), bisect_left(self.frames, second.outer.start, key=_word_start))
        return next((self.agents[n] for n in numbers if self.agents[n] and self.frames[n].last < self._first_token(second)), ())

    def _is_anybody(self, frame: int) -> bool:
        """True for "répète-t-on à Lima", which tells nobody."""
        return not self.agents[frame] and all(head.lower in ANYBODY for head in self.frames[frame].speakers)

    def _going_on(self, quotation: Quotation, before: list[Quoted]) -> Quoted:
        """Without a frame: the subject of the clause that holds the quotation if it is an actor, else whoever spoke last."""
        subject = self._subject_around(quotation)
        agents = self._agents_of(conjuncts(self.annotated, subject)) if subject is not None and subject.pos != "PRON" else ()
        if agents and all(a.actor is not None for a in agents):
            return Quoted(quotation, agents, None, "subject")
        opening = self._announced(quotation) or self._before_colon(quotation) or self._behind_colon(quotation) or self._opening(quotation)
        if opening is not None:
            return Quoted(quotation, (opening,), None, "subject")
        return Quoted(quotation, self._last_agents(quotation, before), None, "flow")

    def _announced(self, quotation: Quotation) -> Agent | None:
        """The mayor in "Réponse du maire Awa Sow : « … »", "Même son de cloche chez Awa Sow : « … »": whoever ends words without a verb before it."""
        sentence, at = self.annotated.sentence_at(quotation.outer.start), self._first_token(quotation)
        if sentence is None or at < sentence.first + 2 or self.annotated.tokens[at - 1].text != ":":
            return None
        words = self.annotated.tokens[sentence.first : at - 1]
        if any(t.has("VerbForm=Fin") or t.has("VerbForm=Inf") for t in words):
            return None
        near = [m for m in self.context.mentions.within(Span(words[0].start, words[-1].end)) if m.form != "adjective" and m.span.end == words[-1].end]
        mention = max(near, key=lambda m: len(m.span), default=None)
        if mention is None or not any(t.lower in _WHOSE for t in words if t.start <= mention.span.start):
            return None
        return self.context.agent(mention)

    def _before_colon(self, quotation: Quotation) -> Agent | None:
        """The person named just before the verb of the clause that a colon ends: "Interrogée sur la trêve, l'envoyée Awa Sow a souri : « … »"."""
        sentence, at = self.annotated.sentence_at(quotation.outer.start), self._first_token(quotation)
        if sentence is None or at < sentence.first + 2 or self.annotated.tokens[at - 1].text != ":":
            return None
        verb = next((t for t in reversed(self.annotated.tokens[sentence.first : at]) if t.has("VerbForm=Fin")), None)
        before = () if verb is None else self.context.mentions.within(Span(sentence.start, verb.start))
        near = [
            m
            for m in before
            if m.form in ("name", "title") and verb is not None and self.context.document.quote(Span(m.span.end, verb.start)).strip() == ""
        ]
        return self.context.agent(near[-1]) if near and self._is_person(self.context.agent(near[-1])) else None

    def _behind_colon(self, quotation: Quotation) -> Agent | None:
        """The general in "« Nous restons » : le général Roy a douché les espoirs": a person right behind the colon that follows a sentence's head."""
        sentence, inside = self.annotated.sentence_at(quotation.outer.start), self.annotated.tokens_in(quotation.outer)
        if sentence is None or not inside or inside[0].i != sentence.first or inside[-1].i + 2 >= sentence.last:
            return None
        colon, behind = self.annotated.tokens[inside[-1].i + 1 : inside[-1].i + 3]
        named = self.context.mentions.within(Span(behind.start, sentence.end)) if colon.text == ":" else ()
        first = next((m for m in named if m.form in ("name", "title")), None)
        if first is None or self.annotated.tokens_in(Span(behind.start, first.span.end))[0].i < behind.i or first.span.start > behind.end + 1:
            return None
        return self.context.agent(first) if self._is_person(self.context.agent(first)) else None

    def _opening(self, quotation: Quotation) -> Agent | None:
        """The person with whom the sentence around a quotation opens, where the tree has no subject: "Jean Roy, le maire, les juge « inutiles »"."""
        sentence = self.annotated.sentence_at(quotation.outer.start)
        first = None if sentence is None else self.annotated.tokens[sentence.first]
        if first is None or sentence is None or first.start >= quotation.outer.start or first.pos in ("ADP", "SCONJ"):
            return None
        if self._tells_of_subject(quotation):
            return None
        before = self.context.mentions.within(Span(sentence.start, quotation.outer.start))
        named = next((m for m in before if m.form in ("name", "title")), None)
        if named is None or self.context.mentions.actor(named.actor).kind != "person":
            return None
        led = self.annotated.token_at(named.span.start)
        words = () if led is None else self.annotated.tokens[sentence.first : led.i]
        return None if any(t.pos in ("VERB", "AUX", "ADP") for t in words) else self.context.agent(named)

    def _tells_of_subject(self, quotation: Quotation) -> bool:
        """True for "Jean Roy « a été conduit à la caserne »": words that begin with a verb tell of whoever stands before them."""
        inside = self.annotated.tokens_in(quotation.inner)
        return bool(inside) and inside[0].pos in ("VERB", "AUX") and inside[0].has("VerbForm=Fin")

    def _last_agents(self, quotation: Quotation, before: list[Quoted]) -> tuple[Agent, ...]:
        """The agents of the nearest quotation or frame before."""
        start = quotation.outer.start
        numbers = range(bisect_left(self.frames, start, key=_word_start) - 1, -1, -1)
        framed = next(((self.frames[n].word.start, self.agents[n]) for n in numbers if self.agents[n] and not self._is_inner(n)), None)
        quoted = next(((q.quotation.outer.start, q.agents) for q in reversed(before) if q.agents), None)
        nearest = max((x for x in (framed, quoted) if x is not None), key=lambda x: x[0], default=None)
        return () if nearest is None else nearest[1]

    def _is_inner(self, number: int) -> bool:
        return is_nested(self.annotated, self.frames, number)

    def _subject_around(self, quotation: Quotation) -> Token | None:
        inside = {t.i for t in self.annotated.tokens_in(quotation.outer)}
        sentence = self.annotated.sentence_at(quotation.outer.start)
        if sentence is None or not inside:
            return None
        token = self.annotated.tokens[min(inside)]
        for _ in range(8):
            head = clause_head(self.annotated, token)
            own = own_subject(self.annotated, head)
            if head.i not in inside and own is not None and own.i not in inside:
                return own
            if head.head == head.i:
                return None
            token = self.annotated.tokens[head.head]
        return None

    def day_of(self, quoted: Quoted) -> When:
        """When a quotation was uttered: the day of its frame, or that of the frame before it if the same speaker goes on."""
        if quoted.frame is not None:
            return self.days[quoted.frame]
        before = bisect_left(self.frames, quoted.quotation.outer.start, key=_word_start) - 1
        return self.days[before] if before >= 0 and self.agents[before] == quoted.agents else When()

    def _frame_of(self, number: int) -> tuple[int | None, str]:
        """The frame that reports a quotation: one that governs it from before, or one inserted after it."""
        quotation = self.quotations[number]
        before = self._before(quotation)
        after = self._after(quotation)
        if before is not None and after is not None and self._is_told_by(before, after):
            return after, "after"
        if before is not None and (after is None or self._governs(before, quotation)):
            return before, "before"
        if after is not None and (before is None or self._is_adjacent(after, quotation)):
            return after, "after"
        return before, "before"

    def _is_told_by(self, inner: int, outer: int) -> bool:
        """True for "le gouvernement refuse « … », a dit X": a person tells what somebody is told to say, and the words quoted are that person's."""
        agents = self.agents[outer]
        if not agents or not all(self._is_person(a) for a in agents) or agents == self.agents[inner]:
            return False
        if self.frames[outer].shape == "source" and all(self._is_person(a) for a in self.agents[inner]):
            return False
        return reported(self.annotated, self.frames, outer).covers(self.frames[inner].word.span)

    def _before(self, quotation: Quotation) -> int | None:
        """The last frame before a quotation in its sentence."""
        sentence = self.annotated.sentence_at(quotation.outer.start)
        if sentence is None:
            return None
        found = None
        for number in range(bisect_left(self.frames, quotation.outer.start, key=_word_start) - 1, -1, -1):
            frame = self.frames[number]
            if frame.word.start < sentence.start:
                break
            if frame.shape == "remark":
                continue
            if frame.word.end <= quotation.outer.start and (found is None or self._holds(number, found) or self._is_passed_on(number, found)):
                found = number
            if found is not None and not self.frames[found].tells_deed and self.frames[found].shape != "source":
                break
        return found

    def _is_passed_on(self, speaker: int, source: int) -> bool:
        """True for "Jean Roy a protesté, selon la radio : « … »": the words are his, passed on by somebody who is no person."""
        return (
            self.frames[source].shape == "source"
            and self.frames[speaker].shape == "before"
            and bool(self.agents[speaker])
            and not any(self._is_person(a) for a in self.agents[source])
        )

    def _holds(self, outer: int, inner: int) -> bool:
        """True when one frame stands inside what another reports."""
        word = self.frames[inner].word.span
        return self.frames[outer].shape == "before" and reported(self.annotated, self.frames, outer).covers(word)

    def _after(self, quotation: Quotation) -> int | None:
        """The first inserted frame after a quotation in its sentence."""
        end = quotation.outer.end
        sentence = self.annotated.sentence_at(end - 1)
        if sentence is None:
            return None
        for number in range(bisect_left(self.frames, end, key=_word_start), len(self.frames)):
            frame = self.frames[number]
            if frame.word.start >= sentence.end:
                return None
            if frame.shape in ("after", "source"):
                return number
        return None

    def _governs(self, number: int, quotation: Quotation) -> bool:
        """True when nothing but the frame's own complement leads to the quotation: no comma, no other finite verb."""
        frame = self.frames[number]
        if frame.shape not in ("before", "source"):
            return False
        between = self.annotated.tokens[frame.last + 1 : self._first_token(quotation)]
        return not any(t.text in (",", ";") or t.pos == "VERB" for t in between)

    def _first_token(self, quotation: Quotation) -> int:
        inside = self.annotated.tokens_in(quotation.outer)
        return inside[0].i if inside else 0

    def _is_adjacent(self, number: int, quotation: Quotation) -> bool:
        inside = self.annotated.tokens_in(quotation.outer)
        return bool(inside) and self.frames[number].first - inside[-1].i <= _ADJACENT
