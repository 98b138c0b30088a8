// trichluc search
#include "report/search.h"

#include "cli/command.h"
#include "store/database.h"

namespace trichluc {

std::function<ExitCode()> DeclareSearch(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  auto terms = std::make_shared<std::vector<std::string>>();
  auto limit = std::make_shared<size_t>(20);
  app.add_option(
         "words", *terms,
         "words that stand together in a subject, a task or on a page, with or without marks; \"in quotes\": "
         "one behind the other; a word that ends in * is a beginning")
      ->required();
  app.add_option("--limit", *limit, "places to show; 0: all")->capture_default_str();
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    WriteOut(ListHits(database, *terms, *limit, static_cast<size_t>(TerminalWidth())));
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
