# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Looks at the PDF of each page and prints what is wrong, one line for each finding.

    check_pdf.py PAGE.html...

Beside each page lies its PDF. Looked for: tags, title and language; the number of the page and of the
document at the foot of every page; every word of the page, in its order; heads repeated where a table
goes on; rows that are split; a heading at the foot of a page. Read with pypdf and poppler's pdftotext;
the words of the page come from Chromium's print layout.

The last line is the number of pages of paper. The exit status is 1 when there is a finding.
"""

import re
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright
from pypdf import PdfReader

# Every visible word with its table, row and part, in document order.
WORDS = r"""() => {
  const words = [], ids = new Map();
  const id = e => e ? (ids.has(e) || ids.set(e, ids.size + 1), ids.get(e)) : 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode, e = node.parentElement, box = document.createRange();
    if (e.closest('title, desc, style')) continue;
    box.selectNodeContents(node);
    const style = getComputedStyle(e);
    if (box.getClientRects().length === 0 || style.visibility !== 'visible') continue;
    const table = e.closest('table'), heading = e.closest('h1, h2, h3, h4');
    for (const word of node.textContent.match(/[\p{L}\p{N}]+/gu) || [])
      words.push([word, id(table), id(e.closest('tr')), e.closest('thead') ? 1 : 0, id(heading)]);
  }
  return words;
}"""
TOKEN = re.compile(r"[^\W_]+")


def tokens(text: str) -> list[str]:
    return TOKEN.findall(text)


def foot(html: str) -> tuple[str, str]:
    """The text at the start of each foot, and the pattern of the page's number."""
    boxes = re.findall(r"@bottom-(?:left|right)\{content:(.*?)\}", html)
    words = "".join(re.findall(r'"(.*?)"', boxes[0]))
    number = re.sub(r'"(.*?)"', lambda m: re.escape(m[1]), boxes[1])
    number = number.replace("counter(pages)", r"(?P<pages>\d+)").replace("counter(page)", r"(?P<page>\d+)")
    return words, number.replace(" ", r"\s*").replace(r"\\s*", r"\s*")


def pages_of(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    return text.split("\f")[:-1]


def without_feet(pages: list[str], html: str, note) -> list[str]:
    words, number = foot(html)
    number = re.compile(rf"^{number}$", re.M)
    rest = []
    for index, text in enumerate(pages):
        found = [m for m in number.finditer(text)
                 if (int(m["page"]), int(m["pages"])) == (index + 1, len(pages))]
        if not found:
            note(f"page {index + 1} does not say its number")
        if not re.search(rf"^{re.escape(words)}$", text, re.M):
            note(f"page {index + 1} does not say what document it is of")
        for match in found[-1:]:
            text = text[:match.start()] + text[match.end():]
        rest.append(re.sub(rf"^{re.escape(words)}$", "", text, count=1, flags=re.M))
    return rest


def aligned(words, pages, note):
    """The page of every word, and the words of each page that the HTML does not have there."""
    printed = [(t, index) for index, text in enumerate(pages) for t in tokens(text)]
    heads = {w[0] for w in words if w[3]}
    place, extra, at = [], [[] for _ in pages], 0
    for word, *_ in words:
        start = at
        while at < len(printed) and printed[at][0] != word:
            at += 1
        if at == len(printed):
            note(f"lost from “{word}” on, after “{' '.join(w[0] for w in words[max(0, len(place) - 6):len(place)])}”")
            return None, extra
        for token, page in printed[start:at]:
            # The marks of lists are numbers; all else that is said twice is the head of a table.
            if token in heads:
                extra[page].append(token)
            elif not token.isdigit():
                note(f"page {page + 1} says “{token}” where the page has “{word}”")
                return None, extra
        place.append(printed[at][1])
        at += 1
    for token, page in printed[at:]:
        if not token.isdigit():
            note(f"page {page + 1} says “{token}” after the end")
    return place, extra


def layout(words, place, extra, note):
    tables = {}
    for (word, table, row, head, heading), page in zip(words, place):
        if table:
            tables.setdefault(table, {}).setdefault((row, head), []).append((word, page))
    for rows in tables.values():
        head = [w for (_, is_head), cells in rows.items() if is_head for w, _ in cells]
        for cells in rows.values():
            if len({page for _, page in cells}) > 1:
                note(f"a row is split after page {cells[0][1] + 1}: {' '.join(w for w, _ in cells[:6])}")
        on = sorted({cells[0][1] for (_, is_head), cells in rows.items() if not is_head})
        first = min(cells[0][1] for cells in rows.values())
        for page in on:
            if head and page != first and " ".join(head) not in " ".join(extra[page]):
                note(f"a table goes on at page {page + 1} without its head “{' '.join(head[:6])}”")
    for index in range(len(words) - 1):
        if words[index][4] and words[index + 1][4] != words[index][4] and place[index] != place[index + 1]:
            note(f"a heading ends page {place[index] + 1}: {words[index][0]}")


def main() -> int:
    findings, count = [], 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.emulate_media(media="print")
        for file in map(Path, sys.argv[1:]):
            def note(finding):
                findings.append(f"{file.with_suffix('.pdf')}: {finding}")
            page.goto(file.resolve().as_uri())
            words, title = page.evaluate(WORDS), page.title()
            language = page.evaluate("document.documentElement.lang")
            pdf = file.with_suffix(".pdf")
            reader = PdfReader(pdf)
            root = reader.trailer["/Root"]
            if not root.get("/MarkInfo", {}).get("/Marked") or "/StructTreeRoot" not in root:
                note("is not tagged")
            if root.get("/Lang") != language:
                note(f"has the language {root.get('/Lang')}")
            if (reader.metadata or {}).get("/Title") != title:
                note(f"has the title {(reader.metadata or {}).get('/Title')}")
            if "/Outlines" not in root:
                note("has no outline")
            pages = pages_of(pdf)
            count += len(pages)
            pages = without_feet(pages, file.read_text("utf-8"), note)
            place, extra = aligned(words, pages, note)
            if place:
                layout(words, place, extra, note)
        browser.close()
    for finding in findings:
        print(finding)
    print(count)
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
