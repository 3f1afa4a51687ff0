"""Trackers: what the keys of tickets look like, and the address of each."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from mkdocs_postmortem.settings.block import Block, ShortForm, listed

TrackerKind = Literal["template", "jira", "github", "gitlab", "linear"]
KEY, NUMBER = "{key}", "{number}"
"""What stands in a template for the whole key, and for what follows the prefix."""
DEFAULT_ADDRESSES: dict[str, str] = {"github": "https://github.com", "gitlab": "https://gitlab.com"}
OPTIONS: dict[str, tuple[str, ...]] = {
    "template": ("prefix", "url"),
    "jira": ("url", "projects"),
    "linear": ("url", "projects"),
    "github": ("url", "repository"),
    "gitlab": ("url", "repository"),
}
"""The options of each kind, beside `kind` itself."""


class TrackerEntry(Block):
    """The form of a tracker's keys, by its kind or by a prefix, and where a key leads."""

    kind: TrackerKind = "template"
    """Whose keys they are; template is any tracker whose addresses hold the key."""
    prefix: str = ""
    """What the keys of a template begin with; any word with a digit in it when not set."""
    url: str | None = None
    """Address of a ticket with {key} or {number} in it; of jira, linear, github and gitlab the address of the site."""
    projects: Annotated[
        tuple[Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{0,19}$")], ...],
        BeforeValidator(listed),
        ShortForm({"type": "string"}),
    ] = ()
    """Projects of jira, or teams of linear, whose keys are meant: PAY for PAY-12; any when not set."""
    repository: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+$")] | None = None
    """The repository of github or gitlab that a bare #12 belongs to."""

    @property
    def address(self) -> str:
        """Return `url`, else the public address of the kind, without a slash at its end."""
        return (self.url or DEFAULT_ADDRESSES.get(self.kind, "")).rstrip("/")
