# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Compares the numbers of decision-aid with those of the Python peer, which was written from the formulas.

    python3 Tests/Benchmarks/agree.py [--program PATH] [--profiles FOLDER] [--invented COUNT] [--draws 400000] [--plant WHAT]

The peer reads evidence and profiles itself and takes nothing from the program on the way to a number. What is
worked out in closed form must agree to 1e-9, and every status, class and reason exactly. A share may be off
by the program's own error (0.5 points of 100) and 4 standard errors of the peer's plain Monte Carlo, which has
other random numbers for every person; the rules of a verdict are then asked with the program's shares, so
that a share beside a limit says nothing about the rules. Not compared: the warnings about the model, and
how the documents put all this into words.

--invented compares so many people with random answers instead of the samples (agreement/invented.py).
--plant changes one thing in the peer alone, to show that it is found: `level` one level by a millionth, `spread` the
response error of the weights, `rule` a limit of the verdicts.
Exit status: 0 they agree (with --plant: it was found), 1 they do not, 77 the Python packages are not to be had.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import environment
from agreement.comparing import ERRORS, POINTS, RECORD, TOLERANCE, Comparing


def compare(record: Path, a, draws: int) -> Comparing:
    from lxml import etree
    from agreement.person import compare_levels, compare_suitability, compare_weights
    from agreement.questions import compare_questions
    root = etree.parse(str(record)).getroot()
    found, c = root.find(RECORD + "analysis"), Comparing(a.profile.id)
    compare_weights(c, found.find(RECORD + "weighting"), a.profile, a.pack)
    compare_levels(c, root.find(RECORD + "numbers"), a)
    compare_suitability(c, found, a)
    compare_questions(c, found, a, draws)
    return c


def plant(what: str | None, pack) -> str:
    """Changes one thing of the peer; says what."""
    criterion, option = next(iter(pack.criteria)), pack.alternatives[0]
    if what == "level":
        pack.criteria[criterion].rows[None].cells[option][pack.readings[0]].distribution.given *= 1 + 1e-6
        return f"the level of {option} on {criterion}, where {pack.readings[0]}, is a millionth higher"
    if what == "rule":
        pack.limits["sameBelow"] *= 2
        return "two are about the same up to twice the margin"
    if what == "spread":
        pack.sigma *= 2
        return "the response error of the weights is twice as large"
    return ""


def summary(results, draws: int) -> None:
    counts, largest = Counter(), Counter()
    for r in results:
        counts.update(r.counts)
        for kind, off in r.largest.items():
            largest[kind] = max(largest[kind], off)
    print(f"{'in closed form':36}{'compared':>10}{'largest difference':>22}")
    for kind in sorted(k for k in counts if not k.endswith(", words")):
        print(f"{kind:36}{counts[kind]:10}{largest[kind]:22.1e}")
    for kind in sorted(k for k in counts if k.endswith(", words")):
        print(f"{kind:36}{counts[kind]:10}{'':>14}(exactly)")
    shares = [(*s, r.profile) for r in results for s in r.shares]
    if shares:
        off, error, profile = max(shares)
        used = max((off - POINTS) / error if error else 0 for off, error, _ in shares)
        print(f"shares: {len(shares)}, {draws} draws each: largest difference {off:.3f} points of 100 (standard error {error:.3f}, "
              f"{profile}); beyond the {POINTS} points at most {max(used, 0):.1f} standard errors, of {ERRORS} allowed")
    verdicts = Counter(v for r in results for v in r.verdicts)
    print(f"answers: {sum(verdicts.values())}: " + ", ".join(f"{k} {n}" for k, n in verdicts.most_common()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, help="the decision-aid to compare; default: the release build")
    parser.add_argument("--profiles", type=Path, default=environment.PROFILES)
    parser.add_argument("--pack", type=Path, default=environment.PACK, help="the folder EvidencePack that it was built with")
    parser.add_argument("--draws", type=int, default=400_000, help="of the plain Monte Carlo, for each comparison")
    parser.add_argument("--invented", type=int, help="so many people with random answers, not the samples")
    parser.add_argument("--plant", choices=("level", "spread", "rule"))
    arguments = parser.parse_args()
    environment.rerun_with_packages()
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(environment.HERE / "peer"))
    from lxml import etree
    from agreement import invented
    from answers import Answers
    from pack import Pack, schema
    from person import Profile
    from rules import Rules

    profile_schema = schema(arguments.pack, "preference-profile")
    with tempfile.TemporaryDirectory(prefix="decision-aid-agree-") as work:
        output, source = Path(work) / "output", arguments.profiles
        if arguments.invented:
            source = Path(work) / "invented"
            source.mkdir()
            invented.write(source, arguments.profiles, Pack(arguments.pack), arguments.invented)
        paths = sorted(source.glob("*.xml"))
        run = subprocess.run([environment.program(arguments.program), "generate", source, "--no-ledger", "--output", output],
                             stdout=subprocess.DEVNULL)

        def compared(what: str | None):
            pack = Pack(arguments.pack)
            rules, planted, results = Rules(pack.eligibility), plant(what, pack), []
            for path in paths:
                record = output / path.stem / "record.xml"
                if record.exists():
                    root = etree.parse(str(path), etree.XMLParser(remove_comments=True)).getroot()
                    profile_schema.assertValid(root)
                    results.append(compare(record, Answers(pack, rules, Profile(root, pack)), arguments.draws))
            return results, planted

        known = {d for r in compared(None)[0] for d in r.differences} if arguments.plant else set()
        results, planted = compared(arguments.plant)
    for r in results:
        r.differences = [d for d in r.differences if d not in known]
    differences = [d for r in results for d in r.differences]
    for difference in differences[:10 if planted else 40]:
        print(difference)
    summary(results, arguments.draws)
    complete = len(results) == len(paths) > 0 and run.returncode == 0
    if not complete:
        print(f"only {len(results)} of {len(paths)} profiles have a record; decision-aid ended with {run.returncode}")
    touched = sum(1 for r in results if r.differences)
    print(f"{len(results)} profiles, {len(differences)} differences in {touched} of them (allowed: {TOLERANCE:g} in closed form).")
    if planted:
        print(f"planted in the peer: {planted}: {'found' if differences else 'NOT FOUND'}.")
    return 0 if complete and bool(differences) == bool(planted) else 1


if __name__ == "__main__":
    sys.exit(main())
