// trichluc-reader: what needs Poppler, Tesseract, Leptonica and libxlsxwriter. `trichluc` starts it, as worker
// processes, for pictures of pages and for spreadsheets; it knows all commands of `trichluc` besides.
#include <cstdio>
#include <cstring>
#include <exception>

#include "cli/command.h"
#include "pipeline/hand_pictures.h"
#include "pipeline/pipeline.h"
#include "pipeline/table_pictures.h"
#include "report/export.h"
#include "report/find.h"
#include "report/hand_cases.h"

namespace trichluc {
namespace {

std::vector<std::string> Draw(const Database& database, const DrawRequest& request) {
  std::vector<std::string> paths;
  if (request.kind == DrawRequest::Kind::kTables)
    return DrawTables(database, FindOneDocument(database, request.document), LoadRules(request.rules),
                      request.folder);
  for (const StoredDocument& stored : FindDocumentsOrSuggest(database, request.document)) {
    for (std::string& path : DrawHandwriting(database, stored, request.folder))
      paths.push_back(std::move(path));
  }
  return paths;
}

void Paint(std::vector<HandCase>& cases) {
  const PlainFigures plain;
  for (HandCase& one : cases) {
    if (one.crop.png.empty() || one.box.Empty()) continue;
    one.picture = FramedLine(one.crop, one.box);
    one.plain = plain.Read(one.crop, one.box);
  }
}

int Work(int argc, char** argv) {
  CLI::App app{"reads pages for trichluc, which starts it", "trichluc-reader worker"};
  ReadingOptions options;
  app.add_option("--lang", options.language);
  app.add_option("--models", options.models);
  app.add_option("--recording", options.recording);
  app.add_option("--record-to", options.record_to);
  app.add_flag("--as-scanned", options.as_scanned);
  app.add_option("--megabytes", options.worker_megabytes);
  try {
    app.parse(argc, argv);
    return RunWorker(options);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? static_cast<int>(ExitCode::kOk) : static_cast<int>(ExitCode::kUsage);
  } catch (const UsageError& error) {
    std::fprintf(stderr, "trichluc: %s\n", error.what());
    return static_cast<int>(ExitCode::kUsage);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "trichluc: internal error: %s\n", error.what());
    return static_cast<int>(ExitCode::kInternal);
  }
}

}  // namespace
}  // namespace trichluc

int main(int argc, char** argv) {
  if (argc > 1 && std::strcmp(argv[1], "worker") == 0) return trichluc::Work(argc - 1, argv + 1);
  trichluc::SetDrawer(trichluc::Draw);
  trichluc::SetPainter(trichluc::Paint);
  trichluc::SetSheetWriter(trichluc::ExportXlsx);
  return trichluc::RunCommands(argc, argv);
}
