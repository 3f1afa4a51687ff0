"""What signs mean in one document: "Legend: 🟢 done, 🔴 not started"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mkdocs_postmortem.reading.inline import plain_text
from mkdocs_postmortem.reading.vocabulary import Vocabulary

_BORDER = re.compile(r"[,;|·•/]")
_PAIR = re.compile(r"(?:^|.*[:：\s])(?P<sign>[^\w\s!-/:-@\[-`{-~]\ufe0f?)\s*[=:–-]?\s*(?P<words>\w[\w' -]{1,28}\w)\W*$")
_LONGEST = 300
_FEWEST = 2


def find_legend(lines: Iterable[str], vocabulary: Vocabulary) -> Mapping[str, str]:
    """Return the status words of each sign that a line explains; a legend explains at least two."""
    found: dict[str, str] = {}
    for line in lines:
        if line.isascii() or len(line) > _LONGEST or line.lstrip().startswith("|"):
            continue
        matches = [match for part in _BORDER.split(plain_text(line)) if (match := _PAIR.match(part))]
        pairs = {match["sign"]: match["words"] for match in matches if _is_status(match["words"], vocabulary)}
        if len(pairs) >= _FEWEST:
            found.update(pairs)
    return found


def _is_status(words: str, vocabulary: Vocabulary) -> bool:
    state = vocabulary.status_of(words.strip())
    return state is not None and not state[1]
