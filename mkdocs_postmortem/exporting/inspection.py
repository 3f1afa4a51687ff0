"""Everything that was read from one document, as data: what `postmortem inspect --format json` prints."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from mkdocs_postmortem.exporting.problem_data import describe_problem
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.problems import Problem
from mkdocs_postmortem.settings import Deadlines

_LEFT_OUT = {"body", "places", "sections", "stated_in_body"}


def inspect_postmortem(postmortem: Postmortem, problems: tuple[Problem, ...], deadlines: Deadlines) -> dict[str, Any]:
    """Return all facts, items and timeline entries of a document, its sections by heading, and its problems.

    Times are ISO 8601 in UTC; lengths of time are minutes; what is not stated is null or empty.
    """
    data: dict[str, Any] = postmortem.model_dump(mode="json", exclude=_LEFT_OUT)
    duration = postmortem.duration
    data["duration"] = _minutes(duration.length) if duration else None
    engineering = postmortem.impact.engineering_time
    data["impact"]["engineering_time"] = _minutes(engineering.length) if engineering else None
    due = deadlines.follow_up_due(postmortem.review_at, postmortem.published_at)
    data["derived"] = {
        "minutes_to_detect": _minutes(postmortem.time_to_detect),
        "minutes_to_acknowledge": _minutes(postmortem.time_to_acknowledge),
        "minutes_to_mitigate": _minutes(postmortem.time_to_mitigate),
        "minutes_to_resolve": _minutes(postmortem.length),
        "review_due": due.isoformat() if due else None,
    }
    data["sections"] = [section.model_dump(mode="json", exclude={"text"}) for section in postmortem.sections]
    data["stated_in_body"] = {name: fact.model_dump() for name, fact in postmortem.stated_in_body.items()}
    _add_from_body(data, postmortem)
    data["problems"] = [describe_problem(problem) for problem in problems]
    return data


def _add_from_body(data: dict[str, Any], postmortem: Postmortem) -> None:
    """Set severity, start, end and services to what the body says where the front matter does not state them.

    Such times are the author's local ones, as stated; `stated_in_body` tells where the words stand.
    """
    said = postmortem.stated_in_body
    if "severity" in postmortem.refused:
        data["severity"] = {"stated": postmortem.refused["severity"]}
    if "severity" in said:
        data["severity"] = {"stated": said["severity"].value}
    for name in ("started_at", "resolved_at"):
        if name in said:
            data[name] = said[name].value
    if "services" in said:
        data["services"] = said["services"].value.split(", ")


def _minutes(length: timedelta | None) -> float | None:
    return None if length is None else round(length.total_seconds() / 60, 2)
