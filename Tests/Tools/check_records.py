# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Checks decision records with nothing but Python's standard library (expat and its own C14N).

Usage: check_records.py OUTPUT PROFILES
For every OUTPUT/<id>/record.xml: the bytes are their own exclusive canonical form, also after a
change of line ends; the SHA-256 and length of each artefact and the SHA-256 of the profile agree;
the profile inside is the one in PROFILES/<id>.xml. Prints the number of records; exit status 1
after the first lines of what is wrong.
"""
import hashlib
import io
import pathlib
import sys
import xml.etree.ElementTree as ET

RECORD = "{urn:spine-decision-aid:decision-record:1}"


def canonical(text):
    """The canonical form without comments: namespaces stand where they are used."""
    out = io.StringIO()
    ET.canonicalize(text, out=out)
    return out.getvalue()


def bare(element):
    """A tree as nested tuples, without white space between elements."""
    children = [bare(child) for child in element]
    text = element.text or ""
    return (element.tag, sorted(element.attrib.items()), "" if children else text, children)


def problems(folder, profile):
    data = (folder / "record.xml").read_bytes()
    text = data.decode("utf-8")
    if canonical(text).encode("utf-8") != data:
        yield "record.xml is not its own canonical form"
    changed = data.replace(b"\n", b"\r\n")
    if changed == data or canonical(changed.decode("utf-8")).encode("utf-8") != data:
        yield "other line ends change the content digest"
    root = ET.fromstring(data)
    artefacts = root.findall(f"{RECORD}artefacts/{RECORD}artefact")
    names = sorted(artefact.get("name") for artefact in artefacts)
    present = sorted(path.name for path in folder.iterdir() if path.name != "record.xml")
    if names != present or not names:
        yield f"the record lists {names}, the folder holds {present}"
    for artefact in artefacts:
        content = (folder / artefact.get("name")).read_bytes()
        if hashlib.sha256(content).hexdigest() != artefact.get("sha256"):
            yield f"digest of {artefact.get('name')}"
        if str(len(content)) != artefact.get("bytes"):
            yield f"length of {artefact.get('name')}"
    start = text.index("<given>") + len("<given>")
    given = text[start:text.index("</given>", start)]
    inputs = {i.get("kind"): i for i in root.findall(f"{RECORD}inputs/{RECORD}input")}
    digest = hashlib.sha256(canonical(given).encode("utf-8")).hexdigest()
    if inputs["profile"].get("sha256") != digest:
        yield "digest of the profile"
    if bare(ET.fromstring(given)) != bare(ET.parse(profile).getroot()):
        yield "the profile inside is not the one that was given"


def main(output, profiles):
    folders = sorted(path for path in pathlib.Path(output).iterdir() if path.is_dir())
    wrong = 0
    for folder in folders:
        for problem in problems(folder, pathlib.Path(profiles) / f"{folder.name}.xml"):
            wrong += 1
            print(f"{folder.name}: {problem}", file=sys.stderr)
    print(len(folders))
    return 1 if wrong or not folders else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
