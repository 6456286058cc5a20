// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

#define _GNU_SOURCE
#include "CSystemCalls.h"

#include <stdio.h>
#include <sys/vfs.h>
#include <unistd.h>

int system_syncfs(int descriptor) { return syncfs(descriptor); }

int system_renameat2(int folder, const char *old_name, const char *new_name, unsigned int flags) {
  return renameat2(folder, old_name, folder, new_name, flags);
}

long system_kind_of_open(int descriptor) {
  struct statfs found;
  return fstatfs(descriptor, &found) == 0 ? (long)found.f_type : -1;
}

long system_kind_of_path(const char *path) {
  struct statfs found;
  return statfs(path, &found) == 0 ? (long)found.f_type : -1;
}
