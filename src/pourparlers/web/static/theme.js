// Runs before the page is drawn: says that script is there, and keeps the reader's choice of light or dark.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  try { const chosen = localStorage.getItem("theme"); if (chosen) root.dataset.theme = chosen; } catch { /* no storage: the system's choice */ }
})();
