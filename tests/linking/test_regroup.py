"""Groups that are made again where pairs have come are those that are made from nothing, however long the chains of weak pairs are."""

import random
from collections import Counter

import pytest

from made import article, event, redate
from pourparlers.linking import Memory, Shelf, Woven, pairing, weave
from pourparlers.linking.groups import Groups
from pourparlers.linking.regroup import seems_one
from pourparlers.model.chronicle import Link
from pourparlers.model.claim import Reading

PARTIES = ["Valdor", "Morénie", "Ostrie", "Karvélie"]
WORDS = ["prisonniers", "frontière", "médiateur", "observateurs", "calendrier", "garanties", "retrait", "douane"]
DAYS = ["2031-05-10", "2031-05-11", "2031-05-12", "2031-05", "2031-05", None]


def papers(dice: random.Random, number: int) -> list[Reading]:
    """Articles of one month on talks of the same few parties, in few words: many can be one, and some are."""
    found = []
    for i in range(number):
        told = [
            event("meeting", f"les délégués ont parlé : {', '.join(dice.sample(WORDS, 3))}", dice.choice(DAYS), dice.sample(PARTIES, 2))
            for _ in range(dice.randint(1, 2))
        ]
        found.append(article(f"a{i}", dice.choice(["2031-05-11", "2031-05-12", "2031-05-20"]), *told, text=f"mot{i} " * 20))
    return found


def pairs(woven: Woven, before: dict[tuple[str, str], Link]) -> dict[tuple[str, str], Link]:
    """All judgements when those of this run have been put to those of an earlier one."""
    left = {} if woven.whole else {pair: link for pair, link in before.items() if pair not in woven.gone}
    return {**left, **{(link.left, link.right): link for link in woven.links}}


@pytest.mark.parametrize("crowd", [40, 1500])
@pytest.mark.parametrize("seed", range(4))
def test_groups_grow_to_what_they_are_at_once(seed: int, crowd: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where keys come to be shared by too many while articles come."""
    monkeypatch.setattr(pairing, "CROWD", crowd)
    dice = random.Random(seed)
    articles = papers(dice, 24)
    woven = weave(Shelf(articles[:16]), redate)
    links = pairs(woven, {})
    for number in range(17, len(articles) + 1):
        memory = Memory(woven.traces, sorted(links.values()), woven.crowded, woven.answers)
        woven = weave(Shelf(articles[:number]), redate, memory)
        whole = weave(Shelf(articles[:number]), redate)
        links = pairs(woven, links)
        assert not woven.whole
        assert woven.crowded == whole.crowded
        assert woven.groups.members() == whole.groups.members()
        assert sorted(links.values()) == whole.links


def test_the_articles_hang_together() -> None:
    """Else the test above would prove little: most claims are in one chain, and groups are far smaller."""
    woven = weave(Shelf(papers(random.Random(0), 24)), redate)
    chained = Groups(claim for group in woven.groups.members() for claim in group)
    for link in filter(seems_one, woven.links):
        chained.join(link.left, link.right)
    longest = max(chained.sizes().values())
    assert longest > 15
    assert max(Counter(map(len, woven.groups.members()))) < longest / 2
