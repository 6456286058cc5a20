# Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
"""Profiles of invented people with random answers, for rules and orders that no sample happens to meet.

Facts are those of a random sample; region, list, way of asking, weights, limits and feelings are drawn.
"""

import random
import re
from pathlib import Path

POINTS = {"swing": "swing", "directRating": "rating", "hundredPoints": "share", "rankOrder": "rank", "intervalSwing": "interval",
          "bestWorst": "compared"}  # the element of each way of asking


def answers(r: random.Random, method: str, anchors: dict) -> str:
    """The element weighting."""
    n, extra = len(anchors), ""
    if method == "rankOrder":
        rule = r.choice(("rankOrderCentroid", "rankSum", "reciprocal"))
        order = r.sample(range(1, n + 1), n)
        if r.random() < 0.3 and n > 2:  # a tie: the rank of the second is that of the first
            order[order.index(2)] = 1
        extra, each = f' rule="{rule}"', [f'rank="{k}"' for k in order]
    elif method == "intervalSwing":
        low = [r.randrange(0, 90, 5) for _ in range(n)]
        each = [f'low="{a}" high="{min(100, a + r.randrange(0, 30, 5))}"' for a in low]
        each[r.randrange(n)] = 'low="100" high="100"'
    elif method == "bestWorst":
        from_most = [1, *sorted(r.randint(2, 8) for _ in range(n - 2)), 9]
        order, ids = r.sample(range(n), n), list(anchors)
        extra = f' mostImportant="{ids[order[0]]}" leastImportant="{ids[order[-1]]}"'
        each = [""] * n
        for place, k in enumerate(order):
            times = 9 if place == 0 else 1 if place == n - 1 else max(1, round(9 / from_most[place]))
            each[k] = f'fromMost="{from_most[place]}" toLeast="{times}"'
    elif method == "hundredPoints":
        cuts = [0, *sorted(r.randint(0, 100) for _ in range(n - 1)), 100]
        each = [f'points="{b - a}"' for a, b in zip(cuts, cuts[1:])]
    else:
        points = [r.choice((0, 10, 25, 50, 75, 100, r.randint(1, 100))) for _ in range(n)]
        points[r.randrange(n)] = 100
        each = [f'points="{p}"' for p in points]
    rows = "".join(f'<{POINTS[method]} criterion="{id}" worst="{a:g}" best="{b:g}" {given}/>'
                   for (id, (a, b)), given in zip(anchors.items(), each))
    return f'<weighting method="{method}"{extra} asked="2026-11-20">{rows}</weighting>'


def preferences(r: random.Random, pack, region: str) -> str:
    panel = r.choice((*pack.panels, "own"))
    ids = pack.panels[panel] if panel != "own" else r.sample(list(pack.criteria), r.randint(3, len(pack.criteria)))
    rows = {id: pack.criteria[id].at(region) for id in pack.criteria if id in ids}
    given = answers(r, r.choice(list(POINTS)), {id: (row.worst, row.best) for id, row in rows.items()})
    for id in r.sample(list(rows), r.choice((0, 0, 0, 1, 2))):
        at = rows[id].worst + r.uniform(0.2, 0.95) * (rows[id].best - rows[id].worst)
        given += f'<limit criterion="{id}" {"atMost" if rows[id].worst > rows[id].best else "atLeast"}="{at:.1f}"/>'
    for id in pack.feelings:
        given += f'<feeling about="{id}" is="{r.choices(("fine", "ratherNot", "never"), (6, 3, 1))[0]}"/>'
    own = f' criteria="{" ".join(rows)}"' if panel == "own" else ""
    return f'<preferences status="stated" panel="{panel}"{own}>{given}</preferences>'


def write(folder: Path, samples: Path, pack, count: int, seed: int = 1) -> None:
    r = random.Random(seed)
    texts = [p.read_text("utf-8") for p in sorted(samples.glob("*.xml"))]
    regions = list(pack.criteria["cost"].rows)
    for number in range(count):
        text, region = r.choice(texts), r.choice(regions)
        text = re.sub(r'(<preferenceProfile [^>]*id=")[^"]*', rf'\g<1>p-{number:05}', text, count=1)
        text = re.sub(r"<setting [^>]*/>|<setting .*?</setting>", f'<setting region="{region}" payer="patient"/>', text, count=1, flags=re.S)
        text = re.sub(r"<preferences [^>]*/>|<preferences .*?</preferences>", lambda _: preferences(r, pack, region), text, count=1, flags=re.S)
        (folder / f"p-{number:05}.xml").write_text(text, "utf-8")
