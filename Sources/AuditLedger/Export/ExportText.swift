// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import Markup

/// The fixed parts of an export.
enum ExportText {
  /// The end of the file.
  static let end = Array("</auditExport>".utf8)
  /// The beginning of the file.
  static let start = Array("<auditExport ".utf8)

  /// The element of a record.
  static func element(of copy: RecordCopy) -> MarkupElement {
    switch copy {
    case .whole(let bytes):
      MarkupElement(
        "record", [MarkupAttribute("state", "whole")],
        [.text(Data(bytes).base64EncodedString())])
    case .missing: MarkupElement("record", [MarkupAttribute("state", "missing")])
    case .changed: MarkupElement("record", [MarkupAttribute("state", "changed")])
    }
  }

  /// The record of an element; nil when it is no base64.
  static func copy(of element: MarkupElement) -> RecordCopy? {
    switch element.attribute("state") {
    case "missing": .missing
    case "changed": .changed
    default: plain(element.text).map { .whole($0) }
    }
  }

  /// The bytes of base64 in its one plain form; nil for any other text.
  static func plain(_ text: some StringProtocol) -> [UInt8]? {
    guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == text else {
      return nil
    }
    return [UInt8](data)
  }
}
