// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// What a letter to a person needs of a profile, also of one that the pack of today no longer accepts.
public struct Addressee: Sendable, Equatable {
  /// The name to print, or nil.
  public var displayName: String?
  /// Whom to call.
  public var clinic: Clinic
  /// How the letter is to look.
  public var choices: DocumentChoices

  /// Somebody of whom no profile is known.
  public init() { (clinic, choices) = (Clinic(), DocumentChoices()) }

  /// The person of a profile, as far as the profile can be read: what is not usable is left out.
  ///
  /// - Parameters:
  ///   - profile: the root of the profile.
  ///   - languages: the languages that there are texts for; the first stands for others.
  public init(_ profile: MarkupElement, languages: [String]) {
    let (clinic, document) = (profile.first("clinic"), profile.first("document"))
    displayName = TypedText.words(profile.first("person")?.attribute("displayName"))
    self.clinic = Clinic(
      name: TypedText.words(clinic?.attribute("name")),
      clinician: TypedText.words(clinic?.attribute("clinician")),
      phone: TypedText.words(clinic?.attribute("phone")).flatMap {
        TypedText.isPhone($0) ? $0 : nil
      })
    let language = document?.attribute("language") ?? "en"
    choices = DocumentChoices(
      language: languages.contains(language) ? language : languages.first ?? language,
      edition: document?.attribute("edition").flatMap { .init(rawValue: $0) } ?? .standard,
      paper: document?.attribute("paper").flatMap { .init(rawValue: $0) } ?? .a4)
  }
}
