# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The peer whose speed run.py measures: the numbers of every person, and documents of about our size.

    peer.py --pack Sources/EvidencePack --templates DIR --sizes FILE --output DIR [--no-self-check] PROFILE...

It reads and validates a profile, works out weights, suitability, margins, flips, limits and verdicts, simulates
with as many draws as the pack names (in float32; the draws are shared by all persons of a setting, as in the
program), fills templates that were made from one sample of ours (sample.py), each document cut or repeated
to the size of ours, validates the record against its schema, and writes three files. It composes no
text for the person, draws no plots, checks no text, keeps nothing durable, and runs on one processor.
"""

import argparse
import hashlib
import json
import re
from pathlib import Path

import numpy as np
from lxml import etree

import simulation
import verdict
from answers import Answers
from documents import Documents
from pack import Pack, schema
from person import Profile
from rules import Rules


class Draws:
    """Random numbers that all persons share: levels by setting and pair, errors of weights."""

    def __init__(self, pack: Pack, rng):
        self.pack, self.rng, self.kept = pack, rng, {}
        self.noise = np.exp(pack.sigma * rng.standard_normal((len(pack.criteria), pack.points))).astype(np.float32)

    def differences(self, setting, reading: str, tables: dict, c, ids: list[str]) -> np.ndarray:
        key = setting, reading, c.first, c.second
        if key not in self.kept:
            d = simulation.differences(tables, c.first, c.second, self.rng, self.pack.points)
            self.kept[key] = dict(zip(tables, d.astype(np.float32)))
        return c.sign * np.array([self.kept[key][id] for id in ids])

    def weights(self, profile, ids):
        if profile.ranks is None and profile.box is None:
            return profile.weights_of(ids).astype(np.float32)[:, None] * self.noise[:len(ids)], None
        return simulation.weights(profile, ids, self.pack.sigma, self.rng, self.pack.points)


class Peer:
    def __init__(self, arguments):
        self.pack = pack = Pack(arguments.pack)
        self.rules, self.draws = Rules(pack.eligibility), Draws(pack, np.random.default_rng(1))
        self.schemas = {name: schema(arguments.pack, name) for name in ("preference-profile", "decision-record")}
        self.documents = Documents(arguments.templates, arguments.date)
        self.sizes = json.loads(arguments.sizes.read_text("utf-8"))
        self.digest = hashlib.sha256(etree.tostring(pack.eligibility)).hexdigest()
        self.output, self.self_check = arguments.output, not arguments.no_self_check
        self.parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)

    def question(self, a: Answers, question: dict, named: str | None) -> dict:
        compared = a.compared(question, named)
        gate = a.gate(question, compared)
        if gate:
            return {"id": question["id"], "gate": gate, "named": None}
        readings, strengths, found = a.readings(question, compared), [], {}
        for name, c in readings.items():
            d = self.draws.differences(a.setting, name, a.tables[name], c, c.ids)
            w, importance = self.draws.weights(a.profile, c.ids)
            share = simulation.share(d, w, importance)[0]
            kept = lambda k: [n for n in range(len(d)) if n != k]
            without = {k: None if c.without(k) is None else simulation.share(d[kept(k)], w[kept(k)], importance)[0] for k in range(len(d))}
            alike = [id for id in question.get("alike", []) if id in a.profile.criteria]
            aside = None
            if alike:
                more = self.draws.differences(a.setting, name, a.tables[name], c, alike)
                w, importance = self.draws.weights(a.profile, c.ids + alike)
                aside = simulation.share(np.concatenate([d, more - more.mean(axis=1)[:, None]]), w, importance)[0]
            strength, reasons = a.strength(name, c, share, without, a.other_measure(question, name, c), aside)
            strengths.append(strength)
            found[name] = {"c": c, "share": share, "without": without, "strength": verdict.STRENGTHS[strength], "reasons": reasons}
        answer = a.answer(readings, strengths)
        return {"id": question["id"], "gate": None, "compared": compared, "tie": a.tie(question, readings),
                "readings": found, "verdict": answer, "named": answer["leader"]}

    def generate(self, path: Path) -> None:
        root = etree.parse(str(path), self.parser).getroot()
        self.schemas["preference-profile"].assertValid(root)
        for element in root.iter():  # white space between elements is left out
            element.text, element.tail = None if len(element) else element.text, None
        a = Answers(self.pack, self.rules, Profile(root, self.pack))
        answers, named = {}, None
        for question in sorted(self.pack.questions, key=lambda q: q["kind"] != "whichProcedure"):
            found = answers[question["id"]] = self.question(a, question, named)
            named = found["named"] if question["kind"] == "whichProcedure" else named
        given = etree.tostring(root, method="c14n", exclusive=True, with_comments=False).decode()
        files = self.documents.write(a, [answers[q["id"]] for q in self.pack.questions], given, self.digest,
                                     self.sizes[re.sub(r"^n\d+-", "", path.stem)])
        if self.self_check:
            self.schemas["decision-record"].assertValid(etree.fromstring(files["record.xml"], self.parser))
            for name in ("handout.html", "clinician.html"):
                etree.fromstring(files[name], self.parser)
        folder = self.output / path.stem
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profiles", nargs="+", type=Path)
    for name in ("pack", "templates", "sizes", "output"):
        parser.add_argument("--" + name, type=Path, required=True)
    parser.add_argument("--date", default="2026-12-01")
    parser.add_argument("--no-self-check", action="store_true")
    arguments = parser.parse_args()
    peer = Peer(arguments)
    for given in arguments.profiles:
        for path in sorted(given.glob("*.xml")) if given.is_dir() else [given]:
            peer.generate(path)


if __name__ == "__main__":
    main()
