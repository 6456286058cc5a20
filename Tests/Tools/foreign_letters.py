# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Words in Latin letters, and Latin digits, on pages that are written in another script.

Usage: foreign_letters.py PACK PAGE..., with the folder of the pack whose names of studies, bodies and
authors may stand. A person's own words (bdi with dir=auto), document numbers, versions, bone levels
and what the pack cites are left out. Prints each place that is left and ends with 1 when there is one.
"""

import html.parser
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

NAMES = {"citation", "short", "body", "year", "sponsor", "doi", "name", "id"}
SPOKEN = {"alt", "aria-label", "title", "summary", "placeholder"}
PROGRAM = {
    "document.id", "document.fingerprint", "document.program", "document.pack", "profile.id",
    "document.emergency",
}


class Words(html.parser.HTMLParser):
    """The words that a reader sees or hears, with the words around them."""

    def __init__(self):
        super().__init__()
        self.skipped, self.open, self.found = [], [], []

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        void = tag in {"meta", "link", "br", "hr", "img", "input", "wbr"}
        own = tag in {"style", "script"} or attributes.get("data-from") in PROGRAM
        own = own or (tag == "bdi" and attributes.get("dir") == "auto")
        # Bone levels are printed as the field writes them, with a number that comes from the profile.
        own = own or attributes.get("data-from") == "profile.levels"
        if not void:
            self.open.append((tag, own))
        for name, value in attributes.items():
            if name in SPOKEN:
                self.found.append(value or "")

    def handle_endtag(self, tag):
        while self.open:
            if self.open.pop()[0] == tag:
                return

    def handle_data(self, data):
        if not any(own for _, own in self.open):
            self.found.append(data)


def names(pack):
    """What the pack cites, the longest first."""
    found = set()
    for file in ["sources.xml", "eligibility.xml", "evidence.xml"]:
        for element in ElementTree.parse(pathlib.Path(pack) / file).iter():
            tag = element.tag.rpartition("}")[2]
            if tag in {"source", "author", "guideline", "position", "evidence"}:
                found |= {value for key, value in element.attrib.items() if key in NAMES}
    return sorted(found, key=lambda name: (-len(name), name))


def main():
    known = names(sys.argv[1])
    bad = 0
    for page in sys.argv[2:]:
        words = Words()
        words.feed(pathlib.Path(page).read_text(encoding="utf-8"))
        for text in words.found:
            rest = text
            for name in known:
                rest = rest.replace(name, " ")
            if re.search(r"[A-Za-z0-9]", rest):
                bad += 1
                print(f"{page}: {text.strip()[:160]}")
    print(f"{len(sys.argv) - 2} pages, {bad} places")
    return bad > 0


sys.exit(main())
