#include "report/find.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/error.h"
#include "support/sample_database.h"

namespace trichluc {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

template <typename Action>
std::string ErrorOf(Action action) {
  try {
    action();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no error";
}

Document Numbered(const std::string& number) {
  Document document = BareDocument();
  document.number = number;
  return document;
}

TEST(Nearest, ForgivesCaseDiacriticsAndMistakes) {
  const std::vector<std::string> names = {"112/KH-UBND", "164/QĐ-UBND", "07-CTr/TU", "112/KH-UBND"};
  EXPECT_THAT(Nearest("122/KH-UBND", names, 1), ElementsAre("112/KH-UBND"));
  EXPECT_THAT(Nearest("164/qd-ubnd", names, 1), ElementsAre("164/QĐ-UBND"));
  EXPECT_THAT(Nearest("07", names), ElementsAre("07-CTr/TU"));
  EXPECT_THAT(Nearest("something else entirely", names), IsEmpty());
  EXPECT_THAT(Nearest("x", {}), IsEmpty());
}

TEST(DidYouMean, IsASentence) {
  EXPECT_EQ(DidYouMean({}), "");
  EXPECT_EQ(DidYouMean({"a"}), "; did you mean \"a\"?");
  EXPECT_EQ(DidYouMean({"a", "b", "c"}), "; did you mean \"a\", \"b\" or \"c\"?");
}

TEST(FindDocument, UnknownNameGetsTheNearestOnes) {
  SampleDatabase sample;
  sample.Add("in/ke-hoach.pdf", {Numbered("112/KH-UBND")});
  EXPECT_EQ(FindOneDocument(sample.database(), "112/KH-UBND").path, "in/ke-hoach.pdf");
  EXPECT_THAT(ErrorOf([&] { FindDocumentsOrSuggest(sample.database(), "111/KH-UBND"); }),
              AllOf(HasSubstr("no document \"111/KH-UBND\""), HasSubstr("did you mean \"112/KH-UBND\"?")));
  EXPECT_THAT(ErrorOf([&] { FindDocumentsOrSuggest(sample.database(), "kehoach"); }),
              HasSubstr("\"ke-hoach.pdf\""));
  EXPECT_THAT(ErrorOf([&] { FindDocumentsOrSuggest(sample.database(), "zzzzzzzzzzzzzzzzzzzz"); }),
              AllOf(HasSubstr("`trichluc list` shows all"), Not(HasSubstr("did you mean"))));
}

TEST(FindDocument, EmptyDatabaseSaysSo) {
  SampleDatabase sample;
  EXPECT_THAT(ErrorOf([&] { FindDocumentsOrSuggest(sample.database(), "1"); }),
              HasSubstr("holds no documents"));
}

TEST(FindDocument, SeveralAreListedWithTheirIds) {
  SampleDatabase sample;
  Document second = Numbered("5/KH");
  second.issued_on = "2024-01-02";
  second.page_from = 3;
  sample.Add("a.pdf", {Numbered("5/KH"), second});
  EXPECT_THAT(ErrorOf([&] { FindOneDocument(sample.database(), "5/KH"); }),
              AllOf(HasSubstr("\"5/KH\" names 2 documents; give the id"),
                    HasSubstr("\n  1  5/KH of (no date) in a.pdf, page 1"),
                    HasSubstr("\n  2  5/KH of 2024-01-02 in a.pdf, page 3")));
}

}  // namespace
}  // namespace trichluc
