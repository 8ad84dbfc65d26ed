"""What every reader of claims works on: one document with its syntax, its mentions and its times."""

from dataclasses import dataclass

from pourparlers.model.annotated import Annotated
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Mention, Mentions
from pourparlers.model.text import Document, Span
from pourparlers.model.time import Dated, Time


@dataclass(frozen=True, slots=True)
class Context:
    """A document as the readers of claims see it."""

    annotated: Annotated
    mentions: Mentions
    dated: Dated

    @property
    def document(self) -> Document:
        return self.annotated.document

    def agent(self, mention: Mention) -> Agent:
        """The actor behind a mention, as an agent."""
        actor = self.mentions.actor(mention.actor)
        return Agent(actor.name, actor.id, actor.roles[0] if actor.roles else None, actor.side)

    def times_in(self, span: Span) -> tuple[Time, ...]:
        """The times that lie inside a span, in order."""
        return tuple(t for t in self.dated.times if span.covers(t.span))

    def capture_span(self, span: Span) -> tuple[int, int] | None:
        """The span in the decoded capture, as part of an identifier."""
        found = self.document.alignment.to_capture(span)
        return None if found is None else (found.start, found.end)
