// argv → command → exit code. Every exception ends here, as one line that says what, where, what to do.
#include <cstdio>
#include <exception>

#include "cli/command.h"

namespace {

int Run(int argc, char** argv) {
  using namespace trichluc;
  CLI::App app{"trichluc: scanned Vietnamese administrative PDFs in, a database of documents and tasks out", "trichluc"};
  app.set_version_flag("--version", "trichluc " TRICHLUC_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  std::function<ExitCode()> chosen;
  for (const Command& command : Commands()) {
    CLI::App* sub = app.add_subcommand(command.name, command.summary);
    if (command.hidden) sub->group("");
    if (*command.examples != '\0') sub->footer(std::string("Examples:\n") + command.examples);
    const std::function<ExitCode()> run = command.declare(*sub);
    sub->callback([&chosen, run] { chosen = run; });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? static_cast<int>(ExitCode::kOk) : static_cast<int>(ExitCode::kUsage);
  }
  return static_cast<int>(chosen());
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return Run(argc, argv);
  } catch (const trichluc::UsageError& error) {
    std::fprintf(stderr, "trichluc: %s\n", error.what());
    return static_cast<int>(trichluc::ExitCode::kUsage);
  } catch (const trichluc::DocumentError& error) {
    std::fprintf(stderr, "trichluc: %s\n", error.what());
    return static_cast<int>(trichluc::ExitCode::kSomeFailed);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "trichluc: internal error: %s; please report it with the command and the file\n", error.what());
    return static_cast<int>(trichluc::ExitCode::kInternal);
  }
}
