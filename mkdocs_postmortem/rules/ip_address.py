"""PM703: the document holds an IP address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address, ip_network

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import IP_ADDRESS, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import GDPR, RFC_5737
from mkdocs_postmortem.rules.language.prose import Find, Words, words_in
from mkdocs_postmortem.rules.rule import Rule

_VERSION_4 = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![\w:-]|\.[0-9])")
_VERSION_6 = re.compile(r"[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{0,4}){3,7}(?![\w:-]|\.[0-9])")
_DOTS = re.compile(r"\.[0-9]{1,3}\.[0-9]{1,3}\.")
_COLONS = re.compile(r":[0-9A-Fa-f]{0,4}:[0-9A-Fa-f]{0,4}:")
_NOT_BEFORE = re.compile(r"[\w.:-]")
_KNOWN_TO_ALL = {"1.1.1.1", "1.0.0.1", "8.8.8.8", "8.8.4.4", "9.9.9.9"}
_DOCUMENTATION = tuple(
    ip_network(block) for block in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
)


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each address, where it stands first: private ones only where outsiders read."""
    for postmortem in library.postmortems:
        is_wide = (postmortem.audience or library.settings.audiences[0]) != library.settings.audiences[0]
        seen: set[str] = set()
        for find in _find_addresses(words_in(postmortem)):
            sort = _sort_of(find.match[0])
            if find.match[0] in seen or sort is None or (sort == "private" and not is_wide):
                continue
            seen.add(find.match[0])
            hint = "name the host's role instead, or use an address of 192.0.2.0/24"
            yield IP_ADDRESS.at(find.place, f"a {sort} IP address", hint)


def _find_addresses(words: Words) -> Iterator[Find]:
    """Yield what looks like an address and is no part of a longer word; few documents hold such dots or colons."""
    for pattern, inner in ((_VERSION_4, _DOTS), (_VERSION_6, _COLONS)):
        for find in words.find(pattern, inner=inner):
            start = find.match.start()
            if start == 0 or not _NOT_BEFORE.match(find.match.string[start - 1]):
                yield find


def _sort_of(text: str) -> str | None:
    """Return "public" or "private", None for what is no address or tells nothing: loopback, examples, masks."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if text in _KNOWN_TO_ALL or any(address in block for block in _DOCUMENTATION):
        return None
    if address.is_loopback or address.is_unspecified or address.is_link_local or address.is_multicast:
        return None
    if address.is_reserved or text.startswith("255."):
        return None
    return "private" if address.is_private else "public"


RULE = Rule(
    IP_ADDRESS,
    check,
    Explanation(
        why="A public address belongs to a customer, to a partner or to one of your machines. Private ones show those "
        "outside how a network is built.",
        sources=(GDPR, RFC_5737),
        bad=writing("Impact", "All requests of 93.184.216.34 failed."),
        good=writing("Impact", "All requests of the largest customer failed."),
        note="Private addresses are reported only in documents with a wider audience than the narrowest. Loopback, "
        "documentation ranges, network masks and the well-known public resolvers are never reported.",
        options=("audiences",),
    ),
)
