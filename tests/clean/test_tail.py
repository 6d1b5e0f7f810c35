"""Lines and link farms of spider pools go; honest lists and poems stay."""

import pytest

import newsclean
from newsclean.model import Reason

TEXT = (
    "The ferry between the town and the island went back into service on Tuesday morning.",
    "Its engine had been taken out in October, when a diver found a crack in the housing.",
    "The new housing was cast in a foundry up the coast and came by lorry in February.",
    "For the people who live on the island, the winter meant two boats a week and no more.",
)


def page(*paragraphs: str, head: str = "", before: str = "", after: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    title = "<title>Ferry sails again</title>"
    return (
        f"<html lang=en><head>{title}{head}</head><body>{before}<h1>Ferry sails again</h1>"
        f"<article>{body}</article>{after}</body></html>"
    )


def reasons(article: newsclean.Article) -> set[Reason]:
    return {removal.reason for removal in article.removed}


def test_a_spider_pool_tail_goes() -> None:
    names = ("zolpha forte", "mertin depot", "xanthil plus", "quorin mite", "veltra ultra")
    lines = "".join(f"<p>{name} related articles</p>" for name in names)
    page_ = page(*TEXT).replace("</article>", f"{lines}</article>")
    article = newsclean.parse(page_)
    assert article.paragraphs == TEXT
    assert Reason.SPAM_BANNER in reasons(article)


def test_keywords_of_common_words_are_a_spider_pool_tail_too() -> None:
    names = ("zolpha ferry", "mertin engine", "xanthil winter", "quorin lorry", "veltra island")
    lines = "".join(f"<p>{name} latest offers</p>" for name in names)
    page_ = page(*TEXT).replace("</article>", f"{lines}</article>")
    article = newsclean.parse(page_)
    assert article.paragraphs == TEXT
    assert Reason.SPAM_BANNER in reasons(article)


NAMES = ("zolpha77 forte", "mertin depot", "xanthil plus", "quorin mite", "veltra ultra", "bosco")


@pytest.mark.parametrize("line", ["more on {}", "热搜：{}", "{} latest news"])
def test_lines_of_one_template_are_a_spider_pool_tail(line: str) -> None:
    lines = "".join(f"<p>{line.format(name)}</p>" for name in NAMES)
    article = newsclean.parse(page(*TEXT).replace("</article>", f"{lines}</article>"))
    assert article.paragraphs == TEXT
    assert Reason.SPAM_BANNER in reasons(article)


def test_keywords_alone_are_a_tail_when_they_are_alike() -> None:
    names = ("zolpha login", "zolpha bonus", "mertin login", "mertin app", "quorin app")
    lines = "".join(f"<p>{name}</p>" for name in names)
    article = newsclean.parse(page(*TEXT).replace("</article>", f"{lines}</article>"))
    assert Reason.SPAM_BANNER in reasons(article)


@pytest.mark.parametrize(
    "lines",
    [
        tuple(f"{n} cups of rye flour" for n in range(2, 8)),
        ("* oak bench", "* oak table", "* elm bench", "* elm table", "* ash bench"),
        tuple(f"edition of 2024/03/{n}" for n in range(11, 18)),
        ("oak bench", "walnut stool", "elm door", "ash frame", "pine box"),
    ],
)
def test_an_honest_list_of_short_lines_is_no_tail(lines: tuple[str, ...]) -> None:
    article = newsclean.parse(page(*TEXT, *lines))
    assert Reason.SPAM_BANNER not in reasons(article)


def farm(names: tuple[str, ...]) -> str:
    links = (f'<a href="http://site{n}.example/">{name}</a>' for n, name in enumerate(names))
    return f"<p>{' | '.join(links)}</p>"


FARM = tuple(
    f"{name} {word}"
    for name in ("zolpha77", "mertin", "quorin")
    for word in ("app", "sale", "pills")
)


def test_a_paragraph_of_keywords_linked_elsewhere_is_a_farm() -> None:
    lines = page(*TEXT).replace(f"<p>{TEXT[2]}", f"{farm(FARM)}<p>{TEXT[2]}")
    article = newsclean.parse(lines)
    assert article.paragraphs == TEXT
    assert Reason.SPAM_LINK_FARM in reasons(article)


@pytest.mark.parametrize(
    "names",
    [
        tuple(
            f"{name} {word}"
            for name in ("Dale", "Moor", "Fell")
            for word in ("Post", "Sun", "Echo")
        ),
        (
            "the ferry",
            "a diver",
            "the island",
            "two boats",
            "the winter",
            "a crack",
            "the coast",
            "lorry",
        ),
    ],
)
def test_a_list_of_sources_is_no_farm(names: tuple[str, ...]) -> None:
    lines = page(*TEXT).replace(f"<p>{TEXT[2]}", f"{farm(names)}<p>{TEXT[2]}")
    assert Reason.SPAM_LINK_FARM not in reasons(newsclean.parse(lines))


def test_a_poem_whose_lines_end_alike_stays() -> None:
    lines = (
        "when grey geese cross the empty marsh at dusk in pairs i call your name",
        "by broken lamps, through rain, along the quay of empty stairs i call your name",
        "where nettles close on rusted gates that no one mends i call your name",
        "until the frost has sealed the wells and winter ends i call your name",
    )
    paragraphs = (*TEXT, *(line.replace(",", "") for line in lines))
    assert newsclean.parse(page(*paragraphs)).paragraphs == paragraphs


def test_pictures_linked_to_many_hosts_are_no_farm() -> None:
    links = "".join(f'<a href="http://site{n}.example/"><img src="{n}.png"></a>' for n in range(12))
    lines = page(*TEXT).replace(f"<p>{TEXT[2]}", f"<p>{links} Partners</p><p>{TEXT[2]}")
    assert Reason.SPAM_LINK_FARM not in reasons(newsclean.parse(lines))
