// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// Writes a record as a page that an auditor reads: every value and every text that it holds.
///
/// It works on the tree and asks for no schema, so that records of other versions of the program are
/// shown as well. Names of elements and attributes stand as words, values as they are.
public struct RecordViewHTML: Sendable {
  private let style: PageStyle
  private let wording: Wording

  /// A writer.
  public init(style: PageStyle, wording: Wording) {
    self.style = style
    self.wording = wording
  }

  /// The headings of the parts of a record, in the order of the record.
  private static let headings: [String: ViewPhrase] = [
    "program": .viewProgram, "inputs": .viewInputs, "artefacts": .viewFiles, "given": .viewGiven,
    "peopleRecord": .viewPeople, "numbers": .viewNumbers, "analysis": .viewAnalysis,
    "checks": .viewChecks, "handout": .viewHandout, "clinicianCopy": .viewClinician,
  ]

  /// The bytes of the page.
  ///
  /// - Parameters:
  ///   - record: the root of the record without proof and signature.
  ///   - proofs: the elements that others added to prove it.
  public func bytes(of record: MarkupElement, proofs: [MarkupElement]) -> [UInt8] {
    let title = wording(
      ViewPhrase.viewTitle, ["person": InlineText(person: record.attribute("profile") ?? "")])
    return PlainPage(style: style, wording: wording, generator: "decision-aid audit view")
      .bytes(
        title, foot: InlineText(words: record.attribute("document") ?? ""), capacity: 1 << 18
      ) { main(title, record, proofs, &$0) }
  }

  private func main(
    _ title: InlineText, _ record: MarkupElement, _ proofs: [MarkupElement],
    _ writer: inout MarkupWriter
  ) {
    let values = ValueHTML(wording: wording)
    writer.html("h1", title)
    writer.html("p", wording(ViewPhrase.viewNote))
    part(wording(ViewPhrase.viewDocument), &writer) { values.attributes(of: record, &$0) }
    for child in record.elements {
      let heading = Self.headings[child.name].map { wording($0) } ?? wording(ViewPhrase.viewOther)
      part(heading, &writer) { writer in
        if child.name == "handout" || child.name == "clinicianCopy" {
          RecordTextHTML(values: values, record: record).write(child, to: &writer)
        } else {
          values.content(of: child, level: 3, &writer)
        }
      }
    }
    part(wording(ViewPhrase.viewProof), &writer) { writer in
      if proofs.isEmpty { writer.html("p", wording(ViewPhrase.viewNotProved)) }
      for proof in proofs {
        writer.html("h3", InlineText(words: ValueHTML.words(proof.name)))
        values.content(of: proof, level: 4, &writer)
      }
    }
  }

  private func part(
    _ heading: InlineText, _ writer: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void
  ) {
    writer.text("\n")
    writer.element("section") { writer in
      writer.html("h2", heading)
      content(&writer)
    }
  }
}
