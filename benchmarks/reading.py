"""Whether the time of reading grows as the document does, for every nasty shape that we could think of.

Each shape is read at four sizes in turn, each time in one process, which reads no file: `read_postmortem` gets the
text. Printed are CPU seconds per MB at each size, and the time per byte at the largest against the smallest. Reading
in linear time gives about 1; quadratic time would give 8.

    python -m benchmarks.reading [NAME …]
"""

from __future__ import annotations

import statistics
import sys
import time

from benchmarks.shapes import SHAPES, Shape
from mkdocs_postmortem.reading.document import read_postmortem
from mkdocs_postmortem.reading.source_file import decode_source
from mkdocs_postmortem.settings import Settings

SIZES = (625_000, 1_250_000, 2_500_000, 5_000_000)
ROUNDS = 5
ENOUGH = 10.0
"""CPU seconds for one shape after which no further round begins."""


def main() -> None:
    """Print one line a shape, and the worst at the end."""
    wanted = sys.argv[1:]
    shapes = {name: shape for name, shape in SHAPES.items() if not wanted or any(word in name for word in wanted)}
    sizes = "".join(f"{size / 1_000_000:>8.2f}" for size in SIZES)
    print(f"{'CPU s per MB at MB:':32}{sizes}{'ratio':>8}{'rounds':>8}")
    ratios: dict[str, float] = {}
    for name, shape in shapes.items():
        rounds = measure(shape)
        medians = [statistics.median(costs) for costs in zip(*rounds, strict=True)]
        ratios[name] = statistics.median(costs[-1] / costs[0] for costs in rounds)
        print(f"{name:32}{''.join(f'{cost:8.2f}' for cost in medians)}{ratios[name]:8.2f}{len(rounds):8}", flush=True)
    worst = max(ratios, key=lambda name: ratios[name])
    median = statistics.median(ratios.values())
    print(f"\nThe highest ratio is {ratios[worst]:.2f}, of {worst}; the median is {median:.2f}.")


def measure(shape: Shape) -> list[list[float]]:
    """Return CPU seconds per MB at each size, a list for each round: five rounds, or fewer where they take too long."""
    texts = [shape(size) for size in SIZES]
    rounds: list[list[float]] = []
    spent = 0.0
    while len(rounds) < ROUNDS and spent < ENOUGH:
        times = [cpu_of(text) for text in texts]
        spent += sum(times)
        rounds.append([cost * 1_000_000 / len(text.encode()) for cost, text in zip(times, texts, strict=True)])
    return rounds


def cpu_of(text: str) -> float:
    """Return the CPU seconds that reading takes, from bytes to the postmortem."""
    data = text.encode()
    begun = time.process_time()
    read_postmortem(decode_source(data, "incident.md", "incident.md"), Settings())
    return time.process_time() - begun


if __name__ == "__main__":
    main()
