// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// A number that a text prints by its id: a count of people with its denominator, or a quantity.
public struct EvidenceFigure: Sendable, Equatable {
  /// The id.
  ///
  /// A level of the performance table has the id `criterion.alternative`.
  public var id: String
  /// The value as it is printed, a plain decimal.
  public var value: DecimalText
  /// The denominator as it is printed (100 or 1000), or nil for a quantity.
  public var of: DecimalText?
  /// The lower 95 % limit, or nil.
  public var low: DecimalText?
  /// The upper 95 % limit, or nil.
  public var high: DecimalText?
  /// The events that were counted, or nil.
  public var events: Int?
  /// The people among whom they were counted, or nil.
  public var people: Int?
  /// The text that states the period, or nil.
  public var period: TextID?
  /// The text that states who was studied, or nil.
  public var group: TextID?
  /// How sure the studies allow us to be.
  public var certainty: CertaintyOfEvidence
  /// Where the number comes from.
  public var basis: Basis
  /// The ids of the sources.
  public var sources: [String]

  /// A figure from its parts.
  public init(
    id: String, value: DecimalText, of: DecimalText? = nil, low: DecimalText? = nil,
    high: DecimalText? = nil, events: Int? = nil, people: Int? = nil, period: TextID? = nil,
    group: TextID? = nil, certainty: CertaintyOfEvidence, basis: Basis, sources: [String]
  ) {
    self.id = id
    self.value = value
    self.of = of
    self.low = low
    self.high = high
    self.events = events
    self.people = people
    self.period = period
    self.group = group
    self.certainty = certainty
    self.basis = basis
    self.sources = sources
  }
}

/// The id of a text of the text catalogue.
public typealias TextID = String
