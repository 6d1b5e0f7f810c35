"""What many pages of a site show: lines that repeat and a second sign, nothing honest lost."""

import json
from pathlib import Path
from random import Random

import pytest

import newsclean
from newsclean.model import Reason

NAMES = (
    "mill",
    "bridge",
    "school",
    "market",
    "harbour",
    "library",
    "station",
    "theatre",
    "quarry",
    "ferry",
)
STANDING = "This newspaper has reported on the affair since it began, and it will go on to do so."
PROMO = "Readers who like our reports get the best of them each Friday, chosen by hand for them."
CAMPAIGN = "Support our journalists with a small sum each month, so that they can go on to report."


def page(
    number: int, *, promo: str = "", inside: str = "", last: str = "", url: bool = True
) -> str:
    """Return a page of a site about the thing of this number."""
    thing = NAMES[number % len(NAMES)] + str(number)
    paragraphs = [
        f"The council met on Monday about the {thing}, and after a long debate it agreed to repair it.",
        f"Members who spoke against the {thing} said that there was no money left, and that it had to wait.",
        f"The mayor of the town replied that the {thing} had waited for {number + 3} years, which was enough.",
    ]
    if inside:
        paragraphs.insert(2, inside)
    if last:
        paragraphs.append(last)
    link = f'<link rel="canonical" href="https://paper.example/{number}">' if url else ""
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    box = f"<div><p>{promo}</p></div>" if promo else ""
    return f"<html><head>{link}<title>The {thing}</title></head><body><article><h1>The {thing}</h1>{body}{box}</article></body></html>"


def learned(*, promo: str = "", inside: str = "", last: str = "") -> newsclean.SiteProfile:
    pages = (page(number, promo=promo, inside=inside, last=last) for number in range(8))
    return newsclean.SiteProfile.learn(pages)


def test_a_box_that_repeats_after_the_text_is_held_back() -> None:
    given = page(20, promo=PROMO)
    before = newsclean.parse(given)
    assert PROMO in before.paragraphs
    profile = learned(promo=PROMO)
    after = newsclean.parse(given, profile=profile)
    assert after.paragraphs == before.paragraphs[:-1]
    (removal,) = [removal for removal in after.removed if removal.text == PROMO]
    assert removal.reason is Reason.REPEATED
    assert removal.rule == "profile.edge"
    assert after.restore(removal).text == before.text


def test_a_sentence_inside_each_article_stays() -> None:
    profile = learned(inside=STANDING)
    for given in (page(20, inside=STANDING), page(20, last=STANDING), page(20, promo=STANDING)):
        assert newsclean.parse(given, profile=profile) == newsclean.parse(given)


def test_a_sentence_that_ends_each_article_stays() -> None:
    profile = learned(last=STANDING)
    given = page(20, last=STANDING)
    assert STANDING in newsclean.parse(given, profile=profile).paragraphs


def test_a_line_that_rules_hold_back_elsewhere_is_held_back_inside_too() -> None:
    aside = f'<aside class="newsletter"><p>{CAMPAIGN}</p></aside></article>'
    pages = [page(number).replace("</article>", aside) for number in range(8)]
    profile = newsclean.SiteProfile.learn(pages)
    given = page(20, inside=CAMPAIGN)
    assert CAMPAIGN in newsclean.parse(given).paragraphs
    after = newsclean.parse(given, profile=profile)
    assert CAMPAIGN not in after.text
    assert "profile.elsewhere" in [removal.rule for removal in after.removed]
    assert len(after.paragraphs) == 3


def test_few_pages_and_few_of_many_show_nothing() -> None:
    assert not newsclean.SiteProfile.learn(page(n, promo=PROMO) for n in range(3)).sites
    some = [page(n, promo=PROMO if n < 5 else "") for n in range(40)]
    assert not newsclean.SiteProfile.learn(some).sites


def test_one_story_on_many_pages_is_one_story() -> None:
    assert not newsclean.SiteProfile.learn([page(1, promo=PROMO)] * 9).sites


def test_other_sites_are_left_alone() -> None:
    profile = learned(promo=PROMO)
    given = page(20, promo=PROMO, url=False)
    assert newsclean.parse(given, "https://other.example/", profile=profile) == newsclean.parse(
        given, "https://other.example/"
    )
    there = newsclean.parse(given, "https://www.paper.example/20", profile=profile)
    assert PROMO not in there.text


def test_pages_articles_and_pairs_teach_the_same_in_any_order() -> None:
    pages = [page(number, promo=PROMO) for number in range(8)]
    profile = newsclean.SiteProfile.learn(pages)
    Random(1).shuffle(pages)
    articles = [newsclean.parse(one) for one in pages]
    assert newsclean.SiteProfile.learn(articles).to_json() == profile.to_json()
    about = {"url": "https://paper.example/x"}
    pairs = newsclean.SiteProfile.learn((one, about) for one in pages)
    assert pairs.to_json() == profile.to_json()


def test_a_profile_is_saved_and_read(tmp_path: Path) -> None:
    profile = learned(promo=PROMO)
    profile.save(tmp_path / "paper.json")
    again = newsclean.SiteProfile.load(tmp_path / "paper.json")
    assert again == profile
    assert json.loads(profile.to_json())["sites"]["paper.example"]["stories"] == 8


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"profile": 2}', '{"profile": 1, "sites": {"a": 7}, "phrases": {}}']
)
def test_what_is_no_profile_is_said(text: str) -> None:
    with pytest.raises(newsclean.InvalidRecord, match="profile"):
        newsclean.SiteProfile.from_json(text)


BANNER = "redfox77 login | redfox77 app | redfox77 bonus"


def hijacked(number: int, *, line: bool) -> str:
    """Return a page with a banner in a sentence, and in a line of its own too if wanted."""
    text = page(number, url=False).replace("after a long", f"{BANNER} after a long")
    return text.replace("<article>", f"<article><p>{BANNER}</p>") if line else text


def test_a_banner_cut_on_other_pages_is_cut_where_it_stands_once() -> None:
    pages = [(hijacked(n, line=True), {"url": f"https://site{n}.example/"}) for n in range(5)]
    profile = newsclean.SiteProfile.learn(pages)
    assert profile.phrases == {BANNER: 5}
    given = hijacked(20, line=False)
    assert BANNER in newsclean.parse(given).text
    after = newsclean.parse(given, profile=profile)
    assert after.paragraphs == newsclean.parse(page(20, url=False)).paragraphs
    (removal,) = [removal for removal in after.removed if removal.rule == "profile.banner"]
    assert (removal.text, removal.reason) == (BANNER, Reason.SPAM_BANNER)
    assert BANNER in after.restore(removal).text


def test_a_report_on_a_banner_keeps_it() -> None:
    pages = [hijacked(n, line=True) for n in range(5)]
    profile = newsclean.SiteProfile.learn(pages)
    for text in (f"The intruders had written “{BANNER}” into it.", BANNER + "us is not the same."):
        given = page(20, inside=text, url=False)
        assert newsclean.parse(given, profile=profile) == newsclean.parse(given)


def test_many_pages_and_a_parser_take_a_profile() -> None:
    profile = learned(promo=PROMO)
    parser = newsclean.Parser(profile=profile)
    given = page(20, promo=PROMO)
    expected = newsclean.parse(given, profile=profile)
    assert parser.parse(given) == expected
    for workers in (1, 2):
        assert list(parser.parse_many([given], workers=workers)) == [expected]
