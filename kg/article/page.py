"""Web pages: the article without menus, scripts and comments."""

from __future__ import annotations

import re

from kg.article.clean import clean_line, web_address
from kg.errors import InputError

_MAX_TAGS = 100_000  # pages of newspapers have some thousand; the time of extraction grows with this number
_MAX_CHECKED_TAGS = 10_000  # the second opinion of trafilatura takes time in the square of their number
# Runs of white space say nothing on a page, but a million of them costs the extractor minutes.
_WHITE = re.compile(r"(?:\s|&#x?0*(?:9|10|13|32|160|a|d|20|a0);){20,}", re.IGNORECASE)
_XML_HEAD = re.compile(r"<\?xml[^>]{0,200}\?>")
_SHORTEST = 25  # characters; less is a menu
_WHOLE_PAGE = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_DATES = {
    "original_date": True,
    "extensive_search": False,  # only dates that the page declares: a guessed one is worse than none
    "max_date": "2100-01-01",  # the default is today, which would make the answer depend on the day
}


def parse_page(markup: str, *, place: str) -> dict[str, object]:
    """The keys of an article from HTML: `title`, `published`, `outlet`, `url` as far as the page declares them, and
    `text`, in which the title is not repeated.

    Raises InputError, blaming `place`, if the page has no running text.
    """
    if markup.count("<") > _MAX_TAGS:
        raise InputError(f"has more than {_MAX_TAGS:,} tags", place=place, mend="save the article alone")
    from trafilatura import bare_extraction  # 0.3 s: only for pages

    markup = _WHITE.sub(" ", _XML_HEAD.sub("", markup, count=1))
    if not _WHOLE_PAGE.search(markup):
        markup = f"<html><body>{markup}</body></html>"  # a lone paragraph would be taken for the page
    document = bare_extraction(
        markup,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=_DATES,
        fast=markup.count("<") > _MAX_CHECKED_TAGS,
    )
    text = getattr(document, "text", None)
    if not text or len(text) < _SHORTEST:
        raise InputError(
            "no article was found on the page: it has no running text, or is nested too deep",
            place=place,
            mend="save the page after it has loaded, or give the text as .txt",
        )
    found = {key: getattr(document, name, None) for key, name in _NAMES.items()}
    found["url"] = web_address(found["url"] or "")
    first, _, rest = text.partition("\n")
    title = found["title"] or ""
    return {**found, "text": rest if rest and clean_line(first) == clean_line(title) else text}


_NAMES = {"title": "title", "published": "date", "outlet": "sitename", "url": "url"}
