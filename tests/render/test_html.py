"""HTML made from the blocks: whole, and safe to show."""

import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsclean
from hostile.oracles import ATTRIBUTES, TAGS
from newsclean import Article, Block, BlockKind, Image, Run, Status
from newsclean.render.links import safe_url

UNSAFE = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "javascript\x00:alert(1)",
    "javascript&colon;alert(1)//:",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "http:javascript",
    "https://user:secret@news.example/",
    "https://user@news.example/",
    "\\\\evil.example\\x",
    "https://news.example/a b",
    "blob:https://news.example/x",
    "http://[broken",
    "",
]
SAFE = [
    "https://news.example/a?b=c#d",
    "http://news.example:8080/",
    "mailto:desk@news.example",
    "/2024/05/story.html",
    "story.html?at=10:30",
    "#part",
    "//cdn.news.example/a.jpg",
]


@pytest.mark.parametrize("url", UNSAFE)
def test_an_unsafe_address_never_comes_out(url: str) -> None:
    assert safe_url(url) is None
    block = Block(BlockKind.PARAGRAPH, "text", runs=(Run("text", url),))
    picture = Block(BlockKind.CAPTION, "seen", image=Image(url, "alt"))
    article = Article(Status.OK, blocks=(block, picture))
    assert "<a " not in article.to_html()
    assert "<img" not in article.to_html()
    assert "text" in article.to_html()
    assert "](" not in article.to_markdown()


@pytest.mark.parametrize("url", SAFE)
def test_an_ordinary_address_stays_as_it_is(url: str) -> None:
    assert safe_url(url) == url


def test_every_kind_of_block_has_its_element() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Head", 3, runs=(Run("Head"),)),
        Block(
            BlockKind.PARAGRAPH,
            "a b\nc",
            runs=(Run("a "), Run("b", "/x", ("em", "strong")), Run("\n"), Run("c")),
        ),
        Block(BlockKind.LIST_ITEM, "one", 1),
        Block(BlockKind.LIST_ITEM, "in", 2, ordered=True),
        Block(BlockKind.LIST_ITEM, "two", 1),
        Block(BlockKind.QUOTE, "said"),
        Block(BlockKind.CODE, "a < b", language="c++"),
        Block(BlockKind.TABLE, "", rows=(("k", "v"), ("1", "2")), header=True),
        Block(BlockKind.CAPTION, "seen", image=Image("/a.jpg", '"alt"')),
    )
    assert Article(Status.OK, title="T & t", blocks=blocks).to_html() == (
        "<article>\n<h1>T &amp; t</h1>\n<h3>Head</h3>\n"
        '<p>a <a href="/x"><strong><em>b</em></strong></a><br>c</p>\n'
        "<ul>\n<li>one\n<ol>\n<li>in\n</li></ol>\n</li>\n<li>two\n</li></ul>\n"
        "<blockquote><p>said</p></blockquote>\n"
        '<pre><code class="language-c++">a &lt; b</code></pre>\n'
        "<table><thead><tr><th>k</th><th>v</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>\n"
        '<figure><img src="/a.jpg" alt="&quot;alt&quot;"><figcaption>seen</figcaption></figure>\n</article>\n'
    )


RUNS = st.builds(
    Run,
    st.text(st.sampled_from(list("ab<>&\"'/=` ")), min_size=1, max_size=12),
    st.none() | st.sampled_from(UNSAFE + SAFE),
    st.lists(st.sampled_from(["em", "strong", "code", "script", "onload"]), max_size=2).map(tuple),
)


@given(st.lists(RUNS, min_size=1, max_size=6), st.sampled_from(list(BlockKind)))
def test_a_sanitizer_finds_nothing_to_take_out(runs: list[Run], kind: BlockKind) -> None:
    text = "".join(run.text for run in runs)
    block = Block(
        kind,
        text,
        1,
        runs=tuple(runs),
        rows=((text, text),),
        image=Image(text, text),
        language=text,
    )
    out = Article(Status.OK, title=text, blocks=(block,)).to_html()
    clean = nh3.clean(
        out,
        tags=TAGS,
        attributes=ATTRIBUTES,
        link_rel=None,
        url_schemes={"http", "https", "mailto"},
    )
    assert _tags(clean) == _tags(out)


def _tags(markup: str) -> list[str]:
    import bs4

    found = bs4.BeautifulSoup(markup, "html.parser").find_all(True)
    return [f"{tag.name} {sorted(tag.attrs)}" for tag in found]


VECTORS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>click here</a>",
    "<a href='java&#x0A;script:alert(1)'>click here</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<math><mtext></table><img src=x onerror=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<p style='background:url(javascript:alert(1))'>styled</p>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]


@pytest.mark.parametrize("vector", VECTORS)
def test_no_attack_in_a_page_survives_its_rendering(vector: str) -> None:
    text = "The council met on Monday, and after a long debate it agreed to repair the mill, members said."
    page = f"<h1>Mill {vector}</h1><article>" + f"<p>{text} {vector}</p>" * 4 + "</article>"
    article = newsclean.parse(page, url="https://news.example/mill")
    assert article.paragraphs
    soup = article.to_soup()
    assert {tag.name for tag in soup.find_all(True)} <= TAGS
    for tag in soup.find_all(True):
        assert set(tag.attrs) <= ATTRIBUTES.get(tag.name, set())
        assert not str(tag.get("href", "")).lower().startswith("javascript")
