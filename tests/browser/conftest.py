"""One Chromium and one built and served sample site for all browser tests of a run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import served
from tests.sites import REPOSITORY, build_project


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium. Where there is none, a run in CI fails and a run elsewhere skips."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
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
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of our own site, built from the repository."""
    folder: Path = tmp_path_factory.mktemp("sample") / "site"
    built = build_project(REPOSITORY, site=folder)
    assert built.status == 0, built.failure
    with served(folder) as address:
        yield address
