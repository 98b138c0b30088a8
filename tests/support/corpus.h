// A folder of scans with their truth (corpus/, tests/other_hands) read into a database and held against it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "pipeline/pipeline.h"
#include "report/audit.h"
#include "support/temp_folder.h"

namespace trichluc {

constexpr const char* kCorpus = TRICHLUC_SOURCE_DIR "/corpus";
constexpr const char* kFloors = TRICHLUC_SOURCE_DIR "/tests/floors.json";

// Folders of the corpus that have a scan of this quality.
inline std::vector<std::string> CorpusIds(const std::string& quality, const std::string& corpus = kCorpus) {
  std::vector<std::string> ids;
  for (const auto& entry : std::filesystem::directory_iterator(corpus)) {
    if (std::filesystem::exists(entry.path() / (quality + ".pdf")))
      ids.push_back(entry.path().filename().string());
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

class CorpusReader {
 public:
  explicit CorpusReader(std::string quality, std::string corpus = kCorpus, std::string floors = kFloors)
      : quality_(std::move(quality)),
        corpus_(std::move(corpus)),
        floors_(std::move(floors)),
        database_(folder_ / "corpus.db", Database::Mode::kCreate),
        rules_(RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules")) {}

  // With the recorded answers in `recording`, or with real recognition where it is empty.
  void Read(const std::vector<std::string>& ids, const std::string& recording) {
    IngestOptions options;
    options.reading.program = TRICHLUC_BUILD_DIR "/trichluc-reader";
    options.reading.models = TRICHLUC_SOURCE_DIR "/rules/models";
    options.reading.recording = recording;
    std::vector<std::string> scans;
    for (const std::string& id : ids)
      scans.push_back(corpus_ + "/" + id + "/" + quality_ + ".pdf");
    const IngestResult result = Ingest(scans, database_, rules_, options, {});
    for (const Failure& file : result.failed) ADD_FAILURE() << file.path << ": " << file.message;
    EXPECT_EQ(result.done, static_cast<int>(ids.size()));
  }

  void HoldFloors() {
    const AuditReport report = Audit(database_, {corpus_, quality_, "corpus.db"});
    const std::vector<std::string> below = BelowFloors(report, floors_, quality_);
    for (const std::string& line : below) ADD_FAILURE() << line;
    if (!below.empty()) ADD_FAILURE() << PrintAudit(report) << "\n" << PrintMisses(report.misses, 30, "");
  }

 private:
  std::string quality_, corpus_, floors_;
  TempFolder folder_;
  Database database_;
  std::shared_ptr<const RuleSet> rules_;
};

}  // namespace trichluc
