"""Reported speech: frames that report, who speaks in them, and what they report.

lexicon      the words that report; groups, complements: a reporting verb with its auxiliaries, and what it governs
frames       reporting clauses and "selon X", each a frame: verbal, sources, remarks; scene: what they look at; preceding, inversion: the subject
             before and behind its verb; asides: what parts a subject from its verb
reach        how far what a frame reports reaches
quoted       which quotations are somebody's words
direct       each quotation with the frame or the flow of speech that gives its speaker
indirect     what is reported without quotation marks; hearsay: "aurait repris"
attribution  which passages somebody else than the article tells; presupposed: what a speaker takes for granted
speakers     from the words for a speaker to an agent
turns        who speaks in each frame, after whoever spoke before; flow: whose a quotation is without a frame; interviewee: who answers
singular     "l'un de": one of several; owners: "son avocat" is somebody's
days, story  the day of an utterance, and that of which the text tells
statement    all of it together
"""
