"""The hooks of the manifest, run as pre-commit runs them."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import yaml

from tests.integrations.runners import Ran, environment, run_program
from tests.repositories import git
from tests.sites import REPOSITORY

MANIFEST = REPOSITORY / ".pre-commit-hooks.yaml"
HOOKS: dict[str, Any] = {hook["id"]: hook for hook in yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))}
EACH, WHOLE = "postmortem-check", "postmortem-check-library"


def staged(folder: Path, hook: str) -> list[str]:
    """Return the files of the next commit that a hook is for; deleted ones are not among them."""
    git(folder, "add", "--all")
    names = git(folder, "-c", "core.quotePath=false", "diff", "--staged", "--name-only", "-z", "--diff-filter=ACMRTUXB")
    return [name for name in names.split("\0") if name and re.search(HOOKS[hook]["files"], name)]


def commit(folder: Path, hook: str, *arguments: str) -> Ran | None:
    """Return what a hook does before a commit of everything, None when it is not run."""
    names = staged(folder, hook)
    if not names:
        return None
    files = names if HOOKS[hook].get("pass_filenames", True) else []
    command = [*shlex.split(HOOKS[hook]["entry"]), *HOOKS[hook].get("args", []), *arguments, *files]
    return run_program(command, folder, environment(folder.parent / "bin"))
