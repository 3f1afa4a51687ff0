"""How much more a whole check costs than the loop that everyone writes first.

The loop reads each file with python-frontmatter and validates four fields with pydantic; it looks at no body. Both run
in turn in fresh processes over the same copies of the sample library; printed is the median ratio of CPU seconds.

    python -m benchmarks.check [DOCUMENTS] [ROUNDS]
"""

from __future__ import annotations

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "postmortems"

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


def main() -> None:
    """Print one line a size: documents, median CPU seconds of both, and the ratio."""
    sizes = [int(sys.argv[1])] if len(sys.argv) > 1 else [100, 1000]
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5  # noqa: PLR2004  # the second argument
    print(f"{'documents':>10} {'check s':>9} {'loop s':>9} {'ratio':>7}   (CPU, median of {rounds}, in turn)")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            fill(Path(folder) / "postmortems", size)
            pairs = [(cpu_of(*check_command(folder)), cpu_of(*loop_command(folder))) for _ in range(rounds)]
        check, loop = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(ours / theirs for ours, theirs in pairs)
        print(f"{size:>10} {check:>9.2f} {loop:>9.2f} {ratio:>7.2f}")


def fill(folder: Path, size: int) -> None:
    """Fill a folder with copies of the samples, each with an id and a name of its own."""
    samples = sorted(SAMPLES.rglob("2*.md"))
    folder.mkdir()
    for number in range(size):
        source = samples[number % len(samples)]
        text = source.read_text(encoding="utf-8")
        own = text.replace("\nid: INC-", f"\nid: C{number}-INC-", 1)
        (folder / f"{number:06d}-{source.name}").write_text(own, encoding="utf-8")
    shutil.rmtree(folder / "__pycache__", ignore_errors=True)


def check_command(folder: str) -> tuple[list[str], str]:
    """Return the command that checks the library in a folder, and where to run it."""
    return [sys.executable, "-m", "mkdocs_postmortem", "check"], folder


def loop_command(folder: str) -> tuple[list[str], str]:
    """Return the command that runs the loop over the same files."""
    return [sys.executable, "-c", LOOP, "postmortems"], folder


def cpu_of(command: list[str], folder: str) -> float:
    """Return the CPU seconds, user and system, of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
