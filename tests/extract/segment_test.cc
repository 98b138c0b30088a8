// Where documents of a bundle begin, and how they hang together.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

using ::testing::ElementsAre;
using testing::Extract;
using testing::PageBuilder;

// "1-2" for each document.
std::vector<std::string> PagesOf(const std::vector<PageBuilder>& pages) {
  std::vector<std::string> shown;
  for (const Document& document : Extract(pages)) {
    shown.push_back(std::to_string(document.page_from) + "-" + std::to_string(document.page_to));
  }
  return shown;
}

// Parts that are "" are left out.
PageBuilder Head(int page, const std::vector<std::string>& agency, const std::string& number = "", const std::string& date = "",
                 bool motto = true) {
  PageBuilder builder(page);
  if (!agency.empty()) builder.At(250, 160, agency, BlockColumn::kLeft);
  if (!number.empty()) builder.At(300, 300, {number}, BlockColumn::kLeft);
  if (motto) {
    builder.At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight);
  }
  if (!date.empty()) builder.At(850, 300, {date}, BlockColumn::kRight);
  return builder;
}

PageBuilder CoveringLetter() {
  PageBuilder page = Head(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "Số: 2013/SYT-NVY", "Kiên Giang, ngày 23 tháng 10 năm 2017");
  page.Body(700, {"Thực hiện Công văn số 1119/MT-SKCĐ của Cục Quản lý môi trường y tế để các đơn vị thực hiện."});
  return page;
}

PageBuilder Body(int page) {
  PageBuilder builder(page);
  builder.Body(160, {"các đơn vị trực thuộc tổ chức thực hiện và báo cáo kết quả về Sở Y tế trước ngày 30 hằng tháng."});
  return builder;
}

TEST(Segment, ALetterheadWithNumberOrDateBegins) {
  const std::vector<std::string> ministry = {"BỘ Y TẾ", "CỤC QUẢN LÝ MÔI TRƯỜNG Y TẾ"};
  EXPECT_THAT(PagesOf({CoveringLetter(), Body(2), Head(3, ministry, "Số: 1119/MT-SKCĐ", "Hà Nội, ngày 17 tháng 10 năm 2017"), Body(4)}),
              ElementsAre("1-2", "3-4"));
  EXPECT_THAT(PagesOf({CoveringLetter(), Head(2, {"DỰ THẢO"}, "Số:     /2025/NQ-HĐND", "")}), ElementsAre("1-1", "2-2")) << "a draft";
  EXPECT_THAT(PagesOf({CoveringLetter(), Head(2, {}, "Số: 1119/MT-SKCĐ", "Hà Nội, ngày 17 tháng 10 năm 2017", false)}),
              ElementsAre("1-1", "2-2"))
      << "its upper lines were cut off";
}

TEST(Segment, WhatCertifiesACopyBelongsToIt) {
  PageBuilder certificate = Head(2, {}, "Số: 41/SY-UB", "Giồng Trôm, ngày 11 tháng 7 năm 2005", false);
  certificate.Centred(240, {"SAO Y BẢN CHÍNH"});
  EXPECT_THAT(PagesOf({CoveringLetter(), certificate}), ElementsAre("1-2"));
  PageBuilder letter = Head(2, {"BỘ Y TẾ"}, "Số: 1119/BYT-MT", "Hà Nội, ngày 17 tháng 10 năm 2017");
  letter.Centred(100, {"SAO Y"});
  EXPECT_THAT(PagesOf({CoveringLetter(), letter}), ElementsAre("1-1", "2-2")) << "a letter of which this is a copy";
}

TEST(Segment, AnotherAgencysLetterheadBegins) {
  EXPECT_THAT(PagesOf({CoveringLetter(), Head(2, {"BỘ Y TẾ", "CỤC QUẢN LÝ KHÁM, CHỮA BỆNH"}), Body(3)}), ElementsAre("1-1", "2-3"))
      << "number and date were not read";
  PageBuilder form = Head(2, {"BỘ Y TẾ", "VIỆN SỨC KHỎE NGHỀ NGHIỆP"}, "", "", false);
  form.At(1200, 160, {"Mẫu phiếu 01"}, BlockColumn::kRight).Centred(420, {"PHIẾU KHẢO SÁT"});
  PageBuilder second = Head(3, {"BỘYTÊ", "VIỆN SỨC KHỎE NGHỀ NGHIỆP."}, "", "", false);
  second.At(1200, 160, {"Mẫu phiếu 02"}, BlockColumn::kRight).Centred(420, {"PHIẾU KHẢO SÁT"});
  EXPECT_THAT(PagesOf({CoveringLetter(), form, second}), ElementsAre("1-1", "2-3")) << "its second sheet is of the same agency";
}

TEST(Segment, AnnexesStayWithTheirDocument) {
  PageBuilder list = Head(2, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"});
  list.Centred(400, {"DANH SÁCH CÁC THÀNH VIÊN HỘI ĐỒNG"});
  EXPECT_THAT(PagesOf({CoveringLetter(), list}), ElementsAre("1-2")) << "the document's own agency";
  PageBuilder noted = Head(2, {"BỘ CÔNG THƯƠNG", "TRƯỜNG ĐẠI HỌC"});
  noted.Centred(400, {"DANH SÁCH"}).Centred(450, {"(Theo quyết định số: 3402/QĐ-DCT"}).Centred(500, {"TP, ngày 16 tháng 11 năm 2023 của Hiệu trưởng)"});
  EXPECT_THAT(PagesOf({CoveringLetter(), noted}), ElementsAre("1-2")) << "its title says whose annex it is";
  EXPECT_THAT(PagesOf({CoveringLetter(), Head(2, {"SỞ Y TẾ KIÊN GIANG", "TTYT/BVĐK..........."})}), ElementsAre("1-2")) << "a form to fill in";
  EXPECT_THAT(PagesOf({CoveringLetter(), Head(2, {"SỞ TÀI CHÍNH", "TÊN ĐƠN VỊ"})}), ElementsAre("1-2"));
  PageBuilder specimen(2);
  specimen.Centred(120, {"Mẫu số 01"});
  specimen.At(250, 220, {"BỘ TÀI CHÍNH"}, BlockColumn::kLeft)
      .At(300, 300, {"Số: 1/BTC-VP"}, BlockColumn::kLeft)
      .At(800, 220, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, BlockColumn::kRight)
      .At(850, 300, {"Hà Nội, ngày 16 tháng 11 năm 2023"}, BlockColumn::kRight);
  EXPECT_THAT(PagesOf({CoveringLetter(), specimen}), ElementsAre("1-2"));
}

TEST(Segment, BlankPagesBelongToNone) {
  PageBuilder plan = Head(3, {"BỘ Y TẾ"}, "Số: 1119/MT-SKCĐ", "Hà Nội, ngày 17 tháng 10 năm 2017");
  EXPECT_THAT(PagesOf({CoveringLetter(), PageBuilder(2), plan, PageBuilder(4)}), ElementsAre("1-1", "3-3"));
  EXPECT_THAT(PagesOf({PageBuilder(1), plan}), ElementsAre("3-3"));
}

TEST(Segment, ALetterIsLinkedToWhatItForwards) {
  const auto attached = [](const std::string& number, const std::string& date) {
    const std::vector<Document> documents = Extract({CoveringLetter(), Head(2, {"BỘ Y TẾ", "CỤC QUẢN LÝ MÔI TRƯỜNG Y TẾ"}, number, date)});
    return documents.at(0).references.at(0);
  };
  const Reference named = attached("Số: 1119/MT-SKCĐ", "Hà Nội, ngày 17 tháng 10 năm 2017");
  EXPECT_EQ(named.relation, "attached_to");
  EXPECT_EQ(named.date, "2017-10-17") << "from the document itself";
  // A letter of the symbol was misread in the citation: the document's own letterhead is believed, where the number and the day are the same
  const auto misread = [](const std::string& cited) {
    PageBuilder letter = Head(1, {"UBND TỈNH KIÊN GIANG", "SỞ Y TẾ"}, "Số: 12/SYT-NVY", "Kiên Giang, ngày 23 tháng 10 năm 2017");
    letter.Body(600, {"Sở Y tế nhận được Công văn số " + cited + " của Cục Quản lý môi trường y tế về việc báo cáo."});
    return Extract({letter, Head(2, {"BỘ Y TẾ", "CỤC QUẢN LÝ MÔI TRƯỜNG Y TẾ"}, "Số: 1119/MT-SKCĐ", "Hà Nội, ngày 17 tháng 10 năm 2017")})
        .at(0).references.at(0);
  };
  EXPECT_EQ(misread("1119/MT-SKGĐ ngày 17/10/2017").number, "1119/MT-SKCĐ");
  EXPECT_EQ(misread("1119/MT-SKGĐ ngày 17/10/2017").relation, "attached_to");
  EXPECT_EQ(misread("1119/MT-SKGĐ ngày 18/10/2017").number, "1119/MT-SKGĐ");
  EXPECT_EQ(misread("1118/MT-SKGĐ ngày 17/10/2017").number, "1118/MT-SKGĐ");
  EXPECT_EQ(attached("Số: &^ /MT-SKCĐ", "Hà Nội, ngày Á tháng 10 năm 2017").relation, "attached_to") << "the clerk's number was not read";
}

}  // namespace
}  // namespace trichluc
