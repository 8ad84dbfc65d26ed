"""Readings, Linked, judgements -> entries: values, status histories, corroboration, people's judgements.

build(readings, linked, judgements=()) -> tuple[Entry, ...]
plan_entries(linked, review, stamp), build_entry(plan, told, review)     the same, entry by entry
judged(finder, clusters, judgements) -> Review                           what people's judgements make of the clusters

told              a claim with its document and day
values, life      each field with everybody who claims it; the statuses in order
cast, people,     who is named; nameable: who can be
nameable
summaries         one line of French; french, places, marks: names, places and quotation marks in it
judged            people's judgements
renamed           entries with those who take part under the names by which the whole chronicle knows them
passing           whether a passage tells an event only in passing
build             entries
"""

from pourparlers.chronicle.build import Plan, build, build_entry, in_order, plan_entries
from pourparlers.chronicle.judged import Finder, Review, judged, pointed_at
from pourparlers.chronicle.renamed import renamed
from pourparlers.chronicle.told import tell

__all__ = ["Finder", "Plan", "Review", "build", "build_entry", "in_order", "judged", "plan_entries", "pointed_at", "renamed", "tell"]
