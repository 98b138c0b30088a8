// A folder in memory for inputs that must be files.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace trichluc::fuzz {

class Folder {
 public:
  Folder() {
    const bool memory = access("/dev/shm", W_OK) == 0;
    path_ = memory ? "/dev/shm/trichluc-fuzz-XXXXXX"
                   : (std::filesystem::temp_directory_path() / "trichluc-fuzz-XXXXXX").string();
    if (mkdtemp(path_.data()) == nullptr) std::abort();
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

  void Write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ + "/" + name, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }

 private:
  std::string path_;
};

}  // namespace trichluc::fuzz
