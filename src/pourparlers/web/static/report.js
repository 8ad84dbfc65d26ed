// What only the report does, in one module with app.js: long lists and sources stand as text, and are drawn when they are wanted.
function draw(rest) {
  const fresh = new DOMParser().parseFromString(rest.textContent, "text/html"), rows = $$("tbody > tr", fresh), table = rest.previousElementSibling;
  if (rows.length && table?.matches("table")) { table.tBodies[0].append(...rows); rest.remove(); } else rest.replaceWith(...fresh.body.childNodes);
}

// The parts of a list that are still text, from its button upwards.
function waiting(pager) {
  const found = [];
  for (let one = pager.previousElementSibling; one?.matches("noscript.rest"); one = one.previousElementSibling) found.unshift(one);
  return found;
}

function drawAll(within) {
  for (const rest of $$("noscript.rest", within)) draw(rest);
  for (const button of $$("button.more", within)) button.parentElement.hidden = true;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button.more");
  if (!button) return;
  const pager = button.parentElement, left = waiting(pager), before = left[0]?.previousElementSibling, last = $$("li, tr", before ?? pager).at(-1);
  if (left.length) draw(left[0]);
  if (left.length < 2) {
    pager.hidden = true;
    const next = last?.nextElementSibling ?? before?.nextElementSibling;
    $("a", next ?? pager)?.focus({ preventScroll: true });
  }
});

// Filters look at all rows; so does print, and the sources besides.
addEventListener("wanted", () => drawAll($("#results")));
addEventListener("beforeprint", () => {
  drawAll(document);
  for (const portrait of $$("details.portrait")) portrait.open = true;
  for (const kept of $$("noscript[data-entry]")) kept.replaceWith(...new DOMParser().parseFromString(kept.textContent, "text/html").body.childNodes);
});

// A link to a row that still stands as text: its list is drawn first.
addEventListener("click", (event) => {
  const id = event.target.closest?.("a")?.getAttribute("href");
  if (!id?.startsWith("#") || id.startsWith("#e-") || document.getElementById(id.slice(1))) return;
  const rest = $$("noscript.rest").find((one) => one.textContent.includes(`id="${id.slice(1)}"`));
  if (rest) drawAll(rest.parentElement);
}, true);

// A link to an entry, from any chapter or another document, opens its sources.
const isEntry = (id) => id?.startsWith("#e-") && standing(id.slice(1));
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a");
  const id = link?.getAttribute("href");
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button || !isEntry(id)) return;
  event.preventDefault();
  open(link);
});
function openAsked() {
  if (!isEntry(location.hash)) return;
  const link = document.createElement("a");
  link.href = location.hash;
  open(link);
}
addEventListener("hashchange", openAsked);
openAsked();
