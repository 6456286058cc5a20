// Copyright (c) Spine Decision Aid contributors. Licensed under Apache-2.0.

// Linux's calls on files that Swift's Glibc does not show. All set errno and return -1 when they fail.

#ifndef CSYSTEMCALLS_H
#define CSYSTEMCALLS_H

// Waits until the disk holds all that was written to the file system of an open file.
int system_syncfs(int descriptor);

// Renames inside an open folder, by the flags of renameat2.
int system_renameat2(int folder, const char *old_name, const char *new_name, unsigned int flags);

// The number by which the system names the kind of file system of an open file.
long system_kind_of_open(int descriptor);

// The number by which the system names the kind of file system of a path.
long system_kind_of_path(const char *path);

#endif
