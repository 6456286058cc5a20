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
