"""Damage of single paragraphs between right ones."""

import pytest

import newsclean

GERMAN = (
    "Die Fähre fährt wieder über den Sund, schrieb die Hafenbehörde „mit großer Freude“ an alle."
)
CHINESE = (
    "渡轮星期二早上恢复航行，岛上居民在码头迎接第一班船。发动机去年十月拆下检查，外壳上有一道裂缝。"
)
RUSSIAN = (
    "Паром между городом и островом снова ходит, сообщили во вторник утром в управлении порта."
)


def wrong(text: str, right: str, read_as: str, times: int = 1) -> str:
    for _ in range(times):
        data = text.encode(right)
        text = (
            "".join(bytes([byte]).decode(read_as, "ignore") or chr(byte) for byte in data)
            if read_as == "cp1252"
            else data.decode(read_as)
        )
    return text


@pytest.mark.parametrize(
    ("text", "right", "read_as", "times"),
    [
        (GERMAN, "utf-8", "cp1252", 1),
        (GERMAN, "utf-8", "cp1252", 2),
        (CHINESE, "utf-8", "latin-1", 2),
        (CHINESE, "gb18030", "latin-1", 1),
        (RUSSIAN, "cp1251", "latin-1", 1),
        (RUSSIAN, "utf-8", "cp1251", 1),
    ],
)
def test_a_damaged_paragraph_is_repaired(text: str, right: str, read_as: str, times: int) -> None:
    whole = text.replace("„", "").replace("“", "")
    damaged = wrong(text, right, read_as, times)
    article = newsclean.parse(f"<h1>渡轮</h1><p>{whole}</p><p>{damaged}</p><p>{whole}</p>")
    assert article.paragraphs == (whole, text, whole)
    assert "text.mojibake" in {note.code for note in article.notes}


def test_a_list_of_accented_letters_stays() -> None:
    letters = "ÀÈÌÒÙàèìòùÁÉÍÓÚÝáéíóúýÂÊÎÔÛâêîôû"
    text = (
        f"The new keyboard has the letters {letters} on keys of their own, as the old one had not."
    )
    assert text in newsclean.parse(f"<h1>A keyboard</h1><p>{text}</p><p>{GERMAN}</p>").paragraphs
