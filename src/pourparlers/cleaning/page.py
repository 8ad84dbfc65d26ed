"""A saved page into a draft: its article's blocks, its declarations, and what stood around the article."""

import re
from dataclasses import replace

from pourparlers.cleaning.blocks import Block, blocks
from pourparlers.cleaning.clues import page_clues
from pourparlers.cleaning.draft import Draft, Paragraph, dropped
from pourparlers.cleaning.folding import fold
from pourparlers.cleaning.main_text import Chosen, choose, part_of
from pourparlers.cleaning.markup import scan
from pourparlers.cleaning.page_meta import Declaration, PageMeta, page_meta
from pourparlers.cleaning.signature import looks_like_name, read_signature
from pourparlers.cleaning.traced import Traced
from pourparlers.issues import Issue
from pourparlers.model.text import Dropped

_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
_WORD = re.compile(r"\w+")
_BEHIND = re.compile(r" [|–—-] ([^|–—]{2,30})")

#: How many lines above the title may still sign or date the article.
_ABOVE = 4

#: Shares of common words above which a heading, or any block, is the declared title.
_ALIKE, _SAME = 0.3, 0.8


def read_page(source: str) -> Draft:
    """The draft of a page: title, lead and article as paragraphs, all else as dropped; declarations as metadata and clues."""
    items = tuple(scan(source))
    meta, all_blocks = page_meta(source, items), blocks(source, items)
    chosen = choose(source, all_blocks)
    title = _title(all_blocks, meta, chosen)
    kept = _kept(all_blocks, chosen, title)
    meta = replace(meta, times=_times_within(meta, all_blocks, kept))
    draft = Draft(_paragraphs(all_blocks, kept, chosen), clues=page_clues(meta), dropped=_furniture(all_blocks, kept))
    draft = replace(draft, issues=tuple(_unaligned(line) for _, line in chosen.unaligned))
    told = _told_title(all_blocks, title, meta)
    return draft.learn(title=told, outlet=meta.outlet or _outlet_behind(told, meta), url=meta.url, language=meta.language)


def _times_within(meta: PageMeta, all_blocks: tuple[Block, ...], kept: dict[int, str]) -> tuple[Declaration, ...]:
    """The `time` elements between the first and the last line of the article: those around it date other articles."""
    places = [where for i in kept if (where := all_blocks[i].words.capture) is not None]
    if not places:
        return ()
    start, end = places[0].start, places[-1].end
    return tuple(time for time in meta.times if start <= time.start < end)


def _title(all_blocks: tuple[Block, ...], meta: PageMeta, chosen: Chosen) -> int | None:
    """The block that shows the title: the first heading most like the declared title, before the end of the article."""
    end = chosen.blocks[-1] if chosen.blocks else len(all_blocks)
    declared = set(_WORD.findall(fold(meta.title or "")))
    headings = [i for i, block in enumerate(all_blocks[: end + 1]) if block.tag == "h1"]
    if not headings and declared:
        headings = [i for i, block in enumerate(all_blocks[: end + 1]) if _likeness(block.words.text, declared) > _SAME]
    if not headings:
        return None
    best = max(headings, key=lambda i: (_likeness(all_blocks[i].words.text, declared), -i))
    alike = _likeness(all_blocks[best].words.text, declared)
    if not declared or alike > _ALIKE or (best in chosen.blocks and all_blocks[best].tag == "h1"):
        return best
    return None


def _likeness(text: str, declared: set[str]) -> float:
    words = set(_WORD.findall(fold(text)))
    return len(words & declared) / len(words | declared) if words | declared else 0.0


def _told_title(all_blocks: tuple[Block, ...], title: int | None, meta: PageMeta) -> str | None:
    return meta.title if title is None else all_blocks[title].words.text


def _outlet_behind(title: str | None, meta: PageMeta) -> str | None:
    """What the `title` of a page adds to the title that it shows: "Les délégués se quittent | Plaine Info"."""
    declared = meta.first(("title",))
    if title is None or declared is None or not declared.value.startswith(title):
        return None
    behind = _BEHIND.fullmatch(declared.value, len(title))
    return behind[1] if behind is not None and looks_like_name(behind[1]) else None


def _kept(all_blocks: tuple[Block, ...], chosen: Chosen, title: int | None) -> dict[int, str]:
    """The blocks of the article and their kinds, in order."""
    first = next((i for i in chosen.blocks if i != title), None)
    kept = {i: _kind(all_blocks[i]) for i in chosen.blocks}
    if title is not None:
        kept[title] = "title"
        for i in range(title + 1, first if first is not None else title + 1):
            if part_of(all_blocks[i], levels=1) == "lead":
                kept[i] = "lead"
    for i in _signatures(all_blocks, title, first):
        kept.setdefault(i, "")
    return dict(sorted(kept.items()))


def _kind(block: Block) -> str:
    if block.tag in _HEADINGS:
        return "heading"
    if block.inside(frozenset({"figcaption"})) or part_of(block, levels=1) == "caption":
        return "caption"
    return "lead" if part_of(block, levels=1) == "lead" else ""


def _signatures(all_blocks: tuple[Block, ...], title: int | None, first: int | None) -> list[int]:
    """The lines near the title that sign or date the article; later steps read them and take them out."""
    if title is None:
        return []
    end = first if first is not None and first > title else title + 6
    near = [*range(max(0, title - _ABOVE), title), *range(title + 1, min(end + 1, len(all_blocks)))]
    found = []
    for i in near:
        signature = read_signature(all_blocks[i].words.text)
        if signature is not None and (signature.certain or (signature.stamps and i > title) or (signature.opened and i > title)):
            found.append(i)
    return found


def _paragraphs(all_blocks: tuple[Block, ...], kept: dict[int, str], chosen: Chosen) -> tuple[Paragraph, ...]:
    """The kept blocks, and after them the lines that were found in none."""
    lost: dict[int, list[str]] = {}
    for after, line in chosen.unaligned:
        lost.setdefault(after, []).append(line)
    found = [Paragraph(Traced.put_in(line)) for line in lost.get(-1, [])]
    for i, kind in kept.items():
        found.append(Paragraph(all_blocks[i].words, kind))
        found.extend(Paragraph(Traced.put_in(line)) for line in lost.get(i, []))
    return tuple(found)


def _furniture(all_blocks: tuple[Block, ...], kept: dict[int, str]) -> tuple[Dropped, ...]:
    return tuple(out for i, block in enumerate(all_blocks) if i not in kept for out in dropped(block.words, "page"))


def _unaligned(line: str) -> Issue:
    return Issue("", "cleaning", "unaligned", f"a line of the page could not be found again in its source: {line[:60]!r}")
