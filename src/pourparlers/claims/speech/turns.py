"""Who speaks in each frame, in the order of the text: a pronoun, a bare text and "l'un d'eux" go on from those who spoke before."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pourparlers.claims.clauses import clause_head, subject
from pourparlers.claims.context import Context
from pourparlers.claims.speech.frame import Frame
from pourparlers.claims.speech.reach import is_nested
from pourparlers.claims.speech.singular import singular
from pourparlers.claims.speech.speakers import Speakers, is_one_of, is_pronoun, is_text
from pourparlers.model.annotated import Token
from pourparlers.model.claim import Agent
from pourparlers.model.text import Span

#: Whoever it may be: "dit-on" is not whoever spoke last.
ANYBODY = frozenset(("on", "-on", "-t-on"))
_MYSELF = frozenset(("je", "j'", "j’"))
_DEFINITE = frozenset(("le", "la", "l'", "l’", "ce", "cet", "cette"))
_THIS = frozenset(("ce", "cet", "cette"))
#: The gender that a determiner tells of a person whom it points at.
_GENDERS = {"ce": "m", "cet": "m", "cette": "f", "le": "m", "la": "f", "l'": "", "l’": ""}
_TELLING = {"il": "m", "elle": "f", "le": "m", "la": "f", "un": "m", "une": "f", "m.": "m", "mme": "f", "celui": "m", "celle": "f"}
#: Texts that only say whose they are by what they say.
_SENT_OUT = frozenset(("communiqué", "déclaration", "lettre", "message", "tweet"))
_SINGULAR = {"il": "m", "elle": "f"}
_SOURCES = frozenset(("source", "interlocuteur", "interlocutrice"))
_ANY_TEXT = frozenset(("communiqué", "document", "texte"))
_THEM = frozenset(("eux", "elles"))


@dataclass(slots=True)
class _Turn:
    """Who spoke last, in which frame, whose text was told of last, and by which nouns."""

    last: tuple[Agent, ...] = ()
    before: Frame | None = None
    author: tuple[Agent, ...] = ()
    texts: frozenset[str] = frozenset()
    found: list[tuple[Agent, ...]] = field(default_factory=list)


def frame_agents(context: Context, speakers: Speakers, frames: Sequence[Frame]) -> tuple[tuple[Agent, ...], ...]:
    """The agents of each frame; a pronoun that nothing resolves is whoever spoke last."""
    turns = _Turns(context, speakers, frames)
    for frame in frames:
        turns.take(frame)
    return tuple(turns.state.found)


class _Turns:
    def __init__(self, context: Context, speakers: Speakers, frames: Sequence[Frame]) -> None:
        self.context = context
        self.annotated = context.annotated
        self.speakers = speakers
        self.frames = frames
        self.state = _Turn()

    def take(self, frame: Frame) -> None:
        """Goes past one frame."""
        state = self.state
        agents = self._agents(frame)
        state.found.append(agents)
        if agents and not is_nested(self.annotated, self.frames, len(state.found) - 1):
            state.last, state.before = agents, frame

    def _agents(self, frame: Frame) -> tuple[Agent, ...]:
        state, agents = self.state, self.of(frame.speakers)
        if self._is_bare_text(frame):
            return self._author_beside(frame) or (state.author if self._is_known(frame) else ()) or agents
        texts = self._texts_beside(frame)
        if texts:
            state.author, state.texts = agents, texts
        if self._is_pointed_at(frame, agents) or self._is_the_same(frame, agents):
            return state.last
        if any(s.lower in _MYSELF for s in frame.speakers):
            return ()  # outside quotation marks nobody tells who that is: a message put into the page
        pronouns = all(
            is_pronoun(self.annotated, s) and s.lower not in ANYBODY and not is_one_of(self.annotated, self._counted(s)) for s in frame.speakers
        )
        if pronouns and (not agents or self._is_the_last(frame, agents) or self._is_bystander(frame, agents) or self._goes_on(frame)):
            return state.last if agents or self._may_mean_last(frame.speakers[0]) else ()
        return agents

    def of(self, heads: Sequence[Token]) -> tuple[Agent, ...]:
        """The agents behind the heads of noun phrases."""
        return tuple(dict.fromkeys(agent for head in heads for agent in self._of_head(head)))

    def _of_head(self, head: Token) -> tuple[Agent, ...]:
        head = self._counted(head)
        if is_one_of(self.annotated, head) and head.lower in _THEM:
            return self._one_of_them(head)
        return self.speakers.agents(head)

    def _counted(self, head: Token) -> Token:
        """The mediators in "l'un des médiateurs estime", for "un"."""
        if head.lower not in ("un", "une"):
            return head
        behind = self.annotated.tokens[head.i + 1 : head.i + 5]
        noun = next((t for t in behind if t.pos in ("NOUN", "PROPN") or t.lower in _THEM), head)
        return noun if is_one_of(self.annotated, noun) else head

    def _one_of_them(self, head: Token) -> tuple[Agent, ...]:
        """A diplomat for "l'un d'eux" after "des diplomates": one of the people of whom the text spoke last without names."""
        before = self.context.mentions.within(Span(self.annotated.sentences[max(0, head.sentence - _MEMORY)].start, head.start))
        groups = [m for m in before if self.context.mentions.actor(m.actor).kind == "group" and m.form != "pronoun"]
        return (Agent(singular(self.context.agent(groups[-1]).name)),) if groups else ()

    def _is_bare_text(self, frame: Frame) -> bool:
        """ "le communiqué ajoute", "selon un communiqué": a text that says nothing of its author."""
        head = frame.speakers[0]
        return len(frame.speakers) == 1 and is_text(head) and self.speakers.author(head) is None

    def _is_known(self, frame: Frame) -> bool:
        """ "le rapport" after another rapport, "le document" after any text."""
        head = frame.speakers[0]
        told = head.lemma in self.state.texts or head.lemma in _ANY_TEXT or not self.state.texts
        return told and head.i > 0 and self.annotated.tokens[head.i - 1].lower in _DEFINITE

    def _author_beside(self, frame: Frame) -> tuple[Agent, ...]:
        """M. Roy in "M. Roy a répondu par un message saluant", the council in "le conseil « condamne ce putsch », selon un communiqué"."""
        head = frame.speakers[0]
        if frame.form == "participle":
            doer = subject(self.annotated, clause_head(self.annotated, head))
            return self._known_actors(doer) if doer is not None and doer.i < head.i else ()
        if frame.form != "phrase" or self._is_known(frame) or head.lemma not in _SENT_OUT:
            return ()
        first = self.annotated.sentences[frame.word.sentence].first
        told = [t for t in self.annotated.tokens[first : frame.first] if t.dep.startswith("nsubj")]
        return self._known_actors(told[0]) if told and not is_pronoun(self.annotated, told[0]) else ()

    def _known_actors(self, head: Token) -> tuple[Agent, ...]:
        found = self.of((head,))
        return found if found and all(a.actor is not None for a in found) else ()

    def _texts_beside(self, frame: Frame) -> frozenset[str]:
        """The nouns for texts in "le ministère a indiqué dans un communiqué", "selon un communiqué du ministère"."""
        words = self.annotated.sentence_tokens(self.annotated.sentences[frame.word.sentence])
        return frozenset(t.lemma for t in words if is_text(t))

    def _is_pointed_at(self, frame: Frame, agents: tuple[Agent, ...]) -> bool:
        """ "…, ajoute cette brodeuse de 40 ans": whoever spoke last, under a noun of which nothing is known."""
        head = frame.speakers[0]
        if frame.shape != "after" or len(frame.speakers) > 1 or head.pos != "NOUN" or is_text(head):
            return False
        words = [t.lower for t in self.annotated.tokens[max(0, head.i - 2) : head.i]]
        this = next((w for w in reversed(words) if w in _GENDERS), "")
        near = self.state.before is not None and frame.word.sentence - self.state.before.word.sentence <= _MEMORY
        known = all(a.actor is None for a in agents) and (this in _THIS or near)
        return this != "" and known and self._is_person_last() and self._may_be(_GENDERS[this], self.state.last[0])

    def _is_the_same(self, frame: Frame, agents: tuple[Agent, ...]) -> bool:
        """ "selon la même source": whoever spoke last, under a noun that tells no more of him."""
        head = frame.speakers[0]
        before = [t.lower for t in self.annotated.tokens[max(0, head.i - 2) : head.i]]
        return "même" in before and head.lower in _SOURCES and bool(self.state.last) and all(a.actor is None for a in agents)

    def _may_be(self, gender: str, agent: Agent) -> bool:
        """False where the text speaks of somebody as of a man and this is a woman, or the other way round."""
        told = {self._gender(m.span.start) for m in self.context.mentions.mentions if m.actor == agent.actor}
        return gender == "" or gender in told or not told & {"m", "f"}

    def _gender(self, start: int) -> str:
        """What a passage tells of the gender of whom it means: by its own first word, or the article before."""
        first = self.annotated.token_at(start)
        if first is None:
            return ""
        before = self.annotated.tokens[first.i - 1].lower if first.i else ""
        return _TELLING.get(first.lower.rpartition("-")[2], _TELLING.get(before, ""))

    def _is_person_last(self) -> bool:
        return bool(self.state.last) and self._is_person(self.state.last[0])

    def _is_the_last(self, frame: Frame, agents: tuple[Agent, ...]) -> bool:
        """ "a-t-il ajouté" is whoever spoke last, if that is somebody and what the pronoun was resolved to is not."""
        return frame.shape == "after" and not self._is_person(agents[0]) and self._is_person_last()

    def _goes_on(self, frame: Frame) -> bool:
        """ "« … », détaille-t-il" right behind what somebody is told to say: it is his turn still, whoever was named before him."""
        before, head = self.state.before, frame.speakers[0]
        if before is None or frame.shape != "after" or not head.lower.startswith("-") or len(self.state.last) != 1 or not self._is_person_last():
            return False
        between = self.annotated.sentences[before.word.sentence + 1 : frame.word.sentence]
        near = frame.word.sentence - before.word.sentence > 0 and self._line(frame) == self._line(before)
        gender = _SINGULAR.get(head.lower.rpartition("-")[2])
        quoted = all(self.annotated.quotation_at(s.start) is not None for s in between)
        return near and quoted and gender is not None and self._may_be(gender, self.state.last[0])

    def _may_mean_last(self, pronoun: Token) -> bool:
        """False for "elle" after a man has spoken."""
        gender = _SINGULAR.get(pronoun.lower.rpartition("-")[2], "")
        return not self._is_person_last() or self._may_be(gender, self.state.last[0])

    def _line(self, frame: Frame) -> int:
        return self.annotated.sentences[frame.word.sentence].line

    def _is_bystander(self, frame: Frame, agents: tuple[Agent, ...]) -> bool:
        """ "…, dit un témoin venu avec X. …, ajoute-t-il": the pronoun was resolved to somebody whom the frame before names beside its speaker."""
        before = self.state.before
        if before is None or frame.shape != "after" or before.shape != "after":
            return False
        start, end = self.annotated.tokens[before.last].start, frame.word.start
        named = [m for m in self.context.mentions.within(Span(before.word.start, end)) if m.actor == agents[0].actor and m.form != "pronoun"]
        own = {self.annotated.token_at(s.start) for s in before.speakers}
        return bool(named) and all(self.annotated.tokens[m.head] not in own and m.span.start <= max(start, self._sentence_end(before)) for m in named)

    def _sentence_end(self, frame: Frame) -> int:
        return self.annotated.sentences[frame.word.sentence].end

    def _is_person(self, agent: Agent) -> bool:
        return agent.actor is not None and self.context.mentions.actor(agent.actor).kind == "person"


#: So many sentences back "l'un d'eux" may look.
_MEMORY = 4
