"""Run the `postmortem` command as `python -m mkdocs_postmortem`."""

from mkdocs_postmortem.cli import main

main()
