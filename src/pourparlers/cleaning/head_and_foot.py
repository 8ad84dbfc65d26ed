"""What stands around an article's sentences: the month at the head, mastheads, signatures, datelines, initials at the foot.

Each is taken out of the text and kept as metadata or as a clue to the day of publication.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from pourparlers.cleaning.clues import clue, impossible
from pourparlers.cleaning.datelines import Dateline, dateline_alone, is_list_of_days, read_dateline
from pourparlers.cleaning.datestamps import month_alone, stamps, words_of
from pourparlers.cleaning.draft import Draft, Paragraph, dropped
from pourparlers.cleaning.folding import fold
from pourparlers.cleaning.signature import Signature, agency_of, is_titled, looks_like_name, looks_like_outlet, read_signature

#: A line at least this long that ends as sentences do is prose; the head of an article ends before the first of those, its
#: foot begins after the last.
_PROSE = 90

#: So many lines at most sign and date a text without prose (a list, a chronology).
_HEAD = 6

#: No outlet has a longer name.
_LONGEST_NAME = 30

_ENDS = tuple(".!?…)")
_QUOTES = tuple('«»"“”')
_SENTENCE_INSIDE = re.compile(r"[.!?…][»\"”]?(?: |$|»)")
_MARKER = re.compile(r"\s*date ?:? ?(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:\s+|$)", re.IGNORECASE)
_INITIALS = re.compile(r"[a-z]{1,5}(?:[-/][a-z0-9]{1,5}){1,9}|[A-Za-z]{1,5}(?:/[A-Za-z0-9]{1,7}){1,9}")
#: "Mali-Dialogue-Trêve": the keywords that agencies put above a title.
_KEYWORDS = re.compile(r"[A-ZÀ-Ý][\w’']+(?:[-/][A-ZÀ-Ý][\w’']+){2,}")
_TITLE_AND_OUTLET = re.compile(r"(.{12,}\S)\s+(\||[-–—])\s+([^|]{2,40})")
_TITLE_AND_SIGNATURE = re.compile(r"(.{12,}[^\s(]) ?\(([^()]{8,80})\)")
_AGENCY_LAST = re.compile(r"(?<=[.!?»\"”]) ?\((?:avec |source ?: ?)?(?P<agency>[^()\n]{2,40})\)$", re.IGNORECASE)


def without_head_and_foot(draft: Draft) -> Draft:
    """The draft without all these."""
    steps: tuple[Callable[[Draft], Draft], ...] = (_title_label, _marker, _signatures, _glued_stamp, _masthead, _dateline, _foot, _outlet_after_title)
    for step in steps:
        draft = step(draft)
    return draft


def is_prose(text: str) -> bool:
    """True for a line of the article's sentences, as far as its length and end tell."""
    if len(text) < _PROSE:
        return False
    # Titles end with quotation marks too: those count only around or behind a sentence.
    quoted = text.endswith(_QUOTES) and (text.startswith(_QUOTES) or _SENTENCE_INSIDE.search(text) is not None)
    return text.endswith(_ENDS) or quoted


def _title_label(draft: Draft) -> Draft:
    """ "Titre : Les délégués se quittent", as databases of articles print it."""
    if len(draft.paragraphs) < 2:
        return draft
    first = draft.paragraphs[0]
    label = next((label for label in words_of("title") if fold(first.text).startswith((f"{label}:", f"{label} :"))), None)
    if label is None:
        return draft
    start = first.text.index(":") + 1
    draft = replace(draft, dropped=(*draft.dropped, *dropped(first.words.cut(0, start), "byline")))
    return _beheaded(draft, 0, start)


def _marker(draft: Draft) -> Draft:
    """ " date 2022-03 Les pourparlers…", or a month in a line of its own: the day, or as much of it as is known, that stands before the text."""
    if not draft.paragraphs:
        return draft
    first = draft.paragraphs[0].text
    match, month = _MARKER.match(first), month_alone(first)
    if match is not None:
        return _marked(draft, match[1], match.span(1), match.end())
    return draft if month is None or len(draft.paragraphs) == 1 else _marked(draft, month, (0, len(first)), len(first))


def _marked(draft: Draft, value: str, stamp: tuple[int, int], end: int) -> Draft:
    """The draft without the first `end` characters of its first line, which give its day at `stamp`."""
    words = draft.paragraphs[0].words
    found = clue(value, "head", words.cut(*stamp))
    draft = replace(draft, clues=(*draft.clues, found), dropped=(*draft.dropped, *dropped(words.cut(0, end), "date")))
    return _beheaded(draft, 0, end)


def _beheaded(draft: Draft, index: int, start: int) -> Draft:
    """With a paragraph cut down to what follows `start`, or without it when nothing does."""
    paragraph = draft.paragraphs[index]
    rest = paragraph.words.cut(start, len(paragraph.text)).strip()
    kept = (replace(paragraph, words=rest),) if rest.text else ()
    return replace(draft, paragraphs=(*draft.paragraphs[:index], *kept, *draft.paragraphs[index + 1 :]))


def _regions(paragraphs: tuple[Paragraph, ...]) -> tuple[int, int]:
    """The index of the first line of prose and that after the last; without prose, a few lines are head and none is foot."""
    prose = [i for i, paragraph in enumerate(paragraphs) if paragraph.kind not in ("title", "heading") and is_prose(paragraph.text)]
    return (prose[0], prose[-1] + 1) if prose else (min(_HEAD, len(paragraphs)), len(paragraphs))


def _signatures(draft: Draft) -> Draft:
    head, foot = _regions(draft.paragraphs)
    signatures = [read_signature(paragraph.text) for paragraph in draft.paragraphs]
    tell = [held is not None and (held.certain or ((i < head or i >= foot) and _says_something(held))) for i, held in enumerate(signatures)]
    kept = []
    for i, (paragraph, signature) in enumerate(zip(draft.paragraphs, signatures, strict=True)):
        beside = 0 < i < head and (tell[i - 1] or tell[i + 1 : i + 2] == [True])
        if signature is not None and (tell[i] or (beside and paragraph.kind == "" and _is_author(paragraph.text))):
            draft = _signed(draft, paragraph, signature)
        else:
            kept.append(paragraph)
    return replace(draft, paragraphs=tuple(kept))


def _says_something(signature: Signature) -> bool:
    section = signature.sections > 0 and signature.named
    return bool(signature.stamps) or signature.opened or signature.noted or signature.agency is not None or section


def _signed(draft: Draft, paragraph: Paragraph, signature: Signature) -> Draft:
    """With what a signature tells, its line being taken out."""
    clues, issues = list(draft.clues), list(draft.issues)
    for stamp in signature.stamps:
        words = paragraph.words.cut(stamp.start, stamp.end)
        if stamp.impossible:
            issues.append(impossible(words.text))
        elif stamp.value is not None:
            source = "relative" if stamp.relative else "byline"
            clues.append(clue(stamp.value, source, words, modified=stamp.label == "modified"))
    out = dropped(paragraph.words, "byline")
    draft = replace(draft, clues=tuple(clues), issues=tuple(issues), dropped=(*draft.dropped, *out))
    return draft.learn(outlet=signature.outlet, agency=signature.agency)


def _glued_stamp(draft: Draft) -> Draft:
    """ "Publié le 4 mars 2022 à 18h05Le président…": a labelled day before the first sentence of a line of the head."""
    head, _ = _regions(draft.paragraphs)
    for i, paragraph in enumerate(draft.paragraphs[: head + 1]):
        found = stamps(paragraph.text[:120])
        if not found or found[0].start > 0 or not (found[0].label or found[0].relative):
            continue
        end = found[-1].end if found[-1].label else found[0].end
        rest = paragraph.text[end:].lstrip(" |•-–—:.")
        spaced = paragraph.text[end : end + 1].isspace()
        if rest[:1].isupper() and (found[0].label or not spaced):
            start = len(paragraph.text) - len(rest)
            signature = Signature(tuple(stamp for stamp in found if stamp.end <= end))
            front = replace(paragraph, words=paragraph.words.cut(0, start))
            return _beheaded(_signed(draft, front, signature), i, start)
    return draft


def _masthead(draft: Draft) -> Draft:
    """The name of the outlet above the title, or the keywords of an agency, when a title follows in the head."""
    head, _ = _regions(draft.paragraphs)
    if head < 2 or len(draft.paragraphs) < 3:
        return draft
    first = draft.paragraphs[0]
    if _KEYWORDS.fullmatch(first.text) is not None:
        return replace(draft, paragraphs=draft.paragraphs[1:], dropped=(*draft.dropped, *dropped(first.words, "masthead")))
    if first.kind or len(first.text) > _LONGEST_NAME or first.text.endswith(_ENDS) or not _is_outlet(first.text):
        return draft
    draft = replace(draft, paragraphs=draft.paragraphs[1:], dropped=(*draft.dropped, *dropped(first.words, "masthead")))
    return draft.learn(outlet=first.text)


def _dateline(draft: Draft) -> Draft:
    """ "GENÈVE, 3 mars (AFP) - ", "(Reuters) - ", "AFP - " before the first sentence."""
    head, _ = _regions(draft.paragraphs)
    for i, paragraph in enumerate(draft.paragraphs[: head + 1]):
        dateline = read_dateline(paragraph.text) or dateline_alone(paragraph.text)
        if dateline is None:
            continue
        if dateline.day is not None and is_list_of_days([held.text for held in draft.paragraphs]):
            return draft
        return _beheaded(_with_dateline(draft, paragraph, dateline), i, dateline.end)
    return draft


def _with_dateline(draft: Draft, paragraph: Paragraph, dateline: Dateline) -> Draft:
    """With what a dateline tells, which is taken out."""
    draft = replace(draft, dropped=(*draft.dropped, *dropped(paragraph.words.cut(0, dateline.end), "dateline")))
    if dateline.agency is not None:
        draft = draft.learn(agency=agency_of(dateline.agency) or dateline.agency)
    if dateline.day is None:
        return draft
    words = paragraph.words.cut(dateline.day.start, dateline.day.end)
    if dateline.day.value is None:
        return replace(draft, issues=(*draft.issues, impossible(words.text)))
    return replace(draft, clues=(*draft.clues, clue(dateline.day.value, "dateline", words)))


def _foot(draft: Draft) -> Draft:
    """Initials and names under the last sentence, "(AFP)" behind it."""
    _, foot = _regions(draft.paragraphs)
    end = len(draft.paragraphs)
    while end > foot and _is_signed(draft.paragraphs[end - 1].text):
        end -= 1
    if end == 0:
        return draft
    out = tuple(held for paragraph in draft.paragraphs[end:] for held in dropped(paragraph.words, "byline"))
    return _agency_behind(replace(draft, paragraphs=draft.paragraphs[:end], dropped=(*draft.dropped, *out)))


def _is_signed(text: str) -> bool:
    return _INITIALS.fullmatch(text) is not None or _is_author(text)


def _is_author(text: str) -> bool:
    return 2 <= len(text.split()) <= 5 and len(text) <= 50 and looks_like_name(text) and text[-1].isalpha()


def _agency_behind(draft: Draft) -> Draft:
    if not draft.paragraphs:
        return draft
    last = draft.paragraphs[-1]
    match = _AGENCY_LAST.search(last.text)
    agency = None if match is None else agency_of(match["agency"])
    if match is None or agency is None:
        return draft
    out = dropped(last.words.cut(match.start(), match.end()), "byline")
    kept = replace(last, words=last.words.cut(0, match.start()).strip())
    return replace(draft, paragraphs=(*draft.paragraphs[:-1], kept), dropped=(*draft.dropped, *out)).learn(agency=agency)


def _outlet_after_title(draft: Draft) -> Draft:
    """ "Le titre | Plaine.info", "Le titre (La Gazette des dunes, 3 mars 2022)": what pages and press reviews add to a title."""
    if len(draft.paragraphs) < 2:
        return draft
    first = draft.paragraphs[0]
    match = _TITLE_AND_SIGNATURE.fullmatch(first.text)
    signature = None if match is None else read_signature(match[2])
    if match is not None and signature is not None and any(stamp.value for stamp in signature.stamps):
        draft = _signed(draft, replace(first, words=first.words.cut(*match.span(2))), signature)
        kept = replace(first, words=first.words.cut(0, match.end(1)))
        return replace(draft, paragraphs=(kept, *draft.paragraphs[1:]))
    match = _TITLE_AND_OUTLET.fullmatch(first.text)
    if match is None or not (looks_like_name(match[3]) if match[2] == "|" else _is_outlet(match[3])):
        return draft
    out = dropped(first.words.cut(match.end(1), len(first.text)), "masthead")
    kept = replace(first, words=first.words.cut(0, match.end(1)))
    return replace(draft, paragraphs=(kept, *draft.paragraphs[1:]), dropped=(*draft.dropped, *out)).learn(outlet=match[3])


def _is_outlet(words: str) -> bool:
    """True for a name that only a paper or a station bears: with a word for media, also among small letters, or the address of a site."""
    return (looks_like_name(words) and looks_like_outlet(words)) or (is_titled(words) and words.startswith(("Le ", "La ", "Les ", "L'", "L’")))
