"""Debian's Chromium, as the tests of pages start it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
#: Milliseconds that a page is given to come to what is expected of it, on a machine that has other work.
_PATIENCE = 30_000
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser without a window. Skips the test where there is none."""
    if not CHROMIUM.exists():
        pytest.skip(f"needs {CHROMIUM}: apt-get install chromium")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=_PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(_FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def violations(page: Any, rule: str | None = None, within: str | None = None) -> list[str]:
    """What axe finds wrong with a page, by rule and place: WCAG 2.2 A and AA, and its best practices; or by one rule alone.
    within: looks at what this selector finds alone, for axe takes a minute where there are hundreds of rows."""
    from axe_playwright_python.sync_playwright import Axe

    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    wanted = {"type": "tag", "values": tags} if rule is None else {"type": "rule", "values": [rule]}
    found = Axe().run(page, context=within, options={"runOnly": wanted}).response["violations"]
    return [f"{broken['id']}: {node['target']} {node['html'][:120]}" for broken in found for node in broken["nodes"][:3]]
