// trichluc export
#include "report/export.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/command.h"

namespace trichluc {
namespace {

using TextExport = ExportCounts (*)(const Database&, std::ostream&);

// As named, else by the ending of the output's name, else NDJSON.
std::string FormatFor(const std::string& named, const std::string& output) {
  if (!named.empty()) return named;
  const std::string ending = std::filesystem::path(output).extension().string();
  if (ending == ".csv" || ending == ".xlsx") return ending.substr(1);
  return "ndjson";
}

[[noreturn]] void Refuse(const std::string& output) {
  throw UsageError(
      fmt::format("{}: cannot be written ({}); check that the folder exists, may be written and has room",
                  output, std::strerror(errno ? errno : EIO)));
}

// A neighbour that is renamed when it is complete: nobody ever reads half an export.
ExportCounts WriteFileWith(TextExport write, const Database& database, const std::string& output) {
  const std::string temporary = output + ".tmp" + std::to_string(::getpid());
  errno = 0;
  std::ofstream out(temporary, std::ios::binary);
  if (!out) Refuse(output);
  ExportCounts counts;
  try {
    counts = write(database, out);
    out.close();
    if (!out || std::rename(temporary.c_str(), output.c_str()) != 0) Refuse(output);
  } catch (...) {
    std::remove(temporary.c_str());
    throw;
  }
  return counts;
}

ExportCounts Run(const Database& database, const std::string& format, const std::string& output) {
  const bool to_stdout = output.empty() || output == "-";
  if (format == "xlsx") {
    if (to_stdout) throw UsageError("a spreadsheet needs a file: add --output FILE.xlsx");
    return SheetWriterOrHandOver()(database, output);
  }
  const TextExport write = format == "csv" ? ExportCsv : ExportNdjson;
  if (!to_stdout) return WriteFileWith(write, database, output);
  errno = 0;
  const ExportCounts counts = write(database, std::cout);
  if (!std::cout.flush()) Refuse("standard output");
  return counts;
}

}  // namespace

std::function<ExitCode()> DeclareExport(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  auto format = std::make_shared<std::string>();
  auto output = std::make_shared<std::string>();
  app.add_option("--format", *format,
                 "ndjson: documents, one JSON object a line; csv: tasks; xlsx: tasks and documents")
      ->check(CLI::IsMember({"ndjson", "csv", "xlsx"}));
  app.add_option("-o,--output", *output, "file to write (default: standard output)");
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    const ExportCounts counts = Run(database, FormatFor(*format, *output), *output);
    if (StderrIsTerminal() && !output->empty()) {
      std::fprintf(stderr, "%d documents, %d tasks → %s\n", counts.documents, counts.tasks, output->c_str());
    }
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
