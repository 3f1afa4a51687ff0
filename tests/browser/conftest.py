"""One Chromium and one served sample site for all browser tests of a process."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import find_chromium
from tests.browser.serving import served
from tests.sites import Built


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium. Where there is none, a run in CI fails and a run elsewhere skips."""
    found = find_chromium()
    if found is None:
        reason = "no chromium on PATH (apt-get install chromium)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        # Nothing but this machine has an address, so that a page that asks for more does not wait for an answer.
        alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", alone])
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def sample_site(own_site: Built) -> Iterator[str]:
    """Return the address of our own site; its search knows no page."""
    assert own_site.status == 0, own_site.failure
    with served(own_site.site, search=False) as address:
        yield address


@pytest.fixture(scope="session")
def searchable_site(own_site: Built) -> Iterator[str]:
    """Return the address of our own site with its search."""
    assert own_site.status == 0, own_site.failure
    with served(own_site.site) as address:
        yield address
