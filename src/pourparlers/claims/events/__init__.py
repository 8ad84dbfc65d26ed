"""Context, voices -> events: what happened, happens, is announced or is asserted to have happened.

find_events(context, voices) -> tuple[Event, ...]

lexicon       what the room knows; forms, patterns: how its words are found
triggers      where the text tells of an event
scene, reach  the document by token; which time or place belongs to which word
country       the country that "le pays" is
operators     the words that govern the noun of an event
status, publication, when, where, roles, claimants, passage: the fields of a row
salience      which rows a researcher wants, by their features
merge         one event told several times is one row
"""

from pourparlers.claims.events.find import find_events

__all__ = ["find_events"]
