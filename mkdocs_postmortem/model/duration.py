"""Durations as people write them, and as pages show them."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.model.text import show_value
from mkdocs_postmortem.model.value import Value, fault
from mkdocs_postmortem.problems import INVALID_DURATION

_UNITS = {
    "d": timedelta(days=1), "day": timedelta(days=1),
    "h": timedelta(hours=1), "hr": timedelta(hours=1), "hour": timedelta(hours=1),
    "m": timedelta(minutes=1), "min": timedelta(minutes=1), "minute": timedelta(minutes=1),
    "s": timedelta(seconds=1), "sec": timedelta(seconds=1), "second": timedelta(seconds=1),
}  # fmt: skip
PART_FORM = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)[ ]?([a-z]+)\.?(?:[ ]?,[ ]?|[ ]and[ ]|[ ]?)", re.IGNORECASE)
CLOCK_FORM = re.compile(r"([0-9]{1,4}):([0-5][0-9]):([0-5][0-9])")
ISO_FORM = re.compile(r"p(?:([0-9]{1,4})d)?(?:t(?:([0-9]{1,5})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,7})s)?)?", re.IGNORECASE)
_HINT = 'write it like "1h 34m", "94 min" or "1:34:00"'


class Duration(Value):
    """A stated length of time: `length`, and `unit`, the smallest unit that was written, which is its precision."""

    length: timedelta
    unit: timedelta


def parse_duration(text: str) -> Duration:
    """Return the duration of `1h34m`, `94 min`, `1 day 3 hours`, `1:34:00` (h:m:s) or `PT1H34M`.

    Raises a fault (invalid-duration), also for `1:34`, which some read as hours and some as minutes.
    """
    clean = text.strip().lower()
    if clock := CLOCK_FORM.fullmatch(clean):
        hours, minutes, seconds = (int(part) for part in clock.groups())
        return Duration(length=timedelta(hours=hours, minutes=minutes, seconds=seconds), unit=_UNITS["s"])
    if clean.startswith("p") and (iso := ISO_FORM.fullmatch(clean)) and any(iso.groups()):
        return _from_iso(iso)
    return _from_words(clean, text)


def _from_iso(iso: re.Match[str]) -> Duration:
    units = ("d", "h", "m", "s")
    stated = [(int(number), _UNITS[unit]) for number, unit in zip(iso.groups(), units, strict=True) if number]
    return Duration(length=sum((n * unit for n, unit in stated), timedelta()), unit=min(unit for _, unit in stated))


def _from_words(clean: str, text: str) -> Duration:
    length, smallest, position = timedelta(), timedelta.max, 0
    while match := PART_FORM.match(clean, position):
        unit = _UNITS.get(match[2]) or _UNITS.get(match[2].removesuffix("s"))
        if unit is None or unit >= smallest:  # Units go down, each once: "1h 2h" is a slip.
            break
        length, smallest, position = length + float(match[1]) * unit, min(smallest, unit), match.end()
    if not clean or position < len(clean):
        raise fault(INVALID_DURATION, f'"{shorten(text)}" is not a duration', _HINT)
    return Duration(length=length, unit=smallest)


def as_duration(value: Any) -> Duration | None:
    """Return `value` of a front matter key as a duration; a bare number has no unit and is a fault."""
    if value is None or isinstance(value, Duration):
        return value
    if not isinstance(value, str):
        raise fault(INVALID_DURATION, f"{show_value(value)} is not a duration with its unit", _HINT)
    return parse_duration(value)


def format_duration(length: timedelta) -> str:
    """Return `length` in its two largest units: `3 d 4 h`, `1 h 34 min`, `40 s`."""
    seconds = int(length.total_seconds())
    sign, seconds = ("−", -seconds) if seconds < 0 else ("", seconds)
    parts = [(seconds // 86400, "d"), (seconds // 3600 % 24, "h"), (seconds // 60 % 60, "min"), (seconds % 60, "s")]
    first = next((index for index, (number, _) in enumerate(parts) if number), 3)
    shown = [f"{number} {unit}" for number, unit in parts[first : first + 2] if number]
    return sign + (" ".join(shown) or "0 min")
