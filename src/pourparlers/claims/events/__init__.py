"""Context, voices -> events: what happened, happens, is announced or is asserted to have happened.

find_events(context, voices) -> tuple[Event, ...]

lexicon        what the room knows; forms, patterns, surroundings: how its words are found
triggers       where the text tells of an event; elliptic: rounds told without their noun; listed: lists of days with their places
lookalikes     words that look like those of an event
mentioned,     what is only spoken of
unheld
scene, reach   the document by token; which time or place belongs to which word; coordinated: verbs that share a day
operators      the words that govern the noun of an event
status         how far it has come: governed, tenses, infinitives, wished, publication, standing
when           its days; news: what is told without one; office: since when somebody holds power
where          its place: country, resumed, venue, setting
roles          who takes part: parties, doers, completed; brokers: who mediates or hosts
rounds         which round of talks it is
claimants      who tells of it; denials: who denies it
matters        whom or what its verb names
passage        the words that tell it
drafts, find   rows in the making, and all of it together
salience       which rows a researcher wants, by their features
merge          what an article tells more than once is one row
"""

from pourparlers.claims.events.find import find_events

__all__ = ["find_events"]
