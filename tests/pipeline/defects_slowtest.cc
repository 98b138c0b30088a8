// A short document scanned with one defect each by the corpus maker, read with real recognition.
#include <gtest/gtest.h>

#include "base/files.h"
#include "corpus/make.h"
#include "support/corpus.h"

namespace trichluc {
namespace {

constexpr const char* kDocument = "t-merged";  // running text, a table over two pages, a signature
constexpr const char* kDefectFloors = TRICHLUC_SOURCE_DIR "/tests/floors_defects.json";

class ScannedWith : public ::testing::TestWithParam<const char*> {};

TEST_P(ScannedWith, HoldsItsFloors) {
  const std::string quality = GetParam();
  const TempFolder folder;
  const std::string scans = folder / (std::string("truth/") + kDocument);
  folder.Write(std::string("truth/") + kDocument + "/description.json",
               ReadFile(std::string(kCorpus) + "/" + kDocument + "/description.json"));
  corpus::MakeFolder(scans, {quality});

  Database database(folder / "defects.db", Database::Mode::kCreate);
  IngestOptions options;
  options.reading.program = TRICHLUC_BUILD_DIR "/trichluc-reader";
  options.reading.models = TRICHLUC_SOURCE_DIR "/rules/models";
  const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  ASSERT_EQ(Ingest({scans + "/" + quality + ".pdf"}, database, rules, options, {}).done, 1);
  const AuditReport report = Audit(database, {folder / "truth", quality, "defects.db"});
  const std::vector<std::string> below = BelowFloors(report, kDefectFloors, quality);
  for (const std::string& line : below) ADD_FAILURE() << line;
  if (!below.empty()) ADD_FAILURE() << PrintMisses(report.misses, 30, "");
}

INSTANTIATE_TEST_SUITE_P(Quality, ScannedWith,
                         ::testing::Values("turn90", "turn180", "turn270", "skew5", "skew10", "border",
                                           "shadow", "faint", "dirty", "through", "dark", "dpi100", "dpi400",
                                           "dpi600", "stamped", "stamped150"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace trichluc
