# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The parts of a document, as the templates render them."""


class Block:
    __slots__ = ("kind", "text", "items", "role", "extra", "id")

    def __init__(self, kind, text=None, items=(), role=None, extra=None, id=None):
        self.kind, self.text, self.items, self.role, self.extra, self.id = kind, text, items, role, extra, id


def paragraph(text, role="plain"): return Block("paragraph", text, role=role)
def heading(text): return Block("heading", text)
def small(text): return Block("smallHeading", text)
def bullets(items, form="bullets"): return Block("list", items=items, role=form)
def part(id, blocks): return Block("part", items=blocks, id=id)
def panels(items): return Block("panels", items=items)
def writing(text, lines): return Block("writingSpace", text, extra=lines)


def labelled(rows):
    """Rows of label, text and, where it has one, id."""
    return Block("labelled", items=[(*row, None)[:3] for row in rows])


def table(caption, columns, rows, id=None, column_ids=None, row_ids=None):
    """A table whose columns and rows may say what they are about."""
    ids = [i or None for i in column_ids] if column_ids else [None] * len(columns)
    return Block("table", caption, [(row_id, list(zip(row, ids))) for row_id, row in zip(row_ids or [None] * len(rows), rows)],
                 extra=list(zip(columns, ids)), id=id)


def titled(title, items, form="bullets"): return [heading(title), bullets(items, form)] if items else []
def captioned(title, items, form="bullets"): return [small(title), bullets(items, form)] if items else []
