"""Document -> Topic: is the article about a peace process, or about the fights that go with it? Cheap enough for a whole newspaper.

find_topic(document) -> Topic

topic      the words of the topic, weighed
briefs     what little room tells besides: two states named, words of other topics
folding    texts as the lexicons write words
"""

from pourparlers.triage.topic import Topic, find_topic

__all__ = ["Topic", "find_topic"]
