"""The command `kg`: its options, its commands, and the one place where errors become exit statuses."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kg.cli import ask, build, console, evaluate

EPILOG = """
Exit status: 0 all done · 1 done, but some input failed or `validate` found faults · 2 the command line, query or
question is wrong · 3 nothing could be done · 70 a bug in kg · 130 stopped.
"""


class Commands(TyperGroup):
    """The group of all commands: an error inside one becomes one line on stderr and a status."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:  # `kg extract … | head`: the reader has what it wanted
            console.hang_up()
            raise typer.Exit(console.Status.OK) from None
        except (KeyboardInterrupt, Exception) as error:
            if type(error).__module__.startswith(("typer", "click")):
                raise  # usage errors, and exits that were meant
            raise typer.Exit(console.status_of(error, debug=bool(ctx.params.get("debug")))) from None
        return result

    def list_commands(self, ctx: Any) -> list[str]:
        """In the order in which a newcomer meets them."""
        return list(self.commands)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog=" ".join(EPILOG.split()),
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", envvar="KG_DEBUG", help="Show the traceback of an error as well.")
    ] = False,
) -> None:
    """Read chip news, and get a graph of claims: who sells, orders, makes, hoards and bans what, with the sentence,
    the source, the date and the denial."""


build.register(app)
ask.register(app)
evaluate.register(app)


def run(args: list[str] | None = None) -> int:
    """Carry out one command line (by default that of the process) and return its exit status."""
    try:
        status = app(args, prog_name="kg", standalone_mode=False)
    except Exception as error:
        tell = getattr(error, "format_message", None)
        if tell is None:
            return int(console.status_of(error, debug=False))
        usage = getattr(getattr(error, "ctx", None), "command_path", "kg")
        if message := console.one_line(tell()):  # empty where `kg` alone has printed the help
            sys.stderr.write(f"kg: {message} (`{usage} --help` shows how)\n")
        return int(console.Status.USAGE)
    return int(status or console.Status.OK)


def main() -> None:
    """Entry point of the command `kg`."""
    console.speak_utf8()
    sys.exit(run())
