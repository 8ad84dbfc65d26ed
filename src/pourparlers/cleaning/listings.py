"""What stands under a heading of other articles ("Sur le même sujet") or of readers ("Vos réactions"): headlines and comments."""

from dataclasses import replace

from pourparlers.cleaning.clutter import below
from pourparlers.cleaning.draft import Draft, Paragraph, dropped
from pourparlers.cleaning.head_and_foot import is_prose

#: So many headlines at most stand under one heading, each of so many characters at most.
_MOST, _LONGEST = 12, 200

_SENTENCE_ENDS = (".", "…", ";", ":", ",")


def without_listings(draft: Draft) -> Draft:
    """The draft without what such headings head, behind a line of prose; the headings themselves stay (`clutter` takes them out)."""
    lines = draft.paragraphs
    out: dict[int, str] = {}
    prose = False
    for i, line in enumerate(lines):
        headed = below(line.text) if prose and i not in out else None
        if headed is not None:
            end = len(lines) if headed.below == "all" else _end_of_headlines(lines, i + 1)
            out.update(dict.fromkeys(range(i + 1, end), headed.rule))
        prose = prose or is_prose(line.text)
    if not out:
        return draft
    gone = tuple(held for i, rule in sorted(out.items()) for held in dropped(lines[i].words, rule))
    return replace(draft, paragraphs=tuple(line for i, line in enumerate(lines) if i not in out), dropped=(*draft.dropped, *gone))


def _end_of_headlines(lines: tuple[Paragraph, ...], start: int) -> int:
    """The index behind the headlines that begin at `start`."""
    end = start
    while end < min(len(lines), start + _MOST) and _is_headline(lines, end):
        end += 1
    return end


def _is_headline(lines: tuple[Paragraph, ...], i: int) -> bool:
    """True for a short line that does not end as sentences do, but for a heading of the article above its prose."""
    line = lines[i]
    if len(line.text) > _LONGEST or line.text.endswith(_SENTENCE_ENDS) or is_prose(line.text) or line.kind == "title":
        return False
    return line.kind != "heading" or i + 1 == len(lines) or not is_prose(lines[i + 1].text)
