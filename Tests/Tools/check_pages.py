# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Looks at pages in a real Chromium and prints what is wrong, one line for each finding.

    check_pages.py FILE...

Every page is loaded as a reader loads it, with its policy, and once more without it, for axe and the
styles that tests add. Looked for: axe's rules of WCAG 2.2 A, AA and AAA and of good practice; sideways
scrolling and clipped text at 320 CSS pixels, at twice the size and with the spacing of WCAG 1.4.12;
lines of text that cover each other; blocks that print above what stands before them; lines and shapes
with a contrast below 3:1; marks of pictures that grey paper confuses; and scripts, styles and requests
that the policy lets through.

axe measures the contrast of text on one element of each look (colour, size, weight and grounds): that
is five times as fast as on every element. Where text covers text, that would not hold; so that is looked for.

The last line is the number of pages. The exit status is 1 when there is a finding.
"""

import io
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import axe_playwright_python
from PIL import Image
from playwright.sync_api import sync_playwright

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
SPACING = ("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
           " p { margin-bottom: 2em !important }")

RUN_AXE = """async () => {
  const looks = new Map();
  for (const e of document.body.querySelectorAll('*')) {
    if (![...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim())) continue;
    const style = getComputedStyle(e), grounds = new Set();
    for (let at = e; at; at = at.parentElement) {
      const ground = getComputedStyle(at);
      grounds.add([ground.backgroundColor, ground.backgroundImage, ground.opacity].join());
    }
    const look = [e.localName, style.color, style.fontSize, style.fontWeight, style.textShadow, ...grounds].join();
    if (!looks.has(look)) looks.set(look, e);
  }
  for (const e of looks.values()) e.setAttribute('data-look', '');
  axe.configure({rules: ['color-contrast', 'color-contrast-enhanced'].map(id => ({id, selector: '[data-look]'}))});
  const found = await axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {'color-contrast-enhanced': {enabled: true}, 'identical-links-same-purpose': {enabled: true},
            'target-size': {enabled: true}},
  });
  return found.violations.map(v =>
    `${v.id}: ${v.nodes.length} times, first ${v.nodes[0].target} ${v.nodes[0].html.slice(0, 90)}`);
}"""

# Two lines of text of different elements that cover each other.
OVERLAP = """() => {
  const lines = [], found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    // What a closed part of the page holds has boxes, and is not drawn.
    if (!node.data.trim() || !node.parentElement.checkVisibility({visibilityProperty: true})) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects())
      if (box.width > 0) lines.push({node, box, top: box.top, bottom: box.bottom});
  }
  lines.sort((a, b) => a.top - b.top);
  for (let i = 0; i < lines.length; i++)
    for (let j = i + 1; j < lines.length && lines[j].top < lines[i].bottom; j++) {
      const a = lines[i].box, b = lines[j].box;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (lines[i].node !== lines[j].node && wide > 2 && high > 0.4 * Math.min(a.height, b.height))
        found.push(`text covers text: ${lines[i].node.data.slice(0, 30)} / ${lines[j].node.data.slice(0, 30)}`);
    }
  return found.slice(0, 5);
}"""

# A window of 640 pixels is one of 1280 at twice the size. What scrolls sideways, reaches beyond the window, or is cut off by its own box.
OVERFLOW = """() => {
  const root = document.documentElement, width = root.clientWidth, found = [];
  if (root.scrollWidth > width) found.push(`scrolls sideways: ${root.scrollWidth} in ${width}`);
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('svg') && e.localName !== 'svg') continue;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    if (box.width === 0) continue;
    if (box.right > width + 1 || box.left < -1) found.push(`reaches beyond the window: ${e.localName}`);
    if (style.overflow !== 'visible' && style.display !== 'inline' && e.localName !== 'svg'
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
      found.push(`is cut off: ${e.localName}`);
  }
  return [...new Set(found)].slice(0, 5);
}"""

# A block stands below the one before it in the document, or beside it, in the direction of reading.
ORDER = """() => {
  const found = [];
  const blocks = [...document.body.querySelectorAll('h1,h2,h3,h4,p,li,dt,dd,caption,tr,figure,summary')]
    .filter(e => e.getClientRects().length > 0);
  let before = null;
  for (const block of blocks) {
    const box = block.getBoundingClientRect();
    if (before && !before.contains(block)) {
      const last = before.getBoundingClientRect();
      const mirrored = getComputedStyle(document.documentElement).direction === 'rtl';
      const beside = (mirrored ? box.right <= last.left + 1 : box.left >= last.right - 1)
        || getComputedStyle(block).display.startsWith('inline');
      if (box.top < last.top - 1 && !beside)
        found.push(`prints above what stands before it: ${block.localName} ${block.textContent.slice(0, 40)}`);
    }
    before = block;
  }
  return found.slice(0, 5);
}"""

# Lines and shapes against what lies behind them.
CONTRAST = """() => {
  const found = new Set();
  const parse = text => {
    const m = /^rgba?\\(([\\d.]+), ([\\d.]+), ([\\d.]+)(?:, ([\\d.]+))?\\)$/.exec(text);
    return m && (m[4] === undefined || +m[4] > 0) ? m.slice(1, 4).map(Number) : null;
  };
  const light = colour => {
    const [r, g, b] = colour.map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (a, b) => {
    const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
    return (high + .05) / (low + .05);
  };
  const behind = e => {
    for (let at = e; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour) return colour;
    }
    return [255, 255, 255];
  };
  for (const e of document.querySelectorAll('svg path, svg rect, svg circle, svg line, svg polygon')) {
    const style = getComputedStyle(e), ground = behind(e.ownerSVGElement.parentElement);
    // The ground of a pattern is as light as the paper; its lines are not.
    if (e.closest('pattern') && e === e.closest('pattern').firstElementChild) continue;
    const stroke = parseFloat(style.strokeWidth) > 0 ? parse(style.stroke) : null;
    const isPattern = style.fill.startsWith('url');
    const colours = [stroke, isPattern ? null : parse(style.fill)].filter(c => c);
    if (!colours.some(c => ratio(c, ground) >= 3))
      found.add(`a shape with contrast below 3:1: ${e.localName}.${e.getAttribute('class')} ${style.fill} ${style.stroke}`);
  }
  for (const e of document.body.querySelectorAll('*')) {
    if (e.closest('svg')) continue;
    const style = getComputedStyle(e);
    for (const side of ['Top', 'Right', 'Bottom', 'Left']) {
      const colour = parse(style[`border${side}Color`]);
      if (style[`border${side}Style`] === 'none' || parseFloat(style[`border${side}Width`]) === 0) continue;
      if (!colour || ratio(colour, behind(e.parentElement)) < 3)
        found.add(`a line with contrast below 3:1: ${e.localName} ${side}`);
    }
  }
  return [...found].slice(0, 5);
}"""

# What the policy must stop; the page is as its reader has it.
ATTACKS = """async () => {
  const add = (name, parts) => document.body.appendChild(Object.assign(document.createElement(name), parts));
  add('script', {textContent: 'window.broken = true'});
  add('style', {textContent: 'body { color: rgb(1, 2, 3) }'});
  add('p', {innerHTML: '<b onclick="window.broken = true">x</b>'}).firstChild.click();
  add('img', {src: 'http://localhost:9/x.png'});
  add('iframe', {src: 'data:text/html,x'});
  const other = await fetch('http://localhost:9/x').then(() => true, () => false);
  await new Promise(done => setTimeout(done, 30));
  const found = [];
  if (window.broken) found.push('the policy lets a script run');
  if (getComputedStyle(document.body).color === 'rgb(1, 2, 3)') found.push('the policy lets a style in');
  if (other) found.push('the policy lets a request out');
  return found;
}"""


def lightness(picture: Image.Image, box) -> float:
    """The mean relative luminance of a part of a grey picture."""
    left, top, right, bottom = box
    # Of a small mark one point is left.
    part = picture.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
    values = list(part.tobytes())
    linear = [v / 255 / 12.92 if v / 255 <= .04045 else ((v / 255 + .055) / 1.055) ** 2.4 for v in values]
    return sum(linear) / len(linear)


def grey(page, seen: set) -> list[str]:
    """Whether the marks of each picture can be told apart without colour, and are as many as drawn.

    Pictures of the same marks are looked at once under the same styles: `seen` holds them.
    """
    found = []
    styles = page.evaluate("""() => document.body.className
      + [...document.querySelectorAll('style')].map(e => e.textContent).join().replace(/content:[^}]*/g, '')""")
    for svg in page.query_selector_all("svg.icons"):
        drawn = svg.evaluate("""e => {
          const count = kind => [...e.querySelectorAll('.' + kind)]
            .reduce((sum, p) => sum + (p.getAttribute('d').match(/M/g) || []).length, 0);
          return [count('filled'), count('empty'), e.viewBox.baseVal.width, e.viewBox.baseVal.height];
        }""")
        look = (styles, svg.inner_html(), *drawn)
        if look in seen:
            continue
        seen.add(look)
        filled, empty, width, height = drawn
        picture = Image.open(io.BytesIO(svg.screenshot())).convert("L")
        unit = min(picture.width / width, picture.height / height) * width / 10
        left, top = (picture.width - unit * 10) / 2, (picture.height - unit * height * 10 / width) / 2
        marks = []
        for index in range(filled + empty):
            x, y = left + index % 10 * unit, top + index // 10 * unit
            marks.append(lightness(picture, [round(v) for v in (x + .4 * unit, y + .4 * unit, x + .6 * unit, y + .6 * unit)]))
        dark = [m for m in marks if (1 + .05) / (m + .05) >= 3]
        if len(dark) != filled:
            found.append(f"a picture shows {len(dark)} dark marks and means {filled}")
        bright = [m for m in marks if m not in dark]
        if dark and bright and (min(bright) + .05) / (max(dark) + .05) < 3:
            found.append("a picture has marks that grey paper confuses")
    return found


class Examiner:
    """One browser with two windows for all pages: with the policy of a page and without it."""

    def __init__(self, browser):
        self.requests = []
        self.seen = set()
        self.guarded = browser.new_context().new_page()
        self.guarded.on("requestfinished", lambda request: self.requests.append(request.url))
        self.page = browser.new_context(bypass_csp=True).new_page()

    def examine(self, file: str) -> list[str]:
        found = []
        url, page = Path(file).resolve().as_uri(), self.page

        def note(where, findings):
            found.extend(f"{file}: {where}: {finding}" for finding in findings)

        self.requests.clear()
        self.guarded.goto(url)
        note("policy", self.guarded.evaluate(ATTACKS))
        note("policy", [f"fetched {r[:60]}" for r in self.requests if r != url])
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(url)
        note("contrast", page.evaluate(CONTRAST))
        note("grey", grey(page, self.seen))
        note("covered", page.evaluate(OVERLAP))
        page.evaluate(AXE)
        note("axe", page.evaluate(RUN_AXE))
        for name, width in (("width 320", 320), ("zoom 200 %", 640)):
            page.set_viewport_size({"width": width, "height": 900})
            note(name, page.evaluate(OVERFLOW))
        spacing = page.add_style_tag(content=SPACING)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            note(f"spacing at {width}", page.evaluate(OVERFLOW))
        spacing.evaluate("style => style.remove()")
        page.set_viewport_size({"width": 666, "height": 900})
        page.emulate_media(media="print")
        note("order", page.evaluate(ORDER))
        return found


def work(files: list[str]) -> list[str]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"])
        examiner = Examiner(browser)
        found = [finding for file in files for finding in examiner.examine(file)]
        browser.close()
        return found


def main() -> int:
    files = sys.argv[1:]
    half = [files[0::2], files[1::2]] if len(files) > 3 else [files]
    with ProcessPoolExecutor(len(half)) as pool:
        found = [finding for part in pool.map(work, half) for finding in part]
    for finding in sorted(found):
        print(re.sub(r"\s+", " ", finding))
    print(len(files))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
