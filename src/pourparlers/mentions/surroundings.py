"""What stands around a name in its sentence, and what that tells: a place, somebody, or whoever governs there."""

from pourparlers.mentions.names import is_capital
from pourparlers.mentions.words import fold, group
from pourparlers.mentions.world import known_names, state
from pourparlers.model.annotated import Annotated, Sentence

ARTICLES = frozenset({"le", "la", "les", "l'"})
OF = frozenset({"de", "du", "des", "d'"})


def local_heads() -> frozenset[str]:
    """Nouns after which "de" leads to a place: "le village de", "le port de", "la province de"."""
    return group("town_heads") | group("region_heads") | group("place_heads")


class Surroundings:
    """One sentence. Words count from its first one; `last` is where the place before ends."""

    def __init__(self, annotated: Annotated, sentence: Sentence) -> None:
        self.text = annotated.document.text
        self.tokens = annotated.tokens
        self.words = annotated.sentence_tokens(sentence)
        self.folded = [fold(w.text) for w in self.words]
        self.shift = sentence.first
        self.last = -9

    def before(self, i: int) -> str:
        """The word before a name, its article skipped."""
        at = i - 1
        if at > 0 and self.folded[at] in ARTICLES:
            at -= 1
        return self.folded[at] if at >= 0 else ""

    def heads_before(self, i: int) -> tuple[str, ...]:
        """The nouns to which "de" ties a name, the nearest first: ("paix", "accord") for "accord de paix de Genève"."""
        heads: list[str] = []
        at = i - 1
        while at >= 0 and len(heads) < 3:
            tied = False
            while at >= 0 and self.folded[at] in ARTICLES | OF:
                tied = tied or self.folded[at] in OF
                at -= 1
            while at > 0 and self.words[at].pos == "ADJ":
                at -= 1
            if not tied or at < 0:
                break
            heads.append(self.folded[at])
            at -= 1
        return tuple(heads)

    def frame(self, i: int) -> str:
        """The noun to which "de" ties a name, "" when none does: "camp" for "le camp de réfugiés de Sanam", "poste" for "le poste-frontière de"."""
        heads = self.heads_before(i)
        nearest = heads[1] if len(heads) > 1 and heads[0] in group("refuge") else heads[0] if heads else ""
        return nearest.partition("-")[0] if nearest.partition("-")[0] in local_heads() else nearest

    def located(self, i: int, town: bool = False) -> bool:
        """True after a preposition of place or "de". town: no article may stand between them."""
        if town and i > 0 and self.folded[i - 1] in ARTICLES | {"au", "aux", "du", "des"}:
            return False
        before = self.before(i)
        return before in group("locative") or before in OF or before == "entre"

    def in_place(self, i: int) -> bool:
        """True after a preposition of place that leads to nobody."""
        before = self.before(i)
        return before in group("locative") and before not in ("chez", "devant", "sur") and not self.addressed(i, i + 1)

    def local(self, i: int) -> bool:
        """True after "la ville de", "au nord de", "près de"."""
        heads = local_heads() | group("directions") | group("near") | group("place_events")
        return self.before(i) in OF and self.frame(i) in heads

    def coordinated(self, i: int) -> bool:
        """True right after another place: "Kitwe, Ndola et Mongu"."""
        at = i - 1
        if at >= 0 and self.folded[at] in ARTICLES | OF | {"a", "en", "au", "aux"}:
            at -= 1
        return at >= 0 and self.last == at and self.words[at].text in (",", "et", "ou", "(", "/", "-")

    def governor(self, i: int, end: int) -> str:
        for at in range(i, end):
            head = self.words[at].head
            if not self.shift + i <= head < self.shift + end:
                return fold(self.tokens[head].lemma)
        return ""

    def addressed(self, i: int, end: int) -> bool:
        """True when "à" leads to somebody: "confié à X", "face à X", "une lettre à X"."""
        if self.governor(i, end) in group("datives"):
            return True
        if i > 2 and self.folded[i - 1] == "a" and self.folded[i - 2] == "visite" and self.words[i - 3].lemma == "rendre":
            return True  # "il a rendu visite à X", not "en visite à X"
        first = self.words[i].head - self.shift
        if self.words[i].dep == "conj" and 0 < first < i and self.folded[i - 1] == self.folded[first - 1] == "a":
            return self.addressed(first, first + 1)  # "une lettre à X et à Y"
        return i > 1 and self.folded[i - 1] == "a" and self.folded[i - 2] in group("addressed")

    def acts(self, i: int, last: int) -> bool:
        """True when a name stands for whoever governs there rather than for the place."""
        before = self.before(i)
        article = i > 0 and self.folded[i - 1] in ARTICLES
        if before == "(" and self.last == i - 1:
            return False  # "Genève (Suisse)"
        if before in ("en", "dans", "vers", "depuis", "sur", "pres") or (before in ("au", "aux", "a") and not article):
            return before != "en" and self.governor(i, last) in group("datives")
        if before in OF:
            nearest = self.heads_before(i)
            local = group("place_heads") | group("region_heads") | group("town_heads") | group("directions")
            local_name = self._named_head(i) in local_heads() | group("sites") | group("monuments")
            return not (local_name or self.frame(i) in local | group("near") or set(nearest) & group("place_events"))
        return self.coordinates_actor(i) if self.coordinated(i) and i >= 2 else True

    def _named_head(self, i: int) -> str:
        """The noun whose own name "de" ties to a town: "hôtel" for "l'hôtel Serena de Kaboul"."""
        at = i - 1
        while at > 0 and self.folded[at] in ARTICLES | OF:
            at -= 1
        first = at
        while at > 0 and self.words[at].text[0].isupper():
            at -= 1
        return self.folded[at] if at < first else ""

    def coordinates_actor(self, i: int) -> bool:
        """True when the name before "et" or a comma stands for an actor too."""
        at = i - 2 if self.folded[i - 1] not in ARTICLES | OF | {"a", "en", "au", "aux"} else i - 3
        return at < 0 or self.acts(at, at + 1)

    def aged(self, last: int) -> bool:
        """True when an age follows: "Mykola, 32 ans"."""
        return self.folded[last : last + 1] == [","] and self.folded[last + 2 : last + 3] == ["ans"]

    def ends_name(self, i: int) -> bool:
        """True for the rest of a longer name: "Lima" in "Santa Rosa de Lima"."""
        if i < 3 or self.folded[i - 1] not in ("de", "del", "da", "do") or self.folded[i - 2] in local_heads():
            return False
        return is_capital(self.words[i - 2]) and is_capital(self.words[i - 3]) and self.last != i - 1

    def sets_out(self, i: int, end: int) -> bool:
        """True for where a way begins: "de Brisk vers Lund", "de Brisk jusqu'à Lund"."""
        after = self.folded[end : end + 2]
        onward = end + 2 if after == ["jusqu'", "a"] else end + 1 if after[:1] == ["vers"] else len(self.words)
        return onward < len(self.words) and is_capital(self.words[onward]) and self.before(i) in OF and self.folded[i - 1] not in ARTICLES

    def gone_to(self, i: int, end: int) -> bool:
        """True for where something happens or a way leads: "à Brisk", "vers Brisk", "de Brisk jusqu'à Lund"."""
        article = i > 0 and self.folded[i - 1] in ARTICLES
        told = self.before(i) in ("a", "vers") and self.words[i].pos != "X" and self.words[i].dep not in ("iobj", "nsubj") and not article
        return (told and not self.addressed(i, end)) or self.sets_out(i, end)

    def taken(self, i: int, end: int) -> bool:
        """True for what is overrun or captured: "a envahi Brisk", "la prise de Brisk"."""
        overrun = self.words[i].head == self.shift + i - 1 and self.governor(i, end) in group("overruns")
        return overrun or (self.before(i) in OF and self.frame(i) in group("captures"))

    def seized(self, i: int, end: int) -> bool:
        """True for what comes to be in somebody's hands: "s'est emparé lundi de Brisk", "Brisk est tombée samedi aux mains des rebelles"."""
        return (i > 1 and self.folded[i - 1] in OF and self._behind_seizing(i - 2)) or self._in_hands(end)

    def _behind_seizing(self, at: int) -> bool:
        """True at "s'emparer" and at the day behind it."""
        while at > 0 and self.folded[at] in group("weekdays"):
            at -= 1
        return at > 0 and fold(self.words[at].lemma) == "emparer"

    def _in_hands(self, end: int) -> bool:
        behind = self.words[end : end + 6]
        fallen = behind[:1] != () and behind[0].lemma == "être" and any(w.lemma in ("passer", "tomber") for w in behind[1:2])
        return fallen and any(w.lower in ("mains", "contrôle") for w in behind[2:])

    def shown_behind(self, end: int) -> bool:
        """True when "dans la province de…" or ", une ville…" follows."""
        behind = set(self.folded[end + 1 : end + 4])
        if self.folded[end : end + 1] == [","]:
            return bool(behind & (group("town_heads") | {"point", "poste", "ile"})) and "," not in behind
        return self.folded[end : end + 1] in (["dans"], ["en"]) and bool(behind & group("region_heads"))

    def written(self, first: int, last: int) -> str:
        return " ".join(self.text[self.words[first].start : self.words[last - 1].end].split())

    def country_near(self, last: int) -> str | None:
        """The state that the words from `last` on give: "à X, au Bélarus", "X (Mali)"."""
        if self.folded[last : last + 1] not in ([","], ["("], ["en"], ["au"], ["aux"]):
            return None
        for at in range(last, min(len(self.words), last + 4)):
            match = known_names().at(self.folded, at)
            if match is not None and match.value.kind == "state" and match.value.form == "name":
                owner = state(match.value.name)
                return None if owner is None else owner.code
        return None
