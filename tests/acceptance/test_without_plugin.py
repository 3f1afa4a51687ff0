"""Without the plugin, or with its name misspelt, nothing of any document is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents import VALID, with_line
from tests.sites import Built, make_project, run_mkdocs

CANARY = "zqkumquatvz"
DOCUMENT = with_line("title:", f"title: About {CANARY}").replace("A full connection pool", f"{CANARY} in a text")


def leaks(built: Built) -> list[str]:
    """Return the files of the site that hold or bear the canary, or hold the document's other words."""
    words = (CANARY, "INC-2026-014", "pool saturation")
    return [
        name
        for name in built.files
        if any(word in (built.site / name).read_bytes().decode("utf-8", "replace") for word in words) or CANARY in name
    ]


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_site_that_does_not_name_the_plugin_publishes_nothing(theme: str, tmp_path: Path) -> None:
    built = run_mkdocs(make_project(tmp_path, {f"{CANARY}.md": DOCUMENT}, theme=theme, config={"plugins": ["search"]}))

    assert built.status == 0
    assert built.has("index.html")
    assert leaks(built) == []


def test_a_misspelt_name_ends_the_build_and_publishes_nothing(tmp_path: Path) -> None:
    root = make_project(tmp_path, {f"{CANARY}.md": DOCUMENT}, config={"plugins": ["search", "postmortems"]})

    built = run_mkdocs(root)

    assert built.status == 1
    assert any('"postmortems" plugin is not installed' in line for line in built.log)
    assert built.files == ()


def test_the_canary_is_found_where_the_plugin_publishes_it(tmp_path: Path) -> None:
    built = run_mkdocs(make_project(tmp_path, {f"{CANARY}.md": DOCUMENT}))

    assert f"postmortems/{CANARY}/index.html" in leaks(built)
    assert {"postmortems/index.html", "postmortems/catalog.json", "search/search_index.json"} <= set(leaks(built))


def test_a_document_for_a_narrower_audience_leaves_no_trace(tmp_path: Path) -> None:
    public = VALID.replace("INC-2026-014", "INC-2026-015")
    root = make_project(
        tmp_path,
        {f"{CANARY}.md": DOCUMENT, "public.md": with_line("status:", "status: published\naudience: public", public)},
        options={"audience": "public"},
    )

    built = run_mkdocs(root)

    assert built.has("postmortems/public/index.html")
    assert [name for name in built.files if CANARY in name or CANARY.encode() in (built.site / name).read_bytes()] == []
