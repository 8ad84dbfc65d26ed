// What only the site does, on top of app.js: decisions without leaving the page, progress of readings, keys.
import { $, $$, drawer, fill, go, parsed } from "./app.js";

// A decision made in the drawer: sent as the form would be; the entry that comes of it is shown, and the list is drawn anew.
drawer?.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  event.preventDefault();
  const button = event.submitter ?? $("button", form);
  button.disabled = true;
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) }).catch(() => null);
  if (!answer) { form.submit(); return; }
  button.disabled = false;
  const page = parsed(await answer.text());
  if (!answer.ok) { complain(form, $("main .lead", page)?.textContent ?? answer.statusText); return; }
  fill($("#entry", page) ?? $("#review", page));
  const told = $(".done", drawer);
  if (told) { told.tabIndex = -1; told.focus(); }
  if ($("#results")) go(location.href, false);
});

function complain(form, words) {
  $(".failed", form)?.remove();
  const told = document.createElement("p");
  told.className = "done failed wide";
  told.setAttribute("role", "alert");
  told.textContent = words;
  form.prepend(told);
}

// Readings: as long as one goes on, its part of the page is drawn anew each second.
async function follow() {
  const live = $("#live[data-live]");
  if (!live) return;
  const answer = await fetch(location.href).catch(() => null);
  const fresh = answer?.ok ? $("#live", parsed(await answer.text())) : null;
  // A button that has the focus stays; only the rest of the page changes.
  if (fresh && (!live.contains(document.activeElement) || !("live" in fresh.dataset))) live.replaceWith(fresh);
  else if (fresh) for (const part of [".done", ".bar"]) { const now = $(part, fresh); if (now) $(part, live)?.replaceWith(now); }
  setTimeout(follow, 1000);
}
if ($("#live[data-live]")) setTimeout(follow, 600);

// Uploads that are too large are told so before they are sent.
$(".upload")?.addEventListener("submit", (event) => {
  const form = event.target, files = [...$("input[type=file]", form).files];
  if (files.reduce((sum, file) => sum + file.size, 0) <= Number(form.dataset.most) * 1e6) return;
  event.preventDefault();
  complain(form, form.dataset.tooBig);
});
