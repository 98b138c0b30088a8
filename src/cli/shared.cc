#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "base/files.h"
#include "cli/command.h"
#include "pipeline/pipeline.h"

namespace trichluc {
namespace {

std::filesystem::path ProgramFolder() {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

}  // namespace

namespace {

Drawer drawer = nullptr;
Painter painter = nullptr;
SheetWriter sheet_writer = nullptr;

[[noreturn]] void HandOver() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::string line{std::istreambuf_iterator<char>(file), {}};
  std::vector<char*> arguments;
  for (size_t at = 0; at < line.size(); at = line.find('\0', at) + 1) arguments.push_back(line.data() + at);
  arguments.push_back(nullptr);
  const std::string reader = ReaderProgram();
  ::execv(reader.c_str(), arguments.data());
  throw UsageError("cannot start " + reader + " (" + std::strerror(errno) + "); it belongs beside trichluc");
}

}  // namespace

void SetDrawer(Drawer chosen) { drawer = chosen; }
void SetPainter(Painter chosen) { painter = chosen; }
void SetSheetWriter(SheetWriter chosen) { sheet_writer = chosen; }

std::vector<std::string> DrawOrHandOver(const Database& database, const DrawRequest& request) {
  if (drawer == nullptr) HandOver();
  return drawer(database, request);
}

Painter PainterOrHandOver() {
  if (painter == nullptr) HandOver();
  return painter;
}

SheetWriter SheetWriterOrHandOver() {
  if (sheet_writer == nullptr) HandOver();
  return sheet_writer;
}

std::shared_ptr<std::string> AddDatabaseOption(CLI::App& app) {
  auto path = std::make_shared<std::string>("trichluc.db");
  app.add_option("--db", *path, "the database file")->capture_default_str();
  return path;
}

std::shared_ptr<std::string> AddRulesOption(CLI::App& app) {
  auto path = std::make_shared<std::string>();
  app.add_option("--rules", *path, "folder of the rule files (default: the program's own)");
  return path;
}

std::string RulesFolder(const std::string& given) {
  if (!given.empty()) return given;
  if (const char* chosen = std::getenv("TRICHLUC_RULES"); chosen != nullptr && *chosen != '\0') return chosen;
  const std::filesystem::path program = ProgramFolder();
  std::string looked;
  for (const char* place : {"rules", "../rules", "../share/trichluc/rules"}) {
    const std::filesystem::path folder = (program / place).lexically_normal();
    if (std::filesystem::is_directory(folder)) return folder.string();
    looked += (looked.empty() ? "" : ", ") + folder.string();
  }
  throw UsageError("no rule files found (looked at " + looked +
                   "); name their folder with --rules or TRICHLUC_RULES");
}

std::shared_ptr<const RuleSet> LoadRules(const std::string& given) {
  return RuleSet::Load(RulesFolder(given));
}

std::string ModelsFolder(const std::string& rules_given) { return RulesFolder(rules_given) + "/models"; }

void WriteOut(const std::string& text) {
  errno = 0;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if (written && std::fflush(stdout) == 0) return;
  throw UsageError(std::string("standard output cannot be written (") + std::strerror(errno ? errno : EIO) +
                   "); is the disk full?");
}

void WriteOutput(const std::string& path, const std::string& bytes) {
  try {
    WriteFileAtomically(path, bytes);
  } catch (const std::system_error& error) {
    throw UsageError(path + ": cannot be written (" + error.code().message() +
                     "); check that the folder exists, may be written and has room");
  }
}

void EndOnInterrupt() {
  std::signal(SIGINT, [](int) { ::_exit(static_cast<int>(ExitCode::kInterrupted)); });
}

void StopOnInterrupt() {
  std::signal(SIGINT, [](int) {
    if (StopRequested()) ::_exit(static_cast<int>(ExitCode::kInterrupted));
    RequestStop();
  });
}

bool StdoutIsTerminal() { return ::isatty(STDOUT_FILENO) != 0; }
bool StderrIsTerminal() { return ::isatty(STDERR_FILENO) != 0; }

int TerminalWidth() {
  winsize size{};
  if (StdoutIsTerminal() && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  if (const char* columns = std::getenv("COLUMNS"); columns != nullptr && std::atoi(columns) > 20)
    return std::atoi(columns);
  return 100;
}

}  // namespace trichluc
