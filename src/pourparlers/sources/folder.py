"""The files of a folder and of the folders in it, by name, each real folder once."""

from collections.abc import Iterator
from pathlib import Path

from pourparlers.issues import Issue
from pourparlers.sources.found import doubtful, unreadable


def files_in(folder: Path) -> Iterator[Path | Issue]:
    """The files below a folder, sorted by name at each level; an issue for what cannot be listed.

    Hidden files and folders (".git", ".DS_Store") are left out on purpose. A link to a folder is followed unless that folder was listed before.
    """
    yield from _files(folder, set())


def _files(folder: Path, listed: set[Path]) -> Iterator[Path | Issue]:
    try:
        listed.add(folder.resolve(strict=True))
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
    except (OSError, RuntimeError) as error:
        yield unreadable(str(folder), "unreadable", f"{folder} cannot be listed: {_reason(error)}")
        return
    for path in inside:
        if path.name.startswith("."):
            continue
        try:
            real = path.resolve(strict=True)
            is_folder = real.is_dir()
        except (OSError, RuntimeError) as error:
            yield unreadable(str(path), "unreadable", f"{path} leads nowhere: {_reason(error)}")
            continue
        if not is_folder:
            yield path
        elif real in listed:
            yield doubtful(str(path), "loop", f"{path} is a link to {real}, which is read already: it was not read again")
        else:
            yield from _files(path, listed)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
