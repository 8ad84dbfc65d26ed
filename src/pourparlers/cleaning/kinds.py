"""What each line is: title, lead, heading, body, caption."""

import re
from dataclasses import replace

from pourparlers.cleaning.draft import Draft, Paragraph
from pourparlers.cleaning.head_and_foot import is_prose

_LONGEST_TITLE = 220
_LONGEST_HEADING = 90
_LONGEST_CAPTION = 300
_DASHED = re.compile(r"[-–—] ?\S.*\S ?[-–—]")
_ENDS = tuple(".,;:…")
_CREDIT = re.compile(r"©|\((?:photo|crédit|ph\.)[^()]*\)$", re.IGNORECASE)


def with_kinds(draft: Draft) -> Draft:
    """The draft with a kind for every line that has none, and the title as metadata."""
    lines = list(draft.paragraphs)
    for i, line in enumerate(lines):
        if not line.kind:
            lines[i] = replace(line, kind=_kind(lines, i))
    draft = replace(draft, paragraphs=tuple(lines))
    title = next((line.text for line in lines if line.kind == "title"), None)
    return draft.learn(title=title)


def _kind(lines: list[Paragraph], i: int) -> str:
    text = lines[i].text
    if i == 0 and len(lines) > 1 and _is_title(text, lines[1].text):
        return "title"
    if len(text) < _LONGEST_CAPTION and _CREDIT.search(text) is not None:
        return "caption"
    if 0 < i < len(lines) - 1 and _is_heading(text, lines[i + 1].text):
        return "heading"
    return "body"


def _is_title(text: str, below: str) -> bool:
    """True for a first line that does not end as a sentence, or is one short sentence above a long line."""
    if len(text) > _LONGEST_TITLE:
        return False
    return not text.endswith(_ENDS) or (len(text) <= 60 and len(below) > 2 * len(text))


def _is_heading(text: str, below: str) -> bool:
    if _DASHED.fullmatch(text) is not None and len(text) <= _LONGEST_HEADING:
        return True
    return len(text) <= _LONGEST_HEADING and not text.endswith(_ENDS) and text[0] not in "-–—•*" and is_prose(below)
