// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import EvidencePack

/// What a decision record holds that checks and audits need.
public struct DecisionRecord: Sendable, Equatable {
  /// What the documents are and from what they were made.
  public var identity: DocumentIdentity
  /// The alternatives, in the order of the numbers.
  public var alternatives: [String]
  /// The criteria, in the order of the numbers.
  public var criteria: [String]
  /// The levels and figures that were used, in the order of the record.
  public var numbers: [RecordedNumber]
  /// What was done with people for the pack.
  public var people: [PeopleRecord]
  /// The patient's handout, without shared parts.
  public var handout: DocumentBody
  /// The clinician's copy, without shared parts.
  public var clinicianCopy: DocumentBody

  /// What a checklist is held against.
  public var checklistSubject: ChecklistSubject {
    var values: [String: ChecklistSubject.Number] = [:]
    for number in numbers {
      values[number.id] = ChecklistSubject.Number(
        value: number.value.value, of: number.of?.value,
        isRanged: number.low != nil && number.high != nil)
    }
    return ChecklistSubject(
      alternatives: alternatives, date: identity.date, handout: handout, numbers: values,
      people: people)
  }
}

/// A number of a record, as it is printed.
public struct RecordedNumber: Sendable, Equatable {
  /// The id: that of a figure, or `criterion.alternative` of a level.
  public var id: String
  /// The value.
  public var value: DecimalText
  /// Out of how many, or nil.
  public var of: DecimalText?
  /// The lower end of the range, or nil.
  public var low: DecimalText?
  /// The upper end of the range, or nil.
  public var high: DecimalText?
  /// How sure the authors of the pack are.
  public var certainty: CertaintyOfEvidence
  /// Where it comes from: a basis of the pack, or `clinicPrice`.
  public var basis: String
  /// The ids of the sources.
  public var sources: [String]
}
