// Handwritten numbers and days, weighed with what other documents say.
#include "extract/together.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace trichluc {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

constexpr const char* kHealth = "Sở Y tế tỉnh Kiên Giang";

KnownDocument Typed(long long id, const std::string& number, const std::string& day) {
  KnownDocument document{.id = id, .issuer = kHealth, .name = number};
  document.number = number;
  document.symbol = number.substr(number.find('/') + 1);
  document.issued_on = day;
  return document;
}

OpenField Field(const std::string& field, std::vector<HandCandidate> candidates) {
  OpenField open{.field = field, .page = 1, .raw = "Số: … /KH-SYT", .unseen = 1};
  if (field == "number") open.before_symbol = "/";
  for (const HandCandidate& one : candidates) open.unseen -= one.probability;
  open.candidates = std::move(candidates);
  return open;
}

// A plan of Sở Y tế whose number, or day, a clerk wrote.
KnownDocument Written(long long id, std::vector<HandCandidate> number, std::vector<HandCandidate> days) {
  KnownDocument document{.id = id, .symbol = "KH-SYT", .issuer = kHealth, .name = "plan.pdf"};
  if (!number.empty()) document.open_fields.push_back(Field("number", std::move(number)));
  if (!days.empty()) document.open_fields.push_back(Field("issued_on", std::move(days)));
  return document;
}

KnownDocument Citing(long long id, const std::string& number, std::optional<std::string> day,
                     std::optional<std::string> agency) {
  KnownDocument document{.id = id, .issuer = "Ủy ban nhân dân tỉnh Kiên Giang", .name = "letter.pdf"};
  document.references.push_back({"Kế hoạch", number, day, agency, "implements", 1});
  return document;
}

Verdict Of(std::vector<KnownDocument> documents, const std::string& field) {
  const std::vector<Verdict> verdicts = WeighTogether(documents);
  std::reverse(documents.begin(), documents.end());
  for (const Verdict& verdict : verdicts) {
    if (verdict.document_id != 1 || verdict.field != field) continue;
    for (const Verdict& again : WeighTogether(documents)) {  // whatever the order
      if (again.document_id == 1 && again.field == field) {
        EXPECT_EQ(again.value, verdict.value);
      }
    }
    return verdict;
  }
  ADD_FAILURE() << "no verdict";
  return {};
}

bool HasRule(const Verdict& verdict, const std::string& rule) {
  return std::any_of(verdict.evidence.begin(), verdict.evidence.end(),
                     [&](const Evidence& evidence) { return evidence.rule == rule; });
}

TEST(Together, AloneADocumentSaysWhatItSaidBefore) {
  const Verdict verdict = Of({Written(1, {{"239", 0.95}, {"289", 0.03}}, {})}, "number");
  EXPECT_EQ(verdict.value, "239/KH-SYT");
  EXPECT_NEAR(verdict.probability, 0.95, 1e-9);
  ASSERT_THAT(verdict.evidence, SizeIs(1));
  EXPECT_EQ(verdict.evidence[0].rule, "hand.all");
  EXPECT_THAT(verdict.detail, HasSubstr("number: /KH-SYT; 239 (0.95)"));
}

TEST(Together, AReferenceOfTheSameDayDecidesTheNumber) {
  const KnownDocument own = Written(1, {{"239", 0.6}, {"289", 0.38}}, {{"2018-03-01", 0.98}});
  EXPECT_EQ(Of({own}, "number").value, std::nullopt);
  const Verdict verdict = Of({own, Citing(2, "289/KH-SYT", "2018-03-01", "Sở Y tế")}, "number");
  EXPECT_EQ(verdict.value, "289/KH-SYT");
  EXPECT_TRUE(HasRule(verdict, "hand.cited_by"));
  EXPECT_THAT(verdict.evidence[0].raw, HasSubstr("289/KH-SYT ngày 2018-03-01 in letter.pdf"));
}

TEST(Together, AReferenceOfAnotherDayOfficeOrYearDoesNot) {
  const KnownDocument own = Written(1, {{"239", 0.6}, {"289", 0.38}}, {{"2018-03-01", 0.98}});
  for (const KnownDocument& other :
       {Citing(2, "289/KH-SYT", "2018-05-07", "Sở Y tế"), Citing(2, "289/KH-SYT", "2018-03-01", "Sở Nội vụ"),
        Citing(2, "289/KH-SYT", "2017-03-01", "Sở Y tế"), Citing(2, "289/KH-UBND", "2018-03-01", kHealth)}) {
    EXPECT_NE(Of({own, other}, "number").value, "289/KH-SYT") << *other.references[0].date;
  }
  // The number is another document's: less likely here than before.
  EXPECT_EQ(Of({own, Citing(2, "289/KH-SYT", "2018-05-07", "Sở Y tế")}, "number").value, "239/KH-SYT");
}

// An office that has come to 1987 in October gives ten numbers a day: one of them is cited, another was read.
TEST(Together, ANeighbouringNumberOfTheSameDayIsAnotherDocuments) {
  const KnownDocument own = Written(1, {{"1987", 0.9995}}, {{"2017-10-17", 0.98}});
  EXPECT_EQ(Of({own, Citing(2, "1985/KH-SYT", "2017-10-17", "Sở Y tế")}, "number").value, "1987/KH-SYT");
}

TEST(Together, AReferenceToTheNumberGivesTheDay) {
  const KnownDocument own = Written(1, {{"239", 0.99}}, {{"2018-03-01", 0.5}, {"2018-03-07", 0.45}});
  const Verdict verdict = Of({own, Citing(2, "239/KH-SYT", "2018-03-07", kHealth)}, "issued_on");
  EXPECT_EQ(verdict.value, "2018-03-07");
  // Also one that the reader did not see, when the number is sure.
  KnownDocument unread = Written(1, {{"239", 0.99}}, {{"2018-03-01", 0.4}});
  EXPECT_EQ(Of({unread, Citing(2, "239/KH-SYT", "2018-03-07", kHealth)}, "issued_on").value, "2018-03-07");
  // A number that is not sure leaves the day open.
  unread.open_fields[0] = Field("number", {{"239", 0.3}, {"289", 0.3}});
  EXPECT_EQ(Of({unread, Citing(2, "239/KH-SYT", "2018-03-07", kHealth)}, "issued_on").value, std::nullopt);
}

TEST(Together, NumbersAndDaysOfAnOfficeRiseTogether) {
  const KnownDocument own = Written(1, {{"239", 0.55}, {"289", 0.4}}, {{"2018-03-01", 0.98}});
  const std::vector<KnownDocument> row = {own, Typed(2, "230/KH-SYT", "2018-02-26"),
                                          Typed(3, "244/KH-SYT", "2018-03-05"),
                                          Typed(4, "260/KH-SYT", "2018-03-19")};
  const Verdict verdict = Of(row, "number");
  EXPECT_EQ(verdict.value, "239/KH-SYT");
  EXPECT_TRUE(HasRule(verdict, "hand.order"));
  EXPECT_EQ(verdict.evidence[0].raw, "after 230/KH-SYT of 2018-02-26, before 244/KH-SYT of 2018-03-05");
  const KnownDocument undated = Written(1, {{"239", 0.99}}, {{"2018-03-01", 0.5}, {"2018-03-21", 0.45}});
  EXPECT_EQ(Of({undated, row[1], row[2], row[3]}, "issued_on").value, "2018-03-01");
}

TEST(Together, OneDocumentIsNoOrderAndDisorderSaysNothing) {
  const KnownDocument own = Written(1, {{"239", 0.55}, {"289", 0.4}}, {{"2018-03-01", 0.98}});
  EXPECT_FALSE(HasRule(Of({own, Typed(2, "244/KH-SYT", "2018-03-05")}, "number"), "hand.order"));
  EXPECT_FALSE(HasRule(Of({own, Typed(2, "244/KH-SYT", "2018-03-05"), Typed(3, "260/KH-SYT", "2018-01-05"),
                           Typed(4, "270/KH-SYT", "2018-06-01")},
                          "number"),
                       "hand.order"));
}

TEST(Together, SymbolsShareARowWhereTheirNumbersLieBetweenEachOther) {
  const KnownDocument own = Written(1, {{"239", 0.55}, {"289", 0.4}}, {{"2018-03-01", 0.98}});
  std::vector<KnownDocument> office = {own,
                                       Typed(2, "100/KH-SYT", "2018-01-31"),
                                       Typed(3, "400/KH-SYT", "2018-04-20"),
                                       Typed(4, "95/SYT-NVY", "2018-01-26"),
                                       Typed(5, "231/SYT-NVY", "2018-02-26"),
                                       Typed(6, "244/SYT-NVY", "2018-03-05"),
                                       Typed(7, "260/SYT-NVY", "2018-03-09")};
  EXPECT_EQ(Of(office, "number").value, "239/KH-SYT");
  // Invitations are counted by themselves: their numbers say nothing.
  for (size_t i : {3, 4, 5, 6}) office[i].number = std::to_string(i) + "/GM-SYT";
  EXPECT_EQ(Of(office, "number").value, std::nullopt);
}

TEST(Together, AnUndatedReferenceIsNotOlderThanWhatItNames) {
  KnownDocument letter = Citing(2, "239/KH-SYT", std::nullopt, kHealth);
  letter.issued_on = "2018-03-05";
  const KnownDocument own = Written(1, {{"239", 0.99}}, {{"2018-03-01", 0.6}, {"2018-03-07", 0.39}});
  const Verdict verdict = Of({own, letter}, "issued_on");
  EXPECT_EQ(verdict.value, "2018-03-01");
  EXPECT_TRUE(HasRule(verdict, "hand.cited_before"));
}

}  // namespace
}  // namespace trichluc
