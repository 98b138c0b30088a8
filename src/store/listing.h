// One line of what lists and searches show: as much of a document as a person needs to choose it.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace trichluc {

// Names of a document that a line begins with.
struct DocumentName {
  long long id = 0;
  std::optional<std::string> number, symbol, issued_on;
};

struct DocumentLine {
  DocumentName name;
  std::optional<std::string> type_code, issuer, subject;
  std::string path;
  int tasks = 0;
  int flags = 0;  // these and one for each other document of the same number and issuer
};

struct TaskLine {
  DocumentName name;
  std::optional<std::string> no;
  std::string content;
  std::optional<std::string> lead;             // names joined by "; "
  std::optional<std::string> until, deadline;  // last day; as printed
};

// What the whole database holds.
struct Totals {
  long long documents = 0, tasks = 0, flags = 0;
  long long files = 0, pages = 0, failed_pages = 0;  // of the files that are done
  long long failed = 0;                              // files
};

// Where the words asked for stand.
struct SearchHit {
  DocumentName name;
  enum class Place { kHead, kTask, kPage } place = Place::kHead;
  std::optional<std::string> task_no;  // of a task, as printed
  int page = 0;                        // in the file, 1-based
  // What stands there: some words before and behind each way in which the words asked for are written, "…" for what is
  // left out.
  std::string text;
  struct Part {
    size_t begin = 0, end = 0;
  };
  std::vector<Part> found;  // where in `text` (bytes) the words asked for stand
};

}  // namespace trichluc
