"""Errors that a caller may meet, each with a message for people: what was wrong, where, what to do.

PourparlersError
├── SourceError      a source or record cannot be captured (missing path, broken line, missing column)
├── ModelError       the language model is not installed, or cannot be loaded
├── LexiconError     a data file of the package does not have the shape it must have
├── DossierError     a dossier cannot be opened or made: something else, another version, no server, no right to
├── ClusterError     a cluster cannot be reached, or is not set up for reading
├── JudgementError   a person's judgement cannot be made as it was given
├── NotFoundError    nothing, or not one thing alone, has the id that was asked for
└── OutputError      results cannot be written where they were asked for
"""


class PourparlersError(Exception):
    """Base of all our errors."""


class SourceError(PourparlersError):
    """A source or one of its records cannot be captured."""


class ModelError(PourparlersError):
    """The language model is not installed, or cannot be loaded."""


class LexiconError(PourparlersError):
    """A data file of the package is malformed."""


class JudgementError(PourparlersError):
    """A judgement cannot be made as it was given."""


class NotFoundError(PourparlersError):
    """Nothing, or not one thing alone, has the id that was asked for."""


class OutputError(PourparlersError):
    """Results cannot be written where they were asked for."""


class DossierError(PourparlersError):
    """A dossier cannot be opened, made or used."""


class ClusterError(PourparlersError):
    """A cluster cannot be reached, or is not set up for reading."""
