"""Readings -> Scope: who is a party, who mediates, on which side everybody stands, and which documents tell of which process.

find_scope(readings, families, judgements, days) -> Scope

person, names                     those who act, as articles tell of them; the names of one brought together
movements, government             descriptions of movements ("l'ex-guérilla", "les rebelles"); the one government of a dossier
roster                            who is who, and for whom each acts: its camp
ties, parts                       what ties two camps; who is a party to which conflict, and who mediates
decided, standings, find          what people decided; where everybody stands, and why; all of it
"""

from pourparlers.scope.find import find_scope

__all__ = ["find_scope"]
