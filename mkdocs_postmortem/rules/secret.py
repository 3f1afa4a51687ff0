"""PM704: the document holds what looks like a password, a token or a key."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_postmortem.library import Library
from mkdocs_postmortem.problems import SECRET, Problem
from mkdocs_postmortem.rules.explanations.example import writing
from mkdocs_postmortem.rules.explanations.explanation import Explanation
from mkdocs_postmortem.rules.explanations.sources import GITHUB_SECRETS, OWASP_SECRETS
from mkdocs_postmortem.rules.language.prose import Find, Words, words_in
from mkdocs_postmortem.rules.rule import Rule

_KEY = r"(?:password|passwd|pwd|secret|token|api[_-]?key|access[_-]?key|secret[_-]?key)"
# What it is, what a text must hold to hold one (in any case, where the form ignores it), and its form. No two
# neighbours match the same text.
_FORMS = (
    ("a private key", ("-----BEGIN",), r"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----"),
    ("an AWS access key", ("AKIA", "ASIA"), r"(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
    (
        "a GitHub token",
        ("ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
        r"(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{22,255})",
    ),
    ("a GitLab token", ("glpat-",), r"(?<![\w-])glpat-[A-Za-z0-9_-]{20,255}"),
    ("a Slack token", ("xox",), r"(?<![\w-])xox[abprs]-[A-Za-z0-9-]{10,255}"),
    (
        "a Slack webhook",
        ("hooks.slack.com",),
        r"hooks\.slack\.com/services/T[A-Z0-9]{6,20}/B[A-Z0-9]{6,20}/[A-Za-z0-9]{16,40}",
    ),
    ("a Google API key", ("AIza",), r"(?<![\w-])AIza[A-Za-z0-9_-]{35}(?![\w-])"),
    ("a Stripe key", ("k_live_",), r"(?<!\w)[rs]k_live_[A-Za-z0-9]{16,255}"),
    (
        "a JSON web token",
        ("eyJ",),
        r"(?<![\w-])eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10,2000}",
    ),
    ("a bearer token", ("earer ",), r"(?<!\w)[Bb]earer[ ](?P<bearer>[A-Za-z0-9._~+/-]{20,2000})"),
    ("a password in an address", ("@",), r"://[^\s/:@]{1,64}:(?P<login>[^\s/:@]{3,128})@"),
)
_PATTERNS = tuple((what, literals, re.compile(form)) for what, literals, form in _FORMS)
_SIGNS = tuple("_" if all("_" in literal for literal in literals) else "" for _, literals, _ in _FORMS)
"""What all literals of a form hold: whether a text has an underscore is known far sooner than whether it has a word."""
_PASSWORD = re.compile(rf"(?i)(?<![a-z0-9]){_KEY}[\"']?[ ]?[:=][ ]?[\"']?(?P<value>[^\s\"'`<>{{}}$*()|,;]{{8,128}})")
_KEY_WORDS = {"passw": "passw(?:or)?d", "pwd": "pwd", "secret": "secret", "token": "token", "key": "key"}
_KEY_ENDS = tuple(re.compile(rf"{end}[\"']?[ ]?[:=]") for end in _KEY_WORDS.values())
"""What stands before the value: one pattern for each word, since one that begins with certain letters is found soon."""
_VALUE = re.compile(r"[:=][ ]?[\"']?[^\s\"'`<>{}$*()|,;]{8}")
"""What stands behind the word in the one form that has no letters of its own."""
_NO_SECRET = re.compile(r"example|redacted|placeholder|changeme|your|dummy|xxxx|\.\.\.|…|[*]{3}", re.IGNORECASE)
_LETTER, _DIGIT = re.compile(r"[A-Za-z]"), re.compile(r"[0-9]")


def check(library: Library) -> Iterator[Problem]:
    """Yield a problem for each find, in code as well; what was found is never repeated."""
    for postmortem in library.postmortems:
        for what, find in _finds(words_in(postmortem)):
            if _is_real(find.match):
                hint = "change it where it is used, remove it here, and remove it from the history"
                yield SECRET.at(find.place, f"this looks like {what}", hint)


def _finds(words: Words) -> Iterator[tuple[str, Find]]:
    """Yield what each find looks like, form by form."""
    for (what, literals, pattern), sign in zip(_PATTERNS, _SIGNS, strict=True):
        if sign in words.text and words.holds_any(literals):
            yield from ((what, find) for find in words.find(pattern, literals))
    if _may_hold_password(words.lowered):
        yield from (("a password", find) for find in words.find(_PASSWORD, tuple(_KEY_WORDS), _VALUE))


def _may_hold_password(lowered: str) -> bool:
    """Return whether a word for a secret stands before a colon or a sign of equality.

    Of all letters, only ſ is taken for another one (for s) by a pattern that ignores case and not by lower case.
    """
    return "ſ" in lowered or any(end.search(lowered) for end in _KEY_ENDS)


def _is_real(match: re.Match[str]) -> bool:
    """Return whether the find is more than a placeholder; a value without a form must mix letters and digits."""
    if _NO_SECRET.search(match[0]):
        return False
    value = next((text for text in match.groupdict().values() if text), None)
    return value is None or (_DIGIT.search(value) is not None and _LETTER.search(value) is not None)


RULE = Rule(
    SECRET,
    check,
    Explanation(
        why="A postmortem is read by more people than the system that it is about. A password in it is known to all of "
        "them, and stays in the history of the repository when it is deleted.",
        sources=(OWASP_SECRETS, GITHUB_SECRETS),
        bad=writing("Root cause", "The pool was opened with `password=correct7horse7battery`."),
        good=writing("Root cause", "The pool was opened with the password of the application."),
        note="Known forms of keys and tokens, logins in addresses, and values behind words such as password or token "
        " that "
        "mix letters and digits. Placeholders such as `<token>` or `xxxx` are not reported. The report never shows "
        "the find.",
    ),
)
