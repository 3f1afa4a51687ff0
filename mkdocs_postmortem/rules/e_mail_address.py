"""PM702: the document holds an e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import E_MAIL_ADDRESS, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import GDPR
from mkdocs_postmortem.rules.language.prose import words_in
from mkdocs_postmortem.rules.rule import Rule

# Bounded, and only from where an address can begin, so that a long word is looked at once; behind a colon stands a
# password, unless it is that of mailto.
_ADDRESS = re.compile(
    r"(?<![A-Za-z0-9._%+/-])(?<!(?<!mailto):)[A-Za-z0-9._%+-]{1,64}@(?P<domain>(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24})(?![\w-])"
)
_DOMAIN = re.compile(r"@[A-Za-z0-9-]{1,63}\.")
_RESERVED = ("example.com", "example.org", "example.net", "example", "invalid", "test", "localhost")
_NO_PERSON = ("git", "noreply", "no-reply")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each address, where it stands first; the address itself is not repeated."""
    for postmortem in library.postmortems:
        seen: set[str] = set()
        for find in words_in(postmortem).find(_ADDRESS, ("@",), _DOMAIN):
            address, domain = find.match[0].casefold(), find.match["domain"].casefold()
            if address in seen or address.split("@")[0] in _NO_PERSON or _is_reserved(domain):
                continue
            seen.add(address)
            yield E_MAIL_ADDRESS.at(find.place, f"an e-mail address at {domain}", "name the person or the team instead")


def _is_reserved(domain: str) -> bool:
    return domain in _RESERVED or domain.endswith(tuple(f".{name}" for name in _RESERVED))


RULE = Rule(
    E_MAIL_ADDRESS,
    check,
    Explanation(
        why="Addresses of customers and colleagues are personal data. On a site they are also found by those who send "
        "spam.",
        sources=(GDPR,),
        bad=writing("Impact", "The first complaint came from pat@shop.larkspur.io."),
        good=writing("Impact", "The first complaint came from a customer of the shop."),
        note="Domains that are reserved for documentation, such as example.org, are not reported. The report does not "
        "repeat the address.",
    ),
)
