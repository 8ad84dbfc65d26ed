"""What is known of a day in EDTF (ISO 8601-2): "2022-03-03", "2022-03?", "2022-03-01/2022-03-02", "../2022-05", "[2025-07-21,2025-07-22]"."""

from pourparlers.model.time import Published, Time

#: Of more candidate days than these a set is no longer written out.
_MOST_OPTIONS = 12


def edtf(start: str | None, end: str | None, uncertain: bool = False) -> str:
    """Two ISO prefixes as an EDTF date or interval; an unknown end is "..". Empty when nothing is known. uncertain: with "?"."""
    mark = "?" if uncertain else ""
    if start is None and end is None:
        return ""
    if start == end:
        return f"{start}{mark}"
    return f"{_end(start, mark)}/{_end(end, mark)}"


def _end(prefix: str | None, mark: str) -> str:
    return ".." if prefix is None else f"{prefix}{mark}"


def edtf_of_time(time: Time) -> str:
    """The days of a temporal expression: open on one side for « d'ici fin mai » and « depuis lundi »."""
    if time.bound in ("until", "before"):
        return edtf(None, time.end, time.vague)
    if time.bound in ("since", "from", "after"):
        return edtf(time.start, None, time.vague)
    return edtf(time.start, time.end, time.vague)


def edtf_of_published(published: Published) -> str:
    """A document's own day: one of a set while several days remain; a month or year with "?" when it is all that is known and was inferred."""
    days = published.candidates
    if 1 < len(days) <= _MOST_OPTIONS:
        return f"[{','.join(sorted(days))}]"
    return "" if published.best is None else edtf(published.best, published.best, uncertain=len(published.best) < 10)
