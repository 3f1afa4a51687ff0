"""Git, asked and never obeyed: no hooks, no programs of the repository's configuration, no network, no checkout."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable
from pathlib import Path

_GIT = (
    "git",
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "safe.bareRepository=explicit"),  # The folder itself could pass for a repository with hooks of its own.
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),  # It would run the program that `gpg.program` names.
)
_QUIET = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_LONGEST_WAIT = 120


class RevisionError(Exception):
    """Git cannot tell what was asked; the message says why and what to do."""


class GitError(RevisionError):
    """Git ended with an error; `reason` is its first line, empty when it said nothing."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason or "git failed without a word")
        self.reason = reason


def run_git(folder: Path, *arguments: str, asked: bytes = b"") -> bytes:
    """Return what git prints; raises RevisionError when it cannot be run or fails."""
    try:
        done = subprocess.run(  # noqa: S603  # our own arguments; the revision's name is checked before
            [*_GIT, *arguments],
            cwd=folder,
            input=asked,
            capture_output=True,
            timeout=_LONGEST_WAIT,
            check=False,
            env={**os.environ, **_QUIET},
        )
    except FileNotFoundError:
        raise RevisionError("git is not installed, and without it nothing is known of other revisions") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise RevisionError(f"git cannot be run: {error}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n", 1)[0]
        raise GitError(said.removeprefix("fatal: "))
    return done.stdout


def read_blobs(folder: Path, blobs: Iterable[str]) -> dict[str, bytes]:
    """Return the bytes of these objects; raises RevisionError when one is not there, as in a partial clone."""
    asked = "".join(f"{blob}\n" for blob in dict.fromkeys(blobs))
    if not asked:
        return {}
    answer = run_git(folder, "cat-file", "--batch", asked=asked.encode())
    found, position = {}, 0
    while position < len(answer):
        end = answer.index(b"\n", position)
        blob, _, size = answer[position:end].decode("ascii").partition(" blob ")
        if not size:
            raise RevisionError("a document of that revision is missing here; fetch it first")
        found[blob] = answer[end + 1 : end + 1 + int(size)]
        position = end + 1 + int(size) + 1
    return found


def read_sizes(folder: Path, blobs: Iterable[str]) -> dict[str, int]:
    """Return the sizes of these objects in bytes; raises RevisionError when one is not there."""
    asked = "".join(f"{blob}\n" for blob in blobs)
    answer = run_git(folder, "cat-file", "--batch-check", asked=asked.encode()) if asked else b""
    found = {}
    for line in answer.decode("ascii").splitlines():
        blob, _, size = line.partition(" blob ")
        if not size:
            raise RevisionError("a document of an earlier revision is missing here; fetch it first")
        found[blob] = int(size)
    return found
