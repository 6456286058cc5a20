// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

extension BlockWriter {
  /// The handout's element in a record: what its fingerprint is taken of.
  public mutating func handout(_ body: DocumentBody) -> RenderedMarkup {
    var writer = MarkupWriter(.canonicalXML(inside: RecordXML.namespace), capacity: 1 << 17)
    write("handout", body, to: &writer)
    return RenderedMarkup(writer)
  }

  /// Writes the texts of a document: the element `handout` or `clinicianCopy`.
  mutating func write(_ name: String, _ body: DocumentBody, to writer: inout MarkupWriter) {
    let attributes: KeyValuePairs = body.kind.map { ["kind": $0.rawValue] } ?? [:]
    writer.element(name, attributes) { writer in
      writer.text("\n")
      writer.xml("title", body.title)
      for section in body.sections {
        writer.text("\n")
        let attributes: KeyValuePairs =
          section.isScreenOnly ? ["id": section.id, "shown": "screen"] : ["id": section.id]
        writer.element("section", attributes) { writer in
          writer.xml("title", section.title)
          write(section.blocks, to: &writer)
        }
      }
      writer.text("\n")
    }
  }
}

extension BlockReader {
  /// Reads the element `handout` or `clinicianCopy`.
  func body(_ element: MarkupElement) throws(RecordFault) -> DocumentBody {
    var sections: [DocumentSection] = []
    for section in element.elements(named: "section") {
      sections.append(
        DocumentSection(
          id: try reader.attribute("id", section), title: try reader.inline("title", of: section),
          blocks: try blocks(section), isScreenOnly: section.attribute("shown") == "screen"))
    }
    let kind: HandoutKind? =
      element.attribute("kind") == nil ? nil : try reader.value("kind", element)
    return DocumentBody(
      title: try reader.inline("title", of: element), kind: kind, sections: sections)
  }
}
