// What a batch tells while it runs: plain lines, a running line on a terminal, or JSON lines.
#pragma once

#include <chrono>

#include "cli/command.h"
#include "pipeline/pipeline.h"

namespace trichluc {

// To standard error. On a terminal a running line: files, pages, pages a second, time left, failures so far.
class ProgressPrinter {
 public:
  enum class Form { kPlain, kJson };
  explicit ProgressPrinter(Form form) : form_(form) {}

  void operator()(const Progress& progress);

 private:
  void RunningLine(const Progress& progress);

  Form form_;
  int failed_ = 0;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

// The first line of an import: what its worker processes may do.
void Announce(ProgressPrinter::Form form);

// The last lines: sums, what failed and why, what to do about it. `verb`: "read".
ExitCode Conclude(const IngestResult& result, const char* verb, ProgressPrinter::Form form);

}  // namespace trichluc
