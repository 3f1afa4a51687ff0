"""`postmortem schema`: the JSON Schema of front matter or of the settings, for editors and linters."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_postmortem.cli.handing_out import hand_out
from mkdocs_postmortem.cli.project import config_option, open_project
from mkdocs_postmortem.reading.shipped_words import LANGUAGES

_SUBJECTS = click.Choice(["front-matter", "settings"])
_FURTHER = click.Choice(LANGUAGES[1:])


@click.command()
@click.option("--for", "subject", type=_SUBJECTS, default="front-matter", show_default=True, help="What to describe.")
@click.option("--language", "languages", type=_FURTHER, multiple=True, help="Let keys and words of this one pass too.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the schema to this file.")
@config_option
def schema(subject: str, languages: tuple[str, ...], output: Path | None, config: Path | None) -> None:
    """Print the JSON Schema (draft 7) of front matter or of the settings.

    That of front matter knows the scale, the audiences, the fields and the required facts of your settings. It refuses
    nothing that `check` takes, in English and in each `--language`.
    """
    from mkdocs_postmortem.exporting.schemas import write_schema  # noqa: PLC0415  # no other command needs it

    text = write_schema(subject, open_project(config).settings, languages)
    hand_out(text, output, colour=False)
