"""What an interview asks, and who answers: whoever the label of the answers names, or the one person whom the text presents before it asks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pourparlers.claims.context import Context
from pourparlers.claims.groups import group
from pourparlers.lexicon import load
from pourparlers.model.annotated import Annotated, Question
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

#: Labels of so few letters are the initials of a name.
_LETTERS = 3
_FULL_NAME = re.compile(r" ?[A-ZÀ-Ý][\w'’-]+(?: (?:[A-ZÀ-Ý][\w'’-]+|d[eu]|al|el|ben|van|von)){1,3}")
_HEADLINE_ENDS = (" : ", ": ", ", ")


@dataclass(frozen=True, slots=True)
class Presentation:
    """An entry of data/fr/interviews.yaml."""

    words: str
    interviewee: str
    example: str


def answering(context: Context, label: Span | None) -> tuple[Agent, ...]:
    """Who speaks behind a label, or in answers without one; nobody where that does not tell and the text presents several people or none."""
    words = "" if label is None else context.document.quote(label).rstrip(".")
    letters = words.replace(".", "").replace(" ", "")
    if label is None or words.casefold() in group("answer_labels"):
        return _called(context) or _agents(context, _interviewee(context, _presented(context)))
    presented = _presented(context)
    if len(letters) <= _LETTERS:
        return _agents(context, [m for m in presented if _initials(context, m) == letters])
    named = [m for m in context.mentions.within(label) if m.form != "adjective"]
    if named:
        return (context.agent(named[0]),)
    called = [m for m in presented if context.mentions.actor(m.actor).name.casefold().endswith(words.casefold())]
    return _agents(context, called) or (Agent(words),)


def is_asked(annotated: Annotated, span: Span) -> bool:
    """True for what an interview asks: nobody tells what it speaks of."""
    return isinstance(annotated.quotation_at(span.end - 1), Question)


def _agents(context: Context, mentions: Sequence[Mention]) -> tuple[Agent, ...]:
    """The one who is meant; nobody when several may be."""
    return (context.agent(mentions[0]),) if len(mentions) == 1 else ()


def _presented(context: Context) -> list[Mention]:
    """The people named before the first question, or by labels: the first mention of each."""
    found: dict[str, Mention] = {}
    for mention in context.mentions.within(Span(0, _first_question(context))):
        if mention.form == "name" and context.mentions.actor(mention.actor).kind == "person" and not _is_signature(context, mention):
            found.setdefault(mention.actor, mention)
    return list(found.values())


def _first_question(context: Context) -> int:
    return next((q.outer.start for q in context.annotated.quotations if isinstance(q, Question)), 0)


def _is_signature(context: Context, mention: Mention) -> bool:
    sentence = context.annotated.sentence_at(mention.span.start)
    lines = context.document.lines
    return sentence is not None and sentence.line < len(lines) and lines[sentence.line].kind == "byline"


def _interviewee(context: Context, presented: list[Mention]) -> list[Mention]:
    """Of several, the one whom the words of presentation stand beside, else the one whose name begins or ends the headline."""
    if len(presented) < 2:
        return presented
    return _beside_presentation(context) or _of_headline(context, presented) or presented


def _beside_presentation(context: Context) -> list[Mention]:
    people = [m for m in context.mentions.within(Span(0, _first_question(context))) if context.mentions.actor(m.actor).kind == "person"]
    for at, presentation in _presentations(context):
        line = context.annotated.sentence_at(at)
        near = [m for m in people if line is not None and line.span.covers(m.span)]
        after = presentation.interviewee == "after"
        found = [m for m in near if m.span.start >= at][:1] if after else [m for m in near if m.span.end <= at + 1][-1:]
        if found:
            return found
    return []


def _called(context: Context) -> tuple[Agent, ...]:
    """Awa Sow in "Trois questions à Awa Sow", even where nothing else tells that this is a name."""
    for at, presentation in _presentations(context):
        name = _FULL_NAME.match(context.document.text, at + len(presentation.words)) if presentation.interviewee == "after" else None
        if name is not None:
            found = [m for m in context.mentions.within(Span(*name.span())) if m.form == "name"]
            return (context.agent(found[0]) if found else Agent(name.group().strip()),)
    return ()


def _presentations(context: Context) -> Iterator[tuple[int, Presentation]]:
    """Where the text presents an interview, and by which words."""
    head = context.document.text[: _first_question(context)].lower().replace("’", "'")
    for presentation in load("fr/interviews", Presentation):
        at = head.find(presentation.words)
        if at >= 0:
            yield at, presentation


def _of_headline(context: Context, presented: list[Mention]) -> list[Mention]:
    """Awa Sow in "Awa Sow : « Nous irons »", "Trêve : « Nous irons », dit Awa Sow"."""
    lines = context.document.lines
    head = lines[0].span if lines else Span(0, 0)
    words = context.document.quote(head)
    named = [m for m in presented if head.covers(m.span)]
    ends = [m for m in named if m.span.end >= head.start + len(words.rstrip(' .»"')) or words[m.span.end - head.start :].startswith(_HEADLINE_ENDS)]
    return ends if len(ends) == 1 else named if len(named) == 1 else []


def _initials(context: Context, mention: Mention) -> str:
    """ "AS" for "Awa Sow"."""
    name = context.mentions.actor(mention.actor).name
    return "".join(part[0] for part in name.replace("-", " ").split())
