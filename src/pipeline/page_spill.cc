#include "pipeline/page_spill.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/error.h"

namespace trichluc {
namespace {

constexpr size_t kInMemory = 256 << 10;  // bytes of a file; a page has 5 to 30 thousand

[[noreturn]] void Refuse(const std::string& folder) {
  throw UsageError("pages that were read cannot be kept in " + folder + " until their file is complete (" +
                   std::strerror(errno) + "); make room there and run the same command again");
}

// Where the file system knows no files without names, one whose name is removed at once.
int OpenNameless(const std::string& folder) {
  const int file = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0) return file;
  std::string name = folder + "/.trichluc-pages-XXXXXX";
  const int named = ::mkostemp(name.data(), O_CLOEXEC);
  if (named < 0) Refuse(folder);
  ::unlink(name.c_str());
  return named;
}

}  // namespace

PageSpill::~PageSpill() { Clear(); }

void PageSpill::Clear() {
  if (file_ >= 0) ::close(file_);
  file_ = -1;
  kept_.clear();
  places_.clear();
  kept_bytes_ = 0;
  end_ = 0;
}

PageSpill::PageSpill(PageSpill&& other) noexcept
    : folder_(std::move(other.folder_)),
      kept_(std::move(other.kept_)),
      places_(std::move(other.places_)),
      kept_bytes_(other.kept_bytes_),
      end_(other.end_),
      file_(std::exchange(other.file_, -1)) {}

void PageSpill::Put(int page, std::string bytes) {
  if (file_ < 0 && kept_bytes_ + bytes.size() <= kInMemory) {
    kept_bytes_ += bytes.size();
    kept_[page] = std::move(bytes);
    return;
  }
  Write(page, bytes);
}

void PageSpill::Write(int page, const std::string& bytes) {
  if (file_ < 0) file_ = OpenNameless(folder_);
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t written =
        ::pwrite(file_, bytes.data() + done, bytes.size() - done, end_ + static_cast<int64_t>(done));
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) Refuse(folder_);
    done += static_cast<size_t>(written);
  }
  places_[page] = {end_, bytes.size()};
  end_ += static_cast<int64_t>(bytes.size());
}

std::string PageSpill::Get(int page) const {
  if (const auto kept = kept_.find(page); kept != kept_.end()) return kept->second;
  const auto place = places_.find(page);
  if (place == places_.end()) return "";
  std::string bytes(place->second.bytes, '\0');
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t got = ::pread(file_, bytes.data() + done, bytes.size() - done,
                                place->second.offset + static_cast<int64_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) Refuse(folder_);
    done += static_cast<size_t>(got);
  }
  return bytes;
}

}  // namespace trichluc
