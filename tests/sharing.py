"""Sites that take seconds to build, built by whichever process of a run needs them first."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from tests.sites import Built


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Built]) -> Built:
    """Return what `build` gives for a folder of this name, which all processes of the run have in common."""
    own = factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / name
    record = folder / "built.json"
    with FileLock(f"{folder}.lock"):
        if not record.exists():
            folder.mkdir(exist_ok=True)
            record.write_text(_written(build(folder)), encoding="utf-8")
    return _read(record)


def _written(built: Built) -> str:
    return json.dumps([str(built.root), str(built.site), built.status, built.failure, built.log])


def _read(record: Path) -> Built:
    root, site, status, failure, log = json.loads(record.read_text(encoding="utf-8"))
    return Built(Path(root), Path(site), status, failure, tuple(log))
