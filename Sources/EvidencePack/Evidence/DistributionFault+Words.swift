// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import DecisionAnalysis

extension DistributionFault {
  /// What is wrong with a distribution, and what to do.
  package var explanation: (problem: String, advice: String) {
    switch self {
    case .notFinite: ("A number is finite; one of these is not.", "Correct it.")
    case .limitsReversed:
      ("The low limit is at most the high limit; here it is above.", "Swap or correct them.")
    case .estimateOutsideLimits:
      (
        "The estimate lies between the limits; here it does not.",
        "Check all three; the floor and the ceiling contain the estimate too."
      )
    case .lowNotPositive:
      (
        "A lognormal distribution has limits above zero; here the low one is not.",
        "Correct it, or use normal."
      )
    case .noObservations: ("A proportion comes from at least one observation.", "Correct n.")
    case .eventsOutOfRange: ("There are at most n events; here there are more.", "Correct them.")
    case .scaleNotPositive: ("The scale of a proportion is above zero.", "Correct outOf.")
    case .shapeNotPositive:
      (
        "Both parameters of a beta distribution are above zero; here one is not.",
        "Correct it; for counts without events, or with nothing but events, use prior=\"jeffreys\"."
      )
    case .limitsNotInsideScale:
      (
        "The limits of a proportion lie strictly between zero and its scale; here one does not.",
        "Correct them, set outOf on the criterion, or give counts."
      )
    case .limitsNotReached:
      (
        "No beta distribution that can be worked with has these two limits.",
        "Check them; limits that are so close together leave nothing open: use exact, or normal."
      )
    case .shapeTooLarge:
      (
        "A proportion comes from fewer than 100,000,000 observations of either kind, and no "
          + "parameter of a beta distribution is larger.",
        "Check the counts; so many leave nothing open: use exact."
      )
    case .spreadNotReached:
      (
        "No distribution between this floor and this ceiling has this mean and a spread as wide as "
          + "these limits.",
        "Check all five; give the numbers of the normal distribution before it is cut off "
          + "(match=\"parent\"), or use uniform."
      )
    }
  }
}
