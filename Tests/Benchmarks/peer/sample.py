# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Makes templates from the three files that the program wrote for one person.

    sample.py FOLDER TEMPLATES

Every number of a text that names where it comes from becomes a place for a number of the person that is
written for, and what stands directly in a section becomes a block that can be left out or repeated, so that a
document can be brought to a size. Places are written [[ ]], statements [% %].
"""

import json
import re
import sys
from pathlib import Path

TAG = re.compile(r'<(/?)([\w-]+)(?:\s+[\w:-]+="[^"]*")*\s*(/?)>')
NUMBER = re.compile(r'(<(?:n from|span data-from)=")([^"]*)(">)([^<]*)(</)')


def parts(text: str):
    """The elements at the top of a text, with what stands between them."""
    depth, start = 0, 0
    for tag in TAG.finditer(text):
        if depth == 0 and tag[1] != "/" and tag.start() > start:
            yield "between", text[start:tag.start()]
            start = tag.start()
        depth += 0 if tag[3] else -1 if tag[1] else 1
        if depth == 0:
            yield "element", text[start:tag.end()]
            start = tag.end()
    if text[start:]:
        yield "between", text[start:]


class Template:
    """The text of a template, and the sizes of its blocks and of the rest."""

    def __init__(self):
        self.text, self.blocks, self.fixed = [], [], 0
        self.places: dict[str, int] = {}

    def place(self, number) -> str:
        key = number[2]
        if key.startswith("analysis."):
            count = self.places[key] = self.places.get(key, -1) + 1
            shown = f'[[ a["{key}"][{count}] ]]'
        elif key.startswith(("document.", "profile.", "source.")):
            shown = f'[[ t.get("{key}", "{number[4]}") ]]'
        else:
            shown = f'[[ t["{key}"] or "{number[4]}" ]]'
        return number[1] + key + number[3] + shown + number[5]

    def add(self, text: str, block: bool = False) -> None:
        size = len(text.encode())
        filled = NUMBER.sub(self.place, text)
        if block:
            self.text.append(f"[% for _ in range(k[{len(self.blocks)}]) %]{filled}[% endfor %]")
            self.blocks.append(size)
        else:
            self.text.append(filled)
            self.fixed += size

    def sections(self, text: str, element: str = "section") -> None:
        """Text with sections: their first element, the title, stays."""
        for kind, part in parts(text):
            if kind == "between" or not part.startswith(f"<{element} "):
                self.add(part)
                continue
            start, end = part.index(">") + 1, part.rindex("<")
            self.add(part[:start])
            for n, (_, inner) in enumerate(parts(part[start:end])):
                self.add(inner, block=n > 0)
            self.add(part[end:])

    def write(self, folder: Path, name: str) -> None:
        (folder / name).write_text("".join(self.text), "utf-8")
        (folder / f"{name}.json").write_text(json.dumps(
            {"fixed": self.fixed, "blocks": self.blocks, "places": {k: n + 1 for k, n in self.places.items()}}), "utf-8")


def split(text: str, *marks: str) -> list[str]:
    """The text, cut before each mark."""
    found = []
    for mark in marks:
        head, _, text = text.partition(mark)
        found.append(head)
        text = mark + text
    return found + [text]


def html(text: str) -> Template:
    t = Template()
    head, body, foot = split(text, "<section ", "</main>")
    t.add(re.sub(r'<bdi dir="auto">[^<]*</bdi>', '<bdi dir="auto">[[ p.name|e ]]</bdi>', head))
    t.sections(body)
    t.add(foot)
    return t


def record(text: str) -> Template:
    t = Template()
    head, _, _, _, figures, _, checks, bodies, foot = split(
        text, "<inputs>", "<given>", "<numbers>", "<figure ", "</numbers>", "<checks>", "<handout", "<proof")
    t.add(re.sub(r' date="[^"]*"', ' date="[[ date ]]"', re.sub(r' profile="[^"]*"', ' profile="[[ p.id ]]"', head)))
    t.text.append('<inputs>[% for i in inputs %]<input id="[[ i.id ]]" kind="[[ i.kind ]]" sha256="[[ i.sha256 ]]"></input>'
                  '[% endfor %]</inputs>\n<artefacts>[% for f in files %]<artefact bytes="[[ f.bytes ]]" name="[[ f.name ]]" '
                  'sha256="[[ f.sha256 ]]"></artefact>[% endfor %]</artefacts>\n'
                  '<given>[[ given ]]</given>\n<numbers>\n[[ levels ]]')
    seen = set()
    for kind, part in parts(figures):
        name = part[:7]
        t.add(part, block=kind == "element" and name in seen)  # one source has to stand
        seen.add(name if kind == "element" else "")
    t.text.append("</numbers>\n[[ analysis ]]\n")
    t.add(checks)
    for body in split(bodies, "<clinicianCopy>"):
        start, end = body.index("<section"), body.rindex("</")
        t.add(body[:start])
        t.sections(body[start:end])
        t.add(body[end:])
    t.add(foot)
    return t


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.mkdir(parents=True, exist_ok=True)
    for name, make in (("handout.html", html), ("clinician.html", html), ("record.xml", record)):
        given = (source / name).read_text("utf-8")
        if "[[" in given or "[%" in given:
            raise SystemExit(f"{name} holds a mark of the templates")
        make(given).write(target, name)
