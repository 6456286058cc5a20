// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension MarkupWriter {
  /// Writes named values as an element of canonical XML.
  ///
  /// A single value and a list of texts are attributes of the same name; null and an empty list are
  /// left out. An object is an element of the same name. A list of objects is an element for each,
  /// a vector one for each number with the id that it belongs to, a matrix one for each number with
  /// the ids of its row and column; these have the name of a member. Numbers have all their digits.
  ///
  /// - Parameter more: writes what else stands in the element, after the values.
  package mutating func values(
    _ name: String, _ fields: [ValueTree.Field], _ more: (inout MarkupWriter) -> Void = { _ in }
  ) {
    let attributes = fields.compactMap { field in
      field.value.attribute.map { MarkupAttribute(field.name, $0) }
    }
    element(name, sorting: attributes) { writer in
      writer.members(of: fields)
      more(&writer)
    }
  }

  /// Writes the members of named values: everything but what `values` makes attributes of.
  package mutating func members(of fields: [ValueTree.Field]) {
    for field in fields {
      switch field.value {
      case .null, .flag, .count, .number, .text: break
      case .object(let inner): values(field.name, inner)
      case .list(let members) where members.allSatisfy(\.isText): break
      case .list(let members):
        for member in members {
          if case .object(let inner) = member {
            values(field.member, inner)
          } else {
            values(field.member, [ValueTree.Field("value", member)])
          }
        }
      case .vector(let axis, let numbers):
        for (id, number) in zip(axis.ids, numbers) {
          guard let number, number.isFinite else { continue }
          element(
            field.member,
            sorting: [MarkupAttribute(axis.name, id), MarkupAttribute("value", "\(number)")])
        }
      case .matrix(let rows, let columns, let numbers):
        for (row, numbers) in zip(rows.ids, numbers) {
          for (column, number) in zip(columns.ids, numbers ?? []) where number.isFinite {
            element(
              field.member,
              sorting: [
                MarkupAttribute(rows.name, row), MarkupAttribute(columns.name, column),
                MarkupAttribute("value", "\(number)"),
              ])
          }
        }
      }
    }
  }
}

extension ValueTree {
  /// The value as that of an attribute; nil when it is none, or nothing.
  fileprivate var attribute: String? {
    switch self {
    case .null, .vector, .matrix, .object: return nil
    case .flag(let flag): return flag ? "true" : "false"
    case .count(let count): return "\(count)"
    case .number(let number): return number.isFinite ? "\(number)" : nil
    case .text(let text): return text
    case .list(let members):
      let texts = members.compactMap { if case .text(let text) = $0 { text } else { nil } }
      return texts.isEmpty || texts.count < members.count ? nil : texts.joined(separator: " ")
    }
  }
}
