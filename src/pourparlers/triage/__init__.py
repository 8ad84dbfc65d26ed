"""Document -> Topic: is the article about a peace process, or about the fights that go with it? Cheap enough for a whole newspaper.

find_topic(document) -> Topic
"""

from pourparlers.triage.topic import Topic, find_topic

__all__ = ["Topic", "find_topic"]
