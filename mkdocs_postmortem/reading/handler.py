"""The handler for `python-frontmatter`, apart from the reader: no check needs that library, which imports much."""

from __future__ import annotations

from typing import Any

import yaml
from frontmatter.default_handlers import BaseHandler

from mkdocs_postmortem.reading.front_matter import BOUNDARY, split_front_matter
from mkdocs_postmortem.reading.yaml_events import compose_front_matter, plain


class PostmortemHandler(BaseHandler):
    """The handler for `python-frontmatter`: the same strict splitting and reading, for tools that use that library."""

    FM_BOUNDARY = BOUNDARY
    START_DELIMITER = END_DELIMITER = "---"

    def detect(self, text: str) -> bool:
        """Return whether the text begins with a block that this project reads."""
        return split_front_matter(text, "").block is not None

    def split(self, text: str) -> tuple[str, str]:
        """Return front matter and body; raises ValueError with the first problem when there is no usable block."""
        split = split_front_matter(text, "text")
        if split.block is None:
            raise ValueError(str(split.problems[0]))
        return split.block, split.body

    def load(self, fm: str, **_: object) -> dict[str, Any]:
        """Return the block's values; raises ValueError with the first problem when anything is refused."""
        node, problems = compose_front_matter(fm, "front matter")
        if problems or node is None:
            raise ValueError(str(problems[0]))
        values: dict[str, Any] = plain(node)
        return values

    def export(self, metadata: dict[str, object], **_: object) -> str:
        """Return the values as YAML in their order."""
        listed = {key: list(value) if isinstance(value, tuple) else value for key, value in metadata.items()}
        text: str = yaml.safe_dump(listed, sort_keys=False, allow_unicode=True)
        return text.strip()
