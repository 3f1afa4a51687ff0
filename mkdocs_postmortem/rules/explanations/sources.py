"""What the rules rest on: books, papers, published policies, standards, and our own decisions."""

from __future__ import annotations

from mkdocs_postmortem.rules.explanations.explanation import Source

SRE_BOOK = Source("Google SRE Book, chapter 15", "https://sre.google/sre-book/postmortem-culture/")
SRE_WORKBOOK = Source("Google SRE Workbook, chapter 10", "https://sre.google/workbook/postmortem-culture/")
LOGIN_2017 = Source(
    "Lunney, Lueder and Beyer, Postmortem Action Items: Plan the Work and Work the Plan, ;login: Spring 2017",
    "https://www.usenix.org/publications/login/spring2017/lunney",
)
PAGERDUTY = Source("PagerDuty, Postmortem Documentation", "https://postmortems.pagerduty.com/")
PAGERDUTY_WRITING = Source(
    "PagerDuty, How to write a postmortem", "https://postmortems.pagerduty.com/how_to_write/writing/"
)
PAGERDUTY_PROMPT = Source(
    "PagerDuty, Effective postmortems", "https://postmortems.pagerduty.com/how_to_write/effective_postmortems/"
)
PAGERDUTY_ACCOUNTABLE = Source("PagerDuty, Accountability", "https://postmortems.pagerduty.com/culture/accountability/")
PAGERDUTY_BLAMELESS = Source("PagerDuty, Blameless", "https://postmortems.pagerduty.com/culture/blameless/")
GITLAB_REVIEW = Source(
    "GitLab, Adds a 2 week SLO to incident reviews",
    "https://gitlab.com/gitlab-com/content-sites/handbook/-/merge_requests/5750",
)
GITLAB_ACTIONS = Source(
    "GitLab, Severity SLOs for corrective actions",
    "https://gitlab.com/gitlab-com/www-gitlab-com/-/merge_requests/58114",
)
ALLSPAW_2012 = Source(
    "Allspaw, Blameless PostMortems and a Just Culture, Etsy 2012",
    "https://www.etsy.com/codeascraft/blameless-postmortems/",
)
DEKKER = Source(
    "Dekker, The Field Guide to Understanding 'Human Error', 3rd edition 2014",
    "https://www.routledge.com/9781472439055",
)
WIKIMEDIA = Source("Wikimedia, Incident documentation", "https://wikitech.wikimedia.org/wiki/Incident_documentation")
OWASP_SECRETS = Source(
    "OWASP, Secrets Management Cheat Sheet",
    "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
)
GITHUB_SECRETS = Source(
    "GitHub, Supported secret scanning patterns",
    "https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns",
)
GDPR = Source("GDPR, Article 5: data minimisation", "https://gdpr-info.eu/art-5-gdpr/")
RFC_5737 = Source("RFC 5737, IPv4 address blocks for documentation", "https://www.rfc-editor.org/rfc/rfc5737")
RFC_3339 = Source("RFC 3339, Date and time on the internet", "https://www.rfc-editor.org/rfc/rfc3339")
YAML_12 = Source("YAML 1.2.2", "https://yaml.org/spec/1.2.2/")
UNICODE_36 = Source("Unicode, Security considerations (UTR 36)", "https://www.unicode.org/reports/tr36/")
COMMON_MARK = Source("CommonMark", "https://spec.commonmark.org/")
MKDOCS = Source("MkDocs, Configuration", "https://www.mkdocs.org/user-guide/configuration/")

OUTSIDE_DOCS = Source("Decision: documents outside docs_dir", "decisions/20261122-sources-outside-docs-dir.md")
ONE_SPLITTER = Source("Decision: one splitter, YAML by events", "decisions/20261122-one-splitter-and-yaml-events.md")
NO_META = Source("Decision: no tags or status in page metadata", "decisions/20261122-no-tags-or-status-in-meta.md")
ONE_MODEL = Source("Decision: one settings model", "decisions/20261122-settings-by-pydantic.md")
BODY_FACTS = Source("Decision: facts in the body", "decisions/20261122-facts-in-the-body.md")
LINKS = Source("Decision: links as in the repository", "decisions/20261122-links-as-in-the-repository.md")
IGNORES = Source("Decision: ignores and a baseline", "decisions/20261122-ignores-and-a-baseline.md")
THE_DOCUMENT = Source("The document", "document.md")
SECURITY = Source("Security", "security.md")
SETTINGS = Source("Settings", "settings.md")
INSIGHTS = Source("Insights and health", "insights.md")
BROWSING = Source("Browsing", "browsing.md")
