// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

/// Text inside a block: words, numbers that know where they come from, and a person's own words.
public struct InlineText: Sendable, Equatable {
  /// A run of text of one kind.
  public enum Run: Sendable, Equatable {
    /// Words of the catalogue.
    case words(String)
    /// A number as it is printed, and where it comes from.
    case number(String, from: NumberSource)
    /// Words of the profile, in whatever script; set apart so that their direction stays inside.
    case person(String)

    /// The text as a reader sees it.
    var text: String {
      switch self {
      case .words(let text), .number(let text, _), .person(let text): text
      }
    }
  }

  /// The runs, in order.
  public var runs: [Run]

  /// A text from its runs.
  public init(_ runs: [Run]) { self.runs = runs }

  /// A text of words alone.
  public init(words: String) { runs = words.isEmpty ? [] : [.words(words)] }

  /// A text of a person's own words.
  public init(person: String) { runs = [.person(person)] }

  /// A number and where it comes from.
  public init(number: String, from source: NumberSource) { runs = [.number(number, from: source)] }

  /// No text.
  public static let empty = InlineText([])

  /// Whether there is nothing to read.
  public var isEmpty: Bool { runs.isEmpty }

  /// The text as a reader sees it, without its structure.
  public var plain: String {
    if runs.count == 1 { return runs[0].text }
    var plain = ""
    for run in runs { plain += run.text }
    return plain
  }

  /// Where its numbers come from, in order.
  public var sources: [NumberSource] {
    runs.compactMap { if case .number(_, let source) = $0 { source } else { nil } }
  }

  /// The text with the number of one source replaced.
  func filling(_ source: NumberSource, with number: String) -> InlineText {
    InlineText(
      runs.map { run in
        if case .number(_, source) = run { return .number(number, from: source) }
        return run
      })
  }

  /// Two texts, one after the other.
  public static func + (left: InlineText, right: InlineText) -> InlineText {
    InlineText(left.runs + right.runs)
  }
}

/// Where a printed number comes from.
///
/// Documents state it beside each number as a short text, such as `analysis.margin`; `text` and
/// `init(_:)` are the only places that know the form of that text.
public enum NumberSource: Sendable, Hashable {
  /// A number of the pack by its id: that of a figure, or `criterion.alternative` of a level.
  case evidence(String)
  /// An end of the range of a criterion, by the id of the criterion.
  case range(criterion: String)
  /// The place of a source in the list of sources, by the id of the source.
  case source(String)
  /// A fact of the profile, by the id of the fact.
  case fact(String)
  /// Another value of the profile.
  case profile(ProfileNumber)
  /// A result of the analysis.
  case analysis(AnalysisNumber)
  /// The weight of a criterion, by the id of the criterion.
  case weight(criterion: String)
  /// A statement about the document itself.
  case document(DocumentNumber)
  /// A number of a page about many documents.
  case overview(OverviewNumber)

  private static let (source, fact, weight, range) = (
    "source.", "profile.", "analysis.weight.", ".range"
  )
  /// What begins like one of these and is none of the cases comes from nowhere.
  private static let reserved = [
    source, fact, "analysis.", "document.", "gallery.", "report.",
  ]

  /// The source that a document states; nil for a text that names none.
  ///
  /// Whether the pack has a number, criterion, source or fact of the id is for its reader to say.
  public init?(_ text: String) {
    func id(after start: String) -> String? {
      text.hasPrefix(start) && text != start ? String(text.dropFirst(start.count)) : nil
    }
    if let number = AnalysisNumber(rawValue: text) {
      self = .analysis(number)
    } else if let number = ProfileNumber(rawValue: text) {
      self = .profile(number)
    } else if let number = DocumentNumber(rawValue: text) {
      self = .document(number)
    } else if let number = OverviewNumber(rawValue: text) {
      self = .overview(number)
    } else if let id = id(after: NumberSource.weight) {
      self = .weight(criterion: id)
    } else if let id = id(after: NumberSource.source) {
      self = .source(id)
    } else if let id = id(after: NumberSource.fact) {
      self = .fact(id)
    } else if text.isEmpty || NumberSource.reserved.contains(where: { text.hasPrefix($0) }) {
      return nil
    } else if text.hasSuffix(NumberSource.range), text != NumberSource.range {
      self = .range(criterion: String(text.dropLast(NumberSource.range.count)))
    } else {
      self = .evidence(text)
    }
  }

  /// The text that documents state.
  public var text: String {
    switch self {
    case .evidence(let id): id
    case .range(let criterion): criterion + NumberSource.range
    case .source(let id): NumberSource.source + id
    case .fact(let id): NumberSource.fact + id
    case .weight(let criterion): NumberSource.weight + criterion
    case .profile(let number): number.rawValue
    case .analysis(let number): number.rawValue
    case .document(let number): number.rawValue
    case .overview(let number): number.rawValue
    }
  }
}

/// A result of the analysis that documents print.
public enum AnalysisNumber: String, Sendable, CaseIterable {
  /// The level of a performance at which two alternatives tie.
  case breakEven = "analysis.breakEven"
  /// Points of a criterion or branch that make up a total.
  case contribution = "analysis.contribution"
  /// The difference between two totals, in points.
  case difference = "analysis.difference"
  /// How many draws the simulation took.
  case draws = "analysis.draws"
  /// The weight at which the leader changes, in percent.
  case flip = "analysis.flip"
  /// How many alternatives are left to compare.
  case left = "analysis.left"
  /// How many entries of a list are not printed.
  case leftOut = "analysis.leftOut"
  /// The lead of the leader, in points.
  case margin = "analysis.margin"
  /// The numeric error of the simulation.
  case numericError = "analysis.numericError"
  /// The whole that points or percent are a part of.
  case points = "analysis.points"
  /// The place of a question.
  case question = "analysis.question"
  /// A rank.
  case rank = "analysis.rank"
  /// The share of the draws in which an alternative takes a rank, in percent.
  case rankAcceptability = "analysis.rankAcceptability"
  /// How many times as much one criterion weighs as another.
  case ratio = "analysis.ratio"
  /// The standard deviation of the logarithm of a weight's response error.
  case responseError = "analysis.responseError"
  /// The share of the draws in which one alternative is ahead of another.
  case share = "analysis.share"
  /// A declared limit of the verdict's classes.
  case threshold = "analysis.threshold"
  /// The difference between two totals at a limit of a performance, in points.
  case tornado = "analysis.tornado"
  /// The total value of an alternative, in points.
  case total = "analysis.total"
  /// How much the best choice would gain if something were known for sure, in points.
  case valueOfInformation = "analysis.valueOfInformation"
  /// A weight, in percent.
  case weight = "analysis.weight"

  /// The deviation of comparisons from the weights made of them.
  case consistencyDeviation = "analysis.consistency.deviation"
  /// The geometric consistency index.
  case consistencyGeometric = "analysis.consistency.geometric"
  /// The consistency index.
  case consistencyIndex = "analysis.consistency.index"
  /// The input-based consistency of best-to-worst comparisons.
  case consistencyInput = "analysis.consistency.input"
  /// The limit that a measure of consistency is held against.
  case consistencyLimit = "analysis.consistency.limit"
  /// The consistency ratio.
  case consistencyRatio = "analysis.consistency.ratio"
  /// How often the criterion that was shown least was shown.
  case consistencyShown = "analysis.consistency.shown"
  /// The name of the table of random consistency indices.
  case consistencyTable = "analysis.consistency.table"
}

/// A value of the profile, other than a clinical fact, that documents or questions print.
public enum ProfileNumber: String, Sendable, CaseIterable {
  /// The age in years.
  case age = "profile.age"
  /// The day on which the weights were asked for.
  case asked = "profile.asked"
  /// How many times as important as another a criterion was called.
  case comparison = "profile.comparison"
  /// How many criteria are on the person's list.
  case criteria = "profile.criteria"
  /// The place of a clinical fact among the questions, or their number.
  case place = "profile.fact"
  /// The pseudonym.
  case id = "profile.id"
  /// A level that the person sets as a limit.
  case limit = "profile.limit"
  /// The points that the person gave or shares out.
  case points = "profile.points"
  /// A place in the person's order of criteria.
  case rank = "profile.rank"
  /// The place of a set of criteria among the questions, or their number.
  case set = "profile.set"
}

/// A statement about a document that stands in it as a number: ids, days, versions and measures.
public enum DocumentNumber: String, Sendable, CaseIterable {
  /// The day that it was made.
  case date = "document.date"
  /// The number to call in an emergency, where the person is.
  case emergency = "document.emergency"
  /// The fingerprint of what the handout says.
  case fingerprint = "document.fingerprint"
  /// The document id.
  case id = "document.id"
  /// The version of the pack.
  case pack = "document.pack"
  /// The number of a printed page.
  case page = "document.page"
  /// How many pages are printed.
  case pages = "document.pages"
  /// The version of the program.
  case program = "document.program"
  /// The grade of school that the handout, or its hardest section, needs.
  case readingGrade = "document.reading.grade"
  /// The section of the handout that is hardest to read.
  case readingSection = "document.reading.section"
  /// The day by which the evidence is to be looked at again.
  case reviewBy = "document.reviewBy"
  /// The day on which the evidence was searched for.
  case searched = "document.searched"
  /// The last day on which the evidence is to be used.
  case useUntil = "document.useUntil"
}

/// A number of a page about many documents: the index of a folder, or the report of a ledger.
public enum OverviewNumber: String, Sendable, CaseIterable {
  /// How many people the index counts.
  case people = "gallery.count"
  /// How many facts about a person are not known.
  case openFacts = "gallery.openFacts"
  /// What the report counts.
  case count = "report.count"
  /// The first day of the report.
  case from = "report.from"
  /// The id of the ledger.
  case ledger = "report.ledger"
  /// A place in the order of the alternatives.
  case place = "report.place"
  /// The root of the ledger's tree.
  case root = "report.root"
  /// How many rows the ledger has.
  case size = "report.size"
  /// The last day of the report.
  case to = "report.to"
  /// The day on which evidence was withdrawn.
  case withdrawn = "gallery.withdrawn"
}

extension EvidenceFigure {
  /// What numbers printed of the figure come from.
  public var source: NumberSource { .evidence(id) }
}
