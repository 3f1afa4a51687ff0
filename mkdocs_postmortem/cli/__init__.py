"""The `postmortem` command: the only part of the package that imports Click."""

from mkdocs_postmortem.cli.main import main

__all__ = ["main"]
