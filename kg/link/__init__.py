"""Reading -> Extraction: which entity each cluster of mentions is, judged with a reason."""

from kg.link.linker import judge, link

__all__ = ["judge", "link"]
