"""The adapter for MkDocs and ProperDocs: the only part of the package that imports MkDocs."""

from mkdocs_postmortem.plugin.plugin import PostmortemPlugin

__all__ = ["PostmortemPlugin"]
