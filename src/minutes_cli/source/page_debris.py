"""What a saved web page holds beside the minutes: navigation, forms, scripts, sharing buttons, cookie notices.

Three kinds of sign: elements that never hold content, roles and names of classes that site builders share, and blocks
at the page's edges that are links and nothing else.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from minutes_cli.patterns import lazy

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NEVER = frozenset(
    "applet area audio base button canvas col colgroup command datalist del embed frame frameset head iframe img input "
    "link map meta nav noframes noscript object optgroup option param progress script select source style svg template "
    "textarea title track video".split()
)
_ROLES = frozenset({"navigation", "search", "banner", "contentinfo", "menu", "menubar", "toolbar", "dialog", "alert"})
_WORDS = lazy(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NAMES = frozenset(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs sidebar cookie cookies share sharing social "
    "addthis skip skiplink skiplinks footer pagination pager login masthead toolbar popup modal rss tweet facebook "
    "twitter sitemap".split()
)
_HIDDEN = lazy(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FILE_LINK = lazy(r"\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|zip)(?:$|[?#])|/documents/", re.IGNORECASE)
_DEBRIS_LINE = lazy(
    r"(?:share this (?:item|page|meeting|decision)|print this page|back to top|skip to (?:main )?content"
    r"|view directions|bookmark this (?:item|page)|subscribe to updates.{0,40}"
    r"|view the (?:background to|reasons why).{0,60}"
    r"|return to .{0,40}(?:page|meeting)|\[?(?:edit|hide|show)\]?|(?:pdf icon )?pdf \d+ [km]b)\.?$",
    re.IGNORECASE,
)
_SHORT = 1500
_MOST_NODES = 2000


def is_debris(element: HtmlElement) -> bool:
    """Whether an element, with all that is in it, belongs to the site rather than to the document."""
    if element.tag in _NEVER:
        return True
    attributes = element.attrib
    if not attributes:
        return False
    if element.tag == "label" and "for" in attributes:
        return True
    if "hidden" in attributes or attributes.get("role") in _ROLES or _HIDDEN.search(attributes.get("style", "")):
        return True
    return attributes.get("aria-hidden") == "true" and len(element) == 0


def without_debris(root: HtmlElement) -> None:
    """Take out of the tree what names, links and wording show to belong to the site."""
    for element in list(
        root.iter("div", "ul", "ol", "p", "header", "footer", "aside", "section", "span", "a", "table")
    ):
        if element.getparent() is not None and _is_site_part(element):
            element.drop_tree()
    _drop_edge_links(root)


def _is_site_part(element: HtmlElement) -> bool:
    tag = element.tag
    if tag == "footer" or (tag == "div" and element.get("title") in ("header", "footer")):
        return True  # the second is how LibreOffice writes what stands on every page
    if tag == "header" and _holds(element, "nav", "form", "input") and not _holds(element, "h1", "h2"):
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    words = {word.lower() for word in _WORDS.findall(names)} if names != " " else frozenset()
    if words & _NAMES and _length(element) < _SHORT and not _holds(element, "h1", "h2"):
        return True
    if "mgFileSize" in names:
        return True
    if tag in ("ul", "ol"):
        return _lists_files(element)
    if tag in ("p", "a", "span", "div"):
        return _length(element, 120) < 120 and bool(_DEBRIS_LINE.match(_words(element)))
    return False


def _holds(element: HtmlElement, *tags: str) -> bool:
    """Whether one of the first descendants is one of these elements."""
    return any(child.tag in tags for child in islice(element.iter(), _MOST_NODES))


def _length(element: HtmlElement, enough: int = _SHORT) -> int:
    """How many characters an element holds, counted up to ``enough``; one of very many elements counts as long."""
    size = 0
    for seen, child in enumerate(element.iter()):
        size += len((child.text or "").strip()) if isinstance(child.tag, str) else 0
        size += len((child.tail or "").strip()) if child is not element else 0
        if size >= enough or seen >= _MOST_NODES:
            return enough
    return size


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _lists_files(element: HtmlElement) -> bool:
    """A list of nothing but links, to files among them: the papers of an item, not its minutes."""
    entries = list(element.iterchildren("li"))
    return all(_is_link(entry) for entry in entries) and any(_links_file(entry) for entry in entries)


def _is_link(element: HtmlElement) -> bool:
    size = _length(element)
    if size >= _SHORT:
        return False
    linked = sum(_length(link) for link in element.iter("a") if link.get("href"))
    return linked > 0 and size - linked <= 3


def _links_file(element: HtmlElement) -> bool:
    return any(_FILE_LINK.search(link.get("href", "")) for link in element.iter("a"))


def _drop_edge_links(root: HtmlElement) -> None:
    """Lists of links before the first heading and after the last paragraph are menus."""
    lists = root.iter("ul", "ol", "h1", "h2", "h3", "h4", "p", "td", "pre")
    order = list(lists)
    content = [at for at, element in enumerate(order) if element.tag not in ("ul", "ol") and _is_content(element)]
    first, last = (content[0], content[-1]) if content else (len(order), -1)
    for at, element in enumerate(order):
        if element.tag in ("ul", "ol") and not first < at < last and element.getparent() is not None:
            entries = list(element.iterchildren("li"))
            if len(entries) > 1 and all(_is_link(entry) for entry in entries):
                element.drop_tree()


def _is_content(element: HtmlElement) -> bool:
    return _length(element, 1) > 0 and not _is_link(element)
