"""The blocks of `when` that hold for a document, and what they demand of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_postmortem.library.services import service_name, services_of
from mkdocs_postmortem.model import Postmortem
from mkdocs_postmortem.settings import Demands, Policy, Settings, squash
from mkdocs_postmortem.settings.block import level_in

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Demand:
    """A `when` block that holds for a document. `number` counts from 0, `subject` is what it says of the document."""

    number: int
    subject: str
    policy: Policy

    @property
    def require(self) -> Demands:
        """Return what the document must hold."""
        return self.policy.require

    def asks(self, what: str) -> str:
        """Return the sentence that asks for something: "a published sev0 document must state summary (when[0])"."""
        return f"{self.subject} must {what} (when[{self.number}])"


def demands_on(postmortem: Postmortem, settings: Settings) -> tuple[Demand, ...]:
    """Return the blocks that hold for a document, in the settings' order; what it does not state meets no condition."""
    found = ((number, policy, _conditions(policy, postmortem, settings)) for number, policy in enumerate(settings.when))
    return tuple(Demand(number, _subject(words), policy) for number, policy, words in found if None not in words)


def required_fields(postmortem: Postmortem, settings: Settings) -> dict[str, Demand | None]:
    """Return the facts that a document must state, each with the block that asks for it, None where all must."""
    own = (field.name for field in settings.fields if field.required)
    found: dict[str, Demand | None] = dict.fromkeys((*settings.required.fields, *own))
    for demand in demands_on(postmortem, settings):
        found = {**dict.fromkeys(demand.require.fields, demand), **found}
    return found


def required_sections(postmortem: Postmortem, settings: Settings) -> dict[str, Demand | None]:
    """Return the sections that a document must have, each with the block that asks for it, None where all must."""
    found: dict[str, Demand | None] = dict.fromkeys(settings.required.sections)
    for demand in demands_on(postmortem, settings):
        found = {**dict.fromkeys(demand.require.sections, demand), **found}
    return found


def level_by_policies(policies: Iterable[Policy], code: str, name: str) -> str | None:
    """Return the level that the last of these blocks gives a problem, by code or by name, or None."""
    levels = (level_in(policy.levels, code, name) for policy in policies)
    return next((level for level in reversed(tuple(levels)) if level), None)


def _conditions(policy: Policy, postmortem: Postmortem, settings: Settings) -> list[str | None]:
    """Return the words of a document that meet each condition, empty for one that is not stated, None for a failed one.

    The order is that of the words in a sentence: status, severity, kind, service, audience.
    """
    severity = settings.severities[postmortem.severity.rank] if postmortem.severity else None
    is_severity = severity is not None and any(severity.is_called(name) for name in policy.severity)
    audience = (postmortem.audience if postmortem.readable else None) or settings.audiences[0]
    wanted = {squash(service_name(name, settings)) for name in policy.services}
    service = next((name for name in services_of(postmortem, settings) if squash(name) in wanted), None)
    return [
        _met(policy.status, postmortem.status.value if postmortem.status else None),
        "" if not policy.severity else severity.name if severity and is_severity else None,
        _met(policy.kind, postmortem.kind.value),
        "" if not policy.services else service,
        _met(policy.audience, audience),
    ]


def _met(wanted: tuple[str, ...], stated: str | None) -> str | None:
    if not wanted:
        return ""
    return stated if stated is not None and squash(stated) in {squash(word) for word in wanted} else None


def _subject(words: list[str | None]) -> str:
    """Return how a sentence names a document that meets these conditions."""
    status, severity, kind, service, audience = (word or "" for word in words)
    text = " ".join(word for word in (status, severity, kind or "document") if word)
    article = "an" if text[0] in _VOWELS else "a"
    of_service = f" of {service}" if service else ""
    return f"{article} {text}{of_service}" + (f" for {audience} readers" if audience else "")
