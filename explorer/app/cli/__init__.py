"""What was typed after the program's name, as one frozen command."""

from collections.abc import Sequence

from explorer.app.cli.commands import (
    FORMS,
    STYLES,
    Build,
    Check,
    Cite,
    Command,
    Export,
    Render,
    Show,
)

__all__ = (
    "FORMS",
    "STYLES",
    "Build",
    "Check",
    "Cite",
    "Command",
    "Export",
    "Render",
    "Show",
    "parse",
)


def parse(arguments: Sequence[str], program: str | None = None) -> Command:
    """Read the command line (without the program's name, which is ``program`` or that of this process).

    ``--help`` and ``--version`` print and leave with code 0, a mistake prints one sentence to standard error
    and leaves with code 2: both as SystemExit.
    """
    if not arguments:
        return Show()
    from explorer.app.cli.parsers import COMMANDS, show_parser
    from explorer.app.cli.reading import command_of, program_name

    program = program or program_name()
    words = list(arguments)
    name = words[0] if words and words[0] in COMMANDS else ""
    if not name:
        parser = show_parser(program)
        return Show(command_of(parser, words).library)
    make_parser, make_command = COMMANDS[name]
    parser = make_parser(program)
    return make_command(parser, command_of(parser, words[1:]))
