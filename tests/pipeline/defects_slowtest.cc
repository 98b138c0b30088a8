// A short document scanned with one defect each by the corpus maker, read with real recognition.
#include <gtest/gtest.h>

#include "base/files.h"
#include "corpus/make.h"
#include "support/corpus.h"

namespace trichluc {
namespace {

constexpr const char* kTables = "t-merged";         // running text, a table over two pages, a signature
constexpr const char* kNotes = "kg-1088-ubnd-th";  // running text with footnotes: no tables
constexpr const char* kDefectFloors = TRICHLUC_SOURCE_DIR "/tests/floors_defects.json";

struct Scan {
  const char* quality;
  const char* document = kTables;
};

class ScannedWith : public ::testing::TestWithParam<Scan> {};

TEST_P(ScannedWith, HoldsItsFloors) {
  const std::string quality = GetParam().quality, document = GetParam().document;
  const TempFolder folder;
  const std::string scans = folder / ("truth/" + document);
  folder.Write("truth/" + document + "/description.json",
               ReadFile(std::string(kCorpus) + "/" + document + "/description.json"));
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
                         ::testing::Values(Scan{"turn90"}, Scan{"turn180"}, Scan{"turn270"}, Scan{"skew5"}, Scan{"skew10"}, Scan{"border"},
                                           Scan{"shadow"}, Scan{"faint"}, Scan{"dirty"}, Scan{"through"}, Scan{"dark"}, Scan{"dpi100"},
                                           Scan{"dpi400"}, Scan{"dpi600"}, Scan{"stamped"}, Scan{"stamped150"}, Scan{"blur150", kNotes}),
                         [](const auto& info) { return std::string(info.param.quality); });

}  // namespace
}  // namespace trichluc
