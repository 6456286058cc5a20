// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Verifies the signature of a file that is too long to be parsed at once.
extension XMLSignatureVerifier {
  /// Verifies a signature element that stands alone, over bytes whose digest the caller took.
  ///
  /// - Parameters:
  ///   - element: the bytes of the signature element.
  ///   - digest: the SHA-256 of the file without it, 32 bytes; the file was proved to be its own
  ///     canonical form.
  ///   - file: the name for messages.
  ///   - moment: when the certificate must hold, in seconds since 1970.
  /// - Throws: the first reason not to believe the file.
  public func verify(
    element: [UInt8], over digest: [UInt8], file: String, at moment: Int
  ) throws(SignatureFault) {
    let shell = Array("<signed>".utf8) + element + Array("</signed>".utf8)
    try check(try parts(shell, file: file), over: digest, at: moment)
  }
}
