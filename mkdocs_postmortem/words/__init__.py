"""The words that pages show, one catalogue file per language. Those that the reader understands are in `reading`."""
