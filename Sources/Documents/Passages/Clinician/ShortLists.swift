// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What keeps the printed copy to two pages: lists and a person's words have a greatest length, and
/// what is left out is counted and stands in full further down and in the record.
extension PersonContext {
  /// The first items of a list, and how many more there are.
  ///
  /// - Parameter limit: the greatest number of lines, above 0.
  func capped(_ items: [InlineText], _ limit: Int) -> [InlineText] {
    // The line that counts the rest takes as much room as one more item.
    if items.count <= limit { return items }
    let rest = items.count - (limit - 1)
    return items.prefix(limit - 1) + [more(rest)]
  }

  /// That there is more than is shown, and where.
  func more(_ count: Int) -> InlineText {
    wording(ClinicianPhrase.andMore, ["n": wording.number(count, from: .analysis(.leftOut))])
  }

  /// A person's own words up to a number of characters; what is cut short says so.
  func shortened(_ words: String, to limit: Int) -> InlineText {
    // Names and remarks may be thousands of characters long.
    let start = words.prefix(limit)
    if start.endIndex == words.endIndex { return InlineText(person: words) }
    let whole = start.lastIndex(of: " ").map { start[..<$0] } ?? start
    let shown = whole.count * 2 > limit ? whole : start
    return wording(ClinicianPhrase.cutShort, ["words": InlineText(person: String(shown))])
  }
}
