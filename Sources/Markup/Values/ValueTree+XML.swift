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
    element(
      name,
      attributes: { $0.attributes(of: fields) },
      { writer in
        writer.members(of: fields)
        more(&writer)
      })
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
        let cell = CellElement(field.member, axis.name)
        for (id, number) in zip(axis.ids, numbers) {
          if let number { cell.write(number, id, to: &self) }
        }
      case .matrix(let rows, let columns, let numbers):
        let cell = CellElement(field.member, rows.name, columns.name)
        for (row, numbers) in zip(rows.ids, numbers) {
          for (column, number) in zip(columns.ids, numbers ?? []) {
            cell.write(number, row, column, to: &self)
          }
        }
      }
    }
  }

  /// Writes the attributes that values are made of, in code-point order.
  private mutating func attributes(of fields: [ValueTree.Field]) {
    // Fields are large values: their places are sorted, not they themselves.
    for index in fields.indices.sorted(by: { fields[$0].name < fields[$1].name }) {
      let field = fields[index]
      switch field.value {
      case .null, .vector, .matrix, .object: break
      case .flag(let flag): attribute(field.name, plain: flag ? "true" : "false")
      case .count(let count): attribute(field.name, plain: "\(count)")
      case .number(let number) where number.isFinite: attribute(field.name, plain: "\(number)")
      case .number: break
      case .text(let text): attribute(field.name, text)
      case .list(let members):
        if !members.isEmpty, members.allSatisfy(\.isText) {
          attribute(field.name, members.compactMap(\.text).joined(separator: " "))
        }
      }
    }
  }
}

/// The element of one number of a vector or a matrix: the number and the ids that it belongs to, as
/// attributes in code-point order.
private struct CellElement {
  private enum Part { case row, column, number }

  private let name: String
  private let attributes: [(name: String, part: Part)]

  init(_ name: String, _ row: String, _ column: String? = nil) {
    self.name = name
    let ids = [(row, Part.row)] + (column.map { [($0, Part.column)] } ?? [])
    attributes = (ids + [("value", .number)]).sorted { $0.0 < $1.0 }
  }

  /// Writes a number; one that is infinite or none is left out.
  func write(_ number: Double, _ row: String, _ column: String = "", to writer: inout MarkupWriter)
  {
    guard number.isFinite else { return }
    writer.element(
      name,
      attributes: { writer in
        for (name, part) in attributes {
          switch part {
          case .row: writer.attribute(name, row)
          case .column: writer.attribute(name, column)
          case .number: writer.attribute(name, plain: "\(number)")
          }
        }
      })
  }
}

extension ValueTree {
  /// Names or words; nil when it is something else.
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
