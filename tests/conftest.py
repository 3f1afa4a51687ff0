"""No test touches the cache of the person who runs it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mkdocs_postmortem.cli.wishes import CACHE_DIR


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv(CACHE_DIR, str(folder))
        yield
