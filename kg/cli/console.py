"""What a command says, and to whom: data on stdout, notes and progress on stderr, and a status that means something."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import KgError, QueryError

if TYPE_CHECKING:
    from rich.console import Console

T = TypeVar("T")
PIPED_WIDTH = 160  # columns of a table that goes into a file or a pipe, where no terminal tells its own


class Status(IntEnum):
    """Exit statuses of every command."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    NOTHING_DONE = 3
    BUG = 70
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Talk:
    """How much a command says beside its data."""

    quiet: bool = False

    def note(self, text: str) -> None:
        """A line for people on stderr; silent under `--quiet`."""
        if not self.quiet:
            sys.stderr.write(f"{text}\n")

    def complain(self, error: KgError) -> None:
        """One line on stderr for something that went wrong, also under `--quiet`."""
        sys.stderr.write(f"kg: {one_line(str(error))}\n")

    @contextmanager
    def progress(self, label: str) -> Iterator[Progress]:
        """A counter on stderr that moves only where a terminal can show it."""
        if self.quiet or not sys.stderr.isatty():
            yield Progress()
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
        from rich.progress import Progress as Bar

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
            yield Progress(bar, bar.add_task(label, total=None))


@dataclass(frozen=True, slots=True)
class Progress:
    """A running count, shown by rich or by nothing."""

    bar: Any = None
    task: Any = None

    def over(self, items: Iterable[T], total: int | None = None) -> Iterator[T]:
        """The same items, counted as they are done with."""
        if self.bar is not None and total is not None:
            self.bar.update(self.task, total=total)
        for item in items:
            yield item
            if self.bar is not None:
                self.bar.advance(self.task)


def one_line(text: str) -> str:
    """The text on one line, control characters shown and not sent to the terminal."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in " ".join(text.split()))


def paper() -> Console:
    """The console for tables on stdout: coloured on a terminal, plain and wide in a pipe."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    width = None if terminal or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(width=width, highlight=False, emoji=False, soft_wrap=False, markup=False)


def speak_utf8() -> None:
    """Data is UTF-8 whatever the locale says; a character that cannot be written is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def status_of(error: BaseException, *, debug: bool) -> Status:
    """Tell the error on stderr in one line and name the exit status for it.

    An error that is none of the package's own is a bug: said so, with the traceback only where it was asked for.
    """
    if debug and not isinstance(error, KeyboardInterrupt):
        traceback.print_exception(error)
    if isinstance(error, KeyboardInterrupt):
        sys.stderr.write("kg: stopped\n")
        return Status.INTERRUPTED
    if isinstance(error, KgError):
        Talk().complain(error)
        return Status.USAGE if isinstance(error, QueryError) else Status.NOTHING_DONE
    if isinstance(error, OSError):
        place = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(f"kg: {one_line(f'{place}{error.strerror or error}')}\n")
        return Status.NOTHING_DONE
    kind = type(error).__name__
    hint = "" if debug else "; `kg --debug …` shows where"
    sys.stderr.write(f"kg: this is a bug in kg, please report it: {one_line(f'{kind}: {error}')}{hint}\n")
    return Status.BUG


def command_name() -> str:
    """How this program was called, so that lines to paste work: "kg", ".venv/bin/kg", "python -m kg"."""
    called = Path(sys.argv[0])
    if called.parts[-2:] == ("kg", "__main__.py"):
        return f"{shlex.quote(Path(sys.executable).name)} -m kg"
    on_path = shutil.which("kg")
    if called.name != "kg" or (on_path and Path(on_path).resolve() == called.resolve()):
        return "kg"
    return shlex.quote(str(called))


def hang_up() -> None:
    """After the reader of a pipe has gone: let the interpreter's last flush go nowhere instead of into a traceback."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
