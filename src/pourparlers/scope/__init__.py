"""Readings -> Scope: who is a party, who mediates, on which side everybody stands, and which documents tell of which process.

find_scope(readings, families, judgements) -> Scope
"""

from pourparlers.scope.find import find_scope

__all__ = ["find_scope"]
