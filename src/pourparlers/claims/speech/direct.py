"""Direct statements: quotations with their speakers."""

from pourparlers.claims.groups import group
from pourparlers.claims.speech.flow import Flow, Quoted
from pourparlers.claims.speech.quoted import has_verb, word_count
from pourparlers.claims.speech.statement import build
from pourparlers.model.annotated import Answer
from pourparlers.model.claim import Statement

#: An expression has at most as many words.
_EXPRESSION = 5


def direct_statements(flow: Flow) -> tuple[Statement, ...]:
    """One statement for each speaker of each quotation whose speaker is known, in order."""
    found: list[Statement] = []
    for quoted in flow.quoted:
        found += _of_quotation(flow, quoted)
    return tuple(found)


def _of_quotation(flow: Flow, quoted: Quoted) -> list[Statement]:
    if quoted.frame is None and not isinstance(quoted.quotation, Answer) and _is_expression(flow, quoted):
        return []
    frame = None if quoted.frame is None else flow.frames[quoted.frame]
    rule = f"direct.{quoted.how}"
    return [build(flow, quoted.quotation.inner, agent, frame, ("direct", rule, flow.day_of(quoted))) for agent in quoted.agents]


def _is_expression(flow: Flow, quoted: Quoted) -> bool:
    """True for a name in quotation marks, and for a few words without a verb in a sentence where nobody is told to speak: poursuivi pour "menace à
    la sécurité nationale"."""
    quotation = quoted.quotation
    if any(m.span == quotation.inner for m in flow.context.mentions.within(quotation.inner)) or _is_named(flow, quoted):
        return True
    if word_count(flow.annotated, quotation.inner) > _EXPRESSION or has_verb(flow.annotated, quotation):
        return False
    sentence = flow.annotated.sentence_at(quotation.outer.start)
    return sentence is None or all(f.word.sentence != sentence.i for f in flow.frames)


def _is_named(flow: Flow, quoted: Quoted) -> bool:
    """True for « accord de paix ferme et durable » behind "ont signé un": a text of both sides under its own name."""
    words = flow.annotated.tokens_in(quoted.quotation.inner)
    led = flow.annotated.token_at(quoted.quotation.outer.start - 2) if quoted.quotation.outer.start > 1 else None
    return led is not None and led.pos == "DET" and words[0].lemma in group("texts") and not has_verb(flow.annotated, quoted.quotation)
