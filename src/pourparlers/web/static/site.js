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

// In an article, the whole passage of the entry that was followed; without script its beginning.
function pointOut() {
  const entry = location.hash.replace("#c-", "");
  for (const mark of $$("mark[data-of]")) mark.classList.toggle("here", mark.dataset.of.split(" ").includes(entry));
}
addEventListener("hashchange", pointOut);
pointOut();

// Keys: letters can be turned off, for those who speak their commands.
const keys = $("#keys"), letters = $("#letters");
const LETTERS = "letters";
try { if (letters) letters.checked = localStorage.getItem(LETTERS) !== "off"; } catch { /* not kept */ }
letters?.addEventListener("change", () => { try { localStorage.setItem(LETTERS, letters.checked ? "on" : "off"); } catch { /* not kept */ } });
$("#ask-keys")?.addEventListener("click", () => keys.showModal());

function toRow(way) {
  const rows = $$("#results a.what, .rows a.what").filter((row) => row.offsetParent), at = rows.indexOf(document.activeElement);
  rows[at < 0 ? (way > 0 ? 0 : rows.length - 1) : at + way]?.focus();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !letters?.checked) return;
  if (drawer?.open) {
    if (event.key === "ArrowLeft" || event.key === "k") $("#before").click();
    if (event.key === "ArrowRight" || event.key === "j") $("#after").click();
    return;
  }
  const act = { "/": () => $("input[type=search]")?.focus(), "?": () => keys.showModal(), j: () => toRow(1), k: () => toRow(-1) }[event.key];
  if (!act || keys.open) return;
  event.preventDefault();
  act();
});
