"""Bytes to text: the order of evidence, and what is mended."""

import pytest

from newsclean import decode
from newsclean.model import Status

CHINESE = "<p>昨日下午，青河县的新桥正式通车，沿线三个村庄的居民不必再绕行。</p>" * 6
RUSSIAN = "<p>Вчера в Зареченске открыли новый мост через реку, сообщает мэрия.</p>" * 4


def codes(decoded: decode.Decoded) -> list[str]:
    return [note.code for note in decoded.notes]


@pytest.mark.parametrize(
    ("data", "how", "charset"),
    [
        (CHINESE.encode(), "utf-8", "utf-8"),
        (b"\xef\xbb\xbf" + CHINESE.encode(), "bom", "utf-8"),
        (CHINESE.encode("utf-16"), "bom", "utf-16-le"),
        (CHINESE.encode("utf-32"), "bom", "utf-32-le"),
        (CHINESE.encode("utf-16-le"), "detected", "utf-16-le"),
        (b'<meta charset="gb2312">' + CHINESE.encode("gb18030"), "declared", "gb18030"),
        (CHINESE.encode("gb18030"), "detected", "gb18030"),
        (RUSSIAN.encode("cp1251"), "detected", "cp1251"),
        (b'<meta charset="utf-8">' + RUSSIAN.encode("cp1251"), "detected", "cp1251"),
        (b'<meta charset="iso-8859-1">' + RUSSIAN.encode("cp1251"), "detected", "cp1251"),
        ("<p>橋が開通した。市長が発表した。</p>".encode("iso2022_jp"), "detected", "iso2022_jp"),
    ],
)
def test_charset_is_found_in_the_order_of_evidence(data: bytes, how: str, charset: str) -> None:
    found = decode.read(data)
    assert (found.how, found.charset) == (how, charset)
    assert "\ufffd" not in found.text


WESTERN = (
    "<p>Die Brücke über die Öre wurde für den Verkehr geöffnet – „endlich“, sagt sie.</p>" * 20
)


def test_windows_1252_under_a_wrong_declaration_is_no_code_page_of_dos() -> None:
    ascii_text = "<p>The council of Greyford met on Monday and agreed on the new bridge.</p>" * 40
    found = decode.read(b'<meta charset="utf-8">' + (ascii_text + WESTERN).encode("cp1252"))
    assert found.charset == "cp1252"
    assert "geöffnet – „endlich“" in found.text


def test_a_real_code_page_of_dos_is_still_read() -> None:
    found = decode.read(WESTERN.replace("–", "-").replace("„", "").replace("“", "").encode("cp437"))
    assert "Brücke über die Öre" in found.text


def test_foreign_pieces_do_not_flip_a_page_of_few_accents() -> None:
    plain = "<p>The council met on Monday.</p>" * 30
    accents = "<p>In Málaga it rained.</p><p>“Yes,” she said.</p><p>The café is shut – for now.</p>"
    foreign = "<p>café – “naïve” résumé</p>".encode("cp1252")
    found = decode.read(plain.encode() + accents.encode() + foreign + foreign)
    assert found.how == "mixed"
    assert found.text.startswith(plain + accents)


def test_http_charset_comes_before_the_declaration() -> None:
    data = b'<meta charset="windows-1252">' + RUSSIAN.encode("koi8-r")
    found = decode.read(data, "text/html; charset=KOI8-R")
    assert (found.how, found.charset) == ("http", "koi8-r")
    assert "Зареченске" in found.text


def test_names_that_are_no_charset_of_the_web_are_ignored_with_a_note() -> None:
    found = decode.read(RUSSIAN.encode("cp1251"), "text/html; charset=rot13")
    assert found.charset == "cp1251"
    assert "charset.unknown" in codes(found)


def test_one_foreign_footer_does_not_flip_a_utf8_page() -> None:
    data = CHINESE.encode() + b"<p>" + "版权所有".encode("gb18030") + b"</p>"
    found = decode.read(data)
    assert found.how == "mixed"
    assert found.text == CHINESE + "<p>版权所有</p>"


def test_a_page_cut_in_mid_character_stays_utf8() -> None:
    found = decode.read(CHINESE.encode()[:-6])
    assert found.charset == "utf-8"
    assert "青河县" in found.text


@pytest.mark.parametrize("data", [b"", b" \r\n", "", " \n", b"\x00\x00"])
def test_nothing_is_empty(data: bytes | str) -> None:
    assert decode.read(data).status is Status.EMPTY


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        bytes(range(32)) * 40,
    ],
)
def test_binary_is_undecodable_with_a_note(data: bytes) -> None:
    found = decode.read(data)
    assert found.status is Status.UNDECODABLE
    assert codes(found)[-1] == "input.undecodable"


def test_input_over_the_limit_is_not_read() -> None:
    found = decode.read(b"<p>x</p>" * 10, max_bytes=50)
    assert found.status is Status.TOO_LARGE
    assert found.text == ""


def test_lone_surrogates_are_replaced_and_pairs_joined() -> None:
    found = decode.read("a\ud800b \ud83d\ude00")
    assert found.text == "a\ufffdb \U0001f600"
    assert codes(found) == ["text.surrogates"]


def test_a_page_is_kept_as_utf8() -> None:
    for data in ("Mühle \U0001f600".encode(), "Mühle".encode("latin-1"), "Mühle"):
        found = decode.read(data, "text/html; charset=iso-8859-1")
        assert found.source == found.text.encode()
        assert found.text.startswith("Mühle")
        assert found.head(3) == "Müh"


@pytest.mark.parametrize(
    ("head", "label"),
    [
        (b'<meta charset="Big5">', "big5"),
        (b"<META name=x content='a'><meta charset = windows-1251 />", "windows-1251"),
        (b"<meta http-equiv=Content-Type content='text/html;charset=gbk;'>", "gbk"),
        (b'\n<?xml version="1.0" encoding="Shift_JIS"?><meta charset="big5">', "shift_jis"),
        (b'<?xml version="1.0"?><html><meta charset="big5">', "big5"),
        (b"<meta name=charset><p>charset=big5", None),
        (b"<p>" * 700 + b'<meta charset="big5">', None),
        (b"<meta charset=\xff>", "\ufffd"),
        (b"", None),
    ],
)
def test_a_declared_charset_is_found_near_the_start(head: bytes, label: str | None) -> None:
    assert decode._declared(head) == label
