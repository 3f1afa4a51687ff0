"""Elements of SVG as text, with everything escaped that is not an element itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from mkdocs_postmortem.views.time_scale import Tick

INK = "currentColor"
"""The colour of the text around a chart, in whatever scheme."""
TEXT_SIZE = 12
TEXT_HEIGHT = 16
_INSET = 1.5
"""Percent on both sides, so that what stands at an end is not cut off."""


def element(name: str, *children: Markup | str, **attributes: float | str) -> Markup:
    """Return an element; an underscore in the name of an attribute stands for a dash."""
    written = Markup("").join(
        Markup(' {}="{}"').format(key.replace("_", "-"), f"{value:g}" if isinstance(value, float) else value)
        for key, value in attributes.items()
    )
    # The name is a literal of ours.
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), written, Markup("").join(map(escape, children)))  # noqa: S704


def percent(position: float) -> str:
    """Return a position as SVG writes it."""
    return f"{position:g}%"


def picture(height: int, *children: Markup) -> Markup:
    """Return a drawing as wide as its surroundings. What it shows stands beside it in words, so it is hidden there."""
    inner = element(
        "svg", *children, x=percent(_INSET), width=percent(100 - 2 * _INSET), height=height, overflow="visible"
    )
    return element("svg", inner, width="100%", height=height, aria_hidden="true", focusable="false")


def line(x1: float, y1: float, x2: float, y2: float, **attributes: float | str) -> Markup:
    """Return a line; positions across are percentages, those from the top pixels."""
    return element("line", x1=percent(x1), y1=y1, x2=percent(x2), y2=y2, stroke=INK, **attributes)


def grid(ticks: Iterable[Tick], height: int) -> Markup:
    """Return a faint line from top to bottom at every tick."""
    lines = (line(tick.position, 0, tick.position, height, stroke_opacity=0.25) for tick in ticks)
    return Markup("").join(lines)


def axis(ticks: Sequence[Tick]) -> Markup:
    """Return the labels of a scale; those at its ends stay inside."""
    return picture(TEXT_HEIGHT, *(_label(tick) for tick in ticks))


def _label(tick: Tick) -> Markup:
    anchor = "start" if tick.position == 0 else "end" if tick.position == 100 else "middle"  # noqa: PLR2004  # percent
    return text(tick.label, tick.position, TEXT_SIZE, anchor)


def text(label: str, x: float, y: float, anchor: str = "start") -> Markup:
    """Return a label whose foot is at `y` pixels."""
    return element("text", label, x=percent(x), y=y, text_anchor=anchor, font_size=TEXT_SIZE, fill=INK)
