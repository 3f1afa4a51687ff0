"""Counts as bars: one for each month, or one for a share of a whole."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_postmortem.rendering.charts.svg import INK, element, grid, line, percent, picture
from mkdocs_postmortem.views.time_scale import Tick

_HIGHEST = 48
_HIGHEST_UNIT = 14
_ROOM_ABOVE = 2
_FILLED = 0.75
"""How much of its month a bar takes."""
_SHARE_HEIGHT = 12


def draw_months(
    counts: Sequence[int], months: Sequence[str], highest: int, ticks: Sequence[Tick], style: str
) -> Markup:
    """Return a bar for each month that has any; `highest` is the count that all rows of the chart share as a scale."""
    unit = min(_HIGHEST_UNIT, _HIGHEST / max(1, highest))
    height = round(unit * max(1, *counts)) + _ROOM_ABOVE
    width = 100 / len(counts)
    bars = [
        _bar(element("title", f"{month}: {count}"), width * index, (height, unit * count), width * _FILLED, style)
        for index, (month, count) in enumerate(zip(months, counts, strict=True))
        if count
    ]
    return picture(height, grid(ticks, height), *bars, line(0, height, 100, height, stroke_opacity=0.6))


def draw_share(filled: float) -> Markup:
    """Return a bar of which so many percent are filled."""
    whole = element("rect", width="100%", height=_SHARE_HEIGHT, fill=INK, fill_opacity=0.12)
    part = element("rect", width=percent(filled), height=_SHARE_HEIGHT, fill=INK, fill_opacity=0.6)
    return picture(_SHARE_HEIGHT, whole, part)


def _bar(title: Markup, x: float, heights: tuple[float, float], width: float, style: str) -> Markup:
    """Return a bar; `heights` are those of the foot from the top, and its own. Its outline shows in every scheme."""
    foot, own = heights
    return element(
        "rect",
        title,
        x=percent(round(x, 3)),
        y=round(foot - own, 2),
        width=percent(round(width, 3)),
        height=round(own, 2),
        fill=INK,
        fill_opacity=0.7,
        stroke=INK,
        **{"class": f"pm-bar pm-bar--{style}"},
    )
