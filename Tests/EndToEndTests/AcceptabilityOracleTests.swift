// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Testing

/// Oracles o10, o11 and o15, from a file of the command to its JSON.
struct AcceptabilityOracleTests {
  struct Thrombolytics: Decodable {
    let expected: Expected
    struct Expected: Decodable {
      let pooled: [String: Pooled]
    }
    struct Pooled: Decodable {
      let mean: [String: Double]
    }
  }

  private static let clots: [ProblemText.Column] = [
    ("ProxDVT", 0.25, 0, [(20, 116), (8, 121)]), ("DistDVT", 0.4, 0.15, [(40, 96), (32, 97)]),
    ("Bleed", 0.1, 0, [(1, 135), (5, 124)]),
  ].map { (id: String, worst: Double, best: Double, shapes: [(Int, Int)]) in
    ProblemText.Column(
      id: id, direction: "lowerIsBetter", ends: (worst, best),
      cells: shapes.map { "<betaShape alpha=\"\($0.0)\" beta=\"\($0.1)\"/>" })
  }

  /// What the file says about the weights, for each of the peer's four kinds of preferences.
  static let clotPreferences: [(name: String, preferences: String)] = [
    ("none", "<weighting method=\"equal\"/><uncertainty><uniform/></uncertainty>"),
    (
      "ordinal",
      """
      <weighting method="rankOrder"><rank criterion="ProxDVT" worst="0.25" best="0" rank="1"/>
      <rank criterion="Bleed" worst="0.1" best="0" rank="2"/>
      <rank criterion="DistDVT" worst="0.4" best="0.15" rank="3"/></weighting>
      """
    ),
    ("exact", ProblemText.given([("ProxDVT", 4), ("DistDVT", 1), ("Bleed", 2)])),
    (
      "ratiobound",
      ProblemText.given([("ProxDVT", 5), ("DistDVT", 2), ("Bleed", 3)])
        + """
        <uncertainty><chain><ratio criterion="ProxDVT" over="Bleed" low="1.25" high="2"/>
        <ratio criterion="Bleed" over="DistDVT" low="1.1" high="3"/></chain></uncertainty>
        """
    ),
  ]

  @Test(arguments: clotPreferences)
  func thrombolytics(name: String, preferences: String) throws {
    let oracle = try Oracle.read("o10-smaa-thrombolytics", as: Thrombolytics.self)
    let expected = try #require(oracle.expected.pooled[name]).mean
    func pooled(_ key: String) throws -> Double { try #require(expected[key]) }
    let output = try ProblemText(
      alternatives: ["H", "E"], columns: Self.clots, preferences: preferences, settings: ""
    ).analysed().first()
    let simulation = try #require(output.simulation)
    #expect(abs(simulation.rankAcceptability[0][0] - (try pooled("ra"))) < 0.005)
    let names = ["ProxDVT", "DistDVT", "Bleed"]
    #expect(
      distance(simulation.meanWeights, try names.map { try pooled("wm.\($0)") }) < 0.005)
    for (row, letter) in ["H", "E"].enumerated() {
      let factor = try #require(simulation.confidenceFactors[row])
      let central = try #require(simulation.centralWeights[row])
      #expect(abs(factor - (try pooled("cf\(letter)"))) < 0.005)
      #expect(distance(central, try names.map { try pooled("w\(letter).\($0)") }) < 0.005)
    }
  }

  struct Antidepressants: Decodable {
    let input: Input
    let expected: [String: Expected]
    struct Input: Decodable {
      let alpha: [[Int]]
      let beta: [[Int]]
      let anchor_low_high: [[Double]]
    }
    struct Expected: Decodable {
      let ra: [[Double]]
      let cw: [[Double]]
      let cf: [Double]
      let pwi: [[Double]]
      let mean_value: [Double]
      let evpi_all_uncertainty: Double
    }
  }

  @Test(arguments: ["none", "ordinal"])
  func antidepressants(name: String) throws {
    let oracle = try Oracle.read("o11-smaa-antidepressant-trial", as: Antidepressants.self)
    let input = oracle.input
    let ids = ["response", "nausea", "insomnia", "anxiety"]
    let columns = ids.indices.map { place in
      let ends = (input.anchor_low_high[0][place], input.anchor_low_high[1][place])
      return ProblemText.Column(
        id: ids[place], direction: place == 0 ? "higherIsBetter" : "lowerIsBetter",
        ends: place == 0 ? ends : (ends.1, ends.0), attributes: "outside=\"extrapolate\"",
        cells: (0..<3).map {
          "<betaShape alpha=\"\(input.alpha[$0][place])\" beta=\"\(input.beta[$0][place])\"/>"
        })
    }
    let ranks = [1, 2, 4, 3].enumerated().map {
      "<rank criterion=\"\(ids[$0])\" rank=\"\($1)\"/>"
    }
    let uncertainty = name == "none" ? "<uniform/>" : "<ordinal>\(ranks.joined())</ordinal>"
    let output = try ProblemText(
      alternatives: ["venlafaxine", "fluoxetine", "placebo"], columns: columns,
      preferences: "<weighting method=\"equal\"/><uncertainty>\(uncertainty)</uncertainty>",
      settings: ""
    ).analysed().first()
    let expected = try #require(oracle.expected[name])
    let simulation = try #require(output.simulation)
    for row in 0..<3 {
      #expect(distance(simulation.rankAcceptability[row], expected.ra[row]) < 0.005)
      #expect(distance(simulation.pairwiseWinning[row], expected.pwi[row]) < 0.005)
      #expect(distance(try #require(simulation.centralWeights[row]), expected.cw[row]) < 0.005)
      #expect(abs(try #require(simulation.confidenceFactors[row]) - expected.cf[row]) < 0.005)
    }
    #expect(distance(simulation.meanTotals, expected.mean_value) < 0.002)
    let perfect = try #require(simulation.valueOfInformation.first).perfect
    #expect(abs(perfect - expected.evpi_all_uncertainty) < 0.002)
  }

  struct Normal: Decodable {
    let three: [Case]
    let two: [Case]
    struct Case: Decodable {
      let mu: [Double]
      let sd: [Double]
      let p_best: [Double]
      let p_worst: [Double]
      let EVPI: Double
      let pairwise: [[Double]]
    }
  }

  @Test func normalTotals() throws {
    let oracle = try Oracle.read("o15-evpi-and-rank-probabilities", as: Normal.self)
    for example in oracle.three + oracle.two {
      let half = example.sd.map { 1.959963984540054 * $0 }
      let cells = example.mu.indices.map { place in
        let (low, high) = (example.mu[place] - half[place], example.mu[place] + half[place])
        return "<normal estimate=\"\(example.mu[place])\" low=\"\(low)\" high=\"\(high)\"/>"
      }
      let output = try ProblemText(
        alternatives: example.mu.indices.map { "a\($0)" },
        columns: [ProblemText.Column(id: "c", cells: cells)],
        preferences: ProblemText.given([("c", 1)])
      ).analysed().first()
      let simulation = try #require(output.simulation)
      #expect(simulation.method == "quadrature")
      #expect(distance(simulation.rankAcceptability.map { $0[0] }, example.p_best) < 1e-9)
      let last = try simulation.rankAcceptability.map { try #require($0.last) }
      #expect(distance(last, example.p_worst) < 1e-9)
      for (found, expected) in zip(simulation.pairwiseWinning, example.pairwise) {
        #expect(distance(found, expected) < 1e-9)
      }
      let perfect = try #require(simulation.valueOfInformation.first).perfect
      #expect(abs(perfect - example.EVPI) < 1e-9)
    }
  }
}
