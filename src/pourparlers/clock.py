"""The clock. It is asked for the day on which articles are captured and for the time of a person's decision; nothing else depends on it."""

import datetime


def today() -> str:
    """The ISO day on which something is captured now, in UTC."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def now() -> str:
    """The ISO time of a decision that is made now, in UTC, to the millisecond: of two made one after the other, the second counts."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
