"""Text that was stored after it had been read in a wrong charset."""

import pytest

import newsclean

GERMAN = (
    "Die Brücke über die Öre wurde am Montag für den Verkehr geöffnet.",
    "„Endlich“, sagt die Bürgermeisterin, „müssen wir keine Umwege mehr fahren.“",
    "Der Bau hat – anders als geplant – größere Summen gekostet.",
)
ENGLISH = (
    "The bridge across the river was opened on Monday after years of delay.",
    "“At last,” said the mayor, “we don’t have to drive around the hill.”",
    "The work cost more than planned, though the council won’t say how much.",
)
CHINESE = (
    "昨日下午，青河县的新桥正式通车，沿线三个村庄的居民不必再绕行。",
    "县交通局负责人表示，大桥的建设历时两年，比原计划提前了三个月。",
    "当地居民说，以前到县城要走一个多小时，如今只要二十分钟就可以到。",
)


def _page(paragraphs: tuple[str, ...], attribute: str = "") -> str:
    body = "".join(f'<p data-box="{attribute}">{text}</p>' for text in paragraphs)
    return f"<html><body><article><h1>2024</h1>{body}</article></body></html>"


@pytest.mark.parametrize("paragraphs", [GERMAN, ENGLISH, CHINESE])
def test_gb18030_that_was_read_as_latin_1_is_read_again(paragraphs: tuple[str, ...]) -> None:
    damaged = _page(paragraphs).encode("gb18030").decode("latin-1")
    article = newsclean.parse(damaged)
    assert article.paragraphs == paragraphs
    assert "text.mojibake" in [note.code for note in article.notes]


def test_chinese_amid_long_attributes_is_read_again() -> None:
    page = _page(CHINESE * 3, "x" * 5000)
    assert newsclean.parse(page.encode("gb18030").decode("latin-1")).paragraphs == CHINESE * 3


@pytest.mark.parametrize(
    "text",
    [
        "¡Ánimo! gritó la afición, que llenó el estadio desde las seis de la tarde del martes.",
        "¿Qué pasó en Logroño? Los vecinos piden más señales, según la alcaldesa Begoña Peña.",
        "The council »»»» met on Monday ···· and agreed on the new bridge, after two years.",
        "Où sont passées les forêts brûlées de l'été dernier ? Déjà, l'herbe a repoussé partout.",
    ],
)
def test_honest_western_text_stays(text: str) -> None:
    article = newsclean.parse(_page((text,) * 3))
    assert set(article.paragraphs) == {text}
    assert "text.mojibake" not in [note.code for note in article.notes]


def test_controls_are_read_as_windows_1252() -> None:
    page = _page(tuple(text.replace("’", "\x92").replace("“", "\x93\x81") for text in ENGLISH[:2]))
    article = newsclean.parse(page.replace("2024", "The mayor won\x92t drive"))
    assert article.title == "The mayor won’t drive"
    assert article.paragraphs[0] == ENGLISH[0]
    assert "we don’t have" in article.paragraphs[1]
    assert "text.controls" in [note.code for note in article.notes]
