// What a worker process may still do once it is set up: read what it was given, think, and answer.
//
// PDFs are untrusted, and the libraries that read them are large. A worker gives up its rights before the
// first one is opened: it opens no file for writing, no socket, starts no program (seccomp), and of files it
// may read those of the system that fonts and code tables come from (Landlock). The PDFs themselves are
// opened by the calling process and handed over as descriptors.
#pragma once

#include <string>
#include <vector>

namespace trichluc {

// What the kernel granted. Each works without the other, and workers work without both.
struct Sandbox {
  bool calls = false;  // seccomp: no network, no writing, no other programs
  int files = 0;       // Landlock: its version; 0 where the kernel has none and any file may be read
};

// For the rest of this process's life; there is no way back. `readable`: further files and folders that may
// be read. Descriptors that are open stay usable. Call it from a process of one thread.
Sandbox EnterSandbox(const std::vector<std::string>& readable);

// The memory that this process may take from now on. A build with sanitizers has no bound: their own tables are larger than any.
void LimitMemory(int megabytes);

// What EnterSandbox would grant here, tried in a child process.
Sandbox ProbeSandbox();

// In words, for people: "no network, no writing (seccomp); …".
std::string Describe(const Sandbox& sandbox);

}  // namespace trichluc
