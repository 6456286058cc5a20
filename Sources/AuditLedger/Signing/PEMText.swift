// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Foundation
import SwiftASN1

/// The blocks of a PEM text (RFC 7468).
struct PEMText {
  private let documents: [PEMDocument]

  /// Reads all blocks; text around them is skipped.
  init(_ bytes: [UInt8]) throws(KeyFault) {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notPEM }
    // OpenSSL's older form marks encryption in a header, the newer one in the name of the block.
    if text.contains("ENCRYPTED") { throw .encryptedKey }
    // The last line may lack its end.
    guard let found = try? PEMDocument.parseMultiple(pemString: text + "\n") else { throw .notPEM }
    documents = found
  }

  /// The bytes of the first block with one of the names.
  func first(_ names: String...) throws(KeyFault) -> (name: String, der: [UInt8]) {
    guard let document = documents.first(where: { names.contains($0.discriminator) }) else {
      throw .notPEM
    }
    return (document.discriminator, document.derBytes)
  }

  /// One block as text, with a line end.
  static func text(_ name: String, _ der: [UInt8]) -> String {
    PEMDocument(type: name, derBytes: der).pemString + "\n"
  }
}
