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
  auto range = std::make_shared<ListRange>();
  app.add_option("--limit", range->limit, "lines to show; 0: all")->capture_default_str();
  app.add_option("--offset", range->offset, "lines to pass over before")->capture_default_str();
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    const size_t width = static_cast<size_t>(TerminalWidth());
    WriteOut(*failed  ? ListFailures(database, width)
             : *tasks ? ListTasks(database, width, *range)
                      : ListDocuments(database, width, *range));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
