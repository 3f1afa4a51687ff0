"""Everything that can be wrong with a library of postmortems, said once.

A problem is a value: it has a kind (code and name), a level, a place, a message and a hint. Reading and rules return
problems; only the edges (the command, the plugin) print them or fail because of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

# What CI servers obey: `::command::` at the start of a line, `##[command]` and `##vso[command]` anywhere in it.
_COMMAND = re.compile(r"^\s*::|##[A-Za-z]*\[")
_LINE_NUMBER = re.compile(r"\bline [0-9]+")
_NUMBER_OF_DAYS = re.compile(r"\b[0-9]+ days?\b")
_NEVER_HIDDEN = ("PM0", "PM8")


class Level(str, Enum):
    """How much a problem weighs: an error fails a build by default, a warning does not, off is not reported."""

    OFF = "off"
    WARNING = "warning"
    ERROR = "error"

    @property
    def weight(self) -> int:
        """Return 0 for off, 1 for warning, 2 for error, so that levels can be compared."""
        return list(Level).index(self)


class Location(NamedTuple):
    """A place in a source file; line and column count from 1, columns in characters.

    Reading a document makes a hundred of them, and a tuple is made several times sooner than a frozen dataclass.
    """

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{printable(self.path)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what to do about it."""

    kind: Kind
    level: Level
    location: Location
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Return the one-line form, safe to print: control characters of the document are shown, never sent."""
        grade = " (warning)" if self.level is Level.WARNING else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{self.location} {self.kind.code} {self.kind.name}{grade}: {printable(self.message + hint)}"

    @property
    def order(self) -> tuple[Location, str, str]:
        """Return the key by which reports are sorted: place, then code."""
        return (self.location, self.kind.code, self.message)

    @property
    def identity(self) -> tuple[str, str, str]:
        """Return what stays the same when lines move and days pass: path, code, and message without such numbers."""
        message = _LINE_NUMBER.sub("line", self.message)
        if self.kind.ageing:
            message = _NUMBER_OF_DAYS.sub("N days", message)
        return self.location.path, self.kind.code, message

    def at_level(self, level: Level) -> Problem:
        """Return the same problem at another level."""
        return replace(self, level=level)


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of problem. `draft` is the level in a document whose status is draft: a draft may be thin.

    `postmortem check --fix` can correct what is `fixable`, where the author's words leave no choice. `ageing` kinds
    come with the calendar, without any change to a file.
    """

    code: str
    name: str
    level: Level
    summary: str
    draft: Level | None = field(default=None)
    fixable: bool = field(default=False)
    ageing: bool = field(default=False)

    @property
    def ignorable(self) -> bool:
        """Return whether a comment in a document can hide it: not what is wrong with the file or the settings."""
        return not self.code.startswith(_NEVER_HIDDEN)

    def at(self, location: Location, message: str, hint: str = "") -> Problem:
        """Return a problem of this kind at its default level."""
        return Problem(self, self.level, location, message, hint)


def count_by_path(problems: Iterable[Problem]) -> dict[str, int]:
    """Return how many problems each file has, by path."""
    return Counter(problem.location.path for problem in problems)


def printable(text: str) -> str:
    r"""Return `text` on one line with control, format and surrogate characters shown as \u{...}.

    Titles and file names reach terminals and CI logs, where escape sequences and `::commands::` would be obeyed.
    """
    shown = text if text.isprintable() else "".join(c if _is_harmless(c) else _escape(c) for c in text)
    if _COMMAND.search(shown):
        return _COMMAND.sub(lambda match: match[0].replace(":", _escape(":")).replace("#", _escape("#")), shown)
    return shown


def _escape(character: str) -> str:
    return f"\\u{{{ord(character):x}}}"


def _is_harmless(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


_E, _W, _O = Level.ERROR, Level.WARNING, Level.OFF

# 0xx reading: the file and its front matter as text
UNREADABLE_FILE = Kind("PM001", "unreadable-file", _E, "The file or folder cannot be opened and read.")
FILE_TOO_LARGE = Kind("PM002", "file-too-large", _E, "The file is larger than a postmortem can be.")
NOT_UTF8 = Kind("PM003", "not-utf8", _E, "The file is not UTF-8 text.")
CONTROL_CHARACTER = Kind("PM004", "control-character", _E, "The text holds a control character.")
INVISIBLE_CHARACTER = Kind("PM005", "invisible-character", _W, "The text holds a character that readers cannot see.")
FOREIGN_LINE_BREAK = Kind("PM006", "foreign-line-break", _E, "The front matter holds a line break that only YAML sees.")
SYMLINK = Kind("PM007", "symlink", _E, "The file is a symbolic link, which could publish anything.")
BAD_FILE_NAME = Kind("PM008", "bad-file-name", _E, "The file name cannot become an address on every system.")
NO_FRONT_MATTER = Kind("PM010", "no-front-matter", _E, "The file does not begin with a front matter block.")
UNCLOSED_FRONT_MATTER = Kind("PM011", "unclosed-front-matter", _E, "The front matter block is never closed.")
MALFORMED_DELIMITER = Kind("PM012", "malformed-delimiter", _E, "A line looks like a front matter delimiter but is not.")
FOREIGN_FRONT_MATTER = Kind("PM013", "foreign-front-matter", _E, "The front matter is TOML, JSON or a bare header.")
NOT_A_MAPPING = Kind("PM014", "not-a-mapping", _E, "The front matter is not a list of `key: value` lines.")
INVALID_YAML = Kind("PM015", "invalid-yaml", _E, "The front matter is not valid YAML.")
DUPLICATE_KEY = Kind("PM016", "duplicate-key", _E, "A key stands twice in the same mapping.")
YAML_ANCHOR = Kind("PM017", "yaml-anchor", _E, "Anchors and aliases are not read.")
YAML_MERGE_KEY = Kind("PM018", "yaml-merge-key", _E, "Merge keys are not read.")
YAML_TAG = Kind("PM019", "yaml-tag", _E, "YAML tags are not read.")
YAML_DIRECTIVE = Kind("PM020", "yaml-directive", _E, "YAML directives and further YAML documents are not read.")
TOO_DEEP = Kind("PM021", "too-deep", _E, "The front matter is nested too deeply.")
FRONT_MATTER_TOO_LARGE = Kind("PM022", "front-matter-too-large", _E, "The front matter holds too much.")
SECOND_FRONT_MATTER = Kind("PM023", "second-front-matter", _E, "The body begins with another front matter block.")
BODY_TOO_COMPLEX = Kind(
    "PM024", "body-too-complex", _E, "The body would stall the renderer, or is too long to be read."
)
UNTOUCHED_TEMPLATE = Kind("PM025", "untouched-template", _E, "The file is a template that nobody has filled in.")
INVALID_IGNORE = Kind("PM026", "invalid-ignore", _E, "A comment that is to hide problems cannot be used.")
UNUSED_IGNORE = Kind("PM027", "unused-ignore", _W, "A comment that is to hide problems hides none.")

# 1xx fields: the front matter as facts
MISSING_FIELD = Kind("PM101", "missing-field", _E, "A required fact is not stated.", draft=_W)
UNKNOWN_FIELD = Kind("PM102", "unknown-field", _E, "The front matter holds a key that means nothing here.")
WRONG_TYPE = Kind("PM103", "wrong-type", _E, "A value has the wrong type.")
UNKNOWN_SEVERITY = Kind("PM104", "unknown-severity", _E, "The severity is not on the scale.")
UNKNOWN_STATUS = Kind("PM105", "unknown-status", _E, "The review status is not one of the known ones.")
UNKNOWN_CHOICE = Kind("PM106", "unknown-choice", _E, "The value is not one of the allowed ones.")
INVALID_TIME = Kind("PM107", "invalid-time", _E, "A time cannot be read.", fixable=True)
TIME_WITHOUT_ZONE = Kind("PM108", "time-without-zone", _E, "A time does not say in which time zone.")
UNKNOWN_ZONE = Kind("PM109", "unknown-zone", _E, "A time zone is not known.")
AMBIGUOUS_TIME = Kind("PM110", "ambiguous-time", _E, "The clock showed a time twice or never on that day.")
END_BEFORE_START = Kind("PM111", "end-before-start", _E, "The incident's times are not in order.")
DURATION_DISAGREES = Kind(
    "PM112", "duration-disagrees", _E, "The stated duration is not the time between start and end."
)
INVALID_DATE = Kind("PM113", "invalid-date", _E, "A date cannot be read.", fixable=True)
INVALID_DURATION = Kind("PM114", "invalid-duration", _E, "A duration cannot be read.")
INVALID_URL = Kind("PM115", "invalid-url", _E, "An address is not a plain http or https URL.")
EMPTY_FIELD = Kind("PM116", "empty-field", _E, "A key has no value.", draft=_W, fixable=True)
RESERVED_FIELD = Kind(
    "PM117", "reserved-field", _E, "The key steers the site generator and is not a document's to set."
)
OUT_OF_RANGE = Kind("PM118", "out-of-range", _E, "A number is outside its range.")
TOO_LONG = Kind("PM119", "too-long", _E, "A text is longer, or a list has more entries, than anyone will read.")
INVALID_ID = Kind("PM120", "invalid-id", _E, "The id cannot be used in addresses and references.")
FIELD_STATED_TWICE = Kind("PM121", "field-stated-twice", _E, "Two keys state the same fact.")
FUTURE_TIME = Kind("PM122", "future-time", _W, "A time of the incident lies in the future.")
PLACEHOLDER_FIELD = Kind(
    "PM123", "placeholder-field", _E, "A value is still the template's placeholder.", draft=_W, fixable=True
)
FACT_DISAGREES = Kind(
    "PM124", "fact-disagrees", _E, "The front matter and the body state the same fact differently.", draft=_W
)
TITLE_CONVENTION = Kind("PM125", "title-convention", _O, "A title or a file name does not follow the convention.")
SEVERITY_BELOW_IMPACT = Kind("PM126", "severity-below-impact", _W, "The severity is milder than the stated impact.")

# 2xx sections
MISSING_SECTION = Kind("PM201", "missing-section", _E, "A required section is not there.", draft=_W)
EMPTY_SECTION = Kind("PM202", "empty-section", _E, "A section has a heading and nothing below it.", draft=_W)
PLACEHOLDER_SECTION = Kind("PM203", "placeholder-section", _E, "A section still holds the template's text.", draft=_W)

# 3xx action items
OWNERLESS_ITEM = Kind("PM301", "ownerless-item", _E, "An open action item has no owner.", draft=_W)
DUELESS_ITEM = Kind("PM302", "dueless-item", _E, "An open action item has no due date.", draft=_W)
INVALID_DUE = Kind("PM303", "invalid-due", _E, "An action item's date cannot be read without guessing.")
UNKNOWN_ITEM_STATUS = Kind("PM304", "unknown-item-status", _E, "An action item's status is not a known word.")
UNKNOWN_PRIORITY = Kind("PM305", "unknown-priority", _E, "An action item's priority is not P0 to P3.")
ITEM_STATUS_DISAGREES = Kind(
    "PM306", "item-status-disagrees", _E, "An item's tick and its status say different things."
)
ITEM_DISAGREES = Kind(
    "PM307", "item-disagrees", _E, "An item stands in the front matter and in the body, and they differ.", draft=_W
)
VAGUE_ITEM = Kind("PM308", "vague-item", _W, "An open action item begins with a verb that says nothing.")
UNVERIFIABLE_ITEM = Kind(
    "PM309", "unverifiable-item", _W, "Nothing tells when a vague action item will be done.", draft=_O
)
UNVERIFIED_PRIORITY = Kind("PM310", "unverified-priority", _W, "A P0 or P1 item has no plan to verify its effect.")
NO_URGENT_ITEM = Kind("PM311", "no-urgent-item", _W, "A severe incident has no P0 or P1 item.")
NO_PREVENTIVE_ITEM = Kind("PM312", "no-preventive-item", _W, "None of an incident's action items prevents it.")
DONE_WITHOUT_DATE = Kind("PM313", "done-without-date", _O, "A done action item does not say when it was done.")
WONT_DO_WITHOUT_REASON = Kind("PM314", "wont-do-without-reason", _W, "A dropped action item gives no reason.")
DUE_BEFORE_INCIDENT = Kind(
    "PM315", "due-before-incident", _E, "An action item is due before the incident began.", draft=_W
)
OVERDUE_ITEM = Kind("PM316", "overdue-item", _W, "An open action item is past its due date.", ageing=True)
ITEM_PAST_DEADLINE = Kind(
    "PM317", "item-past-deadline", _W, "An open action item is past the deadline of its priority.", ageing=True
)
MISSING_REQUIRED_ITEM = Kind(
    "PM318", "missing-required-item", _E, "A document lacks the action items that a policy demands of it.", draft=_W
)

# 4xx timeline
TIMELINE_BACKWARDS = Kind("PM401", "timeline-backwards", _W, "A timeline entry is earlier than the one before it.")
INVALID_TIMELINE_TIME = Kind("PM402", "invalid-timeline-time", _W, "A timeline entry's time cannot be read.")
TIMELINE_WITHOUT_DETECTION = Kind(
    "PM403", "timeline-without-detection", _W, "Nothing tells when the incident was noticed.", draft=_O
)
TIMELINE_WITHOUT_RESOLUTION = Kind(
    "PM404", "timeline-without-resolution", _W, "Nothing tells when the incident was over.", draft=_O
)
ENTRY_OUTSIDE_INCIDENT = Kind("PM405", "entry-outside-incident", _W, "A timeline entry lies far from the incident.")
TIMELINE_GAP = Kind("PM406", "timeline-gap", _O, "The timeline says nothing for a long part of the incident.")

# 5xx library
DUPLICATE_ID = Kind("PM501", "duplicate-id", _E, "Two documents have the same id.")
SLUG_COLLISION = Kind("PM502", "slug-collision", _E, "Two documents would become the same page.")
UNKNOWN_RELATED = Kind("PM503", "unknown-related", _E, "A related id is no document of the library.")
SELF_RELATION = Kind("PM504", "self-relation", _E, "A document says that it is related to itself.")
UNKNOWN_SERVICE = Kind("PM505", "unknown-service", _E, "A service is not in the configured list.")
BROKEN_LINK = Kind("PM506", "broken-link", _E, "A link or an image leads nowhere on the site.", draft=_W)
AMBIGUOUS_LINK = Kind("PM507", "ambiguous-link", _E, "A wiki link may mean several documents.", draft=_W)
RECURRENCE_WITH_OPEN_ITEMS = Kind(
    "PM508", "recurrence-with-open-items", _W, "An incident recurred whose action items are still open."
)
UNKNOWN_OWNER = Kind("PM509", "unknown-owner", _W, "An owner or a team is not in the configured list.")
UNKNOWN_TAG = Kind("PM510", "unknown-tag", _E, "A tag is not in the configured list.")
BAD_INCIDENT_LIST = Kind("PM511", "bad-incident-list", _E, "The list of known incidents cannot be read.")
MISSING_POSTMORTEM = Kind("PM512", "missing-postmortem", _W, "A known incident has no postmortem.", ageing=True)
WRONG_MARKER = Kind("PM513", "wrong-marker", _E, "A page asks for a list that cannot be made.")

# 6xx review and deadlines
UNREVIEWED = Kind("PM601", "unreviewed", _W, "A published document names no reviewer.")
REVIEWED_BY_AUTHOR_ONLY = Kind("PM602", "reviewed-by-author-only", _W, "Nobody but its authors reviewed a document.")
REVIEW_OVERDUE = Kind("PM603", "review-overdue", _W, "A document is not published within its deadline.", ageing=True)
FOLLOW_UP_OVERDUE = Kind("PM604", "follow-up-overdue", _W, "The follow-up review has not been held.", ageing=True)
STALE_DRAFT = Kind("PM605", "stale-draft", _W, "A document has been a draft for too long.", ageing=True)

# 7xx language, privacy and audience
BLAME_LANGUAGE = Kind("PM701", "blame-language", _W, "The analysis blames a person.")
E_MAIL_ADDRESS = Kind("PM702", "e-mail-address", _W, "The document holds an e-mail address.")
IP_ADDRESS = Kind("PM703", "ip-address", _W, "The document holds an IP address.")
SECRET = Kind("PM704", "secret", _E, "The document holds what looks like a password, a token or a key.")
CUSTOMER_NAME = Kind("PM705", "customer-name", _W, "The document holds the name of a customer.")
PUBLIC_REFERS_TO_INTERNAL = Kind(
    "PM706", "public-refers-to-internal", _E, "A document points to one that its audience may not see."
)

# 8xx configuration: the settings and the folder themselves
INVALID_SETTING = Kind("PM801", "invalid-setting", _E, "The settings, or a file that they name, cannot be used.")
FOLDER_MISSING = Kind("PM802", "folder-missing", _E, "The folder of postmortems does not exist.")
FOLDER_EMPTY = Kind("PM803", "folder-empty", _W, "The folder of postmortems holds no document.")
FOLDER_IN_DOCS = Kind(
    "PM804", "folder-in-docs", _E, "The folder of postmortems lies where MkDocs publishes everything."
)

CATALOGUE: dict[str, Kind] = {kind.code: kind for kind in globals().values() if isinstance(kind, Kind)}
"""Every kind of problem by its code, in the order of the codes."""

KINDS_BY_NAME: dict[str, Kind] = {kind.name: kind for kind in CATALOGUE.values()}
"""Every kind of problem by its name."""


def find_kind(reference: str) -> Kind | None:
    """Return the kind with this code or name (letter case ignored), or None."""
    return CATALOGUE.get(reference.upper()) or KINDS_BY_NAME.get(reference.lower())
