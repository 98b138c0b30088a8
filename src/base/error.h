// The two ways in which work stops, and the program's exit codes.
//
// An expected outcome (a field that is absent, an empty page) is data and never an exception. DocumentError
// is the one exception for "this document cannot go on"; it is caught in one place (pipeline), which records
// it and goes on with the next file. UsageError is for what the caller can mend: a wrong option, a wrong rule
// file, a database that cannot be opened.
#pragma once

#include <stdexcept>
#include <string>

namespace trichluc {

// Exit codes of the program. Documented in README.md; never renumber.
enum class ExitCode : int {
  kOk = 0,
  kUsage = 1,         // wrong command line, wrong rule file, unusable database
  kBelowFloor = 2,    // audit: a figure is below its floor
  kSomeFailed = 3,    // batch finished, some files could not be read
  kInternal = 4,      // a defect of the program
  kInterrupted = 130  // SIGINT
};

enum class ErrorCode {
  kNotFound,
  kUnreadable,
  kEmpty,
  kNotPdf,
  kBroken,
  kEncrypted,
  kTooLarge,
  kChanged,
  kEngine,
  kStore
};

// Short stable name, as stored in the database: "not_found", "encrypted" …
const char* Name(ErrorCode code);

// `stage` is the room's name, `path` the file as the user gave it, `page` 1-based or 0 for the whole file.
// what() is one line: path, page, cause, what to do.
class DocumentError : public std::runtime_error {
 public:
  DocumentError(ErrorCode code, std::string stage, std::string path, int page, const std::string& cause);

  ErrorCode code() const { return code_; }
  const std::string& stage() const { return stage_; }
  const std::string& path() const { return path_; }
  int page() const { return page_; }
  const std::string& cause() const { return cause_; }

 private:
  ErrorCode code_;
  std::string stage_, path_;
  int page_;
  std::string cause_;
};

class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace trichluc
