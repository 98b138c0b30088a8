#include "report/audit_bundles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/audit_folder.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;

Document At(int page, const std::string& number) {
  Document document;
  document.page_from = document.page_to = page;
  if (!number.empty()) document.number = number;
  return document;
}

// A bundle read rightly, one with its second part a page late and its number misread, one that was never read, and a file
// beside them that was split.
class AuditBundlesTest : public ::testing::Test {
 protected:
  AuditBundlesTest() {
    audit_.Store(audit_.folder().Write("in/số 1.pdf", "a"), {At(1, "1/SYT-NVY"), At(2, "")});
    audit_.Store(audit_.folder().Write("in/b.pdf", "b"), {At(1, "2/SYT-NVY"), At(4, "7/BYT-KH")});
    audit_.Store(audit_.folder().Write("in/other.pdf", "c"), {At(1, "5/KH"), At(3, "6/KH")});
    audit_.Store(audit_.folder().Write("in/single.pdf", "d"), {At(1, "8/KH")});
  }

  BundlesReport Run(const std::string& json) {
    return AuditBundles(audit_.database(), audit_.folder().Write("bundles.json", json), "a.db");
  }

  AuditFolder audit_;
};

constexpr const char* kBundles = R"([
 {"id": "A", "file": "số 1.pdf", "parts": [{"page": 1, "number": "1/SYT-NVY", "agency": "SỞ Y TẾ"}, {"page": 2, "number": null, "kind": "form"}]},
 {"id": "B", "file": "b.pdf", "parts": [{"page": 1, "number": "3/SYT-NVY"}, {"page": 3, "number": "7/BYT-KH"}]},
 {"id": "C", "file": "c.pdf", "parts": [{"page": 1, "number": "9/KH"}]}])";

TEST_F(AuditBundlesTest, CountsFirstPagesAndNumbers) {
  const BundlesReport report = Run(kBundles);
  ASSERT_EQ(report.bundles.size(), 3u);
  EXPECT_EQ(report.parts.matched, 3);
  EXPECT_EQ(report.parts.expected, 4) << "a file that was not read does not count";
  EXPECT_EQ(report.parts.found, 4);
  EXPECT_EQ(report.numbers.right, 1);
  EXPECT_EQ(report.numbers.all, 2) << "printed, on parts that were found";
  EXPECT_FALSE(report.bundles[2].read);
  ASSERT_EQ(report.others.size(), 1u);
  EXPECT_EQ(report.others[0].file, "other.pdf");
}

TEST_F(AuditBundlesTest, PrintsEachBundle) {
  const std::string text = PrintBundles(Run(kBundles));
  EXPECT_THAT(text, HasSubstr("số 1.pdf: right\n  truth  p. 1 1/SYT-NVY; p. 2 (no number)\n  found  p. 1 1/SYT-NVY; p. 2 (no number)\n"));
  EXPECT_THAT(text, HasSubstr("b.pdf: WRONG\n"));
  EXPECT_THAT(text, HasSubstr("c.pdf: not in the database\n  truth  p. 1 9/KH\n  found  –\n"));
  EXPECT_THAT(text, HasSubstr("first pages: 3 of 4 found, 1 beyond, F1 0.750; numbers right 1 of 2\n"));
  EXPECT_THAT(text, HasSubstr("other files with several documents: 1\n  other.pdf: p. 1 5/KH; p. 3 6/KH\n"));
}

TEST_F(AuditBundlesTest, SaysWhatIsWrongWithTheFile) {
  EXPECT_THAT(UsageErrorOf([&] { Run(R"([{"file": "c.pdf", "parts": []}])"); }), HasSubstr("none of its 1 files is in a.db"));
  EXPECT_THAT(UsageErrorOf([&] { Run(R"([{"parts": []}])"); }), HasSubstr("not a list of bundles"));
  EXPECT_THAT(UsageErrorOf([&] { Run(R"([{"file": "b.pdf", "parts": [{"number": "1"}]}])"); }), HasSubstr("not a list of bundles"));
  EXPECT_THAT(UsageErrorOf([&] { AuditBundles(audit_.database(), "absent.json", "a.db"); }), HasSubstr("absent.json"));
}

}  // namespace
}  // namespace trichluc
