// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// Alternatives that have the same total in each draw share their ranks in equal parts.
///
/// Of two that always lead together each is first in half of the draws, so that the shares of a rank
/// add up to 1 and no entropy is above that of equal chances.
enum TiedRanks {
  /// The groups of two and more (indices, ascending) that `areEqual` joins with their first member.
  static func groups(_ count: Int, areEqual: (Int, Int) -> Bool) -> [[Int]] {
    var groups: [[Int]] = []
    for index in 0..<count {
      if let place = groups.firstIndex(where: { areEqual($0[0], index) }) {
        groups[place].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups.filter { $0.count > 1 }
  }

  /// Shares of ranks in which the members of a group all have the best rank of the group, dealt out
  /// over the ranks that the group takes.
  static func shared(_ ranks: [[Double]], by groups: [[Int]]) -> [[Double]] {
    var shared = ranks
    for group in groups {
      let part = 1 / Double(group.count)
      for member in group {
        var row = Array(repeating: 0.0, count: ranks.count)
        for (rank, share) in ranks[member].enumerated() where share > 0 {
          for place in rank..<min(rank + group.count, row.count) { row[place] += share * part }
        }
        shared[member] = row
      }
    }
    return shared
  }
}

extension RankKernel {
  /// The shares of each rank from the sums of a run, as [alternative][rank].
  func ranks(of sums: KernelSums) -> [[Double]] {
    let m = alternatives
    let better = (0..<m).map { i in
      let row = sums.ranks[(i * m)..<((i + 1) * m)]
      let all = row.reduce(0, +)
      return row.map { $0 / all }
    }
    return TiedRanks.shared(better, by: twins)
  }
}

extension SamplePlan {
  /// Whether two alternatives (indices) have the same total in each draw of some criteria; those
  /// without weight do not count.
  func alwaysTie(
    _ one: Int, _ other: Int, criteria columns: [Int], typical: [Double], isFixed: Bool
  ) -> Bool {
    var lead = 0.0
    for (column, weight) in zip(columns, typical) where weight > 0 {
      let (first, second) = (cells[one][column], cells[other][column])
      switch (first.column, second.column) {
      case (nil, nil):
        let difference = first.mean - second.mean
        lead += weight * difference
        guard isFixed || difference.magnitude <= WeightFlips.smallest else { return false }
      case (let left?, let right?):
        guard case .none = first.smoothing, case .none = second.smoothing, isSame(left, right)
        else { return false }
      default: return false
      }
    }
    return lead.magnitude <= WeightFlips.smallest
  }

  /// Whether two columns hold the same values, as those of rows on one baseline can.
  private func isSame(_ one: Int, _ other: Int) -> Bool {
    let blocks = stride(from: 0, to: samples.count, by: columnCount)
    return blocks.allSatisfy { samples[$0 + one] == samples[$0 + other] }
  }
}
