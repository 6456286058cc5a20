// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Names and paths as they stand in a URL (RFC 3986).
public enum PercentEncoding {
  /// A text as a part of the path of a URL: letters, digits and `-._~` stay, all other bytes of its
  /// UTF-8 become `%` and two digits.
  ///
  /// - Parameter isPath: whether slashes stay too, since they part the steps of a path.
  public static func text(_ text: String, isPath: Bool = false) -> String {
    text.utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(UnicodeScalar(byte))
      case 0x2F where isPath: "/"
      default: "%" + Hexadecimal.text([byte]).uppercased()
      }
    }.joined()
  }
}
