"""The effective settings of one library.

Both adapters read it: the MkDocs plugin hands over the options that MkDocs parsed, the command reads the file itself.
Settings come from people who are trusted, so types are read leniently; unknown options are still refused.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from mkdocs_postmortem.settings.block import Block, Pattern, Span, squash
from mkdocs_postmortem.settings.deadlines import Deadlines
from mkdocs_postmortem.settings.house import Conventions, ImpactThreshold, OwnerEntry
from mkdocs_postmortem.settings.incident_list import IncidentList, listed_in
from mkdocs_postmortem.settings.severity import SeverityLevel
from mkdocs_postmortem.settings.wording import AUTO, VocabularyWords, Wording, worded

FieldName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
UriPath = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*$")]
LevelWord = Annotated[
    Literal["error", "warning", "off"],
    # YAML 1.1, by which MkDocs reads its configuration, takes a plain `off` for false.
    BeforeValidator(lambda word: "off" if word is False else word),
]


class ServiceEntry(Block):
    """A service that documents may name, with who owns it and where to read about it."""

    name: Annotated[str, Field(min_length=1)]
    title: str | None = None
    owner: str | None = None
    description: str | None = None
    aliases: tuple[str, ...] = ()
    links: dict[str, str] = {}


class CustomField(Block):
    """A front matter key of the user's own: shown on the page, and offered as a facet when `facet` is true."""

    name: FieldName
    type: Literal["text", "number", "yes-no", "date", "list"] = "text"
    label: str | None = None
    choices: tuple[str, ...] = ()
    required: bool = False
    facet: bool = False


class Required(Block):
    """Which facts and sections a document must hold. Names as in docs/document.md."""

    fields: tuple[str, ...] = ("severity", "status", "started_at", "services")
    sections: tuple[str, ...] = ("summary", "impact", "timeline", "cause", "action-items")


DEFAULT_SCALE = (
    SeverityLevel(name="sev0", label="Critical", colour="#b42318", aliases=("critical", "s0", "p0", "0")),
    SeverityLevel(name="sev1", label="High", colour="#b54708", aliases=("high", "s1", "p1", "1")),
    SeverityLevel(name="sev2", label="Medium", colour="#1d5fa8", aliases=("medium", "s2", "p2", "2")),
    SeverityLevel(name="sev3", label="Low", colour="#475467", aliases=("low", "s3", "p3", "3")),
)

DEFAULT_CATEGORIES = (
    "code", "product", "config", "deployment", "capacity", "process", "on-call", "third-party", "monitoring",
    "data", "security", "hardware", "network", "design", "documentation", "testing",
)  # fmt: skip


DEFAULT_THRESHOLDS = (
    ImpactThreshold(severity="sev1", data_loss=True),
    ImpactThreshold(severity="sev1", degradation="complete-outage"),
)


def _named(value: Any) -> Any:
    """Let a plain `checkout` stand for `{name: checkout}`."""
    return {"name": value} if isinstance(value, str) else value


def _scale_is_distinct(scale: tuple[SeverityLevel, ...]) -> tuple[SeverityLevel, ...]:
    seen: dict[str, str] = {}
    for level in scale:
        for spelling in (level.name, level.label, *level.aliases):
            key = squash(spelling)
            if seen.setdefault(key, level.name) != level.name:
                raise ValueError(f'"{spelling}" stands for both {seen[key]} and {level.name}')
    return scale


class Settings(Block):
    """The effective settings of one library; every option has a default, so that an empty block works."""

    folder: str = "postmortems"
    """Folder of the documents, relative to mkdocs.yml. It must lie outside docs_dir."""
    path: UriPath = "postmortems"
    """Address of the library inside the site."""
    title: str = "Postmortems"
    """Title of the index page."""
    exclude: tuple[str, ...] = ("template*.md", "README.md", "_*")
    """File name patterns that are not postmortems."""
    fail_on: Literal["error", "warning", "never"] = "error"
    """The lowest level that fails a build or a check."""
    show_problems: Literal["auto", "always", "never"] = "auto"
    """Whether a page shows its document's problems: auto is errors in a build, all of them in `mkdocs serve`."""
    levels: dict[str, LevelWord] = {}
    """Level by problem code or name."""
    as_of: date | None = None
    """The day on which overdue and ages are computed; today when not set."""
    timezone: str | None = None
    """Zone of times that name none; without it such times are a problem."""
    audience: str = "internal"
    """Whom this site is for: every document with this audience or a wider one is shown."""
    audiences: Annotated[tuple[str, ...], Field(min_length=1)] = ("internal", "public")
    """Known audiences, narrowest first."""
    id_pattern: str = "INC-{year}-{number:03d}"
    """How `postmortem new` makes ids."""
    severities: Annotated[tuple[SeverityLevel, ...], Field(min_length=1), AfterValidator(_scale_is_distinct)] = (
        DEFAULT_SCALE
    )
    """The severity scale, worst first."""
    services: tuple[Annotated[ServiceEntry, BeforeValidator(_named)], ...] = ()
    """Services that documents may name; empty means any."""
    factor_categories: tuple[str, ...] = DEFAULT_CATEGORIES
    """Categories of contributing factors."""
    fields: tuple[CustomField, ...] = ()
    """Front matter keys of your own."""
    required: Required = Required()
    """What a document must hold."""
    headings: dict[str, tuple[str, ...]] = {}
    """Further headings by section: the short form of `vocabulary.sections`."""
    vocabulary: VocabularyWords = VocabularyWords()
    """Further spellings that the reader understands, on top of the shipped vocabulary."""
    language: Annotated[str, BeforeValidator(lambda code: "no" if code is False else code)] = AUTO
    """The language of the pages' own words: a code such as de, or auto, which is the theme's."""
    words: dict[str, Annotated[Wording, BeforeValidator(worded)]] = {}
    """Words of the pages by key, in place of the shipped ones."""
    conventions: Conventions = Conventions()
    """What titles and file names look like."""
    impact_thresholds: tuple[ImpactThreshold, ...] = DEFAULT_THRESHOLDS
    """The severity that an impact must have at least."""
    deadlines: Deadlines = Deadlines.model_validate("gentle")
    """Within which time documents are reviewed and action items done."""
    owners: tuple[Annotated[OwnerEntry, BeforeValidator(_named)], ...] = ()
    """People and teams that may own action items; empty means any."""
    timeline_slack: Span = timedelta(days=1)
    """How far outside the incident a timeline entry may lie."""
    timeline_gap: Span = timedelta(hours=2)
    """The longest time of an incident without a timeline entry."""
    customer_names: tuple[Pattern, ...] = ()
    """Regular expressions of names that a document must not hold."""
    incidents_csv: Annotated[IncidentList | None, BeforeValidator(listed_in)] = None
    """A list of all known incidents, so that those without a postmortem are found."""
    history: Annotated[Literal["auto", "off"], BeforeValidator(lambda word: "off" if word is False else word)] = "auto"
    """Whether a build reads the git history of the folder, to show action items over time."""
    html: Literal["sanitize", "trusted"] = "sanitize"
    """Whether the HTML of document bodies is reduced to a safe set."""

    @model_validator(mode="after")
    def _consistent(self) -> Settings:
        if self.audience not in self.audiences:
            raise ValueError(f'audience "{self.audience}" is not one of audiences ({", ".join(self.audiences)})')
        try:
            self.id_pattern.format(year=2026, number=1)
        except (AttributeError, KeyError, ValueError, IndexError) as error:
            raise ValueError(f"id_pattern may use {{year}} and {{number}} only ({error})") from None
        if "{number" not in self.id_pattern:
            raise ValueError("id_pattern must hold {number}")
        return self

    @property
    def is_for_narrowest(self) -> bool:
        """Return whether this site is for those who may see everything."""
        return self.audience == self.audiences[0]

    def as_seen_on(self, day: date) -> Settings:
        """Return the settings with `as_of` set: to what it is, else to `day`."""
        return self if self.as_of else self.model_copy(update={"as_of": day})

    def spoken_in(self, theme: str) -> Settings:
        """Return the settings with `language` set: to what it is, else to that of the theme."""
        return self.model_copy(update={"language": theme}) if self.language == AUTO and theme else self

    def level_of(self, code: str, name: str) -> str | None:
        """Return the level that the user set for a problem, by code or by name, or None."""
        levels = {reference.casefold(): level for reference, level in self.levels.items()}
        return levels.get(code.casefold()) or levels.get(name.casefold())
