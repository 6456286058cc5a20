// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import SampleSupport

/// Mistakes in the text catalogue and in the plan of the documents.
enum TextMutations {
  private static let file = "text.en.xml"

  static let all: [PackMutation] = [
    // A text that is missing, and one that is not used.
    PackMutation(
      file, "id=\"pack.title\"", "id=\"pack.titel\"", "text.missing", at: "evidence.xml",
      "updatePolicy=\"pack.updatePolicy\" funding"),
    PackMutation(
      file, "id=\"pack.title\"", "id=\"pack.titel\"", "text.unused", "id=\"pack.titel\""),
    PackMutation(
      file, "id=\"phrase.why-heading\"", "id=\"phrase.why-title\"", "text.missing", at: "program"),
    PackMutation(
      file, "id=\"fact.cause.name\"", "id=\"fact.cause.nam\"", "text.missing",
      at: "eligibility.xml", "<fact id=\"cause\" kind"),
    PackMutation(
      file, "id=\"handout.side-by-side.read\"", "id=\"handout.side-by-side.reads\"", "text.missing",
      at: "documents.xml", "text=\"handout.side-by-side.read\""),
    PackMutation(
      file, "id=\"pack.decision\"", "id=\"pack.title\"", "text.duplicate",
      "<text id=\"pack.title\">\((try? Said.text("pack.decision")) ?? "")"),
    // Parameters.
    PackMutation(
      file, "id=\"phrase.status-open\" parameters=\"option\"", "id=\"phrase.status-open\"",
      "text.parameterUndeclared", "id=\"phrase.status-open\""),
    PackMutation(
      file, "id=\"phrase.status-open\" parameters=\"option\"", "id=\"phrase.status-open\"",
      "text.parameters", "id=\"phrase.status-open\""),
    PackMutation(
      file, "id=\"phrase.status-open\" parameters=\"option\"",
      "id=\"phrase.status-open\" parameters=\"option other\"", "text.parameterUnused",
      "id=\"phrase.status-open\""),
    PackMutation(
      file, "id=\"phrase.status-open\" parameters=\"option\"",
      "id=\"phrase.status-open\" parameters=\"choice\"", "text.parameters",
      "id=\"phrase.status-open\""),
    PackMutation(
      file, "id=\"phrase.status-open\" parameters=\"option\">",
      "id=\"phrase.status-open\" parameters=\"option\">{other} ", "text.parameterUndeclared",
      "id=\"phrase.status-open\""),
    PackMutation(
      file, "id=\"phrase.why-heading\">", "id=\"phrase.why-heading\" one=\"{n}\">",
      "text.parameterUndeclared", "id=\"phrase.why-heading\""),
    PackMutation(
      file, "id=\"phrase.why-heading\">", "id=\"phrase.why-heading\">{n ", "text.braces",
      "id=\"phrase.why-heading\""),
    // Numbers in words and figures.
    PackMutation(
      file, "id=\"phrase.why-heading\">", "id=\"phrase.why-heading\">2 ", "text.digits",
      "id=\"phrase.why-heading\""),
    PackMutation(
      file, "id=\"phrase.why-heading\">", "id=\"phrase.why-heading\" one=\"1\">", "text.digits",
      "id=\"phrase.why-heading\""),
    PackMutation(
      file, "id=\"handout.after-care.home\">", "id=\"handout.after-care.home\">{=home-next-dax} ",
      "text.figure",
      "id=\"handout.after-care.home\""),
    PackMutation(
      file, "id=\"handout.after-care.home\">",
      "id=\"handout.after-care.home\">{=cost.vertebroplasty} ",
      "text.figure",
      "id=\"handout.after-care.home\""),
    PackMutation(
      file, "id=\"handout.after-care.home\">", "id=\"handout.after-care.home\">{=pain-scale.of} ",
      "text.figure",
      "id=\"handout.after-care.home\""),
    PackMutation(
      file, "id=\"handout.after-care.home\">", "id=\"handout.after-care.home\">{=pain-scale.rest} ",
      "text.figure",
      "id=\"handout.after-care.home\""),
    PackMutation(
      file, "id=\"handout.after-care.home\">", "id=\"handout.after-care.home\">{=pain-scale.low} ",
      "text.figure",
      "id=\"handout.after-care.home\""),
    PackMutation(
      file, "id=\"handout.after-care.home\">",
      "id=\"handout.after-care.home\">{=procedure-time.vertebroplasty.of} ",
      "text.figure",
      "id=\"handout.after-care.home\""),
    // The form of the file.
    PackMutation(
      file, "id=\"phrase.why-heading\">", "id=\"phrase.why-heading\"><b>", "xml.notWellFormed",
      "id=\"phrase.why-heading\""),
    PackMutation(
      file, "id=\"phrase.why-heading\">", "id=\"phrase.why-heading\">& ", "xml.notWellFormed",
      "id=\"phrase.why-heading\""),
    PackMutation(
      file, "direction=\"ltr\"", "direction=\"up\"", "xml.value", "direction=\"up\""),
    PackMutation(
      file, "id=\"phrase.why-heading\"", "id=\"Phrase\"", "xml.value", "<text id=\"Phrase\""),
    // The plan.
    PackMutation(
      "documents.xml", "<insert passage=\"keyNumbers\"/>", "<insert passage=\"urgently\"/>",
      "documents.passage", "\"urgently\""),
    PackMutation(
      "documents.xml", "<paragraph text=\"handout.side-by-side.read\"",
      "<paragraph when=\"raining\" text=\"handout.side-by-side.read\"", "documents.condition",
      "\"raining\""),
    PackMutation(
      "documents.xml", "<item text=\"cancer.care.team\"/>",
      "<item when=\"raining\" text=\"cancer.care.team\"/>",
      "documents.condition",
      "\"raining\""),
    PackMutation(
      "documents.xml", "<item text=\"cancer.care.team\"/>", "", "text.unused",
      at: "text.en.xml", "id=\"cancer.care.team\""),
    PackMutation(
      "documents.xml", "<item text=\"cancer.care.team\"/>",
      "<item text=\"cancer.care.team\" alternative=\"nothing\"/>",
      "documents.alternative",
      "\"nothing\""),
    // What the finished handout must keep to.
    PackMutation(
      "documents.xml", "<balance words=\"0.10\" numbers=\"0.65\" sections=\"options",
      "<balance words=\"0.10\" numbers=\"0.65\" sections=\"choices", "pack.unknownReference"),
    PackMutation(
      file, "explainedBy=\"option.vertebroplasty.guidance\"",
      "explainedBy=\"option.vertebroplasty.guidance.ten\"", "text.missing", "guidance.ten"),
    PackMutation(
      file, "<refused phrase=\"1 in\"/>", "<refused/>", "xml.attributeMissing",
      "<refused/>"),
    PackMutation(
      "documents.xml", "<paragraph text=\"handout.side-by-side.read\"/>",
      "<poem text=\"handout.side-by-side.read\"/>", "xml.elementUnexpected", "<poem"),
  ]
}
