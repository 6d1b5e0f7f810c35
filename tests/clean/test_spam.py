"""What a hijacker puts in goes out; what only looks like it stays."""

import pytest

import newsclean
from newsclean.model import Reason, Status

TEXT = (
    "The ferry between the town and the island went back into service on Tuesday morning.",
    "Its engine had been taken out in October, when a diver found a crack in the housing.",
    "The new housing was cast in a foundry up the coast and came by lorry in February.",
    "For the people who live on the island, the winter meant two boats a week and no more.",
)
CHAIN = "redfox77 login | redfox77 app | redfox77 bonus"


def page(*paragraphs: str, head: str = "", before: str = "", after: str = "") -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    title = "<title>Ferry sails again</title>"
    return (
        f"<html lang=en><head>{title}{head}</head><body>{before}<h1>Ferry sails again</h1>"
        f"<article>{body}</article>{after}</body></html>"
    )


def spliced(chain: str = CHAIN) -> tuple[str, ...]:
    return (TEXT[0].replace("went back", f"{chain} went back"), *TEXT[1:])


def reasons(article: newsclean.Article) -> set[Reason]:
    return {removal.reason for removal in article.removed}


def test_a_chain_on_its_own_line_and_in_a_sentence_goes() -> None:
    article = newsclean.parse(page(CHAIN, *spliced()))
    assert article.paragraphs == TEXT
    cut = next(r for r in article.removed if r.where.start is not None)
    assert (cut.text, cut.reason) == (CHAIN, Reason.SPAM_BANNER)
    assert spliced()[0][cut.where.start :].startswith(CHAIN)


def test_a_cut_can_be_undone() -> None:
    article = newsclean.parse(page(CHAIN, *spliced()))
    cut = next(r for r in article.removed if r.where.start is not None)
    back = article.restore(cut)
    assert back.paragraphs == spliced()
    assert cut not in back.removed
    line = next(r for r in article.removed if r.text == CHAIN and r.where.start is None)
    assert CHAIN in article.restore(line).paragraphs
    with pytest.raises(ValueError, match="take it from"):
        back.restore(cut)


def test_a_list_in_a_sentence_stays() -> None:
    honest = "Apples, pears, plums and cherries are sold in the market, red, ripe, cheap and sweet."
    article = newsclean.parse(page(*TEXT, honest))
    assert article.paragraphs == (*TEXT, honest)


def test_a_host_name_in_the_middle_of_a_sentence_goes() -> None:
    text = TEXT[1].replace("when a diver", "www.kx77wq.com when a diver")
    assert newsclean.parse(page(TEXT[0], text, *TEXT[2:])).paragraphs == TEXT


def test_an_announced_address_stays() -> None:
    text = "Whoever wants to know the times can visit www.ferry77times.com before the first boat."
    assert text in newsclean.parse(page(*TEXT, text)).paragraphs


def test_a_list_of_results_stays() -> None:
    lines = tuple(
        f"The {name} boat, {n} minutes." for n, name in enumerate(("red", "blue", "old"), 9)
    )
    assert newsclean.parse(page(*TEXT, *lines)).paragraphs == (*TEXT, *lines)


def doorway() -> str:
    stock = ("win at the tables now", "redfox77 gives you more", "play with the best", "join today")
    body = "".join(
        f"<p>{', '.join(stock[(n + k) % 4] for k in range(4))}, offer number {n}.</p>"
        for n in range(10)
    )
    links = "".join(f'<a href="http://s{n}.example/">s{n}</a> ' for n in range(12))
    return f"<title>{CHAIN}</title><h1>{CHAIN}</h1>{body}{links}"


def test_a_doorway_page_is_spam_and_says_nothing() -> None:
    article = newsclean.parse(doorway())
    assert article.status is Status.SPAM
    assert not article.paragraphs
    assert article.title is None
    assert any("win at the tables" in removal.text for removal in article.removed)


def test_a_poem_with_a_refrain_is_none() -> None:
    refrain = "And the boats come in, and the boats come in, and all of the boats come in."
    verses = "".join(f"<p>{TEXT[n % 4]} {refrain}</p>" for n in range(8))
    assert newsclean.parse(f"<h1>The boats</h1>{verses}").status is Status.OK


def test_prices_and_two_clauses_in_a_title_are_no_spam() -> None:
    terms = "".join(
        f"<p>第{n}站：成人票原价，学生票半价，儿童票免费，老人票凭本人身份证购票。</p>"
        for n in range(20)
    )
    links = "".join(f'<a href="http://s{n}.example/">s{n}</a> ' for n in range(12))
    title = "周末出门玩，超60家景区半价！5·19旅游日送礼包"
    article = newsclean.parse(f"<title>{title}</title><h1>{title}</h1>{terms}{links}")
    assert article.status is not Status.SPAM


def test_the_title_of_a_page_inside_a_spam_page_is_its_own() -> None:
    inner = page(*TEXT)
    spam = f"<html><title>{CHAIN}</title><body>{inner}<h1>{CHAIN}</h1><p>{CHAIN}</p></body></html>"
    assert newsclean.parse(spam).title == "Ferry sails again"


@pytest.mark.parametrize("first", [True, False])
def test_a_document_of_spam_beside_the_page_goes_as_a_whole(first: bool) -> None:
    lines = "".join(
        f"<p>Sign up for offer number {n} today, and win at once.</p>" for n in range(40)
    )
    spam = f"<html><title>{CHAIN}</title><body><h1>{CHAIN}</h1>{lines}</body></html>"
    article = newsclean.parse(spam + page(*TEXT) if first else page(*TEXT) + spam)
    assert article.title == "Ferry sails again"
    assert article.paragraphs == TEXT


def test_two_honest_documents_both_stay_readable() -> None:
    other = "<html><title>Tides | Courier</title><h1>Tides</h1><p>High at noon.</p></html>"
    article = newsclean.parse(page(*TEXT) + other)
    assert article.paragraphs[: len(TEXT)] == TEXT
    assert Reason.SPAM_BANNER not in reasons(article)


SOUP = "".join(
    f'<{tag} id="k3x9a"></{tag}>' for tag in ("pre", "delect", "center", "dl", "fieldset") * 3
)


@pytest.mark.parametrize("spam", ["doria trent, velmar quist", "doria trent - velmar quist"])
def test_a_document_in_tag_soup_headed_by_its_title_goes(spam: str) -> None:
    own = "Fast and safe, doria trent, order today, velmar quist now."
    other = (
        f"<!DOCTYPE html><html><head><title>{spam}</title></head><body>{SOUP}<ul><li><a href=/a/>quist</a></ul>"
        f"<h1>{spam}</h1><p>{own}</p><p>{own} {own}</p>{SOUP}</body></html>"
    )
    for text in (page(*TEXT) + other, other + page(*TEXT)):
        article = newsclean.parse(text)
        assert (article.title, article.paragraphs) == ("Ferry sails again", TEXT)


def test_a_page_is_not_spam_because_another_document_in_the_input_is() -> None:
    clauses = [f"order part {n} of the {word} set" for n, word in enumerate("abcdefghijkl")]
    spam = "".join(f"<p>{', '.join(clauses[n % 3 : n % 3 + 9])}.</p>" for n in range(20))
    other = f"<html><head><title>{CHAIN}</title></head><body>{spam}</body></html>"
    article = newsclean.parse(page(*TEXT) + other)
    assert article.status is not Status.SPAM


@pytest.mark.parametrize(
    "line",
    ["тарвик фелон мостар лидан кобрус вендар", "gravon7 merix stolda fenwick oubert lasko velmar"],
)
def test_a_line_of_foreign_keywords_spliced_once_goes(line: str) -> None:
    spliced_ = TEXT[1].replace("found a crack", f"found {line} a crack")
    lines = (line, TEXT[0], spliced_, *TEXT[2:])
    assert newsclean.parse(page(*lines)).paragraphs == TEXT


def test_two_phrases_in_another_script_than_the_page_are_a_chain() -> None:
    line = "тарвик фелон - мостар лидан"
    spliced_ = TEXT[1].replace("found a crack", f"found {line} a crack")
    lines = (line, TEXT[0], spliced_, *TEXT[2:])
    assert newsclean.parse(page(*lines)).paragraphs == TEXT


def test_two_small_phrases_that_are_the_title_as_well_are_a_chain() -> None:
    line = "doria trent now, velmar quist"
    spliced_ = TEXT[1].replace("found a crack", f"found {line} a crack")
    page_ = page(line, TEXT[0], spliced_, *TEXT[2:]).replace("<title>", f"<title>{line} ")
    assert newsclean.parse(page_).paragraphs == TEXT


def test_a_title_that_is_part_of_a_sentence_stays() -> None:
    title = "Doria Trent, Velmar Quist"
    text = TEXT[1].replace("a diver", f"{title} and a diver")
    page_ = page(TEXT[0], text, *TEXT[2:]).replace("Ferry sails again", title)
    assert text in newsclean.parse(page_).paragraphs


@pytest.mark.parametrize("mark", ["★", "～", "◆", "│"])
def test_other_signs_part_phrases_too(mark: str) -> None:
    line = mark.join(("赤狐館登錄", "赤狐館優惠", "赤狐館出金"))
    spliced_ = TEXT[1].replace("found a crack", f"found {line} a crack")
    assert newsclean.parse(page(line, TEXT[0], spliced_, *TEXT[2:])).paragraphs == TEXT


def test_a_line_beside_tag_soup_is_seen_on_a_page_without_other_chains() -> None:
    line = "doria trent - velmar quist online"
    spliced_ = TEXT[1].replace("found a crack", f"found {line} a crack")
    dump = "\n\n".join(("•", "1.", "2.", line, "Ferry sails again", TEXT[0], spliced_, *TEXT[2:]))
    assert newsclean.parse(dump).paragraphs == TEXT


def test_a_foreign_name_in_a_line_and_a_sentence_stays() -> None:
    name = "Эхо Невы - Река"
    text = TEXT[1].replace("found a crack", f"from {name} found a crack")
    assert text in newsclean.parse(page(TEXT[0], text, *TEXT[2:])).paragraphs
