// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// What happened in a time, counted: nobody can be told from it.
public struct AuditReport: Sendable, Hashable {
  /// How what was chosen stands to what the documents had named.
  public enum Concordance: String, Sendable, Hashable, CaseIterable {
    /// The option that fitted better was chosen.
    case same
    /// Another option was chosen.
    case other
    /// The documents had named none: a close call, or nothing was compared.
    case noneNamed
    /// Nothing was chosen yet.
    case open
  }

  /// One answer to one question.
  public struct Answer: Sendable, Hashable {
    /// The id of the question.
    public var question: String
    /// The class of the verdict, or why nothing was compared.
    public var verdict: String
  }

  /// The first day, or nil: from the beginning.
  public var from: CalendarDay?
  /// The last day, or nil: to the end.
  public var to: CalendarDay?
  /// The head of the ledger that was read.
  public var head: LedgerHead
  /// How many people have documents from this time.
  public var people = 0
  /// How many document sets were made.
  public var sets = 0
  /// How many of them took the place of another.
  public var superseding = 0
  /// How often each verdict was given.
  public var answers: [Answer: Int] = [:]
  /// How often each alternative was told first, second and so on: by id, one count for each place.
  public var order: [String: [Int]] = [:]
  /// How many sets used evidence past its last day.
  public var expired = 0
  /// How often each override was in force, by name.
  public var overrides: [String: Int] = [:]
  /// How often each choice was noted: the id of an alternative, or a name of an open choice.
  public var choices: [String: Int] = [:]
  /// How ready people were, by name.
  public var readiness: [String: Int] = [:]
  /// Who took part, by name.
  public var parties: [String: Int] = [:]
  /// How what was chosen stands to what the documents had named.
  public var concordance: [Concordance: Int] = [:]
  /// How many letters told a person that a document comes from withdrawn evidence.
  public var recalled = 0
  /// How many removals after runs that broke off were noted.
  public var swept = 0
  /// How many rows were erased, by the rows that note it.
  public var erased = 0
  /// How many rows say that the clock had gone back.
  public var clockRegressed = 0
  /// The versions of the program that made documents, with the number of sets.
  public var programs: [String: Int] = [:]
  /// The evidence that documents were made from, id and version, with the number of sets.
  public var evidence: [String: Int] = [:]

  init(from: CalendarDay?, to: CalendarDay?, head: LedgerHead) {
    (self.from, self.to, self.head) = (from, to, head)
  }
}

extension Ledger {
  /// Counts the rows of some days.
  ///
  /// The ledger is verified first.
  ///
  /// A choice is held against the last answer that names a leader among the alternatives chosen from:
  /// the choice of an alternative agrees when every question that names a leader and offers it names
  /// it.
  ///
  /// - Throws: `LedgerError`.
  public func report(from: CalendarDay?, to: CalendarDay?) throws -> AuditReport {
    let selection = Selection(from: from, to: to)
    var people: Set<String> = []
    // What was named, by document: short, and only for documents that may still be talked about.
    var named: [String: Set<String>] = [:]
    var report = AuditReport(from: from, to: to, head: try head())
    let survey = try verify { _, event in
      guard let event else { return }
      if let document = event.document, let summary = event.summary {
        named[document] = Set(summary.answers.compactMap(\.leader))
      }
      guard selection.holds(event) else { return }
      if event.clockRegressed { report.clockRegressed += 1 }
      switch event.kind {
      case .generated:
        if let profile = event.profile { people.insert(profile) }
        report.count(event)
      case .decided:
        if let decision = event.decision {
          report.count(decision, named: event.document.flatMap { named[$0] } ?? [])
        }
      case .erased, .purged: report.erased += event.rows.count
      case .recalled: report.recalled += 1
      case .swept: report.swept += 1
      }
    }
    report.people = people.count
    report.head = survey.head
    return report
  }
}

extension AuditReport {
  fileprivate mutating func count(_ event: LedgerEvent) {
    sets += 1
    if event.supersedes != nil { superseding += 1 }
    if let program = event.program { programs[program.version, default: 0] += 1 }
    for input in event.inputs where input.kind == "evidencePack" {
      evidence["\(input.id ?? "") \(input.version ?? "")", default: 0] += 1
    }
    guard let summary = event.summary else { return }
    for answer in summary.answers {
      answers[Answer(question: answer.question, verdict: answer.verdict), default: 0] += 1
    }
    for (place, alternative) in summary.order.enumerated() {
      var places = order[alternative] ?? []
      while places.count <= place { places.append(0) }
      places[place] += 1
      order[alternative] = places
    }
    if summary.expiryReason != nil { expired += 1 }
    for name in summary.overrides { overrides[name, default: 0] += 1 }
  }

  fileprivate mutating func count(_ decision: NotedDecision, named: Set<String>) {
    choices[decision.choice, default: 0] += 1
    readiness[decision.readiness, default: 0] += 1
    for party in decision.decidedWith { parties[party, default: 0] += 1 }
    let isOpen = decision.choice == "notDecided" || decision.choice == "decideWithMe"
    let how: Concordance =
      isOpen ? .open : named.isEmpty ? .noneNamed : named.contains(decision.choice) ? .same : .other
    concordance[how, default: 0] += 1
  }
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
          ("recalled", recalled), ("swept", swept), ("erased", erased),
          ("clockRegressed", clockRegressed),
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
