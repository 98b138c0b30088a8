#include "report/graph.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "support/sample_database.h"

namespace trichluc {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Document Plan(const std::string& number) {
  Document document = BareDocument();
  document.number = number;
  document.doc_type = DocumentType{"KH", "Kế hoạch"};
  document.issued_on = "2024-02-05";
  return document;
}

Reference To(const std::string& number, const std::string& relation) {
  Reference reference;
  reference.type = "Kế hoạch";
  reference.number = number;
  reference.relation = relation;
  reference.page = 1;
  return reference;
}

// 2/KH-UBND rests on 1/KH-UBND and on a document that was never imported; it comes first.
class GraphTest : public testing::Test {
 protected:
  GraphTest() {
    Document second = Plan("2/KH-UBND");
    second.references = {To("9/KH-UBND", "mentions"), To("1/KH-UBND", "basis")};
    sample_.Add("in/b.pdf", {second});
    sample_.Add("in/a.pdf", {Plan("1/KH-UBND")});
  }
  SampleDatabase sample_;
};

TEST_F(GraphTest, SaysWhatADocumentNamesAndWhatNamesIt) {
  const std::string second = GraphText(sample_.database(), "2/KH-UBND", 0);
  EXPECT_THAT(second, HasSubstr("2/KH-UBND  Kế hoạch, 2024-02-05\n"));
  EXPECT_THAT(second, HasSubstr("not imported"));
  EXPECT_LT(second.find("1/KH-UBND"), second.find("9/KH-UBND")) << "what it rests on comes first";
  EXPECT_THAT(second, Not(HasSubstr("named by")));
  const std::string first = GraphText(sample_.database(), "1/KH-UBND", 0);
  EXPECT_THAT(first, AllOf(HasSubstr("named by"), HasSubstr("basis"), HasSubstr("2/KH-UBND")));
}

TEST_F(GraphTest, AllDocumentsWithoutAName) {
  EXPECT_THAT(GraphText(sample_.database(), "", 0),
              AllOf(HasSubstr("1/KH-UBND  Kế hoạch"), HasSubstr("2/KH-UBND  Kế hoạch")));
}

TEST_F(GraphTest, AsDotWithStubs) {
  const std::string dot = GraphDot(sample_.database(), "");
  EXPECT_THAT(dot, HasSubstr("digraph documents {"));
  EXPECT_THAT(dot, HasSubstr("[label=\"Kế hoạch\\n1/KH-UBND\"]"));
  EXPECT_THAT(dot, HasSubstr("style=dashed"));
  EXPECT_THAT(dot, HasSubstr("[label=\"basis\"]"));
  // The neighbours of 1/KH-UBND: 2/KH-UBND, but not what that one names besides.
  EXPECT_THAT(GraphDot(sample_.database(), "1/KH-UBND"),
              AllOf(HasSubstr("2/KH-UBND"), Not(HasSubstr("9/KH-UBND"))));
}

TEST_F(GraphTest, AnUnknownNameIsSaid) {
  EXPECT_THROW(GraphText(sample_.database(), "77/QĐ-TTg", 0), UsageError);
}

TEST(GraphOfNothing, IsOneLine) {
  SampleDatabase empty;
  EXPECT_EQ(GraphText(empty.database(), "", 80), "no documents\n");
}

}  // namespace
}  // namespace trichluc
