// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

extension [Block] {
  /// The blocks with every shared part among them replaced by what stands in it; parts inside other
  /// blocks stay.
  var withoutSharedSiblings: [Block] {
    guard contains(where: { if case .shared = $0 { true } else { false } }) else { return self }
    var blocks: [Block] = []
    for block in self {
      if case .shared(let shared) = block {
        blocks += shared.blocks.withoutSharedSiblings
      } else {
        blocks.append(block)
      }
    }
    return blocks
  }
}
