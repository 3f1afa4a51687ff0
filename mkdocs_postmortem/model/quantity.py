"""Numbers and answers as incident reports state them."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from mkdocs_postmortem.model.text import Text, Url, is_url, show_value
from mkdocs_postmortem.model.value import Value, fault
from mkdocs_postmortem.problems import OUT_OF_RANGE, WRONG_TYPE

COUNT_FORM = re.compile(
    r"(?P<about>~|about |approx\.? |ca\.? |≈ ?)?(?P<number>\d{1,3}(?:[,_  ’]\d{3})+|\d{1,15})(?: \w+)?", re.IGNORECASE
)
PERCENT_FORM = re.compile(
    r"(?P<about>~|about |approx\.? |ca\.? |≈ ?)?(?P<number>\d{1,3}(?:\.\d{1,4})?) ?%?", re.IGNORECASE
)
ANSWER_FORM = re.compile(r"(?P<word>yes|no|true|false)\b[\s:,;.()–—-]*(?P<details>.*?)\)?", re.IGNORECASE | re.DOTALL)
_WHOLE = 100
MOST_THINGS = 10**15


class Quantity(Value):
    """A number of things (customers, requests, people); `approximate` when the author said "about"."""

    number: Annotated[int, Field(ge=0, le=MOST_THINGS)]
    approximate: bool = False

    def __str__(self) -> str:
        return f"{'about ' if self.approximate else ''}{self.number:,}"


class Percentage(Value):
    """A share in percent, 0 to 100; `approximate` when the author said "about"."""

    number: Annotated[float, Field(ge=0, le=100)]
    approximate: bool = False

    def __str__(self) -> str:
        return f"{'about ' if self.approximate else ''}{self.number:g} %"


class Answer(Value):
    """Yes or no, with the details that the author gave; a bare address counts as yes."""

    yes: bool
    """Whether it is so."""
    details: Text | None = None
    """What there is to say about it."""
    url: Url | None = None
    """Where more about it stands."""

    def __str__(self) -> str:
        return "Yes" if self.yes else "No"


def as_quantity(value: Any) -> Any:
    """Return a quantity from 1200, "1,200" or "about 1200"; raises a fault for anything else."""
    if value is None or isinstance(value, Quantity):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        if value < 0:
            raise fault(OUT_OF_RANGE, f"{value} is less than nothing", "write a whole number from 0")
        return Quantity(number=value)
    if isinstance(value, str) and (match := COUNT_FORM.fullmatch(value.strip())):
        return Quantity(number=int(re.sub(r"\D", "", match["number"])), approximate=bool(match["about"]))
    raise fault(WRONG_TYPE, f"expected a whole number, found {show_value(value)}", 'write 1200 or "about 1200"')


def as_percentage(value: Any) -> Any:
    """Return a percentage from 12.5, "12.5 %" or "about 12 %"; raises a fault outside 0 to 100."""
    if value is None or isinstance(value, Percentage):
        return value
    approximate = False
    if isinstance(value, str) and (match := PERCENT_FORM.fullmatch(value.strip())):
        value, approximate = float(match["number"]), bool(match["about"])
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise fault(WRONG_TYPE, f"expected a percentage, found {show_value(value)}", 'write 12.5 or "about 12 %"')
    if not 0 <= value <= _WHOLE:
        raise fault(OUT_OF_RANGE, f"{value} is not a percentage", "write a number from 0 to 100")
    return Percentage(number=float(value), approximate=approximate)


def as_answer(value: Any) -> Any:
    """Return an answer from yes, no, "yes: details", "no (details)", an address, or {answer: …, details: …, url: …}."""
    if value is None or isinstance(value, Answer):
        return value
    if isinstance(value, bool):
        return Answer(yes=value)
    if isinstance(value, dict) and "answer" in value:
        word = as_answer(value["answer"])
        return {"yes": word.yes, "details": word.details, **{k: v for k, v in value.items() if k != "answer"}}
    if isinstance(value, str) and is_url(value):
        return Answer(yes=True, url=value)
    if isinstance(value, str) and (match := ANSWER_FORM.fullmatch(value.strip())):
        return Answer(yes=match["word"].lower() in ("yes", "true"), details=match["details"].strip() or None)
    raise fault(WRONG_TYPE, f"expected yes or no, found {show_value(value)}", 'write yes, no or "yes: details"')


Count = Annotated[Quantity, BeforeValidator(as_quantity)]
Percent = Annotated[Percentage, BeforeValidator(as_percentage)]
YesNo = Annotated[Answer, BeforeValidator(as_answer)]
