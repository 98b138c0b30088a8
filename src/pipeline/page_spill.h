// Pages that were read and wait until their file is complete.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>

namespace trichluc {

// The first few stay in memory, the rest go into a file without a name in `folder`, which is gone with the
// process however that ends: what a document of any length needs in memory is bounded. Not thread-safe.
class PageSpill {
 public:
  explicit PageSpill(std::string folder) : folder_(std::move(folder)) {}
  ~PageSpill();
  PageSpill(PageSpill&& other) noexcept;
  PageSpill& operator=(PageSpill&&) = delete;

  // Throws UsageError when the folder cannot hold it (a full disk).
  void Put(int page, std::string bytes);
  bool Has(int page) const { return kept_.count(page) > 0 || places_.count(page) > 0; }
  void Clear();
  // "" for none. Throws UsageError.
  std::string Get(int page) const;

 private:
  struct Place {
    int64_t offset = 0;
    size_t bytes = 0;
  };
  void Write(int page, const std::string& bytes);

  std::string folder_;
  std::map<int, std::string> kept_;
  std::map<int, Place> places_;
  size_t kept_bytes_ = 0;
  int64_t end_ = 0;
  int file_ = -1;
};

}  // namespace trichluc
