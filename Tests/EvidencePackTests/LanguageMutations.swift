// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Mistakes in how a catalogue says that its language writes.
enum LanguageMutations {
  private static let file = "text.en.xml"

  static let all: [PackMutation] = [
    // Plurals: a category that a text lacks, that the language lacks, that is not one, and a rule
    // that nobody can follow.
    PackMutation(
      file, "one=\"{n} minute\"", "two=\"{n} minutes\"", "text.plural",
      "id=\"criterion.procedure-time.level\""),
    PackMutation(
      file, "one=\"{n} minute\"", "one=\"{n} minute\" few=\"{n} minutes\"", "text.plural",
      "few=\"{n} minutes\""),
    PackMutation(
      file, "category=\"one\"", "category=\"single\"", "xml.value", "category=\"single\""),
    PackMutation(
      file, "<plural category=\"one\">i = 1 and v = 0</plural>", "", "text.plural",
      "id=\"criterion.pain-relief.level\""),
    PackMutation(
      file, ">i = 1 and v = 0<", ">i is 1<", "language.pluralRule", ">i is 1<"),
    PackMutation(
      file, ">i = 1 and v = 0<", ">i = 1 and<", "language.pluralRule", ">i = 1 and<"),
    PackMutation(
      file, ">i = 1 and v = 0<", ">i % 0 = 1<", "language.pluralRule", ">i % 0 = 1<"),
    PackMutation(
      file, ">i = 1 and v = 0<", ">n = 4..2<", "language.pluralRule", ">n = 4..2<"),
    PackMutation(
      file, "</plural>", "</plural><plural category=\"one\">n = 1</plural>",
      "language.pluralTwice", "</plural><plural"),
    PackMutation(
      file, "id=\"phrase.why-heading\">", "id=\"phrase.why-heading\" one=\"Why\">",
      "text.counted", "id=\"phrase.why-heading\""),
    PackMutation(
      file, "parameters=\"n\" one=\"{n} minute\"",
      "parameters=\"n\" counts=\"=procedure-time.care\" one=\"{n} minute\"", "text.counted",
      "counts=\"=procedure-time.care\""),
    // Days.
    PackMutation(
      file, "pattern=\"d MMMM y\"", "pattern=\"d LLLL y\"", "language.datePattern", "d LLLL y"),
    PackMutation(
      file, "pattern=\"d MMMM y\"", "pattern=\"d 'of MMMM y\"", "language.datePattern",
      "d 'of MMMM y"),
    PackMutation(
      file, "pattern=\"d MMMM y\"", "pattern=\"MMMM y\"", "language.datePattern", "\"MMMM y"),
    PackMutation(
      file, "<month>May</month>", "", "xml.elementMissing", "<dates"),
    // Direction.
    PackMutation(
      file, "direction=\"ltr\"", "direction=\"rtl\"", "text.direction", "direction=\"rtl\""),
    // Reading.
    PackMutation(
      file, "measure=\"smog\"", "measure=\"szigrisztPazos\"", "language.formula",
      "measure=\"szigrisztPazos\""),
    PackMutation(
      file, "language=\"en\"", "language=\"de\"", "language.formula",
      "<limit measure=\"fleschKincaid\""),
    PackMutation(
      file, "measure=\"smog\" whole=\"6\"", "measure=\"smog\" whole=\"six\"", "xml.value",
      "whole=\"six\""),
    PackMutation(file, "measure=\"smog\"", "measure=\"fog\"", "xml.value", "measure=\"fog\""),
    // Money, lists, numbers.
    PackMutation(
      file, "pattern=\"${amount}\"", "pattern=\"${sum}\"", "language.amount", "${sum}"),
    PackMutation(
      file, "<currency code=\"INR\" pattern=\"₹{amount}\"/>", "", "language.currency"),
    PackMutation(
      file, "pair=\"{0} and {1}\"", "pair=\"{1} and {0}\"", "language.list", "pair=\"{1}"),
    PackMutation(
      file, "middle=\"{0}, {1}\"", "middle=\"{0}, and\"", "language.list", "middle=\"{0}, and"),
    PackMutation(
      file, "digits=\"0123456789\"", "digits=\"1234567890\"", "language.digits", "1234567890"),
    PackMutation(
      file, "digits=\"0123456789\"", "digits=\"012345678\"", "xml.value", "\"012345678\""),
    PackMutation(
      file, "groupMark=\",\"", "groupMark=\".\"", "language.marks", "groupMark=\".\""),
    PackMutation(
      file, "grouping=\"3\"", "grouping=\"0\"", "xml.value", "grouping=\"0\""),
  ]
}
