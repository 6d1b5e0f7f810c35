"""Selectors of a site: given in the options, or per host in a file."""

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

import newsclean
from newsclean import InvalidOptions, Options, Reason, Status
from newsclean.cli import main

PAGE = """<html><head><title>T - Site</title><meta name="x-head" content="Stated &amp; told">
</head><body><nav><a href="/a">Home</a> <a href="/b" class="k">A kept item</a></nav>
<article><h1 class="a">First heading</h1><h2 class="real">Real title</h2>
<p>The council met on Monday, and after a long debate it <span class="ad">BUY NOW</span> agreed to
repair the mill, he said.</p>
<div class="promo"><p>Read all about the wheel, which turns again in spring, in our own book.</p>
<img src="https://news.example/x.jpg" width="600"></div>
<p>Work is to begin in autumn, once the herons have left, and to end two years later.</p></article>
<div class="note"><p>Corrected on Tuesday: it was not the miller.</p></div></body></html>"""


def removed(article: newsclean.Article) -> dict[str, tuple[str, str]]:
    return {removal.text: (removal.reason.value, removal.rule) for removal in article.removed}


def test_what_is_dropped_goes_with_the_selector_as_rule() -> None:
    article = newsclean.parse(PAGE, options=Options(drop=".ad, div.promo"))
    whole = (
        "The council met on Monday, and after a long debate it agreed to repair the mill, he said."
    )
    assert whole in article.paragraphs
    assert removed(article)["BUY NOW"] == ("hint", "hint.drop(.ad)")
    text = "Read all about the wheel, which turns again in spring, in our own book."
    assert removed(article)[text] == ("hint", "hint.drop(div.promo)")
    assert not article.images
    assert newsclean.parse(PAGE).images


def test_what_is_kept_stays() -> None:
    plain = newsclean.parse(PAGE)
    line = "Corrected on Tuesday: it was not the miller."
    assert line not in plain.text
    article = newsclean.parse(PAGE, options=Options(keep="div.note"))
    assert line in article.paragraphs
    assert line not in removed(article)
    assert set(plain.paragraphs) <= set(article.paragraphs)


def test_a_mark_in_a_menu_splits_it() -> None:
    article = newsclean.parse(PAGE, options=Options(drop="nav .k"))
    assert removed(article)["A kept item"] == ("hint", "hint.drop(nav .k)")
    assert removed(article)["Home"][0] == "nav"


def test_the_innermost_mark_counts_and_on_one_element_the_drop() -> None:
    options = Options(keep="article", drop=".promo")
    assert "wheel" not in newsclean.parse(PAGE, options=options).text
    options = Options(drop="article", keep=".promo")
    article = newsclean.parse(PAGE, options=options)
    assert article.paragraphs == (
        "Read all about the wheel, which turns again in spring, in our own book.",
    )
    options = Options(keep=".note", drop="div.note")
    assert "Corrected" not in newsclean.parse(PAGE, options=options).text


def test_the_title_is_where_the_selector_points() -> None:
    article = newsclean.parse(PAGE, options=Options(title=["h3", ".real"]))
    assert article.title == "Real title"
    assert "Real title" not in article.paragraphs
    first = article.evidence["title"][0]
    assert (first.origin, first.chosen) == ("hint:.real", True)
    assert sum(candidate.chosen for candidate in article.evidence["title"]) == 1
    stated = newsclean.parse(PAGE, options=Options(title="meta[name=x-head]"))
    assert stated.title == "Stated & told"
    assert newsclean.parse(PAGE, options=Options(title="h5")).title == newsclean.parse(PAGE).title


def test_nothing_of_the_page_is_lost() -> None:
    def letters(article: newsclean.Article) -> list[str]:
        texts = [block.text for block in article.blocks]
        texts += [removal.text for removal in article.removed]
        return sorted("".join("".join(texts).split()))

    plain = letters(newsclean.parse(PAGE))
    for options in (
        Options(drop="span, nav a, img"),
        Options(keep="*"),
        Options(drop="*"),
        Options(keep="b, a, .note, li", drop="p > span", title="h2"),
    ):
        assert letters(newsclean.parse(PAGE, options=options)) == plain


def test_a_page_of_another_kind_gives_the_text_that_is_asked_for() -> None:
    page = "<title>404 Not Found</title><h1>Page not found</h1><div class=x><p>The page is gone.</p></div>"
    assert newsclean.parse(page).status is Status.ERROR_PAGE
    article = newsclean.parse(page, options=Options(keep=".x"))
    assert article.status is Status.OK
    assert article.paragraphs == ("The page is gone.",)


def test_what_a_hijacker_put_in_does_not_stay_for_standing_in_what_is_kept() -> None:
    page = (Path(__file__).parents[2] / "fixtures/hidden-link-farm/page.html").read_bytes()
    farm = [r.text for r in newsclean.parse(page).removed if r.reason is Reason.SPAM_LINK_FARM]
    kept = newsclean.parse(page, options=Options(keep="body"))
    assert all(text not in kept.paragraphs for text in farm)


def test_reasons_and_selectors_stand_side_by_side() -> None:
    options = Options(keep=(Reason.NAV, ".note"))
    assert options.reasons == {Reason.NAV}
    article = newsclean.parse(PAGE, options=options)
    assert article.paragraphs[0] == "Home A kept item"
    assert "Corrected" in article.text
    assert Options(keep=frozenset((Reason.NAV,))).reasons == {Reason.NAV}
    assert Options(keep=Reason.NAV).reasons == {Reason.NAV}


def test_options_can_be_pickled_compared_and_replaced() -> None:
    options = Options(drop=[".ad", ".promo"], title="h2.real")
    assert options == Options(drop=(".ad", ".promo"), title=("h2.real",))
    assert hash(options) == hash(pickle.loads(pickle.dumps(options)))
    again = pickle.loads(pickle.dumps(options))
    assert newsclean.parse(PAGE, options=again) == newsclean.parse(PAGE, options=options)
    assert newsclean.parse(PAGE, options=replace(options, max_seconds=None)).title == "Real title"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"drop": "div..x"}, r"drop: the selector 'div..x': a class name is wanted at character 5"),
        ({"keep": [".a", "p:has(b)"]}, r"keep: .*:has is not known here at character 3"),
        ({"title": 3}, "title: a CSS selector or several are wanted, not"),
        ({"drop": [".a", 3]}, "drop: a CSS selector or several"),
        ({"drop": Reason.AD}, "drop: a CSS selector or several"),
        ({"keep": "related"}, r"keep: 'related' is the name of a reason.*Reason.RELATED"),
        ({"hints": 3}, "hints: the path of a TOML file is wanted, not int"),
        ({"hints": "no/such/file.toml"}, "hints: cannot read no/such/file.toml"),
    ],
)
def test_wrong_options_are_errors_when_they_are_made(
    given: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidOptions, match=message):
        Options(**given)  # type: ignore[arg-type] # is what is tested


def test_hints_per_host_and_path(tmp_path: Path) -> None:
    file = tmp_path / "hints.toml"
    file.write_text(
        '["News.example"]\ndrop = ".ad"\n\n["news.example/sport"]\ntitle = ["h2.real"]\n'
        "[other.example]\nkeep = '.note'\n",
        "utf-8",
    )
    options = Options(hints=file)

    def read(url: str | None, page: str = PAGE) -> tuple[bool, str | None, bool]:
        article = newsclean.parse(page, url=url, options=options)
        return ("BUY NOW" not in article.text, article.title, "Corrected" in article.text)

    title = newsclean.parse(PAGE).title
    assert read("https://www.news.example/a") == (True, title, False)
    assert read("https://news.example/sport/b") == (True, "Real title", False)
    assert read("https://news.example/sports") == (True, title, False)
    assert read("https://other.example/x") == (False, title, True)
    assert read("https://bad-news.example/") == (False, title, False)
    assert read(None) == (False, title, False)
    stated = PAGE.replace("<head>", '<head><link rel="canonical" href="https://news.example/c">')
    assert read(None, stated)[0]
    assert newsclean.parse(
        PAGE, "https://news.example/", options=Options(hints=file, keep=".note")
    ).text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "[a.example]\n\nremove = '.x'",
            r":3: \['a.example'\] remove: there is no such key; allowed",
        ),
        ("# c\nx = 1\n", r":2: \['x'\]: a value stands outside a host's table; allowed"),
        ('["https://a.example"]\ndrop = "p"', r":1: .*this names no host"),
        (
            '["b.example"]\n["a.example/b"]\n# c\ndrop = ["p", "p["]',
            r":4: .*drop: the selector 'p\['",
        ),
        ('["a"]\nkeep = 3', r":2: \['a'\] keep: a selector or a list of them is wanted, not 3"),
        ("[a\n", r"hints.toml: no TOML: .*at line 1.*allowed are tables"),
    ],
)
def test_a_broken_file_says_file_line_key_and_what_is_allowed(
    tmp_path: Path, text: str, message: str
) -> None:
    file = tmp_path / "hints.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(InvalidOptions, match=message) as caught:
        Options(hints=file)
    assert str(file) in str(caught.value)


def test_the_command_line_takes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, file = tmp_path / "page.html", tmp_path / "hints.toml"
    page.write_text(PAGE, "utf-8")
    file.write_text("[news.example]\ndrop = '.ad'\n", "utf-8")
    url = ["--url", "https://news.example/a", str(page)]
    assert main(url) == 0
    assert "BUY NOW" in capsys.readouterr().out
    assert main(["--hints", str(file), *url]) == 0
    assert "BUY NOW" not in capsys.readouterr().out
    assert main(["why", "--hints", str(file), *url]) == 0
    assert "hint.drop(.ad)" in capsys.readouterr().out
    file.write_text("[news.example]\nx = '.ad'\n", "utf-8")
    with pytest.raises(SystemExit):
        main(["--hints", str(file), *url])
    assert "hints.toml:2: ['news.example'] x: there is no such key" in capsys.readouterr().err
