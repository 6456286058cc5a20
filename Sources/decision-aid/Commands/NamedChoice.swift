// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import ArgumentParser
import EvidencePack

/// What an option can be: one of a few names, in small or capital letters.
protocol NamedChoice: ExpressibleByArgument, CaseIterable, RawRepresentable<String> {}

extension NamedChoice {
  /// The choice of a name; public, since the editions and papers of the pack are.
  public init?(argument: String) {
    let found = Self.allCases.first { $0.rawValue.lowercased() == argument.lowercased() }
    guard let found else { return nil }
    self = found
  }
}

extension DocumentChoices.Edition: NamedChoice {}

extension DocumentChoices.Paper: NamedChoice {}

/// How ready a person is, as `audit record-decision` notes it.
enum Readiness: String, NamedChoice {
  case ready, unsure, notAsked
}

/// Those who can take part in a decision; on the command line they are joined by commas.
struct DecisionParties: ExpressibleByArgument {
  /// Who took part, each once, in the order of the command line.
  let names: [String]

  /// Who can take part.
  static let allValueStrings = ["patient", "clinician", "family", "nurse", "interpreter"]

  init?(argument: String) {
    names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard names.allSatisfy(Self.allValueStrings.contains), Set(names).count == names.count else {
      return nil
    }
  }
}

/// What `schema` prints.
enum SchemaName: String, NamedChoice {
  case preferenceProfile = "preference-profile"
  case profileTemplate = "profile-template"
  case evidencePack = "evidence-pack"
  case textCatalogue = "text-catalogue"
  case decisionRecord = "decision-record"
  case auditExport = "audit-export"
  case decisionProblem = "decision-problem"
  case checklist

  /// Its file inside the program.
  var file: String {
    self == .profileTemplate ? "profile-template.xml" : "schemas/\(rawValue).xsd"
  }
}
