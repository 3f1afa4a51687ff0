"""What a clock shows: hour, minute and second of a time as it was written, in which half of the day."""

from __future__ import annotations

import re

_HALF = 12
_LAST_HOUR, _LAST_MINUTE = 23, 59


def read_clock(match: re.Match[str], half: str | None) -> tuple[int, int, int] | None:
    """Return hour, minute and second, None when no clock shows them: "25:00", "14:60", "23:00 AM"."""
    hour = int(match["hour"])
    minute = int(match["minute"] or match["french"] or match["asian"] or 0)
    second = int(match["second"] or 0)
    sign = (half or "").lower()[:1]
    if (sign == "a" and hour > _HALF) or (sign == "p" and hour == 0):
        return None
    if hour > _LAST_HOUR or max(minute, second) > _LAST_MINUTE:
        return None
    if sign == "p" and hour < _HALF:
        hour += _HALF
    elif sign == "a" and hour == _HALF:
        hour = 0
    return hour, minute, second


def same_half(clock: tuple[int, int, int], half: str, end: tuple[int, int, int]) -> tuple[int, int, int]:
    """Return the start of "8-9 PM" or "11:30 - 12:15 PM": in the half of its end, or before noon when that is later."""
    hour = clock[0] % _HALF + (_HALF if half.lower().startswith("p") else 0)
    moved = (hour, *clock[1:])
    return moved if clock[0] <= _HALF and moved <= end else clock
