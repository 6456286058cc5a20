// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

/// The texts of plots: an id of the text catalogue, followed by its parameters.
public enum PlotPhrase: String, ProgramText {
  case plotWords = "plot-words"
  case plotRow = "plot-row name parts"
  case plotPart = "plot-part name points"
  case plotContributionsLead = "plot-contributions-lead"
  case plotWeights = "plot-weights"
  case plotWeightsLead = "plot-weights-lead"
  case plotBranchWords = "plot-branch-words name share branch total"
  case plotFlipsLead = "plot-flips-lead low high"
  case plotFlipUp = "plot-flip-up option weight"
  case plotFlipDown = "plot-flip-down option weight"
  case plotNoFlip = "plot-no-flip"
  case plotFlipWords = "plot-flip-words name now changes"
  case plotRanks = "plot-ranks"
  case plotRanksLead = "plot-ranks-lead error"
  case plotRank = "plot-rank rank"
  case plotRankShare = "plot-rank-share rank share"
  case plotTornadoLead = "plot-tornado-lead zero leader challenger"
  case plotCrosses = "plot-crosses"
  case plotTornadoWords = "plot-tornado-words name low high"
  case plotTornadoCrossing = "plot-tornado-crossing name low high"
}
