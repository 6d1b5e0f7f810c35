"""Noise inside words and sentences goes out; the same signs in honest use stay."""

import pytest

import newsclean
from newsclean.model import Reason

TEXT = (
    "The ferry between the town and the island went back into service on Tuesday morning.",
    "Its engine had been taken out in October, when a diver found a crack in the housing.",
    "The new housing was cast in a foundry up the coast and came by lorry in February.",
)
CHINESE = (
    "渡輪星期二早上恢復航行，島上居民在碼頭迎接第一班船。",
    "發動機去年十月拆下檢查，潛水員發現外殼上有一道裂縫。",
    "新的外殼在北岸的鑄造廠製成，二月用貨車運到碼頭安裝。",
)


def read(*paragraphs: str) -> newsclean.Article:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return newsclean.parse(f"<html><body><h1>Ferry sails again</h1>{body}</body></html>")


def notes(article: newsclean.Article) -> set[str]:
    return {note.code for note in article.notes}


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\ufeff", "\u2060", "\U000e0041", "\u202e"])
def test_invisible_signs_inside_words_go(sign: str) -> None:
    noisy = [text.replace("ou", f"o{sign}u").replace("er", f"e{sign}r") for text in TEXT]
    article = read(*noisy)
    assert article.paragraphs == TEXT
    assert notes(article)


@pytest.mark.parametrize(
    "text",
    [
        "The family \U0001f468\u200d\U0001f469\u200d\U0001f467 came on the first boat and stayed.",
        "او می\u200cخواهد فردا به جزیره برود و با کشتی برگردد، گفت.",
        "क्\u200dष के साथ लिखा हुआ एक लंबा वाक्य यहाँ है, और वह वैसा ही रहता है।",
    ],
)
def test_joiners_with_a_meaning_stay(text: str) -> None:
    assert read(*TEXT, text).paragraphs[-1] == text


def test_letters_of_another_script_are_folded() -> None:
    article = read(*(t.replace("e", "\u0435").replace("o", "\u043e") for t in TEXT))
    assert article.paragraphs == TEXT


def test_a_word_of_another_script_stays() -> None:
    text = (
        "The word Россия stands on the bow of the old ship, and АЗОВ on the stern of the new one."
    )
    assert read(*TEXT, text).paragraphs[-1] == text


def test_scattered_pictures_go() -> None:
    noisy = [
        "The fer\u2605ry between the town and the island went back into ser\u25cbvice on Tuesday morning.",
        "Its eng\u2665ine had been taken out in Octo\u2605ber, when a diver found a crack in the housing.",
        "The new hou\u25cbsing was cast in a foundry up the coast and ca\u2665me by lorry in February.",
    ]
    article = read(*noisy)
    assert article.paragraphs == TEXT
    assert {removal.rule for removal in article.removed if removal.where.start is not None} == {
        "noise.sprinkled"
    }


def test_pictures_between_words_stay() -> None:
    text = (
        "Tickets \U0001f39f are sold on board \u2605 and in the harbour office \u2605 until noon."
    )
    assert read(*TEXT, text).paragraphs[-1] == text


def test_glosses_of_a_mirror_go() -> None:
    glossed = (
        CHINESE[0].replace("恢復", "恢復(fù)").replace("碼", "碼(mǎ)"),
        CHINESE[1].replace("發動", "發(fā)動(dòng)").replace("檢", "檢(jiǎn)"),
        CHINESE[2].replace("鑄造", "鑄(zhù)造").replace("貨車", "貨(huò)車"),
    )
    assert read(*glossed).paragraphs == CHINESE


def test_glosses_of_a_course_stay() -> None:
    course = "今(jīn)天(tiān)天(tiān)气(qì)很(hěn)好(hǎo)，我(wǒ)们(men)去(qù)海(hǎi)边(biān)坐(zuò)船(chuán)。"
    assert read(*CHINESE, course).paragraphs[-1] == course


def test_entities_shown_as_text_become_characters() -> None:
    shown = [text.replace(", ", "&amp;mdash;").replace("The", "&amp;quot;The") for text in TEXT]
    article = read(*shown, "And then it sailed&amp;nbsp;again.")
    assert "&" not in article.text
    assert "text.escaped-entities" in notes(article)


def test_a_brand_in_place_of_a_name_is_reported_and_stays() -> None:
    chain = "redfox77 login | redfox77 app | redfox77 bonus"
    sentence = "On Friday the redfox77 app said that the harbour would be closed for two weeks."
    article = newsclean.parse(
        f"<title>Ferry sails again</title><h1>Ferry sails again</h1><p>{chain}</p>"
        + "".join(f"<p>{text}</p>" for text in (*TEXT, sentence))
    )
    assert sentence in article.paragraphs
    assert "spam.suspect" in notes(article)


def test_a_reason_can_be_told_to_cut_nothing() -> None:
    glossed = CHINESE[1].replace("發動", "發(fā)動(dòng)").replace("檢", "檢(jiǎn)")
    more = CHINESE[2].replace("鑄造", "鑄(zhù)造").replace("貨車", "貨(huò)車")
    body = f"<h1>渡輪</h1><p>{CHINESE[0]}</p><p>{glossed}</p><p>{more}</p>"
    assert newsclean.parse(body).paragraphs == CHINESE
    options = newsclean.Options(keep=frozenset((Reason.JAMMER,)))
    kept = newsclean.parse(body, options=options)
    assert kept.paragraphs == (CHINESE[0], glossed, more)
    assert not [removal for removal in kept.removed if removal.reason is Reason.JAMMER]
