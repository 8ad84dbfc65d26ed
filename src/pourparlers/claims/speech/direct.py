"""Direct statements: quotations with their speakers."""

from pourparlers.claims.speech.flow import Flow, Quoted
from pourparlers.claims.speech.statement import build
from pourparlers.model.claim import Statement


def direct_statements(flow: Flow) -> tuple[Statement, ...]:
    """One statement for each speaker of each quotation whose speaker is known, in order."""
    found: list[Statement] = []
    for quoted in flow.quoted:
        found += _of_quotation(flow, quoted)
    return tuple(found)


def _of_quotation(flow: Flow, quoted: Quoted) -> list[Statement]:
    frame = None if quoted.frame is None else flow.frames[quoted.frame]
    rule = f"direct.{quoted.how}"
    return [build(flow, quoted.quotation.inner, agent, frame, ("direct", rule, flow.day_of(quoted))) for agent in quoted.agents]
