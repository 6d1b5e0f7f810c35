"""A real browser looks at the report."""
