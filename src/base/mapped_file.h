// A file as memory, read page by page when it is touched: large tables cost nothing to open.
#pragma once

#include <string>
#include <string_view>

namespace trichluc {

// Not copied. The bytes stay valid as long as the object; the file must not be written meanwhile (replace it
// by a rename, as WriteFileAtomically does).
class MappedFile {
 public:
  // Throws std::system_error with the path in what(). An empty file gives no bytes.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace trichluc
