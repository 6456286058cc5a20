// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

import Markup

/// The schema that records follow.
public enum RecordSchema {
  /// What the schema says against a record; empty when it is valid.
  ///
  /// - Throws: `PipelineFailure.selfCheckFailed` when the embedded schema does not compile.
  public static func problems(
    in record: [UInt8], file: String
  ) throws(PipelineFailure) -> [Diagnostic] {
    let schema = try Schemas.compile("decision-record")
    do throws(XMLError) {
      return try XMLReader().read(
        record, file: file, limit: XMLReader.documentLimit, schema: schema
      ).problems
    } catch {
      return error.diagnostics(file: file)
    }
  }
}
