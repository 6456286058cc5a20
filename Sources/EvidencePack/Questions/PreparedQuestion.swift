// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

/// A question prepared for all persons of a setting: its problem and draws under each reading.
public struct PreparedQuestion: Sendable {
  /// One reading of the evidence.
  public struct Reading: Sendable {
    /// The id of the reading.
    public let id: String
    /// The problem, draws and rules' facts.
    public let prepared: PreparedReading
  }

  /// The question.
  public let question: DecisionQuestion
  /// The readings that give different answers: every one of the pack, or the first alone where no
  /// difference between the alternatives depends on the reading.
  public let readings: [Reading]

  /// A question of a pack in a setting.
  ///
  /// - Throws: `DecisionProblemError` when the pack has no usable numbers for it.
  public init(
    _ question: DecisionQuestion, pack: EvidencePack, region: String,
    prices: [CareSetting.Price]
  ) throws(DecisionProblemError) {
    self.question = question
    let ids = pack.readings.map(\.id)
    var readings: [Reading] = []
    for id in question.kind == .whichProcedure ? Array(ids.prefix(1)) : ids {
      let problem = try ProblemBuilder.problem(
        of: pack, question: question, reading: id, region: region, prices: prices)
      var other: PreparedReading.OtherMeasure?
      if let measure = pack.otherMeasures.first(where: { $0.question == question.id }) {
        other = PreparedReading.OtherMeasure(
          of: measure.of,
          problem: try ProblemBuilder.problem(of: measure, in: pack, reading: id, region: region))
      }
      do throws(AnalysisError) {
        readings.append(
          Reading(
            id: id,
            prepared: try PreparedReading(
              problem, criteria: question.criteria, alike: question.alike,
              traits: pack.traits, declared: pack.declared(in: region, prices: prices, under: id),
              otherMeasure: other, points: pack.simulation.points, sigma: pack.simulation.sigma,
              longestList: pack.criteria.count)))
      } catch {
        guard case .invalidProblem(let faults) = error, let fault = faults.first else {
          throw .unusablePoints(pack.simulation.points)
        }
        throw fault
      }
    }
    self.readings = readings
  }
}

extension EvidencePack {
  /// What the rules of a verdict need to know of the criteria, by id.
  var traits: [String: PreparedReading.Trait] {
    Dictionary(
      uniqueKeysWithValues: criteria.map {
        ($0.id, PreparedReading.Trait(isUnfelt: $0.isUnfelt, worthwhile: $0.worthwhile))
      })
  }

  /// The levels that the authors chose or that nobody knows, in a setting under a reading.
  func declared(
    in region: String, prices: [CareSetting.Price], under reading: String
  ) -> [CellReference] {
    criteria.flatMap { criterion in
      (criterion.cells(in: region, prices: prices, under: reading) ?? []).filter {
        // A price of the clinic's own counts as measured.
        !$0.isClinicPrice && ($0.basis == .declared || $0.basis == .notKnown)
      }.map { CellReference(alternative: $0.alternative, criterion: criterion.id) }
    }
  }
}
