// trichluc list
#include "report/list.h"

#include "cli/command.h"
#include "store/database.h"

namespace trichluc {

std::function<ExitCode()> DeclareList(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  auto failed = std::make_shared<bool>(false);
  app.add_flag("--failed", *failed, "the files that could not be read, and why");
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    const size_t width = static_cast<size_t>(TerminalWidth());
    WriteOut(*failed ? ListFailures(database, width) : ListDocuments(database, width));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
