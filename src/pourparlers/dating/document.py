"""The two doors of dating: a document dated from its own wording, and dated anew for a day that became known."""

from collections.abc import Callable
from dataclasses import replace

from pourparlers.dating.amended import amend
from pourparlers.dating.find import find_drafts
from pourparlers.dating.hang import Tied, tie
from pourparlers.dating.nouns import told_by_noun
from pourparlers.dating.published import published_day
from pourparlers.dating.resolve import impossible_dates, re_resolve, resolve_times
from pourparlers.dating.said import counted_from_said
from pourparlers.dating.shape import Draft, nowadays
from pourparlers.dating.tense import direction_from_words, is_asked_for, is_done, is_nowadays, is_of_blow, is_told_in_past
from pourparlers.dating.verbs import direction_from_syntax
from pourparlers.dating.words import Words, alphabet
from pourparlers.issues import Issue
from pourparlers.model.annotated import Annotated
from pourparlers.model.text import Document
from pourparlers.model.time import Dated, Published, Time

#: Where a weekday lies beside a verb in the present, or what was due: told of a plan, ahead. A date may be one of what is told of besides.
_IN_THE_PRESENT = {"planned": "future", "present": "present", "nearest": "present"}

#: The rule that finds « aujourd'hui ».
_TODAY = "deictic"


def date_document(document: Document, annotated: Annotated | None = None) -> tuple[Dated, tuple[Issue, ...]]:
    """The times of a document and its own day, from the document alone. Without syntax (`annotated`), tense is told from the words around."""
    tied = tied_times(document, annotated)
    published, issues = published_day(document, tied)
    times = resolve_times(tied, published)
    return Dated(published, times), (*issues, *(_impossible(document, time) for time in impossible_dates(times, published)))


def tied_times(document: Document, annotated: Annotated | None = None) -> tuple[Tied, ...]:
    """The temporal expressions of a document, each tied to what it hangs on."""
    words = alphabet().read(document.text)
    quoted = words.quoted()

    def direction_of(draft: Draft) -> str:
        noun = told_by_noun(words, draft)
        if noun in ("past", "nearest"):
            return "past" if noun == "past" else ""
        told = told_by_verb(draft)
        return "" if noun == "convened" and told == "past" else told

    def told_by_verb(draft: Draft) -> str:
        if is_asked_for(words, quoted, draft.first):
            return "future"
        if is_told_in_past(words, draft.first) or (draft.relation.op == "weekday" and is_of_blow(words, draft.first)):
            return "past"
        told = direction_from_syntax(annotated, draft.span) if annotated is not None else ""
        if told in _IN_THE_PRESENT:
            told = _IN_THE_PRESENT[told] if draft.relation.op == "weekday" else ""
        return told or direction_from_words(words, quoted, draft.first, draft.last)

    drafts = [nowadays(d) if d.rule == _TODAY and is_nowadays(words, d.first, d.last) else d for d in find_drafts(words)]
    tied = (replace(t, done=_lies_behind(t, words, direction_of)) for t in amend(tie(drafts, words, quoted, direction_of), words))
    return counted_from_said(tuple(_never_ahead(t, words) for t in tied), words, quoted)


def _lies_behind(tied: Tied, words: Words, direction_of: Callable[[Draft], str]) -> bool:
    """True for a date that lies behind beyond doubt: right after a compound past or a participle; with its year, where its verb says so."""
    if tied.relation.op != "day" or tied.quoted or tied.bound in ("since", "until"):
        return False
    if tied.draft.open:
        return tied.direction == "past" and is_done(words, tied.draft.first)
    return tied.relation.get("y") is not None and direction_of(tied.draft) == "past"


def _never_ahead(tied: Tied, words: Words) -> Tied:
    """A date of a year to be found that lies behind however long ago: of what was done on it (« la trêve conclue le 30 juillet »), or of a deed that
    it completes (« l'accord du 30 juillet »)."""
    is_open = tied.draft.open and tied.relation.op == "day" and tied.relation.get("dir") == "past"
    if not is_open or not (tied.done or told_by_noun(words, tied.draft) == "past"):
        return tied
    return replace(tied, relation=tied.relation.with_slots(done="1"))


def _impossible(document: Document, time: Time) -> Issue:
    message = f"« {document.quote(time.span)} » is no day of the calendar, or not that weekday; it is kept as written"
    return Issue(document.name, "dating", "impossible-date", message, time.span.start, time.span.end)


def redate(dated: Dated, published: Published) -> Dated:
    """The same times, resolved again for a publication day that is now better known."""
    return Dated(published, re_resolve(dated.times, published))
