"""Settings as they are written: in mkdocs.yml, in what it inherits, in the files that it names, in the environment."""
