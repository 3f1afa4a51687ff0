"""The command and its sub-commands."""

from __future__ import annotations

import io
import os
import sys
from importlib import import_module

import click

from mkdocs_postmortem import __version__

COMMANDS = {
    "check": "check.check",
    "new": "new.new",
    "adopt": "adopt.adopt",
    "inspect": "inspect.inspect",
    "list": "listing.list_postmortems",
    "related": "related.related",
    "drift": "drift.drift",
    "done": "item_status.done",
    "reopen": "item_status.reopen",
    "wont-do": "item_status.wont_do",
    "rule": "rules.rule",
    "rules": "rules.rules",
    "schema": "schema.schema",
    "settings": "settings.settings",
}
"""Sub-commands by name: module and function in this package."""


class _Commands(click.Group):
    """Sub-commands that are imported when they are asked for: a check needs neither templates nor editing."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the sub-commands."""
        return sorted({*super().list_commands(ctx), *COMMANDS})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the sub-command of this name, None when there is none."""
        if cmd_name not in COMMANDS:
            return super().get_command(ctx, cmd_name)
        # We use no plugins of pydantic, and looking for some reads the metadata of every installed package.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        module, _, function = COMMANDS[cmd_name].partition(".")
        command: click.Command = getattr(import_module(f"{__package__}.{module}"), function)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="postmortem")
def main() -> None:
    """Keep a library of postmortems that people can trust.

    Documents are Markdown files with YAML front matter in one folder (postmortems/ unless mkdocs.yml says otherwise).
    `check` tells what is wrong with them, `new` writes the next one, `adopt` brings old ones in, `list` finds some,
    `related` tells what has happened before, and `inspect` shows everything that was read from one. `done`, `reopen`
    and `wont-do` change the status of action items, and `drift` compares it with what a tracker exported. `rules` lists
    what can be wrong, `rule` explains one of it, and `settings` shows what holds and why. `schema` prints JSON Schemas
    for editors.

    Settings come from the `postmortem` block of the mkdocs.yml in the current folder; without one the defaults hold.
    MkDocs itself is not needed.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that cannot show a letter shows its number, and the report goes on.
            stream.reconfigure(errors="backslashreplace")
