"""What a trace holds, and what it lets go of."""

from newsclean import pipeline


def test_trees_are_freed_once_their_blocks_are_read() -> None:
    trace = pipeline.trace(b"<h1>Bridge closed</h1><p>The bridge is closed until Monday.</p>")
    assert trace.segments.blocks[0].text == "Bridge closed"
    assert trace.page.roots == ()
