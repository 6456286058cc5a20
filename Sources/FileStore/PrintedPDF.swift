// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// A PDF as a printer wrote it, with the time of printing taken out.
///
/// Chromium writes when it printed, to the second; all else of its bytes depends on the page and
/// the versions of the browser and its fonts alone. The times are replaced by the start of the
/// document's day, byte for byte, so that no offset of the file changes.
package struct PrintedPDF {
  /// The bytes.
  package let bytes: [UInt8]

  /// Takes over a PDF; nil when it does not begin and end as one.
  ///
  /// - Parameter day: `YYYY-MM-DD`.
  package init?(_ printed: [UInt8], day: String) {
    let ending = Array("%%EOF".utf8)
    guard printed.starts(with: "%PDF-".utf8),
      printed.suffix(16).firstRange(of: ending) != nil
    else { return nil }
    var bytes = printed
    let time = Array(day.utf8.filter { $0 != 0x2D }) + Array("000000".utf8)
    for name in ["/CreationDate (D:", "/ModDate (D:"] {
      for range in printed.ranges(of: Array(name.utf8)) {
        let place = range.upperBound..<(range.upperBound + time.count)
        guard place.upperBound <= bytes.count,
          bytes[place].allSatisfy({ (0x30...0x39).contains($0) })
        else { continue }
        bytes.replaceSubrange(place, with: time)
      }
    }
    self.bytes = bytes
  }
}
