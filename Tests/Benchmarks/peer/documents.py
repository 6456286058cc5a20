# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Fills the templates of a sample with the numbers of a person, each document brought to a size."""

import hashlib
import json
from collections import defaultdict
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader

OWN = Path(__file__).parent / "templates"
FILES = ("handout.html", "clinician.html", "record.xml")


def plan(blocks: list[int], room: int) -> list[int]:
    """How often each block is written: those that fit in their order, then some again, the largest first."""
    counts = [0] * len(blocks)
    for n, size in enumerate(blocks):
        if size <= room:
            counts[n], room = 1, room - size
    for n in sorted((n for n, c in enumerate(counts) if c), key=lambda n: -blocks[n]):
        again = room // blocks[n]
        counts[n], room = counts[n] + again, room - again * blocks[n]
    return counts


def plain(x: float, decimals: int) -> str:
    """A number as a text shows it."""
    shown = f"{abs(x):,.{decimals}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


class Documents:
    def __init__(self, folder: Path, date: str):
        cache = folder / "compiled"
        cache.mkdir(exist_ok=True)
        sample = Environment(loader=FileSystemLoader(folder), bytecode_cache=FileSystemBytecodeCache(str(cache)), variable_start_string="[[",
                             variable_end_string="]]", block_start_string="[%", block_end_string="%]",
                             comment_start_string="[#", comment_end_string="#]", keep_trailing_newline=True)
        own = Environment(loader=FileSystemLoader(OWN), bytecode_cache=FileSystemBytecodeCache(str(cache)))
        own.filters["truth"] = lambda x: "true" if x else "false"
        own.globals["zip"] = zip
        self.sample = {name: sample.get_template(name) for name in FILES}
        self.sizes = {name: json.loads((folder / f"{name}.json").read_text()) for name in FILES}
        self.levels, self.analysis = own.get_template("levels.xml"), own.get_template("analysis.xml")
        self.date, self.settings = date, {}
        self.places = defaultdict(int)
        for sizes in self.sizes.values():
            for key, count in sizes["places"].items():
                self.places[key] = max(self.places[key], count)

    def texts(self, a) -> dict:
        """What the places for levels show: estimate and limits under each reading."""
        found = defaultdict(str)
        for reading, tables in a.tables.items():
            for id, table in tables.items():
                for alternative in table.cells:
                    key = f"{id}.{alternative}" + ("" if reading == a.pack.readings[0] else f".{reading}")
                    found[key] = plain(table.printed(alternative, table.estimate(alternative)), table.criterion.decimals)
        return found

    def numbers(self, a, questions) -> dict:
        """What the places for results show: the person's own, in turn. The words beside them are the sample's."""
        own: dict[str, list[str]] = defaultdict(list)
        for q in questions:
            for r in q.get("readings", {}).values():
                c = r["c"]
                own["analysis.share"] += [plain(100 * r["share"], 0), plain(100 - 100 * r["share"], 0)]
                own["analysis.margin"].append(plain(c.margin, 0))
                own["analysis.contribution"] += [plain(x, 1) for x in c.contributions.tolist()]
                own["analysis.tornado"] += [plain(x, 1) for low, high, _ in c.swings.values() for x in (low, high)]
                own["analysis.flip"] += [plain(100 * f["at"], 0) for both in c.flips for f in both.values()]
        weights = [] if a.profile.weights is None else a.profile.weights.tolist()
        for id, w in zip(a.profile.criteria, weights):
            own[f"analysis.weight.{id}"].append(plain(100 * w, 0))
        rest = [plain(100 * w, 0) for w in weights] or ["0"]
        filled = {}
        for key, count in self.places.items():
            given = own.get(key) or rest
            filled[key] = (given * (count // len(given) + 1))[:count]
        return filled

    def write(self, a, questions, given: str, pack_digest: str, targets: dict) -> dict[str, bytes]:
        """The three files, by name; targets: how many bytes each is to have."""
        p = a.profile
        if a.setting not in self.settings:  # what stands of the levels is the same for all persons of a setting
            self.settings[a.setting] = self.texts(a), self.levels.render(levels=self.rows(a))
        texts, levels = self.settings[a.setting]
        shared = {"p": p, "t": texts.copy(), "a": self.numbers(a, questions), "date": self.date}
        shared["t"].update({"profile.id": p.id, "profile.age": str(p.age or ""), "document.date": self.date})
        files, sizes = {}, self.sizes
        for name in FILES[:2]:
            k = plan(sizes[name]["blocks"], targets[name] - sizes[name]["fixed"])
            files[name] = self.sample[name].render(k=k, **shared).encode()
        digest = lambda data: hashlib.sha256(data).hexdigest()
        analysis = self.analysis.render(a=a, p=p, questions=questions)
        name, head = FILES[2], len((given + analysis + levels).encode())
        k = plan(sizes[name]["blocks"], targets[name] - sizes[name]["fixed"] - head - 600)
        files[name] = self.sample[name].render(
            k=k, given=given, analysis=analysis, levels=levels,
            inputs=[{"id": p.id, "kind": "profile", "sha256": digest(given.encode())},
                    {"id": "vertebral-fracture", "kind": "evidencePack", "sha256": pack_digest}],
            files=[{"name": n, "bytes": len(b), "sha256": digest(b)} for n, b in files.items()], **shared).encode()
        return files

    def rows(self, a):
        """The levels of the person's setting; those of a further reading where its cell differs."""
        first = a.pack.readings[0]
        for reading, tables in a.tables.items():
            for id, table in tables.items():
                for name, cell in table.cells.items():
                    if reading == first or cell is not a.tables[first][id].cells[name]:
                        low, high = table.interval(name)
                        yield {"criterion": id, "alternative": name, "reading": reading, "cell": cell, "row": table.row,
                               "printed": table.printed(name, table.estimate(name)), "low": table.printed(name, low),
                               "high": table.printed(name, high)}
