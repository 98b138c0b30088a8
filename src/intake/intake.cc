#include "intake/intake.h"

#include <glob.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>

#include "base/error.h"
#include "base/files.h"

namespace trichluc {
namespace {

namespace fs = std::filesystem;

bool HasPdfName(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) {
    return c < 128 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return extension == ".pdf";
}

std::vector<std::string> Expand(const std::string& pattern) {
  glob_t found{};
  std::vector<std::string> paths;
  if (::glob(pattern.c_str(), 0, nullptr, &found) == 0)
    paths.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  ::globfree(&found);
  return paths;
}

class Finder {
 public:
  explicit Finder(const HashSource& known) : known_(known) {}

  void Add(const std::string& entry) {
    std::error_code error;
    const fs::file_status status = fs::status(entry, error);
    if (fs::exists(status)) return AddExisting(entry, status);
    if (error && error != std::errc::no_such_file_or_directory && error != std::errc::not_a_directory) {
      return Fail(entry, ErrorCode::kUnreadable, error.message());
    }
    const bool is_glob = entry.find_first_of("*?[") != std::string::npos;
    if (!is_glob) return Fail(entry, ErrorCode::kNotFound, "there is no such file or folder; check the path");
    const std::vector<std::string> matches = Expand(entry);
    if (matches.empty())
      return Fail(entry, ErrorCode::kNotFound, "no file matches this pattern; check the path");
    for (const std::string& match : matches) AddExisting(match, fs::status(match, error));
  }

  FindResult Take() { return std::move(result_); }

 private:
  void AddExisting(const std::string& path, const fs::file_status& status) {
    if (fs::is_directory(status)) return AddFolder(path);
    AddFile(path, status);
  }

  void AddFolder(const std::string& folder) {
    std::vector<std::string> paths;
    const size_t failures = result_.failures.size();
    Collect(folder, &paths);
    std::sort(paths.begin(), paths.end());
    std::error_code error;
    for (const std::string& path : paths) AddFile(path, fs::status(path, error));
    if (paths.empty() && result_.failures.size() == failures) {
      Fail(folder, ErrorCode::kNotFound,
           "the folder holds no *.pdf; give another folder, or the files by name");
    }
  }

  // A folder that cannot be listed is one failure; its neighbours are still searched.
  void Collect(const fs::path& folder, std::vector<std::string>* paths) {
    std::error_code error;
    fs::directory_iterator entry(folder, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      std::error_code ignored;
      if (entry->symlink_status(ignored).type() == fs::file_type::directory) {
        Collect(entry->path(), paths);
      } else if (HasPdfName(entry->path()) && !entry->is_directory(ignored)) {
        paths->push_back(entry->path().string());
      }
    }
    if (error) {
      Fail(folder.string(), ErrorCode::kUnreadable,
           "the folder cannot be listed (" + error.message() + "); check its permissions");
    }
  }

  // Anything but a regular file is refused before it is opened: opening a pipe would wait for ever.
  void AddFile(const std::string& path, const fs::file_status& status) {
    if (!fs::exists(status))
      return Fail(path, ErrorCode::kNotFound, "the link points nowhere; mend or remove it");
    if (!fs::is_regular_file(status)) return Fail(path, ErrorCode::kUnreadable, "not a regular file");
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    if (!error && !seen_.insert(canonical.string()).second) return;
    try {
      struct stat now {};  // before the bytes are read: a later change is seen when the file is opened
      if (::stat(path.c_str(), &now) != 0) throw std::system_error(errno, std::generic_category(), path);
      FoundFile found{path, "", static_cast<long long>(now.st_size), Modified(now), canonical.string()};
      if (known_) found.sha256 = known_(found.place, found.bytes, found.modified);
      found.hashed = found.sha256.empty();
      if (found.hashed) found.sha256 = Sha256OfFile(path);
      result_.files.push_back(std::move(found));
    } catch (const std::system_error& failure) {
      Fail(path, ErrorCode::kUnreadable,
           "cannot be read (" + failure.code().message() + "); check the permissions of the file");
    }
  }

  void Fail(const std::string& path, ErrorCode code, const std::string& message) {
    result_.failures.push_back({path, Name(code), message});
  }

  const HashSource& known_;
  std::set<std::string> seen_;
  FindResult result_;
};

}  // namespace

long long Modified(const struct stat& status) {
  return static_cast<long long>(status.st_mtim.tv_sec) * 1000000000 + status.st_mtim.tv_nsec;
}

std::vector<ListedFile> ListFolder(const std::string& folder) {
  std::vector<ListedFile> files;
  std::error_code error;
  constexpr auto kOptions = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator entry(folder, kOptions, error), end; !error && entry != end;
       entry.increment(error)) {
    std::error_code gone;
    if (!HasPdfName(entry->path()) || !entry->is_regular_file(gone)) continue;
    const auto bytes = static_cast<long long>(entry->file_size(gone));
    const auto modified = entry->last_write_time(gone).time_since_epoch().count();
    if (!gone) files.push_back({entry->path().string(), bytes, static_cast<long long>(modified)});
  }
  std::sort(files.begin(), files.end(),
            [](const ListedFile& a, const ListedFile& b) { return a.path < b.path; });
  return files;
}

FindResult FindFiles(const std::vector<std::string>& entries, const HashSource& known) {
  Finder finder(known);
  for (const std::string& entry : entries) finder.Add(entry);
  return finder.Take();
}

}  // namespace trichluc
