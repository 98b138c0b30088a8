// trichluc explain
#include "report/explain.h"

#include "cli/command.h"
#include "report/find.h"

namespace trichluc {

std::function<ExitCode()> DeclareExplain(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  auto key = std::make_shared<std::string>();
  auto field = std::make_shared<std::string>();
  app.add_option("document", *key, "its id, number or file name")->required();
  app.add_option("field", *field, "a path or name of the export: number, tasks/5/deadline, deadline")
      ->required();
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    WriteOut(ExplainField(FindOneDocument(database, *key), *field, static_cast<size_t>(TerminalWidth())));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
