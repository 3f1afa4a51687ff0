"""Lengths of time as dots on a line, with the median and the ninetieth percentile."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from mkdocs_postmortem.rendering.charts.svg import INK, element, grid, line, percent, picture
from mkdocs_postmortem.views.durations import Dot, DotStrip
from mkdocs_postmortem.views.time_scale import Tick

_SIZE = 8
_MARGIN = 4
MEDIAN = {"stroke_width": 2.5}
P90 = {"stroke_width": 2.5, "stroke_dasharray": "3 3"}
"""How the two figures are drawn: a whole and a broken line."""


def draw_dots(strip: DotStrip, ticks: Sequence[Tick]) -> Markup:
    """Return the strip: as high as its highest pile of dots."""
    height = _SIZE * (1 + max((dot.level for dot in strip.dots), default=0)) + 2 * _MARGIN
    figures = ((strip.median, MEDIAN), (strip.p90, P90))
    lines = [line(position, 0, position, height, **style) for position, style in figures if position is not None]
    return picture(height, grid(ticks, height), *(_dot(dot, height) for dot in strip.dots), *lines)


def _dot(dot: Dot, height: int) -> Markup:
    y = height - _MARGIN - _SIZE * (dot.level + 0.5)
    title = element("title", dot.title)
    return element("circle", title, cx=percent(dot.position), cy=y, r=_SIZE / 2 - 0.5, fill=INK, fill_opacity=0.5)
