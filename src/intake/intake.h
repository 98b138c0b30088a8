// What the user named on the command line → the files to read. The front header of the room.
//
// Nothing here throws for a bad entry: one wrong name in a batch of thousands is a FindFailure, and the rest
// goes on. Whether a file really is a PDF is asked by render, which has to open it anyway.
#pragma once

#include <sys/stat.h>

#include <functional>
#include <string>
#include <vector>

namespace trichluc {

struct FoundFile {
  std::string path;    // as given; below a folder: the folder as given + "/" + the rest
  std::string sha256;  // of the bytes, 64 lower-case hexadecimal digits
  long long bytes = 0, modified = 0;  // modified: nanoseconds since 1970
  std::string place;   // absolute, links resolved
  bool hashed = false;  // just now; else the hash was known
};

// The hash of the file at a place with this size and time, or "" where it is not known.
using HashSource = std::function<std::string(const std::string& place, long long bytes, long long modified)>;

// The time of its last change, as FoundFile::modified.
long long Modified(const struct stat& status);

struct FindFailure {
  std::string path;
  std::string code;     // Name(ErrorCode): not_found, unreadable
  std::string message;  // cause and what to do, without the path
};

struct FindResult {
  std::vector<FoundFile> files;
  std::vector<FindFailure> failures;
};

// An entry is
//   - a file, taken whatever its name;
//   - a folder: every *.pdf below it (case-insensitively), sorted by path. Links to files are followed, links
//   to
//     folders are not, so that a link to a parent cannot go round for ever;
//   - else, where it holds one of * ? [ , a glob as the shell knows it. Each match is a file or a folder as
//   above.
// A file reached twice is given once, at its first place. An entry that yields nothing is a failure.
// A file of which `known` has the hash is not opened.
FindResult FindFiles(const std::vector<std::string>& entries, const HashSource& known = {});

// The *.pdf below a folder as they lie there now, by path, unopened; what cannot be listed is left out.
struct ListedFile {
  std::string path;
  long long bytes = 0, modified = 0;  // nanoseconds of the file system's clock
};
std::vector<ListedFile> ListFolder(const std::string& folder);

}  // namespace trichluc
