"""Drawings of who is who: each line of a text with its actors underlined by a letter, and a legend."""

from pourparlers.model.annotated import Annotated
from pourparlers.model.mention import Mention, Mentions


def draw(annotated: Annotated, mentions: Mentions) -> str:
    """Every line, the outermost mentions of actors underlined; then one line for each letter: kind, name, side."""
    letters = _letters(mentions)
    rows: list[str] = []
    for line in annotated.document.lines:
        rows.append(annotated.document.quote(line.span))
        under = [" "] * len(line.span)
        for mention in _outermost(mentions):
            if line.span.covers(mention.span):
                start = mention.span.start - line.span.start
                who = "".join(letters[m.actor] for m in mentions.mentions if m.span == mention.span and m.form == mention.form)
                under[start : start + len(mention.span)] = who + "─" * (len(mention.span) - len(who))
        rows.append("".join(under).rstrip())
    legend = [
        f"{letters[a.id]} {a.kind}: {a.name}" + (f" [{a.side}]" if a.side not in (None, a.name) else "") for a in mentions.actors if a.id in letters
    ]
    return "\n".join([*rows, *legend])


def _outermost(mentions: Mentions) -> list[Mention]:
    kept: list[Mention] = []
    for mention in mentions.mentions:
        if mention.form != "adjective" and not (kept and kept[-1].span.covers(mention.span) and kept[-1].span != mention.span):
            kept.append(mention)
    return kept


def _letters(mentions: Mentions) -> dict[str, str]:
    letters: dict[str, str] = {}
    for mention in _outermost(mentions):
        letters.setdefault(mention.actor, chr(ord("A") + len(letters)))
    return letters
