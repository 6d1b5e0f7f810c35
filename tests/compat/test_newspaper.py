"""Calls found in the documentation of newspaper3k and newspaper4k (README, quickstart, advanced)."""

import datetime as dt
import json

import pytest

from newsclean.compat import CompatWarning, NeedsNetwork, UnsupportedArgument, newspaper
from newsclean.compat.newspaper import Article, ArticleException, Config, fulltext

from .page import PAGE, URL


def test_download_with_a_page_parse_and_read_the_fields() -> None:
    article = Article(URL)
    article.download(input_html=PAGE)
    article.parse()
    assert article.title == "Old mill to be repaired"
    assert article.authors == ["Ada Brook", "Ben Hill"]
    zone = dt.timezone(dt.timedelta(hours=2))
    assert article.publish_date == dt.datetime(2024, 5, 5, 8, 30, tzinfo=zone)
    assert article.text.split("\n\n")[1] == "The plan"
    assert article.top_image == article.top_img == "https://news.example/mill.jpg"
    assert article.images == article.imgs == ["https://news.example/mill.jpg"]
    assert article.movies == []
    assert article.meta_lang == "en"
    assert article.meta_description == "The council will repair the mill."
    assert article.meta_keywords == ["mill", "council"]
    assert article.meta_site_name == "Valley Courier"
    assert article.meta_data["og"]["site_name"] == "Valley Courier"
    assert article.source_url == "https://news.example"
    assert article.html == PAGE
    assert "<h2>The plan</h2>" in article.article_html
    assert article.is_parsed
    assert article.is_valid_body()
    assert article.newsclean is not None
    assert article.newsclean.removed


def test_a_day_is_a_datetime_at_midnight() -> None:
    page = PAGE.replace("2024-05-05T08:30:00+02:00", "2024-05-05")
    assert newspaper.article(URL, input_html=page).publish_date == dt.datetime(2024, 5, 5)


def test_the_shortcut_and_the_language() -> None:
    article = newspaper.article(URL, language="en", input_html=PAGE)
    article.parse()
    assert article.title == "Old mill to be repaired"


def test_html_may_be_set() -> None:
    article = Article(URL, language="fr", fetch_images=False)
    assert article.download_state == 0
    article.set_html(PAGE)
    assert article.download_state == 2
    article.download()
    assert article.parse() is article
    assert article.text


def test_settings_are_taken_and_unknown_ones_named() -> None:
    config = Config()
    config.memorize_articles = False
    config.language = "en"
    config.proxies = {"http": "192.168.1.100:8080"}
    Article("http://espn.example/2013/09/", config=config, request_timeout=10, number_threads=20)
    with pytest.raises(UnsupportedArgument, match=r"'nonsense'.*request_timeout"):
        Article(URL, nonsense=1)
    with pytest.raises(UnsupportedArgument, match="'nonsense'"):
        config.nonsense = 1
    with pytest.warns(CompatWarning, match="'max_text'"):
        Article(URL, max_text=100)


def test_steps_out_of_order_are_errors() -> None:
    with pytest.raises(ArticleException, match="download"):
        Article(URL).parse()
    with pytest.raises(ArticleException, match="parse"):
        Article(URL).download(input_html=PAGE).nlp()


def test_nlp_gives_what_the_page_says_and_warns() -> None:
    article = newspaper.article(URL, input_html=PAGE)
    with pytest.warns(CompatWarning, match="own tags and description"):
        article.nlp()
    assert article.keywords == ["mill", "council"]
    assert article.summary == "The council will repair the mill."


def test_nothing_is_fetched() -> None:
    with pytest.raises(NeedsNetwork, match="input_html"):
        Article(URL).download()
    with pytest.raises(NeedsNetwork, match="input_html"):
        newspaper.article(URL)
    with pytest.raises(NeedsNetwork, match="crawler"):
        newspaper.build("http://paper.example", language="fr", memorize_articles=False)
    for call in (newspaper.Source, newspaper.hot, newspaper.popular_urls):
        with pytest.raises(NeedsNetwork, match="does not go to the network"):
            call()


def test_there_is_no_tree() -> None:
    with pytest.raises(AttributeError, match="to_soup"):
        _ = newspaper.article(URL, input_html=PAGE).top_node
    assert not hasattr(Article(URL), "nonsense")


def test_fulltext_and_json() -> None:
    article = newspaper.article(URL, input_html=PAGE)
    assert fulltext(PAGE, language="en") == article.text
    record = json.loads(article.to_json())
    assert record["publish_date"] == "2024-05-05T08:30:00+02:00"
    assert record["title"] == article.title
