"""A check of a folder finds what `judge` finds in its library, with and without cache and processes."""

from __future__ import annotations

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from mkdocs_postmortem.checking import workers
from mkdocs_postmortem.checking.folder import Means, check_folder, usable_cores
from mkdocs_postmortem.library import load_library
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.rules.judge import judge
from mkdocs_postmortem.settings import Settings
from tests.checking.caches import cache_in, count_reading
from tests.documents import VALID, settings_of, with_front, with_line
from tests.sites import SAMPLES, SHARED_DOCUMENTS, write

CORPUS = Path(__file__).parent.parent / "corpus"
INVALID = sorted((CORPUS / "invalid").glob("*.md"))
DAY = date(2026, 11, 22)
OTHER = VALID.replace("INC-2026-014", "INC-2026-015")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a root with every document that we have, as one folder, and with links and names that are refused."""
    root = tmp_path_factory.mktemp("everything")
    sources = {"invalid": CORPUS / "invalid", "valid": CORPUS / "valid", "samples": SAMPLES, "shared": SHARED_DOCUMENTS}
    for name, source in sources.items():
        for path in source.rglob("*.md") if source.is_dir() else ():
            target = root / "postmortems" / name / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    write(root / "postmortems/index.md", "Begin with [the pool](2026/pool.md) and [[INC-1]].\n")
    write(root / "postmortems/bad|name.md", VALID)
    (root / "postmortems/link.md").symlink_to("samples")
    return root


def problems(root: Path, settings: Settings, means: Means) -> tuple[Problem, ...]:
    return check_folder(root, settings, "docs", means).problems


def test_every_document_that_we_have_is_judged_alike_whatever_the_means(
    everything: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "ENOUGH", 2)
    settings = Settings(as_of=DAY)
    loaded = load_library(everything, settings)
    wanted, order = judge(loaded), tuple(postmortem.path for postmortem in loaded.library.postmortems)
    cache = cache_in(tmp_path)

    alone, spread = Means(), Means(jobs=2)
    cold, warm = Means(cache, jobs=2), Means(cache)

    assert len({problem.kind for problem in wanted}) > 60
    for means in (alone, spread, cold, warm):
        checked = check_folder(everything, settings, "docs", means)
        assert checked.problems == wanted
        assert checked.documents == order
    assert len(cache.load(everything, settings)) == len(order)


@pytest.mark.parametrize("document", INVALID, ids=lambda path: path.stem)
def test_invalid_document_with_its_settings_is_judged_alike(document: Path, tmp_path: Path) -> None:
    beside = document.with_suffix(".settings.json")
    options = json.loads(beside.read_text(encoding="utf-8")) if beside.exists() else {}
    settings = settings_of({"folder": "documents", **options})
    (tmp_path / "documents").mkdir()
    shutil.copyfile(document, tmp_path / "documents" / document.name)
    wanted = judge(load_library(tmp_path, settings))
    means = Means(cache_in(tmp_path))

    assert problems(tmp_path, settings, means) == wanted
    assert problems(tmp_path, settings, means) == wanted


def test_second_check_reads_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "postmortems/a.md", VALID)
    write(tmp_path / "postmortems/b.md", OTHER)
    means, read = Means(cache_in(tmp_path)), count_reading(monkeypatch)

    problems(tmp_path, Settings(), means)
    assert read() == 2
    problems(tmp_path, Settings(), means)
    assert read() == 0


def test_changed_and_new_documents_are_read_and_their_effect_on_the_others_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "postmortems/a.md", VALID)
    write(tmp_path / "postmortems/b.md", with_front("related: [INC-2026-014]", OTHER))
    means, read = Means(cache_in(tmp_path)), count_reading(monkeypatch)
    assert problems(tmp_path, Settings(), means) == ()
    read()

    write(tmp_path / "postmortems/a.md", with_line("id:", "id: INC-2026-016"))
    write(tmp_path / "postmortems/c.md", VALID.replace("INC-2026-014", "INC-2026-017"))

    assert [p.kind.code + p.location.path for p in problems(tmp_path, Settings(), means)] == ["PM503postmortems/b.md"]
    assert read() == 2


def test_content_decides_and_not_the_time_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = write_at(tmp_path / "postmortems/a.md", VALID, seconds=1_000)
    means, read = Means(cache_in(tmp_path)), count_reading(monkeypatch)
    problems(tmp_path, Settings(), means)
    read()

    write_at(document, VALID, seconds=2_000)
    assert (problems(tmp_path, Settings(), means), read()) == ((), 0)
    write_at(document, with_line("severity:", "severity: sev9"), seconds=2_000)
    assert ([p.kind.code for p in problems(tmp_path, Settings(), means)], read()) == (["PM104"], 1)


def write_at(path: Path, text: str, seconds: int) -> Path:
    write(path, text)
    os.utime(path, (seconds, seconds))
    return path


def test_the_day_is_judged_anew_without_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "postmortems/a.md", VALID)
    means, read = Means(cache_in(tmp_path)), count_reading(monkeypatch)
    early, late = settings_of(as_of="2026-03-10"), settings_of(as_of="2026-04-10")

    assert problems(tmp_path, early, means) == ()
    read()
    assert [p.message for p in problems(tmp_path, late, means)] == [
        'action item "Alert on pool saturation" was due 2026-03-31, 10 days ago'
    ]
    assert problems(tmp_path, settings_of(as_of="2025-01-01"), means)[0].kind.code == "PM122"
    assert read() == 0


def test_other_settings_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "postmortems/a.md", VALID)
    means, read = Means(cache_in(tmp_path)), count_reading(monkeypatch)
    problems(tmp_path, Settings(), means)
    read()

    found = problems(tmp_path, settings_of(services=["search"]), means)

    assert ([p.kind.code for p in found], read()) == (["PM505"], 1)


def test_file_that_cannot_be_read_is_tried_again_each_time(tmp_path: Path) -> None:
    large = tmp_path / "postmortems/a.md"
    write(large, b"x" * 1_100_000)
    means = Means(cache_in(tmp_path))

    assert problems(tmp_path, Settings(), means)[0].kind.code == "PM002"
    write(large, VALID)
    assert problems(tmp_path, Settings(), means) == ()


def test_few_changes_among_many_are_not_written(tmp_path: Path) -> None:
    for number in range(101):
        write(tmp_path / f"postmortems/{number}.md", VALID.replace("INC-2026-014", f"INC-2026-{number}"))
    cache = cache_in(tmp_path)
    problems(tmp_path, Settings(), Means(cache))
    (file,) = cache.folder.glob("*.check")
    before = file.read_bytes()

    write(tmp_path / "postmortems/7.md", with_line("severity:", "severity: sev9"))
    assert len(problems(tmp_path, Settings(), Means(cache))) == 1
    assert file.read_bytes() == before
    write(tmp_path / "postmortems/8.md", with_line("severity:", "severity: sev9"))
    assert len(problems(tmp_path, Settings(), Means(cache))) == 3
    assert file.read_bytes() != before


@pytest.mark.parametrize("folder", ["missing", "empty"])
def test_folder_without_documents_says_so(folder: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    settings = settings_of(folder=folder)

    checked = check_folder(tmp_path, settings, "docs", Means(cache_in(tmp_path)))

    assert (checked.documents, checked.beside, checked.problems) == (
        (),
        (folder,),
        judge(load_library(tmp_path, settings)),
    )


def test_there_is_at_least_one_core() -> None:
    assert usable_cores() >= 1
