// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A valid way in which the weights of a profile can have been asked.
package enum AskedWay: String, CaseIterable, Sendable {
  /// That of the good profile, as it stands.
  case swing
  /// Every criterion of the list rated by itself.
  case directRating
  /// A hundred points shared out.
  case hundredPoints
  /// Points of branches, then of the criteria in each.
  case branchFirst
  /// Three criteria of a list of their own, rated.
  case ratingOfThree
  /// Three criteria, compared with the most and the least important one.
  case bestWorst
  /// Three criteria, compared in pairs.
  case pairwise
  /// Three criteria, weighed by what one would give up.
  case matching
  /// Three criteria, with ranges of points.
  case intervalSwing
  /// Three criteria, picked from sets.
  case maxDiff

  /// The element `preferences`; nil: that of the good profile.
  var preferences: String? {
    switch self {
    case .swing: nil
    case .directRating:
      #"""
      <preferences status="stated" panel="seven">
          <weighting method="directRating" asked="2025-09-02">
            <rating criterion="pain-relief" worst="0" best="3" points="50"/>
            <rating criterion="height-restoration" worst="0" best="6" points="50"/>
            <rating criterion="procedure-time" worst="60" best="20" points="50"/>
            <rating criterion="recovery" worst="7" best="0" points="50"/>
            <rating criterion="cost" worst="16000" best="0" points="50"/>
            <rating criterion="cement-leak" worst="90" best="60" points="50"/>
            <rating criterion="serious-harm" worst="40" best="0" points="50"/>
          </weighting>
        </preferences>
      """#
    case .hundredPoints:
      #"""
      <preferences status="stated" panel="seven">
          <weighting method="hundredPoints" asked="2025-09-02">
            <share criterion="pain-relief" worst="0" best="3" points="40"/>
            <share criterion="height-restoration" worst="0" best="6" points="5"/>
            <share criterion="procedure-time" worst="60" best="20" points="3"/>
            <share criterion="recovery" worst="7" best="0" points="7"/>
            <share criterion="cost" worst="16000" best="0" points="25"/>
            <share criterion="cement-leak" worst="90" best="60" points="5"/>
            <share criterion="serious-harm" worst="40" best="0" points="15"/>
          </weighting>
        </preferences>
      """#
    case .branchFirst:
      #"""
      <preferences status="stated" panel="seven">
          <weighting method="branchFirst" asked="2025-10-06">
            <branch id="relief" points="40">
              <share criterion="pain-relief" worst="0" best="3" points="90"/>
              <share criterion="height-restoration" worst="0" best="6" points="10"/>
            </branch>
            <branch id="burden" points="30">
              <share criterion="procedure-time" worst="60" best="20" points="10"/>
              <share criterion="recovery" worst="7" best="0" points="60"/>
              <share criterion="cost" worst="16000" best="0" points="30"/>
            </branch>
            <branch id="risk" points="30">
              <share criterion="cement-leak" worst="90" best="60" points="25"/>
              <share criterion="serious-harm" worst="40" best="0" points="75"/>
            </branch>
          </weighting>
        </preferences>
      """#
    case .ratingOfThree:
      #"""
      <preferences status="stated" panel="own" criteria="pain-relief cost serious-harm">
          <weighting method="directRating">
            <rating criterion="pain-relief" worst="0" best="3" points="90"/>
            <rating criterion="cost" worst="16000" best="0" points="20"/>
            <rating criterion="serious-harm" worst="40" best="0" points="60"/>
          </weighting>
        </preferences>
      """#
    case .bestWorst:
      #"""
      <preferences status="stated" panel="own" criteria="pain-relief cost serious-harm">
          <weighting method="bestWorst" mostImportant="pain-relief" leastImportant="cost">
            <compared criterion="pain-relief" worst="0" best="3" fromMost="1" toLeast="4"/>
            <compared criterion="cost" worst="16000" best="0" fromMost="4" toLeast="1"/>
            <compared criterion="serious-harm" worst="40" best="0" fromMost="2" toLeast="2"/>
          </weighting>
        </preferences>
      """#
    case .pairwise:
      #"""
      <preferences status="stated" panel="own" criteria="pain-relief cost serious-harm">
          <weighting method="pairwise">
            <range criterion="pain-relief" worst="0" best="3"/>
            <range criterion="cost" worst="16000" best="0"/>
            <range criterion="serious-harm" worst="40" best="0"/>
            <comparison first="pain-relief" second="cost" ratio="3"/>
            <comparison first="pain-relief" second="serious-harm" ratio="1"/>
            <comparison first="cost" second="serious-harm" ratio="1/3"/>
          </weighting>
        </preferences>
      """#
    case .matching:
      #"""
      <preferences status="stated" panel="own" criteria="pain-relief cost serious-harm">
          <weighting method="matching">
            <range criterion="pain-relief" worst="0" best="3"/>
            <range criterion="cost" worst="16000" best="0"/>
            <range criterion="serious-harm" worst="40" best="0"/>
            <trade gains="cost" gainsFrom="16000" gainsTo="0" gives="pain-relief" givesFrom="3" givesTo="2"/>
            <trade gains="serious-harm" gainsFrom="40" gainsTo="0" gives="pain-relief" givesFrom="3" givesTo="1"/>
          </weighting>
        </preferences>
      """#
    case .intervalSwing:
      #"""
      <preferences status="stated" panel="own" criteria="pain-relief cost serious-harm">
          <weighting method="intervalSwing">
            <interval criterion="pain-relief" worst="0" best="3" low="100" high="100"/>
            <interval criterion="cost" worst="16000" best="0" low="10" high="40"/>
            <interval criterion="serious-harm" worst="40" best="0" low="20" high="40"/>
          </weighting>
        </preferences>
      """#
    case .maxDiff:
      #"""
      <preferences status="stated" panel="own" criteria="pain-relief cost serious-harm">
          <weighting method="maxDiff">
            <counted criterion="pain-relief" worst="0" best="3" shown="4" most="3" least="0"/>
            <counted criterion="cost" worst="16000" best="0" shown="4" most="0" least="3"/>
            <counted criterion="serious-harm" worst="40" best="0" shown="4" most="1" least="1"/>
          </weighting>
        </preferences>
      """#
    }
  }
}
