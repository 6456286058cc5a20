// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import CLibXML2

/// What a verifier needs of a document with an enveloped signature, all copied from one parse.
///
/// It says what is there and judges nothing.
public struct SignedXML: Sendable {
  /// Where signatures stand.
  public enum Placement: Sendable, Equatable {
    /// There is none.
    case none
    /// There is more than one, at any depth.
    case several
    /// There is one, and it is not the last thing inside the root.
    case elsewhere
    /// There is one, the last thing inside the root.
    case lastInRoot
  }

  /// The parts of a document whose only signature is the last thing inside its root.
  public struct Parts: Sendable {
    /// The signature.
    public var signature: ExactElement
    /// The exclusive canonical form of the first element inside the signature, in its place.
    public var signedInfo: [UInt8]
    /// The exclusive canonical form of the document without the signature.
    public var content: [UInt8]
    /// The document without the signature, from the same tree as `content`.
    public var root: MarkupElement
    /// Whether the bytes that were read are the exclusive canonical form of the document.
    public var bytesAreCanonical: Bool
  }

  /// Where signatures stand.
  public var placement: Placement
  /// Whether there is a comment anywhere.
  public var holdsComments: Bool
  /// Whether there is a processing instruction, or any other node that trees leave out, anywhere.
  public var holdsInstructions: Bool
  /// The parts; nil unless the placement is `lastInRoot` and the signature holds an element.
  public var parts: Parts?
}

extension XMLReader {
  /// Reads a document that may end with an enveloped signature.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes; a byte-order mark is allowed.
  ///   - file: the name for messages.
  ///   - limit: the largest number of bytes.
  /// - Throws: `XMLError.notReadable` as `read` does; `XMLError.noCanonicalForm` when a part has
  ///   none, such as with a relative name of a namespace.
  public func readSigned(
    _ bytes: [UInt8], file: String, limit: Int = XMLReader.documentLimit
  ) throws(XMLError) -> SignedXML {
    let checked = try InputBytes.checked(bytes, file: file, limit: limit)
    let document = try ParsedDocument(checked, file: file)
    let scan = document.scan()
    let placement: SignedXML.Placement =
      switch scan.signatures {
      case 0: .none
      case 1: scan.is_last == 1 ? .lastInRoot : .elsewhere
      default: .several
      }
    var signed = SignedXML(
      placement: placement, holdsComments: scan.comments > 0,
      holdsInstructions: scan.instructions + scan.others > 0, parts: nil)
    guard placement == .lastInRoot, let signature = document.last(), !signature.elements.isEmpty
    else { return signed }
    let isCanonical = try document.isCanonical(bytes)
    let signedInfo = try document.firstOfLast()
    document.removeLast()
    signed.parts = SignedXML.Parts(
      signature: signature, signedInfo: signedInfo, content: try document.canonicalForm(),
      root: try document.tree(file: file), bytesAreCanonical: isCanonical)
    return signed
  }
}

extension ParsedDocument {
  /// Where signatures stand, and what a signature does not cover.
  fileprivate func scan() -> sda_signature_scan {
    var scan = sda_signature_scan()
    sda_scan_signatures(pointer, &scan)
    return scan
  }

  /// A copy of the last element inside the root.
  fileprivate func last() -> ExactElement? {
    var builder = ExactBuilder()
    var visitor = sda_visitor(
      start: { context, name, namespace, line in
        ExactBuilder.at(context)?.pointee.start(name, namespace, Int(line))
      },
      attribute: { context, name, namespace, value in
        ExactBuilder.at(context)?.pointee.attribute(name, namespace, value)
      },
      text: { context, text in ExactBuilder.at(context)?.pointee.text(text) },
      end: { context in ExactBuilder.at(context)?.pointee.end() })
    withUnsafeMutablePointer(to: &builder) { _ = sda_walk_last(pointer, &visitor, $0) }
    return builder.root
  }

  /// The exclusive canonical form of the first element inside the last element inside the root.
  fileprivate func firstOfLast() throws(XMLError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    let count = sda_canonical_first_of_last(pointer, &buffer)
    defer { sda_buffer_free(buffer) }
    guard count > 0, let buffer else { throw .noCanonicalForm }
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  /// Takes the last element inside the root out.
  fileprivate func removeLast() { sda_remove_last(pointer) }
}
