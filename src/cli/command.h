// A command of the program: one file each, one row in Commands().
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "rules/rules.h"
#include "store/database.h"

namespace trichluc {

// Declares its options on `app` and returns what to run once they are parsed. Runs return an exit code; they
// may throw UsageError. Output goes to stdout, progress and complaints to stderr.
struct Command {
  const char* name;
  const char* summary;   // one line of --help
  const char* examples;  // shown below the options; "" for none
  std::function<std::function<ExitCode()>(CLI::App& app)> declare;
};

const std::vector<Command>& Commands();

// The program: argv → command → exit code. Never throws.
int RunCommands(int argc, char** argv);

// Pictures of a document's pages, which the program that reads pages alone can draw.
struct DrawRequest {
  enum class Kind { kTables, kHandwriting } kind = Kind::kTables;
  std::string document, rules, folder;  // as given
};
// Returns the files made.
using Drawer = std::vector<std::string> (*)(const Database& database, const DrawRequest& request);
void SetDrawer(Drawer drawer);
// With the drawer that was set; else the program that has one takes over with this one's arguments.
std::vector<std::string> DrawOrHandOver(const Database& database, const DrawRequest& request);

// What that program adds to the cases of `audit --report`: pictures, and what plain Tesseract reads.
struct HandCase;
using Painter = void (*)(std::vector<HandCase>& cases);
void SetPainter(Painter painter);
// Before anything is printed: where no painter was set, the program that has one takes over with this one's arguments.
Painter PainterOrHandOver();

// Spreadsheets: libxlsxwriter would cost each start of trichluc a fifth of its time.
struct ExportCounts;
using SheetWriter = ExportCounts (*)(const Database& database, const std::string& path);
void SetSheetWriter(SheetWriter writer);
SheetWriter SheetWriterOrHandOver();  // as PainterOrHandOver

// "; did you mean …?" for a misspelt command, ";" for one like none: what stands between a complaint and its
// advice.
std::string SuggestCommand(const std::string& misspelt);

std::function<ExitCode()> DeclareAudit(CLI::App& app);
std::function<ExitCode()> DeclareExplain(CLI::App& app);
std::function<ExitCode()> DeclareExport(CLI::App& app);
std::function<ExitCode()> DeclareGraph(CLI::App& app);
std::function<ExitCode()> DeclareIngest(CLI::App& app);
std::function<ExitCode()> DeclareList(CLI::App& app);
std::function<ExitCode()> DeclareReextract(CLI::App& app);
std::function<ExitCode()> DeclareRules(CLI::App& app);
std::function<ExitCode()> DeclareSearch(CLI::App& app);
std::function<ExitCode()> DeclareShow(CLI::App& app);
std::function<ExitCode()> DeclareStatus(CLI::App& app);
std::function<ExitCode()> DeclareWatch(CLI::App& app);

// Options that several commands share; both return storage that lives as long as the run.
std::shared_ptr<std::string> AddDatabaseOption(CLI::App& app);
std::shared_ptr<std::string> AddRulesOption(CLI::App& app);

// The rules folder: as given, else $TRICHLUC_RULES, else beside the program (rules/, ../rules,
// ../share/trichluc/rules). Throws UsageError that names the places looked at.
std::string RulesFolder(const std::string& given);
std::shared_ptr<const RuleSet> LoadRules(const std::string& given);

// Where the program's own models for Tesseract lie: rules/models (its README.md is the model card).
std::string ModelsFolder(const std::string& rules_given);

// To stdout. UsageError when it cannot be written (a full disk); a closed pipe ends the program quietly.
void WriteOut(const std::string& text);

// To a file the user named, in whole or not at all. UsageError says why not.
void WriteOutput(const std::string& path, const std::string& bytes);

// SIGINT ends the program with ExitCode::kInterrupted. What was committed to the database stays.
void EndOnInterrupt();

// The first SIGINT lets the pages in hand be finished (pipeline: RequestStop), the second is as above.
void StopOnInterrupt();

// Columns of the terminal, 100 when stdout is none.
int TerminalWidth();
bool StdoutIsTerminal();
bool StderrIsTerminal();

}  // namespace trichluc
