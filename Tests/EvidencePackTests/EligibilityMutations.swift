// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Mistakes in the rules of `eligibility.xml`.
enum EligibilityMutations {
  private static let file = "eligibility.xml"
  private static let frail = "<condition id=\"frail\">\n      <any>"

  /// What stands in place of a part of a condition.
  private static let conditions: [(old: String, new: String)] = [
    // Facts that are not there or cannot hold the value.
    ("<fact id=\"nerve-signs\" is=\"yes\"/>", "<fact id=\"nerve-sign\" is=\"yes\"/>"),
    ("<fact id=\"nerve-signs\" is=\"yes\"/>", "<fact id=\"nerve-signs\" is=\"maybe\"/>"),
    ("<fact id=\"nerve-signs\" is=\"yes\"/>", "<fact id=\"cause\" is=\"yes\"/>"),
    ("<fact id=\"nerve-signs\" is=\"yes\"/>", "<fact id=\"pain-score\" is=\"yes\"/>"),
    ("<fact id=\"nerve-signs\" is=\"yes\"/>", "<measure id=\"nerve-signs\" above=\"1\"/>"),
    ("<fact id=\"nerve-signs\" is=\"yes\"/>", "<levels id=\"nerve-signs\" include=\"L1\"/>"),
    ("<fact id=\"nerve-signs\" is=\"yes\"/>", "<levels id=\"nerve-signs\" moreThan=\"1\"/>"),
    ("<fact id=\"nerve-signs\" is=\"yes\"/>", "<not><fact id=\"x\" is=\"yes\"/></not>"),
    (
      "<fact id=\"nerve-signs\" is=\"yes\"/>",
      "<atLeast count=\"1\"><fact id=\"x\" is=\"no\"/></atLeast>"
    ),
    ("<topPriority criteria=\"cost procedure-time\"/>", "<topPriority criteria=\"money\"/>"),
    // Conditions that are not there or lead back to themselves.
    (
      "<when><condition ref=\"frail\"/></when>\n      <effect",
      "<when><condition ref=\"f\"/></when>\n      <effect"
    ),
    (frail, frail + "<condition ref=\"frail\"/>"),
    (frail, frail + "<condition ref=\"leak-reason\"/><condition ref=\"second\"/>"),
    (frail, frail + String(repeating: "<condition ref=\"frail\"/>", count: 40)),
    (
      "<condition id=\"chronic\">",
      "<condition id=\"one\"><not><condition ref=\"two\"/></not></condition>"
        + "<condition id=\"two\"><condition ref=\"one\"/></condition><condition id=\"chronic\">"
    ),
    (
      "reason=\"condition.cancer.no-fit\"><condition ref=\"cancer\"/>",
      "reason=\"condition.cancer.no-fit\"><condition ref=\"x\"/>"
    ),
    (
      "<fact id=\"mri-done\" is=\"no\"/><fact id=\"mri-oedema\" is=\"yes no\"/>",
      "<fact id=\"mri-done\" is=\"never\"/><fact id=\"mri-oedema\" is=\"yes no\"/>"
    ),
    ("<sex is=\"male\"/><age atLeast=\"56\"/>", "<fact id=\"x\" is=\"yes\"/>"),
  ]

  static let all: [PackMutation] =
    conditions.map { PackMutation(file, $0.old, $0.new, "eligibility.condition") } + [
      PackMutation(
        "documents.xml", "<fact id=\"cause\" is=\"cancer\"/>", "<fact id=\"x\" is=\"cancer\"/>",
        "eligibility.condition", at: file),
      PackMutation(
        file, "<settled as=\"no\">", "<settled as=\"never\">", "eligibility.condition"),
      PackMutation(
        file,
        "<when><always/></when>\n      <effect alternative=\"vertebroplasty\" is=\"required\"/>",
        "<when><always/></when>", "eligibility.effects"),
      PackMutation(
        file,
        "<when><always/></when>\n      <effect alternative=\"vertebroplasty\" is=\"required\"/>",
        "<when><always/></when>\n      <effect alternative=\"kyphoplasty\" is=\"required\"/>",
        "eligibility.effects"),
      PackMutation(
        file, "<when><always/></when>", "<when><never/></when>", "xml.elementUnexpected",
        "<never/>"),
      PackMutation(
        file, "<fact id=\"cause\" kind=\"choice\"", "<fact id=\"cause\" kind=\"guess\"",
        "xml.value", "kind=\"guess\""),
    ]
}
