"""The effective settings of one library.

Both adapters read it: the MkDocs plugin hands over the options that MkDocs parsed, the command reads the file itself.
Settings come from people who are trusted, so types are read leniently; unknown options are still refused.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator

from mkdocs_postmortem.settings.block import Block, FromFiles, Levels, PathName, Pattern, ShortForm, Span, level_in
from mkdocs_postmortem.settings.deadlines import PRESETS, Deadlines
from mkdocs_postmortem.settings.house import Conventions, ImpactThreshold, OwnerEntry
from mkdocs_postmortem.settings.incident_list import IncidentList, listed_in
from mkdocs_postmortem.settings.policy import Policy
from mkdocs_postmortem.settings.saved_view import SavedView
from mkdocs_postmortem.settings.severity import SeverityLevel
from mkdocs_postmortem.settings.similarity import SimilaritySettings
from mkdocs_postmortem.settings.tracker import TrackerEntry
from mkdocs_postmortem.settings.wording import AUTO, Spellings, VocabularyWords, Wording, worded

FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
UriPath = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$")]


class ServiceEntry(Block):
    """A service that documents may name, with who owns it and where to read about it."""

    name: Annotated[str, Field(min_length=1)]
    """The name in documents."""
    title: str | None = None
    """The title of its page."""
    owner: str | None = None
    """Who owns it."""
    description: str | None = None
    """What it is."""
    aliases: tuple[str, ...] = ()
    """Further names."""
    links: dict[str, str] = {}
    """Addresses by label."""


class CustomField(Block):
    """A front matter key of the user's own: shown on the page, and offered as a facet when `facet` is true."""

    name: FieldName
    """The key in the front matter, written exactly so."""
    type: Literal["text", "number", "yes-no", "date", "list"] = "text"
    """What its value must be."""
    label: str | None = None
    """The word on pages; the name when not set."""
    choices: tuple[str, ...] = ()
    """The values that are allowed; empty means any."""
    required: bool = False
    """Whether every document must state it."""
    facet: bool = False
    """Accepted and kept; no page uses it yet."""


class Required(Block):
    """Which facts and sections a document must hold. Names as in docs/document.md."""

    fields: tuple[str, ...] = ("severity", "status", "started_at", "services")
    """Facts that the front matter must state."""
    sections: tuple[str, ...] = ("summary", "impact", "timeline", "cause", "action-items")
    """Sections that the body must hold."""


DEFAULT_SCALE = (
    SeverityLevel.model_construct(
        name="sev0", label="Critical", colour="#b42318", aliases=("critical", "s0", "p0", "0")
    ),
    SeverityLevel.model_construct(name="sev1", label="High", colour="#b54708", aliases=("high", "s1", "p1", "1")),
    SeverityLevel.model_construct(name="sev2", label="Medium", colour="#1d5fa8", aliases=("medium", "s2", "p2", "2")),
    SeverityLevel.model_construct(name="sev3", label="Low", colour="#475467", aliases=("low", "s3", "p3", "3")),
)

DEFAULT_CATEGORIES = (
    "code", "product", "config", "deployment", "capacity", "process", "on-call", "third-party", "monitoring",
    "data", "security", "hardware", "network", "design", "documentation", "testing",
)  # fmt: skip


DEFAULT_THRESHOLDS = (
    ImpactThreshold.model_construct(severity="sev1", data_loss=True),
    ImpactThreshold.model_construct(severity="sev1", degradation="complete-outage"),
)


def _named(value: Any) -> Any:
    """Let a plain `checkout` stand for `{name: checkout}`."""
    return {"name": value} if isinstance(value, str) else value


_A_NAME = ShortForm({"type": "string", "minLength": 1})
# YAML reads a plain `off` as false.
_PLAIN_OFF = BeforeValidator(lambda word: "off" if word is False else word)


def _id_pattern(pattern: str) -> str:
    try:
        pattern.format(year=2026, number=1)
    except (AttributeError, KeyError, ValueError, IndexError):
        raise ValueError("it may use {year} and {number} only, such as INC-{year}-{number:03d}") from None
    if "{number" not in pattern:
        raise ValueError("it must hold {number}, such as INC-{year}-{number:03d}")
    return pattern


class Settings(Block):
    """The effective settings of one library; every option has a default, so that an empty block works."""

    folder: PathName = "postmortems"
    """Folder of the documents, relative to mkdocs.yml. It must lie outside docs_dir."""
    path: UriPath = "postmortems"
    """Address of the library inside the site."""
    title: str = "Postmortems"
    """Title of the index page."""
    exclude: tuple[str, ...] = ("template*.md", "README.md", "_*")
    """File name patterns that are not postmortems."""
    fail_on: Literal["error", "warning", "never"] = "error"
    """The lowest level that fails a build or a check."""
    baseline: PathName | None = None
    """File of the problems that are known and do not fail, relative to mkdocs.yml; none when not set."""
    show_problems: Literal["auto", "always", "never"] = "auto"
    """Whether a page shows its document's problems: auto is errors in a build, all of them in `mkdocs serve`."""
    levels: Levels = {}
    """Level by problem code or name."""
    when: tuple[Policy, ...] = ()
    """What is demanded of some documents only; the levels of later blocks win over those of earlier ones."""
    as_of: date | None = None
    """The day on which overdue and ages are computed; today when not set."""
    timezone: str | None = None
    """Zone of times that name none; without it such times are a problem."""
    audiences: Annotated[tuple[str, ...], Field(min_length=1)] = ("internal", "public")
    """Known audiences, narrowest first."""
    audience: Annotated[str, Field(validate_default=True)] = "internal"
    """Whom this site is for: every document with this audience or a wider one is shown."""
    id_pattern: Annotated[str, AfterValidator(_id_pattern)] = "INC-{year}-{number:03d}"
    """How `postmortem new` makes ids."""
    severities: Annotated[tuple[SeverityLevel, ...], Field(min_length=1)] = DEFAULT_SCALE
    """The severity scale, worst first."""
    services: Annotated[
        tuple[Annotated[ServiceEntry, BeforeValidator(_named), _A_NAME], ...], FromFiles(("backstage",))
    ] = ()
    """Services that documents may name; empty means any."""
    tags: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], FromFiles()] = ()
    """Tags that documents may have; empty means any."""
    factor_categories: Annotated[tuple[str, ...], FromFiles()] = DEFAULT_CATEGORIES
    """Categories of contributing factors."""
    fields: tuple[CustomField, ...] = ()
    """Front matter keys of your own."""
    views: tuple[SavedView, ...] = ()
    """Choices of documents that have a page of their own."""
    required: Required = Required.model_construct()
    """What a document must hold."""
    headings: dict[str, Spellings] = {}
    """Further headings by section: the short form of `vocabulary.sections`."""
    vocabulary: VocabularyWords = VocabularyWords.model_construct()
    """Further spellings that the reader understands, on top of the shipped vocabulary."""
    language: Annotated[
        str, BeforeValidator(lambda code: "no" if code is False else code), ShortForm({"const": False})
    ] = AUTO
    """The language of the pages' own words: a code such as de, or auto, which is the theme's."""
    words: dict[str, Annotated[Wording, BeforeValidator(worded), ShortForm({"type": "string"})]] = {}
    """Words of the pages by key, in place of the shipped ones."""
    conventions: Conventions = Conventions.model_construct()
    """What titles and file names look like."""
    impact_thresholds: tuple[ImpactThreshold, ...] = DEFAULT_THRESHOLDS
    """The severity that an impact must have at least."""
    deadlines: Annotated[Deadlines, ShortForm({"enum": list(PRESETS)})] = Deadlines.of_preset("gentle")
    """Within which time documents are reviewed and action items done."""
    owners: Annotated[
        tuple[Annotated[OwnerEntry, BeforeValidator(_named), _A_NAME], ...], FromFiles(("backstage",))
    ] = ()
    """People and teams that may own action items; empty means any."""
    trackers: tuple[TrackerEntry, ...] = ()
    """What the keys of tickets look like, and the address of each; the first that fits counts."""
    timeline_slack: Span = timedelta(days=1)
    """How far outside the incident a timeline entry may lie."""
    timeline_gap: Span = timedelta(hours=2)
    """The longest time of an incident without a timeline entry."""
    similarity: SimilaritySettings = SimilaritySettings.model_construct()
    """What makes incidents similar, and which similar ones are shown."""
    customer_names: tuple[Pattern, ...] = ()
    """Regular expressions of names that a document must not hold."""
    incidents_csv: Annotated[IncidentList | None, BeforeValidator(listed_in), _A_NAME] = None
    """A list of all known incidents, so that those without a postmortem are found."""
    history: Annotated[Literal["auto", "off"], _PLAIN_OFF, ShortForm({"const": False})] = "auto"
    """Whether a build reads the git history of the folder, to show action items over time."""
    search: Annotated[Literal["auto", "full", "summary", "off"], _PLAIN_OFF, ShortForm({"const": False})] = "auto"
    """What the search finds of a document: all, only its title, id, summary and facts, or nothing; auto is by size."""
    html: Literal["sanitize", "trusted"] = "sanitize"
    """Whether the HTML of document bodies is reduced to a safe set."""

    @field_validator("audience")
    @classmethod
    def _is_an_audience(cls, audience: str, info: ValidationInfo) -> str:
        known = info.data.get("audiences", (audience,))
        if audience not in known:
            raise ValueError(f'audience "{audience}" is not one of audiences ({", ".join(known)})')
        return audience

    @property
    def is_for_narrowest(self) -> bool:
        """Return whether this site is for those who may see everything."""
        return self.audience == self.audiences[0]

    def as_seen_on(self, day: date) -> Settings:
        """Return the settings with `as_of` set: to what it is, else to `day`, which then is not stated."""
        if self.as_of:
            return self
        stated = self.model_fields_set - {"as_of"}
        return Settings.model_construct(_fields_set=stated, **{**dict(self), "as_of": day})

    @property
    def day_is_stated(self) -> bool:
        """Return whether the settings themselves name the day, so that pages keep to it whenever they are read."""
        return self.as_of is not None and "as_of" in self.model_fields_set

    def spoken_in(self, theme: str) -> Settings:
        """Return the settings with `language` set: to what it is, else to that of the theme."""
        return self.model_copy(update={"language": theme}) if self.language == AUTO and theme else self

    def level_of(self, code: str, name: str) -> str | None:
        """Return the level that the user set for a problem, by code or by name, or None."""
        return level_in(self.levels, code, name)

    def required_anywhere(self) -> frozenset[str]:
        """Return the fields that some document has to state: of `required`, of `when`, and the user's own."""
        own = (field.name for field in self.fields if field.required)
        return frozenset((*self.required.fields, *own, *(name for p in self.when for name in p.require.fields)))
