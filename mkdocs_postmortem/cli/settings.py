"""`postmortem settings`: what holds, and where it came from."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from mkdocs_postmortem.cli.days import DAY
from mkdocs_postmortem.cli.project import config_option, open_project, overrule
from mkdocs_postmortem.exporting.effective_settings import EffectiveOption, effective_settings
from mkdocs_postmortem.model.choice import shorten
from mkdocs_postmortem.problems import printable

_WIDTH = 60


@click.command()
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to print it."
)
@click.option("--fail-on", type=click.Choice(["error", "warning", "never"]), help="As for check.")
@click.option("--as-of", type=DAY, help="As for check.")
@config_option
def settings(form: str, fail_on: str | None, as_of: datetime | None, config: Path | None) -> None:
    """Show every option with its value and where it came from.

    A value comes from the defaults, from a line of mkdocs.yml or of a file that it inherits or names, from a preset of
    deadlines, or from the command line. What comes from the environment is shown as `!ENV NAME`. In text long values
    are cut; JSON has them whole.
    """
    given: dict[str, Any] = {"fail_on": fail_on, "as_of": as_of.date() if as_of else None}
    overridden = {name: value for name, value in given.items() if value is not None}
    options = effective_settings(overrule(open_project(config), overridden), overridden)
    if form == "json":
        click.echo(json.dumps([option.as_data() for option in options], indent=1, ensure_ascii=False))
        return
    rows = [(option.option, _shown(option), option.origin) for option in options]
    widths = [max(map(len, column)) for column in list(zip(*rows, strict=True))[:2]]
    for name, value, origin in rows:
        click.echo(printable(f"{name.ljust(widths[0])}  {value.ljust(widths[1])}  {origin}"))


def _shown(option: EffectiveOption) -> str:
    return shorten(_text(option.value), _WIDTH)


def _text(value: Any) -> str:
    """Return a value in one line, in the manner of YAML."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_text(below)}' for key, below in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_text, value))}]"
    return "not set" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
