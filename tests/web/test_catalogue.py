"""The catalogue of the pages: sorted, complete, the same blanks in both languages."""

import re
from pathlib import Path

import pytest

import pourparlers.web
from pourparlers.lexicon import load
from pourparlers.web.catalogue import Message, Words

MESSAGES = load("schema/pages", Message)
TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in Path(pourparlers.web.__file__).parent.rglob("*.html"))
LITERAL = re.compile(r"""\bt\(["']([\w.-]+)["']\s*[,)]""")


def test_keys_are_sorted_and_unique():
    keys = [message.key for message in MESSAGES]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message.key)
def test_both_languages_have_the_same_blanks_and_forms(message):
    assert set(re.findall(r"{\w+}", message.fr)) == set(re.findall(r"{\w+}", message.en))
    assert ("|" in message.fr) == ("|" in message.en)


def test_templates_ask_for_nothing_else():
    assert set(LITERAL.findall(TEMPLATES)) - {message.key for message in MESSAGES} == set()


def test_nothing_stands_in_it_that_no_page_says():
    whole, begun = re.compile(r"""["']([\w.-]+)["']"""), re.compile(r"""["']([\w.-]+\.)(?:["'] ~|\{)""")
    code = TEMPLATES + "".join(path.read_text(encoding="utf-8") for path in Path(pourparlers.web.__file__).parent.glob("*.py"))
    said, beginnings = set(whole.findall(code)), tuple(begun.findall(code))
    assert [message.key for message in MESSAGES if message.key not in said and not message.key.startswith(beginnings)] == []


@pytest.mark.parametrize(
    ("language", "count", "expected"), [("fr", 0, "0 source"), ("fr", 1, "1 source"), ("fr", 2, "2 sources"), ("en", 0, "0 sources")]
)
def test_forms_follow_the_number(language, count, expected):
    assert Words(language)("n-sources", count) == expected


def test_thousands_stand_apart():
    assert Words("fr").number(10004) == "10\u202f004"
    assert Words("en").number(10004) == "10,004"


def test_stages_are_told_in_the_language_of_the_page():
    assert (Words("fr").stage("dating"), Words("en").stage("sources")) == ("datation", "opening")
    assert Words("fr").stage("unheard-of") == "unheard-of"


def test_what_was_not_read_is_told_in_the_language_of_the_page():
    assert Words("fr").gap("missing") == "Aucun fichier ni dossier ne porte ce nom."
    assert Words("en").gap("missing") is None
    assert Words("fr").gap("unheard-of") is None
