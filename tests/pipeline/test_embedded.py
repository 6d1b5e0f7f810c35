"""Bodies that are only in scripts are read; what a page shows itself is not read twice."""

import json

import pytest

import newsclean

TEXTS = [
    f"On {day} {time} the council met again, and the members agreed to repair the mill, the mayor said."
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for time in ("morning", "evening")
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXTS)
SHELL = "<html><head><title>Mill</title>{}</head><body><div id='app'></div>{}</body></html>"


def jsonld(body: str) -> str:
    data = {"@type": "NewsArticle", "headline": "Mill", "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


STATES = {
    "next": '<script id="__NEXT_DATA__" type="application/json">'
    + json.dumps({"props": {"pageProps": {"post": {"title": "Mill", "html": PARAGRAPHS}}}}).replace(
        "</", "<\\/"
    )
    + "</script>",
    "state": "<script>window.__INITIAL_STATE__="
    + json.dumps({"detail": {"title": "Mill", "body": [{"type": "p", "text": t} for t in TEXTS]}})
    + ";window.other = 1;</script>",
    "nuxt": '<script>window.__NUXT__=(function(a,b){return {data:[{title:a,content:"'
    + PARAGRAPHS.replace("<", "\\u003C").replace("/", "\\u002F")
    + '"}]}}("Mill",1));</script>',
}


def pushed(*pieces: str) -> str:
    """Return scripts that push the pieces of a React page's state."""
    return "".join(f"<script>self.__next_f.push({json.dumps([1, p])})</script>" for p in pieces)


LINES = [["$", "p", str(n), {"children": text}] for n, text in enumerate(TEXTS)]
ROW = "5:" + json.dumps(
    ["$", "main", None, {"children": [["$", "div", None, {"children": LINES}]]}]
)
FRAMEWORKS = {
    "remix": "<script>window.__remixContext = "
    + json.dumps({"a": {"title": "Mill", "body": [{"children": [{"text": t}]} for t in TEXTS]}})
    + ";</script>",
    "rich-text": '<script id="__NEXT_DATA__" type="application/json">'
    + json.dumps(
        {
            "title": "Mill",
            "blocks": [
                {
                    "_type": "block",
                    "children": [{"_type": "span", "text": t[:40]}, {"text": t[40:]}],
                }
                for t in TEXTS
            ],
        }
    )
    + "</script>",
    "nuxt-3": '<script id="__NUXT_DATA__" type="application/json">'
    + json.dumps([["Reactive", 1], {"post": 2}, {"title": 3, "content": 4}, "Mill", PARAGRAPHS])
    + "</script>",
    "nuxt-literals": "<script>window.__NUXT__=(function(a){return {data:[{title:"
    + json.dumps("Mill")
    + ",body:["
    + ",".join("{type:a,text:" + json.dumps(text) + "}" for text in TEXTS)
    + ']}]}}("p"));</script>',
    "apollo": "<script>window.__APOLLO_STATE__="
    + json.dumps(
        {"Post:1": {"title": "Mill", "lines": [{"__ref": f"Line:{n}"} for n in range(len(TEXTS))]}}
        | {f"Line:{n}": {"__typename": "Line", "text": text} for n, text in enumerate(TEXTS)}
    )
    + "</script>",
    "flight": pushed("1:I[47,[]]\n" + ROW[:400], ROW[400:900], ROW[900:] + "\n"),
    "flight-text": pushed(
        f"6:T{len(PARAGRAPHS):x},{PARAGRAPHS}" + '7:["$","$L4",null,{"title":"Mill","html":"$6"}]\n'
    ),
}


@pytest.mark.parametrize("name", FRAMEWORKS)
def test_a_body_in_the_state_of_any_framework_is_read(name: str) -> None:
    article = newsclean.parse(SHELL.format("", FRAMEWORKS[name]))
    assert list(article.paragraphs) == TEXTS


def test_short_lines_between_the_literals_of_a_script_stay() -> None:
    texts = [*TEXTS[:5], "Why now?", *TEXTS[5:]]
    script = "".join(f"text({json.dumps(text)});" for text in texts)
    page = SHELL.format("", f"<script>window.__NUXT__=1;{script}</script>")
    assert "Why now?" in newsclean.parse(page).paragraphs


@pytest.mark.parametrize("state", ["[1,[2,3],[1]]", '[{"a":1},{"b":0}]', '{"a:b":{"__ref":"a:b"}}'])
def test_references_that_go_round_are_no_trouble(state: str) -> None:
    fill = json.dumps("x" * 600)
    script = f'<script id="__NUXT_DATA__" type="application/json">[{state},{fill}]</script>'
    assert newsclean.parse(SHELL.format("", script + script.replace(f"[{state},{fill}]", state)))


@pytest.mark.parametrize("name", STATES)
def test_a_body_in_a_state_object_is_read(name: str) -> None:
    article = newsclean.parse(SHELL.format("", STATES[name]))
    assert list(article.paragraphs) == TEXTS
    assert article.status is newsclean.Status.OK
    assert "body.state" in [note.code for note in article.notes]


@pytest.mark.parametrize("body", ["\n\n".join(TEXTS), PARAGRAPHS, PARAGRAPHS.replace("<", "&lt;")])
def test_a_body_in_jsonld_is_read(body: str) -> None:
    article = newsclean.parse(SHELL.format(jsonld(body), ""))
    assert list(article.paragraphs) == TEXTS
    assert "body.jsonld" in [note.code for note in article.notes]


def test_a_text_that_the_page_shows_is_not_read_twice() -> None:
    page = SHELL.format(
        jsonld("\n".join(TEXTS)), f"<article>{PARAGRAPHS}</article>{STATES['state']}"
    )
    article = newsclean.parse(page)
    assert list(article.paragraphs) == TEXTS
    assert article.notes == ()


def test_the_article_of_the_page_is_chosen_among_several_in_a_state() -> None:
    other = "".join(f"<p>{text} This is another story, and a longer one.</p>" for text in TEXTS)
    state = {"list": [{"title": "Bridge", "html": other}, {"title": "Mill", "html": PARAGRAPHS}]}
    script = f"<script>window.__INITIAL_STATE__={json.dumps(state)}</script>"
    assert list(newsclean.parse(SHELL.format("", script)).paragraphs) == TEXTS


def test_code_in_a_script_is_no_body() -> None:
    code = "function(a, b) { return a.b(c, d); } var long = 1, text = 2; if (x) { y = z; } " * 20
    script = (
        f"<script>window.__INITIAL_STATE__={json.dumps({'title': 'Mill', 'run': code})}</script>"
    )
    assert newsclean.parse(SHELL.format("", script)).paragraphs == ()


def test_a_body_under_the_page_s_title_wins_over_teasers() -> None:
    teaser = "A teaser of quite another story, which goes on for a while, and then a while longer."
    more = "".join(f"<p>{n} {teaser}</p>" for n in range(8))
    page = SHELL.format(jsonld("\n".join(TEXTS)), more)
    assert newsclean.parse(page).paragraphs[: len(TEXTS)] == tuple(TEXTS)


def test_a_state_object_s_title_may_be_the_page_s_in_other_words() -> None:
    state = {"title": "The old mill by the river is repaired", "html": PARAGRAPHS}
    script = f"<script>window.__INITIAL_STATE__={json.dumps(state)}</script>"
    teaser = (
        "<p>A teaser of quite another story, which goes on for a while, and then some more.</p>"
    )
    page = SHELL.format("", "<h1>Old mill by the river to be repaired</h1>" + teaser * 9 + script)
    assert set(TEXTS) <= set(newsclean.parse(page).paragraphs)


def test_the_title_beside_the_text_in_a_state_object_is_a_candidate() -> None:
    state = {"title": "Old mill by the river is repaired", "html": PARAGRAPHS}
    script = f"<script>window.__INITIAL_STATE__={json.dumps(state)}</script>"
    page = f"<title>The old mill by the river: latest</title><div id=app></div>{script}"
    found = newsclean.parse(page).evidence["title"]
    assert "Old mill by the river is repaired" in [candidate.value for candidate in found]


def test_an_article_in_an_element_called_by_a_bad_name_is_shown() -> None:
    state = {"title": "Mill", "texts": ["Mill", "Ada Brook writes about mills, and more. " * 20]}
    script = f"<script>window.__INITIAL_STATE__={json.dumps(state)}</script>"
    page = SHELL.format("", f"<div class=consent>{PARAGRAPHS}</div>{script}")
    assert list(newsclean.parse(page).paragraphs) == TEXTS


def test_a_page_that_shows_a_few_lines_of_what_its_script_holds_is_read_from_the_script() -> None:
    words = [[f"{(7919 * n + 104729 * k) ** 3 % 10**9:o}" for k in range(9)] for n in range(120)]
    long = [f"Guest {one} came, and then {', '.join(rest)} came." for one, *rest in words]
    state = {"title": "Mill", "body": "".join(f"<p>{text}</p>" for text in long)}
    script = f"<script>window.__INITIAL_STATE__={json.dumps(state)}</script>"
    some = "".join(f"<p>{text}</p>" for text in long[1::7])
    assert set(long) <= set(newsclean.parse(SHELL.format("", some + script)).paragraphs)


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Old mill to run again", "Old mill to run again"),
        ("Old mill to run ag...", "Council met about the mill"),  # cut for search engines
    ],
)
def test_the_headline_on_a_body_in_a_script_is_the_title(headline: str, title: str) -> None:
    data = {"@type": "NewsArticle", "headline": headline, "articleBody": "\n".join(TEXTS)}
    head = '<meta property="og:title" content="Council met about the mill">'
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    shell = SHELL.format(head + script, "").replace(">Mill<", ">Council met about the mill<")
    assert newsclean.parse(shell).title == title
