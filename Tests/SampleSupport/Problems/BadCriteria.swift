// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Problems whose alternatives, criteria or performances are wrong.
enum BadCriteria {
  static let all: [ProblemMutation] = [
    ProblemMutation(
      "anchors-against-direction", #"direction="higherIsBetter" worst="0" best="10""#,
      #"direction="higherIsBetter" worst="10" best="0""#, [.init("problem.valueFunction")]),
    ProblemMutation(
      "anchors-miss-estimate", #"value="3""#, #"value="11""#, [.init("problem.outsideAnchors")]),
    ProblemMutation(
      "anchors-miss-limit", #"low="4" high="6""#, #"low="4" high="12""#,
      [.init("problem.outsideAnchors")]),
    ProblemMutation(
      "baseline-without-operation", #" operation="ratio""#, "",
      [.init("problem.baseline", at: #"<performance alternative="one" relativeTo"#)]),
    ProblemMutation(
      "circular-baseline",
      [
        (#"alternative="one" relativeTo="now""#, #"alternative="one" relativeTo="two""#),
        (#"alternative="two" relativeTo="now""#, #"alternative="two" relativeTo="one""#),
      ],
      [
        .init("problem.circularBaseline"),
        .init("problem.circularBaseline", at: #"<performance alternative="two" relativeTo"#),
      ]),
    ProblemMutation(
      "depends-on-unknown", #"<performance alternative="one"><normal estimate=""#,
      #"""
      <dependsOn criterion="pain" reason="it does"/>
      <performance alternative="one"><normal estimate="
      """#, [.init("problem.dependsOn")]),
    ProblemMutation(
      "duplicate-alternative", #"<alternative id="two"/>"#,
      #"<alternative id="one"></alternative>"#, [.init("problem.duplicateAlternative")]),
    ProblemMutation(
      "duplicate-cell", #"<performance alternative="two"><beta"#,
      #"<performance alternative="one"><beta"#,
      [
        .init("problem.missingCell", at: #"<criterion id="harm"#),
        .init("problem.duplicateCell", at: #"<performance alternative="one"><beta events="8"#),
      ]),
    ProblemMutation(
      "duplicate-criterion", #"id="harm""#, #"id="relief""#,
      [
        .init(
          "problem.duplicateCriterion", at: #"<criterion id="relief" direction="higherIsBetter"#),
        .init(
          "problem.duplicateCriterion", at: #"<criterion id="relief" direction="lowerIsBetter"#),
      ]),
    ProblemMutation(
      "effects-beside-performance", third, effects(third: "0.01"),
      [.init("problem.duplicateCell", at: #"<performance alternative="two"><beta"#)]),
    ProblemMutation(
      "effects-covariance-twice", others,
      effects(
        third: "0.01", #"<covariance first="three" second="two" value="0.01"/>"#),
      [.init("problem.jointEffects", at: #"<covariance first="three" second="two"#)]),
    ProblemMutation(
      "effects-not-definite", others, effects(third: "0.06"), [.init("problem.jointEffects")]),
    ProblemMutation(
      "effects-of-nobody", others,
      effects(third: "0.01", #"<covariance first="two" second="four" value="0.01"/>"#),
      [.init("problem.jointEffects", at: #"<covariance first="two" second="four"#)]),
    ProblemMutation(
      "effects-without-covariance", others, effects(third: nil), [.init("problem.jointEffects")]),
    ProblemMutation(
      "empty-cell", #" anchorsSpan="true""#, "",
      [.init("problem.emptyCell", at: #"<performance alternative="three"/"#)]),
    ProblemMutation(
      "estimate-outside-limits", #"estimate="4""#, #"estimate="1""#, [.init("problem.distribution")]
    ),
    ProblemMutation(
      "events-above-n-uniform-prior", #"events="8" n="90""#, #"events="98" n="90" prior="uniform""#,
      [.init("problem.distribution")]),
    ProblemMutation(
      "events-above-n", #"events="8""#, #"events="98""#, [.init("problem.distribution")]),
    ProblemMutation(
      "falling-values", #"<performance alternative="one"><normal estimate=""#,
      #"""
      <point level="0" value="0"/>
      <point level="5" value="0.7"/>
      <point level="8" value="0.5"/>
      <point level="10" value="1"/>
      <performance alternative="one"><normal estimate="
      """#, [.init("problem.valueFunction", at: #"<criterion id="relief"#)]),
    ProblemMutation(
      "flat-stretch", #"<performance alternative="one"><normal estimate=""#,
      #"""
      <point level="0" value="0"/>
      <point level="5" value="0.5"/>
      <point level="8" value="0.5"/>
      <point level="10" value="1"/>
      <performance alternative="one"><normal estimate="
      """#, [.init("problem.valueFunction", at: #"<criterion id="relief"#)]),
    ProblemMutation(
      "floor-above-estimate", #"normal estimate="4" low="2" high="6""#,
      #"truncatedNormal estimate="4" low="2" high="6" floor="5" ceiling="10""#,
      [.init("problem.distribution")]),
    ProblemMutation(
      "forty-one-criteria", "<criteria>",
      "<criteria>"
        + rows(38, #"<criterion id="c#" direction="higherIsBetter" worst="0" best="1"/>"#),
      [.init("problem.tooManyCriteria")]),
    ProblemMutation(
      "level-comma", #"value="3""#, #"value="3,5""#, [.init("xml.value")]),
    ProblemMutation(
      "level-infinite", #"value="3""#, #"value="INF""#, [.init("xml.value")]),
    ProblemMutation(
      "level-nan", #"value="3""#, #"value="NaN""#, [.init("xml.value")]),
    ProblemMutation(
      "level-overflow", #"value="3""#, #"value="1e999""#, [.init("problem.notFinite")]),
    ProblemMutation(
      "limits-not-reached", #"beta events="3" n="100""#,
      #"betaInterval low="0.01" high="0.010001""#, [.init("problem.distribution")]),
    ProblemMutation(
      "local-and-stated-anchors", #"branch="gain""#, #"branch="gain" anchors="local""#,
      [.init("problem.localAnchors")]),
    ProblemMutation(
      "lognormal-at-zero", #"low="0.5""#, #"low="0""#,
      [.init("problem.distribution", at: #"<performance alternative="one" relativeTo"#)]),
    ProblemMutation(
      "low-above-high", #"low="2" high="6""#, #"low="6" high="2""#, [.init("problem.distribution")]),
    ProblemMutation(
      "missing-cell", #"<performance alternative="three"><exact value="3"/></performance>"#, "",
      [.init("problem.missingCell", at: #"<criterion id="relief"#)]),
    ProblemMutation(
      "missing-reference-cell",
      #"<performance alternative="now"><exact value="10"/></performance>"#, "",
      [.init("problem.missingCell", at: #"<criterion id="days"#)]),
    ProblemMutation(
      "must-two-bounds", #"<performance alternative="one"><normal estimate=""#,
      #"""
      <must atLeast="1" atMost="2"/>
      <performance alternative="one"><normal estimate="
      """#, [.init("problem.must")]),
    ProblemMutation(
      "no-alternative",
      #"""
      <alternative id="one"/>
          <alternative id="two"/>
          <alternative id="three"/>
      """#, "", [.init("problem.tooFewAlternatives", at: "<alternatives")]),
    ProblemMutation(
      "no-anchors", #"direction="higherIsBetter" worst="0" best="10""#,
      #"direction="higherIsBetter""#, [.init("problem.anchors")]),
    ProblemMutation(
      "no-criterion", [("<criteria>", "<criteria><!--"), ("</criteria>", "--></criteria>")],
      [.init("problem.noCriteria")]),
    ProblemMutation(
      "no-direction", #"direction="higherIsBetter" "#, "",
      [.init("xml.attributeMissing", at: #"<criterion id="relief"#)]),
    ProblemMutation(
      "no-event-no-prior", #"events="8" n="90""#, #"events="0" n="90" prior="none""#,
      [.init("problem.distribution")]),
    ProblemMutation(
      "no-observation", #"events="8" n="90""#, #"events="0" n="0""#, [.init("problem.distribution")]
    ),
    ProblemMutation(
      "odds-ratio-of-days", #"operation="ratio""#, #"operation="oddsRatio""#,
      [.init("problem.oddsRatio")]),
    ProblemMutation(
      "odds-ratio-zero", #"><beta events="8" n="90""#,
      #" relativeTo="one" operation="oddsRatio"><normal estimate="0.5" low="-0.1" high="1""#,
      [.init("problem.oddsRatio")]),
    ProblemMutation(
      "one-alternative",
      #"""
      <alternative id="two"/>
          <alternative id="three"/>
      """#, "", [.init("problem.tooFewAlternatives", at: "<alternatives")]),
    ProblemMutation(
      "own-baseline", #"alternative="one" relativeTo="now""#,
      #"alternative="one" relativeTo="one""#, [.init("problem.circularBaseline")]),
    ProblemMutation(
      "points-do-not-end-at-one", #"<performance alternative="one"><normal estimate=""#,
      #"""
      <point level="0" value="0"/>
      <point level="10" value="0.9"/>
      <performance alternative="one"><normal estimate="
      """#, [.init("problem.valueFunction", at: #"<criterion id="relief"#)]),
    ProblemMutation(
      "points-end-elsewhere", #"<performance alternative="one"><normal estimate=""#,
      #"""
      <point level="0" value="0"/>
      <point level="5" value="0.7"/>
      <point level="9" value="1"/>
      <performance alternative="one"><normal estimate="
      """#, [.init("problem.valueFunctionEnds", at: #"<criterion id="relief"#)]),
    ProblemMutation(
      "proportion-beyond-scale", #"beta events="8" n="90""#, #"betaInterval low="0.1" high="1.2""#,
      [.init("problem.distribution")]),
    ProblemMutation(
      "reference-like-alternative", #"id="now""#, #"id="two""#,
      [.init("problem.duplicateAlternative", at: "<references")]),
    ProblemMutation(
      "shape-zero", #"beta events="8" n="90""#, #"betaShape alpha="0" beta="4""#,
      [.init("problem.distribution")]),
    ProblemMutation(
      "span-with-number", #"anchorsSpan="true"/"#,
      #"anchorsSpan="true"><exact value="3"/></performance"#, [.init("problem.anchorsSpan")]),
    ProblemMutation(
      "spread-not-reached", #"normal estimate="4" low="2" high="6""#,
      #"truncatedNormal estimate="0.7" low="-0.9" high="2.3" floor="0" ceiling="10" match="moments""#,
      [.init("problem.distribution")]),
    ProblemMutation(
      "too-large-shape", #"beta events="3" n="100""#, #"betaShape alpha="2" beta="200000000""#,
      [.init("problem.distribution")]),
    ProblemMutation(
      "too-many-observations", #"events="3" n="100""#, #"events="0" n="100000000""#,
      [.init("problem.distribution")]),
    ProblemMutation(
      "twenty-one-alternatives", "<alternatives>",
      "<alternatives>" + rows(18, #"<alternative id="c#"/>"#),
      [.init("problem.tooManyAlternatives")]),
    ProblemMutation(
      "unknown-alternative", #"<performance alternative="two"><beta"#,
      #"<performance alternative="four"><beta"#,
      [
        .init("problem.missingCell", at: #"<criterion id="harm"#),
        .init("problem.unknownAlternative"),
      ]),
    ProblemMutation(
      "unknown-baseline", #"alternative="one" relativeTo="now""#,
      #"alternative="one" relativeTo="then""#, [.init("problem.unknownAlternative")]),
  ]

  /// The performances that joint effects take the place of.
  private static let third =
    #"<performance alternative="three"><uniform low="0" high="0.1"/></performance>"#
  private static let others =
    #"<performance alternative="two"><beta events="8" n="90"/></performance>"# + "\n      " + third

  /// Joint effects of two alternatives.
  ///
  /// - Parameters:
  ///   - third: the covariance of the two; nil: it is missing.
  ///   - more: a further element, on a line of its own.
  private static func effects(third: String?, _ more: String = "") -> String {
    let between = third.map { #"<covariance first="two" second="three" value="\#($0)"/>"# } ?? ""
    return #"""
      <logOddsRatios relativeTo="one">
      <effect alternative="two" mean="-0.2"/><effect alternative="three" mean="0.1"/>
      <covariance first="two" second="two" value="0.04"/>
      <covariance first="three" second="three" value="0.05"/>\#(between)
      \#(more)
      </logOddsRatios>
      """#
  }

  /// Rows with numbers in the place of `#`.
  private static func rows(_ count: Int, _ row: String) -> String {
    (0..<count).map { "\n" + row.replacing("#", with: "\($0)") }.joined()
  }
}
