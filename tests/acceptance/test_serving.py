"""`mkdocs serve` goes on whatever stands in a document, shows what is wrong on its page, and forgets it once mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents import VALID, with_line, without_line
from tests.sites import build_project, make_project, write

PAGE = "postmortems/incident/index.html"
BROKEN = {
    "PM104": with_line("severity:", "severity: sev9"),
    "PM010": VALID.split("---\n", 2)[2],
    "PM011": "---\ntitle: x\n\n# Text\n",
    "PM015": with_line("title:", "title: [a"),
    "PM004": VALID.replace("Dana", "Da\x07na", 1),
    "PM024": VALID + "\n" + "[" * 10_000 + "\n",
}


@pytest.mark.parametrize(("code", "text"), BROKEN.items(), ids=BROKEN)
def test_a_bad_document_is_shown_with_its_problems_on_top_and_without_them_once_mended(
    code: str, text: str, tmp_path: Path
) -> None:
    root = make_project(tmp_path, {"incident.md": text})

    broken = build_project(root, serving=True)

    assert broken.status == 0
    assert code in " ".join(broken.problem_lines())
    page = broken.read(PAGE)
    assert page.index(f"<strong>{code} ") < page.index('class="pm-card"')

    write(root / "postmortems" / "incident.md", VALID)
    mended = build_project(root, serving=True)

    assert mended.status == 0
    assert mended.problem_lines() == ()
    assert "pm-problems" not in mended.read(PAGE)


def test_an_empty_file_has_a_page_with_its_problems(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, {"incident.md": ""}), serving=True)

    assert "<strong>PM010 no-front-matter</strong>" in built.read(PAGE)


def test_serving_strictly_goes_on_too(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"incident.md": with_line("severity:", "severity: sev9")})

    built = build_project(root, serving=True, strict=True)

    assert built.status == 0
    assert "PM104" in built.read(PAGE)


def test_serving_goes_on_without_a_folder(tmp_path: Path) -> None:
    built = build_project(make_project(tmp_path, {}), serving=True)

    assert built.status == 0
    assert "the folder of postmortems does not exist" in built.read("postmortems/index.html")


def test_warnings_are_shown_in_a_preview_and_not_in_a_build(tmp_path: Path) -> None:
    draft = without_line("  - Owner:", with_line("status:", "status: draft"))
    root = make_project(tmp_path, {"incident.md": draft})

    assert "PM301" in build_project(root, serving=True).read(PAGE)
    assert "PM301" not in build_project(root).read(PAGE)


def test_the_index_counts_the_problems_of_each_document(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"incident.md": with_line("severity:", "severity: sev9")})

    assert '<span class="pm-flag">1 problem</span>' in build_project(root, serving=True).read("postmortems/index.html")


def test_a_document_that_vanishes_takes_its_page_with_it(tmp_path: Path) -> None:
    root = make_project(tmp_path, {"incident.md": VALID, "other.md": VALID.replace("014", "015")})
    assert build_project(root, serving=True).has("postmortems/other/index.html")

    (root / "postmortems" / "other.md").unlink()

    assert not build_project(root, serving=True).has("postmortems/other/index.html")


def test_the_folder_is_watched(tmp_path: Path) -> None:
    from mkdocs.config import load_config  # noqa: PLC0415  # only this test looks at a configuration

    root = make_project(tmp_path)
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)

    config = config.plugins.on_config(config)

    assert str(root / "postmortems") in config.watch


def test_the_list_of_known_incidents_is_watched_when_it_is_there(tmp_path: Path) -> None:
    from mkdocs.config import load_config  # noqa: PLC0415  # as above

    root = make_project(tmp_path, options={"incidents_csv": "known.csv"})
    write(root / "known.csv", "id,started_at\n")
    config = load_config(str(root / "mkdocs.yml"))
    config.plugins.on_startup(command="serve", dirty=False)

    assert str(root / "known.csv") in config.plugins.on_config(config).watch
    config.plugins.on_shutdown()
