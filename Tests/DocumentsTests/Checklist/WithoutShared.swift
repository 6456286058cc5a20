// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Documents

extension [Block] {
  /// The blocks with every shared part replaced by what stands in it, at any depth: as the record
  /// holds them.
  var withoutShared: [Block] {
    flatMap { block -> [Block] in
      switch block {
      case .shared(let shared): return shared.blocks.withoutShared
      case .part(var part):
        part.blocks = part.blocks.withoutShared
        return [.part(part)]
      case .panels(let panels):
        return [
          .panels(
            panels.map { panel in
              var panel = panel
              panel.blocks = panel.blocks.withoutShared
              return panel
            })
        ]
      default: return [block]
      }
    }
  }
}

extension DocumentBody {
  /// The body with every shared part replaced by what stands in it.
  var withoutShared: DocumentBody {
    var body = self
    for index in body.sections.indices {
      body.sections[index].blocks = body.sections[index].blocks.withoutShared
    }
    return body
  }
}
