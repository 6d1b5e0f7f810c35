"""CSS selectors: what they match is what soupsieve matches; hostile pages cost no more than others."""

from random import Random

import pytest
from bs4 import BeautifulSoup
from lxml import etree

from newsclean import InvalidOptions
from newsclean.segment.select import matches
from newsclean.sites.selector import read

PAGE = """<html><body id="top" class="page wide"><main lang="en-GB"><h1 class="head">A</h1>
<p class="first">one</p><div class="box a"><p>two</p><p data-x="12:3">three <b>b</b><i>i</i></p>
<ul><li>1</li><li class="on">2</li><li>3</li><li>4</li><li>5</li></ul></div>
<p>four <span class="on a">s</span></p><aside><div class="box"><p>five</p><p>six</p></div></aside>
<section><h2>x</h2><p>y</p><p>z</p></section></main></body></html>"""
GOOD = [
    "p", "*", "#top", ".box", "div.box.a", "P.first", "div p", "div > p", "h1 + p", "h1 ~ p",
    "aside p, section > p", "main > * > p", "li:first-child", "li:last-child", "li:nth-child(2n+1)",
    "li:nth-child(odd)", "li:nth-child(even)", "li:nth-child(3)", "li:nth-child(-n+2)",
    "li:nth-child( 2n - 1 )", "p:first-of-type", "p:nth-of-type(2)", "p:not(.first)",
    "p:not(:first-child)", "div:not([class~=a])", "[data-x]", "[data-x='12:3']", '[data-x^="12"]',
    "[data-x$='3']", "[data-x*=':']", "[class~=on]", "[lang|=en]", "[class^='']", "body p b",
    "main div ul > li.on ~ li + li", "*.on", "div , ul", "p b + i", r"[data-x='12\:3']", "ul li:n\\th-child(1)",
]  # fmt: skip
BAD = [
    "", " ", ",", "p,", ",p", "p >", "> p", "p > > b", "div..x", "#", "p#1", ".1a", "[", "[a", "[a=",
    "[a=b", "[a='b]", "a:has(b)", "p::before", "p:nth-child()", "p:nth-child(x)", "p:not(a b)",
    "p:not(:not(a))", "p:not(", "a{", "p!", "p:hover", "x" * 1001, "a\\",
]  # fmt: skip


def ours(tree: etree._Element, text: str) -> list[str]:
    path = tree.getroottree().getpath
    return sorted({path(element) for element, _ in matches(tree, read(text), 10_000)})


def theirs(tree: etree._Element, soup: BeautifulSoup, text: str) -> list[str]:
    places = {
        id(tag): element for tag, element in zip(soup.find_all(True), tree.iter(), strict=True)
    }
    path = tree.getroottree().getpath
    return sorted(path(places[id(tag)]) for tag in soup.select(text))


@pytest.mark.parametrize("text", GOOD)
def test_what_is_matched_is_what_soupsieve_matches(text: str) -> None:
    tree = etree.fromstring(PAGE, etree.HTMLParser())
    soup = BeautifulSoup(PAGE, "lxml")
    expected = theirs(tree, soup, text.replace("n\\th", "nth"))
    assert ours(tree, text) == expected


@pytest.mark.parametrize("text", BAD)
def test_bad_syntax_says_where_and_what_is_allowed(text: str) -> None:
    with pytest.raises(InvalidOptions, match=r"at its end; allowed|at character \d+; allowed|1000"):
        read(text)


def test_chains_match_as_in_soupsieve() -> None:
    compounds = [
        "p",
        "div",
        "li",
        "*",
        ".a",
        ".box",
        ".on",
        "p:first-child",
        "li:nth-child(2)",
        ":not(p)",
        "b",
    ]
    tree = etree.fromstring(PAGE, etree.HTMLParser())
    soup = BeautifulSoup(PAGE, "lxml")
    random = Random(1)
    for _ in range(300):
        text = random.choice(compounds)
        for _ in range(random.randint(1, 3)):
            text += random.choice([" ", " > ", " + ", " ~ "]) + random.choice(compounds)
        assert ours(tree, text) == theirs(tree, soup, text), text


def test_any_text_is_read_or_refused() -> None:
    random = Random(2)
    for _ in range(3000):
        text = "".join(random.choices("ap .#[]='\":()>+~,*n1-\\\u00e9", k=random.randint(0, 12)))
        try:
            found = read(text)
        except InvalidOptions:
            continue
        assert all(selector.steps for selector in found)


def test_each_element_is_asked_once_however_deep_and_wide() -> None:
    """The number of questions grows with the page, not with its square."""
    asked = []

    class Counting(etree.ElementBase):
        def get(self, *arguments: str) -> str | None:  # type: ignore[override] # counts, nothing else
            asked.append(1)
            return super().get(*arguments)

    def cost(size: int) -> int:
        asked.clear()
        parser = etree.HTMLParser(huge_tree=True)
        parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=Counting))
        tree = etree.fromstring("<div>" * size + "<p>x</p>" * size, parser)
        found = list(matches(tree, read(".a ~ .b, div div div div > p ~ p ~ p[x]"), 10**6))
        assert not found
        return len(asked)

    assert cost(400) < 2.1 * cost(200)
