#include "extract/references.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/extracted_documents.h"

namespace trichluc {
namespace {

const PlaceContext kPlace{"Kiên Giang", "", ""};

const AgencyRegistry& CitedRegistry() {
  static const AgencyRegistry registry(testing::Rules());
  return registry;
}

// "type | number | date | agency | relation", absent parts "-".
std::string Show(const Reference& reference) {
  auto part = [](const std::optional<std::string>& value) { return value.value_or("-") + " | "; };
  return part(reference.type) + part(reference.number) + part(reference.date) + part(reference.agency) +
         reference.relation;
}

std::vector<std::string> Cited(std::string_view text) {
  std::vector<std::string> shown;
  for (const FoundReference& found : FindReferences(*testing::Rules(), CitedRegistry(), text, kPlace))
    shown.push_back(Show(found.reference));
  return shown;
}

struct CitedCase {
  const char* text;
  std::vector<std::string> cited;
};

void Expect(const CitedCase& test) {
  SCOPED_TRACE(test.text);
  EXPECT_THAT(Cited(test.text), ::testing::ElementsAreArray(test.cited));
}

TEST(References, ReadsCitations) {
  const CitedCase cases[] = {
      {"Căn cứ Quyết định số 13/2021/QĐ-UBND ngày 25/11/2021 của UBND tỉnh Kiên Giang ban hành Quy chế làm "
       "việc;",
       {"Quyết định | 13/2021/QĐ-UBND | 2021-11-25 | Ủy ban nhân dân tỉnh Kiên Giang | basis"}},
      {"Thông tư số 25/2020/TT-BGDĐT ngày 26/8/2020 của Bộ Giáo dục và Đào tạo quy định việc lựa chọn",
       {"Thông tư | 25/2020/TT-BGDĐT | 2020-08-26 | Bộ Giáo dục và Đào tạo | mentions"}},
      {"Quyết định số 19/2014/QĐ-TTg của Thủ tướng Chính phủ về việc",
       {"Quyết định | 19/2014/QĐ-TTg | - | Thủ tướng Chính phủ | mentions"}},
      {"xét đề nghị của Sở Thông tin và Truyền thông tại Tờ trình số 08/TTr-STTTT ngày 17/01/2024, UBND tỉnh ban hành",
       {"Tờ trình | 08/TTr-STTTT | 2024-01-17 | Sở Thông tin và Truyền thông | basis"}},
      {"theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 12/TTr-SNV ngày 17/01/2024,",
       {"Tờ trình | 12/TTr-SNV | 2024-01-17 | Sở Nội vụ | basis"}},
      {"thay thế Quyết định số 12/QĐ-BCĐ ngày 20/4/2015 của Trưởng Ban Chỉ đạo phòng, chống tội phạm tỉnh",
       {"Quyết định | 12/QĐ-BCĐ | 2015-04-20 | Ban Chỉ đạo phòng, chống tội phạm tỉnh | replaces"}},
      {"thống nhất của Thường trực HĐND tỉnh tại Công văn số 17/HĐND-VX ngày 17/01/2024,",
       {"Công văn | 17/HĐND-VX | 2024-01-17 | Thường trực Hội đồng nhân dân tỉnh | mentions"}},
      {"Theo đề nghị của Bộ Tài chính tại nội dung các Công văn: Số 160/BTC-QLCS ngày 05/3/2024",
       {"Công văn | 160/BTC-QLCS | 2024-03-05 | Bộ Tài chính | basis"}},
      {"Ngày 03/02/2021, Bộ Y tế có Công văn số 61/BYT-DP đề nghị", {"Công văn | 61/BYT-DP | 2021-02-03 | Bộ Y tế | mentions"}},
      {"dự án được UBND tỉnh Kiên Giang phê duyệt tại Quyết định số 459/QĐ-UBND",
       {"Quyết định | 459/QĐ-UBND | - | Ủy ban nhân dân tỉnh Kiên Giang | mentions"}},
      {"Quyết định số 12/QĐ-ĐHSP ngày 05/3/2024 của Hiệu trưởng Trường Đại học Sư phạm TP. Huế về việc",
       {"Quyết định | 12/QĐ-ĐHSP | 2024-03-05 | Hiệu trưởng Trường Đại học Sư phạm thành phố Huế | mentions"}},
      {"Thông báo số 09/TB-BCH ngày 12/5/2015 của Ban Chỉ huy Phòng, chống lụt bão và Tìm kiếm cứu nạn huyện, xã",
       {"Thông báo | 09/TB-BCH | 2015-05-12 | Ban Chỉ huy Phòng, chống lụt bão và Tìm kiếm cứu nạn huyện | mentions"}},
      {"Kế hoạch số 21/KH-BCĐ ngày 20/3/2017 của Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm, Bộ Y tế",
       {"Kế hoạch | 21/KH-BCĐ | 2017-03-20 | Ban Chỉ đạo liên ngành Trung ương về an toàn thực phẩm | mentions"}},
      {"Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ và chuyển đổi số, Ủy ban",
       {"Kế hoạch | 02-KH/BCĐTW | 2025-06-19 | Ban Chỉ đạo Trung ương về phát triển khoa học, công nghệ và chuyển đổi số | mentions"}},
      {"Kế hoạch số 21/KH-BCĐ ngày 20/3/2017 của Ban Chỉ đạo quốc gia về việc tổ chức Tháng hành động",
       {"Kế hoạch | 21/KH-BCĐ | 2017-03-20 | Ban Chỉ đạo quốc gia | mentions"}},
      {"Kết luận số 51-KL/TW của Ban Bí thư mới ban hành ngày 04/5/2023", {"Kết luận | 51-KL/TW | 2023-05-04 | Ban Bí thư Trung ương Đảng | mentions"}},
      {"quyết định 02/2009/BYT - HƯỚNG DẪN", {"Quyết định | 02/2009/BYT | - | - | mentions"}},
      {"theo kế hoạch 101/KH-UBND tỉnh", {"Kế hoạch | 101/KH-UBND | - | - | mentions"}},
      {"Công văn số 947/UBND- NC ngày 14/6/2022", {"Công văn | 947/UBND-NC | 2022-06-14 | - | mentions"}},
      {"Kế hoạch số 101 /KH-UBND, ngày 07/5/2021", {"Kế hoạch | 101/KH-UBND | 2021-05-07 | - | mentions"}},
      {"Kế hoạch số 112/KH-\nUBND ngày 09 tháng 5\nnăm 2022 của Ủy ban nhân\ndân tỉnh về",
       {"Kế hoạch | 112/KH-UBND | 2022-05-09 | Ủy ban nhân dân tỉnh Kiên Giang | mentions"}},
      {"Thông báo số 100/TB- VPTW ngày 18/4/2019 Thông báo kết quả",
       {"Thông báo | 100/TB-VPTW | 2019-04-18 | - | mentions"}},
      {"Thông tư số 15/2022/TT-BKHCN ngày 12/10/2022 Bộ Khoa học và Công nghệ: Quy định",
       {"Thông tư | 15/2022/TT-BKHCN | 2022-10-12 | Bộ Khoa học và Công nghệ | mentions"}},
      {"Thông tư số 12/2018/TT-BTC ngày 1/2/2018 của Bộ trưởng Bộ Tài chính hướng dẫn",
       {"Thông tư | 12/2018/TT-BTC | 2018-02-01 | Bộ Tài chính | mentions"}},
      {"Quyết định số 12/QĐ-TTg ngày 1/2/2018 của Bộ trưởng,\nChủ nhiệm Văn phòng Chính phủ hướng dẫn",
       {"Quyết định | 12/QĐ-TTg | 2018-02-01 | Văn phòng Chính phủ | mentions"}},
      {"Nghị quyết số 20-NQ/TW ngày 28/01/2008 của Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng (khóa "
       "X)",
       {"Nghị quyết | 20-NQ/TW | 2008-01-28 | Ban Chấp hành Trung ương Đảng | mentions"}},
      {"Quyết định số 8119/QĐ-SYT ngày 29/12/2016 của Giám đốc Sở Y tế về việc",
       {"Quyết định | 8119/QĐ-SYT | 2016-12-29 | Giám đốc Sở Y tế | mentions"}},
      {"Quyết định số 223/QĐ-BCĐ ngày 04/10/2022 của Ban Chỉ đạo 515 tỉnh",
       {"Quyết định | 223/QĐ-BCĐ | 2022-10-04 | Ban Chỉ đạo 515 tỉnh | mentions"}},
      {"Thông báo số 347/TB-VP ngày 17/3/2023 của VP.HĐND-UBND huyện về ý kiến",
       {"Thông báo | 347/TB-VP | 2023-03-17 | Văn phòng HĐND-UBND huyện | mentions"}},
      {"Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ",
       {"Nghị quyết | 30c/NQ-CP | 2011-11-08 | Chính phủ | mentions"}},
      {"Nghị định số 73-CP ngày 1-11-1995", {"Nghị định | 73-CP | 1995-11-01 | - | mentions"}},
      {"Quyết định số 974-TTg ngày 1-11-1995", {"Quyết định | 974-TTg | 1995-11-01 | - | mentions"}},
      {"Chương trình phối hợp số 1842b/CTPH-BVHTTDL-TLĐLĐVN ngày 23/11/2016",
       {"Chương trình | 1842b/CTPH-BVHTTDL-TLĐLĐVN | 2016-11-23 | - | mentions"}},
      {"Thông tư liên tịch số 13/2014/TTLT-BYT-BCT ngày 9/4/2014 của Bộ Y tế, Bộ Nội vụ và Bộ Công Thương",
       {"Thông tư liên tịch | 13/2014/TTLT-BYT-BCT | 2014-04-09 | Bộ Y tế, Bộ Nội vụ và Bộ Công Thương | "
        "mentions"}},
      {"số 05/2016/TTLT/BTP-BCA", {"Thông tư liên tịch | 05/2016/TTLT/BTP-BCA | - | - | mentions"}},
      {"QUYẾT ĐỊNH SỐ 06/QĐ-TTG NGÀY 02 THÁNG 01 NĂM 2025 CỦA THỦ TƯỚNG CHÍNH PHỦ",
       {"Quyết định | 06/QĐ-TTg | 2025-01-02 | Thủ tướng Chính phủ | mentions"}},
      {"Báo cáo thẩm tra số 104/BC-BVHXH ngày 24 tháng 11 năm 2025 của Ban Văn hóa - Xã hội Hội đồng nhân dân Thành phố;",
       {"Báo cáo | 104/BC-BVHXH | 2025-11-24 | Ban Văn hóa - Xã hội Hội đồng nhân dân Thành phố | mentions"}},
      {"Giấy phép thăm dò số 01/GP-UBND ngày 19/02/2019", {"Giấy phép | 01/GP-UBND | 2019-02-19 | - | mentions"}},
      // A figure of the date was not read: the agency stands all the same.
      {"Thông báo số 39-TB/TW ngày 08 tháng bộ năm 2024 của Bộ Chính trị về", {"Thông báo | 39-TB/TW | - | Bộ Chính trị | mentions"}},
      {"Kế hoạch số 12/KH-UBND ngày &4/12/2023 của UBND tỉnh",
       {"Kế hoạch | 12/KH-UBND | - | Ủy ban nhân dân tỉnh Kiên Giang | mentions"}},
      // An agency that begins the main clause has not issued what is cited before it.
      {"quy định tại Nghị định số 268/2025/NĐ-CP Ủy ban nhân dân tỉnh quyết định",
       {"Nghị định | 268/2025/NĐ-CP | - | - | mentions"}},
      {"tại Thông báo số 4387/TB-VPQH ngày 14/11/2025 của Văn phòng Quốc hội, Bộ Xây dựng làm việc với",
       {"Thông báo | 4387/TB-VPQH | 2025-11-14 | Văn phòng Quốc hội | mentions"}},
      {"Kết luận số 195-KL/TW ngày 26/9/2025 của Bộ Chính trị, Ban Bí thư về tình hình",
       {"Kết luận | 195-KL/TW | 2025-09-26 | Bộ Chính trị, Ban Bí thư Trung ương Đảng | mentions"}},
      {"số 07/2013/TTLT-BGDĐT-BNV-BTC ngày 08 tháng 03 năm 2013 của Bộ trưởng Bộ Giáo dục và Đào tạo, Bộ trưởng Bộ Nội vụ và Bộ "
       "trưởng Bộ Tài chính hướng dẫn",
       {"Thông tư liên tịch | 07/2013/TTLT-BGDĐT-BNV-BTC | 2013-03-08 | Bộ Giáo dục và Đào tạo, Bộ Nội vụ và Bộ Tài chính | "
        "mentions"}},
      {"Chương trình phối hợp số 1842/CTPH-BVHTTDL-TLĐ ngày 23/11/2016 giữa Bộ Văn hóa, Thể thao và Du lịch và Bộ Y tế về",
       {"Chương trình | 1842/CTPH-BVHTTDL-TLĐ | 2016-11-23 | Bộ Văn hóa, Thể thao và Du lịch và Bộ Y tế | mentions"}},
      {"Quy chế số 23/QC-LN ngày 21/11/2024 giữa Bộ Công an, Bộ Y tế trong điều tra",
       {"Quy chế | 23/QC-LN | 2024-11-21 | Bộ Công an, Bộ Y tế | mentions"}},
      {"công văn số 486/VEAM-PC ngày 8/7/2025 của Tổng công ty Cấp nước Sài Gòn",
       {"Công văn | 486/VEAM-PC | 2025-07-08 | Tổng công ty Cấp nước Sài Gòn | mentions"}},
      {"công văn số 838/CCTKV-CNTK ngày 15/05/2025 của Chi cục Thuế khu vực XII (nay là Thuế thành phố Huế) về tiền thuê",
       {"Công văn | 838/CCTKV-CNTK | 2025-05-15 | Chi cục Thuế khu vực XII | mentions"}},
      {"Thông báo số 979 /TB-SYTngày 10/10/2017 của Sở Y tế", {"Thông báo | 979/TB-SYT | 2017-10-10 | Sở Y tế | mentions"}},
      {"tại Tờ trình ngày 12/3/2023 của Sở Y tế", {"Tờ trình | - | 2023-03-12 | Sở Y tế | mentions"}},
      {"Quyết định số 12/QĐ-UBND ngày 31/02/2023", {"Quyết định | 12/QĐ-UBND | - | - | mentions"}},
  };
  for (const CitedCase& test : cases) Expect(test);
}

TEST(References, ReadsPartyDocuments) {
  const CitedCase cases[] = {
      {"Chỉ thị số 05-CT/TW của Bộ Chính trị về", {"Chỉ thị | 05-CT/TW | - | Bộ Chính trị | mentions"}},
      {"Chỉ thị số 46-CT/TW ngày 22-6-2015 của Bộ Chính trị khóa XI",
       {"Chỉ thị | 46-CT/TW | 2015-06-22 | Bộ Chính trị | mentions"}},
      {"Chương trình hành động số 47-CTr/TU, ngày 21-02-2019 của Tỉnh ủy",
       {"Chương trình | 47-CTr/TU | 2019-02-21 | Tỉnh ủy Kiên Giang | mentions"}},
      {"Thực hiện Chương trình số 09-Ctr/TU ngày 15/04/2021 của Tỉnh ủy về\nChương trình hành động",
       {"Chương trình | 09-Ctr/TU | 2021-04-15 | Tỉnh ủy Kiên Giang | implements"}},
      {"Công văn số 3632-CV/BCSD ngày 06/6/2024 của Ban Cán sự Đảng UBND tỉnh.",
       {"Công văn | 3632-CV/BCSD | 2024-06-06 | Ban cán sự đảng Ủy ban nhân dân tỉnh | mentions"}},
      {"Nghị quyết số 36-NQ/TW của Ban Chấp hành Trung ương khóa XII về chiến lược",
       {"Nghị quyết | 36-NQ/TW | - | Ban Chấp hành Trung ương Đảng | mentions"}},
      {"Thông báo kết luận số 39-TB/TW ngày 08 tháng 5 năm 2024 của Bộ Chính trị",
       {"Thông báo | 39-TB/TW | 2024-05-08 | Bộ Chính trị | mentions"}},
  };
  for (const CitedCase& test : cases) Expect(test);
}

TEST(References, ReadsLaws) {
  const CitedCase cases[] = {
      {"Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;", {"Luật | - | 2015-06-19 | - | basis"}},
      {"Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa "
       "phương ngày "
       "22/11/2019;",
       {"Luật | - | 2019-11-22 | - | basis"}},
      {"Căn cứ Luật Đấu thầu số 43/2013/QH13 ngày 26/11/2013;",
       {"Luật | 43/2013/QH13 | 2013-11-26 | - | basis"}},
      {"Bộ luật Dân sự số 91/2015/QH13", {"Bộ luật | 91/2015/QH13 | - | - | mentions"}},
      {"Luật số 40/2009/QH12", {"Luật | 40/2009/QH12 | - | - | mentions"}},
      {"Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 được sửa đổi, bổ sung bởi Luật số 87/2025/QH15;",
       {"Luật | 64/2025/QH15 | - | - | basis", "Luật | 87/2025/QH15 | - | - | basis"}},
      {"Luật Thủ đô, Nghị quyết số 188/2025/QH15", {"Nghị quyết | 188/2025/QH15 | - | - | mentions"}},
      {"Điều 372 Bộ Luật tố tụng hình sự số 01/2015/QH13", {"Bộ luật | 01/2015/QH13 | - | - | mentions"}},
      {"Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025", {}},
      {"Điều 72 của Luật Bảo hiểm xã hội của người lao động tham gia trước ngày 01/01/2016", {}},
      {"Căn cứ Luật Tổ chức chính quyền địa phương ngày 22 tháng II năm 2019;", {"Luật | - | 2019-11-22 | - | basis"}},
      {"Căn cứ Luật sửa đổi, bổ sung một số điều của 37 Luật có liên quan đến quy hoạch ngày 20 tháng 11 năm 2018;",
       {"Luật | - | 2018-11-20 | - | basis"}},
      {"Luật Ngân sách nhà nước", {}},
      {"Luật Thi đua, khen thưởng năm 2022", {}},
      {"theo Luật Đầu tư, Nghị định số 63/2014/NĐ-CP ngày 26/6/2014",
       {"Nghị định | 63/2014/NĐ-CP | 2014-06-26 | - | mentions"}},
  };
  for (const CitedCase& test : cases) Expect(test);
}

TEST(References, GoesOnInLists) {
  const CitedCase cases[] = {
      {"các Quyết định số 2927/QĐ-UBND ngày 29/11/2021; số 3040/QĐ-UBND ngày 08/12/2021",
       {"Quyết định | 2927/QĐ-UBND | 2021-11-29 | - | mentions",
        "Quyết định | 3040/QĐ-UBND | 2021-12-08 | - | mentions"}},
      {"Quyết định số 200/QĐ-UBND ngày 24/01/2024 và Kế hoạch số 45/KH-UBND ngày 02/3/2022 của UBND tỉnh",
       {"Quyết định | 200/QĐ-UBND | 2024-01-24 | Ủy ban nhân dân tỉnh Kiên Giang | mentions",
        "Kế hoạch | 45/KH-UBND | 2022-03-02 | Ủy ban nhân dân tỉnh Kiên Giang | mentions"}},
      {"Nghị định số 10/2021/NĐ-CP, Thông tư số 12/2021/TT-BXD của Bộ Xây dựng",
       {"Nghị định | 10/2021/NĐ-CP | - | - | mentions",
        "Thông tư | 12/2021/TT-BXD | - | Bộ Xây dựng | mentions"}},
      {"các Nghị quyết số: 01/NQ-CP, 02/NQ-CP ngày 01 tháng 01 năm 2021",
       {"Nghị quyết | 01/NQ-CP | 2021-01-01 | - | mentions",
        "Nghị quyết | 02/NQ-CP | 2021-01-01 | - | mentions"}},
      // Type, agency and relation of the list's head; what a title names does not change them.
      {"Căn cứ các Nghị quyết của Quốc hội: số 55/2010/QH12 ngày 24/11/2010 về miễn thuế; số 28/2016/QH14 ngày 11/11/2016 sửa "
       "đổi, bổ sung một số điều của Nghị quyết số 55/2010/QH12; số 107/2020/QH14 ngày 10/6/2020 về kéo dài thời hạn;",
       {"Nghị quyết | 55/2010/QH12 | 2010-11-24 | Quốc hội | basis", "Nghị quyết | 28/2016/QH14 | 2016-11-11 | Quốc hội | basis",
        "Nghị quyết | 55/2010/QH12 | - | - | mentions", "Nghị quyết | 107/2020/QH14 | 2020-06-10 | - | basis"}},
      {"Thực hiện Nghị quyết số 214/NQ-CP ngày 23/7/2025 của Chính phủ về dữ liệu; Quyết định số 142/QĐ-TTg về Chiến lược",
       {"Nghị quyết | 214/NQ-CP | 2025-07-23 | Chính phủ | implements", "Quyết định | 142/QĐ-TTg | - | - | implements"}},
  };
  for (const CitedCase& test : cases) Expect(test);
}

TEST(References, TypesThatAreOneNameAreKeptWhole) {
  Expect({"Căn cứ Nghị quyết liên tịch số 01/2015/NQLT-BCA-HLHPN ngày 12/6/2015, Văn bản liên tịch số 283/VBLT ngày 25/4/2006;",
          {"Nghị quyết liên tịch | 01/2015/NQLT-BCA-HLHPN | 2015-06-12 | - | basis", "Văn bản liên tịch | 283/VBLT | 2006-04-25 | - | basis"}});
}

TEST(References, ANumberAloneTellsItsType) {
  const CitedCase cases[] = {
      {"kiểm soát thủ tục hành chính; số 48/2013/NĐ-CP ngày 14/5/2013",
       {"Nghị định | 48/2013/NĐ-CP | 2013-05-14 | - | mentions"}},
      {"Báo cáo thẩm tra số 119/BC-BPC ngày 22 tháng 11 năm 2025",
       {"Báo cáo | 119/BC-BPC | 2025-11-22 | - | mentions"}},
      {"theo 14/2015/TT-BTC", {"Thông tư | 14/2015/TT-BTC | - | - | mentions"}},
      {"theo 1234/TT-BTC", {"- | 1234/TT-BTC | - | - | mentions"}},    // Tờ trình or Thông tư
      {"theo 5348/CT-CS", {"- | 5348/CT-CS | - | - | mentions"}},      // of a Cục Thuế
      {"theo 59/2020/QH14", {"- | 59/2020/QH14 | - | - | mentions"}},  // Luật or Nghị quyết
      {"học tập và làm theo 05-CT/TW của Bộ Chính trị", {"Chỉ thị | 05-CT/TW | - | Bộ Chính trị | mentions"}},
      {"theo 07-CTr/TU", {"Chương trình | 07-CTr/TU | - | - | mentions"}},
  };
  for (const CitedCase& test : cases) Expect(test);
}

TEST(References, KnowsRelations) {
  struct {
    const char *text, *relation;  // of the last citation
  } cases[] = {
      {"Căn cứ Nghị định số 63/2014/NĐ-CP", "basis"},
      {"Căn cứ khoản 4 Điều 38c Nghị định số 58/2023/NĐ-CP", "basis"},
      {"Căn cứ Luật Đấu thầu số 43/2013/QH13; Nghị định số 63/2014/NĐ-CP", "basis"},
      {"Căn cứ Nghị định số 15/2018/NĐ-CP được sửa đổi, bổ sung tại Nghị định số 155/2018/NĐ-CP", "basis"},
      {"Xét đề nghị của Giám đốc Sở Y tế tại Tờ trình số 12/TTr-SYT ngày 5/1/2023", "basis"},
      {"Theo đề nghị của Sở Nội vụ tại Tờ trình số 12/TTr-SNV", "basis"},
      {"Xét Tờ trình số 391/TTr-UBND", "basis"},
      {"Căn cứ tại Điều 34 Luật Doanh nghiệp số 59/2020/QH14", "basis"},
      {"Căn cứ hướng dẫn tại Phụ lục II kèm theo Thông tư số 69/2025/TT-BTC", "basis"},
      {"Căn cứ quy định trên, từ ngày 01/7/2024 hàng hóa của Công ty (theo Quyết định số 43/2018/QĐ-TTg", "mentions"},
      {"Sửa đổi, bổ sung, bãi bỏ một số điểm, khoản, điều của Luật Giao dịch điện tử số 20/2023/QH15", "amends"},
      {"sửa đổi một số điều của Thông tư số 55/2023/TT-BTC được sửa đổi, bổ sung bởi Thông tư số 75/2024/TT-BTC", "mentions"},
      {"Bãi bỏ thủ tục hành chính có số thứ tự 8, 9 tại Quyết định số 1127/QĐ-UBND", "replaces"},
      {"sửa đổi, bổ sung một số định mức ban hành tại Chương III Phụ lục II Thông tư số 44/2021/TT-BGTVT", "amends"},
      {"biện pháp thi hành Nghị quyết số 201/2025/QH15", "mentions"},
      {"Sở Y tế đã gửi Công văn số 12/SYT-NVY", "mentions"},
      {"Sở Y tế gửi Kế hoạch số 12/KH-SYT", "attached_to"},
      {"Thực hiện Nghị quyết số 65/NQ-CP", "implements"},
      {"Triển khai thực hiện các Nghị quyết số 65/NQ-CP", "implements"},
      {"Thực hiện nhiệm vụ được giao tại Thông báo số 99/TB-VPCP", "implements"},
      {"Thực hiện ý kiến chỉ đạo của Chủ tịch UBND tỉnh tại Công văn số 12/UBND-TH", "implements"},
      {"Quyết định này thay thế Quyết định số 14/2018/QĐ-UBND", "replaces"},
      {"Bãi bỏ Quyết định số 12/2019/QĐ-UBND và Chỉ thị số 05/CT-UBND", "replaces"},
      {"Thông báo này thay cho Thông báo số 112/TB-CCKL ngày 10/01/2025", "replaces"},
      {"Về căn cứ: đề nghị bổ sung Nghị định số 62/2009/NĐ-CP của Chính phủ", "mentions"},
      {"bỏ Thông tư liên tịch số 22/2005/TTLT-BYT-BTC do đã hết hiệu lực", "mentions"},
      {"Quyết định số 12/2019/QĐ-UBND của UBND tỉnh hết hiệu lực kể từ ngày", "replaces"},
      {"Quyết định sửa đổi Quyết định số 24/2018/QĐ-UBND", "amends"},
      {"Sửa đổi, bổ sung một số điều của Quyết định số 24/2018/QĐ-UBND", "amends"},
      {"sửa đổi, bổ sung hệ thống mục lục ban hành kèm theo Quyết định số 24/2018/QĐ-UBND", "amends"},
      {"Nghị định số 154/2020/NĐ-CP ngày 31/12/2020 của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 34/2016/NĐ-CP", "mentions"},
      {"Căn cứ Nghị định số 154/2020/NĐ-CP của Chính phủ sửa đổi, bổ sung một số điều của Nghị định số 34/2016/NĐ-CP", "mentions"},
      {"Bãi bỏ Quyết định số 12/2019/QĐ-UBND về giá đất, sửa đổi Quyết định số 14/2019/QĐ-UBND", "amends"},
      {"Thực hiện Chỉ thị số 02/CT-BTC của Bộ Tài chính về bình ổn giá và chỉ đạo của UBND tỉnh tại Công văn số 12/UBND-KT", "implements"},
      {"THỰC HIỆN THÔNG BÁO SỐ 496-TB/TU (Kèm theo Công văn nói trên)", "implements"},
      {"(Ban hành kèm theo Quyết định số 164/QĐ-UBND", "attached_to"},
      {"theo Kế hoạch 101/KH-UBND ngày 07/5/2021 của UBND tỉnh Kiên Giang (Đính kèm văn bản)", "attached_to"},
      {"theo Quyết định số 988/QĐ-UBND", "mentions"},
      {"Sơ kết Chỉ thị số 05-CT/TW", "mentions"},
      {"Thực hiện tốt công tác phòng, chống dịch. Kế hoạch số 14/KH-UBND", "mentions"},
      {"có hồ sơ kèm theo; theo Kế hoạch số 14/KH-UBND", "mentions"},
  };
  for (const auto& test : cases) {
    SCOPED_TRACE(test.text);
    const auto found = FindReferences(*testing::Rules(), CitedRegistry(), test.text, kPlace);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.back().reference.relation, test.relation);
  }
}

TEST(References, LeavesOtherNumbersAlone) {
  for (const char* text :
       {"", "ngày 19/6/2015", "24/24 giờ", "Tháng 02/2019-Tháng 4/2019", "1/2 diện tích", "02 khu công nghiệp",
        "gửi báo cáo ngày 29/3/2023 về Phòng", "đường ĐT.963", "TCVN ISO 9001:2008", "km/h", "Mẫu số 01-MP",
        "Nghị quyết Đại hội XIII của Đảng", "đạt tiêu chuẩn QCVN 28/2010-BTNMT", "theo Mẫu số 01/TB-SYT", "Mẫu số: 02-ĐĐN/CT", "Kế hoạch năm 2023", "giai đoạn 2021-2025", "50/TP"}) {
    EXPECT_THAT(Cited(text), ::testing::IsEmpty()) << text;
  }
}

TEST(References, WhoSaysSomethingInThemWroteThem) {
  Expect({"Tại Kết luận số 186-KL/TW ngày 29/8/2025, Bộ Chính trị đã cho ý kiến về chủ trương",
          {"Kết luận | 186-KL/TW | 2025-08-29 | Bộ Chính trị | mentions"}});
  Expect({"Tại Thông báo số 123/TB-VP ngày 05/6/2023, UBND tỉnh Kiên Giang yêu cầu các sở báo cáo",
          {"Thông báo | 123/TB-VP | 2023-06-05 | Ủy ban nhân dân tỉnh Kiên Giang | mentions"}});
  Expect({"Thực hiện Thông báo số 123/TB-VP ngày 05/6/2023, Sở Y tế báo cáo kết quả như sau", {"Thông báo | 123/TB-VP | 2023-06-05 | - | implements"}});
}

TEST(References, APaperRestsOnAllThatStandsBehindItsBasis) {
  Expect({"- Căn cứ Điều lệ Đảng; Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương; Hướng dẫn số 02-HD/TW, ngày 09/12/2021",
          {"Quy định | 22-QĐ/TW | 2021-07-28 | Ban Chấp hành Trung ương Đảng | basis", "Hướng dẫn | 02-HD/TW | 2021-12-09 | - | basis"}});
}

TEST(References, WhoProposedNeedNotBeRegistered) {
  Expect({"Xét đề nghị của Trưởng phòng Khảo thí và Bảo đảm chất lượng giáo dục tại Tờ trình số 09/TTr-KTBĐCL ngày 06 tháng 3 năm 2019.",
          {"Tờ trình | 09/TTr-KTBĐCL | 2019-03-06 | Phòng Khảo thí và Bảo đảm chất lượng giáo dục | basis"}});
}

TEST(References, WhatIsDoneAsADocumentPrescribesIsOnlyNamed) {
  Expect({"mức khoán quỹ phụ cấp thực hiện theo quy định tại Nghị định số 33/2023/NĐ-CP ngày 10/6/2023 của Chính phủ",
          {"Nghị định | 33/2023/NĐ-CP | 2023-06-10 | Chính phủ | mentions"}});
  Expect({"Thực hiện Nghị định số 33/2023/NĐ-CP ngày 10/6/2023 của Chính phủ", {"Nghị định | 33/2023/NĐ-CP | 2023-06-10 | Chính phủ | implements"}});
}

// The office nearest to the number, whatever else begins with a capital before it; a town that has become a city since.
TEST(References, KnowWhoApprovedThem) {
  Expect({"dự án nâng cấp Quốc lộ 14 đoạn cầu 38 đã được Bộ Giao thông vận tải phê duyệt tại Quyết định số 2538/QĐ-BGTVT ngày 20/8/2013.",
          {"Quyết định | 2538/QĐ-BGTVT | 2013-08-20 | Bộ Giao thông vận tải | mentions"}});
  Expect({"nhận được Công văn số 312/UBND-TH ngày 28/5/2014 của UBND thị xã Đồng Xoài về việc tổng hợp",
          {"Công văn | 312/UBND-TH | 2014-05-28 | Ủy ban nhân dân thị xã Đồng Xoài | mentions"}});
}

TEST(References, SpansLieInTheText) {
  const std::string text = "Thực hiện Kế hoạch số 112/KH-\nUBND ngày 09/5/2022 của UBND tỉnh về việc";
  const auto found = FindReferences(*testing::Rules(), CitedRegistry(), text, kPlace);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(text.substr(found[0].span.begin, found[0].span.end - found[0].span.begin),
            "Kế hoạch số 112/KH-\nUBND ngày 09/5/2022 của UBND tỉnh");
  EXPECT_EQ(found[0].rule, "reference.numbered");
}

TEST(References, MergesWhatIsTheSame) {
  Reference first{"Kế hoạch", "101/KH-UBND", std::nullopt, std::nullopt, "mentions", 2};
  Reference fuller{
      std::nullopt, "101/KH-UBND", "2021-05-07", "Ủy ban nhân dân tỉnh Kiên Giang", "attached_to", 3};
  Reference damaged{"Quyết định", "988/QD-UBND", "2017-04-28", std::nullopt, "basis", 4};
  Reference clean{"Quyết định", "988/QĐ-UBND", std::nullopt, std::nullopt, "mentions", 5};
  Reference own{"Kế hoạch", "112/KH-UBND", std::nullopt, std::nullopt, "attached_to", 6};
  Reference law{"Luật", std::nullopt, "2015-06-19", std::nullopt, "basis", 1};
  Reference other_law{"Luật", std::nullopt, "2019-11-22", std::nullopt, "basis", 1};
  const auto merged =
      MergeReferences({first, law, fuller, damaged, own, clean, other_law, law}, "112/KH-UBND");
  ASSERT_EQ(merged.size(), 4u);
  EXPECT_EQ(Show(merged[0]),
            "Kế hoạch | 101/KH-UBND | 2021-05-07 | Ủy ban nhân dân tỉnh Kiên Giang | attached_to");
  EXPECT_EQ(merged[0].page, 2);
  EXPECT_EQ(Show(merged[1]), "Luật | - | 2015-06-19 | - | basis");
  EXPECT_EQ(merged[2].relation, "basis");
  EXPECT_EQ(Show(merged[3]), "Luật | - | 2019-11-22 | - | basis");
  EXPECT_TRUE(MergeReferences({}, "").empty());
}

TEST(References, ADatePrintedInFullIsBelieved) {
  const auto dates = [](const std::string& text) {
    std::vector<FoundReference> found = FindReferences(*testing::Rules(), CitedRegistry(), text, kPlace);
    const std::vector<std::string> doubts = SettleDates(found);
    std::string shown;
    for (const FoundReference& hit : found) shown += hit.reference.date.value_or("-") + " ";
    return shown + (doubts.empty() ? "" : "! " + doubts.front());
  };
  const std::string a = "Quyết định số 1289/QĐ-TTg ngày 03/1/2023. ", b = "Quyết định số 1289/QĐ-TTg ngày 03 tháng 11 năm 2023. ";
  EXPECT_EQ(dates(a + b), "2023-11-03 2023-11-03 ! 1289/QĐ-TTg is dated 2023-01-03 2023-11-03");
  EXPECT_EQ(dates(b + "Quyết định số 1289/QĐ-TTg ngày 13/11/2023"),
            "2023-11-03 2023-11-13 ! 1289/QĐ-TTg is dated 2023-11-03 2023-11-13")
      << "none is better than the other";
  EXPECT_EQ(dates(b + b), "2023-11-03 2023-11-03 ");
  EXPECT_EQ(dates("Quyết định số 1/QĐ-TTg ngày 03/1/2023. Quyết định số 2/QĐ-TTg ngày 04/01/2023"), "2023-01-03 2023-01-04 ");
}

TEST(References, MendsWhatANumberCanOnlyHaveBeen) {
  struct {
    const char *text, *cited, *rule;
  } cases[] = {
      {"Thông báo kết luận số 39-TB.TW ngày 08/5/2024", "Thông báo | 39-TB/TW | 2024-05-08 | - | mentions", "number_repair.slash_misread"},
      {"Thông báo số 99-TB:VPTU ngày 15/4/2022", "Thông báo | 99-TB/VPTU | 2022-04-15 | - | mentions", "number_repair.slash_misread"},
      {"Quyết định số 40QĐ-BCĐCCHC ngày 29/3/2021", "Quyết định | 40/QĐ-BCĐCCHC | 2021-03-29 | - | mentions", "number_repair.slash_lost"},
      {"Kế hoạch số l12/KH-UBND", "Kế hoạch | 112/KH-UBND | - | - | mentions", "number_repair.figures"},
      {"Nghị quyết số 98/NQ-HDND", "Nghị quyết | 98/NQ-HĐND | - | - | mentions", "number_repair.people_council"},
      {"Quyết định số 1289/QD-TTg", "Quyết định | 1289/QĐ-TTg | - | - | mentions", "number_repair.decision"},
      // Blanks inside are no repair.
      {"Quyết định số 1 002/QĐ-TTg", "Quyết định | 1002/QĐ-TTg | - | - | mentions", ""},
      {"Luật đấu thầu số 43/2013/QH 13 ngày 26/11/2013", "Luật | 43/2013/QH13 | 2013-11-26 | - | mentions", ""},
      {"Chỉ thị 52- CT/T W “Về", "Chỉ thị | 52-CT/TW | - | - | mentions", ""},
      {"Quyết định số 189/QĐ- -TTg ngày 22/02/2024", "Quyết định | 189/QĐ-TTg | 2024-02-22 | - | mentions", ""},
      // As printed: the committee's Đ is often left out.
      {"Công văn số 46-CV/BCSD", "Công văn | 46-CV/BCSD | - | - | mentions", ""},
      {"Công điện số 51/CD-TTg", "Công điện | 51/CD-TTg | - | - | mentions", ""},
  };
  for (const auto& test : cases) {
    SCOPED_TRACE(test.text);
    const auto found = FindReferences(*testing::Rules(), CitedRegistry(), test.text, kPlace);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(Show(found[0].reference), test.cited);
    const auto repair = found[0].repaired.find("number");
    EXPECT_EQ(repair == found[0].repaired.end() ? "" : repair->second, test.rule);
  }
}

TEST(References, ANumberWithoutItsCommitteeIsNone) {
  const CitedCase cases[] = {
      {"Thực hiện Chương trình hành động số 33-CT: ứng ngày 21/5/2015 của Tỉnh ủy",
       {"Chương trình | - | 2015-05-21 | Tỉnh ủy Kiên Giang | implements"}},
      {"Thông báo số 39-TB", {}},
      {"Chỉ thị số 15-CT ngày 2/8/1968", {"Chỉ thị | 15-CT | 1968-08-02 | - | mentions"}},
      {"Sắc lệnh số 34-SL", {"Sắc lệnh | 34-SL | - | - | mentions"}},
  };
  for (const CitedCase& test : cases) Expect(test);
}

TEST(References, DatesWithoutTheirSlashes) {
  const auto date = [](const char* text) { return FindReferences(*testing::Rules(), CitedRegistry(), text, kPlace).at(0).reference.date.value_or("-"); };
  EXPECT_EQ(date("Thông báo số 99-TB/VPTU ngày 1542022 của Văn phòng Tỉnh ủy"), "2022-04-15");
  EXPECT_EQ(date("Thông báo số 99-TB/VPTU ngày 1112022 của Văn phòng Tỉnh ủy"), "-") << "1/11 or 11/1";
  EXPECT_EQ(date("Thông báo số 99-TB/VPTU ngày 992022 của Văn phòng Tỉnh ủy"), "2022-09-09");
  EXPECT_EQ(date("Thông báo số 99-TB/VPTU ngày 99992022 của Văn phòng Tỉnh ủy"), "-");
  EXPECT_EQ(date("Thông báo số 189/TB-VPCP,n 27/4/2024 của Văn phòng Chính phủ"), "2024-04-27");
  EXPECT_EQ(date("Thông báo số 189/TB-VPCP từ 27/4/2024 của Văn phòng Chính phủ"), "-");
}

TEST(References, FiguresTornByABlank) {
  const CitedCase cases[] = {
      {"Căn cứ Thông tư số 1 1/2016/TT-BYT ngày 11/5/2016", {"Thông tư | 11/2016/TT-BYT | 2016-05-11 | - | basis"}},
      {"Luật Dược số I 05/2016/QH13", {"Luật | 105/2016/QH13 | - | - | mentions"}},
      {"Quyết định số 514/QĐ-SYT ngày 29/1 1/2017 của Sở Y tế", {"Quyết định | 514/QĐ-SYT | 2017-11-29 | Sở Y tế | mentions"}},
      {"Quyết định số 514/QĐ-SYT ngày 09/8/201 7 của Sở Y tế", {"Quyết định | 514/QĐ-SYT | 2017-08-09 | Sở Y tế | mentions"}},
      {"Quyết định số 1002/QĐ-Tĩg ngày 09/8/2017", {"Quyết định | 1002/QĐ-TTg | 2017-08-09 | - | mentions"}},
  };
  for (const CitedCase& test : cases) Expect(test);
}

// The title of one of the list names another type in between.
TEST(References, AListGoesOnBehindATitle) {
  const auto found = Cited("các Công văn: số 106/BTC-QLCS ngày 05/3/2024 về Nghị định số 104/2024/NĐ-CP; số 118/BTC-ĐT ngày 06/3/2024");
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[2], "Công văn | 118/BTC-ĐT | 2024-03-06 | - | mentions");
}

TEST(References, FiguresOfADateReadAsLetters) {
  const auto found = FindReferences(*testing::Rules(), CitedRegistry(), "Quyết định số 1289/QĐ-TTg ngày 03 tháng II năm 2023 của Chính phủ", kPlace);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].reference.date, "2023-11-03");
  EXPECT_EQ(found[0].reference.agency, "Chính phủ");
  EXPECT_EQ(found[0].repaired.at("date"), "reference_date.misread");
  EXPECT_TRUE(FindReferences(*testing::Rules(), CitedRegistry(), "Quyết định số 1/QĐ-TTg ngày 03/11/2023", kPlace).at(0).repaired.empty());
}

TEST(References, SurvivesHostileText) {
  std::string many;
  for (int i = 0; i < 300; ++i) many += "Quyết định số " + std::to_string(i) + "/QĐ-UBND; ";
  EXPECT_EQ(Cited(many).size(), 300u);
  for (const std::string& text :
       {std::string("\xff\xfe số 1/\xff"), std::string("Quyết định số "), std::string("của của của"),
        std::string("Luật ") + std::string(5000, 'a') + " ngày 1/1/2020"}) {
    EXPECT_NO_THROW(Cited(text));
  }
}

}  // namespace
}  // namespace trichluc
