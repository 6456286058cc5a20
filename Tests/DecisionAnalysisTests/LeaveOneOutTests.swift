// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis
import Testing

struct LeaveOneOutTests {
  /// a0 leads through c0 alone; a1 is a little better on the other two.
  private static func model(_ weights: [Double] = [2, 1, 1]) throws -> AdditiveModel {
    try SmallProblem.model([[0.9, 0.4, 0.4], [0.1, 0.6, 0.5]], weights)
  }

  @Test func flagsTheCriterionThatTheLeaderDependsOn() throws {
    let guarded = LeaveOneOut(in: try Self.model(), leader: 0)
    #expect(guarded.leader == "a0")
    #expect(guarded.variations.map(\.leader) == ["a1", "a0", "a0"])
    #expect(guarded.changes.map(\.change) == [.leavingOut("c0")])
    let first = try #require(guarded.variations.first?.difference)
    #expect((first - 0.15).magnitude <= 1e-12)
  }

  @Test func triesOtherListsAndLeavesUnknownOnesOpen() throws {
    let lists = [["c2", "c0"], ["c1", "c2"], ["c0", "x"], [], ["c0", "c0"]]
    let guarded = LeaveOneOut(in: try Self.model(), leader: 0, otherLists: lists)
    let others = guarded.variations.dropFirst(3)
    #expect(others.map(\.change) == lists.map { .keeping($0) })
    #expect(others.map(\.leader) == ["a0", "a1", nil, nil, nil])
    #expect(others.map(\.changesLeader) == [false, true, false, false, false])
  }

  @Test func leavesOpenWhatHasNoWeight() throws {
    let guarded = LeaveOneOut(in: try Self.model([1, 0, 0]), leader: 0)
    #expect(guarded.variations.map(\.leader) == [nil, "a0", "a0"])
    #expect(guarded.variations.first?.difference == nil)
  }

  @Test func keepsALeaderThatIsOnlyDrawnLevelWith() throws {
    let model = try SmallProblem.model([[0.5, 0.2], [0.5, 0.1]], [1, 1])
    let variation = LeaveOneOut(in: model, leader: 0).variations[1]
    #expect(variation.leader == "a0" && !variation.changesLeader)
    let turned = try SmallProblem.model([[0.5, 0.1], [0.5, 0.2]], [1, 1])
    let second = LeaveOneOut(in: turned, leader: 1).variations[1]
    #expect(second.leader == "a1" && !second.changesLeader && second.difference == 0)
  }
}
