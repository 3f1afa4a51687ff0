"""Time zones as timelines name them: in a column's header, a heading, a sentence or an entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timezone, tzinfo
from functools import lru_cache

from pydantic_core import PydanticCustomError

from mkdocs_postmortem.model.times import find_zone, to_utc
from mkdocs_postmortem.model.value import fault
from mkdocs_postmortem.problems import INVALID_TIMELINE_TIME

_OFFSET = r"[+−-][0-9]{2}:?[0-9]{2}"
_SHIFTED = r"(?:UTC|GMT)\s?[+−-]\s?[0-9]{1,2}(?::?[0-9]{2})?(?![0-9]|:[0-9])"
_PLACE = r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Za-z_]+)?"
# What zone abbreviations look like; which zone they mean is for the document to say.
_SHORT = r"(?:[A-Z]{1,2}[SD]|[CEMW]E|[CEW]ES|[HKSPMEC])T"
_PARTS = re.compile(
    r"(?:UTC|GMT)?\s?(?P<sign>[+−-])\s?(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-9]{2}))?", re.IGNORECASE
)
_NAMED = re.compile(
    rf"(?<![A-Za-z])(?:{_SHIFTED}|UTC|GMT|Z|{_PLACE}|[+-][0-9]{{2}}:[0-9]{{2}})(?![A-Za-z])|"
    rf"(?<![A-Za-z/-])(?P<short>{_SHORT})(?![A-Za-z/-])"
)
_AFTER_CLOCK = re.compile(
    rf"(?P<blank>\s*)(?:(?P<open>[(\[])\s*)?(?P<name>(?i:{_SHIFTED}|utc|gmt)|Z|{_PLACE}|(?P<offset>{_OFFSET})(?![0-9]|:[0-9])|"
    rf"(?P<short>{_SHORT})|(?P<capitals>[A-Z]{{2,5}}))(?![A-Za-z0-9_/])(?:\s*(?P<close>[)\]]))?"
)
_DIVIDES = re.compile(r"\s*(?:[:：,;–—|)\]([]|-\s|$)")


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone as stated: `place` when it is known which one is meant, `name` when it was an abbreviation such as PST."""

    place: tzinfo | None = None
    name: str = ""

    def instant(self, local: datetime) -> datetime | None:
        """Return the instant in UTC at which clocks showed `local`, None when the zone is unknown.

        An abbreviation tells winter from summer time; a fault is raised when clocks never or twice showed that time.
        """
        if self.place is None:
            return None
        if not self.name:
            return to_utc(local, self.place)
        for fold in (0, 1):
            aware = local.replace(tzinfo=self.place, fold=fold)
            if aware.tzname() == self.name:
                return aware.astimezone(timezone.utc)
        message = f'clocks in {self.place} did not show "{self.name}" on {local:%Y-%m-%d}'
        raise fault(
            INVALID_TIMELINE_TIME, message, "write UTC, an offset such as +01:00, or a name such as Europe/Berlin"
        )


UNSTATED = Zone()


@dataclass(frozen=True, slots=True)
class ZoneAfter:
    """A zone that stands behind a time: its name as written, and where it ends."""

    name: str
    end: int


def stated_zone(text: str, home: tzinfo | None) -> Zone | None:
    """Return the zone that a header, heading or sentence names ("All times in CET (GMT+1)"), None when it names none.

    A zone that can be known wins over an abbreviation; an abbreviation is known when clocks in `home` show it.
    """
    short = None
    for match in _NAMED.finditer(text):
        if match["short"]:
            short = short or resolve(match["short"], home)
        elif (found := _known(match[0])) is not None:
            return Zone(found)
    return short


def zone_after(text: str, position: int, *, dated: bool, alone: bool) -> ZoneAfter | None:
    """Return the zone that stands at `position`, behind a time; None when what stands there is none.

    Behind a time without its day, or directly behind one, "-05:00" may begin a range: it must stand apart or be the
    day's. Other words in capitals are zones only where the time stands `alone`, or before a mark that ends it.
    """
    match = _AFTER_CLOCK.match(text, position)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    name, end = match["name"], match.end()
    if match["offset"] and name[:1] in "-−" and not (dated or match["blank"] == " "):
        return None
    if match["capitals"] or len(name) <= len("ET"):
        if name != "Z" and not (alone or _DIVIDES.match(text, end)):
            return None
    elif not match["short"] and _known(name) is None and not alone:
        return None
    return ZoneAfter(name, end)


def resolve(name: str, home: tzinfo | None) -> Zone:
    """Return the zone of a name; of an abbreviation only when clocks in `home`, the document's zone, show it.

    Raises a fault (unknown-zone) for an offset or a place that is none.
    """
    known = _known(name)
    if known is not None:
        return Zone(known)
    if not name.isalpha():
        find_zone(name)
    return Zone(home if home is not None and name in _names_of(home) else None, name)


@lru_cache(maxsize=256)
def _known(name: str) -> tzinfo | None:
    parts = _PARTS.fullmatch(name)
    if parts:
        sign = "+" if parts["sign"] == "+" else "-"
        name = f"{sign}{int(parts['hours']):02}:{parts['minutes'] or '00'}"
    try:
        return find_zone(name)
    except PydanticCustomError:
        return None


@lru_cache(maxsize=64)
def _names_of(home: tzinfo) -> frozenset[str]:
    """Return the abbreviations that clocks in a zone show over a year."""
    days = (datetime(2024, month, 1, tzinfo=home) for month in (1, 7))
    return frozenset(name for day in days if (name := day.tzname()))
