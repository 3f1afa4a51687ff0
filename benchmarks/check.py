"""How long a check takes, as ratios to the loop that everyone writes first and to a linter written in Rust.

The loop reads each file with python-frontmatter and validates four fields with pydantic; it looks at no body. All
commands run in turn, each in a fresh process, over the same generated library; a ratio is the median over the rounds of
what it was within each round. rumdl takes part when it is installed, without the two of its rules that nearly every
postmortem breaks: the length of lines, and a title beside the first heading.

    python -m benchmarks.check [--rounds ROUNDS] [--large-rounds ROUNDS] [DOCUMENTS …]
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import path_of, write_library

LARGE = 5_000
"""Number of documents from which the number of rounds may be smaller."""
BOUND_FROM = 10_000
"""Number of documents from which the ratios have limits: below, the start-up is a large part of all."""

LOOP = """
import pathlib, sys
import frontmatter
from pydantic import BaseModel

class Facts(BaseModel):
    id: str
    severity: str
    status: str
    services: list[str]

bad = 0
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.md")):
    try:
        Facts.model_validate(frontmatter.load(path).metadata)
    except Exception as error:
        bad += 1
        print(path, error)
"""
CHECK = [sys.executable, "-m", "mkdocs_postmortem", "check"]
COMMANDS = {
    "loop": [sys.executable, "-c", LOOP, "postmortems"],
    "one process": [*CHECK, "--no-cache", "--jobs", "1"],
    "workers": [*CHECK, "--no-cache"],
    "warm": CHECK,
    "one changed": CHECK,
    "rumdl": ["rumdl", "check", "--no-cache", "--no-config", "--disable", "MD013,MD025", "postmortems"],
}
IMPORTS = [sys.executable, "-c", "import pydantic, yaml, click"]
MODELS = [sys.executable, "-c", "import yaml, click; from pydantic import BaseModel"]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took: seconds of CPU of all its processes, seconds, and MiB of the largest process."""

    cpu: float
    wall: float
    peak: float


_WORKED = (0, 1)
"""What a command ends with that has looked through everything, with or without a finding."""
_BROKEN = ("Traceback (most recent call last)", "No module named")

Rounds = dict[str, list[Run]]
Cost = Callable[[Run], float]


def main() -> None:
    """Print the ratios for each size, the growth between the sizes, and the start-up."""
    options = _options()
    if shutil.which("rumdl") is None:
        del COMMANDS["rumdl"]
        print("rumdl is not installed: it takes no part.")
    costs = {size: _measure(size, options) for size in options.sizes}
    for size, rounds in costs.items():
        print(
            f"\n{size} documents, {len(rounds['loop'])} rounds; the loop took {_median(rounds['loop'], _cpu):.2f} CPU s"
        )
        for line in _ratios(rounds, is_bound=size >= BOUND_FROM):
            print(line)
    print()
    for small, large in zip(options.sizes, options.sizes[1:], strict=False):
        grown = _median(costs[large]["one process"], _cpu) / _median(costs[small]["one process"], _cpu)
        print(_line(f"growth from {small} to {large} documents, CPU", grown, 1.1 * large / small))
    for line in _start_up(options.rounds):
        print(line)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.check")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large-rounds", type=int, default=5, help=f"rounds from {LARGE} documents on")
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    return parser.parse_args()


def _measure(size: int, options: argparse.Namespace) -> Rounds:
    rounds: Rounds = {name: [] for name in COMMANDS}
    with _place() as (root, environment):
        write_library(root / "postmortems", size)
        _run(COMMANDS["warm"], root, environment)  # Fills the cache, and compiles whatever is not compiled yet.
        for number in range(options.large_rounds if size >= LARGE else options.rounds):
            for name, command in COMMANDS.items():
                with _changed(root / "postmortems" / path_of(number), really=name == "one changed"):
                    rounds[name].append(_run(command, root, environment))
    return rounds


def _ratios(rounds: Rounds, *, is_bound: bool) -> Iterator[str]:
    """Yield a line for each ratio, in large libraries with what it may be at most."""
    for ours, theirs, cost, limit in RATIOS:
        if theirs in rounds and ours in rounds:
            what = f"{ours} / {theirs}, {'CPU' if cost is _cpu else 'wall'}"
            yield _line(what, _ratio(rounds, ours, theirs, cost), limit if is_bound else None)
    for name in ("one process", "workers", "warm"):
        peak = max(run.peak for run in rounds[name])
        yield _line(f"peak of the largest process, {name}, MiB", peak, 500 if is_bound else None)


def _start_up(rounds: int) -> Iterator[str]:
    """Yield what a check of one document takes, against importing the libraries that it is made with."""
    commands = {"warm": CHECK, "cold": [*CHECK, "--no-cache"], "imports": IMPORTS, "models": MODELS}
    taken: Rounds = {name: [] for name in commands}
    with _place() as (root, environment):
        write_library(root / "postmortems", 1)
        for _ in range(rounds + 1):
            for name, command in commands.items():
                taken[name].append(_run(command, root, environment))
    taken = {name: runs[1:] for name, runs in taken.items()}
    yield _line(
        "start-up, document known / importing pydantic, yaml, click, CPU", _ratio(taken, "warm", "imports", _cpu), 1.4
    )
    yield _line("start-up, document new / the same, CPU", _ratio(taken, "cold", "imports", _cpu), 1.4)
    yield _line("start-up, document known / the same with BaseModel, CPU", _ratio(taken, "warm", "models", _cpu))


def _line(what: str, value: float, limit: float | None = None) -> str:
    bound = "" if limit is None else f"   at most {limit:g}{'' if value <= limit else ', MISSED'}"
    return f"{what:68}{value:8.2f}{bound}"


def _ratio(rounds: Rounds, ours: str, theirs: str, cost: Cost) -> float:
    return statistics.median(cost(a) / cost(b) for a, b in zip(rounds[ours], rounds[theirs], strict=True))


def _median(runs: Sequence[Run], cost: Cost) -> float:
    return statistics.median(map(cost, runs))


def _cpu(run: Run) -> float:
    return run.cpu


def _wall(run: Run) -> float:
    return run.wall


RATIOS: tuple[tuple[str, str, Cost, float | None], ...] = (
    ("one process", "loop", _cpu, 3),
    ("workers", "loop", _wall, 1.7),
    ("workers", "rumdl", _wall, 1),
    ("rumdl", "loop", _wall, None),
    ("warm", "loop", _cpu, 0.5),
    ("one changed", "warm", _cpu, 1.1),
)
"""What is compared with what, by which cost, and the most that it may be."""


@contextmanager
def _place() -> Iterator[tuple[Path, dict[str, str]]]:
    """Give a folder, and an environment in which the cache lies in another one and compiled modules are kept."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as cache:
        own = {"HOME": cache, "XDG_CACHE_HOME": cache, "LOCALAPPDATA": cache}
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        yield Path(folder), {**environment, **own}


@contextmanager
def _changed(path: Path, *, really: bool) -> Iterator[None]:
    """Add a line to a document for a while, or do nothing."""
    before = path.read_bytes()
    path.write_bytes(before + b"\nOne more line.\n" if really else before)
    yield
    path.write_bytes(before)


def _run(command: Sequence[str], root: Path, environment: dict[str, str]) -> Run:
    """Return what a command took; ends the benchmark when it could not do its work, which would cost nothing."""
    begun = time.monotonic()
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=said) as process,
    ):
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        told = said.read().decode("utf-8", "replace")
    if process.returncode not in _WORKED or any(word in told for word in _BROKEN):
        sys.exit(f"{' '.join(command)[:80]} failed: {told}")
    return Run(used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
