"""The cache: kept as it was, and never believed when anybody else has written it."""

from __future__ import annotations

import marshal
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from mkdocs_postmortem.checking import cache as module
from mkdocs_postmortem.checking.cache import Cache
from mkdocs_postmortem.checking.record import Examined
from mkdocs_postmortem.settings import Settings
from tests.checking.caches import KEY, cache_in
from tests.documents import settings_of

RECORDS: dict[str, Examined] = {"2026/a.md": ("12ab", (("INC-1", None, 7), ())), "b.md": ("34cd", ((), ()))}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """Return a cache with the records of a folder."""
    cache = cache_in(tmp_path)
    cache.save(tmp_path, Settings(), RECORDS)
    return cache


def file_of(cache: Cache) -> Path:
    (file,) = cache.folder.glob("*.check")
    return file


def test_records_come_back_as_they_were(cache: Cache, tmp_path: Path) -> None:
    assert cache.load(tmp_path, Settings()) == RECORDS


def test_record_of_what_could_not_be_read_is_not_kept(cache: Cache, tmp_path: Path) -> None:
    cache.save(tmp_path, Settings(), {**RECORDS, "c.md": ("", ((), ()))})
    assert cache.load(tmp_path, Settings()) == RECORDS


def test_other_settings_and_another_root_have_records_of_their_own(cache: Cache, tmp_path: Path) -> None:
    assert cache.load(tmp_path, settings_of(timezone="Europe/Oslo")) == {}
    assert cache.load(tmp_path / "other", Settings()) == {}


def test_the_day_and_the_bar_of_failure_have_not(cache: Cache, tmp_path: Path) -> None:
    assert cache.load(tmp_path, settings_of(as_of="2026-03-10", fail_on="warning")) == RECORDS


@pytest.mark.parametrize("length", [0, 10, 32, 40])
def test_file_that_was_cut_off_counts_as_not_there(cache: Cache, tmp_path: Path, length: int) -> None:
    file = file_of(cache)
    file.write_bytes(file.read_bytes()[:length])
    assert cache.load(tmp_path, Settings()) == {}


def test_file_with_any_bit_changed_counts_as_not_there(cache: Cache, tmp_path: Path) -> None:
    file = file_of(cache)
    whole = file.read_bytes()
    for index in range(len(whole)):
        file.write_bytes(bytes([*whole[:index], whole[index] ^ 1, *whole[index + 1 :]]))
        assert cache.load(tmp_path, Settings()) == {}, index


def test_forged_file_hides_nothing_and_is_not_even_looked_into(cache: Cache, tmp_path: Path) -> None:
    data = marshal.dumps({"a.md": ("12ab", ((), ()))})
    forged = Cache(cache.folder, b"x" * 32)
    forged.save(tmp_path, Settings(), {"a.md": ("12ab", ((), ()))})
    assert cache.load(tmp_path, Settings()) == {}
    file_of(cache).write_bytes(b"\0" * 32 + data)
    assert cache.load(tmp_path, Settings()) == {}


def test_records_of_one_set_of_settings_do_not_pass_for_those_of_another(cache: Cache, tmp_path: Path) -> None:
    lax = settings_of(levels={"PM104": "off"})
    mine = file_of(cache)
    cache.save(tmp_path, lax, {})
    (other,) = set(cache.folder.glob("*.check")) - {mine}
    mine.replace(other)

    assert cache.load(tmp_path, lax) == {}


def test_file_that_is_too_large_is_not_read(cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 20)
    assert cache.load(tmp_path, Settings()) == {}


def test_only_the_user_can_read_the_files(cache: Cache) -> None:
    assert stat.S_IMODE(file_of(cache).stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700


def test_folder_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache = Cache(tmp_path / "file" / "cache", KEY)
    cache.save(tmp_path, Settings(), RECORDS)
    assert cache.load(tmp_path, Settings()) == {}


def test_files_that_were_not_used_for_long_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 3)
    cache = cache_in(tmp_path)
    roots = [tmp_path / str(number) for number in range(5)]
    for number, root in enumerate(roots):
        cache.save(root, Settings(), RECORDS)
        newest = max(cache.folder.glob("*.check"), key=lambda path: path.stat().st_ctime_ns)
        os.utime(newest, (number + 1, number + 1))

    assert [bool(cache.load(root, Settings())) for root in roots] == [False, False, True, True, True]


def test_files_beyond_the_size_of_all_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = cache_in(tmp_path)
    cache.save(tmp_path / "old", Settings(), RECORDS)
    os.utime(file_of(cache), (1, 1))
    monkeypatch.setattr(module, "LARGEST", file_of(cache).stat().st_size + 1)
    cache.save(tmp_path / "new", Settings(), RECORDS)

    assert cache.load(tmp_path / "old", Settings()) == {}
    assert cache.load(tmp_path / "new", Settings()) == RECORDS


def test_what_a_killed_check_left_goes_and_what_another_one_writes_stays(cache: Cache, tmp_path: Path) -> None:
    (cache.folder / "old.part").write_text("x")
    os.utime(cache.folder / "old.part", (1, 1))
    (cache.folder / "new.part").write_text("x")
    cache.save(tmp_path, Settings(), RECORDS)

    assert [path.name for path in cache.folder.glob("*.part")] == ["new.part"]


def test_checks_that_write_at_the_same_time_leave_a_whole_file(tmp_path: Path) -> None:
    cache = cache_in(tmp_path)
    many = [{f"{number}.md": ("12ab", ("x" * 50_000, ()))} for number in range(8)]

    def save(records: dict[str, Examined]) -> bool:
        cache.save(tmp_path, Settings(), records)
        return cache.load(tmp_path, Settings()) in many

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(save, many * 5))
    assert list(cache.folder.glob("*.part")) == []


def test_processes_that_check_at_the_same_time_agree(tmp_path: Path) -> None:
    documents = tmp_path / "postmortems"
    documents.mkdir()
    for number in range(40):
        (documents / f"{number}.md").write_text(f"---\nid: INC-{number % 30}\nseverity: sev9\n---\n# A\n")
    command = [sys.executable, "-m", "mkdocs_postmortem", "check", "--cache-dir", str(tmp_path / "cache")]

    running = [subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    outputs = {process.communicate(timeout=120)[0] for process in running}

    assert len(outputs) == 1
    assert outputs == {subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout}
