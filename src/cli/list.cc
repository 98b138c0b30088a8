// trichluc list
#include "report/list.h"

#include "cli/command.h"
#include "store/database.h"

namespace trichluc {

std::function<ExitCode()> DeclareList(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  auto tasks = std::make_shared<bool>(false), failed = std::make_shared<bool>(false);
  CLI::Option* with_tasks = app.add_flag("--tasks", *tasks, "the assigned work, one line a task");
  app.add_flag("--failed", *failed, "the files that could not be read, and why")->excludes(with_tasks);
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    const size_t width = static_cast<size_t>(TerminalWidth());
    const auto list = *failed ? ListFailures : *tasks ? ListTasks : ListDocuments;
    WriteOut(list(database, width));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
