// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The order in which the alternatives stand in the documents of one person, and the seed that it
/// was chosen by.
///
/// What stands first is read first and may weigh more, so the order differs from person to person
/// (EvidencePack.docc/Handout.md, "Order of the options"). It changes no number.
public struct OptionOrder: Sendable, Equatable {
  /// Where a seed comes from.
  public enum Origin: String, Sendable, Equatable {
    /// From the digest of the pseudonym.
    case pseudonym
    /// From whoever made the documents.
    case given
  }

  /// The seed, 0 to 4,294,967,295.
  public let seed: UInt32
  /// Where the seed comes from.
  public let origin: Origin
  /// The ids of the alternatives in the order of the documents.
  public let alternatives: [String]

  /// The order that a seed chooses: seeds from 0 to n! - 1 choose each order of n alternatives
  /// once, 0 their own order.
  ///
  /// - Parameter alternatives: the ids in the order of the pack.
  public init(of alternatives: [String], seed: UInt32, origin: Origin) {
    self.seed = seed
    self.origin = origin
    var left = alternatives
    var order: [String] = []
    var rest = seed
    // The digits of the seed in the factorial number system: each picks one of those left.
    for count in stride(from: alternatives.count, to: 0, by: -1) {
      order.append(left.remove(at: Int(rest % UInt32(count))))
      rest /= UInt32(count)
    }
    self.alternatives = order
  }

  /// An order as a record states it.
  public init(recorded alternatives: [String], seed: UInt32, origin: Origin) {
    self.seed = seed
    self.origin = origin
    self.alternatives = alternatives
  }

  /// The order that the first four bytes of a digest choose.
  public init(of alternatives: [String], digest: [UInt8]) {
    let seed = digest.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    self.init(of: alternatives, seed: seed, origin: .pseudonym)
  }

  /// The parts of a list in this order; parts without an alternative keep their places.
  public func ordered<Part>(_ parts: [Part], by id: (Part) -> String?) -> [Part] {
    let places = parts.indices.filter { id(parts[$0]) != nil }
    let sorted = places.map { parts[$0] }.enumerated().sorted { one, other in
      let (first, second) = (rank(id(one.element)), rank(id(other.element)))
      return first == second ? one.offset < other.offset : first < second
    }
    var result = parts
    for (place, part) in zip(places, sorted) { result[place] = part.element }
    return result
  }

  /// Whether ids of alternatives stand in this order; other ids are passed over.
  public func holds(for ids: [String]) -> Bool {
    let ranks = ids.compactMap { alternatives.firstIndex(of: $0) }
    return zip(ranks, ranks.dropFirst()).allSatisfy { $0 < $1 }
  }

  private func rank(_ id: String?) -> Int {
    id.flatMap { alternatives.firstIndex(of: $0) } ?? alternatives.count
  }
}
