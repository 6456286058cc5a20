// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack

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
  /// The day of asking.
  case asked
  /// A question about weights, by the way of asking.
  case weight(WeightKey)
  /// What the person feels about some options by what they are, by the id of the feeling.
  case feeling(String)
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
    case .weight(let key): key.text
    case .feeling(let id): "feeling.\(id)"
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
    case .asked: "asked"
    case .limits: "limits"
    case .clinic: "clinic"
    case .clinician: "clinician"
    case .phone: "phone"
    }
  }

  /// Whether the question comes whatever was answered before.
  var isAlwaysAsked: Bool {
    switch self {
    case .price, .criteria, .method, .asked, .weight, .feeling, .limit: false
    case .id, .name, .age, .sex, .region, .payer, .prices, .language, .edition, .paper, .fact,
      .preferences, .panel, .limits, .question, .remark, .clinic, .clinician, .phone:
      true
    }
  }

  /// Whether later questions, or what they may be answered, depend on the answer.
  var shapesLaterQuestions: Bool {
    switch self {
    case .region, .prices, .preferences, .panel, .criteria, .method, .limits: true
    case .weight(let key): key.shapesLaterQuestions
    case .id, .name, .age, .sex, .payer, .price, .language, .edition, .paper, .fact, .asked,
      .feeling, .limit,
      .question, .remark, .clinic, .clinician, .phone:
      false
    }
  }
}
