"""Every kind of file yields its text and what it says about itself."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from kg import article
from kg.errors import InputError

GERMAN = "Der Hersteller aus Eindhoven verkauft zwei Anlagen an einen Kunden in Dresden, wie er am Montag mitteilte."
ENGLISH = "The foundry said on Monday that it would deliver the first wafers to its new customer before the summer."


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path: Path, **options: str) -> article.Article:
    found = list(article.read(path, **options))  # type: ignore[arg-type]
    assert len(found) == 1
    return found[0]


def test_text_file_is_kept_as_it_is_and_named_after_its_stem(tmp_path: Path) -> None:
    read = one(write(tmp_path / "kunde.txt", f"{GERMAN}\n\n  {GERMAN}"))
    assert read == article.Article(id="kunde", text=f"{GERMAN}\n\n  {GERMAN}", language="de")


def test_head_of_a_text_file_is_data_and_no_text(tmp_path: Path) -> None:
    head = (
        "---\ntitle: 'Zwei: Anlagen'\nDate: 2025-03-04\noutlet: Probeblatt\nurl: https://example.org/a\nother: x\n---\n"
    )
    read = one(write(tmp_path / "a.txt", head + GERMAN))
    assert (read.title, read.published, read.outlet, read.url) == (
        "Zwei: Anlagen",
        "2025-03-04",
        "Probeblatt",
        "https://example.org/a",
    )
    assert read.text == GERMAN


def test_line_of_dashes_is_not_a_head_if_it_is_never_closed(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.txt", f"---\n{ENGLISH}")).text == f"---\n{ENGLISH}"


def test_markdown_loses_its_marks_and_keeps_its_words(tmp_path: Path) -> None:
    source = (
        "# The *first* wafers\n\nThe **foundry** [said](https://example.org) on\nMonday that `N3` works &amp; sells.\n"
        "\n"
        "![picture of a fab](fab.png)\n\n> It is a start.\n\n- one wafer\n- two wafers\n\n"
        "| Fab | Place |\n|---|---|\n| 18 | Tainan |\n\n```\nprint()\n```\n\n"
        "<script>alert(1)</script>\n\n5 * 3 and snake_case stay.\n"
    )
    read = one(write(tmp_path / "fab.md", source))
    assert read.title == "The first wafers"
    assert read.text.split("\n") == [
        "The foundry said on Monday that N3 works & sells.",
        "It is a start.",
        "one wafer",
        "two wafers",
        "Fab\tPlace",
        "18\tTainan",
        "5 * 3 and snake_case stay.",
    ]


def test_heading_of_markdown_is_text_where_the_head_has_another_title(tmp_path: Path) -> None:
    read = one(write(tmp_path / "a.md", f"---\ntitle: Wafers\n---\n# The first ones\n{ENGLISH}"))
    assert (read.title, read.text) == ("Wafers", f"The first ones\n{ENGLISH}")


def test_page_gives_title_day_outlet_address_and_running_text(tmp_path: Path) -> None:
    page = (
        '<html lang="en"><head><title>Zwei Anlagen | Probeblatt</title>'
        '<meta property="og:title" content="Zwei Anlagen">'
        '<meta property="og:site_name" content="Probeblatt"><link rel="canonical" href="https://example.org/zwei">'
        '<meta property="article:published_time" content="2025-03-04T23:30:00+01:00"></head><body><nav>Menü</nav>'
        f"<article><h1>Zwei Anlagen</h1><p>{GERMAN}</p><p>{GERMAN[:60]}.</p></article>"
        "<script>evil()</script></body></html>"
    )
    read = one(write(tmp_path / "seite.htm", page))
    assert read == article.Article(
        id="seite",
        text=f"{GERMAN}\n{GERMAN[:60]}.",
        title="Zwei Anlagen",
        language="de",  # of the text, whatever the page says
        url="https://example.org/zwei",
        outlet="Probeblatt",
        published="2025-03-04",
    )


def test_page_in_an_old_encoding_that_it_declares(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{GERMAN} Größer.</p></body></html>'
    assert one(write(tmp_path / "alt.html", page.encode("latin-1"))).text == f"{GERMAN} Größer."


def test_page_without_a_body_is_read_as_one(tmp_path: Path) -> None:
    assert one(write(tmp_path / "bit.html", f"<p>{ENGLISH}")).text == ENGLISH


def test_json_reads_its_keys_and_passes_over_others(tmp_path: Path) -> None:
    data = {
        "id": "x1",
        "url": "https://example.org/x",
        "outlet": "Probeblatt",
        "published": "2025-03-04",
        "title": "T",
        "text": ENGLISH,
        "lang": "en",
        "entities": [{"id": "e1"}],
        "claims": [{"id": "c1", "score": float("nan")}],
        "notes": None,
    }
    assert one(write(tmp_path / "gold.json", json.dumps(data))) == article.Article(
        "x1", ENGLISH, "T", "en", "https://example.org/x", "Probeblatt", "2025-03-04"
    )


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-03-04T23:59:59Z", "2025-03-04"),
        ("2025-03-04 07:00:00+09:00", "2025-03-04"),
        ("", None),
        (None, None),
    ],
)
def test_published_is_the_day_that_is_printed(tmp_path: Path, printed: str | None, day: str | None) -> None:
    path = write(tmp_path / "a.json", json.dumps({"text": ENGLISH, "published": printed}))
    assert one(path).published == day


def test_language_has_two_names_and_a_region(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.json", json.dumps({"text": "NVIDIA H20", "language": "DE_at"}))).language == "de"


def test_articles_without_id_are_numbered(tmp_path: Path) -> None:
    texts = [{"text": ENGLISH}, {"text": GERMAN, "id": 7}, {"text": GERMAN}]
    write(tmp_path / "list.json", json.dumps(texts))
    write(tmp_path / "rows.jsonl", "\n\n".join(json.dumps(text) for text in texts) + "\n")
    ids = [read.id for read in article.read([tmp_path / "rows.jsonl", tmp_path / "list.json"])]
    assert ids == ["list-1", "7", "list-3", "rows-1", "rows-5"]  # 7 is the same article both times


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("suffix", [".txt", ".json", ".jsonl", ".html", ".md"])
def test_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str, suffix: str) -> None:
    content = {".txt": GERMAN, ".md": GERMAN, ".html": f"<p>{GERMAN}</p>"}.get(suffix, json.dumps({"text": GERMAN}))
    assert one(write(tmp_path / f"a{suffix}", content.encode(encoding))).text == GERMAN


def test_folder_is_read_to_the_bottom_in_order_without_what_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "b" / "deep").mkdir(parents=True)
    (tmp_path / ".git").mkdir()
    for name in (
        "z.txt",
        "b/deep/m.md",
        "b/a.TXT",
        ".hidden.txt",
        ".git/x.txt",
        "README.md",
        "table.csv",
        "b/LICENSE.txt",
    ):
        write(tmp_path / name, f"{ENGLISH} {name}")
    notes: list[str] = []
    assert [read.id for read in article.read(tmp_path, on_note=notes.append)] == ["a", "m", "z"]
    assert [Path(note.split(":")[0]).name for note in notes] == ["README.md", "LICENSE.txt", "table.csv"]


def test_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "n").mkdir()
    paths = [write(tmp_path / name, f"{ENGLISH} {name}") for name in ("b.txt", "a.txt", "n/a.txt")]
    assert list(article.read(paths)) == list(article.read(reversed(paths)))


def test_same_id_of_other_text_gets_a_hash_and_the_same_article_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "n").mkdir()
    paths = [write(tmp_path / name, f"{ENGLISH} {name}") for name in ("a.txt", "n/a.txt")]
    notes: list[str] = []
    first, second = article.read([*paths, paths[1], tmp_path], on_note=notes.append)
    assert first.id == "a"
    assert second.id.startswith("a-") and len(second.id) == 10
    assert any("becomes" in note for note in notes) and any("read once" in note for note in notes)


def test_string_gets_a_hash_for_an_id() -> None:
    first = article.read_text(GERMAN, title="T", published="2025-03-04")
    assert first.id.startswith("text-") and first.published == "2025-03-04"
    assert first.id == article.read_text(f" {GERMAN}\r\n").id != article.read_text(ENGLISH).id
    assert article.read_text(GERMAN, id="mine", language="en").language == "en"


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (GERMAN, [GERMAN]),
        (f"[Eilmeldung] {GERMAN}", [f"[Eilmeldung] {GERMAN}"]),
        (json.dumps({"text": GERMAN}, indent=1), [GERMAN]),
        (json.dumps([{"text": GERMAN}, {"text": ENGLISH}]), [GERMAN, ENGLISH]),
        (json.dumps({"text": GERMAN}) + "\n\n" + json.dumps({"text": ENGLISH}), [GERMAN, ENGLISH]),
        (f"<!DOCTYPE html><html><body><p>{GERMAN}</p></body></html>", [GERMAN]),
    ],
)
def test_standard_input_is_guessed(content: str, texts: list[str]) -> None:
    assert [read.text for read in article.read_stdin(io.BytesIO(content.encode()))] == texts
    assert [read.text for read in article.read_stdin(io.StringIO(content))] == texts


def test_any_source_is_a_path_or_a_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", ENGLISH)
    read = one(path)
    for source in (path, str(path), read):
        assert list(article.read_any(source)) == [read]
    assert [found.text for found in article.read_any(ENGLISH)] == [ENGLISH]
    with pytest.raises(InputError, match="does not exist"):
        list(article.read_any("missing.txt"))
    for nothing in ("", " "):  # not the folder one stands in
        with pytest.raises(InputError, match="no text"):
            list(article.read_any(nothing))


def test_language_given_is_not_detected_but_the_article_knows_better(tmp_path: Path) -> None:
    assert one(write(tmp_path / "a.txt", "NVIDIA H20"), language="de").language == "de"
    assert one(write(tmp_path / "b.json", json.dumps({"text": ENGLISH, "lang": "en"})), language="de").language == "en"
