// argv → command → exit code. Every exception ends here, as one line that says what, where, what to do.
#include <cstdio>
#include <exception>

#include "base/files.h"
#include "cli/command.h"

namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  trichluc ingest scans/            read every PDF below a folder into trichluc.db\n"
    "  trichluc list                     what is in it\n"
    "  trichluc show 112/KH-UBND         one document\n"
    "  trichluc explain 112/KH-UBND issued_on\n"
    "  trichluc export -o tracker.xlsx\n"
    "`trichluc COMMAND --help` shows the options of a command.\n"
    "Exit codes: 0 done, 1 wrong use, 2 audit below a floor, 3 some files failed, 4 defect, 130 interrupted.";

// The program, and the model that it reads with unless --lang names another: what it was made from, and its
// bytes.
std::string VersionText() {
  constexpr size_t kShown = 12;
  std::string model = "not found; name the rules folder with TRICHLUC_RULES";
  try {
    model = "trichluc, SHA-256 " +
            trichluc::Sha256OfFile(trichluc::ModelsFolder("") + "/trichluc.traineddata").substr(0, kShown);
  } catch (const std::exception&) {
    // A version is printed even where the rules are lost.
  }
  return "trichluc " TRICHLUC_VERSION "\nmodel " + model;
}

// "trichluc export: --format: pdf not in {ndjson,csv,xlsx}; `trichluc export --help` shows the options"
std::string ComplaintOf(const CLI::App* app, const CLI::Error& error) {
  std::string command = "trichluc";
  for (const CLI::App* chosen : app->get_subcommands()) command += " " + chosen->get_name();
  return command + ": " + error.what() + "; `" + command + " --help` shows how it is used\n";
}

int Run(int argc, char** argv) {
  using namespace trichluc;
  CLI::App app{"trichluc: scanned Vietnamese administrative PDFs in, a database of documents and tasks out",
               "trichluc"};
  app.set_version_flag("--version", VersionText);
  app.require_subcommand(1);
  app.footer(kExamples);
  app.failure_message(ComplaintOf);
  app.get_formatter()->column_width(34);
  std::function<ExitCode()> chosen;
  for (const Command& command : Commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    if (*command.examples != '\0') sub->footer(std::string("Examples:\n") + command.examples);
    const std::function<ExitCode()> run = command.declare(*sub);
    sub->callback([&chosen, run] { chosen = run; });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool unknown = argc > 1 && argv[1][0] != '-' && !chosen && app.get_subcommands().empty();
    if (unknown)
      throw UsageError("no command \"" + std::string(argv[1]) + "\"" + SuggestCommand(argv[1]) +
                       " `trichluc --help` shows all");
    return app.exit(error) == 0 ? static_cast<int>(ExitCode::kOk) : static_cast<int>(ExitCode::kUsage);
  }
  return static_cast<int>(chosen());
}

}  // namespace

int trichluc::RunCommands(int argc, char** argv) {
  EndOnInterrupt();
  try {
    return Run(argc, argv);
  } catch (const trichluc::UsageError& error) {
    std::fprintf(stderr, "trichluc: %s\n", error.what());
    return static_cast<int>(trichluc::ExitCode::kUsage);
  } catch (const trichluc::DocumentError& error) {
    std::fprintf(stderr, "trichluc: %s\n", error.what());
    return static_cast<int>(trichluc::ExitCode::kSomeFailed);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "trichluc: internal error: %s; please report it with the command and the file\n",
                 error.what());
    return static_cast<int>(trichluc::ExitCode::kInternal);
  }
}
