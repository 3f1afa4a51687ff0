"""Times as people write them at the beginning of a line: day, time of day, range, zone, and how sure they are."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from mkdocs_postmortem.reading.days import Day, read_day
from mkdocs_postmortem.reading.times_of_day import read_clock, same_half
from mkdocs_postmortem.reading.vocabulary import Vocabulary
from mkdocs_postmortem.reading.zones import zone_after
from mkdocs_postmortem.settings import squash

LONGEST_LOOKED_AT = 160
_LAST_HOUR, _LAST_MINUTE = 23, 59
_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})"
    r"(?:[:：](?P<minute>[0-9]{2})(?:[:：](?P<second>[0-9]{2})(?:[.,][0-9]{1,9})?)?|h(?P<french>[0-9]{2})(?![0-9A-Za-z])|"
    r"\s?[時时点點](?:\s?(?P<asian>[0-9]{1,2})\s?分)?)?(?!:?[0-9])(?:\s?(?P<half>[aApP]\.?[mM])(?![A-Za-z])\.?)?"
)
_ONLY_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_BLURRED = re.compile(r"(?=[0-9:]*[?xX])(?:[0-9?xX]{1,2}:[0-9?xX]{2}(?![0-9A-Za-z?])|\?{2,}(?!\w))")
_SHIFT = re.compile(
    r"[Tt]\s?(?P<sign>[+−-])\s?(?=[0-9])(?:(?P<hours>[0-9]{1,3}):(?P<minutes>[0-9]{2})|(?:(?P<d>[0-9]{1,3})\s?d[a-z]*\s?)?"
    r"(?:(?P<h>[0-9]{1,4})\s?h[a-z]*\s?)?(?:(?P<m>[0-9]{1,5})\s?m[a-z]*\s?)?(?:(?P<s>[0-9]{1,6})\s?s[a-z]*)?)(?<=[a-z0-9])(?![A-Za-z])"
)
_ZERO = re.compile(r"[Tt]\s?0(?=\s*(?:[:：–—-]|$))")
_TO = re.compile(r"\s*(?:–|—|-|−|〜|～|~|→|to\s)\s*")
_OPEN_END = re.compile(r"\s*(?:〜|～)")
_SECONDS = re.compile(r"[–—-](?P<second>[0-9]{2})(?![0-9]|:[0-9])")
_HOURS = re.compile(r"(?P<hour>[0-9]{1,2})(?=\s?[–—-]\s?[0-9]{1,2}(?::[0-9]{2})?\s?[aApP]\.?[mM])")
_GAP = re.compile(
    r"[Tt](?=[0-9])|[\s,]*(?:[|@:–—-]\s*)?(?:[(（][^\W\d_]{1,12}[)）]\s*|(?P<word>[^\W\d_]{1,9})\.?,?\s+)?"
)
_BRACKETS = re.compile(
    r"\s*(?:\((?P<round>[^()]{1,60})\)|\[(?P<square>[^\[\]]{1,60})\](?!\()|（(?P<wide>[^（）]{1,60})）)"
)
_WORD = re.compile(r"(?P<word>[^\W\d_]{1,12})\.?,?\s+")
_DOUBT = re.compile(r"\s?\?+(?=\W|$)")
_SEPARATOR = re.compile(r"\s*(?:[-–—:：|,;.、→>]|=>)+(?=\s|[^\x00-\x7f]|$)\s*|\s*[:：|–—→、]+\s*")
_LEFT_OVER = re.compile(r"^[\s,;:：、|→–—-]+(?![\s0-9])")
_DOTTED = re.compile(r"(?P<hour>[0-9]{2})\.(?P<minute>[0-9]{2})(?![0-9.])")
_BEFORE_DAY = re.compile(r",?\s+(?:on\s+)?")
_GLUED = re.compile(r"[0-9A-Za-z]{2}")
_SHORT_WORD = 3


@dataclass(slots=True)
class Moment:
    """What a text says about when: `stated` as written, `rest` what follows it.

    `clock` holds hour, minute and second; `shift` is a distance from the start; `blurred` says that the time is known
    to be unknown ("??:??"); `wrong` tells why a time of day is none ("25:00").
    """

    stated: str = ""
    rest: str = ""
    day: Day | None = None
    clock: tuple[int, int, int] | None = None
    end_day: Day | None = None
    end: tuple[int, int, int] | None = None
    shift: timedelta | None = None
    zone: str = ""
    approximate: bool = False
    next_day: bool = False
    blurred: bool = False
    wrong: bool = False

    @property
    def timed(self) -> bool:
        """Return whether a time of day, or its place, is stated and not only a day."""
        return self.clock is not None or self.shift is not None or self.blurred or self.wrong


def read_moment(
    text: str, vocabulary: Vocabulary, *, alone: bool = False, plain: bool = False, dotted: bool = False
) -> Moment | None:
    """Return the time that the text begins with, None when it begins with none; `text` has no Markdown.

    `alone` says that nothing but a time is expected, as in a table's time column; `plain` allows no word before it,
    `dotted` takes 14.05 for a time.
    A day without a year and a time must be set off from what follows: "5 may be affected" is no day.
    """
    if match := _ONLY_CLOCK.fullmatch(text):  # Most times are no more than that, and need no scanner.
        return Moment(text, clock=(int(match[1]), int(match[2]), 0))
    scanner = _Scanner(text[:LONGEST_LOOKED_AT], vocabulary, alone=alone, plain=plain)
    scanner.dotted = dotted
    moment = scanner.read()
    if moment is None:
        return None
    moment.stated = text[: scanner.position].strip()
    divider = _SEPARATOR.match(text, scanner.position)
    if not alone:
        if not divider and _GLUED.match(text, scanner.position - 1):
            return None
        if not moment.timed and not _is_set_off(text, scanner.position, moment, bool(divider)):
            return None
    moment.rest = _LEFT_OVER.sub("", text[divider.end() if divider else scanner.position :]).strip()
    return moment


def _is_set_off(text: str, position: int, moment: Moment, divided: bool) -> bool:  # noqa: FBT001
    return divided or not text[position:].strip() or (moment.day is not None and moment.day.year is not None)


class _Scanner:
    """Reads one moment from left to right; `position` is where it ends."""

    def __init__(self, text: str, vocabulary: Vocabulary, *, alone: bool, plain: bool) -> None:
        self.text, self.vocabulary, self.alone, self.plain = text, vocabulary, alone, plain
        self.about = _about(vocabulary.approximate)
        self.units = _about(vocabulary.clock_words)
        self.position = 0
        self.dotted = False
        self.moment = Moment()

    def read(self) -> Moment | None:
        """Return the moment, None when the text does not begin with one."""
        self._lead()
        found = self._dated() or self._timed()
        if not found and not self.plain and (word := _WORD.match(self.text, self.position)):
            start, self.position = self.position, word.end()
            self._lead()
            weekday = _is_weekday(word["word"])
            found = weekday and (self._dated() or self._timed() or self._dotted())
            self.position = self.position if found else start
        if not found:
            return None
        self._trail()
        return self.moment

    def _lead(self) -> None:
        while match := self.about.match(self.text, self.position):
            self.moment.approximate, self.position = True, match.end()

    def _dated(self) -> bool:
        """Read a day, and the time of day behind it."""
        found = read_day(self.text, self.position, self.vocabulary)
        if found is None:
            return False
        day, end = found
        before, self.position = self.position, end
        gap = _GAP.match(self.text, end)
        if gap and (not gap["word"] or len(gap["word"]) <= _SHORT_WORD or _is_weekday(gap["word"])):
            self.position = gap.end()
            self._lead()
            if self._timed():
                self.moment.day = day
                return True
            self.position = end
        if day.needs_clock:
            self.position = before
            return False
        self.moment.day = day
        self._end_of_days()
        return True

    def _end_of_days(self) -> None:
        """Read the second day of "2024-01-01 – 2024-01-03"."""
        dash = _TO.match(self.text, self.position)
        if dash and (found := read_day(self.text, dash.end(), self.vocabulary)) and not found[0].needs_clock:
            self.moment.end_day, self.position = found

    def _timed(self) -> bool:
        """Read a time of day, a distance from the start, or signs that stand for an unknown time."""
        moment = self.moment
        if match := _BLURRED.match(self.text, self.position):
            moment.blurred, self.position = True, match.end()
            return True
        if match := _SHIFT.match(self.text, self.position):
            moment.shift, self.position = _shift(match), match.end()
            return True
        if self._at_zero() or (self.dotted and self._dotted()):
            return True
        if match := _HOURS.match(self.text, self.position):
            moment.clock = (int(match["hour"]), 0, 0)
            self.position = match.end()
            self._range(match, "")
            return moment.end is not None
        match = self._clock_at(self.position)
        if match is None:
            return False
        moment.clock, self.position = read_clock(match, match["half"]), match.end()
        moment.wrong = moment.clock is None
        dated = "-" in self.text[: match.start()]
        later = self._is_later(match) if dated and self.text[match.start() - 1].isspace() else True
        self._zone(dated=dated and not later)
        self._range(match, match["half"] or "")
        self._zone(dated=False)
        return True

    def _at_zero(self) -> bool:
        """Read the start itself: "T0:"."""
        match = _ZERO.match(self.text, self.position)
        if match:
            self.moment.shift, self.position = timedelta(0), match.end()
        return match is not None

    def _dotted(self) -> bool:
        """Read a time of day that a word before it tells from a number: "kl. 14.05"."""
        match = _DOTTED.match(self.text, self.position)
        hour, minute = (int(match["hour"]), int(match["minute"])) if match else (24, 60)
        if match is None or hour > _LAST_HOUR or minute > _LAST_MINUTE:
            return False
        self.moment.clock, self.position = (hour, minute, 0), match.end()
        return True

    def _is_later(self, first: re.Match[str]) -> bool:
        """Return whether a later time follows behind a dash: "09:06-10:00" is a range, "09:06-05:00" a zone."""
        if self.text[self.position : self.position + 1] != "-":
            return False
        second = self._clock_at(self.position + 1)
        return second is not None and (read_clock(second, second["half"]) or (0, 0, 0)) > (
            read_clock(first, None) or (0, 0, 0)
        )

    def _clock_at(self, position: int) -> re.Match[str] | None:
        match = _CLOCK.match(self.text, position)
        bare = match is None or match.end() - match.start() <= len(match["hour"])
        return None if bare else match

    def _zone(self, *, dated: bool) -> None:
        while not (self.moment.zone and self.moment.zone[-1:].isdigit()) and (
            found := zone_after(self.text, self.position, dated=dated, alone=self.alone)
        ):
            self.moment.zone, self.position = found.name, found.end

    def _range(self, start: re.Match[str], half: str) -> None:
        """Read the end of a range; in "8-9 PM" the end says which half of the day the start is in."""
        moment = self.moment
        if match := _SECONDS.match(self.text, self.position):
            if moment.clock and start.groupdict().get("second"):
                moment.end, self.position = (*moment.clock[:2], int(match["second"])), match.end()
            return
        dash = _TO.match(self.text, self.position)
        if dash is None:
            return
        position = dash.end()
        if about := self.about.match(self.text, position):
            moment.approximate, position = True, about.end()
        if found := read_day(self.text, position, self.vocabulary):
            gap = _GAP.match(self.text, found[1])
            if gap and not gap["word"] and self._clock_at(gap.end()):
                moment.end_day, position = found[0], gap.end()
        match = self._clock_at(position)
        end = read_clock(match, match["half"]) if match else None
        if match and end:
            moment.end, self.position = end, match.end()
            if match["half"] and not half and moment.clock:
                moment.clock = same_half(moment.clock, match["half"], end)
        elif open_end := _OPEN_END.match(self.text, self.position):
            self.position = open_end.end()

    def _trail(self) -> None:
        """Read what may follow a time: doubt, a zone, a day, and words in brackets that speak of the time."""
        before = -1
        while before != self.position < len(self.text):
            before = self.position
            if match := _DOUBT.match(self.text, self.position):
                self.moment.approximate, self.position = True, match.end()
            if self.moment.timed:
                self._unit()
                self._day_behind()
                self._zone(dated=False)
            self._about_behind()
            self._brackets()

    def _unit(self) -> None:
        """Read the word that some languages put behind a time of day: "07:55 Uhr"."""
        blank = self.position + (self.text[self.position : self.position + 1] == " ")
        if self.moment.clock and (match := self.units.match(self.text, blank)):
            self.position = match.start() + len(match[0].rstrip())

    def _day_behind(self) -> None:
        if self.moment.day is not None:
            return
        blank = _BEFORE_DAY.match(self.text, self.position)
        if blank is None:
            return
        position = blank.end()
        word = _WORD.match(self.text, position)
        if word and _is_weekday(word["word"]) and read_day(self.text, word.end(), self.vocabulary):
            position = word.end()
        found = read_day(self.text, position, self.vocabulary)
        if found and not found[0].needs_clock:
            self.moment.day, self.position = found

    def _about_behind(self) -> None:
        blanks = len(self.text) - len(self.text[self.position :].lstrip())
        match = self.about.match(self.text, blanks)
        if match and not self._clock_at(match.end()):
            self.moment.approximate, self.position = True, match.end()

    def _brackets(self) -> None:
        match = _BRACKETS.match(self.text, self.position)
        if match is None:
            return
        words = (match["round"] or match["square"] or match["wide"]).strip()
        if squash(words) in {squash(word) for word in self.vocabulary.next_day}:
            self.moment.next_day = True
        elif "?" in words or self.about.match(words):
            self.moment.approximate = True
        elif not _is_note(words, self.vocabulary) and not (self.alone and not self.text[match.end() :].strip()):
            return
        self.position = match.end()


def _is_note(words: str, vocabulary: Vocabulary) -> bool:
    """Return whether words in brackets say the same time in another way: "(18:35)", "(UTC 03:43)", "(second 01:30)"."""
    last = words.rsplit(maxsplit=1)[-1] if words else ""
    return bool(_CLOCK.fullmatch(last) and ":" in last) or vocabulary.is_nothing(words)


def _shift(match: re.Match[str]) -> timedelta:
    part = {name: int(value) for name, value in match.groupdict().items() if value and name != "sign"}
    length = timedelta(
        days=part.get("d", 0),
        hours=part.get("h", 0) + part.get("hours", 0),
        minutes=part.get("m", 0) + part.get("minutes", 0),
        seconds=part.get("s", 0),
    )
    return length if match["sign"] == "+" else -length


@lru_cache(maxsize=512)  # Python makes the names anew each time.
def _is_weekday(word: str) -> bool:
    # English names come with Python; other languages' are as short as prepositions, which may stand there too.
    lowered = word.lower()
    return len(word) <= _SHORT_WORD or any(day.lower().startswith(lowered) for day in calendar.day_name)


@lru_cache(maxsize=16)
def _about(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of these words and signs, such as those for "about", with the blanks behind them."""
    longest_first = sorted(words, key=len, reverse=True)
    spelled = "|".join(
        re.escape(word) + (r"(?![^\W\d_])" if word[-1:].isascii() and word[-1:].isalpha() else "")
        for word in longest_first
    )
    return re.compile(rf"(?:{spelled})\.?\s*", re.IGNORECASE) if words else re.compile(r"(?!)")
