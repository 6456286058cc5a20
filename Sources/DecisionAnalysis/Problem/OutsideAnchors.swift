// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// What a partial value function does with a level beyond its anchors.
public enum OutsideAnchors: String, Sendable, Equatable, CaseIterable {
  /// Continue the end segment, so that values may fall below 0 or rise above 1.
  case extrapolate
  /// Hold the value of the nearer anchor.
  case clamp
}
