#include "intake/source_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.h"

namespace trichluc {
namespace {

[[noreturn]] void Fail(ErrorCode code, const FoundFile& found, const std::string& cause) {
  throw DocumentError(code, "intake", found.path, 0, cause);
}

}  // namespace

SourceFile::SourceFile(const FoundFile& found) {
  // O_NONBLOCK: a pipe that took the file's place would wait for ever.
  fd_ = ::open(found.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd_ < 0 && errno == ENOENT)
    Fail(ErrorCode::kNotFound, found, "no such file: it vanished while the others were read");
  if (fd_ < 0)
    Fail(ErrorCode::kUnreadable, found, std::string("cannot be opened (") + std::strerror(errno) + ")");
  try {
    RequireUnchanged(found);
  } catch (...) {
    Close();
    throw;
  }
}

SourceFile::SourceFile(SourceFile&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

SourceFile& SourceFile::operator=(SourceFile&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

void SourceFile::RequireUnchanged(const FoundFile& found) const {
  struct stat now {};
  if (::fstat(fd_, &now) != 0 || !S_ISREG(now.st_mode))
    Fail(ErrorCode::kUnreadable, found, "not a regular file");
  if (now.st_size == found.bytes && Modified(now) == found.modified) return;
  Fail(ErrorCode::kChanged, found, "the file changed while it was being read; run the same command again");
}

void SourceFile::Close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

}  // namespace trichluc
