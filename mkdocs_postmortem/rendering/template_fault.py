"""What a template that was replaced does wrong: in which file and on which line, in one sentence."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError


class TemplateFault(Exception):  # noqa: N818  # told as a result, not as a failure of ours
    """A template of the user's cannot be used. `path` is its file, `line` counts from 1."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(reason)
        self.path, self.line = path, line


def find_fault(error: Exception, overrides: Path) -> TemplateFault | None:
    """Return what a template below `overrides` did wrong, None when the error arose in none of them."""
    if isinstance(error, TemplateSyntaxError):
        places = [(error.filename or "", error.lineno)]
    else:
        frames = traceback.extract_tb(error.__traceback__)
        places = [(frame.filename, frame.lineno or 1) for frame in reversed(frames)]
    for name, line in places:
        if overrides in Path(name).parents:
            return TemplateFault(Path(name), line, _reason(error))
    return None


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f'there is no template "{error}"'
    said = " ".join(str(error).split())
    return said if isinstance(error, TemplateError) else f"{type(error).__name__}: {said}"
