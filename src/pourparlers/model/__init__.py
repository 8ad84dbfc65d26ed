"""The words of the program as frozen dataclasses; standard library only.

text       captures, documents, spans, evidence, the map back to the capture
annotated  tokens, sentences, quotation marks
time       days and sets of days, expressions as relations to a day, what is known of a publication day
mention    actors, places, quantities in one document
claim      what one document asserts: events, statements, positions, commitments, figures; the reading
chronicle  judgements, entries
ids        identifiers, which are hashes of content
codec      dataclasses to and from JSON
"""
