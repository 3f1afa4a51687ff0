"""No test touches the cache of the person who runs it, and none fails because the machine is busy."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from mkdocs_postmortem.cli.wishes import CACHE_DIR
from tests.sharing import built_once
from tests.sites import REPOSITORY, Built, build_project

settings.register_profile("tests", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tests")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(folder))
        patch.setenv(CACHE_DIR, str(folder))
        yield


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Return our own site, built strictly from the repository into a folder of its own."""
    return built_once(
        tmp_path_factory, "own-site", lambda folder: build_project(REPOSITORY, strict=True, site=folder / "site")
    )
