// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a question is about; its text is the key of the answers file.
public enum InterviewKey: Sendable, Hashable {
  /// The pseudonymous id.
  case id
  /// The name to print.
  case name
  /// The age in years.
  case age
  /// The sex.
  case sex
  /// The region.
  case region
  /// Who pays.
  case payer
  /// The procedures that the clinic has own prices for.
  case prices
  /// The clinic's price of a procedure.
  case price(String)
  /// The language of the documents.
  case language
  /// The edition of the documents.
  case edition
  /// The paper of the documents.
  case paper
  /// A clinical fact.
  case fact(String)
  /// Whether the person was asked what matters.
  case preferences
  /// The list of criteria.
  case panel
  /// The criteria of an own list.
  case criteria
  /// How the person is asked.
  case method
  /// How ranks become weights.
  case rule
  /// The day of asking.
  case asked
  /// The criterion whose change from worst to best matters most.
  case most
  /// The points of a branch.
  case branch(String)
  /// The points of a criterion.
  case points(String)
  /// The rank of a criterion.
  case rank(String)
  /// The lowest and highest points of a criterion.
  case interval(String)
  /// How comparisons become weights.
  case priorities
  /// The comparison of two criteria.
  case pair(String, String)
  /// The comparison of two criteria once more, in a round counted from 1.
  case again(Int, String, String)
  /// Whether the person stands by comparisons that contradict each other.
  case inconsistent
  /// The criterion whose change matters least.
  case least
  /// How many times as much the most important criterion matters as this one.
  case fromMost(String)
  /// How many times as much this criterion matters as the least important one.
  case toLeast(String)
  /// What matters most in a set, counted from 1.
  case setMost(Int)
  /// What matters least in a set, counted from 1.
  case setLeast(Int)
  /// What the person would give up for a criterion.
  case trade(String)
  /// The criteria that have a limit.
  case limits
  /// The limit of a criterion.
  case limit(String)
  /// An own question, counted from 1.
  case question(Int)
  /// An own remark, counted from 1.
  case remark(Int)
  /// The name of the clinic.
  case clinic
  /// The name of the clinician.
  case clinician
  /// The telephone number.
  case phone

  /// The key of the answers file, such as `fact.pain-score`.
  public var text: String {
    switch self {
    case .price(let id): "price.\(id)"
    case .fact(let id): "fact.\(id)"
    case .branch(let id): "branch.\(id)"
    case .points(let id): "points.\(id)"
    case .rank(let id): "rank.\(id)"
    case .interval(let id): "interval.\(id)"
    case .pair(let first, let second): "pair.\(first).\(second)"
    case .again(let round, let first, let second): "again.\(round).\(first).\(second)"
    case .fromMost(let id): "from-most.\(id)"
    case .toLeast(let id): "to-least.\(id)"
    case .setMost(let number): "set-most.\(number)"
    case .setLeast(let number): "set-least.\(number)"
    case .trade(let id): "trade.\(id)"
    case .limit(let id): "limit.\(id)"
    case .question(let number): "question.\(number)"
    case .remark(let number): "remark.\(number)"
    case .id: "id"
    case .name: "name"
    case .age: "age"
    case .sex: "sex"
    case .region: "region"
    case .payer: "payer"
    case .prices: "prices"
    case .language: "language"
    case .edition: "edition"
    case .paper: "paper"
    case .preferences: "preferences"
    case .panel: "panel"
    case .criteria: "criteria"
    case .method: "method"
    case .rule: "rule"
    case .asked: "asked"
    case .most: "most"
    case .priorities: "priorities"
    case .inconsistent: "inconsistent"
    case .least: "least"
    case .limits: "limits"
    case .clinic: "clinic"
    case .clinician: "clinician"
    case .phone: "phone"
    }
  }

  /// Whether the question comes whatever was answered before.
  var isAlwaysAsked: Bool {
    switch self {
    case .id, .name, .age, .sex, .region, .payer, .prices, .language, .edition, .paper, .fact,
      .preferences, .panel, .limits, .question, .remark, .clinic, .clinician, .phone:
      true
    default: false
    }
  }

  /// Whether later questions, or what they may be answered, depend on the answer.
  var shapesLaterQuestions: Bool {
    switch self {
    case .region, .prices, .preferences, .panel, .criteria, .method, .most, .least, .limits,
      .branch:
      true
    default: false
    }
  }
}
