// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// A report as tables of names and counts, in a fixed order: for XML and for a page.
public struct ReportTable: Sendable, Hashable {
  /// One line.
  public struct Line: Sendable, Hashable {
    /// The names that say what is counted, by id.
    public var keys: [String]
    /// The counts.
    public var counts: [Int]
  }

  /// What the table counts, by name.
  public var name: String
  /// The lines.
  public var lines: [Line]
}

extension AuditReport {
  /// The tables, those without lines left out.
  public var tables: [ReportTable] {
    func sorted(_ counts: [String: Int]) -> [ReportTable.Line] {
      counts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { ReportTable.Line(keys: [$0.key], counts: [$0.value]) }
    }
    let all = [
      ReportTable(
        name: "documents",
        lines: [
          ("people", people), ("sets", sets), ("superseding", superseding), ("expired", expired),
          ("swept", swept), ("erased", erased), ("clockRegressed", clockRegressed),
        ].map { ReportTable.Line(keys: [$0.0], counts: [$0.1]) }),
      ReportTable(
        name: "verdicts",
        lines: answers.map {
          ReportTable.Line(keys: [$0.key.question, $0.key.verdict], counts: [$0.value])
        }
        .sorted { $0.keys.lexicographicallyPrecedes($1.keys) }),
      ReportTable(
        name: "order",
        lines: order.sorted { $0.key < $1.key }
          .map { ReportTable.Line(keys: [$0.key], counts: $0.value) }),
      ReportTable(name: "overrides", lines: sorted(overrides)),
      ReportTable(name: "choices", lines: sorted(choices)),
      ReportTable(name: "readiness", lines: sorted(readiness)),
      ReportTable(name: "parties", lines: sorted(parties)),
      ReportTable(
        name: "concordance",
        lines: choices.isEmpty
          ? []
          : Concordance.allCases.map {
            ReportTable.Line(keys: [$0.rawValue], counts: [concordance[$0] ?? 0])
          }),
      ReportTable(name: "programs", lines: sorted(programs)),
      ReportTable(name: "evidence", lines: sorted(evidence)),
    ]
    return all.filter { !$0.lines.isEmpty }
  }

  /// The report as canonical XML.
  public var xml: [UInt8] {
    func element(_ name: String, _ attributes: [(String, String?)], _ children: [MarkupNode] = [])
      -> MarkupElement
    {
      MarkupElement(
        name, attributes.compactMap { name, value in value.map { MarkupAttribute(name, $0) } },
        children)
    }
    let head = element(
      "head",
      [
        ("ledger", self.head.ledger), ("root", self.head.root.description),
        ("size", "\(self.head.size)"),
      ])
    let tables = self.tables.flatMap { table -> [MarkupNode] in
      let lines = table.lines.flatMap { line -> [MarkupNode] in
        [
          .text("\n"),
          .element(
            element(
              "line",
              [
                ("counts", line.counts.map(String.init).joined(separator: " ")),
                ("of", line.keys.joined(separator: " ")),
              ])),
        ]
      }
      return [
        .text("\n"), .element(element("table", [("name", table.name)], lines + [.text("\n")])),
      ]
    }
    var root = element(
      "auditReport", [("from", from?.description), ("to", to?.description)],
      [.text("\n"), .element(head)] + tables + [.text("\n")])
    root.namespace = "urn:spine-decision-aid:audit-report:1"
    return CanonicalXML.bytes(of: root)
  }
}
