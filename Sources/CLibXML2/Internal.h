// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.
//
// What the C files of this target share; it names types of libxml2 and is not for Swift.

#ifndef C_LIBXML2_INTERNAL_H
#define C_LIBXML2_INTERNAL_H

#include "CLibXML2.h"

#include <libxml/tree.h>

// Opaque outside: a sda_document is an xmlDoc.
static inline xmlDocPtr xml_document(const sda_document *document) { return (xmlDocPtr)document; }

// Walks one node and what is inside it.
void sda_visit(xmlNodePtr node, const sda_visitor *visitor, void *context);

#endif
