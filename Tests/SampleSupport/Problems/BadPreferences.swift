// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Problems whose weights, uncertainty or settings are wrong.
enum BadPreferences {
  static let all: [ProblemMutation] = [
    ProblemMutation(
      "answer-for-branch", #"criterion="harm""#, #"branch="loss""#,
      [.init("problem.answer", at: "<swing branch")]),
    ProblemMutation(
      "answer-off-list", #"criterion="harm""#, #"criterion="pain""#,
      [.init("problem.weights", at: "<weighting"), .init("problem.weights")]),
    ProblemMutation(
      "answer-other-anchors", #"criterion="harm" worst="0.5""#, #"criterion="harm" worst="0.9""#,
      [.init("problem.weights")]),
    ProblemMutation(
      "answer-without-range", #"criterion="harm" worst="0.5" best="0""#, #"criterion="harm""#,
      [.init("problem.answerRange")]),
    ProblemMutation(
      "best-worst-unnamed", asked: .bestWorst, #" mostImportant="relief" leastImportant="days""#,
      "", [.init("problem.weightingAttribute", at: "<weighting")]),
    ProblemMutation(
      "branch-not-weighed-inside", asked: .branchFirst,
      #"""
      <within branch="loss" method="swing">
              <swing criterion="harm" worst="0.5" best="0" points="100"/>
              <swing criterion="days" worst="30" best="0" points="50"/>
            </within>
      """#, "", [.init("problem.within", at: "<branchFirst")]),
    ProblemMutation(
      "branch-unknown", asked: .branchFirst, #"within branch="loss""#, #"within branch="cost""#,
      [.init("problem.within", at: "<branchFirst"), .init("problem.unknownBranch")]),
    ProblemMutation(
      "branch-with-range", asked: .branchFirst, #"branch="gain" "#,
      #"branch="gain" worst="0" best="1" "#, [.init("problem.answerRange")]),
    ProblemMutation(
      "branch-without-answer", asked: .branchFirst, #"<share branch="gain" points="60"/>"#, "",
      [.init("problem.weights", at: "<branches")]),
    ProblemMutation(
      "chain-broken", "</preferences>",
      #"""
      <uncertainty><chain><ratio criterion="relief" over="harm" low="1" high="2"/><ratio criterion="days" over="harm" low="1" high="2"/></chain></uncertainty>
      </preferences>
      """#, [.init("problem.chain")]),
    ProblemMutation(
      "chain-incomplete", "</preferences>",
      #"""
      <uncertainty><chain><ratio criterion="relief" over="harm" low="1" high="2"/></chain></uncertainty>
      </preferences>
      """#, [.init("problem.uncertaintyList")]),
    ProblemMutation(
      "compare-one", #"points="1024"/"#,
      #"points="1024"><compare id="pair" alternatives="one one"/></settings"#,
      [.init("problem.selection")]),
    ProblemMutation(
      "concentration-negative", "</preferences>",
      #"""
      <uncertainty><dirichlet concentration="-3"/></uncertainty>
      </preferences>
      """#, [.init("problem.uncertainty")]),
    ProblemMutation(
      "duplicate-answer", #"criterion="harm" worst="0.5" best="0""#,
      #"criterion="relief" worst="0" best="10""#,
      [
        .init("problem.weights", at: "<weighting"),
        .init("problem.weights", at: #"<swing criterion="relief" worst="0" best="10" points="60"#),
      ]),
    ProblemMutation(
      "equal-with-answers", #"method="swing""#, #"method="equal""#,
      [.init("problem.weightingElement", at: #"<swing criterion="relief"#)]),
    ProblemMutation(
      "foreign-attribute", #"method="swing""#, #"method="swing" rule="rankSum""#,
      [.init("problem.weightingAttribute")]),
    ProblemMutation(
      "foreign-element", #"<swing criterion="harm""#, #"<share criterion="harm""#,
      [.init("problem.weightingElement")]),
    ProblemMutation(
      "inconsistent-comparisons", asked: .pairwise,
      [
        (#"ratio="3""#, #"ratio="9""#),
        (#"first="relief" second="days" ratio="1""#, #"first="harm" second="days" ratio="9""#),
        (#"first="harm" second="days" ratio="1/3""#, #"first="relief" second="days" ratio="1/9""#),
      ], [.init("problem.weights", at: #"<comparison first="relief" second="harm"#)]),
    ProblemMutation(
      "interval-low-above-high", asked: .intervalSwing, #"low="40" high="60""#,
      #"low="60" high="40""#, [.init("problem.weights")]),
    ProblemMutation(
      "list-unknown", #"points="1024"/"#,
      #"points="1024"><list id="short" criteria="relief pain"/></settings"#,
      [.init("problem.selection")]),
    ProblemMutation(
      "missing-answer", #"<swing criterion="harm" worst="0.5" best="0" points="60"/>"#, "",
      [.init("problem.weights", at: "<weighting")]),
    ProblemMutation(
      "missing-comparison", asked: .pairwise,
      #"""
      <comparison first="relief" second="harm" ratio="3"/>
            <comparison first="relief" second="days" ratio="1"/>
            <comparison first="harm" second="days" ratio="1/3"/>
      """#,
      #"""
      <comparison first="relief" second="harm" ratio="2"/>
      <comparison first="relief" second="days" ratio="4"/>
      """#, [.init("problem.weights")]),
    ProblemMutation(
      "one-branch", asked: .branchFirst, #"best="10" branch="gain""#, #"best="10" branch="loss""#,
      [.init("problem.branches", at: "<branchFirst")]),
    ProblemMutation(
      "payer-without-cost", #"branch="gain""#, #"branch="gain" payer="nobody""#,
      [.init("problem.payer")]),
    ProblemMutation(
      "picked-too-often", asked: .maxDiff,
      [(#"most="3""#, #"most="5""#), (#"most="1""#, #"most="0""#), (#"least="3""#, #"least="4""#)],
      [.init("problem.weights")]),
    ProblemMutation(
      "points-negative", #"points="60""#, #"points="-60""#, [.init("problem.weights")]),
    ProblemMutation(
      "points-none-hundred", #"points="100""#, #"points="90""#,
      [.init("problem.weights", at: "<weighting")]),
    ProblemMutation(
      "points-not-a-power", #"points="1024""#, #"points="1000""#, [.init("xml.value")]),
    ProblemMutation(
      "points-sum-99", asked: .hundredPoints, #"points="30""#, #"points="29""#,
      [.init("problem.weights", at: "<weighting")]),
    ProblemMutation(
      "ranks-incomplete", "</preferences>",
      #"""
      <uncertainty><ordinal><rank criterion="relief" rank="1"/></ordinal></uncertainty>
      </preferences>
      """#, [.init("problem.uncertaintyList")]),
    ProblemMutation(
      "ratio-zero", asked: .pairwise,
      [
        (#"ratio="3""#, #"ratio="0""#),
        (#"first="relief" second="days" ratio="1""#, #"first="harm" second="days" ratio="2""#),
        (#"first="harm" second="days" ratio="1/3""#, #"first="relief" second="days" ratio="2""#),
      ], [.init("problem.weights")]),
    ProblemMutation(
      "sigma-zero", "</preferences>",
      #"""
      <uncertainty><responseError sigma="0"/></uncertainty>
      </preferences>
      """#, [.init("problem.uncertainty")]),
    ProblemMutation(
      "thresholds-reversed", #"points="1024"/"#,
      #"points="1024"><thresholds sameBelow="9" clearFrom="5"/></settings"#,
      [.init("problem.thresholds")]),
    ProblemMutation(
      "top-reversed", "</preferences>",
      #"""
      <uncertainty><relativeToTop><ratio criterion="relief" low="1" high="1"/><ratio criterion="harm" low="0.8" high="0.4"/><ratio criterion="days" low="0.1" high="0.3"/></relativeToTop></uncertainty>
      </preferences>
      """#, [.init("problem.uncertainty")]),
    ProblemMutation(
      "top-without-one", "</preferences>",
      #"""
      <uncertainty><relativeToTop><ratio criterion="relief" low="0.9" high="1"/><ratio criterion="harm" low="0.4" high="0.8"/><ratio criterion="days" low="0.1" high="0.3"/></relativeToTop></uncertainty>
      </preferences>
      """#, [.init("problem.uncertainty")]),
    ProblemMutation(
      "trades-not-linked", asked: .matching,
      #"<trade gains="days" gainsFrom="30" gainsTo="0" gives="relief" givesFrom="10" givesTo="5"/>"#,
      "", [.init("problem.weights", at: #"<range criterion="days"#)]),
    ProblemMutation(
      "weights-all-zero", asked: .given,
      [
        (#"value="0.5""#, #"value="0""#), (#"value="0.3""#, #"value="0""#),
        (#"value="0.2""#, #"value="0""#),
      ], [.init("problem.weights", at: "<weighting")]),
    ProblemMutation(
      "weights-negative", asked: .given,
      [(#"value="0.5""#, #"value="1.2""#), (#"value="0.3""#, #"value="-0.4""#)],
      [.init("problem.weights", at: #"<weight criterion="harm"#)]),
    ProblemMutation(
      "weights-sum", asked: .given, #"value="0.2""#, #"value="0.1""#,
      [.init("problem.weightSum", at: "<weighting")]),
  ]
}
