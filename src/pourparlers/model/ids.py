"""Identifiers are hashes of content, so that reading the same input twice changes nothing."""

import hashlib
import json

#: Hex digits of an identifier: 64 bits keep the odds of a collision among ten million claims under 1 in 300,000.
LENGTH = 16


def content_id(prefix: str, *parts: object) -> str:
    """The identifier of these parts, e.g. ``content_id("doc", b"…", "url")`` -> ``"doc-1f0c…"``.

    Parts are bytes, strings, numbers, None or (nested) lists of those; they are JSON-encoded before hashing, so that
    no two lists of parts give the same bytes ("ab", "c" is not "a", "bc").
    """
    encoded = json.dumps([_plain(part) for part in parts], ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    return f"{prefix}-{hashlib.sha256(encoded.encode('ascii')).hexdigest()[:LENGTH]}"


def _plain(part: object) -> object:
    if isinstance(part, bytes):
        return {"bytes": hashlib.sha256(part).hexdigest()}
    if isinstance(part, tuple | list):
        return [_plain(p) for p in part]
    if part is None or isinstance(part, str | int | float | bool):
        return part
    raise TypeError(f"an identifier cannot be made of {type(part).__name__}")
