"""The armed movements of a dossier, under one name each, whatever articles call them: "les rebelles verts", "l'ex-guérilla verte", "les Verts"; and
"la rébellion", where there is only one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from pourparlers.lexicon.movements import bare_words, followers_words, is_junta, is_of_junta, is_of_opposition, is_opposition, movement_words

Words = frozenset[str]


class Movements:
    """The descriptions of movements, each with the name under which its movement stands."""

    def __init__(self, described: Mapping[str, int], named: frozenset[str], others: frozenset[str], state: str | None) -> None:
        """described: descriptions of bodies and groups -> how many documents use them. named: movements with a name of their own, of which articles
        tell that they have rebels or fighters. others: bodies whose name alone tells that they are movements. state: the one that all is about, None
        where there is none."""
        self._state = state
        by_words: dict[Words, list[str]] = defaultdict(list)
        for name in described:
            words = movement_words(name)
            if words:
                by_words[words].append(name)
        self._labels = {words: best for words, names in by_words.items() if (best := _best(names, described)) is not None}
        movements = {*self._labels.values(), *named}
        bare = [name for name in described if movement_words(name) is not None]
        if state is not None and bare and not movements:
            movements = {name for name in [_best(bare, described)] if name is not None}
        self._junta = _best(filter(is_junta, described), described) if state is not None else None
        self._opposition = _best(filter(is_opposition, described), described) if state is not None else None
        self._sole = next(iter(movements)) if len(movements) == 1 and others <= movements else None

    def of(self, description: str) -> str | None:
        """The movement that a description means: the one of these words or, where they tell nothing, the only one; None when nobody can tell."""
        if is_junta(description):
            return self._junta
        if is_opposition(description):
            return self._opposition
        return self._named_by(movement_words(description)) or self._labels.get(bare_words(description))

    def led(self, title: str) -> str | None:
        """The movement whose people a title or a description means: "chef maoïste", "porte-parole des rebelles"; None as of `of`."""
        if is_of_opposition(title, self._state):
            return self._opposition
        return self._junta if is_of_junta(title) else self._named_by(followers_words(title))

    def _named_by(self, words: Words | None) -> str | None:
        if words is None:
            return None
        return self._labels.get(words) if words else self._sole


def _best(names: Iterable[str], told: Mapping[str, int]) -> str | None:
    """The one that most documents use; of equals the fullest; None of no names."""
    return min(names, key=lambda name: (-told[name], -len(name), name), default=None)
