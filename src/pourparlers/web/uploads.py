"""The addresses at which articles are uploaded, and their reading is followed and stopped."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import Response

from pourparlers.clock import today
from pourparlers.errors import NotFoundError
from pourparlers.web.asking import Refusal, day
from pourparlers.web.guard import FIELD
from pourparlers.web.imports import Imports
from pourparlers.web.render import visible
from pourparlers.web.site import Site

#: What one upload may hold: files, and bytes in all.
MOST_FILES, MOST_BYTES = 200, 100_000_000
ADDRESS = "/imports"
#: Bytes of a file's name.
_LONGEST = 180
_UNSAFE = re.compile(r'[/\\:*?"<>|\x00]')
#: Endings of files that are read, as file choosers offer them.
ENDINGS = (".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".csv", ".tsv", ".rss", ".atom", ".xml")


def add(app: FastAPI, site: Site, imports: Imports) -> None:
    """Adds the addresses to the site."""

    @app.get(ADDRESS, include_in_schema=False)
    def listed(request: Request) -> Response:
        stores = {name: site.library.store(name) for name in site.library.names}
        context = {
            "imports": imports.all(),
            "into": [name for name, store in stores.items() if store.writable],
            "wanted": request.query_params.get("dossier", ""),
            "most": MOST_FILES,
            "megabytes": MOST_BYTES // 1_000_000,
            "endings": ENDINGS,
            "live": any(one.open for one in imports.all()),
        }
        return site.page(request, "imports.html", None, context)

    @app.get(ADDRESS + "/{identifier}", include_in_schema=False)
    def one(request: Request, identifier: str) -> Response:
        found = imports.get(identifier)
        if found is None:
            raise NotFoundError(identifier)
        return site.page(request, "import.html", None, {"one": found, "live": found.open})

    @app.post(ADDRESS, include_in_schema=False)
    async def upload(request: Request) -> Response:
        site.guard.admit(request)
        try:
            async with request.form(max_files=MOST_FILES, max_fields=20) as form:
                site.guard.check(request, str(form.get(FIELD, "")))
                return await run_in_threadpool(_begin, site, imports, form)
        except HTTPException as error:
            raise (Refusal(413, "error.files") if "Too many files" in str(error.detail) else error) from None

    @app.post(ADDRESS + "/{identifier}/cancel", include_in_schema=False)
    async def cancel(request: Request, identifier: str) -> Response:
        form = await request.form(max_files=0, max_fields=10)
        site.guard.check(request, str(form.get(FIELD, "")))
        imports.cancel(identifier)
        return RedirectResponse(f"{ADDRESS}/{identifier}", 303)


def _begin(site: Site, imports: Imports, form: FormData) -> Response:
    """Keeps the files of a form where the reading finds them. Raises Refusal when there are none, or too many readings wait already."""
    dossier = str(form.get("dossier", ""))
    if not site.library.store(dossier).writable:
        raise Refusal(409, "review.read-only")
    if imports.full:
        raise Refusal(409, "error.waiting")
    files = [item for item in form.getlist("files") if isinstance(item, UploadFile) and item.filename]
    if not files:
        raise Refusal(400, "error.no-files")
    horizon = day(str(form.get("known-by", ""))) or today()
    folder = TemporaryDirectory(prefix="pourparlers-")
    try:
        names = _kept(files, Path(folder.name))
    except OSError:
        folder.cleanup()
        raise
    made = imports.add(dossier, folder, names, horizon, form.get("everything") is not None)
    return RedirectResponse(f"{ADDRESS}/{made.id}", 303)


def _kept(files: Sequence[UploadFile], folder: Path) -> tuple[str, ...]:
    """The names under which the files were put into a folder."""
    names: list[str] = []
    for file in files:
        name = file_name(file.filename or "", names)
        with (folder / name).open("wb") as target:
            shutil.copyfileobj(file.file, target)
        names.append(name)
    return tuple(names)


def file_name(given: str, taken: Sequence[str] = ()) -> str:
    """The name of an uploaded file, as one that leads nowhere else: without folders, signs that systems obey, and what nobody sees.

    taken: names that other files have; a number tells the new one apart.
    """
    bare = PurePosixPath(visible(given).replace("\\", "/")).name
    stem, dot, suffix = _UNSAFE.sub("_", bare).strip(" .-").rpartition(".")
    stem, suffix = (stem, suffix) if dot else (suffix, "")
    stem = stem.encode()[:_LONGEST].decode(errors="ignore") or "article"
    ending = f".{suffix.encode()[:16].decode(errors='ignore')}" if suffix else ""
    number, name = 1, stem + ending
    while name in taken:
        number += 1
        name = f"{stem} ({number}){ending}"
    return name
