"""Articles as plain values, JSON, Markdown and HTML, all made from the blocks alone."""
