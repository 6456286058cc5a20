// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents
import SampleSupport
import Testing

@testable import DecisionAid

/// The order of the options: chosen by a seed, the same everywhere, and without effect on numbers.
struct OptionOrderTests {
  private static let ids = ["vertebroplasty", "kyphoplasty", "care"]

  private static func pipeline(_ seed: UInt32?) throws -> Pipeline {
    try Pipeline(
      pack: try #require(Samples.pack),
      settings: Settings(date: Samples.day("2026-11-22"), orderSeed: seed),
      hashing: Samples.hashing)
  }

  private static func document(_ name: String, seed: UInt32) throws -> DecisionDocument {
    var pipeline = try pipeline(seed)
    let given = try pipeline.read(try Samples.bytes(name), file: "p.xml")
    return try pipeline.document(of: given)
  }

  @Test("Seeds from nought choose every order once, nought the order of the pack")
  func everyOrder() {
    for count in 1...5 {
      let ids = (0..<count).map { "o\($0)" }
      let orders = (1...count).reduce(1, *)
      let found = (0..<orders).map {
        OptionOrder(of: ids, seed: UInt32($0), origin: .given).alternatives
      }
      #expect(found[0] == ids && Set(found).count == orders)
      #expect(found.allSatisfy { $0.sorted() == ids })
      #expect(
        OptionOrder(of: ids, seed: UInt32(orders), origin: .given).alternatives == ids)
    }
  }

  @Test("Each option stands first about equally often over many pseudonyms")
  func counterbalanced() {
    var first: [String: Int] = [:]
    var orders: [[String]: Int] = [:]
    for number in 0..<600 {
      let digest = Samples.hashing.sha256(Array("P-\(number)".utf8))
      let order = OptionOrder(of: Self.ids, digest: digest)
      first[order.alternatives[0], default: 0] += 1
      orders[order.alternatives, default: 0] += 1
    }
    // Four standard deviations of a binomial count: 200 by 11.5, and 100 by 9.1.
    #expect(first.count == 3 && first.values.allSatisfy { abs($0 - 200) <= 46 }, "\(first)")
    #expect(orders.count == 6 && orders.values.allSatisfy { abs($0 - 100) <= 37 }, "\(orders)")
  }

  @Test("A digest is read from its first four bytes, the first the highest")
  func digest() {
    let order = OptionOrder(of: Self.ids, digest: [0x3C, 0x4D, 0x5E, 0x6F, 0x70])
    #expect(order.seed == 0x3C4D_5E6F && order.origin == .pseudonym)
  }

  @Test("Every number of every option is the same in each order", arguments: UInt32(1)...5)
  func sameNumbers(_ seed: UInt32) throws {
    let base = try Self.document("01-swing-us", seed: 0)
    let other = try Self.document("01-swing-us", seed: seed)
    #expect(other.analysis == base.analysis && other.numbers == base.numbers)
    #expect(other.identity.order.alternatives != base.identity.order.alternatives)
    for body in [\DecisionDocument.handout, \.clinicianCopy] {
      let (one, two) = (base[keyPath: body], other[keyPath: body])
      #expect(one != two)
      #expect(Self.numbers(one) == Self.numbers(two))
    }
    let rows = try #require(other.quality?.balance).rows
    #expect(rows.map(\.alternative) == other.identity.order.alternatives)
    let words = { (document: DecisionDocument) in
      document.quality?.balance?.rows.map(\.panelWords).sorted()
    }
    #expect(words(base) == words(other))
    #expect(base.quality?.reading?.whole == other.quality?.reading?.whole)
  }

  /// Every number with its source, sorted: a permutation of the options leaves them alike.
  ///
  /// The number of the document depends on the seed.
  private static func numbers(_ body: DocumentBody) -> [String] {
    DocumentText.texts(of: body).flatMap { placed in
      placed.text.runs.compactMap { run in
        guard case .number(let text, let source) = run, source != .document(.id) else { return nil }
        return "\(source)=\(text)"
      }
    }.sorted()
  }

  @Test("The options stand in the order of the seed in both documents", arguments: UInt32(0)...5)
  func orderEverywhere(_ seed: UInt32) throws {
    let order = OptionOrder(of: Self.ids, seed: seed, origin: .given)
    let pack = try #require(Samples.pack)
    let wording = try #require(pack.wording("en"))
    let names = try order.alternatives.map {
      wording.text(try #require(pack.pack.option($0)).name).plain
    }
    for name in ["01-swing-us", "21-all-facts-unknown-us", "27-clinic-prices-us"] {
      let document = try Self.document(name, seed: seed)
      var lists = 0
      for placed in [document.handout, document.clinicianCopy] {
        for run in Self.named(placed, names) {
          lists += 1
          #expect(run == names, "\(name) \(run)")
        }
      }
      #expect(lists > 8)
    }
  }

  /// The heads of tables, titles of panels, labels and results that name all options, in order.
  private static func named(_ body: DocumentBody, _ names: [String]) -> [[String]] {
    func among(_ texts: [InlineText]) -> [[String]] {
      let found = texts.map(\.plain).filter(names.contains)
      return Set(found).count == names.count && found.count == names.count ? [found] : []
    }
    func lists(_ blocks: [Block]) -> [[String]] {
      blocks.flatMap { block -> [[String]] in
        switch block {
        case .shared(let shared): lists(shared.blocks)
        case .part(let part): lists(part.blocks)
        case .panels(let panels): among(panels.map(\.title))
        case .table(let table): among(table.columns) + among(table.rows.map { $0[0] })
        case .outcome(let outcome): among(outcome.results.map(\.name))
        case .labelled(let rows): among(rows.map(\.label))
        case .plot(let plot): among(plot.panels) + among(plot.rows.map(\.label))
        case .list(_, let items):
          among(
            items.map { item in
              InlineText(
                words: names.first { item.plain.hasPrefix($0 + ".") || item.plain == $0 } ?? "")
            })
        default: []
        }
      }
    }
    return body.sections.flatMap { lists($0.blocks) }
  }

  @Test("The same seed gives the same bytes, also after other orders, and is recorded")
  func sameBytes() throws {
    let bytes = try Samples.bytes("01-swing-us")
    var fresh = try Self.pipeline(nil)
    let first = try fresh.generate(bytes, file: "p.xml")
    var used = try Self.pipeline(nil)
    for name in ["02-rating-eu", "06-rank-reciprocal-us", "07-rank-ties-us", "12-cancer-us"] {
      _ = try used.generate(try Samples.bytes(name), file: "p.xml")
    }
    #expect(try used.generate(bytes, file: "p.xml").files == first.files)
    let record = String(decoding: try #require(first.files.last).bytes, as: UTF8.self)
    let digest = Samples.hashing.sha256(Array(first.profile.utf8))
    let order = OptionOrder(of: Self.ids, digest: digest)
    #expect(
      record.contains(
        "<optionOrder alternatives=\"\(order.alternatives.joined(separator: " "))\" "
          + "from=\"pseudonym\" seed=\"\(order.seed)\">"))
    // The seed belongs to what a document is made from.
    let given = try Self.document("01-swing-us", seed: order.seed).identity
    let other = try Self.document("01-swing-us", seed: order.seed &+ 6).identity
    #expect(given.order.alternatives == other.order.alternatives)
    #expect(given.document != other.document)
  }

  @Test("Parts that are about no option keep their places")
  func strangersKeepTheirPlaces() {
    let order = OptionOrder(of: Self.ids, seed: 5, origin: .given)
    let parts = ["a", "care", "b", "vertebroplasty", "kyphoplasty", "c"]
    let ids = Set(Self.ids)
    let found = order.ordered(parts) { ids.contains($0) ? $0 : nil }
    #expect(found[0] == "a" && found[2] == "b" && found[5] == "c")
    #expect([found[1], found[3], found[4]] == order.alternatives)
  }
}
