"""Two lines over the same days: what was promised, and what of it was closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup

from mkdocs_postmortem.rendering.charts.svg import element, grid, line, picture, text
from mkdocs_postmortem.views.insights.promises import BurnUpChart, BurnUpPoint

_HEIGHT = 170
_ROOM_ABOVE = 14
PROMISED: dict[str, float | str] = {"stroke_width": 2.0}
CLOSED: dict[str, float | str] = {"stroke_width": 2.0, "stroke_dasharray": "6 4"}
OPEN: dict[str, float | str] = {"stroke_width": 3.0, "stroke_opacity": 0.3}
"""How the lines are drawn, and the bars between them."""


def draw_burn_up(chart: BurnUpChart) -> Markup:
    """Return the lines; the bar between them is what was open on that day."""
    xs = [round(100 * index / max(1, len(chart.points) - 1), 3) for index in range(len(chart.points))]
    promised = [_y(point.promised, chart) for point in chart.points]
    closed = [_y(point.closed, chart) for point in chart.points]
    return picture(
        _HEIGHT,
        grid(chart.ticks, _HEIGHT),
        *_levels(chart),
        *(_open(point, x, chart) for point, x in zip(chart.points, xs, strict=True) if point.open),
        *_path(xs, promised, PROMISED),
        *_path(xs, closed, CLOSED),
        line(0, _HEIGHT, 100, _HEIGHT, stroke_opacity=0.6),
    )


def draw_sample(style: dict[str, float | str]) -> Markup:
    """Return a piece of a line, to stand beside its name."""
    return element("svg", line(0, 5, 100, 5, **style), width=28, height=10, aria_hidden="true", focusable="false")


def _y(number: int, chart: BurnUpChart) -> float:
    return round(_HEIGHT - number / max(1, chart.top) * (_HEIGHT - _ROOM_ABOVE), 1)


def _levels(chart: BurnUpChart) -> Iterator[Markup]:
    for level in chart.levels:
        y = _y(level, chart)
        yield line(0, y, 100, y, stroke_opacity=0.2)
        yield text(str(level), 0, y - 3)


def _open(point: BurnUpPoint, x: float, chart: BurnUpChart) -> Markup:
    title = element("title", f"{point.day}: {point.promised} − {point.closed} = {point.open}")
    bar = line(x, _y(point.promised, chart), x, _y(point.closed, chart), **OPEN)
    return element("g", title, bar)


def _path(xs: Sequence[float], ys: Sequence[float], style: dict[str, float | str]) -> Iterator[Markup]:
    for (x1, y1), (x2, y2) in pairwise(zip(xs, ys, strict=True)):
        yield line(x1, y1, x2, y2, **style)
