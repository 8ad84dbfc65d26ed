"""Times linking on generated readings, and fits how it grows with their number. The readings are made, with reprints and shared events.

usage: python benchmarks/linking.py [--sizes 1000 3000 10000] [--most 1.15] [--one-more]

--most      exit 1 when the time grows faster than the number of readings to that power
--one-more  also times linking one reading more to those of each size, from what linking those has left
"""

import argparse
import datetime
import math
import pickle
import random
import resource
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pourparlers.linking import Memory, Shelf, linked, sketch, weave
from pourparlers.model.claim import Agent, Event, Figure, Position, Reading, Statement, When
from pourparlers.model.ids import content_id
from pourparlers.model.mention import Place
from pourparlers.model.text import Evidence, Metadata, Span
from pourparlers.model.time import Dated, Published

#: Articles a day in the generated feed, and how many tell of one event on average.
A_DAY, TELLERS = 30, 5
_START = datetime.date(2015, 1, 1)
_SYLLABLES = ("ba", "co", "di", "fu", "ga", "lo", "mi", "nu", "pa", "ri", "so", "ta", "ve", "zo", "ler", "mon", "tir", "ché")
_TYPES = ("meeting", "attack", "exchange", "ceasefire", "movement", "agreement", "sanction", "corridor")


@dataclass(frozen=True, slots=True)
class Story:
    """What several articles of a day tell."""

    type: str
    day: str
    who: tuple[str, str]
    place: Place
    words: str
    quote: str
    count: float
    text: str


class Feed:
    """A feed of articles on several conflicts: a few parties each, new events every day, told by several articles, some of them reprints."""

    def __init__(self, seed: int, articles: int) -> None:
        self.dice = random.Random(seed)
        self.words = ["".join(self.dice.choices(_SYLLABLES, k=self.dice.randint(2, 4))) for _ in range(20_000)]
        self.parties = [self._name() for _ in range(60)]
        self.towns = [Place(self._name(), self.dice.uniform(-40, 60), self.dice.uniform(-20, 90), None, "city") for _ in range(400)]
        self.articles = articles

    def _name(self) -> str:
        return "".join(self.dice.choices(_SYLLABLES, k=3)).capitalize()

    def text(self, words: int) -> str:
        """Words, the first of the vocabulary far more often than the last."""
        return " ".join(self.words[int(len(self.words) * self.dice.random() ** 3)] for _ in range(words))

    def readings(self) -> list[Reading]:
        """One for each article, in the order of their days."""
        made: list[Reading] = []
        for day in range(math.ceil(self.articles / A_DAY)):
            today = (_START + datetime.timedelta(day)).isoformat()
            stories = [self._story(today) for _ in range(A_DAY * 3 // TELLERS)]
            made.extend([self._article(len(made) + i, today, stories) for i in range(A_DAY)])
        return made[: self.articles]

    def _story(self, day: str) -> Story:
        first, second = self.dice.sample(self.parties, 2)
        return Story(
            type=self.dice.choice(_TYPES),
            day=day,
            who=(first, second),
            place=self.dice.choice(self.towns),
            words=self.text(12),
            quote=self.text(14),
            count=float(self.dice.randint(2, 400)),
            text=self.text(120),
        )

    def _article(self, number: int, day: str, stories: list[Story]) -> Reading:
        name = f"article-{number:06}"
        document = content_id("doc", name)
        told = self.dice.sample(stories, 3)
        text = " ".join(story.text for story in told[: self.dice.randint(1, 2)]) + self.text(200)
        return Reading(
            document=document,
            name=name,
            horizon="2031-01-01",
            version="made",
            metadata=Metadata(outlet=f"outlet {self.dice.randint(1, 80)}"),
            dated=Dated(Published(day, day, day, (day,))),
            events=tuple(self._event(document, i, s) for i, s in enumerate(told)),
            statements=tuple(self._statement(document, i, s) for i, s in enumerate(told[:2])),
            positions=(self._position(document, told[0]),),
            figures=(self._figure(document, told[0]),),
            shingles=sketch(text),
        )

    def _evidence(self, document: str, words: str) -> Evidence:
        return Evidence(document, 0, len(words), words, "made")

    def _event(self, document: str, number: int, story: Story) -> Event:
        told = self.dice.random()
        day = story.day
        words = story.words.split()
        start = None if told < 0.2 else day[:7] if told < 0.35 else day
        return Event(
            id=content_id("claim", document, "event", number),
            evidence=self._evidence(document, " ".join(self.dice.sample(words, 7) + self.text(5).split())),
            type=story.type,
            subtype=None,
            status="occurred",
            trigger=Span(0, 1),
            when=When(start, start),
            place=story.place if self.dice.random() < 0.6 else None,
            participants=tuple(Agent(name) for name in story.who),
        )

    def _statement(self, document: str, number: int, story: Story) -> Statement:
        words = story.quote.split()
        first = self.dice.randint(0, 6)
        return Statement(
            id=content_id("claim", document, "statement", number),
            evidence=self._evidence(document, " ".join(words[first : first + 8])),
            speaker=Agent(story.who[0]),
            mode="direct",
            verb="dire",
        )

    def _position(self, document: str, story: Story) -> Position:
        return Position(
            id=content_id("claim", document, "position"),
            evidence=self._evidence(document, self.text(8)),
            party=Agent(story.who[0]),
            stance=self.dice.choice(("demands", "rejects", "accepts")),
            issue="ceasefire",
        )

    def _figure(self, document: str, story: Story) -> Figure:
        what = " ".join(story.words.split()[:3])
        return Figure(
            id=content_id("claim", document, "figure"),
            evidence=self._evidence(document, f"{story.count} {what}"),
            value=story.count,
            what=what,
            type="killed",
        )


class Packed:
    """Readings packed away, as a dossier has them: each is unpacked when linking asks for it."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._packed = {r.document: pickle.dumps(r, protocol=5) for r in readings}
        self.digests: Mapping[str, str] = dict.fromkeys(self._packed, "")

    def reading(self, document: str) -> Reading:
        """The reading of a document."""
        found: Reading = pickle.loads(self._packed[document])
        return found


def measure(size: int) -> float:
    """Seconds of processor time that linking takes for so many readings; prints them, with the memory of the whole process."""
    library = Packed(Feed(7, size).readings())
    before = time.process_time()
    found = linked(weave(library, _redate))
    took = time.process_time() - before
    several = sum(len(members) > 1 for members in found.clusters)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e9
    print(f"{size:>8} readings  {took:8.1f} s  {memory:5.2f} GB  {several} entries told by several, {len(found.links)} links", flush=True)
    return took


def _redate(dated: Dated, published: Published) -> Dated:
    return Dated(published, dated.times)


def one_more(size: int) -> float:
    """Seconds of processor time that linking takes for one reading more; prints them, and what part of linking all of them that is."""
    *readings, last = Feed(7, size + 1).readings()
    before = time.process_time()
    woven = weave(Shelf(readings), _redate)
    whole = time.process_time() - before
    memory = Memory(woven.traces, woven.links, woven.crowded, woven.answers)
    before = time.process_time()
    weave(Shelf([*readings, last]), _redate, memory)
    took = time.process_time() - before
    print(f"{size:>8} readings and 1 more  {took:6.2f} s  {100 * took / whole:.1f} % of linking all", flush=True)
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10_000])
    parser.add_argument("--most", type=float)
    parser.add_argument("--one-more", action="store_true")
    arguments = parser.parse_args()
    times = [measure(size) for size in arguments.sizes]
    for size in arguments.sizes if arguments.one_more else ():
        one_more(size)
    if len(times) > 1:
        power = math.log(times[-1] / times[0]) / math.log(arguments.sizes[-1] / arguments.sizes[0])
        print(f"time grows like n^{power:.2f}")
        if arguments.most is not None and power > arguments.most:
            sys.exit(f"linking grows faster than n^{arguments.most}")


if __name__ == "__main__":
    main()
