"""Sources -> Captures: .txt, .html, .jsonl, .csv, feeds (.rss, .atom, .xml), folders and standard input; one small module a format.

capture(source, horizon) -> Iterator[Capture | Issue]
settle_names(names) -> tuple[dict[str, str], tuple[Issue, ...]]
"""

from pourparlers.sources.names import settle_names
from pourparlers.sources.read import capture

__all__ = ["capture", "settle_names"]
