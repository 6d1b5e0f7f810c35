"""Chains of keywords of any form go, wherever they stand; chains that someone wrote stay."""

import itertools

import pytest

import newsclean

TEXT = (
    "The ferry between the town and the island went back into service on Tuesday morning.",
    "Its engine had been taken out in October, when a diver found a crack in the housing.",
    "The new housing was cast in a foundry up the coast and came by lorry in February.",
    "Ninety people live on the island all year, and in the winter a boat of the coast guard came.",
    "A ticket now costs four crowns instead of three, the first rise in eleven years.",
)
CHINESE = (
    "渡轮星期二早上恢复航行，岛上居民在码头迎接第一班船，港务局表示全年都会运营。",
    "发动机去年十月拆下检查，潜水员发现外壳上有一道裂缝，居民只能等待新的零件。",
    "新的外壳在北岸的铸造厂制成，二月用货车运到码头安装，比原定时间晚了三个星期。",
    "岛上全年住着九十位居民，冬天只有海岸警卫队的船每周来两次，学校因此停课多日。",
)
HEADING = "Ferry sails again"
BANNERS = (
    "redfox77 login|redfox77 free spins|redfox77 bonus",
    "bluewolf giriş - bluewolf bonus - bluewolf kayıt",
    "redfox77 app redfox77 login redfox77 bonus",
    "лис77 вход_лис77 бонус_лис77 отзывы",
    "【赤狐77官网】【赤狐77登录】【赤狐77邮箱】",
    "赤狐官网~赤狐登录~赤狐邮箱",
    "หมาป่า77ทางเข้า หมาป่า77เครดิตฟรี",
    "여우77 주소 · 여우77 쿠폰 · 여우77 검증",
)


def page(*paragraphs: str, title: str = HEADING, heading: str = HEADING) -> newsclean.Article:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    return newsclean.parse(f"<title>{title}</title><body><h1>{heading}</h1>{body}</body>")


@pytest.mark.parametrize("banner", BANNERS)
def test_a_line_that_is_also_spliced_goes(banner: str) -> None:
    spliced = TEXT[1].replace("a diver", f"a {banner} diver")
    more = TEXT[2].replace("up the", f"up {banner} the")
    article = page(banner, TEXT[0], spliced, more, *TEXT[3:], title=f"{banner} {HEADING}")
    assert article.paragraphs == TEXT


@pytest.mark.parametrize("banner", BANNERS[3:6])
def test_a_line_that_is_also_spliced_into_chinese_goes(banner: str) -> None:
    spliced = CHINESE[1].replace("潜水员", f"潜水{banner}员")
    article = page(
        banner, CHINESE[0], spliced, *CHINESE[2:], title=f"{banner}_渡轮", heading="渡轮"
    )
    assert article.paragraphs == CHINESE


@pytest.mark.parametrize("banner", [*BANNERS[:2], *BANNERS[3:6], BANNERS[7]])
def test_a_line_after_every_paragraph_goes(banner: str) -> None:
    article = page(*(line for text in TEXT for line in (text, banner)))
    assert article.paragraphs == TEXT


@pytest.mark.parametrize("banner", BANNERS[:2])
def test_a_banner_at_the_end_of_a_paragraph_and_in_the_title_goes(banner: str) -> None:
    article = page(TEXT[0], f"{TEXT[1]} {banner}", *TEXT[2:], title=f"{banner} | {HEADING}")
    assert article.paragraphs == TEXT


def test_a_heading_is_freed_of_the_banner_before_it() -> None:
    chain = f"redfox77 login | redfox77 bonus | {HEADING}"
    assert page(*TEXT, title=chain, heading=chain).title == HEADING


def test_a_hijacked_heading_above_the_real_one_is_not_the_title() -> None:
    banner = BANNERS[0]
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    article = newsclean.parse(
        f'<title>{banner}</title><meta property="og:title" content="{banner}">'
        f"<body><h1>{banner}</h1><h1>{HEADING}</h1>{body}</body>"
    )
    assert article.title == HEADING


@pytest.mark.parametrize(
    "motto",
    [
        "Liberty, Equality, Fraternity",
        "Faster boats, cleaner air, safer quays",
        "Nordline Ferry, Nordline Bus, Nordline Train",
    ],
)
def test_a_motto_in_title_heading_and_sentences_stays(motto: str) -> None:
    sentences = (
        f"Over the door of the office the words {motto} are written in gold.",
        f"The mayor said that {motto} had been the words of her mother too.",
    )
    article = page(*TEXT, *sentences, title=motto, heading=motto)
    assert article.paragraphs == (*TEXT, *sentences)


@pytest.mark.parametrize("motto", ["不忘初心，牢记使命", "高举旗帜，凝聚共识，共创未来"])
def test_a_chinese_motto_in_title_heading_and_sentences_stays(motto: str) -> None:
    sentences = (f"港务局今年开展{motto}主题教育，全体职工参加。", f"他说{motto}是大家共同的愿望。")
    article = page(*CHINESE, *sentences, title=motto, heading=motto)
    assert article.paragraphs == (*CHINESE, *sentences)


def test_headlines_strung_together_are_no_sentence_around_a_banner() -> None:
    strung = "方法分享 | 渡轮的发动机怎样检查 海岸周刊｜船与港口 潜水员的一天是怎样度过的"
    lines = ("海岸周刊｜船与港口", strung)
    article = page(*CHINESE, *lines, title="渡轮恢复航行", heading="渡轮恢复航行")
    assert not [r for r in article.removed if r.reason is newsclean.Reason.SPAM_BANNER]


def test_the_days_of_a_calendar_are_no_debris() -> None:
    days = "".join(f"<td><div>{day}.</div></td>" for day in range(1, 31))
    body = "".join(f"<p>{text}</p>" for text in TEXT)
    article = newsclean.parse(f"<h1>{HEADING}</h1>{body}<table><tr>{days}</tr></table>")
    assert not [r for r in article.removed if r.rule == "tagsoup.list-debris"]


CLAUSES = (
    "sign up today for the welcome package",
    "the support answers day and night",
    "redfox77 bonus",
    "money is paid out within minutes",
    "redfox77 login",
    "the best known house in the country",
)


def stuffed(size: int) -> list[str]:
    """Paragraphs put together from a small stock, each in another order."""
    return [
        ", ".join(CLAUSES[(n + 5 * k * (n + 1)) % 6] for k in range(4)) + "." for n in range(size)
    ]


@pytest.mark.parametrize("title", ["redfox77 login | redfox77 bonus | redfox77 app"])
def test_a_page_of_a_few_clauses_under_keywords_is_spam(title: str) -> None:
    article = page(*stuffed(12), title=title, heading=title)
    assert article.status is newsclean.Status.SPAM
    assert article.paragraphs == ()


def test_a_song_with_a_refrain_is_no_spam() -> None:
    title = "Row, row the ferry, row it home"
    refrain = "row, row the ferry, row it home again, over the sound before the night comes down"
    verses = ("The wind is in the rigging", "The lamp is on the quay", "The snow is on the mast")
    stanzas = [f"{verse}, {refrain}, {refrain}." for verse in verses * 2]
    stanzas = [f"Verse {n}. {stanza}" for n, stanza in enumerate(stanzas, 1)]
    assert page(*stanzas, title=title, heading=title).status is not newsclean.Status.SPAM


def differing(brand: str) -> tuple[str, ...]:
    words = ("login", "bonus", "app", "sale", "slots")
    return tuple(f"{brand} {a} | {brand} {b}" for a, b in itertools.pairwise(words))


def test_lines_of_one_brand_are_known_though_no_two_are_the_same() -> None:
    lines = differing("zolphamert")
    between = tuple(text for pair in zip(TEXT, lines, strict=False) for text in pair)
    article = page(*between, *TEXT[len(lines) :])
    assert not any("zolphamert" in text for text in article.paragraphs)


def test_lines_of_a_company_in_capitals_stay() -> None:
    lines = differing("Zolpha Mert")
    between = tuple(text for pair in zip(TEXT, lines, strict=False) for text in pair)
    removed = page(*between, *TEXT[len(lines) :]).removed
    assert not any(one.rule.startswith("banner") for one in removed)
