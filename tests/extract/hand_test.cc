// Handwritten numbers and days: the reader's candidates weighed with what else is known.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.h"
#include "extract/likelihood.h"
#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::PageBuilder;
using testing::Rules;
using ::testing::SizeIs;

using Read = std::vector<HandCandidate>;

struct Case {
  std::string file = "scan.pdf", number = "Số: &^ /KH-SYT", date = "Kiên Giang, ngày Ø1 tháng 3 năm 2018";
  Read read_number, read_day;
  double typeset = 0;
  float number_confidence = 0.95f;  // of the engine for print
  std::vector<std::string> annex;  // lines of a second page
  Read read_annex;
  Read read_month = {{"3", 1}};
  Read annex_day, annex_month;  // below the annex's number
  std::vector<HandReading> more;  // spots of print elsewhere on the page
};

Document Settle(const Case& given) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, BlockColumn::kLeft)
      .At(300, 300, {given.number}, BlockColumn::kLeft, given.number_confidence)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"},
          BlockColumn::kRight)
      .At(850, 300, {given.date}, BlockColumn::kRight)
      .Centred(420, {"KẾ HOẠCH", "Tổ chức đấu thầu cung ứng thuốc"})
      .Body(660, {"Căn cứ Luật Đấu thầu, Sở Y tế xây dựng kế hoạch với những nội dung sau đây:"});
  FileLayout file{given.file, {page.Layout()}, {}};
  PageReading reading;
  reading.page = 1;
  reading.width = testing::kPageWidth;
  reading.height = testing::kPageHeight;
  reading.dpi = testing::kDpi;
  if (!given.read_number.empty())
    reading.hand.push_back({"number", {350, 298, 420, 332}, given.read_number, given.typeset});
  if (!given.read_day.empty())
    reading.hand.push_back({"day", {1070, 298, 1110, 332}, given.read_day, given.typeset});
  if (!given.read_day.empty()) reading.hand.push_back({"month", {1190, 298, 1210, 328}, given.read_month, 1});
  reading.hand.insert(reading.hand.end(), given.more.begin(), given.more.end());
  file.readings.push_back(reading);
  if (!given.annex.empty()) {
    PageBuilder annex(2);
    annex.Centred(300, given.annex);
    file.pages.push_back(annex.Layout());
    reading.page = 2;
    reading.hand.clear();
    if (!given.read_annex.empty())
      reading.hand.push_back({"number", {760, 338, 830, 372}, given.read_annex, 0});
    if (!given.annex_day.empty()) reading.hand.push_back({"day", {560, 374, 600, 404}, given.annex_day, 0});
    if (!given.annex_month.empty()) reading.hand.push_back({"month", {700, 374, 720, 404}, given.annex_month, 1});
    file.readings.push_back(reading);
  }
  return Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
}

std::string FlagOf(const Document& document, const std::string& field) {
  for (const Flag& flag : document.flags) {
    if (flag.code == "handwritten" && flag.detail.rfind(field, 0) == 0) return flag.detail;
  }
  return "";
}

bool HasRow(const Document& document, const std::string& rule) {
  for (const Evidence& evidence : document.evidence) {
    if (evidence.rule == rule) return true;
  }
  return false;
}

TEST(Hand, ASureReadingIsGivenWithAFlag) {
  const Document document =
      Settle({.read_number = {{"239", 0.97}, {"289", 0.02}}, .read_day = {{"01", 0.98}, {"07", 0.01}}});
  EXPECT_EQ(document.number, "239/KH-SYT");
  EXPECT_EQ(document.number_seq, 239);
  EXPECT_EQ(document.issued_on, "2018-03-01");
  EXPECT_THAT(FlagOf(document, "number"), HasSubstr("239 (0.9"));
  EXPECT_THAT(FlagOf(document, "issued_on"), HasSubstr("2018-03-01 (0.9"));
  EXPECT_TRUE(HasRow(document, "hand.reader"));
  EXPECT_TRUE(HasRow(document, "hand.all"));
}

TEST(Hand, ADoubtfulReadingIsNullWithItsCandidates) {
  const Document document =
      Settle({.read_number = {{"239", 0.6}, {"289", 0.35}}, .read_day = {{"01", 0.6}, {"07", 0.39}}});
  EXPECT_FALSE(document.number);
  EXPECT_FALSE(document.number_seq);
  EXPECT_FALSE(document.issued_on);
  EXPECT_EQ(document.symbol, "KH-SYT");
  EXPECT_THAT(FlagOf(document, "number"), HasSubstr("239 (0.6"));
  EXPECT_THAT(FlagOf(document, "number"), HasSubstr("289 (0.3"));
}

TEST(Hand, TheFileNameDecidesBetweenCandidates) {
  const Document document =
      Settle({.file = "R01_289_kh_syt(2).pdf", .read_number = {{"239", 0.6}, {"289", 0.35}}});
  EXPECT_EQ(document.number, "289/KH-SYT");
  EXPECT_TRUE(HasRow(document, "hand.file_name"));
}

TEST(Hand, AFileNameAloneIsNoReading) {
  EXPECT_FALSE(Settle({.file = "289_kh_syt.pdf"}).number);
  EXPECT_FALSE(Settle({.file = "289_kh_syt.pdf", .read_number = {{"41", 0.7}, {"47", 0.2}}}).number);
  // Another number than what was surely read, not near it: the reading stays.
  EXPECT_EQ(Settle({.file = "289_kh_syt.pdf", .read_number = {{"41", 0.99}}}).number, "41/KH-SYT");
  // A count of copies and a year are no number of the document.
  EXPECT_FALSE(Settle({.file = "scan(2).pdf", .read_number = {{"2", 0.5}, {"7", 0.4}}}).number);
}

TEST(Hand, AnAnnexThatNamesItsDocumentDecides) {
  Case given{.read_number = {{"239", 0.5}, {"289", 0.45}}};
  given.annex = {"Phụ lục", "(Kèm theo Kế hoạch số 289/KH-SYT ngày 01/3/2018 của Sở Y tế)"};
  given.read_day = {{"01", 0.5}, {"07", 0.48}};
  const Document document = Settle(given);
  EXPECT_EQ(document.number, "289/KH-SYT");
  EXPECT_EQ(document.issued_on, "2018-03-01");
  EXPECT_TRUE(HasRow(document, "hand.own_page"));
}

// The annex goes on with the day on the next line, where the month is print and the day is written once more.
TEST(Hand, AnAnnexTellsTheMonthThatTheLetterheadDoesNot) {
  Case given{.date = "Kiên Giang, ngày Ø1 tháng ø năm 2018", .read_number = {{"239", 0.99}}};
  given.read_day = {{"16", 0.99}};
  given.read_month = {{"84", 0.6}, {"4", 0.01}};
  given.annex = {"Phụ lục", "(Kèm theo Kế hoạch số 239/KH-SYT", "ngày 46 tháng 4 năm 2018 của Sở Y tế)"};
  EXPECT_FALSE(Settle(given).issued_on);
  given.annex_day = {{"16", 0.98}};
  given.annex_month = {{"4", 1}};
  EXPECT_EQ(Settle(given).issued_on, "2018-04-16");
  given.read_month = {{"84", 0.6}};  // nothing that a month can be
  EXPECT_THAT(FlagOf(Settle(given), "issued_on"), HasSubstr("2018-04-16"));
}

// A month cannot be 0: it lost a figure, and which one is not known.
TEST(Hand, AMonthOfZeroIsMostLikelyTen) {
  const Document document = Settle({.date = "Kiên Giang, ngày Ø1 tháng ø năm 2018", .read_number = {{"239", 0.99}}, .read_day = {{"11", 1}}, .read_month = {{"0", 1}}});
  EXPECT_FALSE(document.issued_on);
  EXPECT_THAT(FlagOf(document, "issued_on"), HasSubstr("issued_on: 2018-10-11 (0."));
}

// The file's name has the number that was read, and one figure more: the crop was cut.
TEST(Hand, APartOfTheNumberInTheFileNameIsACutCrop) {
  EXPECT_EQ(Settle({.file = "1987_kh_syt.pdf", .read_number = {{"198", 0.99}}}).number, "1987/KH-SYT");
  // With the printed slash in it: doubtful
  EXPECT_THAT(FlagOf(Settle({.file = "318_kh_syt.pdf", .read_number = {{"3181", 0.97}}}), "number"), HasSubstr("; 318 (0."));
  EXPECT_NE(Settle({.file = "1937_kh_syt.pdf", .read_number = {{"198", 0.99}}}).number, "1937/KH-SYT");
}

TEST(Hand, TheSameNumberWrittenTwiceIsSurerThanOnce) {
  Case given{.read_number = {{"239", 0.7}, {"289", 0.25}}};
  given.annex = {"Phụ lục", "(Kèm theo Kế hoạch số &3^ /KH-SYT của Sở Y tế)"};
  given.read_annex = {{"239", 0.8}, {"234", 0.1}};
  EXPECT_EQ(Settle(given).number, "239/KH-SYT");
}

// Offices leave the number in the annex's heading blank.
TEST(Hand, APlaceLeftBlankInTheAnnexTellsNothing) {
  Case given{.read_number = {{"27", 0.97}, {"29", 0.02}}};
  ASSERT_EQ(Settle(given).number, "27/KH-SYT");
  given.annex = {"Phụ lục", "(Kèm theo Kế hoạch số      /KH-SYT của Sở Y tế)"};
  given.read_annex = {{"", 1}};
  EXPECT_EQ(Settle(given).number, "27/KH-SYT");
  given.read_annex = {{"91", 1}};
  EXPECT_NE(Settle(given).number, "27/KH-SYT");
}

TEST(Hand, ImpossibleDaysDropOut) {
  const Document document = Settle({.date = "Kiên Giang, ngày &^ tháng 3 năm 2018",
                                    .read_number = {{"5", 0.99}},
                                    .read_day = {{"71", 0.5}, {"21", 0.42}, {"77", 0.05}}});
  EXPECT_EQ(document.issued_on, "2018-03-21");
}

TEST(Hand, EvenFiguresAreReadAsPrint) {
  const Document document = Settle({.number = "Số: 112 /KH-SYT",
                                    .date = "Kiên Giang, ngày 09 tháng 3 năm 2018",
                                    .read_number = {{"172", 0.95}},
                                    .read_day = {{"07", 0.9}},
                                    .typeset = 1});
  EXPECT_EQ(document.number, "112/KH-SYT");
  EXPECT_EQ(document.issued_on, "2018-03-09");
  EXPECT_THAT(document.flags, IsEmpty());
}

// What the engine took for a letter is what the reader of figures is sure of, where the figures are print.
TEST(Hand, AFigureReadAsALetterIsLookedUp) {
  Case given{.number = "Số: 12/CT-SYT", .date = "Kiên Giang, ngày I tháng 3 năm 2018",
             .read_number = {{"12", 0.99}}, .read_day = {{"11", 0.99}}, .typeset = 1};
  EXPECT_EQ(Settle(given).issued_on, "2018-03-11");
  given.read_day = {{"1", 0.99}};
  EXPECT_EQ(Settle(given).issued_on, "2018-03-01") << "what stands there decides";
}

// Letters beside the figures may make the engine doubt the whole word.
TEST(Hand, EvenFiguresThatBothReadersReadAlikeArePrint) {
  Case given{.number = "Số: 12/CT-SYT", .date = "Kiên Giang, ngày 09 tháng 3 năm 2018", .read_number = {{"12", 0.99}}, .typeset = 1, .number_confidence = 0.2f};
  EXPECT_EQ(FlagOf(Settle(given), "number"), "");
  EXPECT_EQ(Settle(given).number, "12/CT-SYT");
  given.read_number = {{"17", 0.99}};
  EXPECT_NE(FlagOf(Settle(given), "number"), "");
}

// Typeset, but not so even that it shows: the reader of figures sees the same, and ones for the slashes.
TEST(Hand, SlashesAreOnesToTheReader) {
  const Read read = {{"27120231", 0.3}, {"2712023", 0.05}, {"271202312", 0.04}};
  EXPECT_EQ(Settle({.number = "Số: 27/2023/QĐ-SYT", .read_number = read}).number, "27/2023/QĐ-SYT");
  EXPECT_EQ(Settle({.number = "Số: 21/2023/QĐ-SYT", .read_number = read}).number, std::nullopt);
}

TEST(Hand, WornPrintBeforeASlashIsNoHandwriting) {
  Case given{.number = "Số: 486/KH-SYT", .read_number = {{"4861", 0.85}, {"486", 0.14}}};
  EXPECT_EQ(Settle(given).number, "486/KH-SYT");
  EXPECT_EQ(FlagOf(Settle(given), "number"), "");
  given.number_confidence = 0.4;  // the engine doubts the word, but the figures are even
  EXPECT_EQ(Settle(given).number, std::nullopt);
  given.typeset = 0.5;
  EXPECT_EQ(Settle(given).number, "486/KH-SYT");
  given.typeset = 0, given.number_confidence = 0.95f;
  given.read_number = {{"4861", 0.97}, {"486", 0.01}};  // a clerk's last figure
  EXPECT_EQ(Settle(given).number, "4861/KH-SYT");
  given.read_number = {{"", 0.99}};  // the spot missed the figures
  EXPECT_EQ(Settle(given).number, "486/KH-SYT");
  given.read_number = {{"4868", 0.3}, {"4861", 0.1}, {"486", 0.05}};  // in heavy print the slash looks like some figure
  EXPECT_EQ(Settle(given).number, "486/KH-SYT");
  given.number_confidence = 0.88f;
  EXPECT_EQ(Settle(given).number, "486/KH-SYT");
  given.read_number = {{"4861", 0.78}, {"48617", 0.1}, {"48611", 0.07}};  // … or like a 1
  EXPECT_EQ(Settle(given).number, "486/KH-SYT");
  given.number_confidence = 0.5;
  EXPECT_EQ(Settle(given).number, std::nullopt);
}

// Print on the rest of the page is even: figures that are not were written, though both readers could read them.
TEST(Hand, ANumberThatStandsOutIsHandwritingThatTheEngineCouldRead) {
  Case given{.number = "Số: 486/KH-SYT", .read_number = {{"486", 0.88}, {"489", 0.06}}};
  EXPECT_EQ(FlagOf(Settle(given), "number"), "");
  given.more = {{"number", {500, 900, 560, 930}, {{"284", 1}}, 1}, {"day", {700, 900, 740, 930}, {{"23", 1}}, 1}};
  EXPECT_EQ(Settle(given).number, "486/KH-SYT");
  EXPECT_THAT(FlagOf(Settle(given), "number"), HasSubstr("486 (0.9"));
}

TEST(Hand, FiguresThatOnlyLookReadAreTheReaders) {
  // The engine for print is sure of a 5; the hand's 9 is what it was.
  const Document document =
      Settle({.date = "Kiên Giang, ngày 05 tháng 3 năm 2018", .read_day = {{"09", 0.97}, {"05", 0.01}}});
  EXPECT_EQ(document.issued_on, "2018-03-09");
}

// A spot that was cut too short shows the 1 of a 17 that the engine is sure of: neither is given.
TEST(Hand, APartOfTheEnginesFiguresDoesNotOverruleThem) {
  const Document document = Settle({.date = "Kiên Giang, ngày 17 tháng 3 năm 2018", .read_day = {{"1", 0.99}, {"11", 0.01}}});
  EXPECT_EQ(document.issued_on, std::nullopt);
}

PageReading EmptyReading() {
  PageReading reading;
  reading.page = 1;
  reading.width = testing::kPageWidth;
  reading.height = testing::kPageHeight;
  reading.dpi = testing::kDpi;
  return reading;
}

Document ExtractRead(const PageBuilder& page, PageReading reading) {
  FileLayout file{"scan.pdf", {page.Layout()}, {std::move(reading)}};
  return Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
}

// A letter of Sở Y tế with the stamp of the office that received it.
Document Received(const std::string& number_line, const Read& read, const std::string& date_line,
                  const std::string& date = "Kiên Giang, ngày 20 tháng 10 năm 2017") {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 112/SYT-NVY"}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"},
          BlockColumn::kRight)
      .At(850, 300, {date}, BlockColumn::kRight)
      .At(240, 480, {"TRUNG TÂM Y TẾ HUYỆN GÒ QUAO", "ĐẾN"}, BlockColumn::kLeft)
      .At(240, 600, {number_line}, BlockColumn::kLeft)
      .At(240, 660, {date_line}, BlockColumn::kLeft)
      .Body(760, {"Căn cứ Luật Đấu thầu, Sở Y tế đề nghị các đơn vị thực hiện những nội dung sau đây:"});
  PageReading reading = EmptyReading();
  if (!read.empty()) reading.hand.push_back({"number", {300, 595, 380, 640}, read, 0});
  return ExtractRead(page, std::move(reading));
}

// A framed stamp whose day is clear and whose month may be one or the other.
std::optional<std::string> Arrived(const Read& day, const Read& month, const std::string& issued) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 112/SYT-NVY"}, BlockColumn::kLeft)
      .At(850, 300, {"Kiên Giang, ngày " + issued}, BlockColumn::kRight)
      .Body(760, {"Căn cứ Luật Đấu thầu, Sở Y tế đề nghị các đơn vị thực hiện những nội dung sau đây:"});
  PageReading reading = EmptyReading();
  reading.regions.push_back({"incoming", {200, 450, 600, 650}, "red"});
  reading.hand = {{"incoming day", {300, 600, 340, 640}, day, 0}, {"incoming month", {360, 600, 400, 640}, month, 0}};
  const Document document = ExtractRead(page, std::move(reading));
  return document.incoming ? document.incoming->date : std::nullopt;
}

TEST(Hand, DocumentsArriveSoonAfterTheyWereIssued) {
  EXPECT_EQ(Arrived({{"19", 0.98}}, {{"11", 0.4}, {"10", 0.58}}, "17 tháng 10 năm 2017"), "2017-10-19");  // 19/11 is a Sunday
  EXPECT_EQ(Arrived({{"19", 0.98}}, {{"7", 0.98}}, "17 tháng 10 năm 2017"), std::nullopt);                // before it was issued
  EXPECT_EQ(Arrived({{"22", 0.98}}, {{"11", 0.45}, {"10", 0.5}}, "17 tháng 10 năm 2017"), std::nullopt);  // 22/10 is a Sunday
}

// `10/8` may be parted as 1, 6 and 48, the stroke between taken for a figure and figures for strokes.
TEST(Hand, TheDayOfIssueTellsHowAWrittenDayIsParted) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 112/SYT-NVY"}, BlockColumn::kLeft)
      .At(850, 300, {"Kiên Giang, ngày 08 tháng 8 năm 2022"}, BlockColumn::kRight)
      .Body(760, {"Căn cứ Luật Đấu thầu, Sở Y tế đề nghị các đơn vị thực hiện những nội dung sau đây:"});
  PageReading reading = EmptyReading();
  reading.regions.push_back({"incoming", {200, 450, 600, 650}, "red"});
  const Box day{300, 600, 340, 640}, month{360, 600, 400, 640}, year{420, 600, 460, 640};
  reading.hand = {{"incoming day", day, {{"1", 0.9}}, 0},  {"incoming month", month, {{"6", 0.99}}, 0}, {"incoming year", year, {{"48", 0.9}}, 0},
                  {"incoming day", day, {{"10", 0.98}}, 0}, {"incoming month", year, {{"8", 0.99}}, 0}};
  const Document document = ExtractRead(page, std::move(reading));
  ASSERT_TRUE(document.incoming);
  EXPECT_EQ(document.incoming->date, "2022-08-10");
}

// A name that no register has, above ĐẾN in a frame, is the office's; "H." is a district.
TEST(Hand, TheNameAboveDenIsTheOffice) {
  const auto office = [](const std::string& name) {
    PageBuilder page(1);
    page.At(250, 160, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, BlockColumn::kLeft)
        .At(300, 300, {"Số: 112/SYT-NVY"}, BlockColumn::kLeft)
        .At(850, 300, {"Kiên Giang, ngày 17 tháng 10 năm 2017"}, BlockColumn::kRight)
        .Body(760, {"Căn cứ Luật Đấu thầu, Sở Y tế đề nghị các đơn vị thực hiện những nội dung sau đây:"})
        .At(240, 480, {name, "ĐẾN"}, BlockColumn::kLeft);
    FileLayout file{"scan.pdf", {page.Layout()}, {EmptyReading()}};
    file.pages[0].blocks.back().stamp = true;
    file.readings[0].regions.push_back({"incoming", {200, 450, 600, 650}, "red"});
    return Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0).incoming.value_or(Incoming{}).agency;
  };
  EXPECT_EQ(office("PHÒNG TƯ PHÁP H. BÙ ĐĂNG"), "Phòng Tư pháp huyện Bù Đăng");
  EXPECT_EQ(office("TRƯỜNG THPT LÊ VĂN HƯU"), "Trường Trung học phổ thông Lê Văn Hưu");
}

// The letterhead's day is 21 or, less likely, 27: arrived on the 24th, it was not issued on the 27th, whatever the engine for print saw.
TEST(Hand, DaysOfIssueAndOfArrivalSettleEachOther) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 112/SYT-NVY"}, BlockColumn::kLeft)
      .At(850, 300, {"Kiên Giang, ngày 27 tháng 11 năm 2022"}, BlockColumn::kRight)
      .Body(760, {"Căn cứ Luật Đấu thầu, Sở Y tế đề nghị các đơn vị thực hiện những nội dung sau đây:"});
  PageReading reading = EmptyReading();
  reading.regions.push_back({"incoming", {200, 450, 600, 650}, "red"});
  reading.hand = {{"day", {1050, 295, 1100, 335}, {{"21", 0.87}, {"27", 0.13}}, 0},
                  {"incoming day", {300, 600, 340, 640}, {{"24", 1.0}}, 0},
                  {"incoming month", {360, 600, 400, 640}, {{"11", 0.83}}, 0}};
  const Document document = ExtractRead(page, std::move(reading));
  ASSERT_TRUE(document.incoming);
  EXPECT_EQ(document.incoming->date, "2022-11-24");
  EXPECT_EQ(document.issued_on, "2022-11-21");
}

TEST(Hand, TheIncomingNumberIsGivenWhenSure) {
  const Document document = Received("Số: ..gốl", {{"961", 0.96}, {"967", 0.02}}, "Ngày: 23/10");
  ASSERT_TRUE(document.incoming);
  EXPECT_EQ(document.incoming->number, "961");
  EXPECT_EQ(document.number, "112/SYT-NVY");
  EXPECT_THAT(FlagOf(document, "incoming/number"), HasSubstr("961 (0.96)"));
}

TEST(Hand, AnUnsureIncomingNumberIsNullWithItsCandidates) {
  const Document document = Received("Số: ..gốl", {{"961", 0.6}, {"967", 0.3}}, "Ngày: 23/10");
  ASSERT_TRUE(document.incoming);
  EXPECT_EQ(document.incoming->number, std::nullopt);
  EXPECT_THAT(FlagOf(document, "incoming/number"), HasSubstr("961 (0.60), 967 (0.30)"));
}

TEST(Hand, APrintedIncomingNumberStays) {
  EXPECT_EQ(Received("Số: 961", {}, "Ngày: 23/10").incoming->number, "961");
  EXPECT_EQ(Received("Số: 961", {{"901", 0.8}}, "Ngày: 23/10").incoming->number, "961");
}

TEST(Hand, AStampsDayHasTheYearOfALetterWhoseDayIsWritten) {
  const std::string date = "Kiên Giang, ngày &^ tháng 12 năm 2017";
  EXPECT_EQ(Received("Số: 961", {}, "Ngày: 29/12", date).incoming->date, "2017-12-29");
  EXPECT_EQ(Received("Số: 961", {}, "Ngày: 03/01", date).incoming->date, "2018-01-03");
}

TEST(Candidates, WhatIsUnseenKeepsItsShare) {
  Candidates candidates(0.5);
  candidates.Put("a", 0.25);
  candidates.Put("a", 0.1);
  candidates.Put("b", 0.25);
  candidates.Favour("b", 5);
  candidates.Favour("c", 100);  // nobody's candidate
  const auto ranked = candidates.Rank();
  ASSERT_THAT(ranked, SizeIs(2));
  EXPECT_EQ(ranked[0].value, "b");
  EXPECT_DOUBLE_EQ(ranked[0].probability, 1.25 / 2);
  EXPECT_DOUBLE_EQ(ranked[1].probability, 0.25 / 2);
}

}  // namespace
}  // namespace trichluc
