// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
//
// The only door to the system's libxml2. No header of libxml2 is included here: beside Foundation
// they do not import into Swift (their ICU headers clash), and opaque types leave one place for
// every hardening measure. All text is UTF-8; lengths are in bytes.

#ifndef C_LIBXML2_H
#define C_LIBXML2_H

#include <stddef.h>
#include <stdint.h>

/// A parsed document. One owner, one thread.
typedef struct sda_document sda_document;
/// A compiled XML Schema. One owner, one thread.
typedef struct sda_schema sda_schema;

/// What went wrong at a line: libxml2's code and message.
typedef void (*sda_issue)(void *context, int line, int code, const char *message);

/// The walk over a document, in document order. Attributes come right after their element.
typedef struct {
  void (*start)(void *context, const char *name, const char *namespace_uri, int line);
  void (*attribute)(void *context, const char *name, const char *namespace_uri, const char *value);
  void (*text)(void *context, const char *value);
  void (*end)(void *context);
} sda_visitor;

/// Prepares libxml2 for use from several threads and shuts every external loader. Call it once,
/// before any other function.
void sda_initialize(void);

/// Parses bytes. NULL when the bytes are not well-formed, hold a DOCTYPE (issue code -1) or break
/// a namespace rule; then at least one issue was reported.
sda_document *sda_parse(const uint8_t *bytes, size_t count, sda_issue issue, void *context);
void sda_document_free(sda_document *document);

/// Whether bytes are well-formed, under the rules of sda_parse and without building a tree.
/// 1: well-formed. 0: not; then at least one issue was reported.
int sda_well_formed(const uint8_t *bytes, size_t count, sda_issue issue, void *context);

/// Walks the elements, attributes and text of a document; comments and processing instructions
/// are left out.
void sda_walk(const sda_document *document, const sda_visitor *visitor, void *context);

/// Compiles a schema from bytes. NULL when it does not compile.
sda_schema *sda_schema_compile(const uint8_t *bytes, size_t count, sda_issue issue, void *context);
void sda_schema_free(sda_schema *schema);

/// Validates a document. 0: valid. Positive: issues were reported. Negative: libxml2 failed.
int sda_validate(sda_schema *schema, sda_document *document, sda_issue issue, void *context);

/// Compares the exclusive canonical form (Exclusive XML Canonicalization 1.0, without comments)
/// with bytes. 1: equal. 0: different. Negative: canonicalisation failed.
int sda_canonical_equals(sda_document *document, const uint8_t *bytes, size_t count);

/// Writes the exclusive canonical form to a buffer that the caller frees with sda_buffer_free.
/// The number of bytes, or a negative number when canonicalisation failed.
long sda_canonical(sda_document *document, uint8_t **buffer);
void sda_buffer_free(uint8_t *buffer);

/// Where the signatures of a document stand, and what it holds that a signature does not cover.
typedef struct {
  /// Elements Signature of the namespace of XML signatures, at any depth.
  int signatures;
  /// 1 when the last element inside the root is such an element and only space follows it.
  int is_last;
  /// Comments, inside and outside of the root.
  int comments;
  /// Processing instructions, inside and outside of the root.
  int instructions;
  /// Nodes of any other kind that is no element, attribute or text.
  int others;
} sda_signature_scan;

/// Looks through a whole document, with what stands before and after its root.
void sda_scan_signatures(const sda_document *document, sda_signature_scan *scan);

/// Walks the last element inside the root as sda_walk does the root. 0 when there is none.
int sda_walk_last(const sda_document *document, const sda_visitor *visitor, void *context);

/// Writes the exclusive canonical form of the first element inside the last element inside the
/// root, in its place, to a buffer that the caller frees with sda_buffer_free. The number of bytes,
/// or a negative number when there is no such element or canonicalisation failed.
long sda_canonical_first_of_last(sda_document *document, uint8_t **buffer);

/// Takes the last element inside the root out of the document.
void sda_remove_last(sda_document *document);

#endif
