"""Readings -> Scope: who is a party, who mediates, on which side everybody stands, and which documents tell of which process.

find_scope(readings, families, judgements, days) -> Scope
labels(entries) -> names         what those who take part in a chronicle are called, one name each

person, names                     those who act, as articles tell of them; the names of one brought together
movements, government             descriptions of movements ("l'ex-guérilla", "les rebelles"); the one government of a dossier
roster                            who is who, and for whom each acts: its camp
ties, parts                       what ties two camps; who is a party to which conflict, and who mediates
labels                            the same for a chronicle alone, without its readings
decided, standings, find          what people decided; where everybody stands, and why; all of it
"""

from pourparlers.scope.find import find_scope
from pourparlers.scope.labels import labels

__all__ = ["find_scope", "labels"]
