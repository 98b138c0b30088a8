// trichluc graph
#include "report/graph.h"

#include "cli/command.h"
#include "store/database.h"

namespace trichluc {

std::function<ExitCode()> DeclareGraph(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  auto key = std::make_shared<std::string>(), format = std::make_shared<std::string>("text");
  app.add_option("document", *key, "its id, number or file name (default: all documents)");
  app.add_option("--format", *format, "text, or dot for Graphviz")
      ->check(CLI::IsMember({"text", "dot"}))
      ->capture_default_str();
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    WriteOut(*format == "dot" ? GraphDot(database, *key)
                              : GraphText(database, *key, static_cast<size_t>(TerminalWidth())));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
