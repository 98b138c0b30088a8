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
  auto picture = std::make_shared<std::string>();
  app.add_option("--picture", *picture, "also write the picture of the field's box (PNG) to this file");
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    const StoredDocument stored = FindOneDocument(database, *key);
    WriteOut(ExplainField(stored, *field, static_cast<size_t>(TerminalWidth()), database.Changes(stored.id)));
    if (!picture->empty()) WriteOutput(*picture, PictureOf(database, stored, *field));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
