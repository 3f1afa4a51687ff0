"""The command and its sub-commands."""

from __future__ import annotations

import click

from mkdocs_postmortem import __version__
from mkdocs_postmortem.cli.adopt import adopt
from mkdocs_postmortem.cli.check import check
from mkdocs_postmortem.cli.inspect import inspect
from mkdocs_postmortem.cli.item_status import done, reopen, wont_do
from mkdocs_postmortem.cli.listing import list_postmortems
from mkdocs_postmortem.cli.new import new
from mkdocs_postmortem.cli.related import related
from mkdocs_postmortem.cli.rules import rule, rules


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="postmortem")
def main() -> None:
    """Keep a library of postmortems that people can trust.

    Documents are Markdown files with YAML front matter in one folder (postmortems/ unless mkdocs.yml says otherwise).
    `check` tells what is wrong with them, `new` writes the next one, `adopt` brings old ones in, `list` finds some,
    `related` tells what has happened before, and `inspect` shows everything that was read from one. `done`, `reopen`
    and `wont-do` change the status of action items. `rules` lists what can be wrong, and `rule` explains one of it.

    Settings come from the `postmortem` block of the mkdocs.yml in the current folder; without one the defaults hold.
    MkDocs itself is not needed.
    """


main.add_command(check)
main.add_command(new)
main.add_command(adopt)
main.add_command(inspect)
main.add_command(list_postmortems, "list")
main.add_command(related)
main.add_command(done)
main.add_command(reopen)
main.add_command(wont_do)
main.add_command(rule)
main.add_command(rules)
