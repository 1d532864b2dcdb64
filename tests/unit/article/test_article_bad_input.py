"""Every bad input ends in one sentence that names it, or in a correct article: never in a traceback or a wait."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg import article
from kg.errors import InputError

ENGLISH = "The foundry said on Monday that it would deliver the first wafers to its new customer before the summer."


def record(**keys: object) -> str:
    return json.dumps({"text": ENGLISH, **keys})


def zipped() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a.json", record())
    return target.getvalue()


# file name, content, words of the message
REFUSED: list[tuple[str, bytes | str, str]] = [
    ("empty.txt", "", "is empty"),
    ("empty.md", "", "is empty"),
    ("empty.html", "", "is empty"),
    ("empty.json", "", "is empty"),
    ("empty.jsonl", "", "is empty"),
    ("space.txt", " \n\t \u00a0\u3000\r\n", "is empty"),
    ("invisible.txt", "\u200b\u2066\u00ad\ufeff", "is empty"),
    ("marks-only.md", "---\n\n> \n\n![](a.png)\n", "is empty"),
    ("head-only.txt", "---\ntitle: x\n---\n", "is empty"),
    ("binary.txt", bytes(range(256)) * 20, "NUL bytes"),
    ("nul.txt", f"{ENGLISH}\0{ENGLISH}", "NUL bytes"),
    ("nul.jsonl", f"\0{ENGLISH}", "NUL bytes"),
    ("utf16-without-mark.txt", ENGLISH.encode("utf-16-le"), "UTF-16 without a byte order mark"),
    ("utf16-odd.txt", b"\xff\xfeA\0B", "is not UTF-16-LE"),
    ("latin1.txt", "Zwei Öfen für Chips\nund mehr".encode("latin-1"), "byte 0xd6 at position 5, line 1"),
    ("latin1.json", '{\n"text": "größer"}'.encode("latin-1"), "line 2"),
    ("page-latin1.html", f"<p>{ENGLISH} größer</p>".encode("latin-1"), "is not UTF-8"),
    ("page-odd-charset.html", b"<meta charset=rot13><p>\xff\xfa</p>", "is not UTF-8"),
    ("gzip.json", gzip.compress(record().encode()), "is a gzip file"),
    ("gzip.jsonl", gzip.compress(record().encode()), "is a gzip file"),
    ("zip.json", zipped(), "is a ZIP file"),
    ("report.txt", b"%PDF-1.7 ...", "is a PDF file"),
    ("archive.zip", zipped(), "is a ZIP file"),
    ("table.csv", "a,b", "of a kind that is not read: '.csv'"),
    ("noending", ENGLISH, "of a kind that is not read: ''"),
    (
        "no-text.html",
        "<html><body><nav>Home</nav><script>var a = 'text'</script></body></html>",
        "no article was found",
    ),
    ("divs.html", "<div>" * 100_000 + ENGLISH, "no article was found"),
    ("tags.html", "<p>" * 150_000 + ENGLISH, "more than 100,000 tags"),
    ("attributes.html", "<p " + "a=b " * 300_000 + ">", "no article was found"),
    ("comments.html", "<!--" * 90_000, "no article was found"),
    ("brackets.md", "[" * 900_000, "marks of Markdown"),
    ("stars.md", "a**b" * 300_000, "marks of Markdown"),
    ("brackets.json", "[" * 100_000, "nested too deep"),
    ("closed-brackets.json", "[" * 100_000 + "]" * 100_000, "nested too deep"),
    ("objects.json", '{"text":' * 100_000, "nested too deep"),
    ("deep-in-key.json", '{"text": "x", "notes": ' + "[" * 100_000 + "]" * 100_000 + "}", "nested too deep"),
    ("deep.jsonl", "[" * 100_000, "line 1: is nested too deep"),
    ("number.json", '{"text": "x", "id": ' + "9" * 200_000 + "}", 'key "id": must be text, not a number (inf)'),
    ("nan.json", '{"text": NaN}', 'key "text": must be text, not a number (nan)'),
    ("twice.json", '{"text": "a", "text": "b"}', 'key "text": is given twice'),
    ("malformed.json", '{"text": "a",\n "id": }', "is not JSON: Expecting value (line 2, column 8)"),
    ("cut.json", '{"text": "The foundry', "is not JSON: Unterminated string"),
    ("two.json", f"{record()} {record()}", "is not JSON: Extra data"),
    ("python.json", "{'text': 'a'}", "is not JSON"),
    ("string.json", '"just text"', "must be an object with the key \"text\", not 'just text'"),
    ("null.json", "null", "must be an object"),
    ("list-empty.json", "[]", "is an empty list"),
    ("list-item.json", "[17]", 'article 1: must be an object with the key "text", not a number (17)'),
    ("no-text.json", '{"title": "a"}', 'key "text": is missing'),
    ("null-text.json", '{"text": null}', 'key "text": is missing'),
    ("empty-text.json", '{"text": " "}', "is empty"),
    ("lang-unknown.json", record(lang="xx"), "key \"lang\": language 'xx' is not known; known: de, en"),
    ("lang-odd.json", record(lang="Deutsch!"), "language 'Deutsch!' is not known"),
    ("date-wrong.json", record(published="2025-02-30"), "key \"published\": is not a day: '2025-02-30'"),
    ("date-german.json", record(published="4.3.2025"), 'key "published": is not a day'),
    ("date-time-wrong.json", record(published="2025-03-04T25:00"), 'key "published": is not a day'),
    ("date-nought.json", record(published="0001-01-01"), 'key "published": is not a day'),
    ("date-number.json", record(published=1740000000), 'key "published": must be text, not a number'),
    ("date-head.txt", f"---\ndate: gestern\n---\n{ENGLISH}", 'key "published": is not a day'),
    ("url-script.json", record(url="javascript:alert(1)"), 'key "url": is not a web address'),
    ("url-brackets.json", record(url="http://[::1"), 'key "url": is not a web address'),
    ("url-tag.json", record(url='https://example.org/"><script>'), 'key "url": is not a web address'),
    ("id-long.json", record(id="x" * 10_000), 'key "id": has 10,000 characters'),
    ("title-long.json", record(title="x" * 10_000), 'key "title": has 10,000 characters'),
    (
        "finnish.txt",
        "Yhtiö kertoi maanantaina, että se toimittaa ensimmäiset piirit asiakkaalle kesällä.",
        "language 'fi'",
    ),
    ("russian.txt", "Компания сообщила, что поставит первые микросхемы заказчику до лета.", "is not known"),
    ("digits.txt", "12 345 678,90 ... 17:45", "language cannot be told"),
    ("signs.txt", "\u0301\u0323 !!! ???", "language cannot be told"),
    ("not-jsonl.jsonl", f"{ENGLISH}\n" * 500, "line 1: is not JSON"),
]


def collect(source: object, **options: int) -> tuple[list[article.Article], list[InputError]]:
    errors: list[InputError] = []
    begin = time.monotonic()
    found = list(article.read(source, on_error=errors.append, **options))  # type: ignore[arg-type]
    assert time.monotonic() - begin < 20
    return found, errors


@pytest.mark.parametrize(("name", "content", "message"), REFUSED, ids=[case[0] for case in REFUSED])
def test_bad_file_is_refused_by_name_and_the_next_is_read(
    tmp_path: Path, name: str, content: bytes | str, message: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "zz-good.txt"
    bad.write_bytes(content if isinstance(content, bytes) else content.encode())
    good.write_text(ENGLISH, encoding="utf-8")
    found, errors = collect([bad, good])
    assert [read.id for read in found] == ["zz-good"]
    assert message in str(errors[0])
    assert errors[0].place.startswith(str(bad)) and errors[0].mend
    assert "\n" not in str(errors[0])
    assert len(errors) == (21 if name == "not-jsonl.jsonl" else 1)


@pytest.mark.parametrize("key", ["id", "url", "outlet", "published", "title", "text", "lang", "language"])
@pytest.mark.parametrize("value", [True, 1.5, [], ["a"], {"a": 1}], ids=repr)
def test_wrong_type_names_its_key(tmp_path: Path, key: str, value: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(record(**{key: value}), encoding="utf-8")
    found, (error,) = collect(path)
    assert not found
    assert f'key "{key}": must be text, not' in str(error)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".json", ".jsonl"])
def test_fifty_megabytes_of_one_character_are_refused_at_once(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"huge{suffix}"
    with path.open("wb") as stream:
        for _ in range(50):
            stream.write(b"a" * 1_000_000)
    begin = time.monotonic()
    found, (error,) = collect(path)
    assert not found
    assert "is too large" in str(error)
    assert time.monotonic() - begin < 2


def test_longest_text_is_a_setting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    assert len(collect(tmp_path / "a.txt", max_chars=len(ENGLISH))[0]) == 1
    assert f"the limit is {len(ENGLISH) - 1}" in str(collect(tmp_path / "a.txt", max_chars=len(ENGLISH) - 1)[1][0])
    with pytest.raises(InputError, match="the limit is 10"):
        article.read_text(ENGLISH, max_chars=10)


def test_one_line_of_a_megabyte_is_an_article(tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text((ENGLISH + " ") * 10_000, encoding="utf-8")
    (read,), errors = collect(tmp_path)
    assert len(read.text) > 1_000_000
    assert not errors


def test_bad_lines_of_json_lines_are_told_by_number_and_the_good_ones_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    lines = [record(id="one"), '{"text": ', "[1]", record(published="soon"), "", record(id="two")]
    path.write_bytes("\n".join(lines).encode() + b'\n{"text": "\xff"}\n' + record(id="three").encode())
    found, errors = collect(path)
    assert [read.id for read in found] == ["one", "two", "three"]
    assert [error.place.removeprefix(str(path)) for error in errors] == [
        ", line 2",
        ", line 3",
        ', line 4, key "published"',
        ", line 7",
    ]


def test_line_that_is_too_long_is_passed_over_without_the_next(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        stream.write(record(id="one") + "\n" + '{"text": "' + "a" * 30_000_000 + '"}\n' + record(id="two") + "\n")
    found, (error,) = collect(path)
    assert [read.id for read in found] == ["one", "two"]
    assert "line 2: is too large" in str(error)


def test_file_of_millions_of_wrong_things_is_given_up_soon(tmp_path: Path) -> None:
    path = tmp_path / "lists.json"
    path.write_text("[" + ",".join(["[]"] * 1_000_000) + "]", encoding="utf-8")
    found, errors = collect(path)
    assert not found
    assert len(errors) == 21
    assert "the rest is not read" in str(errors[-1])


def test_missing_file_and_folder_without_articles(tmp_path: Path) -> None:
    (tmp_path / "empty" / "deeper").mkdir(parents=True)
    (tmp_path / "empty" / "notes.csv").write_text("a", encoding="utf-8")
    _, errors = collect([tmp_path / "missing.txt", tmp_path / "empty", tmp_path / "missing" / "a.txt"])
    assert [error.message for error in errors] == ["holds no article", "does not exist", "does not exist"]


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5_000 + ".txt", "\ud800.txt"], ids=["nul", "long", "surrogate"])
def test_names_no_file_can_have(name: str) -> None:
    _, (error,) = collect(name)
    assert error.mend
    str(error).encode("utf-8")


def test_name_of_a_file_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31m\u202e.txt"
    path.write_bytes(b"")
    assert "\x1b" not in str(collect(path)[1][0])
    assert "\u202e" not in str(collect(path)[1][0])


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(ENGLISH, encoding="utf-8")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")  # chmod would not stop a test that runs as root

    monkeypatch.setattr("kg.article.files.os.open", refuse)
    _, (error,) = collect(path)
    assert error.message == "may not be read"


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of POSIX")
class TestPosix:
    def test_loop_of_links(self, tmp_path: Path) -> None:
        (tmp_path / "a.txt").symlink_to("b.txt")
        (tmp_path / "b.txt").symlink_to("a.txt")
        _, (error,) = collect(tmp_path / "a.txt")
        assert "cannot be read" in str(error)
        assert len(collect(tmp_path)[1]) == 2

    def test_link_to_its_own_folder_is_not_walked(self, tmp_path: Path) -> None:
        (tmp_path / "again").symlink_to(tmp_path)
        (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
        found, errors = collect(tmp_path)
        assert [read.id for read in found] == ["a"]
        assert not errors

    @pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
    def test_pipe_or_device_is_refused_without_waiting(self, tmp_path: Path, make: Callable[[Path], None]) -> None:
        make(tmp_path / "a.txt")
        for source in (tmp_path / "a.txt", tmp_path):
            _, errors = collect(source)
            assert "not a regular file" in str(errors[0])

    def test_thousand_folders_in_each_other(self, tmp_path: Path) -> None:
        handles = [os.open(tmp_path, os.O_RDONLY)]
        for _ in range(1_200):
            os.mkdir("d", dir_fd=handles[-1])
            handles.append(os.open("d", os.O_RDONLY, dir_fd=handles[-1]))
            if len(handles) > 2:
                os.close(handles.pop(0))
        try:
            _, (error,) = collect(tmp_path)
        finally:  # what pytest uses to clear up is recursive
            for handle in handles:
                os.close(handle)
            subprocess.run(["rm", "-r", tmp_path / "d"], check=True)
        assert error.message == "holds no article"


def test_script_in_every_field_is_only_text(tmp_path: Path) -> None:
    script = "<script>alert('x')</script>"
    keys = dict.fromkeys(("id", "outlet", "title"), script)
    (tmp_path / "a.json").write_text(record(**keys, text=f"{ENGLISH} {script}"), encoding="utf-8")
    (read,), _ = collect(tmp_path / "a.json")
    assert (read.id, read.outlet, read.title, read.text) == (script, script, script, f"{ENGLISH} {script}")


def test_script_of_a_page_is_left_out_and_printed_script_kept(tmp_path: Path) -> None:
    printed = f"<p>{ENGLISH} &lt;script&gt;x&lt;/script&gt;</p>"
    page = f"<html><body onload=evil()>{printed}<script>alert(1)</script></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (read,), _ = collect(tmp_path / "a.html")
    assert read.text == f"{ENGLISH} <script>x</script>"


@pytest.mark.parametrize(
    "page",
    [
        f"<p>{ENGLISH}<b>{ENGLISH}<i>",
        f"</div></p><p>{ENGLISH} {ENGLISH}</b></p></html>trailing",
        f"<p>{ENGLISH}" + " " * 1_000_000 + f"{ENGLISH}</p>",
        f"<p>{ENGLISH}" + "&#160;" * 300_000 + f"{ENGLISH}</p>",
        f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{ENGLISH}</p></body></html>',
        f'<html><head><link rel="canonical" href="javascript:x"></head><body><p>{ENGLISH}</p></body></html>',
    ],
    ids=["open", "closed", "spaces", "entities", "xhtml", "address"],
)
def test_broken_page_is_read_as_far_as_it_goes(tmp_path: Path, page: str) -> None:
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (read,), errors = collect(tmp_path / "a.html")
    assert read.text.startswith(ENGLISH)
    assert read.url is None
    assert not errors


def test_first_error_is_raised_without_a_callback(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(InputError, match="is empty"):
        list(article.read_path(tmp_path / "a.txt"))


def test_language_not_known_is_refused_before_anything_is_read() -> None:
    with pytest.raises(InputError, match="language 'xx' is not known"):
        article.read("nowhere.txt", language="xx")


STREAMS: list[tuple[bytes, str]] = [
    (b"", "is empty"),
    (b"\0\1\2", "NUL bytes"),
    (b"\xff", "is not UTF-8"),
    (b'[{"a":' * 100_000, "nested too deep"),
    (b'{"text": 1}', 'line 1, key "text"'),
    (b"<html></html>", "no article"),
    (gzip.compress(b"x"), "is a gzip file"),
]


@pytest.mark.parametrize(("content", "message"), STREAMS, ids=[case[1] for case in STREAMS])
def test_bad_standard_input(content: bytes, message: str) -> None:
    errors: list[InputError] = []
    assert not list(article.read_stdin(io.BytesIO(content), on_error=errors.append))
    assert len(errors) == 1
    assert "standard input" in str(errors[0]) and message in str(errors[0])


class Endless(io.RawIOBase):
    """A stream that never ends."""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        buffer[:] = b"a" * len(buffer)
        return len(buffer)


def test_endless_standard_input_is_given_up() -> None:
    with pytest.raises(InputError, match="too large"):
        list(article.read_stdin(io.BufferedReader(Endless())))  # type: ignore[type-var]


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(record(id="one") + "\nbroken\n", encoding="utf-8")
    reading: Iterator[article.Article] = article.read(path)
    assert next(reading).id == "one"
    with pytest.raises(InputError, match="line 2"):
        next(reading)
