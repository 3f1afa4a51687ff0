"""Ending a build cleanly when a template that was replaced cannot be used."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import PluginError

from mkdocs_postmortem.problems import printable
from mkdocs_postmortem.rendering.template_fault import TemplateFault


@contextmanager
def template_faults_told() -> Iterator[None]:
    """End the build with one line, file and line of the template first, where MkDocs would print a traceback."""
    try:
        yield
    except TemplateFault as fault:
        place = f"{os.path.relpath(fault.path)}:{fault.line}"
        message = f"{place} the template cannot be used: {fault}; correct it, or delete the file to have ours"
        raise PluginError(printable(f"postmortem: {message}")) from None
