"""Commands that say how good the extraction is, and why: evaluate, explain, languages."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console, options

if TYPE_CHECKING:
    from kg.errors import InputError
    from kg.evaluate import Agreement, Figure, GoldDocument, Report
    from kg.evaluate.faults import Fault


EXPLAINED = options.OUT / "explain.html"


class By(StrEnum):
    """How the figures are parted."""

    lang = "lang"
    type = "type"


class Action(StrEnum):
    """What may be done with the language packs."""

    check = "check"
    forms = "forms"


def evaluate(
    gold: Annotated[
        list[str], typer.Argument(metavar="GOLD…", help="Files (.json, .jsonl) and folders of annotated documents.")
    ],
    by: Annotated[By | None, typer.Option("--by", help="Figures for each language or claim type as well.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every fault instead of the figures.")] = False,
    page: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Write figures and faults as a page as well.")
    ] = None,
    stories: Annotated[
        bool, typer.Option("--stories", help="How far the versions of a story in several languages agree, instead.")
    ] = False,
    format: Annotated[options.Rows, typer.Option("--format", "-f", help="How to write the rows.")] = options.Rows.table,
    quiet: options.Quiet = False,
) -> None:
    """Measure the extraction against your own gold: precision, recall and F1 with 95 % intervals, and the faults.

    A gold document is a JSON object: "id", "lang", "text", "entities" ("id", "name", "type", "mentions") and "claims"
    ("type", "roles", "modality", "attributed_to", "disputed_by", "evidence", …), as `kg extract` writes them; "title",
    "published" and "optional" claims are understood.

    With --stories, documents that share a "story" are versions of it in several languages, annotated or not: their
    claims should be the same in type, roles and linked entities (mean Jaccard index of all pairs).

    Examples: [bold]kg evaluate gold/ --by lang[/bold] · [bold]kg evaluate gold.jsonl --errors --html faults.html[/bold]
    · [bold]kg evaluate stories/ --stories --errors[/bold]
    """
    talk = console.Talk(quiet)
    if stories:
        if by is not None or page is not None:
            raise typer.BadParameter("goes without --by and --html", param_hint="--stories")
        raise typer.Exit(_stories(gold, errors, format, talk))
    documents, failed = _gold(gold, talk)
    if not documents:
        raise typer.Exit(console.Status.NOTHING_DONE)
    report = _report(documents, by, talk)
    if page is not None:
        _write_page(report, page, talk)
    if errors:
        from kg.evaluate.faults import faults

        _print_faults(faults(report), format)
    else:
        _print_figures(report.figures, format)
        _note_silence(report, by, talk)
    raise typer.Exit(console.Status.SOME_FAILED if failed else console.Status.OK)


def explain(
    paths: options.Paths,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="The page.")] = EXPLAINED,
    lang: options.Language = None,
    quiet: options.Quiet = False,
) -> None:
    """Draw on an article what was read in it: names, trigger words, roles, and why each claim is what it is.

    The page is for those who mend a lexicon: a word that could have made a claim says why it made none.

    Example: [bold]kg explain article.txt -o page.html[/bold]
    """
    from kg.cli.inputs import Intake
    from kg.pipeline import explain as reasons
    from kg.visualize.explain import render_explanations

    talk = console.Talk(quiet)
    intake = Intake(talk, lang)
    explanations = list(intake.results(paths, reasons))
    if explanations:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(render_explanations(explanations), encoding="utf-8", newline="\n")
        talk.note(f"open {out} in a browser")
    raise typer.Exit(intake.status())


def languages(
    action: Annotated[
        Action | None,
        typer.Argument(
            metavar="[check|forms]", help="Check the packs, or show the forms of verbs.", show_default=False
        ),
    ] = None,
    codes: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CODE…]", help="check: only these. forms: a code and its verbs.", show_default=False),
    ] = None,
    format: Annotated[options.Rows, typer.Option("--format", "-f", help="How to write the list.")] = options.Rows.table,
    quiet: options.Quiet = False,
) -> None:
    """List the languages that articles may be written in, or check their packs.

    Which parsers are installed (`kg extract --parser`) is told on stderr.

    `check` loads each pack, holds its files against the schema, runs its examples, and names file, key and entry of
    every fault; status 1 if there is one. `forms` shows what
    `morphology.toml` makes of verbs.

    Examples: [bold]kg languages[/bold] · [bold]kg languages check de[/bold] ·
    [bold]kg languages forms de 'ab|nehmen'[/bold]
    """
    from kg.cli.tables import language_rows, verb_form_rows, write_rows

    if action is None:
        write_rows(*language_rows(), format)
        _tell_parsers(console.Talk(quiet))
        return
    if action == Action.forms:
        write_rows(*verb_form_rows(codes or []), format)
        return
    raise typer.Exit(_check(codes, format, console.Talk(quiet)))


def _tell_parsers(talk: console.Talk) -> None:
    """The parsers found, beside the table, which is the same on every machine."""
    from kg.pipeline import installed_parsers

    found = ", ".join(f"{name} ({code})" for code, name in installed_parsers().items())
    talk.note(f"parsers installed: {found or 'none'}")


def register(app: typer.Typer) -> None:
    """Hang the commands of this module into the app."""
    for command in (evaluate, explain, languages):
        app.command()(command)


def _check(codes: Sequence[str] | None, format: options.Rows, talk: console.Talk) -> console.Status:
    from kg.cli.tables import write_rows
    from kg.evaluate.packs import check_pack
    from kg.lang import known_languages

    wanted = list(codes or known_languages())
    with talk.progress("checking packs") as progress:
        reports = [check_pack(code) for code in progress.over(wanted, len(wanted))]
    for report in reports:
        goals = f", {report.goals} of them goals not yet reached" if report.goals else ""
        talk.note(f"{report.code}: {report.examples} examples{goals}; {len(report.faults)} faults")
        for hint in report.hints if codes else ():
            talk.note(f"{report.code}: {hint}")
    rows = [(fault.file, fault.key, fault.entry, fault.why) for report in reports for fault in report.faults]
    if rows or format != "table":
        write_rows(("file", "key", "entry", "fault"), rows, format)
    return console.Status.SOME_FAILED if rows else console.Status.OK


def _gold(paths: Sequence[str], talk: console.Talk) -> tuple[list[GoldDocument], int]:
    from kg.errors import InputError
    from kg.evaluate import read_gold
    from kg.lang import known_languages

    failed: list[InputError] = []
    documents = read_gold(paths, failed.append)
    known = known_languages()
    for document in documents:
        if document.article.language not in known:
            failed.append(
                InputError(
                    f"language {document.article.language!r} is not known",
                    place=document.file,
                    mend=f"known: {', '.join(known)}",
                )
            )
    for error in failed:
        talk.complain(error)
    return [document for document in documents if document.article.language in known], len(failed)


def _report(documents: Sequence[GoldDocument], by: By | None, talk: console.Talk) -> Report:
    from kg.evaluate import evaluate as measure

    with talk.progress("reading gold") as progress:
        return measure(progress.over(documents, len(documents)), by=by)


def _note_silence(report: Report, by: By | None, talk: console.Talk) -> None:
    codes = sorted({document.article.language for document, _, _ in report.documents}) if by == "lang" else []
    for code in (None, *codes):
        left, texts = report.silent(code)
        if texts:
            talk.note(f"{code or 'all'}: texts without claims: {left} of {texts} left empty")


def _stories(paths: Sequence[str], errors: bool, format: options.Rows, talk: console.Talk) -> console.Status:
    from kg.cli.tables import write_rows
    from kg.evaluate import compare_stories, read_stories
    from kg.lang import known_languages

    failed: list[InputError] = []
    known = known_languages()
    found = read_stories(paths, failed.append)
    told = {name: [version for version in versions if version.language in known] for name, versions in found.items()}
    for error in failed:
        talk.complain(error)
    with talk.progress("reading stories") as progress:
        report = compare_stories(dict(progress.over(told.items(), len(told))))
    if not report.means:
        return console.Status.NOTHING_DONE
    if errors:
        rows = [(d.story, d.claim, " ".join(d.found), " ".join(d.missing)) for d in report.differences]
        write_rows(("story", "claim", "found in", "missing in"), rows, format)
    else:
        write_rows(("of", "which", "pairs", "agreement", "95 % interval", "partial"), _agreements(report), format)
    return console.Status.SOME_FAILED if failed else console.Status.OK


def _agreements(report: Agreement) -> list[tuple[str, ...]]:
    return [
        (
            m.kind if m.kind != "all" else "",
            m.name,
            str(m.pairs),
            f"{m.agreement:.3f}",
            f"{m.low:.2f} – {m.high:.2f}" if m.low is not None and m.high is not None else "",
            f"{m.partial:.3f}",
        )
        for m in report.means
    ]


def _write_page(report: Report, page: Path, talk: console.Talk) -> None:
    from kg.visualize.report import render_report

    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(render_report(report, "How good is the extraction?"), encoding="utf-8", newline="\n")
    talk.note(f"open {page} in a browser")


def _print_figures(figures: Iterable[Figure], format: options.Rows) -> None:
    if format != "table":
        _print_data([asdict(figure) for figure in figures], format)
        return
    from kg.cli.tables import new_table

    table = new_table(("", "figure", "precision", "recall", "F1", "95 % interval", "gold", "found"))
    for column in table.columns[2:]:
        column.justify = "right"
    group = ""
    for f in figures:
        if group and f.group != group:
            table.add_section()
        interval = f"{f.low:.2f} – {f.high:.2f}" if f.low is not None and f.high is not None else ""
        numbers = (f"{f.precision:.3f}", f"{f.recall:.3f}", f"{f.f1:.3f}", interval, str(f.gold), str(f.found))
        table.add_row("" if f.group == group else f.group, f.name, *numbers)
        group = f.group
    console.paper().print(table)


def _print_faults(faults: Sequence[Fault], format: options.Rows) -> None:
    if format != "table":
        _print_data([asdict(fault) for fault in faults], format)
        return
    from rich.text import Text

    paper = console.paper()
    document = ""
    for fault in faults:
        if fault.document != document:
            document = fault.document
            paper.print(Text(f"\n{document} ({fault.language})", style="bold magenta"))
        for sentence in fault.evidence:
            paper.print(Text(f"  {sentence}", style="italic"))
        for label, line in (("gold", fault.wanted), ("read", fault.read), (fault.kind, fault.why)):
            if line or label == fault.kind:
                paper.print(Text.assemble((f"    {label}  ", "bold" if label == fault.kind else "dim"), line))


def _print_data(rows: Sequence[dict[str, object]], format: options.Rows) -> None:
    if format == "json":
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        return
    lists = {key for row in rows for key, value in row.items() if isinstance(value, tuple)}
    writer = csv.DictWriter(sys.stdout, list(rows[0]) if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows({k: " ".join(v) if k in lists else v for k, v in row.items()} for row in rows)  # type: ignore[arg-type]
