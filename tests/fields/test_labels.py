"""The word tables of the fields: every line they promise to read is read, and no other."""

from __future__ import annotations

import tomllib
from importlib import resources

import pytest

from newsclean.fields import creditlines, names, outlets

DATA = resources.files("newsclean.data").joinpath("fields")


def table(name: str) -> dict[str, object]:
    return tomllib.loads(DATA.joinpath(f"{name}.toml").read_text("utf-8"))


LABELS = tomllib.loads(DATA.joinpath("credits.toml").read_text("utf-8"))["label"]
OUTLETS = tomllib.loads(DATA.joinpath("outlets.toml").read_text("utf-8"))["outlets"]
BYLINES = tomllib.loads(DATA.joinpath("authors.toml").read_text("utf-8"))["byline"]


@pytest.mark.parametrize("rule", LABELS, ids=lambda rule: rule["id"])
def test_labels_read_their_hits(rule: dict[str, object]) -> None:
    for line, wanted in rule["hits"]:  # type: ignore[attr-defined] # a list in TOML
        found = [creditlines.value(c) for c in creditlines.read(line) if c.role == rule["role"]]
        assert wanted in found, line


@pytest.mark.parametrize("rule", LABELS, ids=lambda rule: rule["id"])
def test_labels_leave_their_misses(rule: dict[str, object]) -> None:
    for line in rule["misses"]:  # type: ignore[attr-defined] # a list in TOML
        assert not [c for c in creditlines.read(line) if c.role == rule["role"]], line


@pytest.mark.parametrize("rule", LABELS, ids=lambda rule: rule["id"])
def test_every_label_is_known_by_one_role_and_read(rule: dict[str, object]) -> None:
    for label in rule["text"]:  # type: ignore[attr-defined] # a list in TOML
        roles = [c.role for c in creditlines.read(f"{label}: Xy")]
        assert roles == [rule["role"]], label


@pytest.mark.parametrize("rule", LABELS, ids=lambda rule: rule["id"])
def test_every_rule_has_hits_and_misses(rule: dict[str, object]) -> None:
    assert rule["hits"]
    assert rule["misses"]


@pytest.mark.parametrize("text", OUTLETS["hits"])
def test_outlets_are_known_by_their_form(text: str) -> None:
    assert outlets.is_outlet(text)


@pytest.mark.parametrize("text", OUTLETS["misses"])
def test_channels_people_and_buttons_are_no_outlets(text: str) -> None:
    assert not outlets.is_outlet(text)


@pytest.mark.parametrize("word", sorted({w for found in BYLINES.values() for w in found}))
def test_every_byline_word_introduces_a_name(word: str) -> None:
    found = names.bylines(f"{word} Jane Doe")
    assert [one.people for one in found][-1:] == [("Jane Doe",)]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("By Jane Doe", ["Jane Doe"]),
        ("ByJane Doe", ["Jane Doe"]),
        ("BY JANE DOE AND JOHN ROE", ["JANE DOE", "JOHN ROE"]),
        ("Von Jana van der Doe und Jens Roe, Nordstadt", ["Jana van der Doe", "Jens Roe"]),
        ("March 4, 2021 by Jane Doe | Opinion", ["Jane Doe"]),
        ("By Jane Doe, Staff Writer", ["Jane Doe"]),
        ("Por Juana Pérez y Juan Gómez", ["Juana Pérez", "Juan Gómez"]),
        ("Par Jeanne D. Dupont le 4 mars 2021", ["Jeanne D. Dupont"]),
        ("Di Giovanna Rossi - 4 marzo 2021", ["Giovanna Rossi"]),
    ],
)
def test_bylines_are_read(line: str, people: list[str]) -> None:
    assert [list(found.people) for found in names.bylines(line)] == [people]


@pytest.mark.parametrize(
    "line", ["By 4 March 2021", "by admin", "By the way, it rained.", "Von gestern bis heute", "By"]
)
def test_other_lines_name_nobody(line: str) -> None:
    assert names.bylines(line) == []


def test_names_in_small_letters_need_a_marked_byline() -> None:
    assert names.bylines("Posted by rainfan on March 4") == []
    assert names.bylines("Posted by rainfan on March 4", loose=True)[0].people == ("rainfan",)


@pytest.mark.parametrize(
    ("value", "people"),
    [
        ("Jane Doe, John Roe and Max Roe", ["Jane Doe", "John Roe", "Max Roe"]),
        ("Jana Doe und Jens Roe", ["Jana Doe", "Jens Roe"]),
        ("Jane Doe (Northern Post)", ["Jane Doe"]),
        ("Ortega y Gasset", ["Ortega y Gasset"]),
        ("jane@post.example", []),
        ("https://post.example/jane", []),
        ("Staff Writer", []),
        ("2 hours ago", []),
        ("李甲 王乙丙", ["李甲", "王乙丙"]),
        ("北江网记者 李甲、王 乙", ["李甲", "王乙"]),
        ("李甲,如需转载请注明出处", ["李甲"]),
        ("北江日报", []),
    ],
)
def test_values_are_split_into_names(value: str, people: list[str]) -> None:
    assert names.split(value) == people


def test_a_label_inside_a_longer_one_is_not_read() -> None:
    assert [c.role for c in creditlines.read("图片来源:北江图库")] == ["image"]


def test_what_one_label_says_ends_at_the_next() -> None:
    found = creditlines.read("2021-03-04 来源:北江日报 作者:李甲 责任编辑:赵丙")
    assert [(c.role, c.text) for c in found] == [
        ("source", "北江日报"),
        ("author", "李甲"),
        ("editor", "赵丙"),
    ]


def test_a_label_in_letters_is_a_word_of_its_own() -> None:
    assert creditlines.read("Resource: iron") == []
    assert creditlines.read("Open-source: yes") == []


def test_letters_that_grow_in_small_print_do_no_harm() -> None:
    assert [c.text for c in creditlines.read("İstanbul Kaynak: Kuzey")] == ["Kuzey"]
