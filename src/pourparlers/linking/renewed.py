"""What was found before and still holds is not looked for again: answers to demands."""

from collections.abc import Iterable, Sequence, Set

from pourparlers.linking.answers import ANSWERING, ASKING, Stand, find_answers
from pourparlers.linking.groups import Groups


def renewed_answers(
    stands: Sequence[Stand], gone: Iterable[Stand], again: Set[str], known: Iterable[tuple[str, str]], groups: Groups
) -> tuple[tuple[str, str], ...]:
    """What `find_answers` gives for these positions. gone: those of changed documents as they were. again: the positions that are new, or whose
    group has changed. known: the answers as they were.

    Only those answers are looked for again that are new themselves, or have a word in common with a demand or offer that is.
    """
    before = list(gone)
    asking = [s for s in stands if s.stance in ASKING]
    told = {(s.issue, word) for s in (*before, *(s for s in asking if s.id in again)) if s.stance in ASKING for word in s.words}
    anew = [s for s in stands if s.stance in ANSWERING and (s.id in again or any((s.issue, word) in told for word in s.words))]
    forgotten = {s.id for s in (*before, *anew)}
    return tuple(sorted([*(a for a in known if a[0] not in forgotten), *find_answers([*asking, *anew], groups)]))
