"""Reported speech: frames that report, who speaks in them, and what they report.

lexicon    the words that report
frames     reporting clauses and "selon X": their verb, speakers and the passage that they report
quoted     which quotations are somebody's words
direct     each quotation with the frame or the flow of speech that gives its speaker
indirect   what is reported without quotation marks
speakers   from the words for a speaker to an agent
turns      who speaks in each frame, after whoever spoke before
singular   "l'un de": one of several
"""
