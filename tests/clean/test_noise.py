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


@pytest.mark.parametrize("sign", ["\u061c", "\ufe0f", "\ufe0e", "\u180b", "\U000e0101"])
def test_marks_and_selectors_that_do_nothing_go(sign: str) -> None:
    noisy = [text.replace("ou", f"o{sign}u").replace("er", f"e{sign}r") for text in TEXT]
    assert read(*noisy).paragraphs == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "The keeper \u26f4\ufe0f wrote 3\ufe0f\u20e3 letters, each with a \u2709\ufe0e on its cover.",
        "辻\U000e0100さんは火曜日の朝に船で島へ戻り、港で待つ家族と会った。",
    ],
)
def test_selectors_with_a_meaning_stay(text: str) -> None:
    assert read(*TEXT, text).paragraphs[-1] == text


@pytest.mark.parametrize(
    "signs", ["\u2605", "\u2298\u229b", "\u2591\u2588", "\u0335\u0338", "\u27f6"]
)
def test_signs_that_part_words_go(signs: str) -> None:
    parted = [
        TEXT[0]
        .replace("Tuesday", f"Tues{signs[0]}day")
        .replace("the island", f"t{signs[-1]}he island"),
        TEXT[1].replace("had been", f"h{signs[0]}ad been").replace("diver", f"di{signs[-1]}ver"),
        TEXT[2].replace("The new", f"Th{signs[-1]}e new").replace("housing", f"hous{signs[0]}ing"),
        "The housing had been the oldest part, and the diver came back on Tuesday to look at it.",
    ]
    assert read(*parted).paragraphs[:3] == TEXT


def test_arrows_and_stars_in_names_stay() -> None:
    lines = (
        "The line Lindenhafen\u2192Grauholm and the line Grauholm\u2192Lindenhafen are sailed twice a day.",
        "The band KI\u2605SHA plays on board, and KI\u2605SHA plays on the quay as well, from nine.",
        "Lindenhafen\u2192Sund is not sailed before the summer, the harbour office said on Friday.",
    )
    assert read(*lines).paragraphs == lines


@pytest.mark.parametrize("pair", ["eօ", "nո", "vν", "uυ"])
def test_look_alikes_of_other_alphabets_are_folded(pair: str) -> None:
    latin = {"օ": "o", "ո": "n", "ν": "v", "υ": "u"}[pair[1]]
    noisy = [text.replace(f"e{latin}", f"e{pair[1]}").replace(latin, pair[1]) for text in TEXT]
    text = " ".join(read(*noisy).paragraphs)
    assert pair[1] not in text


def test_greek_letters_with_a_meaning_stay() -> None:
    text = "Both IFNα and TNFα rise, while PPARγ and NFκB fall; cosν and sinα are drawn in blue."
    assert read(*TEXT, text).paragraphs[-1] == text


def test_letters_spelt_as_numbers_become_letters() -> None:
    shown = [
        text.replace("ou", "o&amp;#252;u").replace("ea", "&amp;#x20ac;&amp;#960;&amp;#252;")
        for text in TEXT
    ]
    assert "&#" not in read(*shown).text


def test_numbers_of_signs_in_an_article_about_them_stay() -> None:
    text = "Write &amp;#169; for the copyright sign, &amp;#174; for the other one, &amp;#233; for an accent."
    assert "&#169; for" in read(*TEXT, text).paragraphs[-1]


@pytest.mark.parametrize("brackets", ["[]", "（）", "【】", "{}"])
def test_glosses_in_other_brackets_go(brackets: str) -> None:
    left, right = brackets[0], brackets[1]
    glossed = (
        CHINESE[0].replace("恢復", f"恢復{left}fù{right}").replace("碼", f"碼{left}mǎ{right}"),
        CHINESE[1].replace("發動", f"發{left}fā{right}動{left}dòng{right}"),
        CHINESE[2]
        .replace("鑄造", f"鑄{left}zhù{right}造")
        .replace("貨車", f"貨{left}huò{right}車"),
    )
    assert read(*glossed).paragraphs == CHINESE


def test_a_few_pictographs_that_part_words_go() -> None:
    other = "The foundry had last worked on an engine of that kind forty years before."
    noisy = (
        TEXT[0].replace("Tuesday", "Tu🧩esday"),
        TEXT[1].replace("housing", "hou🛶sing"),
        TEXT[2].replace("came by", "came 🌵 by"),
    )
    assert read(*noisy, other).paragraphs == (*TEXT, other)


def test_a_few_pictographs_between_words_stay() -> None:
    noisy = (
        TEXT[0].replace("Tuesday morning", "Tuesday🧩morning"),
        TEXT[1].replace("a crack", "a🛶crack"),
        TEXT[2].replace("came by", "came 🌵 by"),
    )
    assert read(*noisy).paragraphs == noisy
