"""Checking a folder with what earlier checks have kept, and in as many processes as it is worth."""

from mkdocs_postmortem.checking.folder import Checked, Means, check_folder, usable_cores

__all__ = ["Checked", "Means", "check_folder", "usable_cores"]
