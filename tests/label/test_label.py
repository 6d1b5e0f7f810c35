"""Which blocks are the article, shown on pages that each isolate one cause."""

from newsclean import dom, label
from newsclean.label.features import measure, weight
from newsclean.model import Reason
from newsclean.segment import split
from newsclean.verdicts import Ledger, Verdict

P = "The council met on {}, and after a long debate it agreed to repair the old mill, members said."
TEXT = [P.format(day) for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")]
BODY = "".join(f"<p>{text}</p>" for text in TEXT)


def judged(markup: str, anchors: label.Anchors | None = None) -> list[tuple[str, Verdict]]:
    page = split(dom.load(f"<html><body>{markup}</body></html>"))
    ledger = label.judge(page, Ledger(), anchors or label.Anchors(), label.load())
    finals = [(block.text, ledger.final(block.index)) for block in page.blocks]
    return [(text, verdict) for text, verdict in finals if verdict is not None]


def kept(markup: str, anchors: label.Anchors | None = None) -> list[str]:
    return [text for text, verdict in judged(markup, anchors) if verdict.keep]


def reasons(markup: str) -> dict[str, Reason | None]:
    return {text: verdict.reason for text, verdict in judged(markup)}


def test_every_block_gets_a_verdict() -> None:
    assert len(judged(f"<nav>Home</nav>{BODY}<footer>Imprint</footer>")) == len(TEXT) + 2


def test_named_elements_are_left_out_by_their_reason() -> None:
    found = reasons(
        f"<nav><p>Home</p></nav><article>{BODY}"
        "<div class='related-articles'><p>The mill was once the largest in the valley, he said.</p></div>"
        "<div class='newsletter-box'><p>Get our news, every morning, in your mailbox.</p></div></article>"
        "<footer><p>Imprint</p></footer>"
    )
    assert found["Home"] is Reason.NAV
    assert found["Imprint"] is Reason.FOOTER
    assert found["The mill was once the largest in the valley, he said."] is Reason.RELATED
    assert found["Get our news, every morning, in your mailbox."] is Reason.NEWSLETTER
    assert [text for text, reason in found.items() if reason is None] == TEXT


def test_a_wrapper_with_a_bad_name_does_not_cost_the_article() -> None:
    assert kept(f"<div class='sidebar-layout ad-enabled'>{BODY}</div><p>Contact</p>") == TEXT


def test_comments_longer_than_the_article_stay_out() -> None:
    comments = "".join(
        f"<p>I think, as I said {n} times, that this is wrong.</p>" for n in range(9)
    )
    assert kept(f"<article>{BODY}</article><div class='comments'>{comments}</div>") == TEXT


def test_the_article_with_the_heading_is_chosen_among_several() -> None:
    other = "<h2>Other</h2>" + "".join(f"<p>{text} Elsewhere.</p>" for text in TEXT * 2)
    page = f"<main><article><h1>Mill</h1>{BODY}</article><article>{other}</article></main>"
    assert kept(page, label.Anchors(heading=0)) == TEXT


def test_sections_of_one_article_belong_together() -> None:
    half = "".join(f"<p>{text} Again.</p>" for text in TEXT)
    page = f"<h1>Mill</h1><div class='part'>{BODY}</div><div class='part'>{half}</div>"
    assert len(kept(page, label.Anchors(heading=0))) == 10


def test_a_text_that_begins_before_a_box_left_open_is_whole() -> None:
    box = BODY.replace("<p>", "<p class=after>")
    opening = "The bridge beside it will be repaired as well, the mayor said on the same day."
    assert kept(f"<div><p>{opening}</p><div>{box}</div>") == [opening, *TEXT]


def test_a_lede_above_the_body_stays_and_a_date_line_does_not() -> None:
    lede = "The old mill will be repaired, the council has decided at last."
    page = (
        f"<h1>Mill</h1><header><div class='date'>5 May 2024</div><p class='standfirst'>{lede}</p></header>"
        f"<div class='article-body'>{BODY}</div>"
    )
    assert kept(page, label.Anchors(heading=0)) == [lede, *TEXT]


def test_lists_of_links_inside_the_body_are_links() -> None:
    links = (
        "<ul>"
        + "".join(f"<li><a href='/{n}'>Another story {n}</a></li>" for n in range(4))
        + "</ul>"
    )
    found = reasons(f"<article>{BODY}{links}{BODY}</article>")
    assert {found[f"Another story {n}"] for n in range(4)} == {Reason.LINKS}


def test_claimed_blocks_are_header() -> None:
    anchors = label.Anchors(heading=0, claims={1: "field.date"})
    page = f"<h1>Mill</h1><p>Published on 5 May 2024, 10:00, by our reporter.</p>{BODY}"
    verdict = judged(page, anchors)[1][1]
    assert (verdict.reason, verdict.rule) == (Reason.HEADER, "field.date")


def test_what_an_earlier_stage_removed_is_not_judged_again() -> None:
    page = split(dom.load(f"<html><body>{BODY}</body></html>"))
    first = Verdict(False, Reason.SPAM_BANNER, "banner.line")
    ledger = label.judge(page, Ledger().adding([(1, first)]), label.Anchors(), label.load())
    assert ledger.verdicts[1] == (first,)


def test_cjk_characters_weigh_three() -> None:
    assert weight("mill") == 4
    assert weight("水磨坊") == 9


def test_prose_needs_clauses_or_a_sentence() -> None:
    def prose(markup: str) -> float:
        return measure(split(dom.load(f"<p>{markup}</p>")).blocks[0]).prose

    assert prose(TEXT[0]) == len(TEXT[0])
    assert prose("Home News Sport Weather Business Travel Opinion Culture Science") == 0
    assert prose(f"<a href='/'>{TEXT[0]}</a>") == 0
    assert prose("市议会周一开会，经过长时间的辩论，决定修复旧水磨坊。") > 0


def test_the_heading_is_found_by_the_title_and_not_among_the_comments() -> None:
    page = f"<h3>Town: The old mill is saved</h3>{BODY}<h2>9 replies to The old mill is saved</h2>"
    assert kept(page, label.Anchors(title="The old mill is saved")) == TEXT


def test_a_heading_below_the_text_is_not_where_the_article_begins() -> None:
    assert kept(f"{BODY}<h1>Mill</h1><p>More.</p>", label.Anchors(heading=5))[:5] == TEXT


def test_the_article_around_the_heading_is_taken_though_most_text_is_elsewhere() -> None:
    consent = "".join(
        f"<p>We and our {n} partners store data, if you agree to it.</p>" for n in range(40)
    )
    page = f"<div><article><h1>Mill</h1>{BODY}</article></div><div>{consent}</div>"
    assert kept(page, label.Anchors("Mill", 0, {0: "field.title"})) == TEXT


def test_a_heading_in_an_article_of_its_own_is_not_the_whole_article() -> None:
    page = f"<article><h1>Mill</h1><p>The mill, once large, is old.</p></article><div>{BODY}</div>"
    assert kept(page, label.Anchors("Mill", 0, {0: "field.title"}))[-len(TEXT) :] == TEXT


def test_a_text_that_goes_on_after_a_box_that_ended_early_is_whole() -> None:
    page = f"<div class=text><h1>Mill</h1>{BODY}</div><p>{P.format('Saturday')}</p></div>"
    assert kept(page) == [*TEXT, P.format("Saturday")]


def test_a_text_goes_on_below_a_box_in_elements_of_the_same_class() -> None:
    part = "<div class='story-part'>{}</div>"
    advert = "<div class=advert><p>Buy a mill today, it is cheap.</p></div>"
    ending = "".join(f"<p>{text} Later.</p>" for text in TEXT)
    page = f"<main><h1>Mill</h1>{part.format(BODY * 4)}{advert}{part.format(ending)}</main>"
    assert kept(page)[-5:] == [f"{text} Later." for text in TEXT]


def test_other_articles_in_elements_of_the_same_class_stay_out() -> None:
    part = "<div class='story-part'>{}</div>"
    other = "<h2><a href=/other>Other</a></h2>" + "".join(f"<p>{text} Later.</p>" for text in TEXT)
    page = f"<main><h1>Mill</h1>{part.format(BODY * 4)}{part.format(other)}</main>"
    assert not [text for text in kept(page) if text.endswith("Later.")]


def test_all_of_a_plain_document_is_its_text() -> None:
    page = f"<article><h2>Mill</h2><p>It closes.</p>{BODY}<p>Thanks</p></article>"
    assert kept(page) == ["Mill", "It closes.", *TEXT, "Thanks"]


def test_headings_are_the_text_of_an_article_without_any() -> None:
    assert kept("<article><h2>First mill</h2><h2>Second mill</h2></article>") == [
        "First mill",
        "Second mill",
    ]
