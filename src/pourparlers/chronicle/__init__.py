"""Readings, Linked, judgements -> entries: values, status histories, corroboration, as-of.

build(readings, linked, judgements=()) -> tuple[Entry, ...]
"""
