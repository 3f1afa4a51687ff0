"""mkdocs-postmortem: a folder of Markdown postmortems becomes a site, and a bad document cannot get in.

Text flows one way through the package, and each step is a package that imports only from the ones below it:

    reading    text -> Postmortem or Problems
    library    many postmortems -> one Library, with identity and relations
    rules      Library -> more Problems
    views      Library and a day -> page data
    rendering  page data -> HTML;  exporting  page data -> JSON;  editing  text -> the same text with one change
    checking   a folder, what earlier checks have kept -> Problems, without a Library
    site       all of it, as one call for both adapters
    plugin     the adapter for MkDocs (and ProperDocs);  cli  the `postmortem` command

`model` says what a postmortem is, `words` what pages say, `settings` what may be configured, `problems` what can be
wrong.
"""

__version__ = "0.1.0"
