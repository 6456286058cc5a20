// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Markup

/// Every rule that a finished handout must keep to, run on the document before anything is written.
///
/// One value belongs to one task and one language. It keeps what it found in shared parts by their
/// keys, so that a document costs what is its own.
public struct DocumentChecks: Sendable {
  private let rules: QualityRules
  private let pack: EvidencePack
  private let wording: Wording
  private let known: KnownNumbers
  private var reader: TextReader
  private var meters: [[String]: BalanceMeter] = [:]
  private var kept: [String: CheckedPart] = [:]

  /// The rules of a pack in one language.
  public init(pack: EvidencePack, wording: Wording) {
    self.pack = pack
    self.wording = wording
    rules = pack.quality
    known = KnownNumbers(pack: pack, wording: wording)
    reader = TextReader(
      points: Set(BalanceMeter.points(of: pack).values.joined().joined()), wording: wording)
  }

  /// The document with what was measured of it, and everything that is wrong with its handout.
  ///
  /// - Returns: the document to write, and the diagnostics: an error means that the patient's copy
  ///   must not be written.
  public mutating func examine(
    _ document: DecisionDocument
  ) -> (document: DecisionDocument, diagnostics: [Diagnostic]) {
    var known = known
    known.add(
      levels: document.numbers.levels.filter { pack.criterion($0.cell.criterion)?.row == nil }
        .map(\.figure))
    var faults: [CheckFault] = []
    var glossary: [GlossaryTally] = []
    var whole = ReadingTally()
    var sections: [ReadingEntry] = []
    var balance = meter(for: document.identity.order).rows
    for section in document.handout.sections {
      var reading = ReadingTally()
      // What speaks to a team in its own words is not for the patient to read.
      let isForPatient = !rules.unmeasuredSections.contains(section.id)
      if isForPatient { reading.add(reader.facts(of: section.title)) }
      for part in parts(of: section, document.identity.order, known) {
        faults += part.faults
        for place in balance.indices { balance[place] += part.balance[place] }
        guard isForPatient else { continue }
        glossary.append(part.glossary)
        reading.add(part.reading)
      }
      whole.add(reading)
      if reading.counts.words > 0 {
        sections.append(reading.entry(section: section.id, title: section.title.plain))
      }
    }
    let report = BalanceReport(rows: balance)
    let comparesOptions = document.handout.kind == .full
    if comparesOptions { faults += BalanceRule.faults(report, rules.balance) }
    let names = wording.catalogue.rules.terms.map { $0.forms.first ?? "" }
    faults += GlossaryRule.faults(glossary, names: names)
    let limits = wording.conventions.reading
    let reading = ReadingReport(
      whole: whole.entry(section: "", title: ""), sections: sections,
      measures: limits.map(\.measure))
    faults += ReadingRule.faults(reading, limits)
    let quality = DocumentQuality(reading: reading, balance: comparesOptions ? report : nil)
    let finished = document.examined(quality, row: wording.readingRow(reading))
    return (finished, diagnostics(faults))
  }

  private func diagnostics(_ faults: [CheckFault]) -> [Diagnostic] {
    var list = DiagnosticList()
    for fault in faults { list.add(fault.diagnostic(wording.catalogue)) }
    return list.all
  }

  private mutating func meter(for order: OptionOrder) -> BalanceMeter {
    if let meter = meters[order.alternatives] { return meter }
    let meter = BalanceMeter(pack: pack, order: order)
    meters[order.alternatives] = meter
    return meter
  }

  /// What is found in the parts of a section: in each shared part once, and in the rest together.
  private mutating func parts(
    of section: DocumentSection, _ order: OptionOrder, _ known: KnownNumbers
  ) -> [CheckedPart] {
    let title = PlacedText(section: section.id, kind: .heading, text: section.title)
    var parts = [CheckedPart(numbersIn: title, known, balance: meter(for: order).rows, &reader)]
    var own: [Block] = []
    func check(_ blocks: [Block]) -> CheckedPart {
      CheckedPart(blocks, section: section.id, known, meter(for: order), &reader)
    }
    for block in section.blocks {
      guard case .shared(let shared) = block else {
        own.append(block)
        continue
      }
      if !own.isEmpty { parts.append(check(own)) }
      own = []
      if let found = kept[shared.key] {
        parts.append(found)
      } else {
        let found = check(shared.blocks)
        kept[shared.key] = found
        parts.append(found)
      }
    }
    if !own.isEmpty { parts.append(check(own)) }
    return parts
  }
}

/// What all rules find in neighbouring blocks.
struct CheckedPart: Sendable {
  var faults: [CheckFault] = []
  var reading = ReadingTally()
  var glossary = GlossaryTally()
  var balance: [BalanceRow]

  /// What the rule about numbers finds in a title: titles name what is explained below them.
  init(
    numbersIn title: PlacedText, _ known: KnownNumbers, balance: [BalanceRow],
    _ reader: inout TextReader
  ) {
    self.balance = balance
    faults = NumberRule.faults(at: title, scope: [title.text], known, &reader)
  }

  /// What all rules find in blocks of a section.
  init(
    _ blocks: [Block], section: String, _ known: KnownNumbers, _ meter: BalanceMeter,
    _ reader: inout TextReader
  ) {
    var meter = meter
    meter.measure(blocks, section: section, &reader)
    balance = meter.rows
    faults = meter.faults
    let texts = DocumentText.texts(of: blocks, section: section)
    for (index, place) in texts.enumerated() {
      let facts = reader.facts(of: place.text)
      if place.kind != .reference {
        reading.add(facts)
        faults += RefusedWordsRule.faults(facts, at: place)
      }
      glossary.add(place, facts)
      if place.text.runs.contains(where: { if case .person = $0 { false } else { true } }) {
        let scope = CheckedPart.scope(texts, index)
        faults += NumberRule.faults(at: place, scope: scope, known, &reader)
        faults += SubstanceRule.faults(at: place, scope: scope, known)
      }
    }
    glossary.finish()
    faults += SubstanceRule.faults(
      in: blocks, section: section, meter.rows.map(\.alternative))
    faults += CheckedPart.outcomes(in: blocks).flatMap {
      OutcomeRule.faults($0, section: section, known)
    }
  }

  /// The sentences of the same result or row of an alternative, or the text alone.
  private static func scope(_ texts: [PlacedText], _ index: Int) -> [InlineText] {
    let place = texts[index]
    guard place.kind == .value, place.alternative != nil, place.id != nil else {
      return [place.text]
    }
    func belongs(_ other: PlacedText) -> Bool {
      other.kind == .value && other.id == place.id && other.alternative == place.alternative
    }
    var (first, last) = (index, index)
    while first > 0, belongs(texts[first - 1]) { first -= 1 }
    while last + 1 < texts.count, belongs(texts[last + 1]) { last += 1 }
    return texts[first...last].map(\.text)
  }

  private static func outcomes(in blocks: [Block]) -> [OutcomeBlock] {
    blocks.flatMap { block -> [OutcomeBlock] in
      switch block {
      case .outcome(let outcome): [outcome]
      case .part(let part): outcomes(in: part.blocks)
      case .shared(let shared): outcomes(in: shared.blocks)
      case .panels(let panels): panels.flatMap { outcomes(in: $0.blocks) }
      default: []
      }
    }
  }
}

extension DecisionDocument {
  /// The document with what was measured, and the row that tells the reading level filled in; the
  /// row is left out where nothing was measured.
  fileprivate func examined(_ quality: DocumentQuality, row: LabelledText?) -> DecisionDocument {
    var document = self
    document.quality = quality
    document.handout = handout.filling(row)
    document.clinicianCopy = clinicianCopy.filling(row)
    return document
  }
}

extension DocumentBody {
  fileprivate func filling(_ row: LabelledText?) -> DocumentBody {
    var body = self
    for section in body.sections.indices {
      for block in body.sections[section].blocks.indices {
        body.sections[section].blocks[block] = body.sections[section].blocks[block].filling(row)
      }
    }
    return body
  }
}

extension Block {
  /// The block with the row of the reading level replaced.
  fileprivate func filling(_ row: LabelledText?) -> Block {
    switch self {
    case .labelled(let rows) where rows.contains { $0.id == Wording.readingRowID }:
      .labelled(rows.compactMap { $0.id == Wording.readingRowID ? row : $0 })
    case .part(var part):
      {
        part.blocks = part.blocks.map { $0.filling(row) }
        return .part(part)
      }()
    default: self
    }
  }
}
