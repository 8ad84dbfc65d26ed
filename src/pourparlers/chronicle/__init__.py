"""Readings, Linked, judgements -> entries: values, status histories, corroboration, people's judgements.

build(readings, linked, judgements=()) -> tuple[Entry, ...]
orphans(readings, linked, judgements) -> tuple[Issue, ...]     judgements that no longer find their claim
"""

from pourparlers.chronicle.build import build, orphans

__all__ = ["build", "orphans"]
