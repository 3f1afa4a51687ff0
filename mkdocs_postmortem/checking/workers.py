"""Examining many documents at once: in this process, or spread over several when that saves time."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs_postmortem.checking.examine import examine
from mkdocs_postmortem.checking.record import Examined
from mkdocs_postmortem.settings import Settings

ENOUGH = 300
"""Number of documents from which further processes save more time than they take to begin."""
_AT_ONCE = 16
"""Documents in one order to a worker: few enough that all end together, many enough that orders cost nothing."""


def examine_all(root: Path, names: Sequence[str], settings: Settings, jobs: int) -> Iterator[Examined]:
    """Yield what each document is, in order; with enough of them in up to `jobs` processes.

    Where no process can be started, or one dies, this one does what is left.
    """
    settings = settings.model_copy(update={"as_of": None})  # No record depends on the day.
    done = 0
    if jobs > 1 and len(names) >= ENOUGH:
        for examined in _spread(root, names, settings, jobs):
            yield examined
            done += 1
    for name in names[done:]:
        yield examine(root, name, settings)


def _spread(root: Path, names: Sequence[str], settings: Settings, jobs: int) -> Iterator[Examined]:
    """Yield what other processes find, in order, as far as they get."""
    import multiprocessing  # noqa: PLC0415  # most checks start no process
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # the same
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  # the same

    orders = [names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE)]
    context = multiprocessing.get_context(_start_method())
    try:
        pool = ProcessPoolExecutor(min(jobs, len(orders)), context, _begin, (root, settings))
    except (ImportError, NotImplementedError, OSError):  # No shared memory here, as in some sandboxes.
        return
    try:
        for found in pool.map(_work, orders):
            yield from found
    except (BrokenProcessPool, OSError):  # A worker was killed, or none could be started.
        return
    finally:
        pool.shutdown(cancel_futures=True)


def _start_method() -> str:
    """Return how processes are started: copies cost nothing, but only Linux with a single thread makes them safely."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


class _Bench:
    """What a worker was given when it began; each worker is a process of its own."""

    root: Path
    settings: Settings


def _begin(root: Path, settings: Settings) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process; the first one ends the others.
    _Bench.root, _Bench.settings = root, settings


def _work(names: Sequence[str]) -> list[Examined]:
    return [examine(_Bench.root, name, _Bench.settings) for name in names]
