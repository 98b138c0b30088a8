// Letterheads and titles from hand-made layouts, with the rules of the project.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;
using testing::Extract;
using testing::PageBuilder;
using testing::Plan;
using testing::StateLetterhead;

TEST(Letterhead, LetterWithParentAndSubjectUnderTheNumber) {
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

// Number and subject are one block, whose first part is the document itself.
TEST(Letterhead, WhatTheSubjectBelowTheNumberCites) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ", "Số: 2013/SYT-NVY", "V/v báo cáo tình hình triển khai Thông tư", "số 02/2009/TT-BYT ngày 26/5/2009"},
          BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Kiên Giang, ngày 23 tháng 10 năm 2017"}, BlockColumn::kRight);
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.number, "2013/SYT-NVY");
  ASSERT_EQ(document.references.size(), 1u);
  EXPECT_EQ(document.references[0].number, "02/2009/TT-BYT");
  EXPECT_EQ(document.references[0].date, "2009-05-26");
}

// A word of the body's first line was misread, and its indent is small: the next line, from margin to margin, tells a paragraph.
TEST(Letterhead, AParagraphBelowTheTitleIsNoSubject) {
  PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"}, "Số: 07/CT-UBND", "Quảng Ngãi, ngày 20 tháng 3 năm 2018");
  page.Centred(420, {"CHỈ THỊ", "Về việc tăng cường công tác thi hành án hành chính"});
  page.At(252, 500, {"tượng thời gian qua, công tác triển khai thi hành Luật Tố tụng hành chính của các cơ quan và"});
  page.Body(540, {"của các địa phương đã đạt những kết quả tích cực; tuy nhiên, vẫn còn một số bản án, quyết định"});
  page.Body(580, {"chưa được thi hành."});
  EXPECT_EQ(Extract({page}).at(0).subject, "tăng cường công tác thi hành án hành chính");
}

// Quotation marks around "V/v …", and a symbol that the line's end parts.
TEST(Letterhead, SubjectsInQuotationMarksAndOverSymbols) {
  const auto subject = [](const std::vector<std::string>& lines) {
    PageBuilder page = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG VĂN HÓA VÀ THÔNG TIN"}, "Số: 41 /PVH-TT", "Gò Quao, ngày 24 tháng 3 năm 2023");
    page.At(250, 345, lines, BlockColumn::kLeft);
    page.At(500, 460, {"Kính gửi: Các phòng, ban, ngành huyện"});
    return Extract({page}).at(0).subject.value_or("-");
  };
  EXPECT_EQ(subject({"“V/v khoá sổ, quyết toán và giao dịch", "những ngày cuối năm 2009”"}), "khoá sổ, quyết toán và giao dịch những ngày cuối năm 2009");
  EXPECT_EQ(subject({"V/v tổ chức ngày hội “Đọc sách”"}), "tổ chức ngày hội “Đọc sách”");
  EXPECT_EQ(subject({"V/v triển khai Kế hoạch số 207/KH-", "UBND ngày 05/8/2019"}), "triển khai Kế hoạch số 207/KH-UBND ngày 05/8/2019");
}

// Minutes have their day below the title.
TEST(Letterhead, TheDayBelowTheTitle) {
  PageBuilder page(1);
  page.At(250, 160, {"NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "NHNN CHI NHÁNH TP. CẦN THƠ"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 19/BB-NHNN"}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight);
  page.Centred(400, {"BIÊN BẢN", "Họp giao ban công tác bảo đảm an ninh", "(Cần Thơ, ngày 18 tháng 9 năm 2019)"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.subject, "Họp giao ban công tác bảo đảm an ninh");
  EXPECT_EQ(document.issued_on, "2019-09-18");
  EXPECT_EQ(document.place, "Cần Thơ");
  ASSERT_TRUE(document.doc_type && document.issuer && document.parent_issuer);
  EXPECT_EQ(document.doc_type->code, "BB");
  EXPECT_EQ(document.parent_issuer->name, "Ngân hàng Nhà nước Việt Nam");
}

// A title that no type is called has a subject all the same, and is no letter; of whose symbol a law would be is no law.
TEST(Letterhead, TitlesOfNoType) {
  PageBuilder page = StateLetterhead(1, {"BỘ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG ĐẠI HỌC TÂY NGUYÊN"}, "Số: 214/LCT-ĐHTN", "Đắk Lắk, ngày 27 tháng 6 năm 2022");
  page.Centred(420, {"LỊCH CÔNG TÁC", "Kỳ thi kết thúc học phần hệ vừa làm vừa học"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.subject, "Kỳ thi kết thúc học phần hệ vừa làm vừa học");
  EXPECT_FALSE(document.doc_type);
}

TEST(Letterhead, TownsThatNoListHasAndCentralSuperiors) {
  const Document election = Extract({StateLetterhead(1, {"THỊ TRẤN VŨ THƯ", "ỦY BAN BẦU CỬ"}, "Số: 05/KH-UBBC", "Vũ Thư, ngày 03 tháng 02 năm 2021")}).at(0);
  ASSERT_TRUE(election.issuer);
  EXPECT_EQ(election.issuer->name, "Ủy ban bầu cử thị trấn Vũ Thư");
  const Document treasury = Extract({StateLetterhead(1, {"BỘ TÀI CHÍNH", "KHO BẠC NHÀ NƯỚC", "KHO BẠC NHÀ NƯỚC THANH HOÁ"}, "Số: 1127/KBTH-KTTH", "Thanh Hoá, ngày 04 tháng 12 năm 2009")}).at(0);
  ASSERT_TRUE(treasury.issuer && treasury.parent_issuer);
  EXPECT_EQ(treasury.parent_issuer->name, "Kho bạc Nhà nước");
  const Document cooperative = Extract({StateLetterhead(1, {"LIÊN MINH HỢP TÁC XÃ TỈNH ĐỒNG THÁP", "HỢP TÁC XÃ NÔNG NGHIỆP BÌNH THÀNH"}, "Số: 03/GM-HTX", "Bình Thành, ngày 03 tháng 02 năm 2021")}).at(0);
  ASSERT_TRUE(cooperative.issuer && cooperative.parent_issuer);
  EXPECT_EQ(cooperative.issuer->name, "Hợp tác xã Nông nghiệp Bình Thành");
}

// "TƯ" begins the commune's name, it is no "Trung ương"; "Xã hội" in the office's name is no commune.
TEST(Letterhead, CommunesOfficesUnderNamesLikeAbbreviations) {
  const Document document = Extract({StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "XÃ TƯ NGHĨA", "PHÒNG VĂN HÓA - XÃ HỘI"}, "Số: 57/VHXH",
                                                     "Tư Nghĩa, ngày 05 tháng 9 năm 2025")}).at(0);
  ASSERT_TRUE(document.issuer && document.parent_issuer);
  EXPECT_EQ(document.parent_issuer->name, "Ủy ban nhân dân xã Tư Nghĩa");
  EXPECT_EQ(document.issuer->name, "Phòng Văn hóa - Xã hội xã Tư Nghĩa");
}

// A speck behind a whole name is no comma that a longer name goes on behind.
TEST(Letterhead, ASpeckBehindTheSuperior) {
  const auto names = [](const std::vector<std::string>& lines) {
    const Document document = Extract({StateLetterhead(1, lines, "Số: 06/HD-VKS-P9", "Bình Định, ngày 04 tháng 3 năm 2019")}).at(0);
    return (document.parent_issuer ? document.parent_issuer->name : "") + " | " + (document.issuer ? document.issuer->name : "");
  };
  EXPECT_EQ(names({"VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO,", "VIỆN KIỂM SÁT NHÂN DÂN", "TỈNH BÌNH ĐỊNH"}),
            "Viện kiểm sát nhân dân tối cao | Viện kiểm sát nhân dân tỉnh Bình Định");
  EXPECT_EQ(names({"BỘ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"}), " | Bộ Văn hóa, Thể thao và Du lịch");
}

// A frame took the head of the committee's name; the symbol tells whose it is.
TEST(Letterhead, ACommitteeWhoseHeadIsLost) {
  const auto issuer = [](const char* name, const char* number) {
    const Document document = Extract({StateLetterhead(1, {name}, number, "Ea Kly, ngày 06 tháng 10 năm 2025")}).at(0);
    return document.issuer ? document.issuer->name : "";
  };
  EXPECT_EQ(issuer("N NHÂN DÂN XÃ EA KLY", "Số: 147/KH-UBND"), "Ủy ban nhân dân xã Ea Kly");
  EXPECT_EQ(issuer("HỘI ĐỒNG NHÂN DÂN XÃ EA KLY", "Số: 147/KH-UBND"), "Hội đồng nhân dân xã Ea Kly");
  EXPECT_NE(issuer("N NHÂN DÂN XÃ EA KLY", "Số: 147/KH-HĐND"), "Ủy ban nhân dân xã Ea Kly");
}

// A branch is called by both lines; the first is the house it belongs to.
TEST(Letterhead, BranchesHaveTheirHouseAboveThem) {
  PageBuilder page(1);
  page.At(200, 120, {"NGÂN HÀNG CHÍNH SÁCH XÃ HỘI", "CHI NHÁNH TỈNH YÊN BÁI", "Số: 812/NHCS-KHNVTD"}, BlockColumn::kLeft);
  page.At(900, 120, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Yên Bái, ngày 15 tháng 6 năm 2022"}, BlockColumn::kRight);
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer && document.parent_issuer);
  EXPECT_EQ(document.issuer->name, "Ngân hàng Chính sách xã hội Chi nhánh tỉnh Yên Bái");
  EXPECT_EQ(document.issuer->printed, "CHI NHÁNH TỈNH YÊN BÁI");
  EXPECT_EQ(document.parent_issuer->name, "Ngân hàng Chính sách xã hội");
}

TEST(Letterhead, SuperiorAndIssuerInOneLineAreTwo) {
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

TEST(Letterhead, TypesInSymbolsAreCapitals) {
  PageBuilder page = StateLetterhead(1, {"BỘ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"}, "Số: 4902/qp-BNN-PC", "Hà Nội, ngày 05 tháng 9 năm 2015");
  page.Centred(420, {"QUYẾT ĐỊNH", "Phê duyệt danh mục đề án năm 2016"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.symbol, "QĐ-BNN-PC");
  EXPECT_EQ(document.number, "4902/QĐ-BNN-PC");
}

TEST(Letterhead, SchoolsAndTheirYouthUnions) {
  const auto issuer = [](const std::vector<std::string>& lines) {
    const Document document = Extract({StateLetterhead(1, lines, "Số: 15/KH-CĐN", "Đồng Tháp, ngày 05 tháng 9 năm 2015")}).at(0);
    return (document.parent_issuer ? document.parent_issuer->name : "-") + " | " + (document.issuer ? document.issuer->name : "-");
  };
  EXPECT_EQ(issuer({"ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "TRƯỜNG CAO ĐẲNG NGHỀ ĐỒNG THÁP"}), "Ủy ban nhân dân tỉnh Đồng Tháp | Trường Cao đẳng nghề Đồng Tháp");
  EXPECT_EQ(issuer({"UBND TỈNH QUẢNG NAM", "TRƯỜNG CAO ĐẲNG Y TẾ QUẢNG NAM"}), "Ủy ban nhân dân tỉnh Quảng Nam | Trường Cao đẳng Y tế Quảng Nam");
  EXPECT_EQ(issuer({"TỈNH ĐOÀN BẮC GIANG", "BCH ĐOÀN TRƯỜNG CAO ĐẲNG", "NGHỀ CÔNG NGHỆ VIỆT - HÀN"}),
            "Tỉnh đoàn Bắc Giang | Ban Chấp hành Đoàn Trường Cao đẳng nghề Công nghệ Việt - Hàn");
}

// A symbol of another type than the title's, a letter away: number and symbol are doubtful.
TEST(Letterhead, ASymbolALetterFromTheTitles) {
  const auto programme = [](const char* number, const char* annex) {
    PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG"}, number, "Kiên Giang, ngày 05 tháng 9 năm 2022");
    page.Centred(420, {"CHƯƠNG TRÌNH", "Công tác năm 2023"}).At(250, 900, {annex});
    return Extract({page}).at(0);
  };
  const auto sure = [](const Document& document) {
    double least = 1;
    for (const auto& [field, confidence] : document.confidence) {
      if (field == "number" || field == "symbol") least = std::min(least, confidence);
    }
    return least;
  };
  const Document doubtful = programme("Số: 08/CT-UBND", "(Ban hành kèm theo Chương trình này)");
  EXPECT_EQ(doubtful.number, "08/CT-UBND");
  EXPECT_LT(sure(doubtful), 0.9);
  EXPECT_GT(sure(programme("Số: 08/CTr-UBND", "Nội dung")), 0.9);
}

TEST(Letterhead, ColumnsThatCameOutAsOneLineAreCut) {
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

TEST(Letterhead, ALineThatNamesAPlanWithItsDayIsNotCut) {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH VĨNH LONG", "SỞ CÔNG THƯƠNG"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 233/BC-SCT"}, BlockColumn::kLeft)
      .At(850, 300, {"Vĩnh Long, ngày 04 tháng 6 năm 2024"}, BlockColumn::kRight)
      .Centred(420, {"BÁO CÁO", "Kết quả kết nối cung cầu"})
      .At(300, 560, {"Thực hiện Kế hoạch số 15/KH-UBND ngày 17 tháng 01 năm 2024 của Ủy ban nhân dân tỉnh."});
  const Document document = Extract({page}).at(0);
  ASSERT_EQ(document.references.size(), 1u);
  EXPECT_EQ(document.references[0].number, "15/KH-UBND");
  EXPECT_EQ(document.references[0].date, "2024-01-17");
}

// A long place leaves no room for the year.
TEST(Letterhead, DateOverTwoLines) {
  PageBuilder page(1);
  page.At(250, 160, {"ỦY BAN NHÂN DÂN", "THÀNH PHỐ HỒ CHÍ MINH", "SỞ Y TẾ", "Số: 1286/KH-SYT"}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight)
      .At(800, 290, {"Thành phố Hồ Chí Minh, ngày 19 tháng 01", "năm 2024"}, BlockColumn::kRight)
      .Centred(420, {"KẾ HOẠCH", "Phòng, chống dịch bệnh"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.issued_on, "2024-01-19");
  EXPECT_EQ(document.place, "Thành phố Hồ Chí Minh");
}

TEST(Letterhead, PartyNumberAndLetterhead) {
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

// The clerk's pen runs into the dash, the place lost its capitals; below stand the numbers of others.
TEST(Letterhead, PartyNumberAndPlaceBesideAPen) {
  PageBuilder page(1);
  page.At(280, 160, {"HUYỆN ỦY CHƯ SÊ", "*"}, BlockColumn::kLeft)
      .At(300, 260, {"sơ %S`cTr/HU"}, BlockColumn::kLeft)
      .At(900, 160, {"ĐẢNG CỘNG SẢN VIỆT NAM"}, BlockColumn::kRight)
      .At(850, 260, {"Chữ số, ngày lỄ tháng 02 năm 2025"}, BlockColumn::kRight)
      .Centred(400, {"CHƯƠNG TRÌNH", "hành động thực hiện Nghị quyết số 57-NQ/TW"})
      .Body(600, {"Căn cứ Nghị quyết", "số 57-NQ/TW của Bộ Chính trị và Công văn", "số 4020/BGDĐT-GDTrH ngày 09/8/2024 của Bộ"});
  const Document document = Extract({page}).at(0);
  EXPECT_FALSE(document.number);
  EXPECT_EQ(document.symbol, "CTr/HU");
  EXPECT_EQ(document.place, "Chư Sê");
  ASSERT_TRUE(document.doc_type);
  EXPECT_EQ(document.doc_type->code, "CTr");
}

// The pen touches the slash, or the slash came out as another mark.
TEST(Letterhead, SymbolsBesideAPenThatTookTheirSlash) {
  const auto symbol = [](const std::string& number) {
    PageBuilder page(1);
    page.At(280, 160, {"HUYỆN ỦY BẮC SƠN"}, BlockColumn::kLeft)
        .At(300, 260, {number}, BlockColumn::kLeft)
        .At(900, 160, {"ĐẢNG CỘNG SẢN VIỆT NAM"}, BlockColumn::kRight)
        .Centred(400, {"CHƯƠNG TRÌNH", "công tác năm 2018"})
        .Body(600, {"Căn cứ Quy chế làm việc của Ban Chấp hành, Huyện ủy ban hành chương trình như sau:"});
    return Extract({page}).at(0).symbol;
  };
  EXPECT_EQ(symbol("số ƒ -CTr.HU"), "CTr/HU");
  EXPECT_EQ(symbol("số: Í874QĐ-UBND"), "QĐ-UBND");
  EXPECT_EQ(symbol("Số: 2/4/T B-VP"), "TB-VP");
}

TEST(Letterhead, NumberThatWasNotReadIsNullWithAFlagAndItsSymbol) {
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
  // What is printed beside the pen is not in doubt with it.
  for (const auto& [field, confidence] : document.confidence) {
    const bool printed = field == "symbol" || field == "place";
    if (printed) {
      EXPECT_GE(confidence, 0.9) << field;
    } else if (field == "number" || field == "issued_on") {
      EXPECT_LE(confidence, 0.5) << field;
    }
  }
}

TEST(Letterhead, TitleAndSymbolAreFoundThroughMisreadLetters) {
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

TEST(Letterhead, ImpossibleDateIsNullWithAFlag) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "Số: 12/KH-SYT",
                                     "Kiên Giang, ngày 31 tháng 6 năm 2018");
  const Document document = Extract({page}).at(0);
  EXPECT_FALSE(document.issued_on);
  ASSERT_THAT(document.flags, SizeIs(1));
  EXPECT_EQ(document.flags[0].code, "impossible_date");
}

TEST(Letterhead, TypesetDateThroughMisreadFigures) {
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

// The place of issue repairs the same name in the subject; other names and small words stay.
TEST(Letterhead, ThePlaceOfIssueMendsTheSubject) {
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

TEST(Letterhead, LetterheadsAreMendedFromNamesAndPlaces) {
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

TEST(Letterhead, RulesThatDisagreeAreFlaggedAndExplained) {
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

// 2018 misread as 2015: the document cites a later one, and sets days that are years away.
TEST(Letterhead, ADayThatTheDocumentContradictsIsInDoubt) {
  const auto dated = [](const char* body, const char* more = "") {
    PageBuilder page = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "Số: 02/KH-SYT", "Kiên Giang, ngày 10 tháng 2 năm 2015");
    page.Centred(420, {"KẾ HOẠCH", "Tổng kết Dự án"}).Body(600, {body}).Body(700, {more});
    return Extract({page}).at(0);
  };
  const auto sure = [](const Document& document) {
    for (const auto& [field, confidence] : document.confidence) {
      if (field == "issued_on") return confidence;
    }
    return 0.0;
  };
  EXPECT_GE(sure(dated("Căn cứ Nghị định số 104/2014/NĐ-CP ngày 01/7/2014 của Chính phủ;")), 0.9);
  EXPECT_GE(sure(dated("1. Giao Sở Tài chính thẩm định kinh phí trước ngày 30/4/2016.")), 0.9);
  for (const char* body : {"Căn cứ Nghị định số 104/2016/NĐ-CP ngày 01/7/2016 của Chính phủ;",
                           "1. Giao Sở Tài chính thẩm định kinh phí trước ngày 30/4/2018."}) {
    const Document document = dated(body);
    EXPECT_EQ(document.issued_on, "2015-02-10");
    EXPECT_LE(sure(document), 0.5) << body;
    EXPECT_TRUE(std::any_of(document.flags.begin(), document.flags.end(), [](const Flag& flag) { return flag.code == "disagreement"; })) << body;
  }
  // Both say so: 5 and 8 look alike, and 2018 contradicts neither
  const Document both = dated("Căn cứ Nghị định số 104/2016/NĐ-CP ngày 01/7/2016 của Chính phủ;",
                              "1. Giao Sở Tài chính thẩm định kinh phí trước ngày 30/4/2018.");
  EXPECT_EQ(both.issued_on, "2018-02-10");
  EXPECT_LE(sure(both), 0.5);
  const Document neither = dated("Căn cứ Nghị định số 104/2016/NĐ-CP ngày 01/7/2016 và Nghị định số 12/2019/NĐ-CP ngày 01/02/2019 của Chính phủ;");
  EXPECT_EQ(neither.issued_on, std::nullopt);
}

double SureOf(const Document& document, const std::string& name) {
  for (const auto& [field, confidence] : document.confidence) {
    if (field == name) return confidence;
  }
  return 0;
}

// The form tells a letter, and title and issuer tell the symbol, however badly their own words were read.
TEST(Letterhead, WhatTheFormTellsIsSure) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "", "Kiên Giang, ngày 09 tháng 5 năm 2022");
  page.At(300, 300, {"Số: 112/SYT-NVY"}, BlockColumn::kLeft, 0.45f).At(280, 340, {"V/v báo cáo kết quả khám sức khỏe"}, BlockColumn::kLeft, 0.55f);
  page.At(300, 420, {"Kính gửi: Bệnh viện Đa khoa tỉnh"});
  const Document letter = Extract({page}).at(0);
  EXPECT_EQ(letter.doc_type->code, "CV");
  EXPECT_GE(SureOf(letter, "doc_type"), 0.9);
  EXPECT_NEAR(SureOf(letter, "symbol"), 0.85, 0.05);  // NVY is a unit that nobody else names
  EXPECT_LT(SureOf(letter, "subject"), 0.6);
  EXPECT_TRUE(std::any_of(letter.flags.begin(), letter.flags.end(), [](const Flag& flag) {
    return flag.code == "low_confidence" && flag.detail == "subject was read with doubt";
  }));
  PageBuilder plan = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}, "", "Kiên Giang, ngày 09 tháng 5 năm 2022");
  plan.At(300, 300, {"Số: 112/KH-SGDĐT"}, BlockColumn::kLeft, 0.45f).Centred(420, {"KẾ HOẠCH", "Kiểm tra học kỳ II"});
  EXPECT_GE(SureOf(Extract({plan}).at(0), "symbol"), 0.9);
}

TEST(Letterhead, ANameOfTheRegistryIsSureLetterByLetter) {
  const auto sure = [](const char* parent) {
    PageBuilder page(1);
    page.At(250, 160, {parent}, BlockColumn::kLeft, 0.6f).At(250, 200, {"SỞ Y TẾ"}, BlockColumn::kLeft, 0.6f);
    page.At(300, 300, {"Số: 112/KH-SYT"}, BlockColumn::kLeft).At(850, 300, {"Kiên Giang, ngày 09 tháng 5 năm 2022"}, BlockColumn::kRight);
    page.Centred(420, {"KẾ HOẠCH", "Khám sức khỏe học sinh"});
    const Document document = Extract({page}).at(0);
    EXPECT_GE(SureOf(document, "issuer"), 0.9);
    return SureOf(document, "parent_issuer");
  };
  EXPECT_GE(sure("UBND TỈNH KIÊN GIANG"), 0.9);
  EXPECT_LT(sure("UBNĐ TỈNH KIÊN GIANG"), 0.6);
  EXPECT_LT(sure("UBND TỈNH KIÊN GIANG."), 0.6);
}

// Places and days as offices, wards and companies write them.
TEST(Letterhead, PlacesAndDaysOfAllForms) {
  const auto read = [](const char* date) {
    const Document document = Extract({StateLetterhead(1, {"BỘ TÀI CHÍNH"}, "Số: 5348/BTC-CST", date)}).at(0);
    return document.place.value_or("-") + " | " + document.issued_on.value_or("-");
  };
  EXPECT_EQ(read("TP.HCM, ngày 12 tháng 5 năm 2024"), "TP.HCM | 2024-05-12");
  EXPECT_EQ(read("Bà Rịa - Vũng Tàu, ngày 12 tháng 5 năm 2024"), "Bà Rịa - Vũng Tàu | 2024-05-12");
  EXPECT_EQ(read("Phường 5, ngày 12 tháng 5 năm 2024"), "Phường 5 | 2024-05-12");
  EXPECT_EQ(read("Hà nội, ngày 12 tháng 5 năm 2009"), "Hà Nội | 2009-05-12");
  EXPECT_EQ(read("Hà Nam, ngày 12/5/2024"), "Hà Nam | 2024-05-12");
  EXPECT_EQ(read("Hà Nội, ngày … tháng … năm 20…"), "Hà Nội | -");
}

// Titles that ran together, were torn or have a letter more are those of the symbol; "V/v" as it is misread begins a letter's subject.
TEST(Letterhead, DamagedTitlesAndSubjectMarks) {
  for (const char* title : {"KẾHOẠCH", "K É HOẠCH", "KẾ HOẠCIH", "‘KẾ HOẠCH"}) {
    PageBuilder page = StateLetterhead(1, {"UBND TỈNH CÀ MAU", "SỞ Y TẾ"}, "Số: 45/KH-SYT", "Cà Mau, ngày 12 tháng 5 năm 2020");
    page.Centred(420, {title, "Khám sức khỏe học sinh"});
    const Document document = Extract({page}).at(0);
    EXPECT_EQ(document.doc_type->code, "KH") << title;
    EXPECT_EQ(document.subject, "Khám sức khỏe học sinh") << title;
  }
  for (const char* mark : {"Vív", "V/y", "- W/v:", "Vlv"}) {
    PageBuilder page = StateLetterhead(1, {"UBND TỈNH CÀ MAU", "SỞ Y TẾ"}, "Số: 45/SYT-NVY", "Cà Mau, ngày 12 tháng 5 năm 2020");
    page.At(280, 340, {std::string(mark) + " khám sức khỏe học sinh"}, BlockColumn::kLeft);
    EXPECT_EQ(Extract({page}).at(0).subject, "khám sức khỏe học sinh") << mark;
  }
}

// Marks lost or mistaken, figures torn or read as letters, specks: place and form tell the words.
TEST(Letterhead, NumberAndDayThroughMisreadWords) {
  const auto read = [](const char* number, const char* date) {
    const Document document = Extract({StateLetterhead(1, {"UBND TỈNH CÀ MAU", "SỞ Y TẾ"}, number, date)}).at(0);
    return document.number.value_or("-") + " | " + document.issued_on.value_or("-");
  };
  const std::string right = "45/QĐ-SYT | 2020-05-12";
  EXPECT_EQ(read("Số:. 45/QĐ-SYT", "Cà Mau, ngáy 12 thảng 5 nám 2020"), right);
  EXPECT_EQ(read("' Số: 4 5/QĐ–SYT", "Cà Mau, ngay 1 2 thúng 5 năm 2 020"), right);
  EXPECT_EQ(read("Sö: 45\\QĐ-SYT", "Cà Mau, ngày I2 tháng 5 năm 202O"), right);
  EXPECT_EQ(read("Số: 45|Q Đ-SYT", "Cà Mau, nghy 12 tháng 5 năm 20 20"), right);
  EXPECT_EQ(read("Số: 45/ QĐ-SYT ;", "Cà Mau, ngày 12 tháng 5 năm 2020"), right);
}

TEST(Letterhead, ASymbolMayHaveASlash) {
  const auto symbol = [](const char* number) {
    return Extract({StateLetterhead(1, {"UBND HUYỆN A LƯỚI", "PHÒNG NỘI VỤ"}, number, "A Lưới, ngày 12 tháng 5 năm 2004")}).at(0).symbol;
  };
  EXPECT_EQ(symbol("Số: 45/CV/NV"), "CV/NV");
  EXPECT_EQ(symbol("Số: 45/CV-NV"), "CV-NV");
}

TEST(Letterhead, InitialsOfTheIssuerTellDFromItsStroke) {
  PageBuilder page = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"}, "Số: 87/PGĐĐT-THCS", "Gò Quao, ngày 09 tháng 5 năm 2022");
  page.At(280, 340, {"V/v báo cáo kết quả"}, BlockColumn::kLeft);
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.symbol, "PGDĐT-THCS");
  EXPECT_EQ(document.number, "87/PGDĐT-THCS");
  PageBuilder plain = StateLetterhead(1, {"UBND HUYỆN GÒ QUAO", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"}, "Số: 87/PGDDT-THCS", "Gò Quao, ngày 09 tháng 5 năm 2022");
  EXPECT_EQ(Extract({plain}).at(0).symbol, "PGDDT-THCS") << "as it may be printed";
}

// The slash before the symbol was read as a letter, a speck as a comma; a comma that the symbol has stays.
TEST(Letterhead, SymbolsAreThoseOfTitleAndIssuer) {
  const auto symbol = [](const std::vector<std::string>& issuer, const char* number, const char* title) {
    PageBuilder page = StateLetterhead(1, issuer, number, "Hà Nam, ngày 09 tháng 5 năm 2022");
    page.Centred(420, {title, "Công tác năm 2022"});
    return Extract({page}).at(0).symbol;
  };
  EXPECT_EQ(symbol({"SỞ Y TẾ HÀ NAM", "BỆNH VIỆN ĐA KHOA TỈNH"}, "Số: 42/IKH-BVĐKT", "KẾ HOẠCH"), "KH-BVĐKT");
  EXPECT_EQ(symbol({"SỞ Y TẾ HÀ NAM", "BỆNH VIỆN ĐA KHOA TỈNH"}, "Số: 42/IKH-BVĐKT", "THÔNG BÁO"), "IKH-BVĐKT");
  EXPECT_EQ(symbol({"SỞ GIÁO DỤC VÀ ĐÀO TẠO", "TRƯỜNG THPT YÊN MÔ B"}, "Số: 41/KH-TH,PTYMB", "KẾ HOẠCH"), "KH-THPTYMB");
  EXPECT_EQ(symbol({"UBND TỈNH HÀ GIANG", "SỞ NỘI VỤ"}, "Số: 1420/KH-SNVv", "KẾ HOẠCH"), "KH-SNV");
  EXPECT_EQ(symbol({"LIÊN ĐOÀN LAO ĐỘNG"}, "Số: 63/KH-L,ĐLĐ", "KẾ HOẠCH"), "KH-LĐLĐ");
  EXPECT_EQ(symbol({"UBND TỈNH HÀ GIANG", "SỞ NỘI VỤ"}, "Số: 1420/KH-SNVp", "KẾ HOẠCH"), "KH-SNV");
  EXPECT_EQ(symbol({"UBND TỈNH HÀ NAM", "SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN"}, "Số: 94/TB-SNN&PTNT", "THÔNG BÁO"), "TB-SNN&PTNT");
  EXPECT_EQ(symbol({"THỦ TƯỚNG CHÍNH PHỦ"}, "Số: 186/CĐ-TTg", "CÔNG ĐIỆN"), "CĐ-TTg") << "a small letter that belongs there";
  EXPECT_EQ(symbol({"UBND HUYỆN A LƯỚI", "TRƯỜNG THCS A LƯỚI"}, "Số: 41/KH-THCS.AL", "KẾ HOẠCH"), "KH-THCS.AL");
}

TEST(Letterhead, AStrokeInAPlaceIsNoWordOfIt) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH ĐẮK LẮK", "SỞ Y TẾ"}, "Số: 112/QĐ-SYT", "Krông I Năng, ngày 09 tháng 5 năm 2022");
  EXPECT_EQ(Extract({page}).at(0).place, "Krông Năng");
}

TEST(Letterhead, ASubjectBeginsBehindViecWhereVeWasLost) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "Số: 112/QĐ-SYT", "Kiên Giang, ngày 09 tháng 5 năm 2022");
  page.Centred(420, {"QUYẾT ĐỊNH", "iệc thành lập Tổ công tác"});
  EXPECT_EQ(Extract({page}).at(0).subject, "thành lập Tổ công tác");
}

// Before a document is issued, number and day are blank; "ngày" may be misread.
TEST(Letterhead, ABlankNumberAndDayAreADraft) {
  for (const char* date : {"Bình Phước, ngày     tháng     năm 2024", "Bình Phược, này tháng năm 2024"}) {
    PageBuilder page = StateLetterhead(1, {"HỘI ĐỒNG NHÂN DÂN", "TỈNH BÌNH PHƯỚC"}, "Số:       /2024/NQ-HĐND", date);
    page.Centred(420, {"NGHỊ QUYẾT", "Quy định mức thu học phí"});
    const Document document = Extract({page}).at(0);
    EXPECT_EQ(document.place, "Bình Phước");
    EXPECT_EQ(document.issued_on, std::nullopt);
    std::vector<std::string> flags;
    for (const Flag& flag : document.flags) flags.push_back(flag.code + ": " + flag.detail);
    EXPECT_THAT(flags, ElementsAre("draft: number and day are left blank", "handwritten: issued_on: nothing written; printed //2024")) << date;
  }
}

TEST(Letterhead, DraftCopyAndCirculationMarksAreFlags) {
  PageBuilder page = Plan();
  page.At(300, 360, {"DỰ THẢO LẦN 2"}, BlockColumn::kLeft).At(250, 1900, {"SAO Y BẢN CHÍNH"}, BlockColumn::kLeft);
  const Document document = Extract({page}).at(0);
  std::vector<std::string> marks;
  for (const Flag& flag : document.flags) {
    if (flag.code == "draft" || flag.code == "copy" || flag.code == "circulation") marks.push_back(flag.code + ": " + flag.detail);
  }
  EXPECT_THAT(marks, ElementsAre("draft: DỰ THẢO LẦN 2", "copy: SAO Y BẢN CHÍNH"));
}

TEST(Letterhead, ADraftsBlankNumberIsNotItsYear) {
  PageBuilder page = StateLetterhead(1, {"HỘI ĐỒNG NHÂN DÂN", "TỈNH QUẢNG NGÃI"}, "Số: 12025/NQ-HĐND",
                                     "Quảng Ngãi, ngày tháng năm 2025");
  page.Centred(420, {"NGHỊ QUYẾT", "Về việc thông qua danh mục"});
  const Document document = Extract({page}).at(0);
  EXPECT_FALSE(document.number);
  EXPECT_EQ(document.symbol, "NQ-HĐND");
}

TEST(Letterhead, ASuperiorWithAMisreadPlaceIsNoPartOfTheIssuer) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH NGHỆAN", "SỞ XÂY DỰNG"}, "Số: 204/BC-SXD", "Nghệ An, ngày 29 tháng 3 năm 2022");
  page.Centred(420, {"BÁO CÁO", "Kết quả công tác quý I"});
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->printed, "SỞ XÂY DỰNG");
  EXPECT_TRUE(document.parent_issuer);
}

TEST(Letterhead, OneNameOverTwoLinesIsOneAgency) {
  PageBuilder page = StateLetterhead(1, {"THỦ TƯỚNG", "CHÍNH PHỦ"}, "Số: 224/CĐ-TTg", "Hà Nội, ngày 20 tháng 11 năm 2025");
  page.Centred(420, {"CÔNG ĐIỆN", "CHỦ ĐỘNG ỨNG PHÓ BÃO SỐ 15 GIAI ĐOẠN 2025 -", "2030", "THỦ TƯỚNG CHÍNH PHỦ điện:"});
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->name, "Thủ tướng Chính phủ");
  EXPECT_FALSE(document.parent_issuer);
  EXPECT_EQ(document.subject, "CHỦ ĐỘNG ỨNG PHÓ BÃO SỐ 15 GIAI ĐOẠN 2025 - 2030");
}

// A name goes on with one syllable, though other names begin with it.
TEST(Letterhead, OneSyllableBelowANameEndsIt) {
  PageBuilder page = StateLetterhead(1, {"UBND XÃ YÊN KHÁNH", "TRƯỜNG TIỂU HỌC KHÁNH", "HỘI"}, "Số: 46/KH-THKH", "Yên Khánh, ngày 12 tháng 8 năm 2025");
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer && document.parent_issuer);
  EXPECT_EQ(document.issuer->printed, "TRƯỜNG TIỂU HỌC KHÁNH HỘI");
  EXPECT_EQ(document.parent_issuer->name, "Ủy ban nhân dân xã Yên Khánh");
}

// A paragraph of one line, as wide as the subject and centred by chance, begins the body: it rests on something or announces a list.
TEST(Letterhead, SubjectsEndBeforeTheFirstParagraph) {
  for (const char* line : {"Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;", "Sau khi nghe báo cáo, Chủ tịch kết luận như sau:"}) {
    PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "PHƯỜNG TAM BÌNH"}, "Số: 128/KH-UBND", "Tam Bình, ngày 22 tháng 8 năm 2025");
    page.Centred(420, {"KẾ HOẠCH", "Chỉnh trang đô thị trên địa bàn phường Tam Bình", line});
    EXPECT_EQ(Extract({page}).at(0).subject, "Chỉnh trang đô thị trên địa bàn phường Tam Bình") << line;
  }
}

TEST(Letterhead, ABlankBeforeTheTypeIsAHyphen) {
  PageBuilder page = StateLetterhead(1, {"TỈNH ĐOÀN NINH THUẬN", "BAN CHẤP HÀNH ĐOÀN", "HUYỆN BÁC ÁI"}, "Số: 41 HD/ĐTN", "Bác Ái, ngày 09 tháng 02 năm 2022");
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.number, "41-HD/ĐTN");
  EXPECT_EQ(document.symbol, "HD/ĐTN");
}

// A place that no unit is called is as sure as its words are.
TEST(Letterhead, PlacesWithoutAUnitAreAsSureAsTheirWords) {
  const auto sure = [](const char* place, float read) {
    PageBuilder page(1);
    page.At(250, 160, {"SỞ TƯ PHÁP"}, BlockColumn::kLeft).At(300, 240, {"Số: 29/KH-STP"}, BlockColumn::kLeft);
    page.At(850, 240, {std::string(place) + ", ngày 12 tháng 02 năm 2024"}, BlockColumn::kRight, read);
    const Document document = Extract({page}).at(0);
    for (const Evidence& evidence : document.evidence) {
      if (evidence.field == "place") return evidence.confidence;
    }
    return 0.0;
  };
  EXPECT_GT(sure("Kon Tum", 0.89f), 0.95);
  EXPECT_GT(sure("Kon Tìm", 0.97f), 0.95);
  EXPECT_LT(sure("Kon Tìm", 0.89f), 0.9);
}

// "CHỦ TỊCH" above an agency is its chairman, no superior.
TEST(Letterhead, AnOfficerAboveAnAgencyIsItsOfficer) {
  PageBuilder page = StateLetterhead(1, {"CHỦ TỊCH", "ỦY BAN NHÂN DÂN", "TỈNH QUẢNG TRỊ"}, "Số: 05/CĐ-CTUBND", "Quảng Trị, ngày 17 tháng 9 năm 2024");
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->name, "Chủ tịch Ủy ban nhân dân tỉnh Quảng Trị");
  EXPECT_FALSE(document.parent_issuer);
}

// "… TỈNH" alone is of the superior's province.
TEST(Letterhead, AKindOfUnitAloneIsTheSuperiors) {
  PageBuilder page = StateLetterhead(1, {"LIÊN ĐOÀN LAO ĐỘNG TỈNH", "ĐỒNG THÁP", "CÔNG ĐOÀN VIÊN CHỨC TỈNH"}, "Số: 12/BB-CĐVC",
                                     "Đồng Tháp, ngày 27 tháng 4 năm 2021");
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer && document.parent_issuer);
  EXPECT_EQ(document.issuer->name, "Công đoàn Viên chức tỉnh Đồng Tháp");
  EXPECT_EQ(document.parent_issuer->name, "Liên đoàn Lao động tỉnh Đồng Tháp");
}

// What a fax machine writes on top is nobody's letterhead.
TEST(Letterhead, ALineOfFaxNamesNoAgency) {
  PageBuilder page(1);
  page.At(60, 20, {"05/07/2013 16:42 FAX 0293851706"}, BlockColumn::kLeft).At(560, 20, {"VP UBND TINH"}, BlockColumn::kLeft);
  page.At(250, 160, {"SỞ Y TẾ", "TRUNG TÂM KIỂM NGHIỆM"}, BlockColumn::kLeft).At(300, 300, {"Số: 12/TB-TTKN"}, BlockColumn::kLeft);
  page.At(850, 300, {"Yên Bái, ngày 05 tháng 7 năm 2013"}, BlockColumn::kRight);
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.parent_issuer && document.issuer);
  EXPECT_EQ(document.issuer->printed, "TRUNG TÂM KIỂM NGHIỆM");
  EXPECT_EQ(document.parent_issuer->printed, "SỞ Y TẾ");
}

// A place that no unit has takes the name of the one that the letterhead says with its letters.
TEST(Letterhead, TheLetterheadMendsThePlace) {
  const auto place = [](const char* printed) {
    PageBuilder page = StateLetterhead(1, {"SỞ Y TẾ TỈNH THANH HÓA", "BỆNH VIỆN ĐA KHOA", "HUYỆN NÔNG CỐNG"}, "Số: 318/KH-BVNC",
                                       std::string(printed) + ", ngày 06 tháng 3 năm 2023");
    return Extract({page}).at(0).place.value_or("-");
  };
  EXPECT_EQ(place("Nông Cổng"), "Nông Cống");
  EXPECT_EQ(place("Nông Cường"), "Nông Cường");
  EXPECT_EQ(place("Nông cóng"), "Nông Cống");
  EXPECT_EQ(place("Nông Cắng"), "Nông Cống");  // no unit is called so, and one letter is another
  EXPECT_EQ(place("nông Cống"), "Nông Cống");  // the place begins behind a word that lost its capital
  EXPECT_EQ(place("I Thanh hóa"), "Thanh Hóa");
  EXPECT_EQ(place("Thanh Hóa"), "Thanh Hóa");
}

// A committee's name ends in its unit, without the unit's kind.
TEST(Letterhead, ThePartysLetterheadMendsThePlace) {
  PageBuilder page(1);
  page.At(300, 150, {"ĐẢNG BỘ TỈNH HÀ TĨNH", "HUYỆN ỦY KỲ ANH", "*", "Số 118-TB/HU"}, BlockColumn::kLeft);
  page.At(950, 150, {"ĐẢNG CỘNG SẢN VIỆT NAM"}, BlockColumn::kRight).At(1000, 274, {"Kỹ Anh, ngày 09 tháng 8 năm 2016"}, BlockColumn::kRight);
  page.Centred(400, {"THÔNG BÁO", "Kết luận của Ban Thường vụ Huyện ủy"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.place, "Kỳ Anh");
  EXPECT_EQ(document.issuer->name, "Huyện ủy Kỳ Anh");
}

// The receiving office typed whom it hands the letter to, right of the subject.
TEST(Letterhead, RemarksBesideTheSubjectOfALetterAreCutOff) {
  PageBuilder page = StateLetterhead(1, {"UBND THÀNH PHỐ ĐÀ NẴNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}, "Số: 1595 /SGDĐT-CTrTT", "Đà Nẵng, ngày 31 tháng 5 năm 2019");
  PageBuilder measure(1);
  measure.At(330, 351, {"V/v bảo đảm TTATGT cho HS, SV"});
  const int edge = measure.Layout().blocks.back().box.right + 9;
  page.At(330, 351, {"V/v bảo đảm TTATGT cho HS, SV 1. Cô Hương gửi văn bản đến các đơn vị thuộc trường"});
  page.At(330, 391, {"trong dịp nghỉ hè năm 2019"}, BlockColumn::kLeft);
  page.At(edge, 392, {"2. Phòng CTSV phối hợp với Đoàn", "3. Công đoàn phối hợp"}, BlockColumn::kRight);
  EXPECT_EQ(Extract({page}).at(0).subject, "bảo đảm TTATGT cho HS, SV trong dịp nghỉ hè năm 2019");
}

// The frame of an ĐẾN stamp beside the subject is no table that the letterhead ends at.
TEST(Letterhead, SubjectsGoOnBesideTheFrameOfAStamp) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH LÂM ĐỒNG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}, "Số: 1203/SGDĐT-CTTT", "Đà Lạt, ngày 09 tháng 9 năm 2019");
  page.At(330, 361, {"V/v tăng cường các biện pháp", "phòng, chống tai nạn đuối nước", "cho học sinh"}, BlockColumn::kLeft);
  page.Grid({1040, 350, 1400, 520}, {"PHÒNG GD&ĐT BẢO LÂM", "ĐẾN"});
  EXPECT_EQ(Extract({page}).at(0).subject, "tăng cường các biện pháp phòng, chống tai nạn đuối nước cho học sinh");
}

// A stamp beside the subject's lines does not end it; specks at a line's end are no words of it.
TEST(Letterhead, SubjectsGoOnBesideStampsAndSpecks) {
  PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"}, "Số: 07 /CT-UBND", "Quảng Ngãi, ngày 20 tháng 3 năm 2018");
  page.Centred(420, {"CHỈ THỊ", "Về việc tăng cường công tác thi hành án hành chính năm 2017.tại"});
  page.At(60, 505, {"công văn ĐẾN"}, BlockColumn::kFull);
  page.Centred(520, {"trên địa bàn tỉnh Quảng Ngãi"});
  EXPECT_EQ(Extract({page}).at(0).subject, "tăng cường công tác thi hành án hành chính năm 2017 tại trên địa bàn tỉnh Quảng Ngãi");
}

// The body's first line may stand as if centred below the subject.
// Every paragraph is one line, set in from a margin that nothing shows: the first one reaches the right margin, and its middle
// is not the title's.
TEST(Letterhead, ASubjectEndsWhereALineIsNotCentred) {
  PageBuilder page = StateLetterhead(1, {"SỞ Y TẾ"}, "Số: 12/HD-SYT", "Kiên Giang, ngày 24 tháng 3 năm 2023");
  page.Centred(420, {"HƯỚNG DẪN", "Tổ chức Tháng hành động"});
  const int width = testing::kPageWidth;
  const std::string text = "Sở Y tế hướng dẫn các đơn vị trực thuộc tổ chức các hoạt động trong tháng với";
  page.At(width / 2 - 400, 500, {text}).At(width / 2 - 400, 560, {"1. Tổ chức lễ phát động tại các đơn vị trong toàn ngành."})
      .At(width / 2 - 400, 620, {"2. Thăm hỏi, động viên đoàn viên có hoàn cảnh khó khăn."});
  EXPECT_EQ(Extract({page}).at(0).subject, "Tổ chức Tháng hành động");
}

TEST(Letterhead, TheSubjectEndsWhereTheBodySaysWhoIssuesWhat) {
  PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 112 /KH-UBND",
                                     "Kiên Giang, ngày 09 tháng 5 năm 2022");
  page.Centred(420, {"KẾ HOẠCH", "Công tác năm 2022 của Ủy ban nhân dân tỉnh",
                     "Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác năm 2022 như sau:"});
  EXPECT_EQ(Extract({page}).at(0).subject, "Công tác năm 2022 của Ủy ban nhân dân tỉnh");
}

// A place that no unit is called, one letter from one province, is that; a town keeps its name.
TEST(Letterhead, APlaceWithALetterMisread) {
  const auto place = [](const char* line) {
    PageBuilder page = StateLetterhead(1, {"CÔNG TY CẤP NƯỚC", "BUÔN MA THUỘT"}, "Số: 12/KH-CTCN", line);
    page.Centred(420, {"KẾ HOẠCH", "Công tác năm 2022"});
    return Extract({page}).at(0).place.value_or("");
  };
  EXPECT_EQ(place("Đắt Lắk, ngày 09 tháng 5 năm 2022"), "Đắk Lắk");
  EXPECT_EQ(place("Bình Long, ngày 09 tháng 5 năm 2022"), "Bình Long") << "a town, one letter from Vĩnh Long";
}

// The pen over the beginning of a symbol: the title tells what is lost; over its slash.
TEST(Letterhead, SymbolsThatLostTheirHeadOrSlash) {
  const auto symbol = [](const char* number, const char* title) {
    PageBuilder page = StateLetterhead(1, {"MẶT TRẬN TỔ QUỐC VIỆT NAM", "THÀNH PHỐ CẦN THƠ"}, number, "Cần Thơ, ngày 09 tháng 5 năm 2022");
    page.Centred(420, {title, "Chăm lo Tết cho người nghèo"});
    return Extract({page}).at(0).symbol.value_or("");
  };
  EXPECT_EQ(symbol("số: -MTTQ-BTT", "KẾ HOẠCH"), "KH-MTTQ-BTT");
  EXPECT_EQ(symbol("số: -MTTQ-BTT", "CHĂM LO"), "");
  EXPECT_EQ(symbol("Tổ s /KH-UBND", "KẾ HOẠCH"), "KH-UBND") << "a stamp over the line's beginning";
  EXPECT_EQ(symbol("Số 14-CTr/TƯ", "CHƯƠNG TRÌNH"), "CTr/TU");
  EXPECT_EQ(symbol("Số: 12-KH-SYT", "KẾ HOẠCH"), "KH-SYT");
  EXPECT_EQ(symbol("số I$ -CTrTU", "CHƯƠNG TRÌNH"), "CTr/TU");
}

TEST(Letterhead, APlaceWrittenShortDoesNotReplaceItsFullName) {
  PageBuilder page = StateLetterhead(1, {"BỘ CÔNG THƯƠNG", "TRƯỜNG ĐẠI HỌC CÔNG THƯƠNG", "THÀNH PHỐ HỒ CHÍ MINH"}, "số: 3402 /Qb-DCT",
                                     "TP. Hồ Chỉ Minh, ngày 16 tháng 11 năm 2023");
  page.Centred(420, {"QUYẾT ĐỊNH-", "Về việc thành lập Hội đồng Khoa học và Đào tạo"});
  const Document document = Extract({page}).at(0);
  ASSERT_TRUE(document.issuer);
  EXPECT_EQ(document.issuer->printed, "TRƯỜNG ĐẠI HỌC CÔNG THƯƠNG THÀNH PHỐ HỒ CHÍ MINH");
  EXPECT_EQ(document.place, "TP. Hồ Chí Minh") << "the one province with these letters";
  EXPECT_EQ(document.symbol, "QĐ-DCT") << "no abbreviation is Qb, and the title says which is meant";
  EXPECT_EQ(document.number, "3402/QĐ-DCT");
  EXPECT_EQ(document.subject, "thành lập Hội đồng Khoa học và Đào tạo");
}

TEST(Letterhead, PlacesThatProvincesShareLettersWithStay) {
  const auto place = [](const char* date) {
    PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN"}, "Số: 3/KH-UBND", date);
    return Extract({page}).at(0).place.value_or("-");
  };
  EXPECT_EQ(place("Khánh Hoà, ngày 09 tháng 5 năm 2022"), "Khánh Hoà");
  EXPECT_EQ(place("Rạch Giá, ngày 09 tháng 5 năm 2022"), "Rạch Giá");
  EXPECT_EQ(place("Kiên Gĩang, ngày 09 tháng 5 năm 2022"), "Kiên Giang");
}

TEST(Letterhead, AnotherAbbreviationOfATypeIsNotTheTitles) {
  PageBuilder page = StateLetterhead(1, {"UBND TỈNH KIÊN GIANG", "SƠ Y TẾ"}, "Số: 155 /TM-SYT", "Kiên Giang, ngày 10 tháng 11 năm 2017");
  page.Centred(420, {"THƯ MỜI", "Hội nghị lấy ý kiến góp ý"});
  const Document document = Extract({page}).at(0);
  EXPECT_EQ(document.symbol, "TM-SYT");
  EXPECT_EQ(document.doc_type->code, "GM");
  ASSERT_TRUE(document.parent_issuer) << "below a superior the issuer begins, its marks misread or not";
  EXPECT_EQ(document.parent_issuer->printed, "UBND TỈNH KIÊN GIANG");
}

}  // namespace
}  // namespace trichluc
