// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import EvidencePack
import Testing

/// A rule as its sources state it, kept apart from the pack (EvidencePack.docc/Rules.md, "Rules").
struct ExpectedRule: Sendable, CustomTestStringConvertible {
  let id: String
  /// The effects on vertebroplasty, kyphoplasty and care.
  let effects: [RuleEffect]
  let level: String
  let basis: String
  let sources: String
  let conflicts: String

  var testDescription: String { id }

  init(
    _ id: String, _ effects: [RuleEffect], _ level: String, _ basis: String, _ sources: String,
    but conflicts: String = ""
  ) {
    self.id = id
    self.effects = effects
    self.level = level
    self.basis = basis
    self.sources = sources
    self.conflicts = conflicts
  }

  /// Every rule, in the order of its group.
  static let all: [ExpectedRule] = [
    ExpectedRule(
      "neuro_deficit", [.contraindicated, .contraindicated, .caution], "absolute_as_sole_treatment",
      "coverage_relative trial_exclusion",
      "cms_lcd vertos2_excl"),
    ExpectedRule(
      "active_infection", [.contraindicated, .contraindicated, .caution], "absolute",
      "coverage trial_exclusion",
      "cms_lcd vertos2_excl vapour_excl"),
    ExpectedRule(
      "infection_mimic", [.caution, .caution, .caution], "red_flag", "observational",
      "liao2018 zhang2021"),
    ExpectedRule(
      "cancer_suspected", [.caution, .caution, .caution], "red_flag", "guideline secondary",
      "acr2018 secondary_pt"),
    ExpectedRule(
      "unstable_or_high_energy", [.contraindicated, .contraindicated, .caution],
      "relative_in_coverage", "coverage secondary",
      "cms_lcd secondary_pt"),
    ExpectedRule(
      "pain_elsewhere", [.contraindicated, .contraindicated, .favours], "absolute",
      "guideline coverage",
      "nice2013 cms_lcd"),
    ExpectedRule(
      "no_symptoms", [.notIndicated, .notIndicated, .favours], "absolute", "guideline",
      "nice2013 consumer_article"),
    ExpectedRule(
      "improving", [.notIndicated, .notIndicated, .favours], "strong", "trial",
      "klazen2010 nice2013"),
    ExpectedRule(
      "no_oedema", [.notIndicated, .notIndicated, .favours], "strong", "trial_inclusion",
      "vertos2_excl carli2023"),
    ExpectedRule(
      "pregnancy", [.contraindicated, .contraindicated, .favours], "absolute", "coverage",
      "cms_lcd"),
    ExpectedRule(
      "coagulopathy", [.contraindicated, .contraindicated, .favours], "relative_until_corrected",
      "coverage trial_exclusion",
      "cms_lcd vertos2_excl"),
    ExpectedRule(
      "cement_allergy", [.contraindicated, .contraindicated, .favours], "relative_in_coverage",
      "coverage",
      "cms_lcd consumer_article"),
    ExpectedRule(
      "contrast_allergy", [.caution, .caution, .neutral], "relative", "coverage",
      "cms_lcd"),
    ExpectedRule(
      "retropulsion", [.caution, .caution, .neutral], "relative", "coverage trial_exclusion",
      "cms_lcd vapour_excl"),
    ExpectedRule(
      "posterior_wall_breach", [.caution, .caution, .neutral], "relative", "observational",
      "perez2021 zhan2017"),
    ExpectedRule(
      "radicular", [.caution, .caution, .neutral], "relative", "trial_exclusion",
      "vertos2_excl vapour_excl"),
    ExpectedRule(
      "levels_gt3", [.caution, .caution, .neutral], "relative", "coverage observational",
      "cms_lcd josr2021"),
    ExpectedRule(
      "cardiopulm", [.caution, .caution, .neutral], "relative", "trial_exclusion",
      "vertos2_excl beckers_toy"),
    ExpectedRule(
      "upper_thoracic", [.caution, .caution, .neutral], "relative", "coverage trial_inclusion",
      "cms_lcd vertos2_excl evans2016"),
    ExpectedRule(
      "frail_asa4", [.caution, .caution, .caution], "relative", "observational",
      "beckers_toy shin2023"),
    ExpectedRule(
      "severe_lt6w", [.favours, .favours, .neutral], "weak", "guideline trial",
      "nice2013 hny2025 clark2016", but: "firanescu2018 staples2011 ebeling2019"),
    ExpectedRule(
      "too_early", [.notIndicated, .notIndicated, .favours], "moderate", "guideline",
      "nice2013"),
    ExpectedRule(
      "subacute", [.caution, .caution, .neutral], "weak", "coverage trial",
      "cms_lcd firanescu2018 wardlaw2009"),
    ExpectedRule(
      "chronic_oedema", [.favours, .unknown, .neutral], "weak", "trial",
      "carli2023", but: "cms_lcd"),
    ExpectedRule(
      "us_coverage", [.favours, .favours, .neutral], "coverage_only", "coverage",
      "cms_lcd"),
    ExpectedRule(
      "height_loss_gt50", [.neutral, .favours, .neutral], "very_weak", "observational",
      "yavuz2023", but: "wangf2018"),
    ExpectedRule(
      "collapse_gt67", [.caution, .caution, .neutral], "very_weak", "expert observational",
      "vp_postural2006 wangf2018"),
    ExpectedRule(
      "leak_priority", [.neutral, .favours, .neutral], "weak", "observational trial",
      "zhan2017 dohm2014 kd_meta2022"),
    ExpectedRule(
      "cost_or_time_priority", [.favours, .neutral, .favours], "moderate", "observational trial",
      "mehio2011 dohm2014"),
    ExpectedRule(
      "cleft", [.favours, .favours, .caution], "weak", "observational",
      "ivc_meta2020 kd_meta2022 scheyerer2022 ma2021"),
    ExpectedRule(
      "cancer_stable", [.favours, .favours, .required], "moderate", "guideline trial",
      "nass_auc berenson2011 cancer_meta2021"),
    ExpectedRule(
      "osteoporosis_care", [.required, .required, .required], "strong", "guideline",
      "hny2025 cms_lcd lindsay2001"),
    ExpectedRule(
      "mri_first", [.required, .required, .neutral], "strong", "guideline",
      "acr2018 nice2013"),
    ExpectedRule(
      "team_and_backup", [.required, .required, .neutral], "strong", "guideline",
      "hny2025 nice2013"),
  ]
}
