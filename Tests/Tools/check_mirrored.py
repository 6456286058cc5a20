# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Looks in a real Chromium at pages whose words run from right to left.

    check_mirrored.py FILE...

Every page says that it runs so; the cells of every row of every table stand from right to left in
their order; a picture stands at the right of its words; each number is set apart. Prints one line for
each finding and ends with 1 when there is one, or when a page has nothing to look at.
"""

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

LOOK = """() => {
  const found = [], box = e => e.getBoundingClientRect();
  let looked = 0;
  if (getComputedStyle(document.body).direction !== 'rtl') found.push('the page runs from left to right');
  for (const d of document.querySelectorAll('details')) d.open = true;
  for (const row of document.querySelectorAll('tr')) {
    const cells = [...row.children].filter(c => box(c).width > 0);
    for (let i = 1; i < cells.length; i++, looked++)
      if (box(cells[i]).right > box(cells[i - 1]).right + 1)
        found.push(`a cell stands right of the one before it: ${cells[i].textContent.slice(0, 40)}`);
  }
  for (const number of document.querySelectorAll('[data-from]')) {
    looked++;
    if (!getComputedStyle(number).unicodeBidi.startsWith('isolate'))
      found.push(`a number is not set apart: ${number.outerHTML.slice(0, 80)}`);
  }
  for (const list of document.querySelectorAll('ul, ol')) {
    const style = getComputedStyle(list);
    if (parseFloat(style.paddingLeft) > parseFloat(style.paddingRight)) found.push('a list is indented at the left');
  }
  if (looked === 0) found.push('there is nothing to look at');
  return found.slice(0, 10);
}"""


def main():
    findings = 0
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        for file in sys.argv[1:]:
            page.goto(Path(file).resolve().as_uri())
            for finding in page.evaluate(LOOK):
                findings += 1
                print(f"{Path(file).parent.name}/{Path(file).name}: {finding}")
        browser.close()
    print(f"{len(sys.argv) - 1} pages")
    return findings > 0


sys.exit(main())
