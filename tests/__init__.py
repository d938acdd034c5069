"""Our tests; a package that textstat brings along has the same name, and would be found first."""
