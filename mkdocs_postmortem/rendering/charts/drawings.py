"""What templates may draw, under the name `draw`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from mkdocs_postmortem.rendering.charts import dots, lines
from mkdocs_postmortem.rendering.charts.bars import draw_months, draw_share
from mkdocs_postmortem.rendering.charts.svg import axis

DRAWINGS: Mapping[str, Any] = MappingProxyType(
    {
        "axis": axis,
        "burn_up": lines.draw_burn_up,
        "dots": dots.draw_dots,
        "months": draw_months,
        "sample": lines.draw_sample,
        "share": draw_share,
        "closed": lines.CLOSED,
        "median": dots.MEDIAN,
        "open": lines.OPEN,
        "p90": dots.P90,
        "promised": lines.PROMISED,
    }
)
"""Functions that return SVG, and the styles that `sample` shows."""
