"""The baseline as a file that people review: JSON with one entry a line, the same text for the same problems."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

from mkdocs_postmortem.problems import INVALID_SETTING, Location, Problem
from mkdocs_postmortem.rules.baseline import Baseline, Entry

VERSION = 1
"""Counts up when an entry changes its meaning."""

UPDATE = "postmortem check --update-baseline"
"""The command that writes the file."""

_ANEW = f"mend it, or delete it and run `{UPDATE}`"
_LARGEST = 20_000_000
_ENTRIES = re.compile(r'"problems"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_TYPES = {"path": str, "document": str, "code": str, "message": str, "count": int}


class BaselineError(Exception):
    """The file cannot be used; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_baseline(path: Path, shown: str) -> Baseline:
    """Return the baseline of a file, which messages call `shown`; raises BaselineError with the line of the fault."""
    text = _read_text(path, shown)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise _error(f"the baseline is not JSON: {error.msg}", _ANEW, shown, error.lineno, error.colno) from None
    except (ValueError, RecursionError):
        raise _error("the baseline is not JSON that can be read", _ANEW, shown) from None
    return Baseline(tuple(sorted(_entries(_listed(data, shown), text, shown))))


def write_baseline(baseline: Baseline) -> str:
    """Return the text of the file: sorted, without lines, days, or anything of the machine.

    Characters that cannot be seen are escaped; letters of every script stay readable.
    """
    lines = [
        json.dumps({name: asdict(entry)[name] for name in _TYPES}, ensure_ascii=False) for entry in baseline.entries
    ]
    listed = ",".join(f"\n  {_visible(line)}" for line in lines)
    return f'{{\n "version": {VERSION},\n "problems": [{listed}\n ]\n}}\n'


def _visible(line: str) -> str:
    return line if line.isprintable() else "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in line)


def _read_text(path: Path, shown: str) -> str:
    try:
        if path.exists() and not path.is_file():
            raise _error("the baseline is not a file", "name a file", shown)
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise _error(f"the baseline is larger than {_LARGEST // 1_000_000} MB", _ANEW, shown)
        return data.decode("utf-8")
    except FileNotFoundError:
        raise _error("the baseline does not exist", f"write it with `{UPDATE}`", shown) from None
    except OSError as error:
        raise _error(f"the baseline cannot be read: {error.strerror or error}", "make it readable", shown) from None
    except UnicodeDecodeError:
        raise _error("the baseline is not UTF-8 text", _ANEW, shown) from None


def _listed(data: Any, shown: str) -> list[Any]:
    """Return the entries as they stand in the file."""
    version = data.get("version") if isinstance(data, dict) else None
    if type(version) is not int or not isinstance(data.get("problems"), list):
        message = 'the file is no baseline: it has no "version" and no list "problems"'
        raise _error(message, f"name one that `{UPDATE}` wrote", shown)
    if version != VERSION:
        message = f"the baseline has version {version}, and this postmortem reads version {VERSION}"
        raise _error(message, "update mkdocs-postmortem" if version > VERSION else _ANEW, shown)
    listed: list[Any] = data["problems"]
    return listed


def _entries(listed: list[Any], text: str, shown: str) -> list[Entry]:
    seen: dict[tuple[str, str, str], int] = {}
    entries = []
    for number, given in enumerate(listed):
        if not _is_entry(given):
            message = f"an entry of the baseline needs {', '.join(_TYPES)}, the last one a number from 1 on"
            raise _error(message, _ANEW, shown, *_place(text, number))
        entry = Entry(**{name: given[name] for name in _TYPES})
        if seen.setdefault(entry.identity, number) != number:
            message = "the entry stands twice in the baseline"
            raise _error(message, "keep one of them", shown, *_place(text, number))
        entries.append(entry)
    return entries


def _is_entry(given: Any) -> bool:
    if not isinstance(given, dict) or any(type(given.get(name)) is not kind for name, kind in _TYPES.items()):
        return False
    return bool(given["count"] >= 1)


def _place(text: str, number: int) -> tuple[int, int]:
    """Return line and column of an entry, counted from 0 in the list."""
    opening = _ENTRIES.search(text)
    position = _skip(text, opening.end()) if opening else 0
    for _ in range(number if opening else 0):
        position = _skip(text, json.JSONDecoder().raw_decode(text, position)[1])
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)


def _skip(text: str, position: int) -> int:
    match = _BETWEEN.match(text, position)
    return match.end() if match else position


def _error(message: str, hint: str, shown: str, line: int = 1, column: int = 1) -> BaselineError:
    return BaselineError(INVALID_SETTING.at(Location(shown, line, column), message, hint))
