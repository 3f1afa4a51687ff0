"""How long incidents took to be noticed, to be stopped and to be over, by severity and by service."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_postmortem.library.durations import MEASURES
from mkdocs_postmortem.views.durations import DurationTable, Group, RowGroup, duration_row, shared_scale
from mkdocs_postmortem.views.insights.study import Study
from mkdocs_postmortem.views.parts import Part

MOST_SERVICES = 8


def duration_tables(study: Study) -> Iterator[DurationTable]:
    """Yield a table for each measure, all on one scale; of services those with the most incidents."""
    words, services = study.words, study.services()
    scale = shared_scale(study.incidents)
    everything = Group(Part(words("all-incidents")), study.incidents)
    divisions = (
        ("", [everything]),
        (words("by-severity"), list(study.severities())),
        (words("by-service"), services[:MOST_SERVICES]),
    )
    left_out = len(services) - MOST_SERVICES
    for measure in MEASURES:
        groups = (
            RowGroup(title, tuple(duration_row(group, measure, scale, study.addresses) for group in division))
            for title, division in divisions
        )
        yield DurationTable(
            anchor=f"pm-{measure.name}",
            title=words(measure.name),
            meanings=(words(f"meaning-{measure.name}"),),
            first=words("column-incidents-of"),
            groups=tuple(group for group in groups if group.rows),
            scale=scale,
            note=words("more-services", count=left_out) if left_out > 0 else "",
        )
