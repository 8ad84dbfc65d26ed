"""What a text tells as news without a day happened on the day of which it tells there: "il a aussi rencontré l'émissaire" goes on with it; what it
tells of the past goes on in the month or year that it names there."""

from dataclasses import replace

from pourparlers.claims.clauses import clause_head
from pourparlers.claims.events.drafts import Draft
from pourparlers.claims.events.triggers import Hit
from pourparlers.claims.speech.story import Story
from pourparlers.claims.verbs import verb_group
from pourparlers.model.annotated import Annotated
from pourparlers.model.claim import When

#: So far from a word its adverb may stand.
_BESIDE = 4
#: What a text tells without a day on the day of which it tells, by the statuses of each type.
_NEWS = {
    "attack": ("occurred",),
    "call": ("occurred", "ongoing"),
    "exchange": ("occurred",),
    "interception": ("occurred",),
    "meeting": ("occurred", "ongoing"),
    "movement": ("occurred",),
    "threat": ("occurred",),
}
#: What leads to a clause of what happened before: "après que le président a fixé un délai".
_BEFORE_IT = frozenset(("après", "depuis"))
_SINCE = "depuis"
_GOING_ON = ("past", "pluperfect")
_TENSES = ("past", "present", "imperfect")
#: Types of what is said: only a verb tells that it was said on that day.
_SPOKEN = frozenset(("threat",))


def dated_by_story(annotated: Annotated, story: Story, draft: Draft) -> Draft:
    """The draft with the day of which the text tells there, where it is told as news and has no day of its own."""
    if draft.dated or draft.headline:
        return draft
    period = _period(annotated, story, draft)
    if period.start is not None:
        return replace(draft, when=period, borrowed=True)
    if draft.status not in _NEWS.get(draft.kind.type, ()) or not _told_as_news(annotated, draft):
        return draft
    when = story.day_around(draft.hit.head)
    return draft if when.start is None else replace(draft, when=when, borrowed=True)


def _period(annotated: Annotated, story: Story, draft: Draft) -> When:
    """The month or year named in its sentence, or the one before, where it goes on in the past: "En 2017, ils se sont battus. Ils avaient parlé."."""
    group = draft.hit.group
    if draft.kind.type != "attack" and group is not None and group.mood == "participle" and not group.perfect:
        return When()  # "un plan rejeté par tous": its day is not that of the clause
    told = verb_group(annotated, clause_head(annotated, draft.hit.head))
    goes_on = draft.status == "occurred" and told.tense in _GOING_ON and not _before_now(annotated, draft.hit)
    return story.period_around(draft.hit.head) if goes_on else When()


def _told_as_news(annotated: Annotated, draft: Draft) -> bool:
    """True for what a verb in the past or the present tells as done, once, not for troops that "sont déployées" somewhere."""
    hit = draft.hit
    clause = clause_head(annotated, hit.head)
    tense = verb_group(annotated, clause).tense
    if any(t.lower in _BEFORE_IT for t in annotated.dependents(clause, "mark")):
        return False
    if tense not in _TENSES or (draft.kind.type in _SPOKEN and not hit.verbal) or (draft.kind.type != "meeting" and _qualifies(hit)):
        return False
    lasting = hit.group is not None and hit.passive and tense == "present"
    return not lasting and not _before_now(annotated, hit) and not any(True for _ in annotated.dependents(hit.head, "nummod"))


def _qualifies(hit: Hit) -> bool:
    """True for a participle that only tells which: "les soldats capturés par le Front ont été relâchés"."""
    group = hit.group
    return group is not None and group.mood == "participle" and not group.perfect and hit.passive and hit.head.dep.startswith(("acl", "amod"))


def _before_now(annotated: Annotated, hit: Hit) -> bool:
    """True beside "déjà" and behind "Depuis,": what it tells is not of the day of the story."""
    sentence = annotated.sentences[hit.head.sentence]
    if [t.lower for t in annotated.tokens[sentence.first : sentence.first + 2]] == [_SINCE, ","]:
        return True
    near = annotated.tokens[max(sentence.first, hit.head.i - _BESIDE) : min(sentence.last, hit.last + _BESIDE)]
    return any(t.lower == "déjà" for t in near)
