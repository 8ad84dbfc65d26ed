"""Capture -> Document: markup, boilerplate, glued text, typography, metadata, language, and the map back to the capture.

clean(capture) -> tuple[Document | None, tuple[Issue, ...]]

draft, traced           a document in the making; text that knows where in the capture it came from
page                    a saved page: markup, blocks, main_text (which of them are the article), page_meta (what its head declares)
lines, kinds            plain text into lines; title, lead, heading, body or caption
clutter                 advertisements, links, buttons, notices
listings                headlines of other articles and readers' comments, by the heading above them
head_and_foot           what stands around an article: signature, datestamps, datelines
clues                   what all that tells of the day of publication
language, folding       whether it is French; text as the lexicons see it
clean                   all of it, in order
"""

from pourparlers.cleaning.clean import clean

__all__ = ["clean"]
