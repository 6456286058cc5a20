# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Plots as inline SVG: where things stand, in tenths of a point on paper, and the drawing."""

from dataclasses import dataclass, field

from markupsafe import Markup

from wording import EMPTY, Text, esc

FILLS = ("solid", "hatched", "open", "dotted", "lined", "crossed")
LINES = {"hatched": "M-15 15L15 -15M0 60L60 0M45 75L75 45", "dotted": "M24 30h12", "lined": "M0 30H60",
         "crossed": "M0 60L60 0M0 0L60 60"}
SIZE, LINE, GAP, INSET = 96, 114, 70, 40
THIN, NARROW, WIDE = " !',./:;I[]fijlt|\u2018\u2019", "()*-r{}\"\u201c\u201d", "MWmw%@"


@dataclass
class Row:
    """A row: cells of bars (from, to, fill), marks (place, form) and a number, then values and notes."""

    label: Text
    cells: list
    words: Text
    strong: bool = False
    begins: bool = False
    values: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def places(self):
        """From and to of the bars, and the places of the marks, as the record states them."""
        bars = [str(x) for cell in self.cells for bar in cell[0] for x in bar[:2]]
        return " ".join(bars), " ".join(str(mark[0]) for cell in self.cells for mark in cell[1])


def letter(c: str) -> int:
    if c in THIN:
        return 290
    if c in NARROW:
        return 400
    if c in WIDE:
        return 960
    if "A" <= c <= "Z" or c == "&":
        return 780
    if " " <= c <= "~":
        return 580
    return 0 if "\u0300" <= c <= "\u036f" else 800 if "\xa0" <= c <= "\u024f" else 1000


def width_of(text: str, strong=False) -> int:
    return (sum(map(letter, text)) * (108 if strong else 100) // 100 * SIZE + 999) // 1000


def wrap(text: str, limit: int, strong=False) -> list[str]:
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, strong) <= limit:
            line = longer
            continue
        if line:
            lines.append(line)
        line = ""
        for c in word:
            if line and width_of(line + c, strong) > limit:
                lines.append(line)
                line = ""
            line += c
    return lines + [line] if line else lines


def attributes(**values) -> str:
    return "".join(f' {key.replace("_", "-")}="{value}"' for key, value in values.items() if value is not None)


@dataclass
class Plot:
    id: str
    kind: str
    title: Text
    lead: Text
    words_title: Text
    low: int
    high: int
    rows: list
    panels: list = field(default_factory=lambda: [EMPTY])
    columns: list = field(default_factory=list)
    ticks: list = field(default_factory=list)
    width: int = 5000

    def lay_out(self):
        width, rows = self.width, self.rows
        self.labels = min(max(width_of(r.label.plain, r.strong) for r in rows), width * 34 // 100)
        self.ends_of_columns = []
        for n, (head, fill) in enumerate(self.columns):
            numbers = max(width_of(r.values[n].plain, r.strong) for r in rows)
            title = head.plain
            room = (width_of(title) + LINE if fill else
                    max(max(map(width_of, title.split())), width_of(title) * 6 // 10))
            self.ends_of_columns.append(min(max(numbers, room), width // 6))
        numbers = max((width_of(cell[2].plain, r.strong) for r in rows for cell in r.cells), default=0)
        self.numbers = numbers + 30 if numbers else 0
        beside = min(max((width_of(n.plain) for r in rows for n in r.notes), default=0), width * 34 // 100)
        taken = self.labels + beside + GAP + sum(c + GAP for c in self.ends_of_columns)
        self.below = beside > 0 and (width - taken) // len(self.panels) < width * 22 // 100
        self.notes = 0 if self.below else beside
        self.body = width - self.notes - GAP if self.notes else width
        count = len(self.panels)
        right = self.column_end(0) - self.ends_of_columns[0] - GAP if self.columns else self.body
        self.panel = max(1, (right - self.labels - GAP * count) // count)
        self.scale = max(1, self.panel - self.numbers - 2 * INSET)
        self.notes_start = self.panel_start(0) + INSET if self.below else width - self.notes
        self.heads = [wrap(p.plain, self.panel, True) for p in self.panels]
        self.column_heads = [wrap(head.plain, max(1, c - (LINE if fill else 0)))
                             for (head, fill), c in zip(self.columns, self.ends_of_columns)]
        lines = max([len(h) for h in self.heads + self.column_heads] + [1 if self.ticks else 0])
        self.head_height = lines * LINE + (30 if lines else 0)

    def column_end(self, n): return self.body - sum(c + GAP for c in self.ends_of_columns[n + 1:])
    def panel_start(self, n): return self.labels + GAP + n * (self.panel + GAP)

    def x(self, place, panel):
        span = self.high - self.low
        inside = min(max(place, self.low), self.high) - self.low
        return self.panel_start(panel) + INSET + (2 * inside * self.scale + span) // (2 * span)

    def svg(self) -> Markup:
        self.lay_out()
        self.parts = []
        top = self.head_height
        self.draw_heads(top - 30)
        for row in self.rows:
            self.parts.append("<g>")
            top += self.draw_row(row, top)
            self.parts.append("</g>")
        title, words = f"{self.id}-title", f"{self.id}-words"
        said = " ".join(t.plain for t in ([self.lead] if self.lead.html else []) + [r.words for r in self.rows])
        return Markup(
            f'<svg viewBox="0 0 {self.width} {top}" class="{self.kind}" role="img" aria-labelledby="{title} {words}" '
            f'direction="ltr" font-size="{SIZE}"><title id="{title}">{esc(self.title.plain)}</title>'
            f'<desc id="{words}">{esc(said)}</desc>{self.patterns()}{"".join(self.parts)}</svg>')

    def patterns(self) -> str:
        used = {bar[2] for r in self.rows for cell in r.cells for bar in cell[0]} | {fill for _, fill in self.columns}
        drawn = "".join(
            f'<pattern id="{self.id}-{fill}" width="60" height="60" patternUnits="userSpaceOnUse"><path d="M0 0H60V60H0z" '
            f'fill="#fff" stroke="none"></path><path d="{LINES[fill]}" fill="none"></path></pattern>'
            for fill in FILLS if fill in used and fill in LINES)
        return f"<defs>{drawn}</defs>" if drawn else ""

    def draw_heads(self, bottom):
        for n, lines in enumerate(self.heads):
            self.text(lines, self.panel_start(n) + INSET, bottom - len(lines) * LINE, strong=True)
        for n, lines in enumerate(self.column_heads):
            self.text(lines, self.column_end(n), bottom - len(lines) * LINE, "end")
            if fill := self.columns[n][1]:
                self.bar(fill, self.column_end(n) - self.ends_of_columns[n], bottom - 85, 85, 75)
        for place, label in self.ticks:
            for n in range(len(self.panels)):
                self.text([label.plain], self.x(place, n), bottom - LINE, "end" if place == self.high else "middle")

    def draw_row(self, row, top) -> int:
        label = wrap(row.label.plain, self.labels, row.strong)
        notes = [line for n in row.notes for line in wrap(n.plain, self.width - self.notes_start)]
        lines = max(1, len(label), len(notes) + (1 if self.below else 0))
        height = lines * LINE + (18 if lines == 1 else 50)
        middle = top + ((height - (len(notes) + 1) * LINE + LINE) // 2 if self.below else height // 2)
        if row.begins:
            self.parts.append(f'<path class="rule" d="M0 {top}H{self.width}"></path>')

        def block(lines, x, around, anchor=None):
            self.text(lines, x, around - len(lines) * LINE // 2, anchor, row.strong)
        bottom = middle + LINE // 2 if self.below and notes else top + height
        block(label, 0, top + height // 2)
        for n, (bars, marks, number) in enumerate(row.cells):
            x = self.x(0, n)
            self.parts.append(f'<path class="origin" d="M{x} {top}V{bottom}"></path>')
            self.draw_cell(bars, marks, n, middle)
            end = max((self.x(bar[1], n) for bar in bars), default=x)
            block([number.plain] if number.html else [], end + 30, middle)
        for n, value in enumerate(row.values):
            block([value.plain], self.column_end(n), middle, "end")
        block(notes, self.notes_start, middle + (len(notes) + 1) * LINE // 2 if self.below else middle)
        return height

    def draw_cell(self, bars, marks, n, middle):
        if marks:
            self.parts.append(f'<path class="line" d="M{self.x(self.low, n)} {middle}H{self.x(self.high, n)}"></path>')
        for start, end, fill in bars:
            if end > start:
                x = self.x(start, n)
                self.bar(fill, x, middle - 42, self.x(end, n) - x, 84)
        for place, form in marks:
            x = self.x(place, n)
            self.parts.append(f'<circle cx="{x}" cy="{middle}" r="34"></circle>' if form == "now" else
                              f'<path class="limit" d="M{x} {middle - 58}v116"></path>')

    def bar(self, fill, x, y, width, height):
        paint = {"solid": "#444", "open": "#fff"}.get(fill, f"url(#{self.id}-{fill})")
        self.parts.append(f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{paint}"></rect>')

    def text(self, lines, x, top, anchor=None, strong=False):
        for n, line in enumerate(lines):
            more = attributes(text_anchor=anchor, font_weight="bold" if strong else None)
            self.parts.append(f'<text x="{x}" y="{top + n * LINE + 90}"{more}>{esc(line)}</text>')
