"""The report in a real browser: layout, contrast, keyboard, and that nothing runs or is fetched."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from browser.chromium import Chromium, found
from browser.measures import BOXES, CONTRAST
from hostile.vectors import EVERY
from newsclean import Reason, pipeline
from newsclean.explain.report import report

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
FIXTURES = Path(__file__).parents[2] / "fixtures"
DUMP = FIXTURES / "hijacked-text-dump" / "page.txt"
SPLICED = FIXTURES / "banner-in-sentence-en" / "page.html"
PAGES = [
    DUMP,
    SPLICED,
    *(FIXTURES / slug / "page.html" for slug in ("ar-news", "blocks-all-kinds", "forum-jammer")),
]
Shown = Callable[..., Chromium]
SLUGS = [page.parent.name for page in PAGES]


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    if found() is None:
        pytest.skip("no Chromium here; apt-get install chromium")
    with Chromium(tmp_path_factory.mktemp("profile")) as running:
        yield running


@pytest.fixture
def shown(chromium: Chromium, tmp_path: Path) -> Shown:
    """Return what opens the report of a page: ``shown(page, width=..., dark=...)``."""

    def show(page: Path | str, width: int = 1280, *, dark: bool = False) -> Chromium:
        file = tmp_path / "report.html"
        file.write_text(report(pipeline.trace(page)), encoding="utf-8")
        chromium.show(file, width, dark=dark)
        return chromium

    return show


def boxes(browser: Chromium, selector: str) -> list[list[float]]:
    """Return left, top, right and bottom of the elements that can be seen."""
    found: list[list[float]] = browser.ask(BOXES % selector)
    return found


def overlap(one: list[float], other: list[float]) -> bool:
    """Tell whether two boxes share more than an edge."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 1
        and min(one[3], other[3]) - max(one[1], other[1]) > 1
    )


def assert_quiet(browser: Chromium) -> None:
    """Fail if the console said anything or another address was asked for."""
    assert browser.complaints() == []
    assert browser.requests() == []


@pytest.mark.parametrize("width", [360, 800, 1280, 1920])
@pytest.mark.parametrize("page", PAGES, ids=SLUGS)
def test_nothing_overlaps_or_runs_out_of_the_page(page: Path, width: int, shown: Shown) -> None:
    browser = shown(page, width)
    assert browser.ask("document.documentElement.scrollWidth") <= width
    for selector in ("#page .block", "#article .item", ".legend > label", "main section", ".field"):
        found = boxes(browser, selector)
        assert found
        for number, box in enumerate(found):
            assert 0 <= box[0] < box[2] <= width
            assert not [other for other in found[number + 1 :] if overlap(box, other)]
    for selector in (".block > summary > .label", ".block > summary > .text"):
        assert all(box[2] - box[0] > 20 for box in boxes(browser, selector))
    cells = "[...document.querySelectorAll('.block > summary')].some(s => s.scrollWidth > s.clientWidth)"
    assert not browser.ask(cells)
    assert_quiet(browser)


@pytest.mark.parametrize("page", PAGES, ids=SLUGS)
def test_two_columns_side_by_side_and_one_on_a_phone(page: Path, shown: Shown) -> None:
    browser = shown(page, 1280)
    ((left, top, right, _), (side, beside, end, _)) = boxes(browser, "main > *")
    assert right <= side
    assert abs(top - beside) < 2
    assert right - left > 400
    assert end - side > 400
    browser = shown(page, 390)
    ((left, _, right, bottom), (side, below, _, _)) = boxes(browser, "main > *")
    assert bottom <= below
    assert left == side
    assert right - left > 340
    labels, texts = boxes(browser, ".block .label"), boxes(browser, ".block .text")
    assert all(a[3] <= b[1] + 1 for a, b in zip(labels, texts, strict=True))


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("page", PAGES, ids=SLUGS)
def test_every_text_has_contrast(page: Path, dark: bool, shown: Shown) -> None:
    browser = shown(page, 1280, dark=dark)
    browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
    measured = browser.ask(CONTRAST)
    assert len(measured) > 50
    assert [(name, round(ratio, 2)) for name, ratio in measured if ratio < 4.5] == []
    ground = browser.ask("getComputedStyle(document.body).backgroundColor")
    assert (max(map(int, ground.strip("rgb()").split(","))) < 60) is dark


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_reason_has_contrast_and_a_colour_of_its_own(dark: bool, shown: Shown) -> None:
    browser = shown(DUMP, 1280, dark=dark)
    script = """
    (() => {
        const names = [...document.querySelector('style').textContent.matchAll(/^\\.r-(\\w+)/gm)];
        const block = document.querySelector('.block.gone');
        return names.map(([, name]) => {
            const copy = block.cloneNode(true);
            copy.className = `block gone r-${name} f-site`;
            copy.querySelector('.text').innerHTML =
                `word <mark class="r-${name}"><del>word</del><small>word</small></mark>`;
            block.after(copy);
            return [name, getComputedStyle(copy, '::before').backgroundColor];
        });
    })()
    """
    colours = dict(browser.ask(script))
    assert len(set(colours.values())) == len(colours) == len(Reason)
    assert [(name, ratio) for name, ratio in browser.ask(CONTRAST) if ratio < 4.5] == []


def test_the_keyboard_reaches_every_block_in_order_and_opens_it(shown: Shown) -> None:
    browser = shown(DUMP)
    here = "document.activeElement.closest('[id]')?.id"
    reached = []
    for _ in range(200):
        browser.press("Tab", 9)
        if browser.ask("document.activeElement === document.body"):
            break
        reached.append(browser.ask(here))
        outline = browser.ask("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none"
        if reached[-1] == "b11" and "b11" not in reached[:-1]:
            assert not browser.ask("document.querySelector('#b11').open")
            tip = "getComputedStyle(document.querySelector('#b11 .tip')).visibility"
            assert browser.ask(tip) == "visible"
            browser.press("Enter", 13)
            assert browser.ask("document.querySelector('#b11').open")
            assert browser.ask(f"({here}) === 'b11'")
    blocks = browser.ask("[...document.querySelectorAll('.block')].map(b => b.id)")
    assert [name for name in dict.fromkeys(reached) if name in blocks] == blocks
    assert "f-title" in reached
    assert "s-kept" in reached
    assert_quiet(browser)


def test_switches_hide_and_show(shown: Shown) -> None:
    browser = shown(SPLICED)
    kept, gone = len(boxes(browser, ".block.kept")), len(boxes(browser, ".block.gone"))
    assert len(boxes(browser, "mark")) == 3
    browser.ask("document.querySelector('#s-spam_banner').click()")
    assert boxes(browser, "mark") == []
    assert len(boxes(browser, ".block.gone")) == gone - 1
    assert len(boxes(browser, ".legend > label")) > 3
    browser.ask("document.querySelector('#s-kept').click()")
    assert boxes(browser, ".block.kept") == []
    browser.ask("document.querySelector('#s-kept').click()")
    assert len(boxes(browser, ".block.kept")) == kept


def test_the_pointer_shows_the_rule(shown: Shown) -> None:
    browser = shown(DUMP)
    ((left, top, right, bottom),) = boxes(browser, "#b5")
    spot = {"x": (left + right) / 2, "y": (top + bottom) / 2 - browser.ask("scrollY")}
    browser.do("Input.dispatchMouseEvent", {"type": "mouseMoved", **spot})
    ((_, tip, _, _),) = boxes(browser, "#b5 .tip")
    assert (
        browser.ask("getComputedStyle(document.querySelector('#b5 .tip')).visibility") == "visible"
    )
    assert tip >= bottom - 10
    assert "banner.own-line" in browser.ask("document.querySelector('#b5 .tip').textContent")
    browser.do(
        "Input.dispatchMouseEvent",
        {"type": "mousePressed", "button": "left", "clickCount": 1, **spot},
    )
    browser.do(
        "Input.dispatchMouseEvent",
        {"type": "mouseReleased", "button": "left", "clickCount": 1, **spot},
    )
    assert browser.ask("document.querySelector('#b5').open")


def test_a_number_leads_to_its_block(shown: Shown) -> None:
    browser = shown(DUMP)
    browser.ask("document.querySelector('a.to[href=\"#b16\"]').click()")
    assert browser.ask("getComputedStyle(document.querySelector('#b16')).outlineStyle") == "solid"
    ((_, top, _, bottom),) = boxes(browser, "#b16")
    at = browser.ask("scrollY")
    assert at + 30 < top
    assert bottom < at + 900


def test_arabic_runs_from_right_to_left_and_chinese_is_chinese(shown: Shown) -> None:
    browser = shown(FIXTURES / "ar-news" / "page.html")
    direction = "getComputedStyle(document.querySelector('.block.kept .text')).direction"
    assert browser.ask(direction) == "rtl"
    assert (
        browser.ask("getComputedStyle(document.querySelector('article .title')).direction") == "rtl"
    )
    assert (
        browser.ask("getComputedStyle(document.querySelector('.block .label')).direction") == "ltr"
    )
    ((left, _, _, _),) = boxes(browser, "#b0 .label")
    ((text, _, _, _),) = boxes(browser, "#b0 .text")
    assert left < text
    browser = shown(DUMP)
    assert browser.ask("document.querySelector('.block.kept .text').lang").startswith("zh")


def test_an_override_of_direction_stays_in_its_block(shown: Shown) -> None:
    prose = "The council met on Monday and agreed to repair the old mill, members said. "
    browser = shown(f"<h1>Mill \u202e</h1><p>\u202eevil \u2067{prose}</p><p>{prose * 2}</p>")
    for selector in (".block .label", ".field .name"):
        script = f"""
        [...document.querySelectorAll('{selector}')].every(e => {{
            const r = document.createRange();
            r.selectNodeContents(e);
            const first = document.createRange(), text = e.querySelector('b')?.firstChild ?? e.firstChild;
            first.setStart(text, 0); first.setEnd(text, 1);
            return Math.abs(first.getBoundingClientRect().left - r.getBoundingClientRect().left) < 2;
        }})
        """
        assert browser.ask(script)


@pytest.mark.parametrize("number", range(0, len(EVERY), 40))
def test_hostile_pages_run_nothing(number: int, shown: Shown) -> None:
    prose = "The council met on Monday and agreed to repair the old mill, members said."
    attacks = EVERY[number : number + 40]
    shows = "".join(
        f"<h2>{a}</h2><p>{prose} {a.replace('&', '&amp;').replace('<', '&lt;')}</p>"
        for a in attacks
    )
    browser = shown(f"<title>{attacks[0]}</title><p>{prose}</p>{shows}")
    browser.ask("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert browser.ask("document.scripts.length") == 0
    names = "[...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames())"
    assert not [name for name in browser.ask(names) if name.startswith("on") or name == "style"]
    alien = "[...document.querySelectorAll('img, iframe, object, embed, form, link, base, video')]"
    assert browser.ask(f"{alien}.length") == 0
    assert not [e for e in browser.events if e["method"] == "Page.javascriptDialogOpening"]
    assert_quiet(browser)


def test_the_policy_holds_even_for_markup_that_got_in(shown: Shown) -> None:
    browser = shown(DUMP)
    browser.ask("""
        document.body.insertAdjacentHTML('beforeend',
            '<img src="https://evil.example/x" onerror="document.title = 1">' +
            '<p style="color: red" onclick="document.title = 1" id="in">x</p>');
        document.querySelector('#in').click();
    """)
    assert browser.ask("document.title") != "1"
    assert browser.ask("getComputedStyle(document.querySelector('#in')).color") != "rgb(255, 0, 0)"
    assert "Content Security Policy" in "".join(browser.complaints())
