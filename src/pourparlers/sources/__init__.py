"""Sources -> Captures: .txt, .html, .jsonl, .csv, folders and standard input; one small module a format.

capture(source, horizon) -> Iterator[Capture | Issue]
"""
