// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A valid way in which the weights of a decision problem can come about.
package enum ProblemWeighting: String, CaseIterable, Sendable {
  /// That of the good problem, as it stands.
  case swing
  case branchFirst
  case bestWorst
  case pairwise
  case matching
  case maxDiff
  case intervalSwing
  case hundredPoints
  case directRating
  case given

  /// The element with the answers; nil: that of the good problem.
  package var element: String? {
    switch self {
    case .swing: nil
    case .branchFirst:
      #"""
      <branchFirst>
            <branches method="hundredPoints">
              <share branch="gain" points="60"/>
              <share branch="loss" points="40"/>
            </branches>
            <within branch="loss" method="swing">
              <swing criterion="harm" worst="0.5" best="0" points="100"/>
              <swing criterion="days" worst="30" best="0" points="50"/>
            </within>
          </branchFirst>
      """#
    case .bestWorst:
      #"""
      <weighting method="bestWorst" mostImportant="relief" leastImportant="days">
            <compared criterion="relief" worst="0" best="10" fromMost="1" toLeast="4"/>
            <compared criterion="harm" worst="0.5" best="0" fromMost="2" toLeast="2"/>
            <compared criterion="days" worst="30" best="0" fromMost="4" toLeast="1"/>
          </weighting>
      """#
    case .pairwise:
      #"""
      <weighting method="pairwise">
            <range criterion="relief" worst="0" best="10"/>
            <range criterion="harm" worst="0.5" best="0"/>
            <range criterion="days" worst="30" best="0"/>
            <comparison first="relief" second="harm" ratio="3"/>
            <comparison first="relief" second="days" ratio="1"/>
            <comparison first="harm" second="days" ratio="1/3"/>
          </weighting>
      """#
    case .matching:
      #"""
      <weighting method="matching">
            <range criterion="relief" worst="0" best="10"/>
            <range criterion="harm" worst="0.5" best="0"/>
            <range criterion="days" worst="30" best="0"/>
            <trade gains="relief" gainsFrom="0" gainsTo="5" gives="harm" givesFrom="0" givesTo="0.1"/>
            <trade gains="days" gainsFrom="30" gainsTo="0" gives="relief" givesFrom="10" givesTo="5"/>
          </weighting>
      """#
    case .maxDiff:
      #"""
      <weighting method="maxDiff">
            <counted criterion="relief" worst="0" best="10" shown="4" most="3" least="0"/>
            <counted criterion="harm" worst="0.5" best="0" shown="4" most="1" least="1"/>
            <counted criterion="days" worst="30" best="0" shown="4" most="0" least="3"/>
          </weighting>
      """#
    case .intervalSwing:
      #"""
      <weighting method="intervalSwing">
            <interval criterion="relief" worst="0" best="10" low="100" high="100"/>
            <interval criterion="harm" worst="0.5" best="0" low="40" high="60"/>
            <interval criterion="days" worst="30" best="0" low="10" high="20"/>
          </weighting>
      """#
    case .hundredPoints:
      #"""
      <weighting method="hundredPoints">
            <share criterion="relief" worst="0" best="10" points="50"/>
            <share criterion="harm" worst="0.5" best="0" points="30"/>
            <share criterion="days" worst="30" best="0" points="20"/>
          </weighting>
      """#
    case .directRating:
      #"""
      <weighting method="directRating">
            <rating criterion="relief" worst="0" best="10" points="50"/>
            <rating criterion="harm" worst="0.5" best="0" points="30"/>
            <rating criterion="days" worst="30" best="0" points="20"/>
          </weighting>
      """#
    case .given:
      #"""
      <weighting method="given">
            <weight criterion="relief" worst="0" best="10" value="0.5"/>
            <weight criterion="harm" worst="0.5" best="0" value="0.3"/>
            <weight criterion="days" worst="30" best="0" value="0.2"/>
          </weighting>
      """#
    }
  }
}
