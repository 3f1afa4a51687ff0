"""The stylesheet: the shipped files and the colours of the configured severities."""

from __future__ import annotations

from importlib import resources

from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.views.address import distinct_slugs

SHEETS = ("postmortem.css", "incident.css", "facets.css", "board.css", "insights.css")
"""The shipped files, in order."""
# Black and white: no colour is so far from both that neither has a contrast of 4.5.
_DARK_TEXT, _LIGHT_TEXT = "#000000", "#ffffff"


def render_stylesheet(settings: Settings) -> str:
    """Return the CSS of all our pages; a severity's text is dark or light, whichever contrasts more with its colour."""
    shipped = [read_static(name).rstrip() for name in SHEETS]
    slugs = distinct_slugs(level.name for level in settings.severities)
    rules = [
        f".pm-badge.pm-badge--severity-{slugs[level.name]} "
        f"{{ background: {level.colour}; color: {readable_on(level.colour)}; }}"
        for level in settings.severities
    ]
    rules += [f".pm-bar--severity-{slugs[level.name]} {{ fill: {level.colour}; }}" for level in settings.severities]
    return "\n".join([*shipped, "", "/* Severities, from the settings. */", *rules, ""])


def read_static(name: str) -> str:
    """Return the text of a shipped stylesheet or script."""
    return resources.files("mkdocs_postmortem").joinpath(f"static/{name}").read_text(encoding="utf-8")


def readable_on(colour: str) -> str:
    """Return the text colour with the higher contrast on `#rrggbb`; the better of the two is always legible."""
    luminance = _luminance(colour)
    light = (_luminance(_LIGHT_TEXT) + 0.05) / (luminance + 0.05)
    dark = (luminance + 0.05) / (_luminance(_DARK_TEXT) + 0.05)
    return _LIGHT_TEXT if light >= dark else _DARK_TEXT


def _luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1. Source: WCAG 2.2, definition of relative luminance."""
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)  # noqa: PLR2004  # WCAG
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
