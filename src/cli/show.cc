// trichluc show
#include "report/show.h"

#include "cli/command.h"
#include "report/export.h"
#include "report/find.h"
#include "report/pages.h"

namespace trichluc {

std::function<ExitCode()> DeclareShow(CLI::App& app) {
  const auto db = AddDatabaseOption(app);
  auto key = std::make_shared<std::string>();
  auto json = std::make_shared<bool>(false);
  app.add_option("document", *key, "its id, number or file name")->required();
  app.add_flag("--json", *json, "as `trichluc export` gives it");
  auto pictures = std::make_shared<std::string>();
  auto pages = std::make_shared<bool>(false);
  app.add_flag("--pages", *pages,
               "how each page was read: recognised, or from the text that the file carries, and why");
  const auto rules = AddRulesOption(app);
  app.add_option(
         "--pictures", *pictures,
         "a folder for pictures of its pages with tables, handwriting and stamps marked, and of its number and date")
      ->type_name("FOLDER");
  auto images = std::make_shared<std::string>();
  app.add_option("--images", *images,
                 "a folder for pictures of what is handwritten, with its candidates and their chances")
      ->type_name("FOLDER");
  return [=] {
    const Database database(*db, Database::Mode::kReadOnly);
    if (!images->empty() || !pictures->empty()) {
      const bool hand = !images->empty();
      const DrawRequest request{hand ? DrawRequest::Kind::kHandwriting : DrawRequest::Kind::kTables, *key, *rules,
                                hand ? *images : *pictures};
      for (const std::string& path : DrawOrHandOver(database, request)) WriteOut(path + "\n");
      return ExitCode::kOk;
    }
    const size_t width = static_cast<size_t>(TerminalWidth());
    bool first = true;
    for (const StoredDocument& stored : FindDocumentsOrSuggest(database, *key)) {
      if (!first && !*json) WriteOut("\n");
      first = false;
      if (*pages) {
        WriteOut(DescribePages(database.Readings(stored.file_id), stored.document.page_from,
                               stored.document.page_to, width));
        continue;
      }
      WriteOut(*json ? ExportOne(stored) : ShowDocument(stored, width));
    }
    return ExitCode::kOk;
  };
}

}  // namespace trichluc
