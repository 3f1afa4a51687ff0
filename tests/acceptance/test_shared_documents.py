"""Real documents, which nobody wrote for us: every one has its page, and its problems are named."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.library import check
from tests.acceptance.test_bare_sites import references
from tests.sites import MATERIAL_EXTENSIONS, SHARED_DOCUMENTS, Built, build_project, make_project

pytestmark = pytest.mark.skipif(not SHARED_DOCUMENTS.is_dir(), reason="no real documents beside this repository")

NO_DOCUMENTS = ("./", "action-items/", "insights/", "health/")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build a Material site of a copy of the documents."""
    config = {"markdown_extensions": list(MATERIAL_EXTENSIONS)}
    root = make_project(
        tmp_path_factory.mktemp("shared"), {}, theme="material", options={"fail_on": "never"}, config=config
    )
    shutil.copytree(SHARED_DOCUMENTS, root / "postmortems")
    return build_project(root)


def test_every_document_has_a_page(built: Built) -> None:
    documents = sorted(SHARED_DOCUMENTS.rglob("*.md"))
    index = references(built.read("postmortems/index.html")).found

    assert built.status == 0, built.failure
    assert len(json.loads(built.read("postmortems/catalog.json"))["incidents"]) == len(documents)
    listed = [link for link in index if (built.site / "postmortems" / link / "index.html").is_file()]
    assert len({link for link in listed if link.count("/") == 1 and link not in NO_DOCUMENTS}) == len(documents)


def test_every_page_shows_its_documents_own_problems_and_no_other(built: Built) -> None:
    pages = [built.read(name) for name in built.files if name.startswith("postmortems/") and name.count("/") == 2]
    errors = [line for line in built.problem_lines() if "(warning)" not in line.split(": ")[0]]
    by_document: dict[str, list[str]] = {}
    for line in errors:
        by_document.setdefault(line.split(":")[0], []).append(line.split(" ")[1])

    assert len(by_document) >= 20
    for path, codes in by_document.items():
        (page,) = [page for page in pages if f"Problems in {path}</h2>" in page]
        assert page.count('<li class="pm-problem--') == len(codes), path
        assert all(f"<strong>{code} " in page for code in codes)


def test_check_names_the_problems_of_each_document_and_does_not_crash(built: Built, tmp_path: Path) -> None:
    result = check(built.root)
    assert result.exit_code == 0  # fail_on: never
    assert result.stdout.splitlines() == list(built.problem_lines())

    run = subprocess.run(
        [sys.executable, "-m", "mkdocs_postmortem", "check", "--as-of", "2026-03-10", str(SHARED_DOCUMENTS)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert len(run.stdout.splitlines()) == len(built.problem_lines())


def test_the_score_reads_what_inspect_prints(tmp_path: Path) -> None:
    document = next(iter(sorted(SHARED_DOCUMENTS.glob("s*.md"))))
    shutil.copy(document, tmp_path)
    command = f"{sys.executable} -m mkdocs_postmortem"

    run = subprocess.run(
        [sys.executable, str(SHARED_DOCUMENTS.parent / "score.py"), "--command", command, "--documents", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert "no usable output: 0" in run.stdout
