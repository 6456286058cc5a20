// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Mistakes in the numbers of `evidence.xml`.
enum EvidenceMutations {
  private static let file = "evidence.xml"
  private static let leakEnd = "measures=\"leak\">"
  private static let leak =
    "<performance alternative=\"kyphoplasty\" certainty=\"moderate\" reason=\"reason.cement-leak"
  private static let height =
    "alternative=\"kyphoplasty\" relativeTo=\"vertebroplasty\" operation=\"sum\" certainty=\"low\"\n"
    + "          reason=\"reason.height-restoration.kyphoplasty\""
  private static let heightEnd =
    "sources=\"xing2013 vanmeirhaeghe2013\"\n          needsReview=\"true\">"

  /// Days that would be compared, or printed, wrongly, and days in the wrong order.
  private static let days: [PackMutation] =
    [
      ("useUntil", "2028-11-22", "2028-11-22Z"), ("useUntil", "2028-11-22", "10028-11-22"),
      ("useUntil", "2028-11-22", "2028-02-30"), ("reviewBy", "2027-11-22", "2027-11-22-05:00"),
      ("reviewBy", "2027-11-22", "12027-11-22"), ("searched", "2026-11-22", "2026-11-22+14:00"),
      ("searched", "2026-11-22", "0026-11-22"),
    ].map { name, old, new in
      PackMutation(
        file, "\(name)=\"\(old)\"", "\(name)=\"\(new)\"", "xml.value", "\(name)=\"\(new)\"")
    } + [
      PackMutation(
        file, "reviewBy=\"2027-11-22\"", "reviewBy=\"2028-11-23\"", "evidence.days"),
      PackMutation(
        file, "searched=\"2026-11-22\"", "searched=\"2027-11-23\"", "evidence.days"),
    ]

  static let all: [PackMutation] =
    days + [
      // A number without its source.
      PackMutation(
        file, "asked\" certainty=\"moderate\" basis=\"measured\" sources=\"klazen2010\"/>",
        "asked\" certainty=\"moderate\" basis=\"measured\" sources=\"\"/>",
        "evidence.numberWithoutSource",
        "asked\" certainty=\"moderate\" basis=\"measured\" sources=\"\""
      ),
      PackMutation(
        file, "basis=\"measured\" sources=\"buchbinder2018\">", "basis=\"measured\" sources=\"\">",
        "evidence.numberWithoutSource", "basis=\"measured\" sources=\"\">"),
      PackMutation(
        file, "basis=\"derived\" sources=\"dohm2014\">", "basis=\"derived\" sources=\" \">",
        "evidence.numberWithoutSource", "basis=\"derived\" sources=\" \">"),
      // A cell that is missing, stands twice, or belongs to nothing.
      PackMutation(
        file, leak, leak.replacing("kyphoplasty", with: "vertebroplasty"), "evidence.cell", leakEnd),
      PackMutation(
        file, leak, leak.replacing("kyphoplasty", with: "surgery"), "evidence.unknownAlternative",
        "alternative=\"surgery\" certainty=\"moderate\" reason=\"reason.cement-leak.kyphoplasty\"\n "
      ),
      // The ends of a range.
      PackMutation(
        file, "worst=\"0\" best=\"3\" decimals=\"1\" measures=\"pain\"",
        "worst=\"0\" best=\"1\" decimals=\"1\" measures=\"pain\"", "question.rangeOutside",
        "measures=\"pain\">"),
      PackMutation(
        file, "worst=\"0\" best=\"3\" decimals=\"1\" measures=\"pain\"",
        "worst=\"3\" best=\"0\" decimals=\"1\" measures=\"pain\"", "evidence.problem"),
      PackMutation(
        file, "worst=\"0\" best=\"3\" decimals=\"1\" measures=\"pain\"",
        "worst=\"3\" best=\"3\" decimals=\"1\" measures=\"pain\"", "evidence.problem"),
      PackMutation(
        file, "<byRegion region=\"IN\" roundTo=\"1000\" worst=\"800000\"",
        "<byRegion region=\"IN\" roundTo=\"1000\" worst=\"100000\"",
        "question.rangeOutside", "measures=\"money\">"),
      PackMutation(
        file, "worst=\"0\" best=\"3\" decimals=\"1\" measures=\"pain\"",
        "best=\"3\" decimals=\"1\" measures=\"pain\"", "evidence.anchors", "measures=\"pain\">"),
      PackMutation(
        file, "<byRegion region=\"IN\"", "<byRegion region=\"US\"", "evidence.problem"),
      // Nobody guesses which way a criterion gets better.
      PackMutation(
        file, "direction=\"higherIsBetter\" worst=\"0\" best=\"3\"", "worst=\"0\" best=\"3\"",
        "xml.attributeMissing", "measures=\"pain\">"),
      PackMutation(
        file, "direction=\"higherIsBetter\" worst=\"0\" best=\"3\"",
        "direction=\"lowerIsBetter\" worst=\"0\" best=\"3\"", "evidence.problem"),
      // Numbers that do not fit together.
      PackMutation(
        file, "<normal estimate=\"0.7\" low=\"0.3\" high=\"1.2\"/>",
        "<normal estimate=\"0.7\" low=\"1.2\" high=\"0.3\"/>", "evidence.distribution",
        "sources=\"buchbinder2018\">"),
      PackMutation(
        file, "<normal estimate=\"0.7\" low=\"0.3\" high=\"1.2\"/>",
        "<normal estimate=\"1.3\" low=\"0.3\" high=\"1.2\"/>", "evidence.distribution",
        "sources=\"buchbinder2018\">"),
      // What no distribution can have is refused, not taken for a level without doubt.
      PackMutation(
        file, "<normal estimate=\"0.7\" low=\"0.3\" high=\"1.2\"/>",
        "<truncatedNormal estimate=\"0.7\" low=\"-0.9\" high=\"2.3\" floor=\"0\" ceiling=\"10\" "
          + "match=\"meanSD\"/>", "evidence.distribution", "sources=\"buchbinder2018\">"),
      PackMutation(
        file, "<normal estimate=\"0.7\" low=\"0.3\" high=\"1.2\"/>",
        "<betaInterval low=\"0.01\" high=\"0.010001\"/>", "evidence.distribution",
        "sources=\"buchbinder2018\">"),
      PackMutation(
        file, "<normal estimate=\"0.7\" low=\"0.3\" high=\"1.2\"/>",
        "<beta events=\"0\" n=\"100000000\"/>", "evidence.distribution",
        "sources=\"buchbinder2018\">"),
      PackMutation(
        file, "<beta events=\"74\" n=\"172\"/>", "<beta events=\"173\" n=\"172\"/>",
        "evidence.distribution", "reason=\"reason.further-collapse.care\" basis=\"derived\"\n "),
      PackMutation(
        file, "<lognormal low=\"60000\" high=\"265000\"/>",
        "<lognormal low=\"0\" high=\"265000\"/>",
        "evidence.distribution", "sources=\"consumer_article maxin_web\">"),
      PackMutation(
        file, "<normal estimate=\"0.7\" low=\"0.3\" high=\"1.2\"/>",
        "<normal estimate=\"0,7\" low=\"0.3\" high=\"1.2\"/>", "xml.value", "estimate=\"0,7\""),
      // A level that is shared.
      PackMutation(
        file, height, height.replacing(" operation=\"sum\"", with: ""), "evidence.baseline",
        heightEnd
      ),
      PackMutation(
        file, height,
        height.replacing("relativeTo=\"vertebroplasty\"", with: "relativeTo=\"surgery\""),
        "evidence.unknownAlternative", heightEnd),
      PackMutation(
        file, height,
        height.replacing("relativeTo=\"vertebroplasty\"", with: "relativeTo=\"kyphoplasty\""),
        "evidence.problem"),
      // Options and outcomes.
      PackMutation(
        file, "<step text=\"option.care.body\"/>",
        "<step text=\"option.care.body\"/><step text=\"option.care.feelings\"/>",
        "evidence.aspects"),
      PackMutation(
        file, "<step text=\"option.kyphoplasty.body\"/>",
        "<step text=\"option.kyphoplasty.body\"/><step text=\"option.kyphoplasty.body\"/>",
        "evidence.aspects"),
      PackMutation(
        file, "<result alternative=\"care\" figure=\"eased-before\"/>", "", "evidence.outcome"),
      PackMutation(
        file, "<result alternative=\"care\" figure=\"eased-before\"/>",
        "<result alternative=\"care\"/>", "evidence.result", "<result alternative=\"care\"/>"),
      PackMutation(
        file, "<result alternative=\"care\" figure=\"eased-before\"/>",
        "<result alternative=\"care\" figure=\"eased-before\" instead=\"outcome.instead.before\"/>",
        "evidence.result", "figure=\"eased-before\" instead"),
      // The form of the file.
      PackMutation(file, "</evidence>", "</evidences>", "xml.notWellFormed", "</evidences>"),
      PackMutation(
        file, "<evidence xmlns", "<!DOCTYPE evidence>\n<evidence xmlns", "xml.doctype",
        "<!DOCTYPE evidence>"),
      PackMutation(
        file, "basis=\"measured\" sources=\"buchbinder2018\">",
        "basis=\"heard\" sources=\"buchbinder2018\">", "xml.value", "basis=\"heard\""),
      PackMutation(
        file, "<beta events=\"157\" n=\"214\"/>", "", "xml.elementMissing",
        "reason=\"reason.cement-leak.kyphoplasty\"\n "),
    ]
}
