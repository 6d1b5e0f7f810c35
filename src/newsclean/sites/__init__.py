"""What a caller knows of a site: selectors of what to keep, to drop, and of the title.

`selector` reads CSS selectors, `hostfile` a TOML file of them per host, `hints` says which hold for
a page, and `verdicts` turns the elements that `newsclean.segment` marked into verdicts on blocks.
"""
