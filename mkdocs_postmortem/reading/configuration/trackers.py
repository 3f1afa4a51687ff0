"""The trackers of the settings: an address must lead to a web page, and hold the key exactly where it is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from mkdocs_postmortem.model.text import is_url
from mkdocs_postmortem.reading.configuration.refusal import Refusal
from mkdocs_postmortem.settings import Settings
from mkdocs_postmortem.settings.tracker import DEFAULT_ADDRESSES, KEY, NUMBER, OPTIONS, TrackerEntry

_SLOT = re.compile(r"\{[^{}]*\}?|\}")
_EXAMPLES = {
    "template": f"https://tracker.example.com/{KEY}",
    "jira": "https://jira.example.com",
    "linear": "https://linear.app/example",
    "github": "https://github.example.com",
    "gitlab": "https://gitlab.example.com",
}


def find_tracker_faults(settings: Settings, refused: Set[str]) -> Iterator[Refusal]:
    """Yield what is wrong with trackers: addresses, and options that do not go with the kind."""
    if "trackers" in refused:
        return
    for number, tracker in enumerate(settings.trackers):
        place = ("trackers", str(number))
        for option in sorted(tracker.model_fields_set - {"kind", *OPTIONS[tracker.kind]}):
            message = f"trackers: {option} does not go with kind: {tracker.kind}"
            yield Refusal((*place, option), message, f"with it go {' and '.join(OPTIONS[tracker.kind])}")
        if fault := _address_fault(tracker):
            where = (*place, "url") if tracker.url is not None else place
            yield Refusal(where, f"trackers: {fault}", f"write one such as {_EXAMPLES[tracker.kind]}")


def _address_fault(tracker: TrackerEntry) -> str:
    """Return what is wrong with a tracker's address, empty when it can be used."""
    if tracker.url is None:
        return "" if tracker.kind in DEFAULT_ADDRESSES else "url is missing"
    slots = _SLOT.findall(tracker.url)
    if tracker.kind != "template":
        if slots:
            return f"the url of kind: {tracker.kind} is the address of the site, and takes no {slots[0]}"
    elif strange := [slot for slot in slots if slot not in (KEY, NUMBER)]:
        return f"url may hold {KEY} and {NUMBER}, and no {strange[0]}"
    elif not slots:
        return f"url must hold {KEY}, or {NUMBER} for what follows the prefix"
    filled = tracker.url.replace(KEY, "A-1").replace(NUMBER, "1")
    return "" if is_url(filled) and "@" not in filled.split("/")[2] else "url is no http or https address"
