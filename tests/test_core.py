"""The compiled core gives what its twins in Python give; where it is not built, they do the work."""

import importlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from newsclean import core, dom
from newsclean.budget import Budget
from newsclean.model import Limits, Options
from newsclean.segment import hints, sheet, walk
from newsclean.segment.style import hidden_by

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
compiled = pytest.mark.skipif(core.native("split") is None, reason="the core is not compiled")
_EACH = """
import hashlib, pathlib, sys
from newsclean import core, parse
print(core.name())
for page in sorted(pathlib.Path(sys.argv[1]).glob("*/page.*")):
    found = parse(page.read_bytes())
    said = found.to_json() + repr(found.evidence)
    print(page.parent.name, hashlib.sha256(said.encode("utf-8", "replace")).hexdigest())
"""


def read(pure: bool) -> list[str]:
    """Return which core was at work, then the hash of what it made of each fixture."""
    environment = {key: value for key, value in os.environ.items() if key != "NEWSCLEAN_PURE"}
    if pure:
        environment["NEWSCLEAN_PURE"] = "1"
    command = [sys.executable, "-c", _EACH, str(FIXTURES)]
    out = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return out.stdout.splitlines()


@compiled
def test_both_cores_make_the_same_of_every_fixture() -> None:
    native, pure = read(pure=False), read(pure=True)
    assert (native[0], pure[0]) == ("compiled", "pure Python")
    assert len(pure) > 50
    assert native[1:] == pure[1:]


@compiled
def test_each_compiled_module_holds_what_is_asked_of_it() -> None:
    assert core.name() == "compiled"  # all are loaded, in their order
    for module, names in core._MODULES.items():
        held = importlib.import_module(module)
        assert [name for name in names if not hasattr(held, name)] == [], module


def test_the_core_is_chosen_by_name() -> None:
    assert core.chosen("no such function", len) is len
    assert (core.name() == "compiled") is (core.native("split") is not None)


def test_each_compiled_function_is_of_one_module() -> None:
    names = [name for found in core._MODULES.values() for name in found]
    assert sorted(names) == sorted(set(names))


@compiled
def test_a_core_of_another_version_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(core._HELD_BY, "new", core._HELD_BY["split"])
    with pytest.raises(AttributeError, match=r"not of this version of newsclean\. Build it again"):
        core.native("new")


@compiled
def test_each_module_holds_what_is_looked_for_in_it() -> None:
    assert core.name() == "compiled"
    assert [name for name in core._HELD_BY if core.native(name) is None] == []


MARKUP = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='a nav'>", "</div>", "<br>", "<a href='/x'>", "</a>", "<b>"),
        *("</b>", "<ul>", "<li>", "</li>", "</ul>", "<nav>", "</nav>", "<h2>", "</h2>", "<pre>"),
        *("</pre>", "<table>", "<tr>", "<td>", "</table>", "<noscript>", "</noscript>", "<ruby>"),
        *("<rt>", "</rt>", "</ruby>", "<main>", "<span style='display:none'>", "</span>", "<svg>"),
        *("<img src=' data:x' width='12 px'>", "<img data-src=x.png height='9px' width='100000'>"),
        *("</svg>", "<script>", "</script>", "<img src='/a.png' width='90'>", "<p hidden>", "<i>"),
        *("<ol id='menu-share'>", "<blockquote>", "</blockquote>", "<figcaption>", "<o:p>"),
        *(
            "text",
            " two\xa0words ",
            "\u3000全角。",
            "\n",
            "a sentence that is long enough. " * 3,
            "&amp;",
        ),
        *(
            "<font color='#fff' style='color:#fff;background:#fff'>",
            "<textarea>",
            "<button>",
            "<x-y>",
        ),
        *("<em>", "</em>", "<cite>", "<strong>", "</strong>", "<del>", "<sub>", "<a>", "<a href>"),
        *("<p role=NAVIGATION>", "<div role='\u212aomplementary'>", "<p itemprop=articleBody>"),
        *("<p itemprop='DatePublished'>", "<span aria-hidden=TRUE>", "<i aria-hidden=false>"),
        *("<style>.a, p.b.c {display:none} #d {opacity:0}</style>", "<p class=' b\xa0c '>"),
        *("<p id=d>", "<i class='A a'>", "<p class=é>", "<p style='opacity:0' class=js-x>"),
        *("<marquee scrollamount=0>", "<font color=#fff>", "<div style='background:#fff'>"),
        *("<code>", "</code>", "<p class='a&#10;b'>", "<style>i {left:-9999px}</style>"),
    ]
)


@compiled
@given(st.lists(MARKUP, max_size=80), st.integers(-1, 3), st.sampled_from([3, 1000]))
def test_trees_are_walked_over_alike(parts: list[str], boxes: int, blocks: int) -> None:
    options = Options(limits=Limits(blocks=blocks))
    page = dom.load("<html><body>" + "".join(parts))._replace(boxes=boxes)
    found = core.native("split")(page, Budget.of(options))
    wanted = walk.split(page, Budget.of(options))
    assert found == wanted
    assert list(map(repr, found.blocks)) == list(map(repr, wanted.blocks))


@compiled
def test_pages_are_walked_over_alike_at_once() -> None:
    split = core.native("split")
    pages = [dom.load(page.read_bytes()) for page in sorted(FIXTURES.glob("*/page.*"))]
    alone = [split(page) for page in pages]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(split, pages)) == alone


CELLS = st.sampled_from(
    [
        *(
            "<tr>",
            "<tr>",
            "<td>",
            "<td>",
            "<th>",
            "<td>1",
            "<td>two",
            "<th>three",
            "<tr><td>a<td>b",
        ),
        *(
            "<br>",
            "</tr>",
            "<tbody>",
            "<thead>",
            "</tbody>",
            "<caption>c</caption>",
            "<p>",
            "<div>",
        ),
        *("<a href=/x>link</a>", "<script>no</script>tail", "<b>b</b>", "x" * 399, "<!-- c -->yes"),
        *(
            " \xa0 ",
            "</table><table>",
            "<table role=presentation>",
            "<table role='a&amp;b'>",
            "é\n",
        ),
        "<textarea>no<i>yes</i></textarea>",
    ]
)


@compiled
@given(st.lists(CELLS, max_size=40))
def test_tables_are_read_alike(parts: list[str]) -> None:
    page = dom.load("<p>text<table>" + "".join(parts))
    assert core.native("split")(page, Budget()) == walk.split(page, Budget())


STYLED = st.sampled_from(
    [
        *("<div style='background:#fff'>", "<div bgcolor=white>", "<div>", "<p>", "</p>", "</div>"),
        *("<font color=#FFF>", "<font color='white' id=x>", "</font>", "<span style='color:#fff'>"),
        *(
            "<span style='color:#fefefe' class=a>",
            "</span>",
            "<td bgcolor=#fff>",
            "text",
            "<table>",
        ),
        *("<div class=b style='background:white'>", "<div style='margin:0'>"),
    ]
)


@compiled
@given(st.lists(STYLED, max_size=40))
def test_text_in_the_colour_of_its_ground_is_found_alike(parts: list[str]) -> None:
    page = dom.load("".join(parts) + "<p>text")
    assert core.native("split")(page, Budget()) == walk.split(page, Budget())


WRAPPED = st.sampled_from(
    [
        *("<nav>", "</nav>", "<div class='header'>", "<main>", "</main>", "<div id=sidebar>"),
        *(
            "</div>",
            "<div class=comments>",
            "<p>short</p>",
            f"<p>{'running text ' * 20}</p>",
            "<hr>",
        ),
        f"<p>{'more text ' * 40}</p>",
    ]
)


@compiled
@given(st.lists(WRAPPED, max_size=30))
def test_names_that_wrap_the_text_are_believed_alike(parts: list[str]) -> None:
    page = dom.load("".join(parts))
    assert core.native("split")(page, Budget()) == walk.split(page, Budget())


@compiled
def test_deep_trees_are_walked_over_alike() -> None:
    page = dom.load("<div><a href=x>" * 2000 + "text" + "<h2>more</h2>" * 500)
    assert core.native("split")(page, Budget()) == walk.split(page, Budget())


NAMES = st.sampled_from(
    [
        *("nav", "Nav", "main", "-", "_", " ", "site", "Header", "HTMLMenu", "share", "SHARE", "3"),
        *(
            "related",
            "posts",
            "article",
            "Body",
            "é",
            "$",
            "(",
            "x",
            "btn",
            "toc",
            "\xa0",
            "\u3000",
        ),
    ]
)


@compiled
@given(st.lists(NAMES, max_size=90))
def test_class_names_are_read_alike(parts: list[str]) -> None:
    value = "".join(parts)
    assert core.native("of_names")(value) == hints.of_names.__wrapped__(value)


PROPERTIES = st.sampled_from(
    [
        *("display", "visibility", "content-visibility", "opacity", "zoom", "font-size", "font"),
        *("transform", "-webkit-transform", "clip", "clip-path", "inset", "filter", "left", "TOP"),
        *("text-indent", "margin-left", "color", "overflow", "overflow-x", "background", "width"),
        *("height", "line-height", "background-color", "border-color", "max-height", "right"),
        *("margin-top", "background-image", "background-clip", "color-scheme", "*left", "COLOR"),
    ]
)
VALUES = st.sampled_from(
    [
        *("none", "hidden", "collapse", "0", "1", "2", "3", "0.1", ".01", "1px", "1.5px", "-5px"),
        *(".2em", "0.1em", "0.1111111111111em", "1e9px", "1ex", ".2ex", "2rem", "0.05rem", "-60em"),
        *("-999", "-900px", "-9em", "300em", "4000px", "3999px", "999em", "100%", "12%", "-100%"),
        *("translate(-9999px,0)", "scale(0)", "rect(0,0,0,0)", "inset(50%)", "opacity(0)", "#fff"),
        *("white", "transparent", "#0000", "#00000000", "rgba(0,0,0,0)", "hsl(0,0%,100%)", "-95vw"),
        *("0/0 a", "700 1px Arial", "12px/1.5 Arial", "+1px", "1pt", "-2ch", "HIDDEN", "auto", "é"),
        *("#fffffffe", "#FEFEFE", "#fafafa", "fff", "rgb(0 0 0 / 0)", "rgb(255, 255,255)", "ivory"),
        *("rgb(var(--a))", "var(--x, #fff )", "var(--x) #fff", "inherit", "inherit #fff", "add"),
        *("rgb(var(--a)) white", "url(x) #fff", "+4000px", ".5", "calc(1px)", "none !important"),
        *("translateX(-95vw)", "-99.5em", "--5px", "250em", "! x", "-240%", "#ffffffff"),
    ]
)
STYLES = st.lists(st.tuples(PROPERTIES, VALUES), max_size=4).map(
    lambda said: ";".join(f"{name}: {value}" for name, value in said)
)


@compiled
@settings(max_examples=2000)
@given(STYLES)
def test_no_style_that_hides_is_passed_over(style: str) -> None:
    if hidden_by.__wrapped__(style):
        assert core.native("may_hide")(style)
    assert core.native("hidden")(f".a {{{style}}}") == list(sheet._hidden(f".a {{{style}}}"))


SHEETS = st.sampled_from(
    [
        *(
            "p",
            ".a",
            "#b, i.c",
            "{",
            "}",
            "{display:none}",
            "{color:red}",
            "@media screen",
            "@media",
        ),
        *("@media only screen ", "@mediascreen", "@media only", "@media ſcreen", "@media all and"),
        *("@media print ", "/*", "*/", "{font-size:0}", "@MEDIA all ", "\n", "\u00a0", "é"),
        *("{opacity:0}", "{visibility:hidden}", ".Fade-in", ".xfade", ".js-x", "A1.b#c.d", ", "),
        *(".a.b.c.d.e", ".-x", ".9", f"{'t' * 21}.a", f"{'t' * 22}.a", f".{'n' * 61}", ">", "  "),
        *(f".{'n' * 62}", ".e\u0301", "\x1c.a", "."),
    ]
)


@compiled
@given(
    st.lists(
        st.sampled_from(["fade", "x", "-", " ", "FADE", "js-", "\u212a", "js", "1", "anim"])
    ).map("".join)
)
def test_names_of_what_is_shown_later_are_told_alike(names: str) -> None:
    for how in ("opacity", "display"):
        found = core.native("is_shown_later")(names, how)
        assert found == sheet._is_shown_later(names, how)


@compiled
@example("#b, i.c@MEDIA all {opacity:0}")
@given(st.lists(SHEETS, max_size=30).map("".join))
def test_style_sheets_are_read_alike(text: str) -> None:
    assert core.native("hidden")(text) == list(sheet._hidden(text))


@compiled
def test_another_layout_of_the_tree_is_noticed() -> None:
    probe = etree.fromstring(
        "<html><body><p id='one'>two<br>three</p></body></html>", etree.HTMLParser()
    )
    assert core.native("agrees")(probe)
    for other in (
        "<html/>",
        "<html><body><p id='one'>two</p></body></html>",
        "<p>two<br>three</p>",
    ):
        assert not core.native("agrees")(etree.fromstring(other, etree.HTMLParser()))
    core.native("check")((2, 14, 6))
    for version in ((2, 8, 0), (3, 0, 1)):
        with pytest.raises(ImportError, match="libxml2"):
            core.native("check")(version)
