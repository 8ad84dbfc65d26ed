"""docs/cli.md tells of every command, option and choice."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from pourparlers.cli.app import app
from pourparlers.cli.export import Format
from pourparlers.cli.options import Format as Rows
from pourparlers.cli.show import What

PAGE = (Path(__file__).parents[2] / "docs" / "cli.md").read_text(encoding="utf-8")
COMMANDS = get_command(app).commands


def section(name):
    found = re.search(rf"^## `pourparlers {name}`\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found is not None, f"no section on {name}"
    return found.group(1)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name):
    text = section(name)
    assert f"    pourparlers {name}" in text
    for parameter in COMMANDS[name].params:
        spellings = parameter.opts if parameter.param_type_name == "option" else [parameter.metavar]
        assert [spelling for spelling in spellings if spelling not in text] == []


@pytest.mark.parametrize(("name", "choices"), [("show", What), ("show", Rows), ("search", Rows), ("export", Format)])
def test_every_choice_is_documented(name, choices):
    assert [choice.value for choice in choices if choice.value not in section(name)] == []


def test_no_section_tells_of_a_command_that_is_not_there():
    assert re.findall(r"^## `pourparlers (\w+)`", PAGE, re.MULTILINE) == list(COMMANDS)
