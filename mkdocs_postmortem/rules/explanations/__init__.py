"""Why each kind of problem is one, with its source and with examples that the tests run."""
