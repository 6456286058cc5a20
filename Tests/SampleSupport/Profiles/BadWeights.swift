// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Profiles whose points, days of asking, lists or limits are wrong.
enum BadWeights {
  static let all: [ProfileMutation] = [
    // Weights asked before 2000.
    ProfileMutation(
      "asked-1999", #"asked="2025-09-02""#, #"asked="1999-12-31""#, .refused("xml.value")),
    // Weights asked on the day of the documents, and a telephone number with an extension.
    ProfileMutation(
      "asked-today",
      [
        (#"phone="555-0199""#, #"phone="+49 (0)30 / 555-0199 ext. 12""#),
        (#"asked="2025-09-02""#, #"asked="2026-11-22""#),
      ], .accepted),
    // Weights asked after the day of the documents.
    ProfileMutation(
      "asked-tomorrow", #"asked="2025-09-02""#, #"asked="2026-11-23""#, .refused("profile.asked")),
    // Two answers for procedure-time.
    ProfileMutation(
      "duplicate-criterion", #"<swing criterion="recovery" worst="7" best="0" points="20"/>"#,
      #"""
      <swing criterion="procedure-time" worst="60" best="20" points="10"/>
      <swing criterion="recovery" worst="7" best="0" points="20"/>
      """#, .refused("profile.weights")),
    // A limit with neither atMost nor atLeast.
    ProfileMutation(
      "limit-without-bound", "</preferences>",
      #"""
      <limit criterion="cement-leak"/>
      </preferences>
      """#, .refused("profile.limit")),
    // No answer for procedure-time, which the panel holds.
    ProfileMutation(
      "missing-criterion", #"<swing criterion="procedure-time" worst="60" best="20" points="10"/>"#,
      "", .refused("profile.weights"), at: "<weighting"),
    // Points of procedure-time below zero.
    ProfileMutation(
      "negative-weight", #"points="10""#, #"points="-10""#, .refused("xml.value")),
    // Not asked, yet a weighting follows.
    ProfileMutation(
      "not-asked-with-weighting", #"status="stated""#, #"status="notAsked""#,
      .refused("profile.weightingNotStated")),
    // Panel own without the list of criteria.
    ProfileMutation(
      "own-panel-without-criteria", #"panel="seven""#, #"panel="own""#, .refused("profile.ownList")),
    // Preferences stated, but no weighting follows.
    ProfileMutation(
      "stated-without-weighting",
      #"""
      <preferences status="stated" panel="seven">
          <weighting method="swing" asked="2025-09-02">
            <swing criterion="pain-relief" worst="0" best="3" points="100"/>

            <swing criterion="height-restoration" worst="0" best="6" points="45"/>
            <swing criterion="procedure-time" worst="60" best="20" points="10"/>
            <swing criterion="recovery" worst="7" best="0" points="20"/>
            <swing criterion="cost" worst="16000" best="0" points="15"/>
            <swing criterion="cement-leak" worst="90" best="60" points="30"/>
            <swing criterion="serious-harm" worst="40" best="0" points="80"/>

          </weighting>
        </preferences>
      """#, #"<preferences status="stated" panel="seven"/>"#, .refused("profile.noWeighting")),
    // A panel that the pack does not have.
    ProfileMutation(
      "unknown-panel", #"panel="seven""#, #"panel="everything""#, .refused("profile.panel")),
    // Valid, with a warning: a limit on a criterion that counts for nothing.
    ProfileMutation(
      "warn-limit-without-weight",
      [
        (#"panel="seven""#, #"panel="own" criteria="pain-relief cost serious-harm""#),
        (#" asked="2025-09-02""#, ""),
        (
          #"""
          <swing criterion="height-restoration" worst="0" best="6" points="45"/>
                <swing criterion="procedure-time" worst="60" best="20" points="10"/>
                <swing criterion="recovery" worst="7" best="0" points="20"/>
                <swing criterion="cost" worst="16000" best="0" points="15"/>
                <swing criterion="cement-leak" worst="90" best="60" points="30"/>
                <swing criterion="serious-harm" worst="40" best="0" points="80"/>
          """#,
          #"""
          <swing criterion="cost" worst="16000" best="0" points="0"/>
          <swing criterion="serious-harm" worst="40" best="0" points="50"/>
          """#
        ),
        (
          "</preferences>",
          #"""
          <limit criterion="cost" atMost="9000"/>
          </preferences>
          """#
        ),
      ], .warned("profile.limitWithoutWeight"), at: "<limit criterion"),
    // Points of procedure-time with a decimal comma.
    ProfileMutation(
      "weights-comma", #"points="10""#, #"points="0,5""#, .refused("xml.value")),
    // Points of procedure-time with a dot for thousands and a decimal comma.
    ProfileMutation(
      "weights-german", #"points="10""#, #"points="1.234,5""#, .refused("xml.value")),
    // Points of procedure-time in base sixteen.
    ProfileMutation(
      "weights-hex", #"points="10""#, #"points="0x1A""#, .refused("xml.value")),
    // Points of procedure-time without end.
    ProfileMutation(
      "weights-infinite", #"points="10""#, #"points="INF""#, .refused("xml.value")),
    // Points of procedure-time are not a number.
    ProfileMutation(
      "weights-nan", #"points="10""#, #"points="NaN""#, .refused("xml.value")),
    // Points of procedure-time beyond what a number type holds.
    ProfileMutation(
      "weights-overflow", #"points="10""#, #"points="1e400""#, .refused("xml.value")),
    // The range of further-collapse begins at 50 and not at 60.
    ProfileMutation(
      "wrong-anchors", #"best="6""#, #"best="5""#, .refused("profile.weights")),
  ]
}
