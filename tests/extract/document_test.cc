// Whole documents from hand-made layouts, with the rules of the project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/extract.h"
#include "support/page_builder.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::MakeTable;
using testing::PageBuilder;

std::shared_ptr<const RuleSet> Rules() {
  static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  return rules;
}

std::vector<Document> Extract(const std::vector<PageBuilder>& pages, const std::vector<Table>& tables = {}) {
  FileLayout file{"scan.pdf", {}, {}};
  for (const PageBuilder& page : pages) file.pages.push_back(page.Layout());
  return Extractor(Rules()).Extract(file, [&](int from, int to) {
    std::vector<Table> own;
    for (const Table& table : tables) {
      if (table.page_from >= from && table.page_to <= to) own.push_back(table);
    }
    return own;
  });
}

PageBuilder StateLetterhead(int page, const std::vector<std::string>& agency, const std::string& number,
                            const std::string& date) {
  PageBuilder builder(page);
  builder.At(250, 160, agency, BlockColumn::kLeft)
      .At(300, 300, {number}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight)
      .At(850, 300, {date}, BlockColumn::kRight);
  return builder;
}

PageBuilder Plan() {
  PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 112 /KH-UBND",
                                     "Kiên Giang, ngày 09 tháng 5 năm 2022");
  page.Centred(420, {"KẾ HOẠCH", "Thực hiện Kết luận của Thủ tướng Chính phủ", "tại buổi làm việc với tỉnh Kiên Giang"});
  page.At(300, 620, {"Thực hiện nhiệm vụ được giao tại Thông báo số 99/TB-VPCP ngày 05/4/2022 của Văn phòng Chính phủ,"});
  page.Body(660, {"Ủy ban nhân dân tỉnh Kiên Giang ban hành Kế hoạch thực hiện với những nội dung sau đây:"});
  return page;
}

TEST(Document, PlanOfAPeoplesCommittee) {
  const std::vector<Document> documents = Extract({Plan()});
  ASSERT_THAT(documents, SizeIs(1));
  const Document& document = documents[0];
  EXPECT_EQ(document.number, "112/KH-UBND");
  EXPECT_EQ(document.number_seq, 112);
  EXPECT_EQ(document.symbol, "KH-UBND");
  EXPECT_EQ(document.issued_on, "2022-05-09");
  EXPECT_EQ(document.place, "Kiên Giang");
  ASSERT_TRUE(document.doc_type);
  EXPECT_EQ(document.doc_type->code, "KH");
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->name, "Ủy ban nhân dân tỉnh Kiên Giang");
  EXPECT_EQ(document.issuer->printed, "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG");
  EXPECT_FALSE(document.parent_issuer);
  EXPECT_EQ(document.subject,
            "Thực hiện Kết luận của Thủ tướng Chính phủ tại buổi làm việc với tỉnh Kiên Giang");
  ASSERT_THAT(document.references, SizeIs(1));
  EXPECT_EQ(document.references[0].number, "99/TB-VPCP");
  EXPECT_EQ(document.references[0].page, 1);
}

TEST(Document, EveryValueHasEvidenceWithPageAndWords) {
  const Document document = Extract({Plan()}).at(0);
  auto raw = [&](const std::string& field) {
    for (const Evidence& evidence : document.evidence) {
      if (evidence.field == field) return evidence.raw;
    }
    return std::string("none");
  };
  EXPECT_EQ(raw("number"), "Số: 112 /KH-UBND");
  EXPECT_EQ(raw("place"), "Kiên Giang,");
  EXPECT_EQ(raw("doc_type"), "KẾ HOẠCH");
  for (const Evidence& evidence : document.evidence) {
    EXPECT_EQ(evidence.page, 1);
    EXPECT_FALSE(evidence.box.Empty()) << evidence.field;
    EXPECT_GT(evidence.confidence, 0) << evidence.field;
    EXPECT_FALSE(evidence.rule.empty()) << evidence.field;
  }
}

TEST(Document, LetterWithParentAndSubjectUnderTheNumber) {
  PageBuilder page = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG VĂN HÓA VÀ THÔNG TIN"}, "Số: 41 /PVH-TT",
                                     "Gò Quao, ngày 24 tháng 3 năm 2023");
  page.At(250, 345, {"V/v báo cáo tổ chức thực hiện", "các chương trình, kế hoạch"}, BlockColumn::kLeft);
  page.At(500, 460, {"Kính gửi: Các phòng, ban, ngành huyện"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.number, "41/PVH-TT");
  ASSERT_TRUE(document.doc_type);
  EXPECT_EQ(document.doc_type->code, "CV");
  EXPECT_EQ(document.subject, "báo cáo tổ chức thực hiện các chương trình, kế hoạch");
  ASSERT_TRUE(document.issuer && document.parent_issuer);
  EXPECT_EQ(document.issuer->name, "Phòng Văn hóa và Thông tin huyện Gò Quao");
  EXPECT_EQ(document.parent_issuer->name, "Ủy ban nhân dân huyện Gò Quao");
}

TEST(Document, SuperiorAndIssuerInOneLineAreTwo) {
  const auto letter = [](const char* agency) {
    return Extract({StateLetterhead(1, {agency}, "Số: 15/KH-SGDĐT", "Đà Nẵng, ngày 05 tháng 9 năm 2022")}).at(0);
  };
  const Document document = letter("UBND THÀNH PHỐ ĐÀ NẴNG - SỞ GIÁO DỤC VÀ ĐÀO TẠO");
  ASSERT_TRUE(document.parent_issuer);
  EXPECT_EQ(document.parent_issuer->name, "Ủy ban nhân dân thành phố Đà Nẵng");
  EXPECT_EQ(document.issuer->name, "Sở Giáo dục và Đào tạo thành phố Đà Nẵng");
  EXPECT_FALSE(letter("ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG").parent_issuer);
  EXPECT_FALSE(letter("LIÊN ĐOÀN LAO ĐỘNG - SỞ Y TẾ TỈNH AN GIANG").parent_issuer) << "two agencies sign together";
}

TEST(Document, ColumnsThatCameOutAsOneLineAreCut) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH KIÊN GIANG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"});
  page.At(250, 200, {"SỞ Y TẾ Độc lập - Tự do - Hạnh phúc"});
  page.At(250, 300, {"Số: 17/SYT-NVY Kiên Giang, ngày 05 tháng 02 năm 2019"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.number, "17/SYT-NVY");
  EXPECT_EQ(document.issued_on, "2019-02-05");
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->name, "Sở Y tế tỉnh Kiên Giang");
}

TEST(Document, PartyNumberAndLetterhead) {
  PageBuilder page(1);
  page.At(280, 160, {"TỈNH ỦY KIÊN GIANG", "*"}, BlockColumn::kLeft)
      .At(300, 260, {"Số 07-CTr/TU"}, BlockColumn::kLeft)
      .At(900, 160, {"ĐẢNG CỘNG SẢN VIỆT NAM"}, BlockColumn::kRight)
      .At(850, 260, {"Kiên Giang, ngày 02 tháng 4 năm 2021"}, BlockColumn::kRight)
      .Centred(400, {"CHƯƠNG TRÌNH HÀNH ĐỘNG"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.number, "07-CTr/TU");
  EXPECT_EQ(document.number_seq, 7);
  EXPECT_EQ(document.symbol, "CTr/TU");
  ASSERT_TRUE(document.issuer && document.doc_type);
  EXPECT_EQ(document.issuer->name, "Tỉnh ủy Kiên Giang");
  EXPECT_EQ(document.doc_type->code, "CTr");
}

TEST(Document, NumberThatWasNotReadIsNullWithAFlagAndItsSymbol) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "Số: &^ /KH-SYT",
                                     "Kiên Giang, ngày Ø1 tháng 3 năm 2018");
  const Document document = Extract({page}).at(0);
  EXPECT_FALSE(document.number);
  EXPECT_FALSE(document.number_seq);
  EXPECT_EQ(document.symbol, "KH-SYT");
  EXPECT_FALSE(document.issued_on);
  EXPECT_EQ(document.place, "Kiên Giang");
  std::vector<std::string> codes;
  for (const Flag& flag : document.flags) codes.push_back(flag.code);
  EXPECT_THAT(codes, ElementsAre("handwritten", "handwritten"));
}

TEST(Document, TitleAndSymbolAreFoundThroughMisreadLetters) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "22 /KH-SYT",
                                     "Kiên Giang, ngày Ø1. tháng 3 năm 2018");
  page.Centred(420, {"KÉ HOẠCH", "Tổ chức đấu thầu cung ứng thuốc"});
  const std::vector<Document> documents = Extract({page});
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_FALSE(documents[0].number);  // without "Số" before it the figure is a guess
  EXPECT_EQ(documents[0].symbol, "KH-SYT");
  ASSERT_TRUE(documents[0].doc_type);
  EXPECT_EQ(documents[0].doc_type->code, "KH");
  EXPECT_EQ(documents[0].subject, "Tổ chức đấu thầu cung ứng thuốc");
}

TEST(Document, ImpossibleDateIsNullWithAFlag) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "Số: 12/KH-SYT",
                                     "Kiên Giang, ngày 31 tháng 6 năm 2018");
  const Document document = Extract({page}).at(0);
  EXPECT_FALSE(document.issued_on);
  ASSERT_THAT(document.flags, SizeIs(1));
  EXPECT_EQ(document.flags[0].code, "impossible_date");
}

TEST(Document, TypesetDateThroughMisreadFigures) {
  const auto date = [](const char* line) {
    return Extract({StateLetterhead(1, {"SỞ Y TẾ"}, "Số: 15/KH-SYT", line)}).at(0);
  };
  EXPECT_EQ(date("Hà Nội. ngàyl6 tháng II năm 2016").issued_on, "2016-11-16");
  EXPECT_EQ(date("Hà Nội. ngàyl6 tháng II năm 2016").place, "Hà Nội");
  EXPECT_EQ(date("Thành phố Huế, ngày O5 tháng 9 năm 2025").issued_on, "2025-09-05");
  const Document future = date("Kiên Giang, ngày 08 tháng 9 năm 2077");
  EXPECT_FALSE(future.issued_on);
  ASSERT_THAT(future.flags, SizeIs(1));
  EXPECT_EQ(future.flags[0].code, "impossible_date");
}

TEST(Document, SignatureBlockAndRecipients) {
  PageBuilder page(2);
  page.Body(200, {"Trên đây là Kế hoạch thực hiện của Ủy ban nhân dân tỉnh trong thời gian tới./."});
  page.At(236, 400, {"Nơi nhận:", "- Như Điều 3;", "- Các sở, ban, ngành cấp tỉnh", "(Đảng, Đoàn thể);", "- Lưu: VT, phmanh."},
          BlockColumn::kLeft);
  page.At(1000, 400, {"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"}, BlockColumn::kRight);
  page.At(1020, 760, {"Lâm Minh Thành"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].name, "Lâm Minh Thành");
  EXPECT_EQ(document.signers[0].title, "Phó Chủ tịch");
  EXPECT_EQ(document.signers[0].authority, "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH");
  EXPECT_THAT(document.recipients,
              ElementsAre("Như Điều 3", "Các sở, ban, ngành cấp tỉnh (Đảng, Đoàn thể)", "Lưu: VT, phmanh"));
}

TEST(Document, TitlesAreMendedFromTheListOfTitles) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 400, {"KT. GIÁM ĐÓC", "PHÓ GIÁN ĐÓC"}, BlockColumn::kRight);
  page.At(1020, 760, {"Trần Văn Thanh"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].title, "Phó Giám đốc");
  EXPECT_EQ(document.signers[0].authority, "KT. GIÁM ĐỐC");
}

// A seal over the first letters, a preposition written in by hand: the form tells what two lines with one title say.
TEST(Document, TitlesUnderASealAreToldFromThePairTheyStandIn) {
  const auto signer = [](const char* upper, const char* lower) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {upper, lower}, BlockColumn::kRight);
    page.At(1020, 760, {"Trần Văn Thanh"}, BlockColumn::kRight);
    const Signer signer = Extract({Plan(), page}).at(0).signers.at(0);
    return signer.authority.value_or("-") + " / " + signer.title.value_or("-");
  };
  EXPECT_EQ(signer("KT, GIÁM ĐÓC", "Xh6/P(/Ó GIÁM ĐÓC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("TT, GIÁM ĐỐC", "pH GIÁM ĐỐC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("..-KT.C TỊCH", "SH TỊCH"), "KT.CHỦ TỊCH / Phó Chủ tịch");
  EXPECT_EQ(signer(". GIÁM ĐÓC", "GIẢMĐÓỚC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("ST GIÁM ĐC", "PHÓ GIÁM"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), "KT. BỘ TRƯỞNG / Thứ trưởng");
  EXPECT_EQ(signer("", "7 CHỦ TỊCH"), "- / Chủ tịch");
  EXPECT_EQ(signer("KT. CỤC TRƯỞNG 1", "PHÓ CỤC TRƯỞNG"), "KT. CỤC TRƯỞNG / Phó Cục trưởng");
  EXPECT_EQ(signer("KT.GIÁM ĐỐC Ấ", "PHÓ GIÁM ĐỐC"), "KT.GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("TRƯỞNG ĐOÀN", "CHỦ TỊCH HĐND TỈNH"), "- / Trưởng Đoàn Chủ tịch HĐND tỉnh");
  EXPECT_EQ(signer("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "TM. ỦY BAN NHÂN DÂN / Chủ tịch");
  EXPECT_EQ(signer("KT; GIÁM ĐỐC", "PHỐ UANkĐÓC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("VTGIÁMĐỘC", "PHÓ GIM BÖÈ"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("T. BỘ TRƯỞNG", "1U TRƯỞNG"), "KT. BỘ TRƯỞNG / Thứ trưởng");
  EXPECT_EQ(signer("TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND THẲẰNH phủ"), "- / Trưởng Ban Phó Chủ tịch UBND thành phố");
  EXPECT_EQ(signer("TL. GIÁM ĐỐC", "x1 GIÁM ĐỐC"), "TL. GIÁM ĐỐC / -") << "by order signs who it says, and that is hidden";
}

// The place of issue repairs the same name in the subject; other names and small words stay.
TEST(Document, ThePlaceOfIssueMendsTheSubject) {
  const auto subject = [](const std::string& printed, const std::string& place = "Bến Tre") {
    PageBuilder page = StateLetterhead(1, {"SỞ Y TẾ"}, "Số: 66/TB-SYT", place + ", ngày 14 tháng 12 năm 2011");
    page.Centred(420, {"THÔNG BÁO", printed});
    return Extract({page}).at(0).subject.value_or("-");
  };
  EXPECT_EQ(subject("Giới thiệu chữ ký Phó Giám đốc tỉnh Bên Tre, năm 2012"), "Giới thiệu chữ ký Phó Giám đốc tỉnh Bến Tre, năm 2012");
  EXPECT_EQ(subject("Giới thiệu chữ ký Phó Giám đốc tỉnh Bên Tre"), "Giới thiệu chữ ký Phó Giám đốc tỉnh Bến Tre");
  EXPECT_EQ(subject("Giới thiệu chữ ký ở tỉnh Bên Trê và bên tre"), "Giới thiệu chữ ký ở tỉnh Bến Tre và bên tre");
  EXPECT_EQ(subject("Giới thiệu chữ ký ở huyện Tân Trụ"), "Giới thiệu chữ ký ở huyện Tân Trụ");
  EXPECT_EQ(subject("Giới thiệu chữ ký ở tỉnh Hoà Bình", "Hòa Bình"), "Giới thiệu chữ ký ở tỉnh Hoà Bình")
      << "the page's own placement of marks stays";
}

// A seal over the name: no name is invented, and the block is pointed out.
TEST(Document, ATitleWithoutAReadableNameIsFlagged) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 400, {"GIÁM ĐỐC"}, BlockColumn::kRight);
  page.At(1020, 760, {"Đlrảm Thị Thu Trang"}, BlockColumn::kRight);
  FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
  PageReading reading;
  reading.page = 2;
  reading.width = page.Layout().width;
  reading.height = page.Layout().height;
  reading.regions.push_back({"stamp", {900, 450, 1160, 710}, "red"});
  file.readings.push_back(reading);
  const Document document = Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
  EXPECT_THAT(document.signers, IsEmpty());
  const auto flag = std::find_if(document.flags.begin(), document.flags.end(),
                                 [](const Flag& one) { return one.code == "unreadable_name"; });
  ASSERT_NE(flag, document.flags.end());
  EXPECT_EQ(flag->page, 2);
  EXPECT_EQ(flag->detail, "signers: no name was read below GIÁM ĐỐC");
}

TEST(Document, LetterheadsAreMendedFromNamesAndPlaces) {
  PageBuilder school = StateLetterhead(1, {"BỘ CÔNG THƯƠNG", "TRƯỜNG ĐẠI HỌC CÔNG THƯƠNG", "THÀNH PHỐ HỒ CHÍ MINII"}, "só,Iiimp-pcr",
                                       "7P. Hồ Chí Minh, ngà tháng//J năm 2023");
  school.Centred(420, {"THÔNG BÁO", "V/v kế hoạch đánh giá chuẩn đầu ra"});
  const Document notice = Extract({school}).at(0);
  EXPECT_EQ(notice.place, "TP. Hồ Chí Minh");
  ASSERT_TRUE(notice.issuer);
  EXPECT_EQ(notice.issuer->printed, "TRƯỜNG ĐẠI HỌC CÔNG THƯƠNG THÀNH PHỐ HỒ CHÍ MINH");
  ASSERT_TRUE(notice.parent_issuer);
  EXPECT_EQ(notice.parent_issuer->name, "Bộ Công Thương");

  PageBuilder department = StateLetterhead(1, {"ỦY BAN NHÂN DÂN TỈNH BẾN TRE", "SỞ THÔNG TIN VÀ TRUYÈN THÔNG"}, "Số: 666 /TB-STTTT",
                                           "Bến Tre, ngày 14 tháng 12 năm 2011");
  department.Centred(420, {"THÔNG BÁO", "giới thiệu chức danh và chữ ký"});
  EXPECT_EQ(Extract({department}).at(0).issuer->printed, "SỞ THÔNG TIN VÀ TRUYỀN THÔNG");
}

TEST(Document, RulesThatDisagreeAreFlaggedAndExplained) {
  PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 13/2021/QĐ-UBND",
                                     "Kiên Giang, ngày 09 tháng 5 năm 2022");
  page.Centred(420, {"KẾ HOẠCH", "Thực hiện Kết luận của Thủ tướng Chính phủ"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.doc_type->code, "KH");
  std::vector<std::string> details;
  for (const Flag& flag : document.flags) {
    if (flag.code == "disagreement") details.push_back(flag.detail);
  }
  EXPECT_THAT(details, ElementsAre("doc_type: the title says Kế hoạch, the symbol QĐ-UBND says Quyết định; the title is believed",
                                   "issued_on: 2022-05-09 is not in the year of the number 13/2021/QĐ-UBND"));
  EXPECT_EQ(std::count_if(document.evidence.begin(), document.evidence.end(),
                          [](const Evidence& one) { return one.field == "doc_type"; }),
            2);
}

TEST(Document, DraftCopyAndCirculationMarksAreFlags) {
  PageBuilder page = Plan();
  page.At(300, 360, {"DỰ THẢO LẦN 2"}, BlockColumn::kLeft).At(250, 1900, {"SAO Y BẢN CHÍNH"}, BlockColumn::kLeft);
  const Document document = Extract({page}).at(0);
  std::vector<std::string> marks;
  for (const Flag& flag : document.flags) {
    if (flag.code == "draft" || flag.code == "copy" || flag.code == "circulation") marks.push_back(flag.code + ": " + flag.detail);
  }
  EXPECT_THAT(marks, ElementsAre("draft: DỰ THẢO LẦN 2", "copy: SAO Y BẢN CHÍNH"));
}

TEST(Document, ADraftsBlankNumberIsNotItsYear) {
  PageBuilder page = StateLetterhead(1, {"HỘI ĐỒNG NHÂN DÂN", "TỈNH QUẢNG NGÃI"}, "Số: 12025/NQ-HĐND",
                                     "Quảng Ngãi, ngày tháng năm 2025");
  page.Centred(420, {"NGHỊ QUYẾT", "Về việc thông qua danh mục"});
  const Document document = Extract({page}).at(0);
  EXPECT_FALSE(document.number);
  EXPECT_EQ(document.symbol, "NQ-HĐND");
}

TEST(Document, ASuperiorWithAMisreadPlaceIsNoPartOfTheIssuer) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH NGHỆAN", "SỞ XÂY DỰNG"}, "Số: 204/BC-SXD", "Nghệ An, ngày 29 tháng 3 năm 2022");
  page.Centred(420, {"BÁO CÁO", "Kết quả công tác quý I"});
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->printed, "SỞ XÂY DỰNG");
  EXPECT_TRUE(document.parent_issuer);
}

TEST(Document, OneNameOverTwoLinesIsOneAgency) {
  PageBuilder page = StateLetterhead(1, {"THỦ TƯỚNG", "CHÍNH PHỦ"}, "Số: 224/CĐ-TTg", "Hà Nội, ngày 20 tháng 11 năm 2025");
  page.Centred(420, {"CÔNG ĐIỆN", "CHỦ ĐỘNG ỨNG PHÓ BÃO SỐ 15 GIAI ĐOẠN 2025 -", "2030", "THỦ TƯỚNG CHÍNH PHỦ điện:"});
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->name, "Thủ tướng Chính phủ");
  EXPECT_FALSE(document.parent_issuer);
  EXPECT_EQ(document.subject, "CHỦ ĐỘNG ỨNG PHÓ BÃO SỐ 15 GIAI ĐOẠN 2025 - 2030");
}

// The receiving office typed whom it hands the letter to, right of the subject.
TEST(Document, RemarksBesideTheSubjectOfALetterAreCutOff) {
  PageBuilder page = StateLetterhead(1, {"UBND THÀNH PHỐ ĐÀ NẴNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}, "Số: 1595 /SGDĐT-CTrTT", "Đà Nẵng, ngày 31 tháng 5 năm 2019");
  PageBuilder measure(1);
  measure.At(330, 351, {"V/v bảo đảm TTATGT cho HS, SV"});
  const int edge = measure.Layout().blocks.back().box.right + 9;
  page.At(330, 351, {"V/v bảo đảm TTATGT cho HS, SV 1. Cô Hương gửi văn bản đến các đơn vị thuộc trường"});
  page.At(330, 391, {"trong dịp nghỉ hè năm 2019"}, BlockColumn::kLeft);
  page.At(edge, 392, {"2. Phòng CTSV phối hợp với Đoàn", "3. Công đoàn phối hợp"}, BlockColumn::kRight);
  EXPECT_EQ(Extract({page}).at(0).subject, "bảo đảm TTATGT cho HS, SV trong dịp nghỉ hè năm 2019");
}

// A stamp beside the subject's lines does not end it; specks at a line's end are no words of it.
TEST(Document, SubjectsGoOnBesideStampsAndSpecks) {
  PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"}, "Số: 07 /CT-UBND", "Quảng Ngãi, ngày 20 tháng 3 năm 2018");
  page.Centred(420, {"CHỈ THỊ", "Về việc tăng cường công tác thi hành án hành chính năm 2017.tại"});
  page.At(60, 505, {"công văn ĐẾN"}, BlockColumn::kFull);
  page.Centred(520, {"trên địa bàn tỉnh Quảng Ngãi"});
  EXPECT_EQ(Extract({page}).at(0).subject, "tăng cường công tác thi hành án hành chính năm 2017 tại trên địa bàn tỉnh Quảng Ngãi");
}

TEST(Document, TwoBodiesSignSideBySide) {
  PageBuilder page(2);
  page.At(236, 300, {"SỞ VĂN HÓA VÀ THỂ THAO", "GIÁM ĐỐC"}, BlockColumn::kLeft);
  page.At(1000, 300, {"LIÊN ĐOÀN LAO ĐỘNG TỈNH", "PHÓ CHỦ TỊCH"}, BlockColumn::kRight);
  page.At(236, 700, {"Nguyễn Văn Lên"}, BlockColumn::kLeft);
  page.At(1020, 700, {"Nguyễn Thiện Phú"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(2));
  EXPECT_EQ(document.signers[0].name, "Nguyễn Văn Lên");
  EXPECT_EQ(document.signers[0].title, "Giám đốc");
  EXPECT_EQ(document.signers[1].name, "Nguyễn Thiện Phú");
  EXPECT_EQ(document.signers[1].title, "Phó Chủ tịch");
}

TEST(Document, FamilyNamesAreMendedWhereOneIsMeant) {
  const auto signer = [](const char* name) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {"CHỦ TỊCH"}, BlockColumn::kRight);
    page.At(1020, 760, {name}, BlockColumn::kRight);
    return Extract({Plan(), page}).at(0).signers.at(0).name;
  };
  EXPECT_EQ(signer("Đó Thanh Bình"), "Đỗ Thanh Bình");
  EXPECT_EQ(signer("Trân Quang Hợp"), "Trần Quang Hợp");
  EXPECT_EQ(signer("Lê Văn Nghiêm"), "Lê Văn Nghiêm");
  EXPECT_EQ(signer("Nguạễn Văn Phúc"), "Nguyễn Văn Phúc");
  EXPECT_EQ(signer("Há Văn Phúc"), "Há Văn Phúc") << "Hà or Hạ";
  EXPECT_EQ(signer("x7 Trần Huy Kiên 4"), "Trần Huy Kiên") << "strokes beside the name";
  EXPECT_EQ(signer("TK Hà Văn Phúc"), "Hà Văn Phúc");
  EXPECT_EQ(signer("trà Văn Phúc"), "Hà Văn Phúc") << "no name begins so: its end rhymes with one";
}

TEST(Document, NameBesideTheRecipientsSignsWhenItsTitleIsLost) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1020, 500, {"s1 4", "Khoa Học", "Lê Trung Chinh"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].name, "Lê Trung Chinh");
  EXPECT_FALSE(document.signers[0].title);
  EXPECT_THAT(Extract({Plan()}).at(0).signers, IsEmpty());
}

PageBuilder Letterhead() {
  return StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 112/KH-UBND", "Kiên Giang, ngày 09 tháng 5 năm 2022");
}

// "number relation agency" of each reference.
std::vector<std::string> Named(const Document& document) {
  std::vector<std::string> named;
  for (const Reference& reference : document.references) {
    named.push_back(reference.number.value_or("-") + " " + reference.relation + (reference.agency ? " " + *reference.agency : ""));
  }
  return named;
}

TEST(Document, AFootnoteTakesTheRelationOfItsMark) {
  PageBuilder page = Letterhead();
  page.Body(800, {"Thực hiện ý kiến kết luận của Bí thư Tỉnh ủy tại cuộc họp tháng 5¹ và chỉ đạo trong tháng 6²."});
  page.Body(900, {"Sở Y tế lập báo cáo căn cứ ý kiến của Ban Cán sự Đảng UBND tỉnh³ trước ngày 15 hằng tháng."});
  page.Body(1000, {"Khẩn trương hoàn chỉnh kế hoạch thực hiện Quy hoạch tỉnh⁴ theo quy định."});
  page.Body(1800, {"1 Công văn số 3632-CV/BCSĐ ngày 06/6/2024."});
  page.Body(1860, {"5 Thông báo số 11/TB-VP ngày 07/6/2024 và Thông báo số 12/TB-VP ngày 08/6/2024."});  // "2" misread
  page.Body(1920, {"3 Công văn số 46-CV/BCSĐ ngày 16/4/2021 về Nghị quyết số 9-NQ/TU."});
  page.Body(1980, {"4 Quyết định số 1289/QĐ-TTg ngày 03/11/2023."});
  EXPECT_THAT(Named(Extract({page}).at(0)),
              ElementsAre("3632-CV/BCSĐ implements", "11/TB-VP implements", "12/TB-VP implements",
                          "46-CV/BCSĐ basis Ban cán sự đảng Ủy ban nhân dân tỉnh", "9-NQ/TU mentions",
                          "1289/QĐ-TTg mentions"));
}

TEST(Document, ACitationGoesOnInTheNextBlock) {
  PageBuilder page = Letterhead();
  page.Body(800, {"Căn cứ Quyết định số 8119/QĐ-SYT ngày 29/12/2016 của Giám"});
  page.Body(860, {"đốc Sở Y tế về việc kiện toàn đoàn thẩm định; Kế hoạch số 15/KH-UBND;"});
  page.Body(920, {"Theo Công văn số 3/UBND-VX ngày 02/01/2022 của Ủy"});
  page.Body(980, {"Ban Chỉ đạo họp định kỳ."});
  EXPECT_THAT(Named(Extract({page}).at(0)),
              ElementsAre("8119/QĐ-SYT basis Giám đốc Sở Y tế", "15/KH-UBND mentions", "3/UBND-VX mentions Ủy"));
}

TEST(Document, AListsHeadRulesOverItsItems) {
  PageBuilder page = Letterhead();
  page.Body(800, {"Điều 1. Bãi bỏ toàn bộ các Quyết định sau đây:"});
  page.Body(860, {"1. Quyết định số 34/2007/QĐ-UB ngày 06 tháng 7 năm 2007 sửa đổi Quyết định số 31/2007/QĐ-UBND."});
  page.Body(920, {"2. Quyết định số 35/2007/QĐ-UB và Quyết định số 36/2007/QĐ-UB."});
  page.Body(980, {"Giao Sở Tư pháp theo dõi Kế hoạch số 15/KH-UBND."});
  page.Body(1040, {"3. Quyết định số 37/2007/QĐ-UB."});
  EXPECT_THAT(Named(Extract({page}).at(0)),
              ElementsAre("34/2007/QĐ-UB replaces", "31/2007/QĐ-UBND amends", "35/2007/QĐ-UB replaces",
                          "36/2007/QĐ-UB replaces", "15/KH-UBND mentions", "37/2007/QĐ-UB mentions"));
}

TEST(Document, CitationsThatDisagreeAboutADateAreFlagged) {
  PageBuilder page = Letterhead();
  page.Body(800, {"Theo Quyết định số 1289/QĐ-TTg ngày 03/1/2023 và các văn bản khác."});
  page.Body(900, {"Theo Quyết định số 1289/QĐ-TTg ngày 03 tháng 11 năm 2023."});
  const Document document = Extract({page}).at(0);
  ASSERT_THAT(document.references, SizeIs(1));
  EXPECT_EQ(document.references[0].date, "2023-11-03");
  ASSERT_THAT(document.flags, SizeIs(1));
  EXPECT_EQ(document.flags[0].code, "reference_date");
}

TEST(Document, OwnNumberIsNoReferenceHoweverItIsRead) {
  PageBuilder letter = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "THÀNH PHỐ ĐÀ NẴNG"}, "Số: #4 /UBND-SGDĐT",
                                       "Đà Nẵng, ngày 18 tháng 10 năm 2023");
  letter.Body(500, {"Thực hiện Thông báo số 496-TB/TU ngày 17/8/2023 của Thường trực Thành ủy."});
  PageBuilder annex(2);
  annex.Centred(200, {"Phụ lục", "(Kèm theo Công văn số 40/UBND-SGDĐT)"});
  const Document document = Extract({letter, annex}).at(0);
  ASSERT_THAT(document.references, SizeIs(1));
  EXPECT_EQ(document.references[0].number, "496-TB/TU");
}

TEST(Document, BundleIsTwoDocumentsAndTheLetterForwardsThePlan) {
  PageBuilder letter = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG NỘI VỤ"}, "Số: 5/PNV", "Gò Quao, ngày 24 tháng 6 năm 2022");
  letter.Body(600, {"Phòng Nội vụ gửi Kế hoạch số 112/KH-UBND ngày 09/5/2022 của UBND tỉnh để các đơn vị thực hiện."});
  PageBuilder plan = StateLetterhead(2, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 112/KH-UBND",
                                     "Kiên Giang, ngày 09 tháng 5 năm 2022");
  plan.Centred(420, {"KẾ HOẠCH"});
  const std::vector<Document> documents = Extract({letter, plan});
  ASSERT_THAT(documents, SizeIs(2));
  EXPECT_EQ(documents[0].page_to, 1);
  EXPECT_EQ(documents[1].page_from, 2);
  ASSERT_THAT(documents[0].references, SizeIs(1));
  EXPECT_EQ(documents[0].references[0].relation, "attached_to");
}

TEST(Document, BlankPagesBelongToNoDocument) {
  PageBuilder blank(2);
  const std::vector<Document> documents = Extract({Plan(), blank});
  ASSERT_THAT(documents, SizeIs(1));
  EXPECT_EQ(documents[0].page_to, 1);
  EXPECT_THAT(Extract({PageBuilder(1)}), IsEmpty());
}

TEST(Document, TaskRowsWithSectionsSpansAndSubRows) {
  const Table table = MakeTable({
      {"TT", "Nội dung", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"},
      {"I", "NHIỆM VỤ THƯỜNG XUYÊN", "<", "<", "<"},
      {"1", "Thực hiện cải cách hành chính", "Sở Nội vụ", "Sở Tài chính; Sở Tư pháp", "Quý I/2022"},
      {"2", "Đẩy mạnh dịch vụ công trực tuyến", "^", "Các Sở, ngành có liên quan", "Thường xuyên"},
      {"II", "NHIỆM VỤ CỤ THỂ", "<", "<", "<"},
      {"4", "Về mở cửa khẩu phụ", "", "", ""},
      {"4.1", "Trao đổi với các địa phương", "Sở Ngoại vụ", "", "Năm 2022"},
      {"5", "Đầu tư cầu", "Sở Giao thông vận tải", "", ""},
  });
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(4));
  EXPECT_EQ(document.tasks[0].no, "1");
  EXPECT_THAT(document.tasks[0].section, ElementsAre("NHIỆM VỤ THƯỜNG XUYÊN"));
  ASSERT_THAT(document.tasks[0].lead, SizeIs(1));
  EXPECT_EQ(document.tasks[0].lead[0].name, "Sở Nội vụ");
  EXPECT_THAT(document.tasks[0].coordinators, SizeIs(2));
  ASSERT_TRUE(document.tasks[0].deadline);
  EXPECT_EQ(document.tasks[0].deadline->to, "2022-03-31");
  ASSERT_THAT(document.tasks[1].lead, SizeIs(1)) << "a merged cell leads each of its rows";
  EXPECT_EQ(document.tasks[1].lead[0].name, "Sở Nội vụ");
  EXPECT_EQ(document.tasks[1].deadline->kind, "ongoing");
  EXPECT_EQ(document.tasks[2].no, "4.1");
  EXPECT_THAT(document.tasks[2].section, ElementsAre("NHIỆM VỤ CỤ THỂ", "Về mở cửa khẩu phụ"));
  EXPECT_THAT(document.tasks[3].section, ElementsAre("NHIỆM VỤ CỤ THỂ"));
  EXPECT_FALSE(document.tasks[3].deadline);
  ASSERT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(document.tables[0].rows[2], ElementsAre("2", "Đẩy mạnh dịch vụ công trực tuyến", "Sở Nội vụ",
                                                      "Các Sở, ngành có liên quan", "Thường xuyên"));
}

TEST(Document, TablesWithoutTasksAreKeptButAssignNothing) {
  const Table table = MakeTable({{"TT", "Họ và tên", "Chức vụ"}, {"1", "Lê Văn Nam", "Trưởng ban"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  EXPECT_THAT(document.tables, SizeIs(1));
  EXPECT_THAT(document.tasks, IsEmpty());
}

TEST(Document, TasksInRunningText) {
  PageBuilder page(2);
  page.Body(200, {"4. Sở Tài chính chủ trì, phối hợp các sở, ngành, địa phương: Tăng cường kỷ luật,", "kỷ cương tài chính."});
  page.Body(400, {"Trên đây là các nội dung cần thực hiện./."});
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(1));
  const Task& task = document.tasks[0];
  EXPECT_EQ(task.source, "text");
  EXPECT_EQ(task.no, "4");
  EXPECT_EQ(task.content, "Tăng cường kỷ luật, kỷ cương tài chính");
  ASSERT_THAT(task.lead, SizeIs(1));
  EXPECT_EQ(task.lead[0].name, "Sở Tài chính");
  EXPECT_EQ(task.page_from, 2);
}

TEST(Document, IncomingStampIsNotTheNumber) {
  PageBuilder page = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG NỘI VỤ"}, "Số: 5/PNV", "Gò Quao, ngày 24 tháng 3 năm 2023");
  page.At(240, 480, {"TRUNG TÂM Y TẾ HUYỆN GÒ QUAO", "ĐẾN Số: 1171", "Ngày: 27/3"}, BlockColumn::kLeft);
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.number, "5/PNV");
  ASSERT_TRUE(document.incoming);
  EXPECT_EQ(document.incoming->number, "1171");
  EXPECT_EQ(document.incoming->date, "2023-03-27");
  EXPECT_EQ(document.incoming->agency, "Trung tâm Y tế huyện Gò Quao");
}

TEST(Document, IncomingStampWithANameOnTwoLinesAndAStrokeReadAsOne) {
  PageBuilder page = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG NỘI VỤ"}, "Số: 5/PNV", "Gò Quao, ngày 24 tháng 3 năm 2023");
  page.At(240, 480, {"TRUNG TÂM Y TẾ"}, BlockColumn::kLeft);
  page.At(800, 500, {"Kính gửi: Phòng Nội vụ"}, BlockColumn::kRight);
  page.At(240, 520, {"HUYỆN GÒ QUAO", "ĐẾN", "Số: 1171", "Ngày: 2713"}, BlockColumn::kLeft);
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.incoming);
  EXPECT_EQ(document.incoming->agency, "Trung tâm Y tế huyện Gò Quao");
  EXPECT_EQ(document.incoming->number, "1171");
  EXPECT_EQ(document.incoming->date, "2023-03-27");
}

TEST(Document, DamagedNamesOfAgenciesAreEvidenceAndTiesAreFlagged) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"1", "Xây dựng kế hoạch", "Sở Tài chímh", "Quý IV/2022"},
                                 {"2", "Tổng kết", "Trung tâm Văn hóa, Thể thao và Truyền thang", "Quý IV/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].lead.at(0).name, "Sở Tài chính");
  const auto evidence = std::find_if(document.evidence.begin(), document.evidence.end(),
                                     [](const Evidence& e) { return e.field == "tasks/0/lead/0"; });
  ASSERT_NE(evidence, document.evidence.end());
  EXPECT_EQ(evidence->raw, "Sở Tài chímh");
  EXPECT_EQ(evidence->rule, "agency.near, distance 1");
  EXPECT_GT(evidence->box.right, evidence->box.left);
  EXPECT_EQ(document.tasks[1].lead.at(0).name, "Trung tâm Văn hóa, Thể thao và Truyền thang");
  const auto flag = std::find_if(document.flags.begin(), document.flags.end(),
                                 [](const Flag& f) { return f.code == "ambiguous_agency"; });
  ASSERT_NE(flag, document.flags.end());
  EXPECT_EQ(flag->detail,
            "task 2: \"Trung tâm Văn hóa, Thể thao và Truyền thang\" is equally near to \"Trung tâm Văn hóa, Thể thao "
            "và Truyền thanh\" and \"Trung tâm Văn hóa, Thể thao và Truyền thông\" (distance 1), none was taken");
  for (const Task& task : document.tasks) EXPECT_TRUE(task.lead.at(0).near.empty());
}

// A lone 1 read as I would close the section above it; the 2 below tells.
TEST(TaskTables, AOneReadAsAnIStaysBelowItsSection) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"IV", "Quý IV", "", ""},
                                 {"I", "Xây dựng kế hoạch", "Sở Y tế", "Quý IV/2022"},
                                 {"2", "Tổng kết công tác năm", "Sở Nội vụ", "Quý IV/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].no, "1");
  for (const Task& task : document.tasks) EXPECT_EQ(task.section, std::vector<std::string>{"Quý IV"});
}

TEST(TaskTables, ADeadlineThatIsNoDayIsFlagged) {
  const Table table = MakeTable({{"TT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"1", "Xây dựng kế hoạch", "Sở Y tế", "Trước ngày 31/02/2022"},
                                 {"2", "Tổng kết công tác năm", "Sở Nội vụ", "30/11/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  std::vector<std::string> details;
  for (const Flag& flag : document.flags) {
    if (flag.code == "impossible_date") details.push_back(flag.detail);
  }
  EXPECT_THAT(details, ElementsAre("task 1: \"Trước ngày 31/02/2022\" is no day of the calendar"));
}

// TT is easily read as IT; the numbers below it say what the column is.
TEST(TaskTables, AMisreadTitleOfTheNumberColumn) {
  const Table table = MakeTable({{"IT", "Nội dung", "Chủ trì", "Thời gian"},
                                 {"01", "Xây dựng kế hoạch", "Sở Y tế", "Quý IV/2022"},
                                 {"02", "Tổng kết công tác năm", "Sở Nội vụ", "Quý IV/2022"}});
  const Document document = Extract({Plan()}, {table}).at(0);
  ASSERT_THAT(document.tasks, SizeIs(2));
  EXPECT_EQ(document.tasks[0].no, "01");
  EXPECT_EQ(document.tasks[1].no, "02");
}

// The body's first line may stand as if centred below the subject.
TEST(Document, TheSubjectEndsWhereTheBodySaysWhoIssuesWhat) {
  PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 112 /KH-UBND",
                                     "Kiên Giang, ngày 09 tháng 5 năm 2022");
  page.Centred(420, {"KẾ HOẠCH", "Công tác năm 2022 của Ủy ban nhân dân tỉnh",
                     "Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác năm 2022 như sau:"});
  EXPECT_EQ(Extract({page}).at(0).subject, "Công tác năm 2022 của Ủy ban nhân dân tỉnh");
}

// The strokes of a signature, read as words, stand above the name.
TEST(Document, ANameOfAKnownFamilyIsBelievedBeforeStrokes) {
  PageBuilder page = Plan();
  page.At(200, 1300, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 1300, {"GIÁM ĐỐC"}, BlockColumn::kRight);
  page.At(1000, 1360, {"Ị Nợ"}, BlockColumn::kRight);
  page.At(1000, 1480, {"Nguyễn Thúy Hà"}, BlockColumn::kRight);
  const Document document = Extract({page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].name, "Nguyễn Thúy Hà");
}

}  // namespace
}  // namespace trichluc
