// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Ids that stand twice, and ids that name nothing.
enum ReferenceMutations {
  /// The file, the element, the id that stays, and the id that becomes it.
  private static let twice: [(String, String, String, String)] = [
    ("evidence.xml", "<alternative", "vertebroplasty", "kyphoplasty"),
    ("evidence.xml", "<criterion", "pain-relief", "cement-leak"),
    ("evidence.xml", "<figure", "eased-before", "pain-scale"),
    ("evidence.xml", "<region", "US", "EU"),
    ("evidence.xml", "<branch", "relief", "burden"),
    ("evidence.xml", "<panel", "seven", "b"),
    ("evidence.xml", "<question", "procedure-or-none", "which-procedure"),
    ("evidence.xml", "<outcome", "eased-before", "pain-after-year"),
    ("sources.xml", "<source", "buchbinder2018", "kallmes2009"),
    ("eligibility.xml", "<fact", "cause", "levels"),
    ("eligibility.xml", "<rule", "neuro_deficit", "cleft"),
    ("eligibility.xml", "<flag", "in-hospital", "kyphosis"),
    ("eligibility.xml", "<contradiction", "mri", "pain"),
    ("eligibility.xml", "<position", "nice-2013", "nass"),
  ]

  /// The file, the old text, and the text that names something that is not there.
  private static let unknown: [(String, String, String)] = [
    (
      "evidence.xml", "asked\" certainty=\"moderate\" basis=\"measured\" sources=\"klazen2010\"/>",
      "asked\" certainty=\"moderate\" basis=\"measured\" sources=\"klazen2100\"/>"
    ),
    ("evidence.xml", "sources=\"buchbinder2018\">", "sources=\"buchbinder2081\">"),
    ("evidence.xml", "sources=\"consumer_article maxin_web\"", "sources=\"maxim_web\""),
    ("evidence.xml", "figure=\"eased-before\"/>", "figure=\"eased\"/>"),
    (
      "evidence.xml", "worthwhile=\"1.5\" branch=\"relief\"",
      "worthwhile=\"1.5\" branch=\"relieve\""
    ),
    (
      "evidence.xml", "needs=\"pain-relief serious-harm\"", "needs=\"relief serious-harm\""
    ),
    (
      "evidence.xml", "<panel id=\"b\" name=\"panel.b\" criteria=\"height-restoration",
      "<panel id=\"b\" name=\"panel.b\" criteria=\"height"
    ),
    ("evidence.xml", "<byRegion region=\"IN\"", "<byRegion region=\"INDIA\""),
    (
      "eligibility.xml", "sources=\"cms_lcd vertos2_excl vapour_excl\"\n      reason=\"rule.active",
      "sources=\"cms_lcd vertos_excl vapour_excl\"\n      reason=\"rule.active"
    ),
    (
      "evidence.xml", "measures=\"leak\">",
      "measures=\"leak\"><dependsOn criterion=\"money\" reason=\"pack.title\"/>"
    ),
    // Nothing depends on itself.
    (
      "evidence.xml", "measures=\"leak\">",
      "measures=\"leak\"><dependsOn criterion=\"cement-leak\" reason=\"pack.title\"/>"
    ),
    (
      "eligibility.xml", "conflict=\"firanescu2018 staples2011 ebeling2019\"",
      "conflict=\"ebeling\""
    ),
    (
      "eligibility.xml", "flag.very-recent.clinician\" sources=\"josr2021 josr2019\"",
      "flag.very-recent.clinician\" sources=\"josr\""
    ),
    (
      "eligibility.xml", "guideline.nice-2013.says\" sources=\"nice2013\"",
      "guideline.nice-2013.says\" sources=\"nice\""
    ),
  ]

  static let all: [PackMutation] =
    twice.map { file, element, first, second in
      PackMutation(
        file, "\(element) id=\"\(second)\"", "\(element) id=\"\(first)\"", "pack.duplicate")
    } + [
      PackMutation(
        "eligibility.xml", "<condition id=\"chronic\">", "<condition id=\"painful\">",
        "eligibility.duplicate", "<condition id=\"painful\"><measure")
    ] + unknown.map { PackMutation($0.0, $0.1, $0.2, "pack.unknownReference") } + [
      PackMutation(
        "evidence.xml", "alternatives=\"vertebroplasty kyphoplasty\" name",
        "alternatives=\"vertebroplasty surgery\" name", "pack.unknownReference",
        "told=\"feeling.procedure.told\"")
    ]
}
