"""The timeline as marks on lanes: where each stands, in days and in rows, worked out here so that the page needs no script."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pourparlers.model.calendar import iso, prefix_days
from pourparlers.web.days import month_name
from pourparlers.web.lanes import LANES, Lane
from pourparlers.web.scene import Item

#: The width, in pixels, at which marks are stacked and labels laid out; a mark's, and a letter's of a label.
_WIDTH, _MARK, _LETTER = 1000, 13, 6.6
#: Letters of a label at most.
_LONGEST = 40
#: Rows of labels above the texts; the height of marks of a lane at most.
_ROWS, _HEIGHT = 3, 104
#: Years that have a button; days from which on only decades are named.
_MOST_YEARS, _ERA = 6, 5000
#: From so many marks on, weeks are drawn instead.
MOST_MARKS = 1500


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark. number: names it in the style sheet. at: its day, counted from the first one of the timeline; days: how many it covers.
    row: how far up it is stacked. label: words beside it, "" for none; left: they stand to its left; floor: how high they stand.
    vague: its day is known as a month or a year only. count: of entries, where it stands for a week."""

    number: int
    item: Item
    at: float
    days: float
    row: int
    label: str = ""
    left: bool = False
    floor: int = 0
    vague: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Week:
    """A bar that stands for all entries of a lane in a week. at: its Monday, counted from the first day. count: of entries. height: in pixels.
    since, until: its first and last day, as ISO days."""

    number: int
    at: int
    count: int
    height: int
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A lane with its marks, or with weeks where those would be too many. step: pixels from one row of marks to the next. height: in pixels."""

    name: str
    shape: str
    marks: tuple[Mark, ...]
    step: float
    height: int
    weeks: tuple[Week, ...] = ()

    @property
    def base(self) -> float:
        """How high the marks are stacked: labels stand above that."""
        return max((mark.row for mark in self.marks), default=0) * self.step


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at the first day of a month or year. level: "decade", "year", "quarter" or "month"."""

    at: int
    text: str
    level: str
    year: int


@dataclass(frozen=True, slots=True)
class Band:
    """A truce whose first and last day are known."""

    at: int
    days: int
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """first: the ordinal of its first day; length: in days. begin, end: the window shown, counted from the first day.
    years: those worth a button. narrowed: the window opens where most marks are, though nobody asked for it."""

    first: int
    length: int
    begin: int
    end: int
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    strips: tuple[Strip, ...]
    years: tuple[int, ...]
    narrowed: bool = False

    @property
    def since(self) -> str:
        """Its first day, as an ISO day."""
        return iso(self.first)

    @property
    def scale(self) -> str:
        """How near the window is: "era", "far", "mid" or "near"."""
        shown = self.end - self.begin
        return "era" if shown > _ERA else "far" if shown > 550 else "mid" if shown > 130 else "near"

    @property
    def first_line(self) -> Tick | None:
        """The first line that is seen in the window: it tells its year, whatever it is."""
        hidden = {"near": (), "mid": ("month",)}.get(self.scale, ("month", "quarter"))
        return next((tick for tick in self.ticks if tick.at >= self.begin and tick.level not in hidden), None)

    @property
    def css(self) -> str:
        """The style sheet of positions."""
        rules = [f"#tl{{--a:{self.begin};--b:{self.end}}}"]
        rules += [f"#k{i}{{--t:{tick.at}}}" for i, tick in enumerate(self.ticks)]
        rules += [f"#b{i}{{--t:{band.at};--d:{band.days}}}" for i, band in enumerate(self.bands)]
        for strip in self.strips:
            rules.append(f"#l-{strip.name}{{--h:{strip.height};--step:{strip.step:g};--base:{strip.base:g}}}")
            rules += [_rule(mark) for mark in strip.marks]
            rules += [f"#m{week.number}{{--t:{week.at};--d:7;--tall:{week.height}}}" for week in strip.weeks]
        return "".join(rules)


def _rule(mark: Mark) -> str:
    extra = (f";--k:{mark.row}" if mark.row else "") + (f";--f:{mark.floor}" if mark.floor else "")
    return f"#m{mark.number}{{--t:{mark.at:g};--d:{mark.days:g}{extra}}}"


def draw(items: Sequence[Item], language: str, since: str | None = None, until: str | None = None) -> Timeline | None:
    """The timeline of the items that have a day; None when there are fewer than two. since, until: the window, as ISO prefixes."""
    dated = [item for item in items if item.day is not None]
    if len(dated) < 2:
        return None
    days = sorted(item.day or 0 for item in dated)
    if len(dated) > MOST_MARKS:
        dated = _within(dated, since, until)
    first, last = _extent(dated)
    main = dense(days) if since is None and until is None else None
    begin, end = _window(days, first, last, since, until) if main is None else (max(0, main[0] - first), min(last, main[1]) - first)
    numbers = iter(range(1, len(dated) + 1))
    strips = tuple(_lane(lane, dated, first, (begin, end), numbers) for lane in LANES)
    ticks = tuple(_ticks(first, last, language))
    return Timeline(
        first,
        last - first,
        begin,
        end,
        ticks,
        tuple(_bands(dated, first)),
        tuple(s for s in strips if s.marks or s.weeks),
        _years(days),
        main is not None,
    )


def dense(days: Sequence[int]) -> tuple[int, int] | None:
    """The stretch around the middle half of some days in order, three times as much on either side, when others lie so far off that they would
    squeeze it; None otherwise."""
    low, high = days[len(days) // 4], days[-1 - len(days) // 4]
    room = max(30, 3 * (high - low))
    begin, end = max(low - room, days[0] - 3), min(high + room, days[-1] + 3)
    return (begin, end) if days[-1] - days[0] > 4 * (end - begin) else None


def _years(days: Sequence[int]) -> tuple[int, ...]:
    """The years, when there are few of them; else those of most marks."""
    counts = Counter(datetime.date.fromordinal(day).year for day in days)
    most = sorted(counts, key=lambda year: (-counts[year], year))[:_MOST_YEARS]
    return tuple(sorted(most))


def _lane(lane: Lane, dated: Sequence[Item], first: int, window: tuple[int, int], numbers: Iterator[int]) -> Strip:
    items = [item for item in dated if item.lane == lane.name]
    if len(dated) > MOST_MARKS:
        return _by_week(lane.name, lane.shape, items, first, numbers)
    return _strip(lane.name, lane.shape, items, first, window, numbers)


def _within(items: list[Item], since: str | None, until: str | None) -> list[Item]:
    """The items of a period, all of them when there are fewer than two."""
    begin = None if since is None else prefix_days(since)
    end = None if until is None else prefix_days(until)
    inside = [i for i in items if (begin is None or (i.day or 0) >= begin.first) and (end is None or (i.day or 0) <= end.last)]
    return inside if len(inside) > 1 else items


def _extent(items: Iterable[Item]) -> tuple[int, int]:
    """The first and the last day, with some room on either side."""
    days = [item.day for item in items if item.day is not None]
    first, last = min(days), max(days)
    room = max(3, (last - first) // 60)
    return first - room, last + room


def _window(days: Sequence[int], first: int, last: int, since: str | None, until: str | None) -> tuple[int, int]:
    """The stretch that was asked for, counted from the first day; where its marks fill less than half of it, these with some room."""
    begin = None if since is None else prefix_days(since)
    end = None if until is None else prefix_days(until)
    left = 0 if begin is None else max(0, begin.first - first)
    right = last - first if end is None else min(last, end.last + 1) - first
    if right <= left:
        return 0, last - first
    inside = [day - first for day in days if left <= day - first < right]
    if (since is None and until is None) or not inside:
        return left, right
    room = max(5, (inside[-1] - inside[0]) // 8)
    low, high = max(left, inside[0] - room), min(right, inside[-1] + room)
    return (low, high) if 2 * (high - low) < right - left else (left, right)


def _strip(name: str, shape: str, items: list[Item], first: int, window: tuple[int, int], numbers: Iterator[int]) -> Strip:
    ordered = sorted(items, key=lambda item: (item.day or 0, item.id))
    bare = _stacked([_placed(item, first, next(numbers)) for item in ordered], window[1] - window[0], shape)
    marks = _labelled(bare, window, name) if name in ("texts", "talks") else bare
    rows = max((mark.row for mark in marks), default=0) + 1
    step = _MARK if rows * _MARK <= _HEIGHT else max(3.0, _HEIGHT / rows)
    floors = max((mark.floor for mark in marks), default=0)
    return Strip(name, shape, tuple(marks), step, round(rows * step + 14 + floors * 19))


def _placed(item: Item, first: int, number: int) -> Mark:
    """A mark at the day of its item; in the middle of the month or year that is all that is known. A last day alone makes a vague mark."""
    start = item.entry.start or item.entry.end or ""
    days = prefix_days(start)
    if days is None or item.day is None:
        raise ValueError(f"{item.id} has no day")
    covered = days.last - days.first + 1
    if len(start) < 10:
        return Mark(number, item, days.first - first + covered / 2, covered, 0, vague=True)
    if item.entry.start is None:
        return Mark(number, item, item.day - first, 1, 0, vague=True)
    until = item.last if item.last is not None and item.last > item.day else item.day
    return Mark(number, item, item.day - first, until - item.day + 1, 0)


def _stacked(marks: list[Mark], window: int, shape: str) -> list[Mark]:
    """Marks that would cover one another, one above the other."""
    pixel = _WIDTH / max(window, 1)
    free: list[float] = []
    stacked = []
    for mark in sorted(marks, key=lambda m: (m.at, m.number)):
        left = mark.at * pixel
        row = next((i for i, end in enumerate(free) if end <= left), len(free))
        width = max(_MARK, mark.days * pixel) if shape == "bar" else _MARK
        free[row : row + 1] = [left + width]
        stacked.append(replace(mark, row=row))
    return stacked


def _labelled(marks: list[Mark], window: tuple[int, int], lane: str) -> list[Mark]:
    """Marks with words beside them, as long as they find room: the name of the text, the place of the talks. Those outside the window have theirs
    turned away from it, for whoever zooms out."""
    pixel = _WIDTH / max(window[1] - window[0], 1)
    free = [-1e9] * _ROWS
    labelled = []
    for mark in marks:
        text = _label(mark, lane)
        width = len(text) * _LETTER + 14
        left = (mark.at - window[0]) * pixel
        if text and mark.row == 0 and not 0 <= left <= _WIDTH:
            labelled.append(replace(mark, label=text, left=left < 0, floor=1))
            continue
        flip = left + width > _WIDTH
        begin = left - width if flip else left
        row = next((i for i in range(_ROWS) if free[i] <= begin), None)
        if not text or row is None or mark.row > 0 or begin < 0:
            labelled.append(mark)
            continue
        free[row] = begin + width
        labelled.append(replace(mark, label=text, left=flip, floor=row + 1))
    return labelled


def _label(mark: Mark, lane: str) -> str:
    entry = mark.item.entry
    if lane == "talks":
        return entry.place.name if entry.place is not None and entry.place.precision == "city" else ""
    return _shortened(entry.headline.partition(" (")[0])


def _shortened(words: str) -> str:
    """Words cut to the room of a label, not behind an article, a preposition or a comma."""
    if len(words) <= _LONGEST:
        return words
    kept = words[: _LONGEST - 2].split(" ")[:-1]
    while len(kept) > 1 and len(kept[-1].strip(",")) <= 3:
        kept.pop()
    return " ".join(kept).rstrip(",") + "…"


def _ticks(first: int, last: int, language: str) -> Iterator[Tick]:
    day = datetime.date.fromordinal(first)
    year, month = day.year, day.month
    if month < 11:
        yield Tick(0, str(year), "year", year)
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        at = datetime.date(year, month, 1).toordinal()
        if at > last:
            return
        level = "decade" if month == 1 and year % 10 == 0 else "year" if month == 1 else "quarter" if month in (4, 7, 10) else "month"
        yield Tick(at - first, str(year) if month == 1 else month_name(month, language), level, year)


def _bands(items: Iterable[Item], first: int) -> Iterator[Band]:
    """The truces whose first and last day are both told."""
    found: dict[tuple[int, int], Item] = {}
    for item in items:
        known = item.entry.type == "ceasefire" and item.day is not None and item.last is not None and item.last > item.day
        if known and item.entry.start and item.entry.end and len(item.entry.start) == len(item.entry.end) == 10:
            found.setdefault((item.day or 0, item.last or 0), item)
    for (day, last), item in sorted(found.items()):
        yield Band(day - first, last - day + 1, item.entry.headline.partition(" (")[0])


def _by_week(name: str, shape: str, items: Iterable[Item], first: int, numbers: Iterator[int]) -> Strip:
    """A lane of so many entries that weeks are drawn for them: the higher a bar, the more of them."""
    counts = Counter((item.day or 0) - ((item.day or 0) - 1) % 7 for item in items)
    most = max(counts.values(), default=1)
    weeks = tuple(
        Week(next(numbers), monday - first, counts[monday], round(4 + 56 * counts[monday] / most), iso(monday), iso(monday + 6))
        for monday in sorted(counts)
    )
    return Strip(name, shape, (), 0, 72, weeks)
