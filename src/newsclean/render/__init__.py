"""Articles as text, Markdown, HTML and plain values."""
