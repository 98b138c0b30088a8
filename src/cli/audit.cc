// trichluc audit: how right the extraction is.
#include "report/audit.h"

#include <cstdio>

#include "base/files.h"
#include "cli/command.h"
#include "report/audit_bundles.h"
#include "report/audit_headers.h"
#include "report/audit_rows.h"
#include "report/hand_cases.h"

namespace trichluc {
namespace {

struct Request {
  AuditOptions audit;
  std::string headers, rows, bundles, floors, only, report;
  size_t misses = 0;
  bool json = false;
};

void Print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void PrintMissesOf(const std::vector<Miss>& misses, const Request& request) {
  if (request.misses > 0) Print("\n" + PrintMisses(misses, request.misses, request.only));
}

ExitCode HoldFloors(const AuditReport& report, const Request& request) {
  const std::vector<std::string> below = BelowFloors(report, request.floors, request.audit.quality);
  for (const std::string& line : below) std::fprintf(stderr, "below its floor: %s\n", line.c_str());
  return below.empty() ? ExitCode::kOk : ExitCode::kBelowFloor;
}

// Pieces of the scans with what was read: written where the user says, from the pictures that the database
// keeps.
void WriteReport(const Database& database, const Request& request, const std::string& figures) {
  std::vector<HandCase> cases = CollectHandCases(database, request.headers);
  PainterOrHandOver()(cases);
  WriteFileAtomically(request.report, HandReportAsHtml(cases, figures));
  if (!request.json) Print("\n" + PrintHandTally(TallyHand(cases)));
  std::fprintf(stderr, "%s: %zu handwritten spots with their pictures\n", request.report.c_str(), cases.size());
}

ExitCode RunAudit(const Database& database, const Request& request) {
  const AuditReport report = Audit(database, request.audit);
  const std::string advice = AdviseOnUnread(report, request.audit);
  if (!advice.empty()) std::fprintf(stderr, "%s\n", advice.c_str());
  if (request.json) {
    Print(AuditAsJson(report, request.misses));
  } else {
    Print(PrintAudit(report));
    PrintMissesOf(report.misses, request);
  }
  return request.floors.empty() ? ExitCode::kOk : HoldFloors(report, request);
}

ExitCode RunHeaders(const Database& database, const Request& request) {
  const HeadersReport report = AuditHeaders(database, request.headers, request.audit.database);
  for (const std::string& name : report.unread) {
    std::fprintf(stderr, "%s: not in %s\n", name.c_str(), request.audit.database.c_str());
  }
  if (request.json) {
    Print(HeadersAsJson(report, request.misses));
  } else {
    Print(PrintHeaders(report));
    PrintMissesOf(report.misses, request);
  }
  if (!request.report.empty()) WriteReport(database, request, PrintHeaders(report));
  return ExitCode::kOk;
}

ExitCode RunRows(const Database& database, const Request& request) {
  const RowsReport report = AuditRows(database, request.rows);
  Print(PrintRows(report));
  PrintMissesOf(report.misses, request);
  return ExitCode::kOk;
}

ExitCode RunBundles(const Database& database, const Request& request) {
  Print(PrintBundles(AuditBundles(database, request.bundles, request.audit.database)));
  return ExitCode::kOk;
}

}  // namespace

std::function<ExitCode()> DeclareAudit(CLI::App& app) {
  auto request = std::make_shared<Request>();
  const auto db = AddDatabaseOption(app);
  CLI::Option* truth =
      app.add_option("--truth", request->audit.truth, "folder of folders with truth.json and scans");
  CLI::Option* headers =
      app.add_option("--truth-headers", request->headers, "a file of letterheads read by people");
  CLI::Option* rows =
      app.add_option("--truth-tables", request->rows, "a file of tables or tasks copied by people");
  CLI::Option* bundles = app.add_option("--truth-bundles", request->bundles,
                                        "a file of the first pages of documents in bundles");
  CLI::Option* quality =
      app.add_option("--quality", request->audit.quality, "scans of this name alone, e.g. usual200");
  app.add_option("--misses", request->misses, "show the first N differences")->type_name("N");
  app.add_option("--only", request->only, "differences whose field begins with this");
  CLI::Option* floors =
      app.add_option("--floors", request->floors, "JSON file of figures that must be reached");
  app.add_flag("--json", request->json, "everything as JSON");
  app.add_option("--report", request->report,
                 "write a page of HTML: what is handwritten, with pictures, candidates, and what plain Tesseract reads "
                 "(needs no truth)")
      ->type_name("FILE");
  headers->excludes(truth)->excludes(quality)->excludes(floors);
  rows->excludes(truth)->excludes(headers)->excludes(quality)->excludes(floors);
  bundles->excludes(truth)->excludes(headers)->excludes(rows)->excludes(quality)->excludes(floors);
  return [=] {
    if (request->audit.truth.empty() && request->headers.empty() && request->rows.empty() &&
        request->bundles.empty() && request->report.empty()) {
      throw UsageError(
          "name the truth: --truth FOLDER, --truth-headers FILE, --truth-tables FILE, or --truth-bundles "
          "FILE");
    }
    request->audit.database = *db;
    if (!request->report.empty()) PainterOrHandOver();
    const Database database(*db, Database::Mode::kReadOnly);
    if (request->audit.truth.empty() && request->headers.empty() && request->rows.empty() &&
        request->bundles.empty()) {
      WriteReport(database, *request, "");
      return ExitCode::kOk;
    }
    if (!request->bundles.empty()) return RunBundles(database, *request);
    if (!request->rows.empty()) return RunRows(database, *request);
    return request->headers.empty() ? RunAudit(database, *request) : RunHeaders(database, *request);
  };
}

}  // namespace trichluc
