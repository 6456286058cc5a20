// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The values of a signature that has the accepted form.
struct SignatureContent: Equatable {
  /// What the signature says the digest of the document is: 32 bytes.
  var digest: [UInt8]
  /// r and s: 64 bytes.
  var value: [UInt8]
  /// The bytes of the certificate that it names.
  var certificate: [UInt8]

  /// Takes the values out, and refuses whatever the form does not have: an element, an attribute,
  /// text or an algorithm that is not known is one that nobody here has thought about.
  init(_ signature: ExactElement) throws(SignatureFault) {
    let parts = try Self.children(
      of: signature, [], ["SignedInfo", "SignatureValue", "KeyInfo"])
    let (info, valueElement, keyInfo) = (parts[0], parts[1], parts[2])
    // More than one reference is said as such before the names are compared.
    if info.elements.count(where: { $0.name == "Reference" }) > 1 { throw .severalReferences }
    let inside = try Self.children(
      of: info, [], ["CanonicalizationMethod", "SignatureMethod", "Reference"])
    try Self.algorithm(of: inside[0], SignatureForm.canonicalization)
    try Self.algorithm(of: inside[1], SignatureForm.signing)
    digest = try Self.digest(inside[2])
    let value = try Self.base64(valueElement)
    guard value.count == 64 else { throw .form(element: valueElement.name) }
    self.value = value
    certificate = try Self.certificate(keyInfo)
  }

  /// The digest of a reference to the whole document.
  private static func digest(_ reference: ExactElement) throws(SignatureFault) -> [UInt8] {
    guard let uri = reference.attributes.first(where: { $0.name == "URI" }), uri.value.isEmpty
    else { throw .partialReference }
    let parts = try children(of: reference, ["URI"], ["Transforms", "DigestMethod", "DigestValue"])
    guard parts[0].elements.count == 2 else { throw .transform }
    let transforms = try children(of: parts[0], [], ["Transform", "Transform"])
    let wanted = [SignatureForm.enveloped, SignatureForm.canonicalization]
    for (transform, algorithm) in zip(transforms, wanted) {
      guard transform.attributes.map(\.value) == [algorithm], transform.elements.isEmpty else {
        throw .transform
      }
      try Self.algorithm(of: transform, algorithm)
    }
    try algorithm(of: parts[1], SignatureForm.hashing)
    let digest = try base64(parts[2])
    guard digest.count == 32 else { throw .form(element: parts[2].name) }
    return digest
  }

  /// The one certificate.
  private static func certificate(_ keyInfo: ExactElement) throws(SignatureFault) -> [UInt8] {
    if keyInfo.elements.contains(where: { $0.name != "X509Data" }) { throw .ownKey }
    let data = try children(of: keyInfo, [], ["X509Data"])
    let certificates = try children(of: data[0], [], ["X509Certificate"])
    return try base64(certificates[0])
  }

  /// Demands exactly these attributes, these child elements in order, and no text.
  private static func children(
    of element: ExactElement, _ attributes: [String], _ names: [String]
  ) throws(SignatureFault) -> [ExactElement] {
    let hasChildren = element.elements.map(\.name) == names
    let areOurs = element.elements.allSatisfy { $0.namespace == SignatureForm.namespace }
    guard hasChildren, areOurs, element.text.isEmpty, has(attributes, element) else {
      throw .form(element: element.name)
    }
    return element.elements
  }

  private static func has(_ names: [String], _ element: ExactElement) -> Bool {
    element.attributes.map(\.name) == names
      && element.attributes.allSatisfy { $0.namespace.isEmpty }
  }

  /// Demands an empty element with one algorithm.
  private static func algorithm(
    of element: ExactElement, _ wanted: String
  ) throws(SignatureFault) {
    let found = element.attributes.first { $0.name == "Algorithm" && $0.namespace.isEmpty }
    guard found?.value == wanted else { throw .algorithm(element: element.name) }
    _ = try children(of: element, ["Algorithm"], [])
  }

  /// The bytes of an element that holds base64 text alone.
  private static func base64(_ element: ExactElement) throws(SignatureFault) -> [UInt8] {
    guard element.attributes.isEmpty, element.elements.isEmpty,
      let bytes = SignatureForm.bytes(base64: element.text)
    else { throw .form(element: element.name) }
    return bytes
  }
}
