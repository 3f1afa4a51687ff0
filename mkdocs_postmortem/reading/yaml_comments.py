"""The comments of a front matter block: YAML's readers drop them, so they are what stands outside of every scalar."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from mkdocs_postmortem.reading.yaml_events import LOADER


@dataclass(frozen=True, slots=True)
class YamlComment:
    """A comment: its text behind the `#`, and the indexes of its line and its first character, from 0 in the block."""

    text: str
    line: int
    column: int


def find_yaml_comments(block: str, opening: re.Pattern[str]) -> Iterator[YamlComment]:
    """Yield the comments of a readable block that begin as `opening`, a pattern from the `#` on.

    Takes time linear in the block's length.
    """
    found = [match.start() for match in opening.finditer(block)] if "#" in block else []
    if not found:
        return
    scalars = [
        (t.start_mark.index, t.end_mark.index) for t in yaml.scan(block, LOADER) if isinstance(t, yaml.ScalarToken)
    ]
    starts = [start for start, _ in scalars]
    for index in found:
        before = bisect_right(starts, index) - 1
        if before < 0 or scalars[before][1] <= index:
            begin, end = block.rfind("\n", 0, index) + 1, block.find("\n", index)
            text = block[index : end if end >= 0 else len(block)].lstrip("#")
            yield YamlComment(text, block.count("\n", 0, index), index - begin)
