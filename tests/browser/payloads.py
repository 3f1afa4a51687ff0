"""Documents that try to run a script in the browsers of their readers, each in a way of its own.

`RUN` in a payload becomes `pwned(7)` with the payload's number, so that a page on which one ran says which. (A call,
because Python-Markdown takes a tag with `onerror=a=1` for text.)
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_VECTORS = {
    "script": "</title><script>RUN</script>",
    "image": '"><img src=x onerror=RUN>',
    "svg": "</textarea></style><svg/onload=RUN>",
    "attribute": "' autofocus tabindex=1 onfocus=RUN x='",
}
_TEXT_FIELDS = (
    "title",
    "summary",
    "commander",
    "authors",
    "reviewers",
    "approved_by",
    "distribution",
    "trigger",
    "tags",
    "services",
    "root_cause_services",
    "note",
    "parts",
)
_GUARDED_FIELDS = ("id", "status", "severity", "kind", "audience", "started_at", "duration", "related", "published_at")
_LISTS = {"authors", "reviewers", "distribution", "tags", "services", "root_cause_services", "parts", "related"}

_URLS = {
    "plain": "javascript:RUN",
    "upper case": "JaVaScRiPt:RUN",
    "data": "data:text/html,<script>RUN</script>",
    "vbscript": "vbscript:RUN",
    "line break": "java\nscript:RUN",
    "blank before": " javascript:RUN",
    "quote": 'https://example.org/"onmouseover=RUN x="',
    "backslash": "https:\\\\example.org\\<script>RUN</script>",
}

_LINKS = {
    "inline": "[here](javascript:RUN)",
    "case": "[here](JAVAscript:RUN)",
    "entity": "[here](&#106;avascript:RUN)",
    "entity without zeros": "[here](&#0000106avascript:RUN)",
    "named entity": "[here](java&Tab;script&colon;RUN)",
    "tab": "[here](java\tscript:RUN)",
    "angle": "[here](<javascript:RUN>)",
    "reference": "[here][there]\n\n[there]: javascript:RUN",
    "autolink": "<javascript:RUN>",
    "title": '[here](https://example.org "x\\"onmouseover=RUN")',
    "quote in address": '[here](https://example.org/"onmouseover=RUN)',
    "data": "[here](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "image address": "![here](javascript:RUN)",
    "image text": '![x" onerror="RUN](missing.png)',
    "in html": '<a href="javascript:RUN">here</a>',
    "in html, entities": '<a href="&#x6a;&#x61;vascript&#58;RUN">here</a>',
    "in html, tab": '<a href="java&#9;script:RUN">here</a>',
    "in html, control": '<a href="&#1;javascript:RUN">here</a>',
    "in html, xlink": '<svg><a xlink:href="javascript:RUN"><text y="9">here</text></a></svg>',
}

_HTML = {
    "script": "<script>RUN</script>",
    "script in odd case": "<ScRiPt/x>RUN</ScRiPt >",
    "script in script": "<scr<script>ipt>RUN</scr</script>ipt>",
    "image": "<img src=x onerror=RUN>",
    "image with slashes": "<img/src=x/onerror=RUN>",
    "image without end": "<img src=x onerror=RUN //",
    "image in paragraph": 'Some *text* <img src="x" onerror="RUN"> and more.',
    "svg": "<svg onload=RUN></svg>",
    "svg script": "<svg><script>RUN</script></svg>",
    "svg animation": '<svg><a><animate attributeName=href values="javascript:RUN" /><text y=9>here</text></a></svg>',
    "svg handler by set": '<svg><set attributeName="onmouseover" to="RUN" /></svg>',
    "svg link": '<svg viewBox="0 0 9 9"><a href="javascript:RUN"><path d="M0 0h9v9z"/></a></svg>',
    "svg use": "<svg><use href=\"data:image/svg+xml,<svg id='x' onload='RUN'/>#x\"></use></svg>",
    "details": "<details open ontoggle=RUN><summary>x</summary></details>",
    "body": "<body onload=RUN>",
    "iframe": '<iframe src="javascript:RUN"></iframe>',
    "iframe document": '<iframe srcdoc="<script>parent.RUN</script>"></iframe>',
    "object": '<object data="javascript:RUN"></object>',
    "embed": '<embed src="javascript:RUN">',
    "form": '<form action="javascript:RUN"><button>here</button></form>',
    "button": '<form id="f"></form><button form="f" formaction="javascript:RUN">here</button>',
    "input": "<input autofocus onfocus=RUN>",
    "image input": "<input type=image src=x onerror=RUN>",
    "video": "<video><source onerror=RUN></video>",
    "audio": "<audio src=x onerror=RUN></audio>",
    "marquee": "<marquee onstart=RUN>x</marquee>",
    "refresh": '<meta http-equiv="refresh" content="0;url=javascript:RUN">',
    "base": '<base href="javascript:RUN//">',
    "import": '<link rel="stylesheet" href="javascript:RUN">',
    "style": "<style>*{background:url('javascript:RUN')}</style>",
    "style attribute": '<p style="background:url(javascript:RUN);position:fixed;inset:0">x</p>',
    "comment": "<!--><img src=x onerror=RUN>-->",
    "comment with a dash": "<!-- --!><img src=x onerror=RUN> -->",
    "cdata": "<![CDATA[><img src=x onerror=RUN>]]>",
    "processing": "<?xml ><img src=x onerror=RUN>?>",
    "mutation by math": "<math><mtext></form><form><mglyph><style></math><img src onerror=RUN>",
    "mutation by table": "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=1 onerror=RUN>'>",
    "mutation by noscript": '<noscript><p title="</noscript><img src=x onerror=RUN>">',
    "mutation by svg style": '<svg></p><style><a id="</style><img src=1 onerror=RUN>">',
    "mutation by template": "<template><img src=x onerror=RUN></template>",
    "mutation by title": "<svg><title><style><img src=x onerror=RUN></style></title></svg>",
    "mutation by xmp": '<xmp><p title="</xmp><img src=x onerror=RUN>">',
    "plaintext": "<plaintext><img src=x onerror=RUN>",
    "textarea": '<textarea><p title="</textarea><img src=x onerror=RUN>">',
    "heading": "## Heading <img src=x onerror=RUN>",
    "heading in code": "## Heading `<img src=x onerror=RUN>`",
    "heading as entity": "## Heading &lt;img src=x onerror=RUN&gt;",
    "table cell": "| a | b |\n|---|---|\n| <img src=x onerror=RUN> | b |",
    "task": "- [ ] <img src=x onerror=RUN>",
    "admonition title": '!!! note "<img src=x onerror=RUN>"\n    x',
    "admonition class": '!!! note" onmouseover="RUN\n    x',
    "html with markdown": '<div markdown="1" onclick="RUN">\n[here](javascript:RUN)\n</div>',
    "attributes of a paragraph": "A paragraph.\n{: onmouseover=RUN onclick=RUN }",
    "attributes of a heading": "## A heading {: onmouseover=RUN }",
    "attributes of a link": "[here](https://example.org){: href=javascript:RUN onclick=RUN }",
    "attributes of an image": "![x](missing.png){: onerror=RUN }",
    "attributes of code": "``` {.python onclick=RUN title=\"<img src=x onerror=RUN>\"}\nx = 1\n```",
    "language of code": '``` <img/src=x/onerror=RUN>\nx = 1\n```',
    "code": "```html\n</code></pre><script>RUN</script>\n```",
    "indented code": "Text.\n\n    </code></pre><script>RUN</script>",
    "mermaid": "```mermaid\ngraph TD; a[<img src=x onerror=RUN>]; click a \"javascript:RUN\"\n```",
    "id that a theme looks for": '<a id="__search"></a><form id="__config" name="body"><input name="attributes">',
    "name that shadows": '<img name="getElementById"><img name="querySelector"><a name="currentScript" href="x">x</a>',
    "class that covers the page": '<a class="md-overlay md-skip" href="https://example.org">x</a>',
}  # fmt: skip

_TIMELINE = "| Time (UTC) | Actor | Event | Result |\n|---|---|---|---|\n| 14:05 | {0} | {0} | {0} |\n"
_CHECKLIST = "- [ ] {0}\n  - Owner: {0}\n  - Due: {0}\n  - Status: {0}\n"
_ITEM_TABLE = (
    "| Priority | Action item | Owner | Due date | Status | Verification plan |\n|---|---|---|---|---|---|\n"
    "| {0} | {0} | {0} | {0} | {0} | {0} |\n"
)

TEMPLATE_TEXT = "{{ 7*191 }} {% raw %} ${7*191} {# x #}"
"""Text that is a program to a template engine. Its result, 1337, may stand in no page."""


@dataclass(frozen=True)
class Payload:
    """A document by its number, with what is special about it."""

    number: int
    name: str
    text: str

    @property
    def path(self) -> str:
        """Return where the document lies in the folder."""
        return f"2026/{self.number:03d}.md"


def payloads() -> tuple[Payload, ...]:
    """Return all documents; the order gives the numbers."""
    return tuple(
        Payload(number, name, _document(number, front, body).replace("RUN", f"pwned({number})"))
        for number, (name, front, body) in enumerate(_all(), start=1)
    )


def _all() -> Iterator[tuple[str, dict[str, Any], str]]:
    for name in (*_TEXT_FIELDS, *_GUARDED_FIELDS):
        for vector, payload in _VECTORS.items():
            if vector in ("script", "image") or name in ("title", "summary", "tags"):
                yield f"{name}: {vector}", {name: [payload] if name in _LISTS else payload}, ""
    for vector, payload in _VECTORS.items():
        yield f"an unknown key: {vector}", {payload: payload}, ""
        yield f"facts in blocks: {vector}", _blocks(payload), ""
        yield f"an item in front matter: {vector}", {"action_items": [_item(payload)]}, ""
        yield f"label of a link: {vector}", {"links": [{"label": payload, "url": "https://example.org/"}]}, ""
        yield f"timeline: {vector}", {}, "## Timeline\n\n" + _TIMELINE.format(payload)
        yield f"checklist: {vector}", {}, "## Action items\n\n" + _CHECKLIST.format(payload)
        yield f"table of items: {vector}", {}, "## Action items\n\n" + _ITEM_TABLE.format(payload)
        yield f"first heading: {vector}", {"title": None}, f"# {payload}\n\nText."
    for name, url in _URLS.items():
        yield f"address of a link: {name}", {"links": [{"label": "here", "url": url}, url]}, ""
        yield f"tracker: {name}", {"action_items": [{**_item("Mend it"), "tracker": url}]}, ""
    for name, markdown in {**_LINKS, **_HTML}.items():
        yield f"body: {name}", {}, f"{markdown}\n"
    yield "template text", _blocks(TEMPLATE_TEXT) | {"title": TEMPLATE_TEXT, "tags": [TEMPLATE_TEXT]}, TEMPLATE_TEXT


def _item(text: str) -> dict[str, Any]:
    return {"title": text, "owners": [text], "team": text, "verification": text, "details": text}


def _blocks(text: str) -> dict[str, Any]:
    return {
        "impact": {"symptoms": [text], "revenue": text, "regions": [text], "customers_affected": text},
        "detection": {"source": "alert", "alerts": [text], "assessment": text},
        "communication": {"channel": text, "stakeholders": [text], "status_page": text},
        "contributing_factors": [{"category": "code", "text": text}, {"category": text, "text": text}],
    }


def _document(number: int, front: dict[str, Any], body: str) -> str:
    facts = {
        "id": f"INC-2026-{number:03d}",
        "title": f"Payload {number}",
        "severity": "sev1",
        "status": "published",
        "started_at": "2026-03-01T14:05Z",
        "services": ["checkout"],
        **front,
    }
    stated = (f"{json.dumps(key)}: {json.dumps(value)}" for key, value in facts.items() if value is not None)
    return "\n".join(["---", *stated, "---", "", body])
