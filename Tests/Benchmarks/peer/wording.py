# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Texts of the catalogue, and numbers as texts."""

import html
import math
import re

from markupsafe import Markup

from pack import PIECE, Pack


def esc(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#xD;")


class Text:
    """One text in both markups."""

    __slots__ = ("html", "xml")

    def __init__(self, html: str, xml: str):
        self.html, self.xml = Markup(html), Markup(xml)

    @property
    def plain(self) -> str:
        return html.unescape(re.sub("<[^>]*>", "", self.xml))

    def __add__(self, other: "Text") -> "Text":
        return Text(self.html + other.html, self.xml + other.xml)


EMPTY = Text("", "")


def words(text: str) -> Text:
    text = esc(text)
    return Text(text, text)


def person(text: str) -> Text:
    text = esc(text)
    return Text(f'<bdi dir="auto">{text}</bdi>', f"<p>{text}</p>")


def spaced(*parts: Text) -> Text:
    parts = [p for p in parts if p.html]
    return Text(" ".join(p.html for p in parts), " ".join(p.xml for p in parts))


def decimal(value: float, decimals: int) -> str:
    """Rounded half away from zero."""
    scale = 10 ** decimals
    whole = math.floor(abs(value) * scale + 0.5)
    text = f"{whole / scale:.{decimals}f}"
    return "-" + text if value < 0 and whole else text


class Wording:
    def __init__(self, pack: Pack, levels):
        texts = pack.texts
        self.language, self.direction = texts.get("language"), texts.get("direction")
        self.mark, self.group = texts.get("decimalMark"), texts.get("groupMark")
        self.figures = {**pack.figures, **levels}
        self.templates, self.fixed = {}, {}
        for element in texts:
            id, one = element.get("id"), element.get("one")
            template = self.compile(element.text or "")
            self.templates[id] = (template, self.compile(one) if one else None)
            if not element.get("parameters"):
                self.fixed[id] = self.fill(template, {})

    def compile(self, text: str):
        pieces, end = [], 0
        for match in PIECE.finditer(text):
            if match.start() > end:
                pieces.append(words(text[end:match.start()]))
            pieces.append(self.figure(match[2]) if match[1] else match[2])
            end = match.end()
        if end < len(text):
            pieces.append(words(text[end:]))
        return pieces

    def figure(self, name: str) -> Text:
        id, _, part = name.rpartition(".")
        if id not in self.figures or part not in ("of", "rest", "low", "high"):
            id, part = name, "value"
        figure = self.figures[id]
        if part == "rest":
            value = figure["value"]
            return self.number(decimal(float(figure["of"]) - float(value), len(value.partition(".")[2])), id)
        return self.number(figure[part], id)

    @staticmethod
    def fill(pieces, values) -> Text:
        found = [values.get(p, EMPTY) if isinstance(p, str) else p for p in pieces]
        return Text("".join([f.html for f in found]), "".join([f.xml for f in found]))

    def __call__(self, id: str, /, **values: Text) -> Text:
        # A text that the pack no longer has prints nothing: the peer measures, it does not lint.
        if not values or id in self.fixed:
            return self.fixed.get(id, EMPTY)
        template, one = self.templates.get(id, ((), None))
        if one and "n" in values and values["n"].xml.endswith(">1</n>"):
            template = one
        return self.fill(template, values)

    def phrase(self, id: str, /, **values: Text) -> Text:
        return self("phrase." + id, **values)

    def numeral(self, text: str) -> str:
        sign, text = ("\u2212", text[1:]) if text.startswith("-") else ("", text)
        whole, dot, fraction = text.partition(".")
        return sign + f"{int(whole):,}".replace(",", self.group) + (self.mark + fraction if dot else "")

    def number(self, value, source: str) -> Text:
        text = self.numeral(str(value))
        return self.raw(text, source)

    @staticmethod
    def raw(text: str, source: str) -> Text:
        return Text(f'<span data-from="{source}">{esc(text)}</span>', f'<n from="{source}">{esc(text)}</n>')

    def list(self, texts) -> Text:
        if len(texts) < 2:
            return texts[0] if texts else EMPTY
        before = texts[0]
        for text in texts[1:-1]:
            before = self.phrase("listed", before=before, last=text)
        return self.phrase("pair", first=before, second=texts[-1])
