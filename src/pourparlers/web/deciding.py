"""The addresses at which people decide: each takes a form, adds to the log of the dossier, and leads back to what came of it."""

from collections.abc import Sequence

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData
from starlette.responses import Response

from pourparlers.clock import now
from pourparlers.errors import JudgementError, NotFoundError
from pourparlers.model.chronicle import Entry, Judgement
from pourparlers.reviewing import VERBS, Decision, judge, judge_side, retraction
from pourparlers.store import View
from pourparlers.web.asking import Refusal
from pourparlers.web.guard import FIELD
from pourparlers.web.links import SiteLinks
from pourparlers.web.review import FIELDS
from pourparlers.web.site import Site, keep_reviewer

#: Characters of a name, of a reason and of a value that are taken.
_NAME, _TEXT = 100, 1000
_MOST_FIELDS = 400


def add(app: FastAPI, site: Site) -> None:
    """Adds the addresses to the site."""

    @app.post("/d/{dossier}/e/{entry}/judgements", include_in_schema=False)
    async def decide(request: Request, dossier: str, entry: str) -> Response:
        form = await _form(site, request)
        return await run_in_threadpool(_decide, site, dossier, entry, form)

    @app.post("/d/{dossier}/sides", include_in_schema=False)
    async def take_side(request: Request, dossier: str) -> Response:
        form = await _form(site, request)
        return await run_in_threadpool(_take_side, site, dossier, form)

    @app.post("/d/{dossier}/judgements/{judgement}/retraction", include_in_schema=False)
    async def retract(request: Request, dossier: str, judgement: str) -> Response:
        form = await _form(site, request)
        return await run_in_threadpool(_retract, site, dossier, judgement, form)


async def _form(site: Site, request: Request) -> FormData:
    """The form, once the guard has let it in."""
    form = await request.form(max_files=0, max_fields=_MOST_FIELDS)
    site.guard.check(request, _text(form, FIELD))
    return form


def _decide(site: Site, dossier: str, identifier: str, form: FormData) -> Response:
    scene = site.library.scene(dossier)
    entry = scene.shown.entry_of(identifier)
    if entry is None:
        raise NotFoundError(identifier)
    verb = _text(form, "verb")
    if verb not in VERBS:
        raise Refusal(400, "error.verb")
    decision = Decision(verb, *_who_and_why(form), now(), _setting(form) if verb == "set" else None)
    claims = [claim for claim in _texts(form, "claim") if claim in entry.members]
    with scene.view() as view:
        made = _judged(view, decision, entry, claims, [_identifier(other) for other in _texts(form, "with")])
    site.library.judge(dossier, [made])
    about = claims if verb == "split" else [member for member in entry.members if member not in claims] or [entry.id]
    return _landing(site, dossier, made, about, decision.who)


def _judged(view: View, decision: Decision, entry: Entry, claims: Sequence[str], others: Sequence[str]) -> Judgement:
    """The judgement that a form asks for. Raises Refusal when it lacks what its verb needs."""
    try:
        if decision.verb == "merge":
            if not others:
                raise Refusal(400, "error.merge")
            return judge(view, decision, [entry.id, *others])
        if decision.verb == "split" and not 0 < len(claims) < len(entry.members):
            raise Refusal(400, "error.split")
        some = decision.verb in ("split", "reject") and 0 < len(claims) < len(entry.members)
        return judge(view, decision, claims if some else [entry.id], alone=some)
    except JudgementError:
        raise Refusal(400, "error.set") from None


def _take_side(site: Site, dossier: str, form: FormData) -> Response:
    who, why = _who_and_why(form)
    side = _text(form, "other").strip() or _text(form, "side")
    try:
        with site.library.scene(dossier).view() as view:
            made = judge_side(view, Decision("side", who, why, now(), side), _text(form, "name").strip())
    except NotFoundError:
        raise Refusal(400, "error.side") from None
    site.library.judge(dossier, [made])
    return _landing(site, dossier, made, [], who)


def _retract(site: Site, dossier: str, judgement: str, form: FormData) -> Response:
    who, why = _who_and_why(form)
    with site.library.store(dossier).view() as view:
        if judgement not in {known.id for known in view.judgements()}:
            raise NotFoundError(judgement)
        made = retraction(view, Decision("retract", who, why, now()), judgement)
    site.library.judge(dossier, [made])
    return _landing(site, dossier, made, [_identifier(back) for back in _texts(form, "back")], who)


def _landing(site: Site, dossier: str, made: Judgement, about: Sequence[str], who: str) -> Response:
    """To the entry that holds one of those claims now, else to the log; both tell what was decided."""
    scene = site.library.scene(dossier)
    found = next((entry for claim in about if (entry := scene.shown.entry_of(claim)) is not None), None)
    links = SiteLinks(dossier, {"done": made.id})
    response = RedirectResponse(links.page("review") if found is None else links.entry(found.id), 303)
    keep_reviewer(response, who)
    return response


def _who_and_why(form: FormData) -> tuple[str, str]:
    who, why = " ".join(_text(form, "by").split())[:_NAME], " ".join(_text(form, "reason").split())[:_TEXT]
    if not who or not why:
        raise Refusal(400, "error.by")
    return who, why


def _setting(form: FormData) -> str:
    field = _text(form, "field")
    if field not in FIELDS:
        raise Refusal(400, "error.set")
    return f"{field}={' '.join(_text(form, f'value-{field}').split())[:_TEXT]}"


def _identifier(text: str) -> str:
    """The id in what was typed or pasted: an id, or the address of an entry's page."""
    return text.strip().partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]


def _text(form: FormData, name: str) -> str:
    value = form.get(name)
    return value.replace("\0", "") if isinstance(value, str) else ""


def _texts(form: FormData, name: str) -> list[str]:
    """The texts of all fields of that name that are filled in."""
    return [value for value in form.getlist(name) if isinstance(value, str) and value.strip()]
