// Who signs, and who receives: the signature block and "Nơi nhận".
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using testing::Extract;
using testing::PageBuilder;
using testing::Plan;
using testing::Rules;

TEST(Signers, SignatureBlockAndRecipients) {
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

// What is signed with these lines, `below` set apart beneath them, and a name.
Signer SignedWith(const std::vector<std::string>& lines, const std::vector<std::string>& below = {}, int left = 1000, int top = 440) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft).At(1000, 400, lines, BlockColumn::kRight);
  if (!below.empty()) page.At(left, top, below, BlockColumn::kRight);
  page.At(1020, 760, {"Trần Văn Tĩnh"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  EXPECT_THAT(document.signers, SizeIs(1));
  return document.signers.empty() ? Signer{} : document.signers[0];
}

TEST(Signers, ATitleGoesOnInTheLineBelow) {
  EXPECT_EQ(SignedWith({"TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ,", "HẠ TẦNG VÀ ĐÔ THỊ"}).title, "Trưởng phòng Kinh tế, Hạ tầng và Đô thị");
  EXPECT_EQ(SignedWith({"TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ,"}, {"HẠ TẦNG VÀ ĐÔ THỊ"}, 1030, 486).title, "Trưởng phòng Kinh tế, Hạ tầng và Đô thị");
  EXPECT_EQ(SignedWith({"TL. GIÁM ĐỐC", "TRƯỞNG PHÒNG QUẢN LÝ"}, {"THƯƠNG MẠI"}, 1110, 476).title, "Trưởng phòng Quản lý thương mại");
}

TEST(Signers, TheFamilysNameReadTwice) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft).At(1000, 400, {"CHỦ TỊCH"}, BlockColumn::kRight);
  page.At(1020, 760, {"Hồ Hồ Thị Xa Cam"}, BlockColumn::kRight);
  EXPECT_EQ(Extract({Plan(), page}).at(0).signers.at(0).name, "Hồ Thị Xa Cam");
}

TEST(Signers, WhoActsOrIsChargedWithAnOffice) {
  const Signer acting = SignedWith({"Q. HẠT TRƯỞNG"});
  EXPECT_EQ(acting.title, "Hạt trưởng");
  EXPECT_EQ(acting.authority, "Q. HẠT TRƯỞNG");
  EXPECT_EQ(SignedWith({"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, {"PHỤ TRÁCH CHUYÊN MÔN"}, 975, 476).title, "Phó Giám đốc phụ trách chuyên môn");
}

// A seal hid "TL.": a unit's head signs by order of the head of the house; one line of authority that was read twice is one.
TEST(Signers, ByOrderOfTheHeadAndLinesReadTwice) {
  const Signer order = SignedWith({"HIỆU TRƯỞNG", "TRƯỞNG PHÒNG ĐÀO TẠO"});
  EXPECT_EQ(order.authority, "TL. HIỆU TRƯỞNG");
  EXPECT_EQ(order.title, "Trưởng phòng Đào tạo");
  EXPECT_EQ(SignedWith({"TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND THÀNH PHỐ"}).authority, std::nullopt);
  EXPECT_EQ(SignedWith({"KT. TRƯỞNG PHÒNG", "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"}).authority, "KT. TRƯỞNG PHÒNG");
}

// A seal hid the left of both lines: what is signed for the head is signed by a deputy.
TEST(Signers, TwoLinesThatEndAlikeUnderASeal) {
  const Signer signer = SignedWith({"TM. ỦY BAN NHÂN DÂN"}, {"IỦ TỊCH", "HỦ TỊCH"}, 1120);
  EXPECT_EQ(signer.title, "Phó Chủ tịch");
  EXPECT_EQ(signer.authority, "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH");
}

// A long list in two columns is read column by column.
TEST(Signers, RecipientsInTwoColumns) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:"}, BlockColumn::kLeft);
  const std::vector<std::pair<std::string, std::string>> lines = {{"- Sở Y tế;", "- Báo Cà Mau;"},
                                                                  {"- Sở Nội vụ", "- Đài PT-TH"},
                                                                  {"(để b/c);", "tỉnh;"},
                                                                  {"- Sở Tài chính;", "- Lưu: VT."}};
  int top = 440;
  for (const auto& [left, right] : lines) {
    Line line = testing::MakeLine(2, 236, top, left);
    for (const Word& word : testing::MakeLine(2, 480, top, right).words) line.words.push_back(word);
    page.At(236, top, {left}, BlockColumn::kLeft);
    page.LastLine() = line;
    top += 40;
  }
  page.At(1000, 400, {"CHỦ TỊCH"}, BlockColumn::kRight).At(1020, 760, {"Lê Hoàng Vinh"}, BlockColumn::kRight);
  EXPECT_THAT(Extract({Plan(), page}).at(0).recipients,
              ::testing::ElementsAre("Sở Y tế", "Sở Nội vụ (để b/c)", "Sở Tài chính", "Báo Cà Mau", "Đài PT-TH tỉnh", "Lưu: VT"));
}

// An entry of which ink left a figure is no number of a page where more entries follow.
TEST(Signers, AnEntryReadAsAFigureDoesNotEndTheRecipients) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "5...", "- Các đơn vị trực thuộc;", "- Lưu: VT."}, BlockColumn::kLeft);
  page.At(1000, 400, {"TL. HIỆU TRƯỞNG", "TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH"}, BlockColumn::kRight);
  page.At(1020, 760, {"Trần Văn Tĩnh"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].title, "Trưởng phòng Tổ chức - Hành chính");
  EXPECT_THAT(document.recipients, ElementsAre("Các đơn vị trực thuộc", "Lưu: VT"));
}

// Marks above the capitals of the title came out as lines of their own.
TEST(Signers, FiguresBetweenAuthorityAndTitle) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 400, {"KT. THỦ TƯỚNG"}, BlockColumn::kRight).At(1100, 426, {"5"}, BlockColumn::kRight);
  page.At(990, 450, {"PH O THỦ T TƯỚNG"}, BlockColumn::kRight).At(1020, 760, {"Trần Văn Tĩnh"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].authority, "KT. THỦ TƯỚNG");
  EXPECT_EQ(document.signers[0].title, "Phó Thủ tướng");
}

// The authority of who signs below these two lines.
std::optional<std::string> AuthorityOver(const std::string& body, const std::string& title) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 400, {body, title}, BlockColumn::kRight);
  page.At(1020, 760, {"Trần Văn Tĩnh"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  EXPECT_THAT(document.signers, SizeIs(1));
  return document.signers.empty() ? std::nullopt : document.signers[0].authority;
}

TEST(Signers, BodiesThatEndAsTitlesDo) {
  EXPECT_EQ(AuthorityOver("TM. ĐOÀN CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "TM. ĐOÀN CHỦ TỊCH");
}

TEST(Signers, BodiesThatAreALetterAway) {
  EXPECT_EQ(AuthorityOver("TM. IJÝ BAN NHÂN DÂN", "CHỦ TỊCH"), "TM. ỦY BAN NHÂN DÂN");
}

// A speck read as a figure between the heading and the list is no page number.
TEST(Signers, ASpeckDoesNotEndTheRecipients) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:"}, BlockColumn::kLeft);
  page.At(236, 460, {"- Như trên;", "- Lưu: VT."}, BlockColumn::kLeft);
  PageLayout layout = page.Layout();
  ASSERT_FALSE(layout.blocks.empty());
  Block speck = layout.blocks.front();
  speck.lines.resize(1);
  speck.lines[0].words.resize(1);
  speck.lines[0].words[0].text = "7";
  speck.lines[0].words[0].box = speck.lines[0].box = {300, 436, 306, 441};
  layout.blocks.push_back(speck);
  FileLayout file{"scan.pdf", {Plan().Layout(), layout}, {}};
  const Document document = Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
  EXPECT_THAT(document.recipients, ElementsAre("Như trên", "Lưu: VT"));
}

// A tall speck behind the heading makes its line high; the entries below are none the lower for that.
TEST(Signers, ATallSpeckBehindTheHeadingHidesNoRecipients) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- UBND tỉnh;", "- Các sở, ngành;", "- Lưu: VT."}, BlockColumn::kLeft);
  PageLayout layout = page.Layout();
  Line& heading = layout.blocks.front().lines.front();
  Word speck = heading.words.back();
  speck.text = "..";
  speck.box = {speck.box.right + 20, heading.box.top - 30, speck.box.right + 40, heading.box.top - 30 + 4 * heading.box.Height()};
  heading.words.push_back(speck);
  heading.box.top = speck.box.top;
  heading.box.bottom = speck.box.bottom;
  FileLayout file{"scan.pdf", {Plan().Layout(), layout}, {}};
  const Document document = Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
  EXPECT_THAT(document.recipients, ElementsAre("UBND tỉnh", "Các sở, ngành", "Lưu: VT"));
}

// The heading of the list was misread: it ends with what is kept, and its dashes lead up to the heading.
TEST(Signers, AListOfRecipientsWhoseHeadingIsLost) {
  for (const char* heading : {"Nợ nhận:", "201 nhân;"}) {
    PageBuilder page(2);
    page.Body(200, {"Trên đây là Kế hoạch thực hiện của Ủy ban nhân dân tỉnh trong thời gian tới./."});
    page.At(236, 400, {heading, "- UBND huyện;", "- Các ngành, đoàn thể xã;", "- Lưu."}, BlockColumn::kLeft);
    page.At(1000, 400, {"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}, BlockColumn::kRight);
    page.At(1020, 760, {"Lâm Minh Thành"}, BlockColumn::kRight);
    EXPECT_THAT(Extract({Plan(), page}).at(0).recipients, ElementsAre("UBND huyện", "Các ngành, đoàn thể xã", "Lưu")) << heading;
  }
}

TEST(Signers, TitlesAreMendedFromTheListOfTitles) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 400, {"KT. GIÁM ĐÓC", "PHÓ GIÁN ĐÓC"}, BlockColumn::kRight);
  page.At(1020, 760, {"Trần Văn Tĩnh"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].title, "Phó Giám đốc");
  EXPECT_EQ(document.signers[0].authority, "KT. GIÁM ĐỐC");
}

// In documents of the party a stroke stands between the letters, which is lost before a stop is.
TEST(Signers, APartysAuthorityHasItsStroke) {
  PageBuilder first(1);
  first.At(250, 160, {"HUYỆN ỦY KỲ ANH", "*", "Số 118-TB/HU"}, BlockColumn::kLeft).At(800, 160, {"ĐẢNG CỘNG SẢN VIỆT NAM"}, BlockColumn::kRight);
  first.Centred(420, {"THÔNG BÁO", "kết luận của Ban Thường vụ Huyện ủy"});
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 400, {"TL BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"}, BlockColumn::kRight);
  page.At(1020, 760, {"Trần Văn Tĩnh"}, BlockColumn::kRight);
  const Document document = Extract({first, page}).at(0);
  ASSERT_EQ(document.symbol, "TB/HU");
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].authority, "T/L BAN THƯỜNG VỤ");
}

// Two sign beside each other; the longer authority sets its name lower.
TEST(Signers, TwoWhoseBlocksBeginTogether) {
  PageBuilder page(2);
  page.At(200, 400, {"TM. BAN THƯỜNG VỤ HỘI", "NÔNG DÂN", "CHỦ TỊCH"}, BlockColumn::kLeft);
  page.At(230, 780, {"Đinh Thị Út Mười"}, BlockColumn::kLeft);
  page.At(1000, 400, {"TRƯỞNG CÔNG AN XÃ"}, BlockColumn::kRight);
  page.At(1020, 640, {"Lê Hoàng Sa"}, BlockColumn::kRight);
  page.At(200, 900, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(2));
  EXPECT_EQ(document.signers[0].name, "Đinh Thị Út Mười");
  EXPECT_EQ(document.signers[0].title, "Chủ tịch");
  EXPECT_EQ(document.signers[1].name, "Lê Hoàng Sa");
}

// A seal over the first letters, a preposition written in by hand: the form tells what two lines with one title say.
TEST(Signers, TitlesUnderASealAreToldFromThePairTheyStandIn) {
  const auto signer = [](const char* upper, const char* lower) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {upper, lower}, BlockColumn::kRight);
    page.At(1020, 760, {"Trần Văn Tĩnh"}, BlockColumn::kRight);
    const Signer signer = Extract({Plan(), page}).at(0).signers.at(0);
    return signer.authority.value_or("-") + " / " + signer.title.value_or("-");
  };
  EXPECT_EQ(signer("KT, GIÁM ĐÓC", "Xh6/P(/Ó GIÁM ĐÓC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRƯC"), "T/M BAN THƯỜNG VỤ / Phó Bí thư Thường trực");
  EXPECT_EQ(signer("TL BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG"), "TL. BAN THƯỜNG VỤ / Chánh Văn phòng") << "a union's";
  EXPECT_EQ(signer("", "TRƯỞNG CÔNG AN XÃ"), "- / Trưởng Công an xã");
  EXPECT_EQ(signer("KT. TRƯỞNG CÔNG AN HUYỆN", "PHÓ TRƯỞNG CÔNG AN HUYỆN"), "KT. TRƯỞNG CÔNG AN HUYỆN / Phó Trưởng Công an huyện");
  EXPECT_EQ(signer("TT, GIÁM ĐỐC", "pH GIÁM ĐỐC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("..-KT.C TỊCH", "SH TỊCH"), "KT.CHỦ TỊCH / Phó Chủ tịch");
  EXPECT_EQ(signer(". GIÁM ĐÓC", "GIẢMĐÓỚC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("ST GIÁM ĐC", "PHÓ GIÁM"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"), "KT. BỘ TRƯỞNG / Thứ trưởng");
  EXPECT_EQ(signer("", "7 CHỦ TỊCH"), "- / Chủ tịch");
  EXPECT_EQ(signer("KT. CỤC TRƯỞNG 1", "PHÓ CỤC TRƯỞNG"), "KT. CỤC TRƯỞNG / Phó Cục trưởng");
  EXPECT_EQ(signer("KT.GIÁM ĐỐC Ấ", "PHÓ GIÁM ĐỐC"), "KT.GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("TRƯỞNG ĐOÀN", "CHỦ TỊCH HĐND TỈNH"), "- / Trưởng đoàn Chủ tịch HĐND tỉnh");
  EXPECT_EQ(signer("GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "TM. ỦY BAN NHÂN DÂN / Chủ tịch");
  EXPECT_EQ(signer("KT; GIÁM ĐỐC", "PHỐ UANkĐÓC"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("VTGIÁMĐỘC", "PHÓ GIM BÖÈ"), "KT. GIÁM ĐỐC / Phó Giám đốc");
  EXPECT_EQ(signer("T. BỘ TRƯỞNG", "1U TRƯỞNG"), "KT. BỘ TRƯỞNG / Thứ trưởng");
  EXPECT_EQ(signer("TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND THẲẰNH phủ"), "- / Trưởng Ban Phó Chủ tịch UBND thành phố");
  EXPECT_EQ(signer("TL. GIÁM ĐỐC", "x1 GIÁM ĐỐC"), "TL. GIÁM ĐỐC / -") << "by order signs who it says, and that is hidden";
}

// A seal over the name: no name is invented, and the block is pointed out.
TEST(Signers, ATitleWithoutAReadableNameIsFlagged) {
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

// The block of an electronic signature lies over title and name: its words are no name.
TEST(Signers, WordsOfAnElectronicSignatureAreNoName) {
  const auto signers = [](const std::vector<std::string>& below) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {"KT. BỘ TRƯỞNG", "THỨ TRƯỞNG"}, BlockColumn::kRight).At(1020, 560, below, BlockColumn::kRight);
    std::vector<std::string> names;
    const Document document = Extract({Plan(), page}).at(0);
    for (const Signer& signer : document.signers) names.push_back(signer.name);
    return names;
  };
  EXPECT_THAT(signers({"nguyên và Môi", "trường"}), IsEmpty());
  EXPECT_THAT(signers({"Ký bởi: Bộ Tài nguyên", "Ngày ký: Mai"}), IsEmpty());
  EXPECT_THAT(signers({"nguyên và Môi", "Võ Văn Tám"}), ElementsAre("Võ Văn Tám"));
  EXPECT_THAT(signers({"Vũ Tuân 14.02.2020"}), ElementsAre("Vũ Tuân"));
  EXPECT_THAT(signers({"Vũ Tuân Nhữn.202U"}), IsEmpty()) << "a name that goes on and was not read";
}

// What is doubtful of a signer is said.
TEST(Signers, DoubtsAreFlagged) {
  const auto flags = [](const std::vector<std::string>& titles, const char* name, float first) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;", "- Lưu: VT."}, BlockColumn::kLeft);
    if (!titles.empty()) page.At(1000, 400, titles, BlockColumn::kRight);
    page.At(1020, 760, {name}, BlockColumn::kRight);
    FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
    file.pages[1].blocks.back().lines[0].words[0].confidence = first;
    std::string text;
    const Document document = Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
    for (const Flag& flag : document.flags) {
      if (flag.code.starts_with("unreadable")) text += flag.code + " " + flag.detail + "|";
    }
    return text;
  };
  EXPECT_EQ(flags({"GIÁM ĐỐC"}, "Lê Hoàng Nam", 0.97f), "");
  EXPECT_EQ(flags({"GIÁM ĐỐC"}, "Tê Hoàng Nam", 0.9f), "unreadable_name signers/0: Lê Hoàng Nam was read as Tê Hoàng Nam|");
  EXPECT_EQ(flags({"GIÁM ĐỐC"}, "Nguy Hoàng Nam", 0.4f), "") << "so much of so common a name";
  EXPECT_EQ(flags({"GIÁM ĐỐC"}, "Pháp Hoàng Nam", 0.55f), "unreadable_name signers/0: Pháp Hoàng Nam was read with doubt|") << "Phan or Phạm";
  EXPECT_EQ(flags({}, "Lê Hoàng Nam", 0.97f), "unreadable_title signers/0: no title was read above Lê Hoàng Nam|");
  EXPECT_EQ(flags({"TM. BAN TỔ CHỨC"}, "Lê Hoàng Nam", 0.97f), "");
}

TEST(Signers, ANameOfTwoWordsBesideInkMayBeCut) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 400, {"GIÁM ĐỐC"}, BlockColumn::kRight);
  page.At(1020, 760, {"Hoàng Nam"}, BlockColumn::kRight);
  const auto doubts = [&](const Box& ink) {
    FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
    PageReading reading;
    reading.page = 2;
    reading.width = page.Layout().width;
    reading.height = page.Layout().height;
    reading.regions.push_back({"handwriting", ink, "black"});
    file.readings.push_back(reading);
    const Document document = Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
    return std::count_if(document.flags.begin(), document.flags.end(), [](const Flag& one) { return one.code == "unreadable_name"; });
  };
  EXPECT_EQ(doubts({900, 700, 1060, 800}), 1);
  EXPECT_EQ(doubts({900, 460, 1060, 600}), 0);
}

// The first words lie under a seal: what is left of the name is given, and said to be that.
TEST(Signers, TheEndOfANameUnderASeal) {
  const auto signed_by = [](const std::vector<float>& sure) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {"GIÁM ĐỐC"}, BlockColumn::kRight);
    page.At(960, 760, {"XS Cqn Xuân Hưởng"}, BlockColumn::kRight);
    FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
    for (size_t i = 0; i < sure.size(); ++i) file.pages[1].blocks.back().lines[0].words[i].confidence = sure[i];
    return Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
  };
  const Document document = signed_by({0.6f, 0.5f, 0.95f, 0.96f});
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].name, "Xuân Hưởng");
  EXPECT_EQ(document.signers[0].title, "Giám đốc");
  EXPECT_EQ(std::count_if(document.flags.begin(), document.flags.end(), [](const Flag& one) { return one.code == "unreadable_name"; }), 1);
  EXPECT_THAT(signed_by({0.6f, 0.5f, 0.6f, 0.96f}).signers, IsEmpty()) << "one word is no name";
}

// "Lê Hoàng Nam" below these lines, beside the recipients; `ink`: of a black seal, if any.
Document SignedBelow(const std::vector<std::string>& lines, const std::optional<Box>& ink = std::nullopt) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 400, lines, BlockColumn::kRight);
  page.At(1020, 760, {"Lê Hoàng Nam"}, BlockColumn::kRight);
  FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
  if (ink) {
    PageReading reading;
    reading.page = 2;
    reading.width = page.Layout().width;
    reading.height = page.Layout().height;
    reading.regions.push_back({"stamp", *ink, "black"});
    file.readings.push_back(reading);
  }
  return Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
}

long UnreadableTitles(const Document& document) {
  return std::count_if(document.flags.begin(), document.flags.end(), [](const Flag& one) { return one.code == "unreadable_title"; });
}

// Of a title under a seal the end was read; a second line that ends so may be the deputy's.
TEST(Signers, ATitleByItsEndUnderASeal) {
  const auto title = [](const std::vector<std::string>& lines) {
    const Document document = SignedBelow(lines, Box{900, 380, 1150, 780});
    EXPECT_EQ(UnreadableTitles(document), 1);
    return document.signers.at(0).title;
  };
  EXPECT_EQ(title({"cục sự, GIÁM ĐỐC"}), "Giám đốc");
  EXPECT_EQ(title({"cáo Nhịp CỤC TRƯỞNG"}), "Cục trưởng");
  EXPECT_EQ(title({"cục sự, quá"}), std::nullopt);
}

// Below the body in whose name somebody signs the end of a title is none of the body's name.
TEST(Signers, ATitleByItsEndBelowABody) {
  const auto signer = [](const std::vector<std::string>& lines) {
    const Document document = SignedBelow(lines);
    const Signer& found = document.signers.at(0);
    return found.authority.value_or("") + " / " + found.title.value_or("") + " " + std::to_string(UnreadableTitles(document));
  };
  EXPECT_EQ(signer({"TM. ỦY BAN NHÂN DÂN", "Ủ TỊCH"}), "TM. ỦY BAN NHÂN DÂN / Chủ tịch 1");
  EXPECT_EQ(signer({"TL. BỘ TRƯỞNG", "ÁM ĐỐC"}), "TL. BỘ TRƯỞNG / Giám đốc 1");
  EXPECT_EQ(signer({"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"}), "TM. ỦY BAN NHÂN DÂN / Chủ tịch 0");
  EXPECT_EQ(signer({"TM. ỦY BAN NHÂN DÂN", "HUYỆN TÂN HIỆP", "CHỦ TỊCH"}), "TM. ỦY BAN NHÂN DÂN HUYỆN TÂN HIỆP / Chủ tịch 0");
  EXPECT_EQ(signer({"TM. ĐOÀN CHỦ TỊCH", "CHỦ TỊCH"}), "TM. ĐOÀN CHỦ TỊCH / Chủ tịch 0");
}

// Who signs for a head under a pen is a deputy: the form tells which.
TEST(Signers, ATitleUnderAPenIsToldByTheLineOfAuthority) {
  const auto title = [](const char* authority, const Box& ink) {
    const Document document = SignedBelow({authority}, ink);
    EXPECT_EQ(UnreadableTitles(document), std::string_view(authority).starts_with("KT.") ? 1 : 0);
    return document.signers.at(0).title;
  };
  const Box between{950, 440, 1200, 700}, elsewhere{100, 1400, 200, 1500};
  EXPECT_EQ(title("KT. BỘ TRƯỞNG", between), "Thứ trưởng");
  EXPECT_EQ(title("KT. GIÁM ĐỐC", between), "Phó Giám đốc");
  EXPECT_EQ(title("KT. GIÁM ĐỐC", elsewhere), std::nullopt);
  EXPECT_EQ(title("TM. ỦY BAN NHÂN DÂN", between), std::nullopt) << "chairmen and deputies sign so";
}

TEST(Signers, TwoBodiesSignSideBySide) {
  PageBuilder page(2);
  page.At(236, 300, {"SỞ VĂN HÓA VÀ THỂ THAO", "GIÁM ĐỐC"}, BlockColumn::kLeft);
  page.At(1000, 300, {"LIÊN ĐOÀN LAO ĐỘNG TỈNH", "PHÓ CHỦ TỊCH"}, BlockColumn::kRight);
  page.At(236, 700, {"Nguyễn Văn Tạo"}, BlockColumn::kLeft);
  page.At(1020, 700, {"Nguyễn Thiện Tâm"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(2));
  EXPECT_EQ(document.signers[0].name, "Nguyễn Văn Tạo");
  EXPECT_EQ(document.signers[0].title, "Giám đốc");
  EXPECT_EQ(document.signers[1].name, "Nguyễn Thiện Tâm");
  EXPECT_EQ(document.signers[1].title, "Phó Chủ tịch");
}

// Minutes are signed by who wrote them and who presided; a capital may come out small where it looks the same.
TEST(Signers, MinutesAndACapitalReadSmall) {
  const auto signers = [](const char* left, const char* right) {
    PageBuilder page(2);
    page.At(236, 300, {left}, BlockColumn::kLeft);
    page.At(1000, 300, {right}, BlockColumn::kRight);
    page.At(236, 600, {"Trần Văn Tám"}, BlockColumn::kLeft);
    page.At(1020, 600, {"Lê Thị Minh Nguyệt"}, BlockColumn::kRight);
    std::vector<std::string> titles;
    const Document document = Extract({Plan(), page}).at(0);
    for (const Signer& signer : document.signers) titles.push_back(signer.title.value_or("-"));
    return titles;
  };
  EXPECT_THAT(signers("THƯ KÝ", "CHỦ TRÌ"), ElementsAre("Thư ký", "Chủ trì"));
  EXPECT_THAT(signers("THƯ KÝ", "Bí THƯ"), ElementsAre("Thư ký", "Bí thư"));
  EXPECT_THAT(signers("Thư ký", "Bí thư"), IsEmpty());
}

// Families of their own, though a letter or two from a common one: those listed always, others where they are read clearly.
TEST(Signers, RareFamilies) {
  const auto name = [](const char* printed, float confidence) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Sở Y tế;", "- Lưu: VT."}, BlockColumn::kLeft);
    page.At(1000, 400, {"BÍ THƯ"}, BlockColumn::kRight);
    page.At(960, 700, {printed}, BlockColumn::kRight, confidence);
    const Document document = Extract({Plan(), page}).at(0);
    return document.signers.empty() ? std::string() : document.signers[0].name;
  };
  EXPECT_EQ(name("Luyện Hữu Chung", 0.6f), "Luyện Hữu Chung");
  EXPECT_EQ(name("Thạnh Hữu Chung", 0.97f), "Thạnh Hữu Chung");
  EXPECT_EQ(name("A Hữu Chung", 0.9f), "A Hữu Chung");
  EXPECT_EQ(name("Thạnh Hữu Chung", 1.0f), "Thạnh Hữu Chung");
  EXPECT_EQ(name("Nguyên Hữu Chung", 1.0f), "Nguyên Hữu Chung") << "as the text in the file has it";
  EXPECT_EQ(name("Nguyên Hữu Chung", 0.97f), "Nguyễn Hữu Chung");
  EXPECT_EQ(name("Lường Văn Thiệu", 0.6f), "Lường Văn Thiệu");
  EXPECT_EQ(name("Thạnh Hữu Chung", 0.8f), "Thạch Hữu Chung");
}

// Strokes lost in the list of recipients.
TEST(Signers, BesideRecipientsWithoutStrokes) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Sở Y tế (bíc);", "- Các tổ chuyên môn (th);", "- Lưu: VT."}, BlockColumn::kLeft);
  page.At(1000, 400, {"BÍ THƯ"}, BlockColumn::kRight);
  page.At(960, 700, {"Luyện Hữu Chung"}, BlockColumn::kRight, 0.97f);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].name, "Luyện Hữu Chung");
  EXPECT_THAT(document.recipients, ElementsAre("Sở Y tế (b/c)", "Các tổ chuyên môn (t/h)", "Lưu: VT"));
}

// What boxes, strokes of the pen and misread marks leave at the ends of entries.
TEST(Signers, TailsOfRecipients) {
  const auto recipients = [](const std::vector<std::string>& lines, const char* unsure) {
    PageBuilder page(2);
    page.At(236, 400, lines, BlockColumn::kLeft);
    page.At(1000, 400, {"BÍ THƯ"}, BlockColumn::kRight).At(960, 700, {"Lê Hữu Chung"}, BlockColumn::kRight);
    FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
    for (Block& block : file.pages[1].blocks) {
      for (Line& line : block.lines) {
        for (Word& word : line.words) word.confidence = word.text == unsure ? 0.1f : word.confidence;
      }
    }
    return Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0).recipients;
  };
  EXPECT_THAT(recipients({"Nơi nhận:/2ô", "- Các Bộ, cơ quan ngang Bộ;D", "- Bảo hiểm xã hội Việt Nam;F)", "- Lãnh đạo Sở; CĐ;", "- Lưu: VT; KH."}, ""),
              ElementsAre("Các Bộ, cơ quan ngang Bộ", "Bảo hiểm xã hội Việt Nam", "Lãnh đạo Sở; CĐ", "Lưu: VT; KH"));
  EXPECT_THAT(recipients({"Nơi nhận:", "- Như Diễu 2;", "- Cổng thông tin, +13", "các Vụ: NN, TH;", "- Lưui.VT, TCHC (026).4"}, "+13"),
              ElementsAre("Như Điều 2", "Cổng thông tin, các Vụ: NN, TH", "Lưu: VT, TCHC (02b)"));
}

// A name of no listed family, below a title; a title of two offices.
TEST(Signers, RareNamesAndTwoOffices) {
  const auto signer = [](const std::vector<std::string>& titles, const char* name) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, titles, BlockColumn::kRight).At(1000, 680, {name}, BlockColumn::kRight);
    const Document document = Extract({Plan(), page}).at(0);
    if (document.signers.empty()) return std::string("none");
    const Signer& signer = document.signers[0];
    return signer.authority.value_or("-") + " / " + signer.title.value_or("-") + " / " + signer.name;
  };
  EXPECT_EQ(signer({"TM. BAN THƯỜNG VỤ", "BÍ THƯ"}, "Chamaléa Thị Thủy"), "TM. BAN THƯỜNG VỤ / Bí thư / Chamaléa Thị Thủy");
  EXPECT_EQ(signer({"TM. BAN THƯỜNG VỤ", "BÍ THƯ"}, "H’Yim Kđoh"), "TM. BAN THƯỜNG VỤ / Bí thư / H’Yim Kđoh");
  EXPECT_EQ(signer({"TM. BAN THƯỜNG VỤ", "BÍ THƯ"}, "chữ ký"), "none");
  EXPECT_EQ(signer({"KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM"}, "Mai Thị Thu Vân"),
            "KT. BỘ TRƯỞNG, CHỦ NHIỆM / Phó Chủ nhiệm / Mai Thị Thu Vân");
}

TEST(Signers, FamilyNamesAreMendedWhereOneIsMeant) {
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
  EXPECT_EQ(signer("Nguyễn Vàn Khải |"), "Nguyễn Văn Khải") << "a second name that is none";
  EXPECT_EQ(signer("Nguyễn Vân Hải"), "Nguyễn Vân Hải");
  EXPECT_EQ(signer("Hoàng Đỉnh Lâm"), "Hoàng Đình Lâm");
  EXPECT_EQ(signer("Điểu Văn Lâm"), "Điểu Văn Lâm") << "a family of the Xtiêng";
  EXPECT_EQ(signer("Nguạễn Văn Lộc"), "Nguyễn Văn Lộc");
  EXPECT_EQ(signer("lrần Ngọc Hiền"), "Trần Ngọc Hiền") << "a first letter under ink";
  EXPECT_EQ(signer("Há Văn Lộc"), "Há Văn Lộc") << "Hà or Hạ";
  EXPECT_EQ(signer("x7 Trần Huy Lâm 4"), "Trần Huy Lâm") << "strokes beside the name";
  EXPECT_EQ(signer("TK Hà Văn Lộc"), "Hà Văn Lộc");
  EXPECT_EQ(signer("trà Văn Lộc"), "Hà Văn Lộc") << "no name begins so: its end rhymes with one";
}

// The first word is what the engine was not sure of.
TEST(Signers, StrokesBeforeANameAndLettersUnderInk) {
  const auto signer = [](const char* name, float second = 0.95f) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {"CHỦ TỊCH"}, BlockColumn::kRight);
    page.At(1020, 760, {name}, BlockColumn::kRight);
    FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
    file.pages[1].blocks.back().lines[0].words[0].confidence = 0.4f;
    file.pages[1].blocks.back().lines[0].words[1].confidence = second;
    const Document document = Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
    return document.signers.empty() ? "nobody" : document.signers[0].name;
  };
  EXPECT_EQ(signer("ly Bùi Đình Long"), "Bùi Đình Long");
  EXPECT_EQ(signer("TY Hoàng Thị Hạnh"), "Hoàng Thị Hạnh");
  EXPECT_EQ(signer("l Bùi Thị Hạnh"), "Bùi Thị Hạnh");
  EXPECT_EQ(signer("^ từ Trần Đình Khoa"), "Trần Đình Khoa") << "a rank under strokes";
  EXPECT_EQ(signer("an Trần Khoa"), "Trần Khoa");
  EXPECT_EQ(signer("Ngiyễn Hoàng Tùng"), "Nguyễn Hoàng Tùng");
  EXPECT_EQ(signer("Số Đão Ngọc Khoa Lâm"), "Đào Ngọc Khoa Lâm") << "letters of a seal before a whole name";
  EXPECT_EQ(signer("uc boàn Hữu Lâm", 0.7f), "Đoàn Hữu Lâm") << "its capital under the pen";
  EXPECT_EQ(signer("hột Đăng bá Lâm"), "Đặng Bá Lâm");
  EXPECT_EQ(signer("Lượng Thị Ánh sương"), "Dương Thị Ánh Sương") << "one capital was lost";
  EXPECT_EQ(signer("Trần Lê Hoàng Vinh"), "Trần Lê Hoàng Vinh") << "a family's name as it was read";
  EXPECT_EQ(signer("Nguy Văn Lộc"), "Nguyễn Văn Lộc") << "commoner than Ngụy";
  EXPECT_EQ(signer("Định Công Lâm"), "Đinh Công Lâm") << "one mark off, where Trịnh is two letters off";
  EXPECT_EQ(signer("Thương Khắc Lâm"), "Trương Khắc Lâm") << "nearer than Dương";
  EXPECT_EQ(signer("Ngụy Văn Lộc"), "Ngụy Văn Lộc");
}

TEST(Signers, StrokesAcrossANameAndASmallMiddleName) {
  const auto signer = [](const char* name, int stroke) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {"CHỦ TỊCH"}, BlockColumn::kRight);
    page.At(1020, 760, {name}, BlockColumn::kRight);
    FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
    Box& box = file.pages[1].blocks.back().lines[0].words[1].box;
    box.top -= stroke;
    const Document document = Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
    return document.signers.empty() ? "nobody" : document.signers[0].name;
  };
  EXPECT_EQ(signer("Đinh 7 Công Thiệp", 120), "Đinh Công Thiệp");
  EXPECT_EQ(signer("Đinh Công Thiệp", 120), "Đinh Công Thiệp") << "letters under a pen stay";
  EXPECT_EQ(signer("Tạ văn Khiêm", 0), "Tạ Văn Khiêm");
}

TEST(Signers, StrokesBeforeATitleAndOfficesBehindIt) {
  const auto title = [](const char* line, float first) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {line}, BlockColumn::kRight);
    page.At(1020, 760, {"Lê Hoàng Vinh"}, BlockColumn::kRight);
    FileLayout file{"scan.pdf", {Plan().Layout(), page.Layout()}, {}};
    for (Block& block : file.pages[1].blocks) {
      if (block.lines[0].Text() == line) block.lines[0].words[0].confidence = first;
    }
    const Document document = Extractor(Rules()).Extract(file, [](int, int) { return std::vector<Table>(); }).at(0);
    return document.signers.empty() ? "nobody" : document.signers[0].title.value_or("none");
  };
  EXPECT_EQ(title("7X TRƯỞNG PHÒNG KINH TẾ", 0.2f), "Trưởng phòng Kinh tế");
  EXPECT_EQ(title("65 GIÁM ĐỐC SỞ Y TẾ", 0.2f), "Giám đốc Sở Y tế");
  EXPECT_EQ(title("du CHỦ TỊCH", 0.8f), "Chủ tịch");
  EXPECT_EQ(title("TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH", 0.9f), "Trưởng phòng Tổ chức - Hành chính");
  EXPECT_EQ(title("CHỦ TỊCH HĐND TỈNH", 0.9f), "Chủ tịch HĐND tỉnh");
  EXPECT_EQ(title("PHÓ CHỈ HUY TRƯỞNG KIÊM THAM MƯU TRƯỞNG", 0.9f), "Phó Chỉ huy trưởng kiêm Tham mưu trưởng");
  EXPECT_EQ(title("VỤ TRƯỞNG VỤ CÔNG CHỨC - VIÊN CHỨC", 0.9f), "Vụ trưởng Vụ Công chức - Viên chức");
}

TEST(Signers, LettersOfASealBehindTheAuthoritysTitleAreNone) {
  const auto authority = [](const char* line) {
    PageBuilder page(2);
    page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
    page.At(1000, 400, {line}, BlockColumn::kRight);
    page.At(1020, 760, {"Lê Hoàng Vinh"}, BlockColumn::kRight);
    const Document document = Extract({Plan(), page}).at(0);
    return document.signers.empty() ? "nobody" : document.signers[0].authority.value_or("none");
  };
  EXPECT_EQ(authority("KT. GIÁM ĐỐC XIYI Z2"), "KT. GIÁM ĐỐC");
  EXPECT_EQ(authority("KT. GIÁM ĐỐC SỞ"), "KT. GIÁM ĐỐC SỞ");
}

TEST(Signers, NameBesideTheRecipientsSignsWhenItsTitleIsLost) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1020, 500, {"s1 4", "Khoa Học", "Lê Trung Nghĩa"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].name, "Lê Trung Nghĩa");
  EXPECT_FALSE(document.signers[0].title);
  EXPECT_THAT(Extract({Plan()}).at(0).signers, IsEmpty());
}

// The strokes of a signature, read as words, stand above the name.
// "Thủ TƯỜNG", a title under the seal, could be Vũ Tường: no title says that somebody signs there.
TEST(Signers, WithoutATitleNoFamilyIsGuessed) {
  PageBuilder page(2);
  page.Body(200, {"Trên đây là Kế hoạch thực hiện của Ủy ban nhân dân tỉnh trong thời gian tới./."});
  page.At(236, 400, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1020, 600, {"Thủ TƯỜNG"}, BlockColumn::kRight, 0.4f);
  page.At(1020, 640, {"Trương Hòa Thuận"}, BlockColumn::kRight);
  const std::vector<Signer> signers = Extract({Plan(), page}).at(0).signers;
  ASSERT_EQ(signers.size(), 1u);
  EXPECT_EQ(signers[0].name, "Trương Hòa Thuận");
}

// In the part of its page where letterheads stand.
TEST(Signers, AShortLetterEndsInTheUpperPart) {
  const auto signer = [](const std::vector<std::string>& lines, const char* name) {
    PageBuilder page = testing::StateLetterhead(1, {"THUẾ TỈNH LÂM ĐỒNG", "THUẾ CƠ SỞ 5"}, "Số: 318/TCS5-NV", "Di Linh, ngày 04 tháng 8 năm 2025");
    page.Body(480, {"Thuế cơ sở đề nghị các hộ kinh doanh nộp hồ sơ khai thuế điện tử qua ứng dụng."});
    page.At(200, 560, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft).At(1000, 560, lines, BlockColumn::kRight).At(1020, 760, {name}, BlockColumn::kRight);
    const Document document = Extract({page}).at(0);
    EXPECT_THAT(document.signers, SizeIs(1));
    return document.signers.empty() ? Signer{} : document.signers[0];
  };
  const Signer deputy = signer({"KT. TRƯỞNG THUẾ CƠ SỞ", "PHÓ TRƯỞNG THUẾ CƠ SỞ"}, "Nguyễn Văn Đạt");
  EXPECT_EQ(deputy.authority, "KT. TRƯỞNG THUẾ CƠ SỞ");
  EXPECT_EQ(deputy.title, "Phó Trưởng Thuế cơ sở");
  EXPECT_EQ(signer({"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, "K’ Brẹp").name, "K’ Brẹp");
  EXPECT_EQ(signer({"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"}, "K’Mák").name, "K’Mák");
}

TEST(Signers, ANameOfAKnownFamilyIsBelievedBeforeStrokes) {
  PageBuilder page = Plan();
  page.At(200, 1300, {"Nơi nhận:", "- Như trên;"}, BlockColumn::kLeft);
  page.At(1000, 1300, {"GIÁM ĐỐC"}, BlockColumn::kRight);
  page.At(1000, 1360, {"Ị Nợ"}, BlockColumn::kRight);
  page.At(1000, 1480, {"Nguyễn Thúy Hà"}, BlockColumn::kRight);
  const Document document = Extract({page}).at(0);
  ASSERT_THAT(document.signers, SizeIs(1));
  EXPECT_EQ(document.signers[0].name, "Nguyễn Thúy Hà");
}

TEST(Signers, StrokesAndTitlesAreNoRecipients) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;", "- BGĐ SYT;"}, BlockColumn::kLeft);
  page.At(236, 510, {"2* xheạ 8"}, BlockColumn::kLeft, 0.2f);
  page.At(236, 550, {"- Lưu: VT, bcluan."}, BlockColumn::kLeft);
  page.At(600, 400, {"KT. GIÁM ĐỐC vụ", "PHÓ GIÁM ĐỐC"}, BlockColumn::kLeft);
  page.At(1000, 760, {"Hà Văn Lộc"}, BlockColumn::kRight);
  const Document document = Extract({Plan(), page}).at(0);
  EXPECT_THAT(document.recipients, ElementsAre("Như trên", "BGĐ SYT", "Lưu: VT, bcluan"));
}

TEST(Signers, WhatPensLeftAroundRecipientsIsNone) {
  PageBuilder page(2);
  page.At(236, 400, {"Nơi nhận:", "- Như trên;", "1 Website SYT;", "- Các phòng;j", "- Lưu: VT, KHCN. /WWWW", "- 1L"}, BlockColumn::kLeft);
  EXPECT_THAT(Extract({Plan(), page}).at(0).recipients, ElementsAre("Như trên", "Website SYT", "Các phòng", "Lưu: VT, KHCN"));
}

}  // namespace
}  // namespace trichluc
