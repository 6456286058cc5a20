# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Grades of school of the handouts in records, by textstat, beside those that the records state.

Usage: reading_levels.py FOLDER, which holds <id>/record.xml. Prints one line for each record: the
differences of Flesch-Kincaid and SMOG of the whole handout, ours less textstat's, then the largest
difference of Flesch-Kincaid of a section and its id. Ends with 1 when a whole differs by more than
0.5, or when there is no record.
"""

import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

import textstat

NAMESPACE = "{urn:spine-decision-aid:decision-record:1}"
INLINE = set(
    "title heading smallHeading paragraph item label text question answer writingSpace caption cell "
    "explanation period group name rest range certainty note bar lead".split()
)


def inline(element):
    """The words of a text: a number is a one or a nought, a person's words are left out."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == NAMESPACE + "n":
            parts.append("1" if child.text == "1" else "0")
        parts.append(child.tail or "")
    return "".join(parts)


def texts(element):
    """All texts in document order, without references."""
    for child in element:
        name = child.tag.replace(NAMESPACE, "")
        if name == "list" and child.get("form") == "references":
            continue
        if name in INLINE or (name == "row" and child.find(NAMESPACE + "label") is None):
            yield inline(child)
        else:
            yield from texts(child)


def plain(element):
    """One line for each text, each with a mark at its end."""
    lines = [text.strip() for text in texts(element)]
    return "\n".join(x if x[-1] in ".?!" else x + "." for x in lines if x)


def main():
    records = sorted(pathlib.Path(sys.argv[1]).glob("*/record.xml"))
    worst = 0.0 if records else 9.9
    for path in records:
        root = ElementTree.parse(path).getroot()
        reading = root.find(f"{NAMESPACE}checks/{NAMESPACE}reading")
        stated = {part.get("section"): part for part in reading}
        whole, parts = [], []
        for section in root.find(NAMESPACE + "handout").findall(NAMESPACE + "section"):
            # A section without a level is written for somebody else than the patient.
            if section.get("id") in stated:
                text = plain(section)
                whole.append(text)
                ours = float(stated[section.get("id")].get("fleschKincaid"))
                parts.append((ours - textstat.flesch_kincaid_grade(text), section.get("id")))
        text = "\n".join(whole)
        kincaid = float(reading.get("fleschKincaid")) - textstat.flesch_kincaid_grade(text)
        smog = float(reading.get("smog")) - textstat.smog_index(text)
        most = max(parts, key=lambda part: abs(part[0]))
        worst = max(worst, abs(kincaid), abs(smog))
        name = re.sub(r"[^A-Za-z0-9._-]", "?", path.parent.name)
        print(f"{name} {kincaid:+.3f} {smog:+.3f} {most[0]:+.3f} {most[1]}")
    return worst > 0.5


sys.exit(main())
