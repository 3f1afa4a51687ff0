"""The sample library, read once."""

from __future__ import annotations

from functools import lru_cache

import yaml

from mkdocs_postmortem.library import Library, load_library
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import Settings
from tests.sites import REPOSITORY


@lru_cache(maxsize=1)
def sample_library() -> Library:
    """Return the sample library with everything that its mkdocs.yml sets."""
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    (options,) = [entry["postmortem"] for entry in yaml.safe_load(text)["plugins"] if isinstance(entry, dict)]
    return load_library(REPOSITORY, Settings.model_validate(options)).library


def sample(name: str) -> Postmortem:
    """Return the sample of this id."""
    return sample_library().by_id()[name.casefold()]
