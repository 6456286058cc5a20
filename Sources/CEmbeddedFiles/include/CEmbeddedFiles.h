// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
//
// The files of the pack, the schemas and the styles as bytes inside the program.

#ifndef C_EVIDENCE_PACKS_H
#define C_EVIDENCE_PACKS_H

#include <stddef.h>
#include <stdint.h>

/// One embedded file.
typedef struct {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} sda_embedded_file;

/// The number of embedded files.
size_t sda_embedded_count(void);
/// An embedded file by its index.
sda_embedded_file sda_embedded_at(size_t index);

#endif
