"""What parties ask, offer, accept, refuse and make conditions of.

find_positions(context, voices, statements) -> tuple[Position, ...]

stances     the words of demanding and refusing: lexicon and cues in a text
things      from a cue to the thing asked, by the frames of its word; before: things that stand before it
extents     how far a thing reaches, and coordinated things taken apart; passages: in which words it is told
issues      what a text is about; matter: what a thing is about that may refer to another
candidates  cues and things together; candidate: what they make
conditions  "à condition que", "tant que", "si …", "poser comme condition"
musts       duties that speakers lay on others
refusals    what speakers refuse in their own words
judged      what parties are told to find unacceptable or necessary
listed      demands told under their noun: "trois conditions : …"
deals       deals named with their parties; stipulated: clauses told under the name of their accord
texts       what accords and plans provide for; authors: whose a text is
parties     who takes the position; holders, order: which word names it; sides: whom an actor acts for; pairs: "les deux camps"
standing    in what capacity somebody speaks
find        all of it together
"""

from pourparlers.claims.positions.find import find_positions

__all__ = ["find_positions"]
