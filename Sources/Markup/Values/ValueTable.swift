// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Writes a tree as tables for a terminal: the names of the fields are the headings, numbers have
/// all their digits.
///
/// Single values stand one a line; lists of objects, vectors and matrices become tables with their
/// path above them.
package struct ValueTable: Sendable {
  private var lines: [String] = []

  /// The lines of a tree.
  package static func lines(of tree: ValueTree) -> [String] {
    var table = ValueTable()
    table.write(tree, path: "")
    return table.lines
  }

  private mutating func write(_ value: ValueTree, path: String) {
    switch value {
    case .object(let fields): write(fields, path: path)
    case .list(let members): write(members, path: path)
    case .vector(let axis, let numbers):
      add(
        [["", Self.last(path)]] + zip(axis.ids, numbers).map { [$0, Self.cell($1)] }, path: path)
    case .matrix(let rows, let columns, let numbers):
      let body = zip(rows.ids, numbers).map { name, row in
        [name] + (row?.map { Self.cell($0) } ?? columns.ids.map { _ in Self.nothing })
      }
      add([[""] + columns.ids] + body, path: path)
    default: add([[Self.last(path), Self.scalar(value) ?? ""]], path: path)
    }
  }

  /// Single values first, then vectors over the same names side by side, then everything else.
  private mutating func write(_ fields: [ValueTree.Field], path: String) {
    let single = fields.compactMap { field in
      Self.scalar(field.value).map { [field.name, $0] }
    }
    if !single.isEmpty { add(single, path: path) }
    var written: [[String]] = []
    for field in fields where Self.scalar(field.value) == nil {
      let inner = path.isEmpty ? field.name : "\(path).\(field.name)"
      guard case .vector(let axis, _) = field.value else {
        write(field.value, path: inner)
        continue
      }
      if written.contains(axis.ids) { continue }
      written.append(axis.ids)
      let group = fields.compactMap { other -> (name: String, numbers: [Double?])? in
        guard case .vector(let along, let numbers) = other.value, along.ids == axis.ids else {
          return nil
        }
        return (other.name, numbers)
      }
      let body = axis.ids.indices.map { index in
        [axis.ids[index]] + group.map { Self.cell($0.numbers[index]) }
      }
      add([[""] + group.map(\.name)] + body, path: path)
    }
  }

  /// One table when the members are flat; else each member under its own path.
  private mutating func write(_ members: [ValueTree], path: String) {
    let mixed = Self.mixedFields(of: members)
    let rows = members.map { Self.flat($0, mixed: mixed) }
    let cells = rows.compactMap { $0 }
    guard cells.count == rows.count else {
      for (index, member) in members.enumerated() {
        let name = member["id"].flatMap { Self.scalar($0) } ?? "\(index + 1)"
        write(member, path: "\(path).\(name)")
      }
      return
    }
    var names: [String] = []
    for name in cells.flatMap({ $0.map(\.name) }) where !names.contains(name) { names.append(name) }
    let body = cells.map { row in names.map { name in row.first { $0.name == name }?.text ?? "" } }
    // A column that says nothing is left out.
    let kept = names.indices.filter { place in
      body.contains { !["", Self.nothing].contains($0[place]) }
    }
    add([kept.map { names[$0] }] + body.map { row in kept.map { row[$0] } }, path: path)
  }

  /// The fields whose objects do not all have the same names: they stand in one column.
  private static func mixedFields(of members: [ValueTree]) -> [String] {
    var seen: [(name: String, inner: [String])] = []
    var mixed: [String] = []
    for case .object(let fields) in members {
      for field in fields {
        guard case .object(let inner) = field.value else { continue }
        let names = inner.map(\.name)
        if let earlier = seen.first(where: { $0.name == field.name }) {
          if earlier.inner != names { mixed.append(field.name) }
        } else {
          seen.append((field.name, names))
        }
      }
    }
    return mixed
  }

  /// The single values of an object, also of objects inside it, with their paths; nil when it holds
  /// anything else.
  private static func flat(
    _ value: ValueTree, mixed: [String]
  ) -> [(name: String, text: String)]? {
    guard case .object(let fields) = value else { return nil }
    var cells: [(name: String, text: String)] = []
    for field in fields {
      if let text = scalar(field.value) {
        cells.append((field.name, text))
      } else if let part = flat(field.value, mixed: []) {
        if mixed.contains(field.name) {
          let pairs = part.map { "\($0.name)=\($0.text)" }
          cells.append((field.name, pairs.joined(separator: " ")))
        } else {
          cells += part.map { ("\(field.name).\($0.name)", $0.text) }
        }
      } else {
        return nil
      }
    }
    return cells
  }

  /// The text of a value that fits into a cell; nil for any other.
  private static func scalar(_ value: ValueTree) -> String? {
    switch value {
    case .null: nothing
    case .flag(let flag): flag ? "true" : "false"
    case .count(let count): "\(count)"
    case .number(let number): cell(number)
    case .text(let words): words
    case .list(let members) where members.isEmpty: nothing
    case .list(let members):
      members.allSatisfy(\.isText)
        ? members.compactMap { scalar($0) }.joined(separator: " ") : nil
    case .vector, .matrix, .object: nil
    }
  }

  /// What stands where there is no number.
  private static let nothing = "-"

  private static func cell(_ number: Double?) -> String {
    number.map { $0.isFinite ? "\($0)" : nothing } ?? nothing
  }

  private static func last(_ path: String) -> String {
    String(path.split(separator: ".").last ?? "")
  }

  private mutating func add(_ rows: [[String]], path: String) {
    if !lines.isEmpty { lines.append("") }
    if !path.isEmpty { lines.append(path) }
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0
    }
    for row in rows {
      var line = " "
      for (column, cell) in row.enumerated() {
        line += " " + cell
        if column < row.count - 1 {
          line += String(repeating: " ", count: widths[column] - cell.count + 1)
        }
      }
      lines.append(line)
    }
  }
}
