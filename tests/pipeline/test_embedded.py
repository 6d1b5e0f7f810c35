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
