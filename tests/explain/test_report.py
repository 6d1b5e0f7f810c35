"""The report of ``newsclean why --html``: complete, safe by construction, of bounded size."""

import base64
import hashlib
import re
import tomllib
from importlib import resources
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from hostile.vectors import EVERY, PROSE, page
from newsclean import Reason, pipeline
from newsclean.cli import main
from newsclean.explain import style, view
from newsclean.explain.report import report

FIXTURES = Path(__file__).parents[2] / "fixtures"
DUMP = FIXTURES / "hijacked-text-dump" / "page.txt"
SPLICED = FIXTURES / "banner-in-sentence-en" / "page.html"
TAGS = (
    "html head meta title style body header nav main section article figure figcaption footer "
    "fieldset legend label input details summary div span p a b i em bdi mark del small q code pre "
    "blockquote h1 h2 h3 h4 h5 h6 dl dt dd ol ul li table tbody tr th td svg rect"
)
ATTRIBUTES = (
    "class id lang dir href for type checked open title tabindex content name charset http-equiv "
    "width height x viewbox preserveaspectratio aria-hidden aria-label aria-labelledby role"
)
WORDS = "The council met on Monday and agreed to repair the old mill, members said. "


def made(source: str | Path, snippet: str | None = None) -> str:
    """Return the report of a page."""
    return report(pipeline.trace(source), snippet)


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def assert_closed(html: str) -> None:
    """Fail unless a report can neither run nor load anything, nor lead away."""
    found = soup(html)
    tags, attributes = set(TAGS.split()), set(ATTRIBUTES.split())
    for element in found.find_all(True):
        assert element.name in tags, element.name
        assert set(element.attrs) <= attributes, element.attrs
        assert str(element.get("href", "#")).startswith("#")
    (css,) = found.find_all("style")
    digest = base64.b64encode(hashlib.sha256(str(css.string).encode()).digest()).decode()
    (policy,) = found.find_all("meta", attrs={"http-equiv": "Content-Security-Policy"})
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import|expression", str(css.string))


@pytest.mark.parametrize("vector", EVERY, ids=ascii)
def test_hostile_pages_come_out_as_text(vector: str) -> None:
    html = made(page(vector), vector)
    assert_closed(html)
    html.encode()


def test_an_attack_is_shown() -> None:
    html = made(f"<h1>A</h1><p>{PROSE} &lt;img src=x onerror=alert(1)&gt; is how it is done.</p>")
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


@pytest.mark.parametrize("slug", ["modern-en", "ar-news", "zh-portal", "visible-link-farm"])
def test_every_block_is_there_in_order(slug: str) -> None:
    trace = pipeline.trace(FIXTURES / slug / "page.html")
    blocks = soup(report(trace)).select("#page .block")
    assert [b["id"] for b in blocks] == [f"b{b.index}" for b in trace.segments.blocks]
    for element, block in zip(blocks, trace.segments.blocks, strict=True):
        for label in element.select("mark small"):
            label.decompose()
        text = element.select_one("summary .text")
        assert text is not None
        assert text.get_text() == block.text
    gone = {r.where.block for r in trace.article.removed if r.where.start is None}
    assert {b["id"] for b in blocks if "gone" in b["class"]} == {f"b{index}" for index in gone}


def test_a_phrase_is_marked_where_it_was_cut() -> None:
    trace = pipeline.trace(SPLICED)
    cut = next(removal for removal in trace.article.removed if removal.where.start is not None)
    text = soup(report(trace)).select_one(f"#b{cut.where.block} summary .text")
    assert text is not None
    mark = text.select_one("mark.r-spam_banner")
    assert mark is not None
    assert mark.del_ is None
    assert mark.find("del").get_text() == cut.text  # type: ignore[union-attr] # it is a tag
    assert mark.find("small").get_text() == "spam banner"  # type: ignore[union-attr] # it is a tag
    before = "".join(str(part) for part in mark.previous_siblings)
    assert len(before) == cut.where.start
    mark.decompose()
    kept = next(b.text for b in trace.article.blocks if b.index == cut.where.block)
    assert text.get_text().split() == kept.split()


def test_what_cannot_be_seen_is_spelled() -> None:
    prose = "The har\u200bbour off\u200bice said the fer\u200bry would sail on Tues\u200bday. " * 4
    html = made(f"<h1>Ferry</h1><p>{prose}</p><p>{prose}</p>")
    marks = soup(html).select("mark code")
    assert all(mark.get_text().startswith("U+200B") for mark in marks)


def test_the_article_and_its_blocks_lead_to_each_other() -> None:
    found = soup(made(DUMP))
    ids = {element["id"] for element in found.select("[id]")}
    assert len(ids) == len(found.select("[id]"))
    targets = {str(link["href"])[1:] for link in found.select("a[href]")}
    assert targets <= ids
    kept = {element["id"] for element in found.select(".block.kept")}
    assert len(kept) == 7
    assert kept <= targets
    assert {f"a{str(name)[1:]}" for name in kept} <= targets


def test_fields_show_origin_and_candidates() -> None:
    found = soup(made(DUMP))
    title = found.select_one("#f-title")
    assert title is not None
    assert "✓ chosen" in title.get_text()
    assert title.select_one(".origin") is not None
    assert found.select_one("#f-source") is not None


def test_a_snippet_opens_its_block() -> None:
    opened = soup(made(SPLICED, "luckyfox88  LOGIN")).select("details.block[open]")
    assert opened
    assert all("luckyfox88 login" in element.get_text() for element in opened)
    assert not soup(made(SPLICED)).select("details[open]")


def test_each_reason_has_a_look_of_its_own() -> None:
    looks = style.looks()
    assert list(looks) == list(Reason)
    colours = {(look.hue, look.saturation) for look in looks.values()}
    assert len(colours) == len(Reason)
    assert {look.family for look in looks.values()} == {
        "foreign", "offers", "around", "site", "rest"
    }  # fmt: skip
    assert all(f".f-{look.family}::before" in style.sheet(looks) for look in looks.values())
    assert not [look for look in looks.values() if 125 < look.hue < 160]


def test_the_look_of_reasons_holds_no_others() -> None:
    text = resources.files("newsclean.data").joinpath("report", "reasons.toml").read_text("utf-8")
    assert set(tomllib.loads(text)) == set(Reason)


@pytest.mark.parametrize(
    "source",
    [
        "<p>" + "</p><p>".join(["<a href=/x>Short line</a>"] * 4000) + "</p>",
        "<h1>A</h1>" + f"<p>{WORDS}</p>" * 4000,
        f"<h1>A</h1><p>{WORDS * 10_000}</p>",
        "<h1>A</h1>" + f"<p>{('The har' + chr(0x200B) + 'bour is open. ') * 8000}</p>" * 2,
        f"<title>{'<' * 300_000}</title><p>{WORDS}</p>",
        "<table>" + f"<tr><td>{WORDS}<td>7</tr>" * 4000 + "</table>",
        f"<div class='{'x' * 100_000}'>" + f"<p>{WORDS}</p></div>",
        "".join(f"<meta name=author content='A{n} B'>" for n in range(5000)) + f"<p>{WORDS}</p>",
    ],
    ids=["links", "paragraphs", "one", "cuts", "title", "table", "class", "candidates"],
)
def test_the_report_of_a_huge_page_is_bounded(source: str) -> None:
    html = made(source)
    assert len(html.encode()) < 2_500_000


def test_what_is_left_out_is_said() -> None:
    source = "<h1>A</h1>" + "<p><a href=/x>Short line</a></p>" * 1600 + f"<p>{WORDS * 4}</p>" * 4
    trace = pipeline.trace(source)
    assert len(trace.article.blocks) == 4
    found = soup(report(trace))
    assert len(found.select(".block")) == view.MAX_BLOCKS
    assert len(found.select(".block.kept")) == 4
    (gap,) = found.select(".gap")
    left = len(trace.segments.blocks) - view.MAX_BLOCKS
    assert f"… {left:,} blocks left out …" in gap.get_text()


def test_a_snippet_is_shown_of_the_longest_page() -> None:
    source = (
        "<h1>A</h1>" + "<p><a href=/x>Short line</a></p>" * 1600 + "<p><a href=/y>Rare line</a>"
    )
    assert "Rare line" not in made(source)
    assert soup(made(source, "rare line")).select("details.block[open]")


def test_the_report_is_small_and_always_the_same() -> None:
    html = made(DUMP)
    assert len(html.encode()) < 300_000
    assert made(DUMP) == html


@pytest.mark.parametrize("data", ["", "{}", "<p>" + "\ud800\x00\x1b[31m" + WORDS, "x"])
def test_pages_without_an_article_have_a_report(data: str) -> None:
    html = made(data)
    assert_closed(html)
    assert "\x1b" not in html


def test_the_command_writes_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.html"
    assert main(["why", str(DUMP), "--html", str(target)]) == 0
    assert target.read_text("utf-8") == made(DUMP)
    assert main(["why", str(DUMP), "--html", "-"]) == 0
    out, err = capfd.readouterr()
    assert out == made(DUMP)
    assert main(["why", str(DUMP), "--html", str(tmp_path / "no" / "report.html")]) == 1
    assert capfd.readouterr().err.startswith("newsclean: cannot write ")
    assert err == ""
