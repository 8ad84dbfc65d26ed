"""What parties ask, offer, accept, refuse and make conditions of.

find_positions(context, voices, statements) -> tuple[Position, ...]

stances     the words of demanding and refusing: lexicon and cues in a text
things      from a cue to the thing asked, by the frames of its word
extents     how far a thing reaches, and coordinated things taken apart
issues      what a thing is about
conditions  "à condition que", "tant que", "si …"
musts       duties that speakers lay on others
refusals    what speakers refuse in their own words
deals       refusals    what speakers refuse in their own words
deals named with their parties
texts       what accords and plans provide for
parties     who takes the position; authors: whose a text is; sides: whom an actor acts for
standing    in what capacity somebody speaks
find        all of it together
"""

from pourparlers.claims.positions.find import find_positions

__all__ = ["find_positions"]
