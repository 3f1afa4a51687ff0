"""Days on the command line."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click


class _Day(click.ParamType):  # type: ignore[type-arg]  # only newer versions of Click take an argument
    """A day as `YYYY-MM-DD`, which is what the help and a refusal call it."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return midnight of the day; ends the command with status 2 for anything else."""
        if isinstance(value, datetime):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d")  # noqa: DTZ007  # a day has no zone
        except ValueError:
            self.fail(f'"{value}" is not a day; write it as {self.name}', param, ctx)


DAY = _Day()
"""The type of every option that takes a day."""
