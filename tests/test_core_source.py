"""What is asked of a source is answered alike by the compiled core and by its twins."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from newsclean import core, decode, dom
from newsclean.clean import damage, escape, reread
from newsclean.dom import source, tokens, unclosed
from newsclean.glance import UNKNOWN, Glance

pytestmark = pytest.mark.skipif(core.native("glance") is None, reason="the core is not compiled")

TAGS = st.sampled_from(
    [b"<", b">", b"/", b"div", b"a", b" ", b"\n", b"\x0b", b"=", b"'", b'"', b"x", b"D", b"<p a=1 "]
)
ATTRIBUTES = st.sampled_from(
    [b"a", b"=", b"'", b'"', b" ", b"/", b"a=1 ", b"b='>' ", b'c="<"', b"=''", b"\x0b", b"d = e "]
)
PREFORMATTED = st.sampled_from(
    [
        b"<",
        b"p",
        b"PR",
        b"re",
        b"e>",
        b"<p",
        b"t",
        b"Tex",
        b"tarea",
        b"</body>",
        b"<pl",
        b"</html >",
    ]
)
CODE = st.sampled_from(
    [
        *(b"<div>", b"</div>", b"<a ", b"</a>", b"<a>", b"<script", b"</script>", b"<STYLE>"),
        *(b"</style", b"<!--", b"-->", b"->", b"<", b">", b"text"),
    ]
)
BOXES = st.sampled_from(
    [
        *(b"<DIV x>", b"<section>", b"</section>", b"<nav", b"</nav >", b"<ul>", b"</ul>", b"<p>"),
        *(
            b"<header>",
            b"</header>",
            b"<head>",
            b"</div>",
            b"<dl>",
            b"</dl>",
            b"<main >",
            b"</main>",
        ),
        *(b"<article>", b"</article>", b"<aside>", b"</aside>", b"<ol>", b"</ol>", b"<figure>"),
        *(b"</figure>", b"<footer>", b"</footer>", b"<div", b"</a>"),
    ]
)
FRAMES = st.sampled_from(
    [
        *(b"<html", b"</HTML", b"<head", b"<header", b"<body", b"<title", b"<textarea", b"<tex"),
        *(b"<plaintext", b"<xmp", b"<iframe", b"<noembed", b"<noframes", b"<!doctype", b"</"),
        *(b">", b"/", b" ", b"\x0b", b"a='b'", b"<"),
    ]
)
NUMBERS = st.sampled_from(
    [
        *(b"&#", b"&", b"x", b"X", b"0", b"1", b"2", b"3", b"7", b"8", b"9", b"f", b"B", b";"),
        *(b"00000000", b"127", b"\x00", b"\x0b", b"\t", b"\x7f", b"\xc2\x85", b"\xc2", b" " * 64),
    ]
)
SIGNS = st.sampled_from(
    [
        *("a", "plain text " * 40, "Ã", "Â", "©", "\x80", "€", "™", "–", "œ", "ƒ", "ˆ", "¡Â"),
        *(
            "Ñ",
            "å",
            "é" * 150,
            "文" * 150,
            "ѕ",
            "РѕР",
            "РµР",
            "С‚Р",
            "СЃС",
            "Р",
            "锛",
            "銆",
            "鐨勬",
        ),
    ]
)


def seen(data: bytes) -> Glance:
    """Return what the compiled core sees in a source."""
    found: Glance = core.native("glance")(data)
    return found


def alike(name: str, twin: object, data: bytes) -> None:
    """Hold a compiled function against its twin."""
    assert callable(twin)
    assert core.native(name)(data) == twin(data)


@given(st.lists(st.one_of(TAGS, CODE), max_size=60))
def test_open_boxes_and_links_are_counted_alike(parts: list[bytes]) -> None:
    data = b"".join(parts)
    assert seen(data).surplus == unclosed.surplus(data)


@given(st.lists(st.one_of(CODE, BOXES), max_size=60))
def test_open_boxes_are_ended_alike(parts: list[bytes]) -> None:
    alike("box_ends", unclosed._box_ends, b"".join(parts))


@given(
    st.lists(st.one_of(TAGS, CODE, FRAMES), max_size=30),
    st.lists(ATTRIBUTES, min_size=1, max_size=12),
    st.integers(0, 1200),
)
def test_tags_with_too_many_attributes_are_seen(
    parts: list[bytes], attributes: list[bytes], times: int
) -> None:
    data = b"".join((*parts, b"<p ", b"".join(attributes) * times, b">", *parts))
    tags = [tag for tag in tokens.tags(data) if len(tag[3]) > 2 * tokens.MAX_ATTRIBUTES]
    counted = [sum(1 for _ in tokens._ATTRIBUTE.finditer(tag[3])) for tag in tags]
    assert seen(data).crowded == any(count > tokens.MAX_ATTRIBUTES for count in counted)
    assert seen(data).crowded or not tokens.cut_attributes(data)[1]


@given(st.lists(st.one_of(FRAMES, CODE), max_size=40))
def test_frames_are_found_alike(parts: list[bytes]) -> None:
    data = b"".join(parts)
    assert seen(data).frames == source._tags(data)


def test_more_frames_than_there_is_room_for_are_looked_for_again() -> None:
    assert seen(b"<html>" * 256).frames is not None
    assert seen(b"<html>" * 257).frames is None


@given(st.lists(st.one_of(CODE, FRAMES), max_size=40))
def test_comments_that_never_end_are_seen(parts: list[bytes]) -> None:
    data = b"".join(parts)
    begin = data.rfind(b"<!--")
    assert seen(data).commented == (begin >= 0 and data.find(b"-->", begin + 2) < 0)


@given(st.lists(st.one_of(FRAMES, PREFORMATTED), max_size=40))
def test_elements_that_keep_their_line_ends_are_seen(parts: list[bytes]) -> None:
    data = b"".join(parts)
    documents = source.mend(data, UNKNOWN).documents
    found = any(re.search(b"<(?:pre|textarea)", one, re.IGNORECASE) for one in documents)
    assert seen(data).preformatted or not found


@given(st.lists(NUMBERS, max_size=30))
@example([b"&#", b"0" * 10])
@example([b"&#x", b"0" * 10, b"1"])
def test_controls_are_found_alike(parts: list[bytes]) -> None:
    data = b"".join(parts)
    assert seen(data).controls == source.has_controls(data) or seen(data) == UNKNOWN


@pytest.mark.parametrize("form", ["{0:c}", "&#{0};", "&#x{0:x}", "&#X0{0:X}g", "&#0000000000{0}"])
def test_every_control_is_found_alike(form: str) -> None:
    for code in range(0x180):
        data = ("text " * 30 + form.format(code)).encode()
        assert seen(data).controls == source.has_controls(data)


def is_right(data: bytes) -> bool:
    """Tell whether a text is suspected or, looked at, is not damaged, and not suspected idly."""
    suspected = seen(data).damaged
    if suspected and not damage.is_suspicious(data):
        return "ѕ".encode() in data
    page = decode.Decoded(data, "utf-8", "utf-8")
    return suspected or damage.mend(page) == page


def wrong(text: str, charset: str = "utf-8") -> str:
    return text.encode(charset).decode("cp1252")


HONEST = f"<p>é b€ {'plain text ' * 200}"


@given(st.lists(SIGNS, max_size=40), st.sampled_from(["", "<p>é b", "<p>€", HONEST]))
@example(["à»<p>", wrong("à la carte, élan, ñandú")], HONEST)
@example(["à»<p>", wrong("„so“, ‘so’ – so")], HONEST)
@example(["à»<p>", wrong("но на по до не на ни")], HONEST)
@example(["à»<p>", wrong("渡轮星期二早上恢复航行，岛上居民在码头", "gb18030")], HONEST)
def test_damage_is_suspected_alike(parts: list[str], honest: str) -> None:
    assert is_right("".join((*parts, honest)).encode())


@pytest.mark.parametrize("honest", ["", HONEST])
def test_every_pair_of_western_signs_is_suspected_alike(honest: str) -> None:
    for one in range(0xC0, 0x100):
        for two in (*range(0x80, 0xC0), *range(0x150, 0x193), *range(0x2C0, 0x2E0), 0x20AC, 0x2122):
            data = f"{honest}a{one:c}{two:c}".encode()
            assert is_right(data)
            assert honest or seen(data).damaged == damage.is_suspicious(data)


def is_plain(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 without controls that other charsets have."""
    return decode.is_utf8(data) and not set(data) & {*range(9), 11, *range(14, 32), 127}


@given(st.one_of(st.binary(), st.text().map(lambda text: text.encode("utf-8", "surrogatepass"))))
def test_utf8_is_told_alike(data: bytes) -> None:
    assert seen(data).foreign != is_plain(data)
    assert (seen(data) == UNKNOWN) != decode.is_utf8(data)


@pytest.mark.parametrize("lead", ["", "a", "ascii and on", "é" * 31, "a" * 62])
def test_every_beginning_of_a_character_is_told_alike(lead: str) -> None:
    for one in range(0x80, 0x100):
        for two in (0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF):
            for rest in (b"", b"\x80", b"\x80\xbf", b"\xbf\x80x", b"\x7f\x80", b"\x80\xc0"):
                data = lead.encode() + bytes((one, two)) + rest
                assert seen(data).foreign != is_plain(data)


def test_text_is_refused() -> None:
    for wrong in ("x", None, bytearray(b"x")):
        with pytest.raises(TypeError):
            core.native("glance")(wrong)


@given(st.lists(st.sampled_from([b"&lt;", b"/p", b"&gt;", b"&lt;/p&gt", b";", b"&"])))
def test_shown_paragraphs_are_found_alike(parts: list[bytes]) -> None:
    data = b"".join(parts)
    assert seen(data).escaped == escape.shows_paragraph(data)


@given(st.text(st.characters(max_codepoint=0x2200)))
def test_western_text_is_written_alike(text: str) -> None:
    assert core.native("western")(text) == reread._western(text)


def test_every_western_sign_is_written_alike() -> None:
    for code in range(0x2200):
        assert core.native("western")(f"a{code:c}") == reread._western(f"a{code:c}")


MARKUP = st.sampled_from(
    [
        *("<head>", "</head>", "<body>", "<p>", "<div>", "</div>", "<td>", "<h1>", "<h2>", "<li>"),
        *("<pre>", "</pre>", "<textarea>", "</textarea>", "<title>", "</title>", "<b>", "text"),
        *("<meta>", "<svg>", "<prefix>", "<link>", "<o:p>"),
    ]
)


@given(st.lists(MARKUP, min_size=1, max_size=30), st.booleans(), st.booleans())
def test_oddities_are_found_alike(parts: list[str], is_xml: bool, preformatted: bool) -> None:
    parser = etree.XMLParser(recover=True) if is_xml else etree.HTMLParser()
    for markup in ("<html>", "<html><head>"):
        root = etree.fromstring(markup + "".join(parts), parser)
        assert core.native("oddities")(root, preformatted) == dom._oddities(root, preformatted)
