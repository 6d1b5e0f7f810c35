"""Why: each block of a page in order with its verdicts, and each field with its candidates.

`lines` writes it for a terminal, `report` as one page of HTML. Both read a
`newsclean.pipeline.Trace`, so they show what `newsclean.parse` does, not a second run of something
like it.
"""
