"""The same site by ProperDocs with MaterialX, which go on where MkDocs and Material end.

Neither can stand beside what the other tests use. `PROPERDOCS` names the program of an environment that has both, as
`.ci/run` makes one: `pip install --editable . properdocs mkdocs-materialx`.
"""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, expect

from tests.acceptance.library import copy_own_site
from tests.browser.lists import ids, tick
from tests.browser.serving import served, watched_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample library, strictly."""
    program = os.environ.get("PROPERDOCS")
    if not program:
        pytest.skip("PROPERDOCS does not name the program of an environment with properdocs and materialx")
    root = copy_own_site(tmp_path_factory.mktemp("properdocs") / "project")
    options = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"][1]
    config = {
        "site_name": "Samples",
        "theme": {"name": "materialx", "font": False},
        "nav": [{"Postmortems": "postmortems/index.md"}, {"Action items": "postmortems/action-items.md"}],
        "plugins": [options],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    done = subprocess.run(
        [program, "build", "--strict", "--config-file", "mkdocs.yml", "--site-dir", "out"],
        cwd=root, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not re.search(r"\b(?:WARNING|ERROR)\b", done.stderr)
    return root / "out"


def test_every_sort_of_page_is_there(site: Path) -> None:
    pages = ("", "action-items", "insights", "health", "severities/sev1", "services/checkout", "INC-2026-014")
    assert [name for name in pages if not (site / "postmortems" / name / "index.html").is_file()] == []


def test_the_index_is_filtered_and_a_row_leads_to_its_incident(browser: Browser, site: Path) -> None:
    with served(site) as address, watched_page(browser, own=True) as watched:
        page = watched.page
        page.goto(f"{address}postmortems/")
        expect(page.get_by_role("status")).to_have_text("24 of 24 postmortems")
        tick(page, "Severity", "SEV0 Critical")
        expect(page.get_by_role("status")).to_have_text("4 of 24 postmortems")
        first = ids(page)[0]
        page.locator(".pm-table .pm-cell--title a").first.click()
        expect(page.locator(".pm-card .pm-id").first).to_have_text(first)
        assert watched.foreign == []
