"""Many documents in several processes: the same records in the same order, also when a process goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from mkdocs_postmortem.checking import workers
from mkdocs_postmortem.checking.examine import examine
from mkdocs_postmortem.checking.workers import examine_all
from mkdocs_postmortem.settings import Settings
from tests.documents import VALID
from tests.sites import write

NAMES = tuple(f"{number:03}.md" for number in range(60))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a root with as many documents as are enough for further processes."""
    for number, name in enumerate(NAMES):
        write(tmp_path / "postmortems" / name, VALID.replace("INC-2026-014", f"INC-2026-{number}"))
    return tmp_path


@pytest.fixture(autouse=True)
def _few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "ENOUGH", len(NAMES))
    monkeypatch.setattr(workers, "_AT_ONCE", 7)


def alone(root: Path) -> list[object]:
    return [examine(root, name, Settings()) for name in NAMES]


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("jobs", [2, 3])
def test_records_come_in_the_order_of_the_names(
    root: Path, method: str, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_start_method", lambda: method)
    assert list(examine_all(root, NAMES, Settings(), jobs)) == alone(root)


@pytest.mark.parametrize(("jobs", "names"), [(1, NAMES), (2, NAMES[:-1])])
def test_one_process_does_what_is_too_little_for_two(
    root: Path, jobs: int, names: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_spread", refuse)
    assert len(list(examine_all(root, names, Settings(), jobs))) == len(names)


def refuse(*_: object) -> NoReturn:
    raise AssertionError("no process is wanted")


@pytest.mark.parametrize("error", [OSError, ImportError, NotImplementedError])
def test_where_no_process_can_be_started_this_one_does_it_all(
    root: Path, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise error("no semaphores here")

    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", fail)
    assert list(examine_all(root, NAMES, Settings(), 2)) == alone(root)


def die_in_a_worker(here: int, after: str) -> Callable[..., object]:
    """Return `examine`, but deadly at one document in every process other than this one."""

    def dying(root: Path, name: str, settings: Settings) -> object:
        if os.getpid() != here and name == after:
            os.kill(os.getpid(), signal.SIGKILL)
        return examine(root, name, settings)

    return dying


@pytest.mark.parametrize("after", [NAMES[0], NAMES[30], NAMES[-1]])
def test_when_a_process_is_killed_this_one_does_what_is_left(
    root: Path, after: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_start_method", lambda: "fork")
    monkeypatch.setattr(workers, "examine", die_in_a_worker(os.getpid(), after))
    assert list(examine_all(root, NAMES, Settings(), 2)) == alone(root)


INTERRUPTIBLE = """
import signal, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # Whoever runs the tests may have it ignored.
from mkdocs_postmortem.checking import workers
from mkdocs_postmortem.cli import main
examine = workers.examine
def examine_slowly(*given):
    time.sleep(0.01)
    return examine(*given)
workers.examine = examine_slowly
main(["check", "--jobs", "2", "--no-cache"])
"""


def test_ctrl_c_ends_all_processes_without_a_word_of_python(tmp_path: Path) -> None:
    for number in range(300):
        write(tmp_path / f"postmortems/{number}.md", VALID.replace("INC-2026-014", f"INC-2026-{number}"))
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        deadline = time.monotonic() + 60
        while len(children_of(running.pid)) < 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.3)
        os.killpg(running.pid, signal.SIGINT)
        output, errors = running.communicate(timeout=60)

    assert (running.returncode, output, errors.strip()) == (1, "", "Aborted!")


def children_of(pid: int) -> list[str]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return path.read_text().split() if path.exists() else ["", ""]
