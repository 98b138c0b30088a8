#include "extract/dates.h"

#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

TEST(Dates, KnowsTheCalendar) {
  EXPECT_EQ(IsoDate(2022, 5, 9), "2022-05-09");
  EXPECT_EQ(IsoDate(2024, 2, 29), "2024-02-29");
  EXPECT_EQ(IsoDate(2023, 2, 29), std::nullopt);
  EXPECT_EQ(IsoDate(2021, 4, 31), std::nullopt);
  EXPECT_EQ(IsoDate(2021, 13, 1), std::nullopt);
  EXPECT_EQ(IsoDate(2021, 0, 1), std::nullopt);
  EXPECT_EQ(IsoDate(0, 1, 1), std::nullopt);
  EXPECT_EQ(IsoDate(-5, -1, -1), std::nullopt);
}

TEST(Dates, FindsTheFirstDate) {
  struct {
    const char *text, *iso, *printed;
  } cases[] = {
      {"Kiên Giang, ngày 09 tháng 5 năm 2022", "2022-05-09", "ngày 09 tháng 5 năm 2022"},
      {"18 tháng 6 năm 2024", "2024-06-18", "18 tháng 6 năm 2024"},
      {"ngày24 tháng3 năm2023", "2023-03-24", "ngày24 tháng3 năm2023"},
      {"Số 5 ngày 09/5/2022 của", "2022-05-09", "ngày 09/5/2022"},
      {"28-4-2017", "2017-04-28", "28-4-2017"},
      {"Thời gian ký: 07.05.2021 18:40:13", "2021-05-07", "07.05.2021"},
      {"ngày 15 / 04 / 2021", "2021-04-15", "ngày 15 / 04 / 2021"},
      {"ngày 09 tháng 5\nnăm 2022", "2022-05-09", "ngày 09 tháng 5\nnăm 2022"},
      {"trước 15/6/23", "2023-06-15", "15/6/23"},
      {"13/2021/QĐ-UBND ngày 25/11/2021 và ngày 01/12/2021", "2021-11-25", "ngày 25/11/2021"},
  };
  for (const auto& test : cases) {
    SCOPED_TRACE(test.text);
    const auto found = FindDate(*testing::Rules(), test.text);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->iso, test.iso);
    EXPECT_EQ(std::string(test.text).substr(found->span.begin, found->span.end - found->span.begin),
              test.printed);
    EXPECT_FALSE(found->rule.empty());
  }
}

TEST(Dates, ImpossibleDaysAreFoundWithoutAnIsoDate) {
  for (const char* text : {"ngày 31/02/2023", "ngày 30 tháng 02 năm 2021", "45/13/2020"}) {
    const auto found = FindDate(*testing::Rules(), text);
    EXPECT_FALSE(found && found->iso) << text;
  }
  EXPECT_TRUE(FindDate(*testing::Rules(), "ngày 31/02/2023").has_value());
}

TEST(Dates, LeavesOtherNumbersAlone) {
  for (const char* text :
       {"", "ngày     tháng 3 năm 2023", "112/KH-UBND", "13/2021/QĐ-UBND", "tháng 5 năm 2022", "0912.345.678",
        "18/02/11998", "TCVN ISO 9001:2008", "1.200.000 đồng", "Tháng 5, tháng 11 năm 2023"}) {
    EXPECT_FALSE(FindDate(*testing::Rules(), text).has_value()) << text;
  }
}

struct DeadlineCase {
  const char *text, *kind, *from, *to, *recurrence;
};

void Expect(const DeadlineCase& test, const YearContext& years) {
  SCOPED_TRACE(test.text);
  std::string rule;
  const auto deadline = ParseDeadline(*testing::Rules(), test.text, years, &rule);
  ASSERT_TRUE(deadline.has_value());
  EXPECT_EQ(deadline->kind, test.kind);
  EXPECT_EQ(deadline->from.value_or(""), test.from);
  EXPECT_EQ(deadline->to.value_or(""), test.to);
  EXPECT_EQ(deadline->recurrence.value_or(""), test.recurrence);
  EXPECT_EQ(rule.empty(), deadline->kind == "unknown");
}

TEST(Deadlines, ReadsDays) {
  const DeadlineCase cases[] = {
      {"23/4/2018", "date", "2018-04-23", "2018-04-23", ""},
      {"Trước ngày 25/4/2018", "date", "", "2018-04-25", ""},
      {"hoàn thành trước ngày 30 tháng 9 năm 2024", "date", "", "2024-09-30", ""},
      {"trước 16 giờ ngày 20/6/2024", "date", "", "2024-06-20", ""},
      {"chậm nhất 17 giờ 00 phút, ngày 12/5/2023", "date", "", "2023-05-12", ""},
      {"Chậm nhất là ngày 15/6", "date", "", "2023-06-15", ""},
      {"đến hết ngày 31/12/2025", "date", "", "2025-12-31", ""},
      {"Trước 30/6", "date", "", "2023-06-30", ""},
      {"Kể từ khi có quyết định đến 30/6/2024", "date", "", "2024-06-30", ""},
      {"Hoàn thành 30/6/2023", "date", "2023-06-30", "2023-06-30", ""},
      {"15h00 ngày 12/5/2023", "date", "2023-05-12", "2023-05-12", ""},
      {"15/6/23", "date", "2023-06-15", "2023-06-15", ""},
      {"≤ 10 ngày\nDự kiến 10/7/2018", "date", "2018-07-10", "2018-07-10", ""},
      {"Trước ngày 25/5/2018\n≤ 3 ngày làm việc", "date", "", "2018-05-25", ""},
      {"Trong tháng 6, hoàn thành trước ngày 25/6/2024", "date", "", "2024-06-25", ""},
      {"31/02/2023", "date", "", "", ""},
      {"Theo kế hoạch, trước ngày 30/6/2023", "date", "", "2023-06-30", ""},
  };
  for (const DeadlineCase& test : cases) Expect(test, {2023, 2022});
}

TEST(Deadlines, ReadsPeriods) {
  const DeadlineCase cases[] = {
      {"Tháng 3", "month", "2023-03-01", "2023-03-31", ""},
      {"Tháng 02/2024", "month", "2024-02-01", "2024-02-29", ""},
      {"Thời gian trình tháng 6/2023", "month", "2023-06-01", "2023-06-30", ""},
      {"trong tháng 6 năm 2024", "month", "2024-06-01", "2024-06-30", ""},
      {"Cuối tháng 9-2022", "month", "2022-09-01", "2022-09-30", ""},
      {"09/2022", "month", "2022-09-01", "2022-09-30", ""},
      {"T6/2023", "month", "2023-06-01", "2023-06-30", ""},
      {"tháng Mười hai", "month", "2023-12-01", "2023-12-31", ""},
      {"Quý I/2023", "quarter", "2023-01-01", "2023-03-31", ""},
      {"Quý II", "quarter", "2023-04-01", "2023-06-30", ""},
      {"Trong Quý  III/2023", "quarter", "2023-07-01", "2023-09-30", ""},
      {"Quý 1/2023", "quarter", "2023-01-01", "2023-03-31", ""},
      {"Q.II/2023", "quarter", "2023-04-01", "2023-06-30", ""},
      {"Tuần 2 tháng 3/2023", "month", "2023-03-01", "2023-03-31", ""},
      {"Tuần 3, 4 tháng 3/2023", "month", "2023-03-01", "2023-03-31", ""},
      {"trong Quý 3 năm 2022", "quarter", "2022-07-01", "2022-09-30", ""},
      {"Hoàn thành chậm nhất trong quý IV-2021", "quarter", "2021-10-01", "2021-12-31", ""},
      {"Quý Il/2022", "quarter", "2022-04-01", "2022-06-30", ""},
      {"Qúy III/2022", "quarter", "2022-07-01", "2022-09-30", ""},
      {"Quý 1V/2023", "quarter", "2023-10-01", "2023-12-31", ""},
      {"Qưý ÍI/2022", "quarter", "2022-04-01", "2022-06-30", ""},
      {"Thảng 9 nâm 2022", "month", "2022-09-01", "2022-09-30", ""},
      {"Quí II năm 2022", "quarter", "2022-04-01", "2022-06-30", ""},
      {"Năm 2024: quý II", "quarter", "2024-04-01", "2024-06-30", ""},
      {"6 tháng đầu năm", "half_year", "2023-01-01", "2023-06-30", ""},
      {"06 tháng cuối năm 2024", "half_year", "2024-07-01", "2024-12-31", ""},
      {"Năm 2022", "year", "2022-01-01", "2022-12-31", ""},
      {"2024", "year", "2024-01-01", "2024-12-31", ""},
      {"Cả năm", "year", "2023-01-01", "2023-12-31", ""},
      {"Cuối năm", "year", "2023-01-01", "2023-12-31", ""},
      {"đến năm 2025", "year", "2025-01-01", "2025-12-31", ""},
  };
  for (const DeadlineCase& test : cases) Expect(test, {2023, 2022});
}

TEST(Deadlines, ReadsRanges) {
  const DeadlineCase cases[] = {
      {"Giai đoạn 2021 - 2030", "range", "2021-01-01", "2030-12-31", ""},
      {"Giai đoạn 2021-2025", "range", "2021-01-01", "2025-12-31", ""},
      {"Năm 2022 - 2023", "range", "2022-01-01", "2023-12-31", ""},
      {"Từ năm 2022 đến năm 2025", "range", "2022-01-01", "2025-12-31", ""},
      {"thời gian hoàn thành trong quý I và quý II-2021", "range", "2021-01-01", "2021-06-30", ""},
      {"Quý I, II, III/2023", "range", "2023-01-01", "2023-09-30", ""},
      {"Quý I-II/2023", "range", "2023-01-01", "2023-06-30", ""},
      {"Quý IV/2023 - Quý II/2024", "range", "2023-10-01", "2024-06-30", ""},
      {"T4-T6/2023", "range", "2023-04-01", "2023-06-30", ""},
      {"T3-T4", "range", "2023-03-01", "2023-04-30", ""},
      {"Q1-Q2/2024", "range", "2024-01-01", "2024-06-30", ""},
      {"9 tháng đầu năm 2024", "range", "2024-01-01", "2024-09-30", ""},
      {"03 tháng cuối năm", "range", "2023-10-01", "2023-12-31", ""},
      {"Giai đoạn 2021-2025 và định hướng đến năm 2030", "range", "2021-01-01", "2025-12-31", ""},
      {"Tháng 3-4/2023", "range", "2023-03-01", "2023-04-30", ""},
      {"4 - 5/2025", "range", "2025-04-01", "2025-05-31", ""},
      {"Tháng 11, 12/2023", "range", "2023-11-01", "2023-12-31", ""},
      {"Tháng 6 và tháng 12", "range", "2023-06-01", "2023-12-31", ""},
      {"trong tháng 6 và tháng 12", "range", "2023-06-01", "2023-12-31", ""},
      {"Tháng 5, tháng 11", "range", "2023-05-01", "2023-11-30", ""},
      {"Tháng 3, 6, 9, 12", "range", "2023-03-01", "2023-12-31", ""},
      {"Từ tháng 10 đến tháng 12/2023: Ủy ban nhân dân tỉnh tham mưu", "range", "2023-10-01", "2023-12-31",
       ""},
      {"Từ tháng 11/2023 đến tháng 02/2024", "range", "2023-11-01", "2024-02-29", ""},
      {"Tháng 10 đến tháng 02/2024", "range", "2023-10-01", "2024-02-29", ""},
      {"26/3/2018 – 20/4/2018", "range", "2018-03-26", "2018-04-20", ""},
      {"04/6/2018-15/6/2018\n≤ 10 (ngày làm việc)", "range", "2018-06-04", "2018-06-15", ""},
      {"Ngày 20-25/3/2023", "range", "2023-03-20", "2023-03-25", ""},
      {"Từ ngày 01 đến ngày 15 tháng 6 năm 2023", "range", "2023-06-01", "2023-06-15", ""},
      {"từ 15/12 đến 20/01/2024", "range", "2023-12-15", "2024-01-20", ""},
      {"Từ ngày 01/3 đến tháng 6/2023", "range", "2023-03-01", "2023-06-30", ""},
      {"Từ ngày ra thông báo đến hết tháng 01/2024", "range", "", "2024-01-31", ""},  // its first day is not said
      {"từ nay đến hết quý III", "range", "", "2023-09-30", ""},
      {"Từ nay đến hết năm", "range", "", "2023-12-31", ""},
      {"15/12 - 10/01", "range", "2022-12-15", "2023-01-10", ""},
      {"-Quý III/2023", "quarter", "2023-07-01", "2023-09-30", ""},
      {"Từ tháng 6 -đến tháng 10/2023", "range", "2023-06-01", "2023-10-31", ""},
      {"16/8 - 21/5", "range", "", "", ""},  // ten months: a figure was misread
      {"2013/2012", "range", "", "", ""},  // ends before it begins: one of both was misread
  };
  for (const DeadlineCase& test : cases) Expect(test, {2023, 2022});
}

TEST(Deadlines, KnowsWhatHasNoEnd) {
  const DeadlineCase cases[] = {
      {"Hàng năm", "recurring", "", "", "yearly"},
      {"Tháng 12 hằng năm", "recurring", "", "", "yearly"},
      {"Trước ngày 15/12 hằng năm", "recurring", "", "", "yearly"},
      {"Hằng năm (2021-2025)", "recurring", "", "", "yearly"},
      {"hằng quý", "recurring", "", "", "quarterly"},
      {"trước ngày 05 tháng cuối quý", "recurring", "", "", "quarterly"},
      {"Hàng tháng, quý, năm", "recurring", "", "", "monthly"},
      {"3 tháng/lần", "recurring", "", "", "quarterly"},
      {"01 tuần/lần", "recurring", "", "", "weekly"},
      {"trước ngày 25 hằng tháng", "recurring", "", "", "monthly"},
      {"ngày 15 hằng tháng", "recurring", "", "", "monthly"},
      {"thứ Sáu hằng tuần", "recurring", "", "", "weekly"},
      {"Hàng ngày", "recurring", "", "", "daily"},
      {"Định kỳ 6 tháng, năm", "recurring", "", "", "half_yearly"},
      {"Thường xuyên", "ongoing", "", "", ""},
      {"Thực hiện thường xuyên, liên tục", "ongoing", "", "", ""},
      {"Thường xuyên trong năm 2023", "ongoing", "", "", ""},
      {"Theo kế hoạch", "conditional", "", "", ""},
      {"Theo tiến độ, hằng năm", "conditional", "", "", ""},
      {"Theo Kế hoạch số 12/KH-UBND ngày 01/02/2023", "conditional", "", "", ""},
      {"Theo quyết định phê duyệt của Thủ tướng", "conditional", "", "", ""},
      {"Khi có hồ sơ trình", "conditional", "", "", ""},
      {"Khi Chính phủ ban hành Nghị quyết", "conditional", "", "", ""},
      {"sau khi có hướng dẫn", "unknown", "", "", ""},
      {"Thời gian theo QĐ phê duyệt", "conditional", "", "", ""},
      {"trước khi kiểm tra ít nhất 05 ngày", "unknown", "", "", ""},
      {"7 ngày làm việc sau khi mở thầu", "unknown", "", "", ""},
      {"Trong vòng 03 ngày kể từ ngày nhận đủ hồ sơ", "unknown", "", "", ""},
      {"≤ 5 ngày làm việc", "unknown", "", "", ""},
      {"ít nhất 05 ngày", "unknown", "", "", ""},  // no T05
      {"Đợt 2", "unknown", "", "", ""},
      {"18 tháng", "unknown", "", "", ""},
      {"Đến trước thời điểm mở thầu", "unknown", "", "", ""},
      {"Trong tháng hành động", "unknown", "", "", ""},
      {"Quý vị", "unknown", "", "", ""},
      {"x", "unknown", "", "", ""},
  };
  for (const DeadlineCase& test : cases) Expect(test, {2023, 2022});
}

TEST(Deadlines, TakesTheYearFromTheTextThenTheTitleThenTheIssue) {
  Expect({"Tháng 3/2021", "month", "2021-03-01", "2021-03-31", ""}, {2023, 2022});
  Expect({"Tháng 3", "month", "2023-03-01", "2023-03-31", ""}, {2023, 2022});
  Expect({"Tháng 3", "month", "2022-03-01", "2022-03-31", ""}, {0, 2022});
  Expect({"Tháng 3", "month", "", "", ""}, {});
  Expect({"Tháng 2", "month", "2024-02-01", "2024-02-29", ""}, {2024, 2022});
}

TEST(Deadlines, KeepsThePrintedWords) {
  EXPECT_EQ(ParseDeadline(*testing::Rules(), "  Trong\nQuý  II/2023 ", {})->text, "Trong Quý II/2023");
  EXPECT_FALSE(ParseDeadline(*testing::Rules(), " \n ", {}).has_value());
  EXPECT_EQ(ParseDeadline(*testing::Rules(), "Quý I/2023", {}, nullptr)->kind, "quarter");
}

TEST(Deadlines, SurvivesHostileText) {
  for (const std::string& text : {std::string("99/99/9999"), std::string("Tháng 99"),
                                  std::string("Quý IIIIII"), std::string("\xff\xfe"), std::string(20000, '1'),
                                  std::string("Tháng 0"), std::string("00/00/2023"), std::string("0/2023")}) {
    EXPECT_NO_THROW(ParseDeadline(*testing::Rules(), text, {2023, 2022}));
    EXPECT_NO_THROW(FindDate(*testing::Rules(), text));
  }
  Expect({"Tháng 0/2023", "unknown", "", "", ""}, {});
}

}  // namespace
}  // namespace trichluc
