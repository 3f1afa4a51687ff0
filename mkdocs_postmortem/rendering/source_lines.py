"""The address of one line of a document, where the host of its repository has such addresses."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_GITLAB = re.compile(r"/(-/)?(?:edit|blob)/")
_FORMS = (
    # Gitea and Forgejo: their editor takes no line, the source beside it does.
    (re.compile(r"/_edit/"), "/src/branch/", "?display=source#L{line}"),
    # GitHub's editor begins at the line; its rendered view would not show it.
    (re.compile(r"/edit/"), "/edit/", "#L{line}"),
    (re.compile(r"/blob/"), "/blob/", "?plain=1#L{line}"),
)


def line_address(edit_url: str, line: int) -> str:
    """Return where a line of a document is seen or edited, from the address at which the document is edited.

    Known are the addresses of GitHub, GitLab, Gitea, Forgejo and Bitbucket; for any other host it is "".
    """
    base = edit_url.partition("#")[0].partition("?")[0]
    host, path = urlsplit(base).netloc, urlsplit(base).path
    if host == "bitbucket.org" and "/src/" in path:
        return f"{base}#lines-{line}"
    if host.startswith("gitlab.") or "/-/" in path:
        return f"{_GITLAB.sub(_blob, base, count=1)}?plain=1#L{line}" if _GITLAB.search(path) else ""
    for form, instead, end in _FORMS:
        if form.search(path):
            return form.sub(instead, base, count=1) + end.format(line=line)
    return ""


def _blob(match: re.Match[str]) -> str:
    return f"/{match[1] or ''}blob/"
