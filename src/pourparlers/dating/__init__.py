"""Document (and Annotated, where there is one) -> Dated: expressions as relations to a day, the document's own day, reasons.

date_document(document, annotated=None) -> tuple[Dated, tuple[Issue, ...]]
redate(dated, published) -> Dated
tell_day(time, quote) -> str: why a time has its days, in one line of French

words, numbers    a text as letters of classes
patterns          the rules that find expressions; find, shape: expressions as drafts
tense, verbs      whether an expression lies behind or ahead of the day of writing; cues, compound: the words and the compound pasts that tell it;
                  nouns: what a noun tells of the day that completes it
hang              which day it hangs on: bounds (the words in front), led (told right after it), said (the day of the words), past_years and
                  story_days (the year and the month of a story), expiry (the month in which a truce ends), background
amended           ties looked at once more, each beside the others
evidence          what a text tells of its own day: signs, date_signs, weekday_signs, named_days, weekdays, daylight; habits: how much each
                  weighs; style: as dispatches tell days, or as papers do;
                  chronology: what did not exist before a day, tolls: what grew day by day,
                  months: those named without a day
published         the document's own day, weighed; other_years: in which years it may lie as well; contradicted: days that it only seems to bear
resolve, explain  the days of each expression, and why
document          all of it, in order
"""

from pourparlers.dating.document import date_document, redate
from pourparlers.dating.explain import tell_day

__all__ = ["date_document", "redate", "tell_day"]
