// A found file, held open while it is read.
#pragma once

#include "intake/intake.h"

namespace trichluc {

// What is read is what was found, or the reading does not count: a file that was replaced, or is still being
// written, is told by its size and time.
class SourceFile {
 public:
  SourceFile() = default;
  // Throws DocumentError: not_found (it vanished since), unreadable, changed (it is another than was found).
  explicit SourceFile(const FoundFile& found);
  ~SourceFile() { Close(); }
  SourceFile(SourceFile&& other) noexcept;
  SourceFile& operator=(SourceFile&& other) noexcept;

  int descriptor() const { return fd_; }  // -1 when closed
  // Throws DocumentError (changed) when the open file was written to since. One that was removed or replaced
  // under its name can still be read to its end.
  void RequireUnchanged(const FoundFile& found) const;
  void Close();

 private:
  int fd_ = -1;
};

}  // namespace trichluc
