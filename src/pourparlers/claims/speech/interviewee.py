"""What an interview asks, and who answers: whoever the label of the answers names, or the one person whom the text presents before it asks."""

from pourparlers.claims.context import Context
from pourparlers.model.annotated import Annotated, Answer, Sentence
from pourparlers.model.claim import Agent
from pourparlers.model.mention import Mention
from pourparlers.model.text import Span

#: Labels that name nobody: "R", "Réponse", or the letters of a name.
_LETTERS = 3
_ANSWER = frozenset(("réponse", "rép"))


def answering(context: Context, label: Span) -> tuple[Agent, ...]:
    """Who speaks behind a label; nobody where it does not tell and the text presents several people or none."""
    words = context.document.quote(label).rstrip(".")
    if len(words.replace(".", "").replace(" ", "")) > _LETTERS and words.casefold() not in _ANSWER:
        named = [m for m in context.mentions.within(label) if m.form != "adjective"]
        return (context.agent(named[0]),) if named else ()
    presented = _presented(context)
    if words.casefold() not in ("r", *_ANSWER):
        presented = {actor: m for actor, m in presented.items() if _initials(context, m) == words.replace(".", "").replace(" ", "")}
    return (context.agent(next(iter(presented.values()))),) if len(presented) == 1 else ()


def is_asked(annotated: Annotated, sentence: Sentence) -> bool:
    """True for a question that an interview puts: nobody tells what it speaks of."""
    tokens = annotated.sentence_tokens(sentence)
    if not tokens or tokens[-1].text != "?" or not any(isinstance(q, Answer) for q in annotated.quotations):
        return False
    return annotated.quotation_at(tokens[-1].start) is None


def _presented(context: Context) -> dict[str, Mention]:
    """The people named before the first question, by actor: the first mention of each."""
    asked = next((line.start for line in _lines(context) if context.document.quote(line).rstrip().endswith("?")), 0)
    found: dict[str, Mention] = {}
    for mention in context.mentions.within(Span(0, asked)):
        if mention.form == "name" and context.mentions.actor(mention.actor).kind == "person":
            found.setdefault(mention.actor, mention)
    return found


def _lines(context: Context) -> tuple[Span, ...]:
    return tuple(line.span for line in context.document.lines)


def _initials(context: Context, mention: Mention) -> str:
    """ "AS" for "Awa Sow"."""
    name = context.mentions.actor(mention.actor).name
    return "".join(part[0] for part in name.replace("-", " ").split())
