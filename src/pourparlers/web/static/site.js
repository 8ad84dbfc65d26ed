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
