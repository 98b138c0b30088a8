// The whole pipeline but the engine: the usual scans, with what the engine said of them (tests/recorded).
#include <gtest/gtest.h>

#include "support/corpus.h"

namespace trichluc {
namespace {

TEST(AuditOfCorpus, RecordedUsualScansHoldTheirFloors) {
  CorpusReader corpus("usual200");
  for (const std::string& id : CorpusIds("usual200")) {
    const std::string recording = TRICHLUC_SOURCE_DIR "/tests/recorded/" + id + ".rec";
    ASSERT_TRUE(std::filesystem::exists(recording)) << recording << " is missing; run tools/record " << id;
    corpus.Read({id}, recording);
    if (HasFailure())
      FAIL() << "when image work has changed on purpose, renew the recording: tools/record " << id;
  }
  corpus.HoldFloors();
}

}  // namespace
}  // namespace trichluc
