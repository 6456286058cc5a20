// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Profiles with a mistake in the answers of one way of asking.
enum BadMethods {
  static let all: [ProfileMutation] = [
    // Every rating is zero.
    ProfileMutation(
      "all-zero", asked: .directRating, #"points="50""#, #"points="0""#,
      .refused("profile.weights"), at: "<weighting", everywhere: true),
    // The year has five digits.
    ProfileMutation(
      "asked-five-digit-year", asked: .directRating, #"asked="2025-09-02""#,
      #"asked="10026-11-22""#, .refused("xml.value")),
    // The day of asking has a time zone.
    ProfileMutation(
      "asked-time-zone", asked: .directRating, #"asked="2025-09-02""#, #"asked="2026-11-22Z""#,
      .refused("xml.value")),
    // One criterion matters most and least.
    ProfileMutation(
      "best-is-worst", asked: .bestWorst,
      [
        (#"mostImportant="pain-relief""#, #"mostImportant="cost""#),
        (#"fromMost="4""#, #"fromMost="1""#),
      ], .refused("profile.weights"), at: #"<compared criterion="cost"#),
    // The comparison of the most with the least important criterion has two answers.
    ProfileMutation(
      "best-to-worst-differs", asked: .bestWorst, #"toLeast="4""#, #"toLeast="5""#,
      .refused("profile.weights"), at: #"<compared criterion="cost"#),
    // A comparison is above 9.
    ProfileMutation(
      "best-worst-above-nine", asked: .bestWorst, #"fromMost="2""#, #"fromMost="10""#,
      .refused("profile.weights")),
    // The most and least important criteria are not named.
    ProfileMutation(
      "best-worst-unnamed", asked: .bestWorst,
      #" mostImportant="pain-relief" leastImportant="cost""#, "",
      .refused("profile.weightingAttribute"), at: "<weighting"),
    // A branch has more than 100 points.
    ProfileMutation(
      "branch-above-hundred", asked: .branchFirst, #"points="40""#, #"points="140""#,
      .refused("profile.weights")),
    // The shares inside a branch add up to 110.
    ProfileMutation(
      "branch-inside-110", asked: .branchFirst, #"points="60""#, #"points="70""#,
      .refused("profile.weights"), at: #"<branch id="burden"#),
    // A branch of the list has no share.
    ProfileMutation(
      "branch-missing", asked: .branchFirst,
      [
        (#"points="40""#, #"points="70""#),
        (
          #"""
          <branch id="risk" points="30">
                  <share criterion="cement-leak" worst="90" best="60" points="25"/>
                  <share criterion="serious-harm" worst="40" best="0" points="75"/>
          """#,
          #"""
          <branch id="risk" points="0">
          <share criterion="serious-harm" worst="40" best="0" points="100"/>
          """#
        ),
      ], .refused("profile.weights"), at: "<weighting"),
    // A criterion stands in another branch than its own.
    ProfileMutation(
      "branch-other", asked: .branchFirst,
      [
        (#"best="20" points="10""#, #"best="20" points="40""#),
        (#"<share criterion="cost" worst="16000" best="0" points="30"/>"#, ""),
        (
          #"<share criterion="serious-harm" worst="40" best="0" points="75"/>"#,
          #"""
          <share criterion="serious-harm" worst="40" best="0" points="45"/>
          <share criterion="cost" worst="16000" best="0" points="30"/>
          """#
        ),
      ], .refused("profile.weights"), at: #"<share criterion="cost"#),
    // Shares stand outside of branches.
    ProfileMutation(
      "branch-shares-outside", asked: .branchFirst,
      [
        (
          #"""
          <share criterion="cement-leak" worst="90" best="60" points="25"/>
                  <share criterion="serious-harm" worst="40" best="0" points="75"/>
          """#, #"<share criterion="serious-harm" worst="40" best="0" points="100"/>"#
        ),
        (
          "</weighting>",
          #"""
          <share criterion="cement-leak" worst="90" best="60" points="25"/>
          </weighting>
          """#
        ),
      ], .refused("xml.elementUnexpected"), at: #"<share criterion="cement"#),
    // The shares of the branches add up to 90.
    ProfileMutation(
      "branch-sum-90", asked: .branchFirst, #"points="40""#, #"points="30""#,
      .refused("profile.weights"), at: "<weighting"),
    // A branch stands twice.
    ProfileMutation(
      "branch-twice", asked: .branchFirst,
      [
        (
          #"""
          <share criterion="pain-relief" worst="0" best="3" points="90"/>
                  <share criterion="height-restoration" worst="0" best="6" points="10"/>
          """#, #"<share criterion="pain-relief" worst="0" best="3" points="100"/>"#
        ),
        (
          "</weighting>",
          #"""
          <branch id="relief" points="0">
              <share criterion="height-restoration" worst="0" best="6" points="0"/>
            </branch>
          </weighting>
          """#
        ),
      ], .refused("profile.weights"), at: #"<branch id="relief" points="0"#),
    // No criterion belongs to this branch.
    ProfileMutation(
      "branch-unknown", asked: .branchFirst,
      #"""
      <share criterion="cement-leak" worst="90" best="60" points="25"/>
              <share criterion="serious-harm" worst="40" best="0" points="75"/>
      """#,
      #"""
      <share criterion="serious-harm" worst="40" best="0" points="100"/>
      </branch>
      <branch id="liberty" points="0">
        <share criterion="cement-leak" worst="90" best="60" points="100"/>
      """#, .refused("profile.weights"), at: #"<branch id="liberty"#),
    // The lowest points are above the highest.
    ProfileMutation(
      "interval-low-above-high", asked: .intervalSwing, #"low="10""#, #"low="60""#,
      .refused("profile.weights")),
    // No interval is 100 to 100.
    ProfileMutation(
      "interval-without-hundred", asked: .intervalSwing, #"low="100""#, #"low="90""#,
      .refused("profile.weights"), at: "<weighting"),
    // The comparisons go round in a circle: the consistency ratio is above 0.20.
    ProfileMutation(
      "pairwise-inconsistent", asked: .pairwise,
      [
        (#"ratio="3""#, #"ratio="5""#),
        (
          #"first="pain-relief" second="serious-harm" ratio="1""#,
          #"first="cost" second="serious-harm" ratio="5""#
        ),
        (
          #"first="cost" second="serious-harm" ratio="1/3""#,
          #"first="serious-harm" second="pain-relief" ratio="5""#
        ),
      ], .refused("profile.weights"), at: #"<comparison first="pain"#),
    // One pair of criteria is not compared.
    ProfileMutation(
      "pairwise-missing", asked: .pairwise,
      #"<comparison first="cost" second="serious-harm" ratio="1/3"/>"#, "",
      .refused("profile.weights"), at: #"<comparison first="pain-relief" second="cost"#),
    // A comparison is no number.
    ProfileMutation(
      "pairwise-nan", asked: .pairwise, #"ratio="3""#, #"ratio="NaN""#, .refused("xml.value")),
    // A pair is compared in both directions, and the answers differ.
    ProfileMutation(
      "pairwise-not-reciprocal", asked: .pairwise, "</weighting>",
      #"""
      <comparison first="cost" second="pain-relief" ratio="1/2"/>
      </weighting>
      """#, .refused("profile.weights")),
    // A pair is compared twice.
    ProfileMutation(
      "pairwise-twice", asked: .pairwise, "</weighting>",
      #"""
      <comparison first="pain-relief" second="cost" ratio="3"/>
      </weighting>
      """#, .refused("profile.weights")),
    // A criterion is compared with itself.
    ProfileMutation(
      "pairwise-with-itself", asked: .pairwise, "</weighting>",
      #"""
      <comparison first="cost" second="cost" ratio="1"/>
      </weighting>
      """#, .refused("profile.weights")),
    // The range of a criterion is missing.
    ProfileMutation(
      "pairwise-without-range", asked: .pairwise,
      #"<range criterion="serious-harm" worst="40" best="0"/>"#, "", .refused("profile.weights"),
      at: "<weighting"),
    // A comparison was asked with another range.
    ProfileMutation(
      "pairwise-wrong-range", asked: .pairwise, #"worst="16000""#, #"worst="9000""#,
      .refused("profile.weights")),
    // A comparison says zero times.
    ProfileMutation(
      "pairwise-zero", asked: .pairwise, #"ratio="3""#, #"ratio="0""#, .refused("profile.weights")),
    // The hundred points add up to 99.
    ProfileMutation(
      "points-sum-99", asked: .hundredPoints, #"points="40""#, #"points="39""#,
      .refused("profile.weights"), at: "<weighting"),
    // A criterion was picked more often than it was shown.
    ProfileMutation(
      "sets-picked-too-often", asked: .maxDiff,
      [
        (#"least="0""#, #"least="2""#), (#"least="3""#, #"least="1""#),
        (#"most="1" least="1""#, #"most="0" least="0""#),
      ], .refused("profile.weights")),
    // There are more picks of one kind than of the other.
    ProfileMutation(
      "sets-picks-differ", asked: .maxDiff,
      [
        (#"most="3""#, #"most="4""#), (#"least="3""#, #"least="1""#),
        (#"most="1" least="1""#, #"most="0" least="2""#),
      ], .refused("profile.weights"), at: "<weighting"),
    // A criterion stood in no set.
    ProfileMutation(
      "sets-shown-zero", asked: .maxDiff,
      [
        (#"shown="4" most="0" least="3""#, #"shown="0" most="0" least="0""#),
        (#"most="1" least="1""#, #"most="0" least="3""#),
      ], .refused("profile.weights")),
    // A third trade contradicts the other two.
    ProfileMutation(
      "trade-contradicts", asked: .matching, "</weighting>",
      #"""
      <trade gains="cost" gainsFrom="16000" gainsTo="0" gives="serious-harm" givesFrom="0" givesTo="40"/>
      </weighting>
      """#, .refused("profile.weights")),
    // No trade leads to a criterion.
    ProfileMutation(
      "trade-missing", asked: .matching,
      #"<trade gains="serious-harm" gainsFrom="40" gainsTo="0" gives="pain-relief" givesFrom="3" givesTo="1"/>"#,
      "", .refused("profile.weights"), at: #"<range criterion="serious"#),
    // A trade goes beyond the range of a criterion.
    ProfileMutation(
      "trade-outside-range", asked: .matching, #"gainsFrom="40""#, #"gainsFrom="41""#,
      .refused("profile.weights")),
    // In a trade a criterion that should get better gets worse.
    ProfileMutation(
      "trade-wrong-way", asked: .matching, #"gainsFrom="40" gainsTo="0""#,
      #"gainsFrom="0" gainsTo="40""#, .refused("profile.weights")),
    // Valid, with a warning: the consistency ratio is above the limit and below 0.20.
    ProfileMutation(
      "warn-contradicts", asked: .pairwise,
      [
        (
          #"criteria="pain-relief cost serious-harm""#,
          #"criteria="pain-relief recovery cost serious-harm""#
        ),
        (
          #"<range criterion="cost" worst="16000" best="0"/>"#,
          #"""
          <range criterion="recovery" worst="7" best="0"/>
          <range criterion="cost" worst="16000" best="0"/>
          """#
        ),
        (
          #"<comparison first="pain-relief" second="cost" ratio="3"/>"#,
          #"""
          <comparison first="pain-relief" second="recovery" ratio="3"/>
          <comparison first="pain-relief" second="cost" ratio="5"/>
          """#
        ),
        (
          #"<comparison first="cost" second="serious-harm" ratio="1/3"/>"#,
          #"""
          <comparison first="recovery" second="cost" ratio="4"/>
          <comparison first="recovery" second="serious-harm" ratio="1/5"/>
          <comparison first="cost" second="serious-harm" ratio="1/3"/>
          """#
        ),
      ], .warned("profile.comparisonsContradict"), at: "<weighting"),
    // Valid, with a warning: two sets give an order only.
    ProfileMutation(
      "warn-few-sets", asked: .maxDiff,
      [
        (#"shown="4" most="3""#, #"shown="2" most="2""#),
        (#"shown="4" most="0" least="3""#, #"shown="2" most="0" least="1""#),
        (#"shown="4" most="1""#, #"shown="2" most="0""#),
      ], .warned("profile.fewShowings"), at: "<weighting"),
    // Valid, with a warning: the ratings look like an order.
    ProfileMutation(
      "warn-ranks-as-ratings", asked: .ratingOfThree,
      [
        (#"points="90""#, #"points="1""#), (#"points="20""#, #"points="2""#),
        (#"points="60""#, #"points="3""#),
      ], .warned("profile.looksLikeRanks"), at: "<weighting"),
  ]
}
