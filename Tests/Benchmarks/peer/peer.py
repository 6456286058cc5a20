# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""The same work as `decision-aid generate`, in straightforward Python: the peer of the benchmark.

    peer.py --pack Sources/EvidencePack --output DIR [--no-self-check] PROFILE...

It reads and validates a profile, works out the fit, simulates with as many draws as the program
(plain Monte Carlo in float32; the draws are shared by all persons, as there), composes every passage of
both documents in the order of the pack's plan, fills templates, draws the plots, proves the record, and
writes three files. It is single-threaded, keeps nothing durable, checks profiles less closely, and does
not check the finished handout: no reading level (it prints none), no balance, no rule about numbers or
terms, no checklist.
"""

import argparse
import base64
import datetime
import functools
import hashlib
from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from lxml import etree
from markupsafe import Markup

import model
from pack import Pack, schema
from context import Order, level_figures
from passages import Documents, read_plans
from person import Analysis, Profile, Simulator
from rules import Node, Rules
from wording import Wording, person

VERSION = "0.1.0"


def attribute(value) -> Markup:
    text = ("true" if value else "false") if isinstance(value, bool) else " ".join(value) if isinstance(value, list) else str(value)
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;"))


@functools.lru_cache(maxsize=None)
def squares(filled: int, of: int) -> tuple[str, str]:
    """The marks of a picture in rows of ten: filled ones, then empty ones."""
    places = [(n % 10 * 10, n // 10 * 10) for n in range(of)]
    return ("".join(f"M{x + 1} {y + 1}h8v8h-8z" for x, y in places[:filled]),
            "".join(f"M{x + 2} {y + 2}h6v6h-6z" for x, y in places[filled:]))


def digest(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


class Peer:
    def __init__(self, folder: Path, date: str, self_check: bool):
        self.pack = Pack(folder)
        self.rules = Rules(self.pack.eligibility)
        self.simulator = Simulator(self.pack)
        self.profile_schema = schema(folder, "preference-profile")
        self.record_schema = schema(folder, "decision-record")
        self.date, self.self_check = date, self_check
        pack = self.pack
        region = next(iter(pack.regions))
        table = model.Table(pack.criteria, region, {}, pack.alternatives)
        fixed = {id: f for id, f in level_figures(pack, table, region, {}).items()
                 if pack.criterion[id.partition(".")[0]].row}
        self.wording = Wording(pack, fixed)
        self.plans = read_plans(pack, Node)
        env = Environment(loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True)
        env.filters["attribute"] = attribute
        env.globals.update(w=self.wording, squares=squares, pack=pack, style=Markup(pack.style), style_digest=digest(pack.style))
        self.templates = {name: env.get_template(name)
                          for name in ("handout.html", "clinician.html", "record.xml")}
        used = {f for _, results in pack.outcomes for r in results if (f := r.get("figure"))}
        for text in pack.texts:
            for part in (text.text or "").split("{=")[1:]:
                name = part.partition("}")[0]
                used.update((name, name.rpartition(".")[0]))
        self.figures = [{k: v for k, v in f.items() if k not in ("period", "group")}
                        for id, f in pack.figures.items() if id in used]
        self.parser = etree.XMLParser(resolve_entities=False, no_network=True)

    def generate(self, path: Path, output: Path) -> str:
        root = etree.parse(str(path), self.parser).getroot()
        self.profile_schema.assertValid(root)
        pack, profile = self.pack, Profile(root, self.pack)
        analysis = Analysis(pack, self.rules, profile, self.simulator)
        order = Order(profile.id, pack.alternatives)
        mark = hashlib.sha256("\n".join((
            profile.digest, pack.digest, VERSION, self.date, self.wording.language, profile.edition,
            profile.paper, str(order.seed), "pseudonym")).encode()).hexdigest()
        identity = {"date": self.date, "version": VERSION,
                    "document": "-".join(mark[n:n + 4] for n in range(0, 16, 4))}
        documents = Documents(pack, self.rules, self.wording, profile, analysis, identity, self.plans, order)
        bodies = {n: documents.body(self.plans[n]) for n in ("handout", "clinicianCopy")}
        w = self.wording
        # The fingerprint of what the handout says; the record's own form of it is rendered once more below.
        said = hashlib.sha256(repr(bodies["handout"]).encode()).hexdigest()
        identity["fingerprint"] = f"{said[:4]}-{said[4:8]}"
        shared = {"profile": profile,
                  "name": w.phrase("prepared-for", name=person(profile.name)) if profile.name else None,
                  "footer": w.phrase("page-footer", document=w.raw(identity["document"], "document.id"),
                                     fingerprint=w.raw(identity["fingerprint"], "document.fingerprint"))}
        paper = self.paper_style(profile.paper, identity)
        shared |= {"paper_style": Markup(paper), "paper_digest": digest(paper)}
        files = {}
        for name, body in (("handout.html", "handout"), ("clinician.html", "clinicianCopy")):
            files[name] = self.templates[name].render(body=bodies[body], **shared).encode() + b"\n"
        artefacts = [{"name": n, "bytes": len(b), "sha256": hashlib.sha256(b).hexdigest()}
                     for n, b in files.items()]
        weights = profile.weights
        files["record.xml"] = self.templates["record.xml"].render(
            i=identity, profile=profile, a=analysis, artefacts=artefacts, figures=self.figures,
            order=order, given=Markup(profile.canonical.decode()), bodies=bodies.items(), levels=self.levels(documents),
            sources=self.cited(documents), read_back=None if weights is None else documents.read_back(),
            weights=None if weights is None else list(zip(profile.criteria, weights.tolist())),
            values=[] if analysis.totals is None else [
                (a, t, list(zip(profile.criteria, row))) for a, t, row in zip(
                    pack.alternatives, analysis.totals.tolist(), analysis.contributions.tolist())],
        ).encode()
        if self.self_check:
            record = etree.fromstring(files["record.xml"], self.parser)
            self.record_schema.assertValid(record)
            if etree.tostring(record, method="c14n", exclusive=True) != files["record.xml"]:
                raise ValueError(f"{profile.id}: the record is not canonical")
            for name in ("handout.html", "clinician.html"):
                etree.fromstring(files[name], self.parser)
        folder = output / profile.id
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            (folder / name).write_bytes(data)
        return profile.id

    def cited(self, documents):
        """The sources of the levels and of the figures that texts print."""
        used = {s for f in [*documents.levels.values(), *self.figures] for s in f["sources"].split()}
        return [{k: v for k, v in s.items() if k != "short"} for s in self.pack.sources if s["id"] in used]

    def paper_style(self, paper: str, identity: dict) -> str:
        values = {"document": f'"{identity["document"]}"', "fingerprint": f'"{identity["fingerprint"]}"', "page": "counter(page)", "pages": "counter(pages)"}
        foot, number = (
            " ".join(values[p] if isinstance(p, str) else f'"{p.html}"' for p in self.wording.templates[id][0])
            for id in ("phrase.page-footer", "phrase.page-number"))
        size = "letter" if paper == "Letter" else "A4"
        return f"@page{{size:{size};@bottom-left{{content:{foot}}}@bottom-right{{content:{number}}}}}"

    def levels(self, documents):
        profile = documents.profile
        for figure, c, row, cell in (
                (documents.levels[f"{c.id}.{cell.alternative}"], c, c.at(profile.region), cell)
                for c in self.pack.criteria for cell in c.at(profile.region).cells):
            used = profile.prices[cell.alternative] if figure["own"] else cell
            d = used.distribution
            values = {"criterion": c.id, "alternative": cell.alternative, "printed": figure["value"],
                      "certainty": figure["certainty"], "basis": used.basis, "rangeBasis": used.range_basis,
                      "worst": row.worst, "best": row.best, "sources": figure["sources"],
                      "of": figure.get("of"), "low": figure.get("low"), "high": figure.get("high"),
                      "relativeTo": used.relative_to, "operation": used.operation}
            if d.kind == "exact":
                parameters = {"value": d.estimate}
            elif d.kind == "beta":
                parameters = {"events": d.events, "n": d.n}
            else:
                name = "likely" if d.kind == "triangular" else "estimate"
                parameters = {"low": d.low, "high": d.high, name: d.estimate}
            yield d.kind, values, parameters


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profiles", nargs="+", type=Path)
    parser.add_argument("--pack", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    parser.add_argument("--no-self-check", action="store_true")
    arguments = parser.parse_args()
    peer = Peer(arguments.pack, arguments.date, not arguments.no_self_check)
    count = 0
    for given in arguments.profiles:
        for path in sorted(given.glob("*.xml")) if given.is_dir() else [given]:
            peer.generate(path, arguments.output)
            count += 1
    print(f"peer: wrote the documents of {count} profiles")


if __name__ == "__main__":
    main()
