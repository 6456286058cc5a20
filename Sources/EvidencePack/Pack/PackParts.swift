// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Markup

/// A region: its money and what to say of prices there.
public struct Region: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The text of its name.
  public var name: TextID
  /// The code of its money, such as EUR.
  public var currency: String
  /// How many digits of an amount stand together, from the right; the last number goes on.
  ///
  /// Nil: as the language has it.
  public var grouping: [Int]?
  /// The text that says what the prices are.
  public var note: TextID
  /// The number to call in an emergency.
  public var emergency: String

  /// A region; name and note are ids of texts.
  public init(
    id: String, name: TextID, currency: String, grouping: [Int]? = nil, note: TextID,
    emergency: String
  ) {
    self.id = id
    self.name = name
    self.currency = currency
    self.grouping = grouping
    self.note = note
    self.emergency = emergency
  }
}

/// A branch of the value tree.
public struct Branch: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The text of its name inside a sentence.
  public var name: TextID
}

/// A named list of criteria.
public struct Panel: Sendable, Equatable {
  /// The id.
  public var id: String
  /// The text of its name inside a sentence.
  public var name: TextID
  /// The ids of its criteria, in order.
  public var criteria: [String]
}

/// A question that the reader faces.
public struct DecisionQuestion: Sendable, Equatable {
  /// What is compared.
  public enum Kind: String, Sendable, Equatable {
    /// A procedure against care without one.
    case procedureOrNone
    /// The procedures against each other.
    case whichProcedure
  }

  /// The id.
  public var id: String
  /// What is compared.
  public var kind: Kind
  /// The text of the question.
  public var title: TextID
  /// The criteria without which the question is not answered.
  public var needs: [String]
  /// The criteria that are weighed in the question; empty in a pack without readings: the person's
  /// whole list.
  public var criteria: [String] = []
  /// The criteria in which the alternatives are taken to be alike: not weighed, and looked at for
  /// what they leave open.
  public var alike: [String] = []
  /// The procedure that stands for both where neither is named; nil in a pack without readings.
  public var standsIn: String?
  /// The criterion whose level at a tie is told where the readings lead to different answers.
  public var tieOn: String?
}

/// What the pack says of itself.
public struct PackIdentity: Sendable, Equatable {
  /// Someone who wrote the pack.
  public struct Author: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The text that says what the author is and did.
    public var role: TextID
  }

  /// Something that was done with people, such as a test with patients.
  public struct PeopleRecord: Sendable, Equatable {
    /// The id of the item of the checklist that it answers.
    public var item: String
    /// The day.
    public var date: CalendarDay
    /// The text that says what was done.
    public var text: TextID
  }

  /// The id of the pack.
  public var id: String
  /// The version, such as `1.0.0`.
  public var version: String
  /// The day of the last search for evidence.
  public var searched: CalendarDay
  /// The day by which the evidence is to be looked at again.
  public var reviewBy: CalendarDay
  /// The last day on which the evidence is to be used.
  public var useUntil: CalendarDay
  /// The authors; empty: not stated.
  public var authors: [Author]
  /// The text of the title.
  public var title: TextID
  /// The text of the decision, as a question.
  public var decision: TextID
  /// The text that says whom the evidence is about.
  public var population: TextID
  /// The text that says how the evidence was chosen.
  public var selection: TextID
  /// The text that says how the pack is kept up to date.
  public var updatePolicy: TextID
  /// The text that names who paid, or nil: not stated.
  public var funding: TextID?
  /// What was done with people; empty: nothing that is recorded.
  public var peopleRecords: [PeopleRecord] = []
}

/// The position of a body that writes guidance.
public struct GuidelinePosition: Sendable, Equatable {
  /// A year, as far as it is known.
  public enum StatedYear: Sendable, Equatable {
    /// The year in four digits.
    case year(String)
    /// The paper states none.
    case notStated
    /// The paper was not seen.
    case notSeen

    /// A year, `notStated` or `notSeen`.
    init(_ text: String) {
      self = text == "notStated" ? .notStated : text == "notSeen" ? .notSeen : .year(text)
    }
  }

  /// The id.
  public var id: String
  /// The text that names the body.
  public var body: TextID
  /// When it was said.
  public var year: StatedYear
  /// The text that says who paid, or nil: not stated.
  public var sponsor: TextID?
  /// The regions whose people it is told to; nil: all.
  public var regions: [String]?
  /// Whether it is about people of other evidence, and stands with their rows alone.
  public var isOtherEvidence = false
  /// Whether a clinician is to read the body's own text before it is used.
  public var needsReview = false
  /// The text that says whom it is about.
  public var population: TextID
  /// The text of what it says.
  public var says: TextID
  /// The ids of the sources.
  public var sources: [String]

  /// Whether it is told to people of a region whom the evidence of the pack is about.
  public func isTold(in region: String) -> Bool {
    !isOtherEvidence && regions?.contains(region) ?? true
  }
}

/// How a pack has its simulation done: declared, since no study says how unsure an elicited weight
/// is.
public struct SimulationSettings: Sendable, Equatable {
  /// How many draws.
  public var points: Int
  /// The standard deviation of the logarithm of a weight's response error.
  public var sigma: Double
  /// The text that says where sigma comes from.
  public var reason: TextID
}

extension EvidenceReader {
  /// Reads how the simulation is done.
  mutating func simulation(_ root: MarkupElement) -> SimulationSettings {
    let element = root.first("simulation") ?? root
    return SimulationSettings(
      points: decoder.count("points", of: element) ?? SimulationPoints.mixed,
      sigma: decoder.number("sigma", of: element), reason: decoder.text("reason", of: element))
  }
}

/// A study, guideline or page that a number or a statement comes from.
public struct DataSource: Sendable, Equatable {
  /// The id that numbers refer to.
  public var id: String
  /// A short name, for a list that a patient reads.
  public var short: String
  /// Authors, title or short name, journal, year, as far as they were seen.
  public var citation: String
  /// The DOI, or nil when none was seen.
  public var doi: String?
  /// The PubMed number, or nil when none was seen.
  public var pmid: String?
  /// How much of it was read.
  public var read: String
  /// Who paid for it, or nil: not stated.
  public var sponsor: String?
}

extension DataSource {
  /// Reads a source.
  init(_ element: MarkupElement) {
    self.init(
      id: element.attribute("id") ?? "", short: element.attribute("short") ?? "",
      citation: element.attribute("citation") ?? "",
      doi: element.attribute("doi"), pmid: element.attribute("pmid"),
      read: element.attribute("read") ?? "", sponsor: element.attribute("sponsor"))
  }
}
