// The registry of rules/agencies on the wordings of the contract and of tables as offices print them.
#include "extract/agencies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/agency_memory.h"

namespace trichluc {
namespace {

using testing::ElementsAreArray;

const PlaceContext kProvince{"Kiên Giang", "", ""};

const AgencyRegistry& Registry() {
  static const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  static const AgencyRegistry registry(rules);
  return registry;
}

std::vector<std::string> Names(const std::vector<Agency>& agencies) {
  std::vector<std::string> names;
  for (const Agency& agency : agencies) names.push_back(agency.name);
  return names;
}

std::vector<std::string> Printed(const std::vector<Agency>& agencies) {
  std::vector<std::string> printed;
  for (const Agency& agency : agencies) printed.push_back(agency.printed);
  return printed;
}

struct NameCase {
  const char* printed;
  const char* name;
  const char* id;  // "" when not registered
};

TEST(Agencies, WritesNamesOut) {
  const NameCase cases[] = {
      {"Sở Tư pháp", "Sở Tư pháp", "so-tu-phap"},
      {"Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn", "so-nong-nghiep-va-phat-trien-nong-thon"},
      {"Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn",
       "so-nong-nghiep-va-phat-trien-nong-thon"},
      {"Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội", "so-lao-dong-thuong-binh-va-xa-hoi"},
      {"Sở LĐTBXH", "Sở Lao động - Thương binh và Xã hội", "so-lao-dong-thuong-binh-va-xa-hoi"},
      {"Sở Lao động Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội",
       "so-lao-dong-thuong-binh-va-xa-hoi"},
      {"Sở Lao động -Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội",
       "so-lao-dong-thuong-binh-va-xa-hoi"},
      {"Sở Lao động-TBXH", "Sở Lao động - Thương binh và Xã hội", "so-lao-dong-thuong-binh-va-xa-hoi"},
      {"Sở Giao thông và vận tải", "Sở Giao thông vận tải", "so-giao-thong-van-tai"},
      {"Sở Văn hoá và Thể thao", "Sở Văn hóa và Thể thao", "so-van-hoa-va-the-thao"},
      {"SYT", "Sở Y tế", "so-y-te"},
      {"Điện lực Văn Yên", "Điện lực Văn Yên", "dien-luc.van-yen"},
      {"BGH", "Ban Giám hiệu", ""},
      {"Trung tâm CĐS", "Trung tâm Chuyển đổi số", ""},
      {"XN Nước sạch", "Xí nghiệp Nước sạch", ""},
      {"Khoa XN", "Khoa Xét nghiệm", ""},
      {"Công ty CP Cấp nước Quảng Bình", "Công ty Cổ phần Cấp nước Quảng Bình", ""},
      {"Văn phòng HĐND-UBND huyện", "Văn phòng Hội đồng nhân dân - Ủy ban nhân dân huyện", "van-phong-hoi-dong-nhan-dan-va-uy-ban-nhan-dan-huyen"},
      {"Thành viên Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", "Thành viên Hội đồng phối hợp phổ biến, giáo dục pháp luật tỉnh", ""},
      {"GV các lớp", "Giáo viên các lớp", ""},
      {"Các trường THPT", "Các trường trung học phổ thông", ""},
      {"các trường THCS", "các trường trung học cơ sở", ""},
      {"các cơ quan tham mưu, giúp việc Huyện ủy", "các cơ quan tham mưu, giúp việc Huyện ủy", ""},
      {"các BQL rừng phòng hộ", "các Ban quản lý rừng phòng hộ", ""},
      {"Các CĐCS trực thuộc", "Các Công đoàn cơ sở trực thuộc", ""},
      {"CĐCS Công ty Cổ phần May Tây Đô", "Công đoàn cơ sở Công ty Cổ phần May Tây Đô", ""},
      {"BCH Công đoàn cơ sở", "Ban Chấp hành Công đoàn cơ sở", ""},
      {"Viện KHTL miền Nam", "Viện Khoa học Thủy lợi miền Nam", ""},
      {"Các Sở NN&PTNT vùng ĐBSCL", "Các Sở Nông nghiệp và Phát triển nông thôn vùng Đồng bằng sông Cửu Long", ""},
      {"Trung tâm Bồi dưỡng chính trị huyện", "Trung tâm Bồi dưỡng chính trị huyện", "trung-tam-boi-duong-chinh-tri"},
      {"Tổ CNTT", "Tổ Công nghệ thông tin", ""},
      {"Khoa HSTC-CĐ", "Khoa Hồi sức tích cực - Chống độc", ""},
      {"Chuyên gia thẩm định", "Chuyên gia thẩm định", ""},
      {"Ngân hàng NN và PTNT huyện", "Ngân hàng Nông nghiệp và Phát triển nông thôn huyện", ""},
      {"Tổ thẩm định", "Tổ thẩm định", ""},
      {"Hội đồng thẩm định", "Hội đồng thẩm định", ""},
      {"HĐ KH&ĐT Trường", "Hội đồng Khoa học và Đào tạo Trường", ""},
      {"SỞ Y TẾ", "Sở Y tế", "so-y-te"},
      {"Bộ GD&ĐT", "Bộ Giáo dục và Đào tạo", "bo-giao-duc-va-dao-tao"},
      {"VPCP", "Văn phòng Chính phủ", "van-phong-chinh-phu"},
      {"UBND tỉnh", "Ủy ban nhân dân tỉnh Kiên Giang", "uy-ban-nhan-dan-tinh.kien-giang"},
      {"UBND tỉnh Kiên Giang", "Ủy ban nhân dân tỉnh Kiên Giang", "uy-ban-nhan-dan-tinh.kien-giang"},
      {"UBND tỉnh An Giang", "Ủy ban nhân dân tỉnh An Giang", "uy-ban-nhan-dan-tinh.an-giang"},
      {"HĐND tỉnh", "Hội đồng nhân dân tỉnh Kiên Giang", "hoi-dong-nhan-dan-tinh.kien-giang"},
      {"UBND huyện Gò Quao", "Ủy ban nhân dân huyện Gò Quao", "uy-ban-nhan-dan-huyen.go-quao"},
      {"UBND TP. Phú Quốc", "Ủy ban nhân dân thành phố Phú Quốc", "uy-ban-nhan-dan-thanh-pho.phu-quoc"},
      {"UBND TP. Hồ Chí Minh", "Ủy ban nhân dân Thành phố Hồ Chí Minh",
       "uy-ban-nhan-dan-thanh-pho.ho-chi-minh"},
      {"UBND xã Dương Tơ", "Ủy ban nhân dân xã Dương Tơ", "uy-ban-nhan-dan-xa.duong-to"},
      {"BCH BĐBP tỉnh", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh", "bo-chi-huy-bo-doi-bien-phong-tinh"},
      {"Bộ Chỉ huy Bộ đội biên phòng", "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
       "bo-chi-huy-bo-doi-bien-phong-tinh"},
      {"BCH Quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "bo-chi-huy-quan-su-tinh"},
      {"Quân sự tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "bo-chi-huy-quan-su-tinh"},
      {"Công an tỉnh", "Công an tỉnh", "cong-an-tinh"},
      {"Ban quản lý KKT tỉnh", "Ban Quản lý Khu kinh tế tỉnh", "ban-quan-ly-khu-kinh-te"},
      {"BQL KKTCK Hà Tiên", "Ban Quản lý Khu kinh tế cửa khẩu Hà Tiên",
       "ban-quan-ly-khu-kinh-te-cua-khau.ha-tien"},
      {"Ủy ban MTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "uy-ban-mat-tran-to-quoc-viet-nam"},
      {"UBMTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "uy-ban-mat-tran-to-quoc-viet-nam"},
      {"Ban cán sự đảng UBND tỉnh", "Ban cán sự đảng Ủy ban nhân dân tỉnh",
       "ban-can-su-dang-uy-ban-nhan-dan-tinh"},
      {"Ban Dân tộc tinh", "Ban Dân tộc tỉnh", "ban-dan-toc"},
      {"BHXH tỉnh", "Bảo hiểm xã hội tỉnh", "bao-hiem-xa-hoi"},
      {"Phòng TC-KH", "Phòng Tài chính - Kế hoạch", "phong-tai-chinh-ke-hoach"},
      {"Phòng VHTT", "Phòng Văn hóa và Thông tin", "phong-van-hoa-va-thong-tin"},
      {"Phòng Tài nguyên – Môi trường", "Phòng Tài nguyên và Môi trường", "phong-tai-nguyen-va-moi-truong"},
      {"Phòng Nông nghiệp phát triển và Nông thôn", "Phòng Nông nghiệp và Phát triển nông thôn",
       "phong-nong-nghiep-va-phat-trien-nong-thon"},
      {"Ban Thường vụ Thành ủy Phú Quốc", "Ban Thường vụ Thành ủy Phú Quốc",
       "ban-thuong-vu-thanh-uy.phu-quoc"},
      {"Kiểm toán Nhà nước Khu vực IX", "Kiểm toán nhà nước Khu vực IX", "kiem-toan-nha-nuoc.khu-vuc-ix"},
      {"Ngân hàng Nhà nước Việt Nam chi nhánh Kiên Giang", "Ngân hàng Nhà nước Việt Nam chi nhánh Kiên Giang",
       "ngan-hang-nha-nuoc-viet-nam.chi-nhanh-kien-giang"},
  };
  for (const NameCase& test : cases) {
    SCOPED_TRACE(test.printed);
    const Agency agency = Registry().Resolve(test.printed, kProvince);
    EXPECT_EQ(agency.name, test.name);
    EXPECT_EQ(agency.id.value_or(""), test.id);
    EXPECT_EQ(agency.printed, test.printed);
  }
}

TEST(Agencies, GivesNoWordMoreThanPrinted) {
  const std::pair<const char*, const char*> cases[] = {
      {"Đoàn Thanh niên xã", "Đoàn Thanh niên xã"},
      {"ĐOÀN THANH NIÊN XÃ", "Đoàn Thanh niên xã"},
      {"Đoàn TNCS Hồ Chí Minh xã", "Đoàn Thanh niên Cộng sản Hồ Chí Minh xã"},
      {"Ủy ban MTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc tỉnh"},
      {"UBMTTQVN tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"},
      {"Ngân hàng Nhà nước Chi nhánh tỉnh", "Ngân hàng Nhà nước Chi nhánh tỉnh"},
      {"Ngân hàng Nhà nước chi nhánh tỉnh", "Ngân hàng Nhà nước chi nhánh tỉnh"},
      {"Kho bạc Nhà nước Kiên Giang", "Kho bạc Nhà nước Kiên Giang"},
      {"Đài Phát thanh - Truyền hình tỉnh", "Đài Phát thanh - Truyền hình tỉnh"},
      {"Trung tâm Văn hóa - Thể thao và Truyền thông huyện", "Trung tâm Văn hóa - Thể thao và Truyền thông huyện"},
      {"Phòng Tài chính Kế toán", "Phòng Tài chính Kế toán"},
      {"Phòng Kinh tế - Hạ tầng", "Phòng Kinh tế - Hạ tầng"},
      {"Văn phòng HĐND - UBND huyện", "Văn phòng Hội đồng nhân dân - Ủy ban nhân dân huyện"},
      {"VP HĐND & UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"},
      {"Ban Chỉ huy Phòng chống thiên tai và Tìm kiếm cứu nạn", "Ban Chỉ huy Phòng chống thiên tai và Tìm kiếm cứu nạn"},
      {"Sở Lao động Thương binh và Xã hội", "Sở Lao động - Thương binh và Xã hội"},  // set by law
      {"UBND Hà Tiên", "Ủy ban nhân dân thành phố Hà Tiên"},
      {"Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương Đảng"},
  };
  for (const auto& [printed, name] : cases) EXPECT_EQ(Registry().Resolve(printed, kProvince).name, name);
  EXPECT_EQ(Registry().Resolve("Đoàn Thanh niên xã", kProvince).id, Registry().Resolve("Đoàn TNCS Hồ Chí Minh xã", kProvince).id);
}

// A number is a name; what an abbreviation stands for is not guessed from what is near.
TEST(Agencies, NumbersAndAbbreviationsAreNoMisprints) {
  const std::pair<const char*, const char*> cases[] = {
      {"Đảng ủy Phường 1", "Đảng ủy Phường 1"}, {"UBND phường 12", "Ủy ban nhân dân Phường 12"},
      {"UBND quận 1", "Ủy ban nhân dân Quận 1"}, {"Phòng ĐX", "Phòng ĐX"},
      {"Phòng ĐD", "Phòng Điều dưỡng"},         {"Hạt KL", "Hạt Kiểm lâm"},
      {"Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh", "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh"},
  };
  for (const auto& [printed, name] : cases) EXPECT_EQ(Registry().Resolve(printed, kProvince).name, name);
  EXPECT_EQ(Registry().Resolve("Đảng ủy Phường 1", kProvince).id, "dang-uy-phuong.1");
  EXPECT_THAT(Names(Registry().ResolveList("Nhân viên y tế và giáo viên các lớp", kProvince)),
              ::testing::ElementsAre("Nhân viên y tế", "giáo viên các lớp"));
}

TEST(Agencies, OtherKindsAreNoDamage) {
  EXPECT_EQ(Registry().ResolveList("Ban CHQS Trường", kProvince).at(0).name, "Ban Chỉ huy Quân sự Trường");
  EXPECT_EQ(Registry().ResolveList("TT. Thị uỷ", kProvince).at(0).name, "Thường trực Thị ủy");
  // The registry has the Cục of this name.
  EXPECT_EQ(Registry().ResolveList("Đội Cảnh sát quản lý hành chính về trật tự xã hội", kProvince).at(0).name,
            "Đội Cảnh sát quản lý hành chính về trật tự xã hội");
}

TEST(Agencies, PersonsAreNotMended) {
  EXPECT_EQ(Registry().ResolveList("Doãn Thị Hương", kProvince).at(0).name, "Doãn Thị Hương");
  EXPECT_EQ(Registry().ResolveList("Tăng Thị Diệu Lành", kProvince).at(0).name, "Tăng Thị Diệu Lành");
  EXPECT_EQ(Registry().ResolveList("Khoa Ngoại tổng quát", kProvince).at(0).name, "Khoa Ngoại tổng quát");
  EXPECT_EQ(Registry().ResolveList("Khuất Văn Bàn", kProvince).at(0).name, "Khuất Văn Bàn");
}

TEST(Agencies, HeadsWithAnotherTone) {
  EXPECT_EQ(Registry().ResolveList("Tố Quản lý học sinh nội trú", kProvince).at(0).name, "Tổ Quản lý học sinh nội trú");
  EXPECT_EQ(Registry().ResolveList("Dội Y tế dự phòng", kProvince).at(0).name, "Đội Y tế dự phòng");
  EXPECT_EQ(Registry().ResolveList("Các ban, đơn vị thuộc Tống Liên đoàn", kProvince).at(0).name, "Các ban, đơn vị thuộc Tổng Liên đoàn");
  EXPECT_EQ(Registry().ResolveList("Trưởng Tiểu học Lê Lợi", kProvince).at(0).name, "Trường Tiểu học Lê Lợi");
  for (const char* name : {"Tống Văn Hùng", "Vũ Thị Lan", "Viễn thông Kiên Giang", "Bố mẹ học sinh", "Vũ Quang", "Trưởng Phòng Nội vụ", "Trưởng Công an xã"})
    EXPECT_EQ(Registry().ResolveList(name, kProvince).at(0).name, name);
}

TEST(Agencies, GroupsOfSchoolsAndStaff) {
  using ::testing::ElementsAre;
  const auto names = [](const char* text) { return Names(Registry().ResolveList(text, kProvince)); };
  EXPECT_THAT(names("Hiệu trưởng các trường mầm non, tiểu học, THCS trên địa bàn; UBND xã"),
              ElementsAre("Hiệu trưởng các trường mầm non, tiểu học, Trung học cơ sở trên địa bàn", "Ủy ban nhân dân xã"));
  EXPECT_THAT(names("Toàn thể cán bộ, công chức, người lao động"), ElementsAre("Toàn thể cán bộ, công chức, người lao động"));
  EXPECT_THAT(names("Các phòng, ban, công chức Văn hóa - Xã hội"), ElementsAre("Các phòng, ban", "công chức Văn hóa - Xã hội"));
  EXPECT_THAT(names("P. ĐT, P., KHTC"), ElementsAre("Phòng Đào tạo", "Phòng Kế hoạch - Tài chính"));
  EXPECT_THAT(names("Doanh nghiệp, hợp tác xã"), ElementsAre("Doanh nghiệp, hợp tác xã"));
  EXPECT_THAT(names("Ban Dân vận Tỉnh ủy - chủ trì; Sở Y tế - phối hợp"), ElementsAre("Ban Dân vận Tỉnh ủy", "Sở Y tế"));
  EXPECT_THAT(names("UBND các phường: Rạch Giá, Vĩnh Thông"), ElementsAre("Ủy ban nhân dân phường Rạch Giá", "Ủy ban nhân dân phường Vĩnh Thông"));
}

TEST(Agencies, HeadsOfOneLetter) {
  const std::pair<const char*, const char*> cases[] = {
      {"P. HCQT", "Phòng Hành chính quản trị"}, {"P.Điều dưỡng", "Phòng Điều dưỡng"}, {"P. CNTT", "Phòng Công nghệ thông tin"},
      {"Phòng Tài chính - KH", "Phòng Tài chính - Kế hoạch"},
      {"K. Dược", "Khoa Dược"},                 {"P. GĐ", "Phó Giám đốc"},           {"BP. Một cửa", "Bộ phận Một cửa"},
      {"Đ/c Lê Văn Hoa", "Đồng chí Lê Văn Hoa"}, {"Đ/cBế Ích Quân", "Đồng chí Bế Ích Quân"},
  };
  for (const auto& [printed, name] : cases) EXPECT_EQ(Registry().Resolve(printed, kProvince).name, name);
}

TEST(Agencies, KeepsWhatTheRegistryDoesNotHave) {
  const NameCase cases[] = {
      {"Văn phòng Sở", "Văn phòng Sở", ""},
      {"Thanh tra Bộ", "Thanh tra Bộ", ""},
      {"BQL Dự án ĐTXD các công trình nông nghiệp và phát triển nông thôn",
       "Ban Quản lý Dự án Đầu tư xây dựng các công trình nông nghiệp và phát triển nông thôn", ""},
      {"Công ty TNHH MTV Cấp thoát nước Kiên Giang", "Công ty TNHH MTV Cấp thoát nước Kiên Giang", ""},
      {"VNPT Kiên Giang", "VNPT Kiên Giang", ""},
      {"VP.HĐND-UBND huyện", "Văn phòng HĐND-UBND huyện", ""},
      {"Thành phố Hà Tiên", "thành phố Hà Tiên", ""},
      {"huyện Giang Thành", "huyện Giang Thành", ""},
      {"Đơn vị tư vấn", "Đơn vị tư vấn", ""},
      {"Chủ tịch UBND các huyện, thành phố", "Chủ tịch Ủy ban nhân dân các huyện, thành phố", ""},
      {"Giám đốc Sở NN&PTNT", "Giám đốc Sở Nông nghiệp và Phát triển nông thôn", ""},
      {"Báo Nông nghiệp và Môi trường", "Báo Nông nghiệp và Môi trường", ""},
      {"HĐXD CTĐT", "HĐXD CTĐT", ""},
  };
  for (const NameCase& test : cases) {
    SCOPED_TRACE(test.printed);
    const Agency agency = Registry().Resolve(test.printed, kProvince);
    EXPECT_EQ(agency.name, test.name);
    EXPECT_EQ(agency.id, std::nullopt);
  }
}

TEST(Agencies, MendsSmallDamageOnly) {
  const NameCase cases[] = {
      {"Sở Nôi vu", "Sở Nội vụ", "so-noi-vu"},
      {"Sỏ Y tế", "Sở Y tế", "so-y-te"},
      {"Sở Văn hóa, Thê thao và Du lich", "Sở Văn hóa, Thể thao và Du lịch",
       "so-van-hoa-the-thao-va-du-lich"},
      {"Sở Tài nguyên và Môi trưòng", "Sở Tài nguyên và Môi trường", "so-tai-nguyen-va-moi-truong"},
      {"Sở Giao thông vận tàí", "Sở Giao thông vận tải", "so-giao-thong-van-tai"},
      {"UBND tinh", "Ủy ban nhân dân tỉnh Kiên Giang", "uy-ban-nhan-dan-tinh.kien-giang"},
      {"Phòng Kinh tế số", "Phòng Kinh tế số", ""},  // another office, not a damaged one
      {"Sở Nội thất", "Sở Nội thất", ""},
      {"Ban Dân số", "Ban Dân số", ""},
  };
  for (const NameCase& test : cases) {
    SCOPED_TRACE(test.printed);
    const Agency agency = Registry().Resolve(test.printed, kProvince);
    EXPECT_EQ(agency.name, test.name);
    EXPECT_EQ(agency.id.value_or(""), test.id);
  }
}

struct ListCase {
  const char* text;
  std::vector<std::string> names;
};

struct LifeCase {
  const char* printed;
  const char* until;         // "" when it still is
  const char* successor_id;  // "" when none is known
  const char* successor;
};

TEST(Agencies, SuccessorsAreOfTheSamePlaceOrOfTheProvinceItBecamePartOf) {
  const LifeCase cases[] = {
      {"Sở Y tế", "", "", ""},
      {"Bộ Kế hoạch và Đầu tư", "2025-03-01", "bo-tai-chinh", "Bộ Tài chính"},
      {"Sở Tài nguyên và Môi trường", "2025-03-01", "so-nong-nghiep-va-moi-truong",
       "Sở Nông nghiệp và Môi trường"},
      {"Sở Giao thông vận tải tỉnh Nghệ An", "2025-03-01", "so-xay-dung.nghe-an", "Sở Xây dựng tỉnh Nghệ An"},
      {"Sở Y tế tỉnh Nghệ An", "", "", ""},
      {"Sở Y tế tỉnh Kiên Giang", "2025-07-01", "so-y-te.an-giang", "Sở Y tế tỉnh An Giang"},
      {"Sở Kế hoạch và Đầu tư tỉnh Kiên Giang", "2025-03-01", "so-tai-chinh.kien-giang",
       "Sở Tài chính tỉnh Kiên Giang"},
      {"UBND tỉnh Kiên Giang", "2025-07-01", "uy-ban-nhan-dan-tinh.an-giang",
       "Ủy ban nhân dân tỉnh An Giang"},
      {"UBND tỉnh Bình Dương", "2025-07-01", "uy-ban-nhan-dan-thanh-pho.ho-chi-minh",
       "Ủy ban nhân dân Thành phố Hồ Chí Minh"},
      {"UBND huyện Gò Quao", "2025-07-01", "", ""},
      {"Bộ Chỉ huy Bộ đội Biên phòng tỉnh Nghệ An", "2025-07-01",
       "ban-chi-huy-bo-doi-bien-phong-tinh.nghe-an", "Ban Chỉ huy Bộ đội Biên phòng tỉnh Nghệ An"},
      {"Tổng cục Thống kê", "2025-03-01", "cuc-thong-ke", "Cục Thống kê"},
      {"Viettel Kiên Giang", "", "", ""},
      {"Ban Quản lý Khu kinh tế Phú Quốc", "", "", ""},
      {"Ủy ban Tư pháp của Quốc hội", "2025-02-18", "uy-ban-phap-luat-va-tu-phap",
       "Ủy ban Pháp luật và Tư pháp"},
  };
  for (const LifeCase& test : cases) {
    SCOPED_TRACE(test.printed);
    const AgencyLife life = Registry().Resolve(test.printed, {}).life;
    EXPECT_EQ(life.to.value_or(""), test.until);
    EXPECT_EQ(life.successor_id.value_or(""), test.successor_id);
    EXPECT_EQ(life.successor.value_or(""), test.successor);
  }
}

TEST(Agencies, EveryProvinceThatEndedLedSomewhere) {
  const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  int ended = 0;
  for (const UnitEntry& unit : rules->units()) {
    if (!unit.province.empty() || unit.valid_to.empty()) continue;
    ++ended;
    const AgencyLife life = Registry().Resolve("Sở Y tế " + unit.kind + " " + unit.name, {}).life;
    EXPECT_EQ(life.to, unit.valid_to) << unit.name;
    EXPECT_TRUE(life.successor_id && *life.successor_id != "so-y-te") << unit.name;
  }
  EXPECT_EQ(ended, 30);  // 29 of the 63, and Thừa Thiên Huế, now a city
}

TEST(Agencies, ADamagedNameTellsWhatItWasTakenForAndHowFar) {
  const Agency damaged = Registry().Resolve("Sở Tài chímh", kProvince);
  EXPECT_EQ(damaged.name, "Sở Tài chính");
  EXPECT_EQ(damaged.printed, "Sở Tài chímh");
  ASSERT_EQ(damaged.near.size(), 1U);
  EXPECT_EQ(damaged.near[0].name, "Sở Tài chính");
  EXPECT_DOUBLE_EQ(damaged.near[0].distance, 1);
  EXPECT_TRUE(Registry().Resolve("Sở Tài chính", kProvince).near.empty());
  EXPECT_TRUE(Registry().Resolve("Công ty Vạn Xuân", kProvince).near.empty());
}

TEST(Agencies, BetweenTwoEquallyNearNoneIsTaken) {
  const Agency between = Registry().Resolve("Trung tâm Văn hóa, Thể thao và Truyền thang", kProvince);
  EXPECT_FALSE(between.id);
  EXPECT_EQ(between.name, "Trung tâm Văn hóa, Thể thao và Truyền thang");
  ASSERT_EQ(between.near.size(), 2U);
  EXPECT_EQ(between.near[0].name, "Trung tâm Văn hóa, Thể thao và Truyền thanh");
  EXPECT_EQ(between.near[1].name, "Trung tâm Văn hóa, Thể thao và Truyền thông");
  EXPECT_DOUBLE_EQ(between.near[0].distance, between.near[1].distance);
}

TEST(Agencies, MendsDamagedLists) {
  const ListCase cases[] = {
      {"Căc Sở, ban, ngầnh có lỉên quan", {"Các Sở, ban, ngành có liên quan"}},
      {"Chi cục Kiểm ngư Vùng I, II, III và IV, Sở Y tế", {"Chi cục Kiểm ngư Vùng I, II, III và IV", "Sở Y tế"}},
      {"Các Cục, Vụ thuộc Bộ; Vụ Pháp chế", {"Các Cục, Vụ thuộc Bộ", "Vụ Pháp chế"}},
      {"Phòng Đào tạo\n- Chỉ đạo tuyến", {"Phòng Đào tạo - Chỉ đạo tuyến"}},
      {"UBNĐ tỉnh", {"Ủy ban nhân dân tỉnh Kiên Giang"}},
      {"Các hội có tính chất đặc thù", {"Các hội có tính chất đặc thù"}},  // "tính" is no damaged "tỉnh" here
      {"Sở Nông nghlệp và PTNT", {"Sở Nông nghiệp và Phát triển nông thôn"}},
      {"Sở Nông nghiệp và Phát triển nông toôn", {"Sở Nông nghiệp và Phát triển nông thôn"}},
      {"Sở Giáo dục va Đào tạo và UBND các huyện", {"Sở Giáo dục và Đào tạo", "Ủy ban nhân dân các huyện"}},
      {"Các Sở: Xâc dựng, Tài nguyên và Môị trường", {"Sở Xây dựng", "Sở Tài nguyên và Môi trường"}},
      {"- Sở, ban, ngành. - UBND cấp huỵện.", {"Sở, ban, ngành", "Ủy ban nhân dân cấp huyện"}},
      {"UBND huyện Gò Quac, Thành phố Hẵ Tiên",
       {"Ủy ban nhân dân huyện Gò Quao", "Ủy ban nhân dân thành phố Hà Tiên"}},
      {"UBND phường Bắc Nhatrang", {"Ủy ban nhân dân phường Bắc Nha Trang"}},  // a lost blank
      {"Trường Tiểu học Phan Bội Chău", {"Trường Tiểu học Phan Bội Chău"}},  // a proper name is not mended
  };
  for (const ListCase& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_THAT(Names(Registry().ResolveList(test.text, kProvince)), ElementsAreArray(test.names));
  }
}

TEST(Agencies, CountersOfABankAreNoListWithIt) {
  EXPECT_THAT(Names(Registry().ResolveList("Phòng giao dịch\nNgân hàng Chính sách xã hội Ngã Bảy", kProvince)),
              ::testing::ElementsAre("Phòng giao dịch Ngân hàng Chính sách xã hội Ngã Bảy"));
}

TEST(Agencies, SplitsLists) {
  const ListCase cases[] = {
      {"Công đoàn, Văn phòng", {"Công đoàn", "Văn phòng"}},
      {"", {}},
      {" - \n", {}},
      // Words that stand in no name stay as they are.
      {"Các cơ quan ngành dọc trên địa bàn tỉnh, những đơn vị được thay đổi",
       {"Các cơ quan ngành dọc trên địa bàn tỉnh", "những đơn vị được thay đổi"}},
      {"Văn phòng đăng ký đất đai, Chi nhánh Văn phòng đăng ký đất đai",
       {"Văn phòng Đăng ký đất đai", "Chi nhánh Văn phòng đăng ký đất đai"}},
      {"các bộ, cơ quan ngang bộ và Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
       {"các bộ, cơ quan ngang bộ", "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh"}},
      {"Các Cục: Đường bộ Việt Nam, Hàng hải và Đường thủy Việt Nam",
       {"Cục Đường bộ Việt Nam", "Cục Hàng hải và Đường thủy Việt Nam"}},
      {"VP UBNDTP, HĐNDTP; Cục KTVB&QLXLVPHC",
       {"Văn phòng Ủy ban nhân dân thành phố", "Hội đồng nhân dân thành phố",
        "Cục Kiểm tra văn bản và Quản lý xử lý vi phạm hành chính"}},
      {"Ủy ban Pháp luật và Tư pháp, Ủy ban Kinh tế và Tài chính của Quốc hội",
       {"Ủy ban Pháp luật và Tư pháp", "Ủy ban Kinh tế và Tài chính"}},
      {"Sở Tài chính; Sở Nội vụ", {"Sở Tài chính", "Sở Nội vụ"}},
      {"Bộ Chỉ huy Quân sự tỉnh; Công an tỉnh", {"Bộ Chỉ huy Quân sự tỉnh", "Công an tỉnh"}},
      {"Sở Ngoại vụ, Sở Công Thương và Sở Du lịch", {"Sở Ngoại vụ", "Sở Công Thương", "Sở Du lịch"}},
      {"Sở Văn hóa, Thể thao và Du lịch, Sở Lao động - Thương binh và Xã hội",
       {"Sở Văn hóa, Thể thao và Du lịch", "Sở Lao động - Thương binh và Xã hội"}},
      {"Sở Văn hóa, Thể thao; Sở Tư pháp", {"Sở Văn hóa và Thể thao", "Sở Tư pháp"}},
      {"Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh, Công an tỉnh",
       {"Trung tâm Xúc tiến Đầu tư, Thương mại và Du lịch tỉnh", "Công an tỉnh"}},
      {"- Sở, ban, ngành.\n- UBND cấp huyện.", {"Sở, ban, ngành", "Ủy ban nhân dân cấp huyện"}},
      {"- Sở, ban, ngành. - UBND cấp huyện.", {"Sở, ban, ngành", "Ủy ban nhân dân cấp huyện"}},
      {"Sở Kế hoạch và\nĐầu tư, Ban\nQuản lý Khu kinh tế Phú Quốc",
       {"Sở Kế hoạch và Đầu tư", "Ban Quản lý Khu kinh tế Phú Quốc"}},
      {"Sở Nội vụ (Ban Tôn giáo); Sở Tư pháp", {"Sở Nội vụ", "Sở Tư pháp"}},
      {"Sở Giáo dục và Đào tạo (GDĐT), UBND các quận, huyện, Đại học Đà Nẵng; các trường đại học.",
       {"Sở Giáo dục và Đào tạo", "Ủy ban nhân dân các quận, huyện", "Đại học Đà Nẵng",
        "các trường đại học"}},
      {"Công an tỉnh\n(theo chức năng, nhiệm vụ của ngành)", {"Công an tỉnh"}},
      {"Mời Ban Tổ chức Tỉnh ủy; Sở Nội vụ", {"Ban Tổ chức Tỉnh ủy", "Sở Nội vụ"}},
      {"Sở Du lịch thực hiện", {"Sở Du lịch"}},
      {"UBND tỉnh Kiên Giang trình Chính phủ quyết định", {"Ủy ban nhân dân tỉnh Kiên Giang", "Chính phủ"}},
      {"Nghị quyết của HĐND tỉnh", {"Hội đồng nhân dân tỉnh Kiên Giang"}},
      {"Ban Chỉ đạo thực hiện Quy chế dân chủ", {"Ban Chỉ đạo thực hiện Quy chế dân chủ"}},
      {"Sở Du lịch, Văn phòng UBND tỉnh...", {"Sở Du lịch", "Văn phòng Ủy ban nhân dân tỉnh"}},
      {"Sở Tài chính + Sở Nội vụ", {"Sở Tài chính", "Sở Nội vụ"}},
      {"Khoa Chính trị - Luật,\nTrung tâm Đổi mới sáng tạo và Khởi nghiệp,\nP.ĐT.",
       {"Khoa Chính trị - Luật", "Trung tâm Đổi mới sáng tạo và Khởi nghiệp", "Phòng Đào tạo"}},
  };
  for (const ListCase& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_THAT(Names(Registry().ResolveList(test.text, kProvince)), ElementsAreArray(test.names));
  }
}

TEST(Agencies, RepeatsTheHeadOfAList) {
  const ListCase cases[] = {
      {"Các Sở: Kế hoạch và Đầu tư, Tài chính", {"Sở Kế hoạch và Đầu tư", "Sở Tài chính"}},
      {"Chánh Văn phòng, Giám đốc các Sở: Tài chính, Kế hoạch và Đầu tư",
       {"Chánh Văn phòng", "Giám đốc Sở Tài chính", "Giám đốc Sở Kế hoạch và Đầu tư"}},
      {"Các Sở: Kế hoạch và Đầu tư, Nông nghiệp và Phát triển nông thôn; và UBND các huyện, thành phố",
       {"Sở Kế hoạch và Đầu tư", "Sở Nông nghiệp và Phát triển nông thôn",
        "Ủy ban nhân dân các huyện, thành phố"}},
      {"Các Sở: Xây dựng, Tài chính. UBND thành phố Phú Quốc",
       {"Sở Xây dựng", "Sở Tài chính", "Ủy ban nhân dân thành phố Phú Quốc"}},
      {"UBND thành phố Phú Quốc và các Sở: Tài chính, Giao thông vận tải",
       {"Ủy ban nhân dân thành phố Phú Quốc", "Sở Tài chính", "Sở Giao thông vận tải"}},
      {"Các sở Tài chính, Nội vụ và Công an tỉnh", {"Sở Tài chính", "Sở Nội vụ", "Công an tỉnh"}},
      {"Sở Tài chính, Nội vụ, Tư pháp", {"Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp"}},
      {"Các sở: Giáo dục và Đào tạo, Y tế", {"Sở Giáo dục và Đào tạo", "Sở Y tế"}},
      {"Các Bộ: KH&CN, Quốc phòng", {"Bộ Khoa học và Công nghệ", "Bộ Quốc phòng"}},
      {"UBND: thành phố Hà Tiên, huyện Giang Thành",
       {"Ủy ban nhân dân thành phố Hà Tiên", "Ủy ban nhân dân huyện Giang Thành"}},
      {"UBND thành phố Rạch Giá, huyện Châu Thành",
       {"Ủy ban nhân dân thành phố Rạch Giá", "Ủy ban nhân dân huyện Châu Thành"}},
      {"UBND các huyện, thành phố: Hà Tiên, Kiên Lương, Kiên Hải và các Sở, ban, ngành có liên quan",
       {"Ủy ban nhân dân thành phố Hà Tiên", "Ủy ban nhân dân huyện Kiên Lương",
        "Ủy ban nhân dân huyện Kiên Hải", "các Sở, ban, ngành có liên quan"}},
      {"UBND các huyện Kiên Hải, Kiên Lương và thành phố Phú Quốc",
       {"Ủy ban nhân dân huyện Kiên Hải", "Ủy ban nhân dân huyện Kiên Lương",
        "Ủy ban nhân dân thành phố Phú Quốc"}},
      {"BQL KKTCK Hà Tiên, Thành phố Hà Tiên, huyện Giang Thành",
       {"Ban Quản lý Khu kinh tế cửa khẩu Hà Tiên", "thành phố Hà Tiên", "huyện Giang Thành"}},
      {"Hội Nông dân, Phụ nữ, Cựu chiến binh tỉnh",
       {"Hội Nông dân", "Hội Liên hiệp Phụ nữ", "Hội Cựu chiến binh tỉnh"}},
  };
  for (const ListCase& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_THAT(Names(Registry().ResolveList(test.text, kProvince)), ElementsAreArray(test.names));
  }
}

TEST(Agencies, KeepsGroupsTogether) {
  const ListCase cases[] = {
      {"Các Sở, ngành có liên quan", {"Các Sở, ngành có liên quan"}},
      {"Các Sở, ban, ngành có liên quan", {"Các Sở, ban, ngành có liên quan"}},
      {"Sở, ban ngành có liên quan", {"Sở, ban ngành có liên quan"}},
      {"Các sở, ban ngành và địa phương", {"Các sở, ban ngành và địa phương"}},
      {"cơ quan, đơn vị có liên quan theo chủ đề của Diễn đàn",
       {"cơ quan, đơn vị có liên quan theo chủ đề của Diễn đàn"}},
      {"Các bệnh viện và trung tâm y tế có giường bệnh", {"Các bệnh viện và trung tâm y tế có giường bệnh"}},
      {"các bệnh viện, trung tâm y tế khu vực", {"các bệnh viện", "trung tâm y tế khu vực"}},
      {"Các trường học, trạm y tế, các tổ dân phố", {"Các trường học", "trạm y tế", "các tổ dân phố"}},
      {"UBND các huyện, thành phố", {"Ủy ban nhân dân các huyện, thành phố"}},
      {"UBND xã, phường", {"Ủy ban nhân dân xã, phường"}},
      {"Trung tâm Y tế quận, huyện", {"Trung tâm Y tế quận, huyện"}},
      {"Phòng Nội vụ các huyện, thành phố; Sở Nội vụ", {"Phòng Nội vụ các huyện, thành phố", "Sở Nội vụ"}},
      {"UBND các huyện, thành phố có biển", {"Ủy ban nhân dân các huyện, thành phố có biển"}},
      {"các Ban Thành ủy", {"các Ban Thành ủy"}},
      {"Các Sở Công Thương", {"Các Sở Công Thương"}},  // of all provinces
      {"Các đơn vị chủ trì soạn thảo; Sở Nội vụ", {"Các đơn vị chủ trì soạn thảo", "Sở Nội vụ"}},
      {"Chi cục Đê điều và Phòng chống lụt bão, Sở Nội vụ", {"Chi cục Đê điều và Phòng chống lụt bão", "Sở Nội vụ"}},
      {"Các Sở, ngành và các địa phương", {"Các Sở, ngành và các địa phương"}},
      {"Các Bộ, ngành Trung ương và các sở, ban ngành, các đơn vị có liên quan",
       {"Các Bộ, ngành Trung ương", "các sở, ban ngành", "các đơn vị có liên quan"}},
      {"Sở Nội vụ và các địa phương", {"Sở Nội vụ", "các địa phương"}},
      {"Các Sở, ban, ngành và UBND các huyện, thành phố",
       {"Các Sở, ban, ngành", "Ủy ban nhân dân các huyện, thành phố"}},
      {"Sở, ban, ngành UBND các huyện, thành phố",
       {"Sở, ban, ngành", "Ủy ban nhân dân các huyện, thành phố"}},
      {"Đơn vị tư vấn và Sở, ban, ngành, địa phương", {"Đơn vị tư vấn", "Sở, ban, ngành, địa phương"}},
      {"Văn phòng UBND tỉnh, các cơ quan, đơn vị có liên quan",
       {"Văn phòng Ủy ban nhân dân tỉnh", "các cơ quan, đơn vị có liên quan"}},
      {"Liên hiệp các tổ chức hữu nghị, sở, ngành, địa phương có liên quan",
       {"Liên hiệp các tổ chức hữu nghị", "sở, ngành, địa phương có liên quan"}},
      {"Liên minh Hợp tác xã, Sở Nông nghiệp và PTNT và các sở, ngành có liên quan",
       {"Liên minh Hợp tác xã", "Sở Nông nghiệp và Phát triển nông thôn", "các sở, ngành có liên quan"}},
  };
  for (const ListCase& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_THAT(Names(Registry().ResolveList(test.text, kProvince)), ElementsAreArray(test.names));
  }
}

TEST(Agencies, PrintedIsTheExactPiece) {
  const ListCase cases[] = {
      {"- BCH BĐBP tỉnh, Ban quản lý KKT\ntỉnh", {"BCH BĐBP tỉnh", "Ban quản lý KKT tỉnh"}},
      {"Các Sở: Kế hoạch và Đầu tư, Tài chính", {"Kế hoạch và Đầu tư", "Tài chính"}},
      {"Sở Nội vụ (Ban Tôn giáo); UBND tỉnh...", {"Sở Nội vụ", "UBND tỉnh"}},
      {"Mời Ban Tổ chức TU", {"Ban Tổ chức TU"}},
  };
  for (const ListCase& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_THAT(Printed(Registry().ResolveList(test.text, kProvince)), ElementsAreArray(test.names));
  }
}

TEST(Agencies, CompletesOnlyWithTheDocumentsOwnPlace) {
  const AgencyRegistry& registry = Registry();
  EXPECT_EQ(registry.Resolve("UBND tỉnh", {}).name, "Ủy ban nhân dân tỉnh");
  EXPECT_EQ(registry.Resolve("UBND huyện", kProvince).name, "Ủy ban nhân dân huyện");
  const PlaceContext district{"Kiên Giang", "Gò Quao", ""};
  EXPECT_EQ(registry.Resolve("UBND huyện", district).name, "Ủy ban nhân dân huyện");  // contract: the province alone
  EXPECT_EQ(registry.Resolve("UBND tỉnh", district).name, "Ủy ban nhân dân tỉnh Kiên Giang");
  EXPECT_EQ(registry.Resolve("UBND thành phố", district).name, "Ủy ban nhân dân thành phố");
  EXPECT_EQ(registry.Resolve("UBND thành phố", {"Đà Nẵng", "", ""}).name,
            "Ủy ban nhân dân thành phố Đà Nẵng");
  EXPECT_EQ(registry.Resolve("UBND thành phố", {"Kiên Giang", "Rạch Giá", ""}).name, "Ủy ban nhân dân thành phố");
  EXPECT_EQ(registry.Resolve("UBND Thành phố", {"Hồ Chí Minh", "", ""}).name,
            "Ủy ban nhân dân Thành phố Hồ Chí Minh");
}

struct IssuerCase {
  const char *printed, *parent, *place, *name;
};

TEST(Agencies, NamesIssuers) {
  const IssuerCase cases[] = {
      {"PHÒNG VĂN HÓA VÀ THÔNG TIN", "UBND HUYỆN GÒ QUAO", "Gò Quao",
       "Phòng Văn hóa và Thông tin huyện Gò Quao"},
      {"UBND HUYỆN GÒ QUAO", "", "Gò Quao", "Ủy ban nhân dân huyện Gò Quao"},
      {"ỦY BAN NHÂN DÂN\nTỈNH KIÊN GIANG", "", "Kiên Giang", "Ủy ban nhân dân tỉnh Kiên Giang"},
      {"UỶ BAN NHÂN DÂN TỈNH THANH HOÁ", "", "Thanh Hoá", "Ủy ban nhân dân tỉnh Thanh Hóa"},
      {"SỞ Y TẾ", "UBND TỈNH KIÊN GIANG", "Kiên Giang", "Sở Y tế tỉnh Kiên Giang"},
      {"SỞ Y TẾ", "", "Kiên Giang", "Sở Y tế tỉnh Kiên Giang"},
      {"ỦY BAN NHÂN DÂN TỈNH KIÊN GIẠNG", "", "Kiên Giang", "Ủy ban nhân dân tỉnh Kiên Giang"},
      {"UBND HUYỆN GÒ QUẠO", "", "", "Ủy ban nhân dân huyện Gò Quao"},
      {"SỞ Y TÊ", "UBND TINH KIÊN GIANG", "Kiên Giang", "Sở Y tế tỉnh Kiên Giang"},
      {"SỞ GIÁO DỤC VÀ ĐÀO TẠO", "UBND THÀNH PHỐ ĐÀ NẴNG", "Đà Nẵng",
       "Sở Giáo dục và Đào tạo thành phố Đà Nẵng"},
      {"TỈNH ỦY KIÊN GIANG", "", "Kiên Giang", "Tỉnh ủy Kiên Giang"},
      {"THÀNH ỦY HỒ CHÍ MINH", "", "TP. Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh"},
      {"BAN TUYÊN GIÁO", "TỈNH ỦY KIÊN GIANG", "Kiên Giang", "Ban Tuyên giáo Tỉnh ủy Kiên Giang"},
      {"BAN TỔ CHỨC", "BAN CHẤP HÀNH TRUNG ƯƠNG", "Hà Nội", "Ban Tổ chức Trung ương"},
      {"VĂN PHÒNG", "UBND TỈNH PHÚ THỌ", "Phú Thọ", "Văn phòng Ủy ban nhân dân tỉnh Phú Thọ"},
      {"VĂN PHÒNG", "BỘ Y TẾ", "Hà Nội", "Văn phòng Bộ Y tế"},
      {"BAN CHẤP HÀNH", "ĐẢNG BỘ TỈNH SÓC TRĂNG", "Sóc Trăng", "Ban Chấp hành Đảng bộ tỉnh Sóc Trăng"},
      {"BỘ GIÁO DỤC VÀ ĐÀO TẠO", "", "Hà Nội", "Bộ Giáo dục và Đào tạo"},
      {"CỤC THUẾ", "BỘ TÀI CHÍNH", "Hà Nội", "Cục Thuế"},
      {"CỤC THUẾ TỈNH KHÁNH HÒA", "TỔNG CỤC THUẾ", "Khánh Hòa", "Cục Thuế tỉnh Khánh Hòa"},
      {"CỤC QUẢN LÝ MÔI TRƯỜNG Y TẾ", "BỘ Y TẾ", "Hà Nội", "Cục Quản lý môi trường y tế"},
      {"TRƯỜNG ĐẠI HỌC CÔNG THƯƠNG THÀNH PHỐ HỒ CHÍ MINH", "BỘ CÔNG THƯƠNG", "TP. Hồ Chí Minh",
       "Trường Đại học Công Thương Thành phố Hồ Chí Minh"},
      {"TRƯỜNG THPT NGUYỄN TRUNG TRỰC", "SỞ GIÁO DỤC VÀ ĐÀO TẠO KIÊN GIANG", "Rạch Giá",
       "Trường Trung học phổ thông Nguyễn Trung Trực"},
      {"BỆNH VIỆN ĐA KHOA TỈNH KIÊN GIANG", "SỞ Y TẾ KIÊN GIANG", "Rạch Giá",
       "Bệnh viện Đa khoa tỉnh Kiên Giang"},
      {"TRUNG TÂM Y TẾ HUYỆN GÒ QUAO", "SỞ Y TẾ KIÊN GIANG", "Gò Quao", "Trung tâm Y tế huyện Gò Quao"},
      {"UBND XÃ THẠNH LỘC", "UBND HUYỆN CHÂU THÀNH", "Thạnh Lộc", "Ủy ban nhân dân xã Thạnh Lộc"},
      {"CHI NHÁNH TỈNH KIÊN GIANG", "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "Kiên Giang",
       "Ngân hàng Nhà nước Việt Nam Chi nhánh tỉnh Kiên Giang"},
      {"NGÂN HÀNG NHÀ NƯỚC CHI NHÁNH TỈNH KIÊN GIANG", "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM", "Kiên Giang",
       "Ngân hàng Nhà nước Chi nhánh tỉnh Kiên Giang"},
      {"TRƯỜNG TIỂU HỌC HƯNG NHƯỢNG", "UBND HUYỆN GIỒNG TRÔM", "Hưng Nhượng", "Trường Tiểu học Hưng Nhượng"},
      {"ĐẢNG ỦY CÔNG TY TNHH MTV CAO SU PHÚ RIỀNG", "ĐẢNG BỘ TỈNH BÌNH PHƯỚC", "Phú Riềng",
       "Đảng ủy Công ty TNHH MTV Cao su Phú Riềng"},
      {"BỘ CHỈ HUY QUÂN SỰ", "QUÂN KHU 9", "Kiên Giang", "Bộ Chỉ huy Quân sự tỉnh Kiên Giang"},
      {"BAN CHỈ ĐẠO NHÀ NƯỚC VỀ DU LỊCH", "", "Hà Nội", "Ban Chỉ đạo Nhà nước về Du lịch"},
      {"LIÊN ĐOÀN LAO ĐỘNG - SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH AN GIANG", "", "An Giang",
       "Liên đoàn Lao động - Sở Văn hóa, Thể thao và Du lịch tỉnh An Giang"},
      {"CÔNG TY ĐIỆN LỰC KIÊN GIANG", "TỔNG CÔNG TY ĐIỆN LỰC MIỀN NAM", "Kiên Giang",
       "Công ty Điện lực Kiên Giang"},
      {"TRƯỜNG CAO ĐẲNG CỘNG ĐỒNG", "UBND TỈNH HẬU GIANG", "Hậu Giang", "Trường Cao đẳng Cộng đồng tỉnh Hậu Giang"},
      {"BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG", "UBND HUYỆN AN BIÊN", "An Biên",
       "Ban Quản lý dự án đầu tư xây dựng huyện An Biên"},
  };
  for (const IssuerCase& test : cases) {
    SCOPED_TRACE(test.printed);
    const PlaceContext place = Registry().PlaceOf(test.printed, test.parent, test.place);
    EXPECT_EQ(Registry().ResolveIssuer(test.printed, test.parent, place).name, test.name);
  }
}

struct PlaceCase {
  const char *issuer, *parent, *place;
  const char *province, *district, *commune;
};

TEST(Agencies, FindsThePlaceOfALetterhead) {
  const PlaceCase cases[] = {
      {"SỞ Y TẾ", "UBND TỈNH KIÊN GIANG", "Kiên Giang", "Kiên Giang", "", ""},
      {"SỞ Y TẾ", "", "Kiên Giang", "Kiên Giang", "", ""},
      {"SỞ Y TẾ", "", "Rạch Giá", "Kiên Giang", "Rạch Giá", ""},
      {"PHÒNG VĂN HÓA VÀ THÔNG TIN", "UBND HUYỆN GÒ QUAO", "Gò Quao", "Kiên Giang", "Gò Quao", ""},
      {"UBND XÃ THẠNH LỘC", "UBND HUYỆN CHÂU THÀNH", "Thạnh Lộc", "", "Châu Thành", "Thạnh Lộc"},
      {"TỈNH ỦY KIÊN GIANG", "ĐẢNG CỘNG SẢN VIỆT NAM", "Rạch Giá", "Kiên Giang", "", ""},
      {"TRƯỜNG ĐẠI HỌC CÔNG THƯƠNG", "BỘ CÔNG THƯƠNG", "TP. Hồ Chí Minh", "Hồ Chí Minh", "", ""},
      {"UBND PHƯỜNG RẠCH GIÁ", "", "Rạch Giá", "An Giang", "", "Rạch Giá"},
      {"HỘI CHỮ THẬP ĐỎ", "", "", "", "", ""},
  };
  for (const PlaceCase& test : cases) {
    SCOPED_TRACE(test.issuer);
    const PlaceContext place = Registry().PlaceOf(test.issuer, test.parent, test.place);
    EXPECT_EQ(place.province, test.province);
    EXPECT_EQ(place.district, test.district);
    EXPECT_EQ(place.commune, test.commune);
  }
}

TEST(Agencies, ReadsTheAgencyAtTheBeginningOfAText) {
  struct {
    const char *text, *name;
    size_t rest;  // where the words behind it begin, as what follows there
    const char* behind;
  } cases[] = {
      {"UBND tỉnh Kiên Giang ban hành Quy chế", "Ủy ban nhân dân tỉnh Kiên Giang", 0, " ban hành Quy chế"},
      {"Ủy ban nhân\ndân tỉnh về việc", "Ủy ban nhân dân tỉnh Kiên Giang", 0, " về việc"},
      {"Bộ Văn hóa, Thể thao và Du lịch, quy định", "Bộ Văn hóa, Thể thao và Du lịch", 0, ", quy định"},
      {"Ban Chỉ đạo 515 tỉnh, về", "Ban Chỉ đạo 515 tỉnh", 0, ", về"},
      {"Giám đốc Sở Y tế về việc", "Giám đốc Sở Y tế", 0, " về việc"},
      {"UBND tỉnh Quy định quản lý", "Ủy ban nhân dân tỉnh Kiên Giang", 0, " Quy định quản lý"},
  };
  for (const auto& test : cases) {
    SCOPED_TRACE(test.text);
    const auto leading = Registry().ResolveLeading(test.text, kProvince);
    ASSERT_TRUE(leading.has_value());
    EXPECT_EQ(leading->agency.name, test.name);
    EXPECT_EQ(std::string(test.text).substr(leading->length), test.behind);
  }
  EXPECT_EQ(Registry().ResolveLeading("việc thực hiện", kProvince), std::nullopt);
}

TEST(Agencies, KnowsAgenciesFromOtherTexts) {
  for (const char* text :
       {"Sở Y tế", "Các Sở, ban, ngành có liên quan", "UBND thành phố Phú Quốc; Đơn vị tư vấn",
        "BCH Quân sự tỉnh, BCH BĐBP tỉnh", "Thủ tướng Chính phủ", "Khoa Ngoại ngữ"}) {
    EXPECT_GT(Registry().Likelihood(text), 0.5) << text;
  }
  for (const char* text :
       {"", "Quý I/2023", "12", "Quyết định", "Thường xuyên", "Trình đề xuất Dự án cầu Đông Hồ",
        "Triển khai thực hiện kế hoạch đầu tư công năm 2023 trên địa bàn tỉnh", "Tháng 6/2023",
        "Thực hiện Nghị quyết của Chính phủ về những nhiệm vụ, giải pháp chủ yếu cải thiện môi trường kinh "
        "doanh"}) {
    EXPECT_LT(Registry().Likelihood(text), 0.5) << text;
  }
}

// Words of names that no register has are no damaged ones ("đoán" is not "đoàn").
TEST(Agencies, LeavesCommonWordsOfUnknownNames) {
  for (const char* name : {"Khoa Chẩn đoán hình ảnh", "Hội đồng Thuốc và điều trị", "Khoa Kiểm soát nhiễm khuẩn", "Tổ Khoa học tự nhiên"}) {
    EXPECT_EQ(Registry().ResolveList(name, kProvince).at(0).name, name);
  }
}

// One word more is another name, where names are short.
TEST(Agencies, ShortNamesOfOtherWordsAreOthers) {
  EXPECT_EQ(Registry().Resolve("Cục Thú y", {}).name, "Cục Thú y");
  EXPECT_EQ(Registry().Resolve("Cục Thu e", {}).name, "Cục Thu e");
  EXPECT_EQ(Registry().Resolve("Cục Thuê", {}).name, "Cục Thuế");
}

// Whatever a page holds, nothing may be thrown.
TEST(Agencies, PersonsAndStaffInLists) {
  const auto names = [](const char* text) { return Names(Registry().ResolveList(text, kProvince)); };
  EXPECT_THAT(names("Huỳnh Ngọc Lan Chi, Trương Gia Bảo"), ElementsAreArray({"Huỳnh Ngọc Lan Chi", "Trương Gia Bảo"}));
  EXPECT_THAT(names("Thầy Lê Văn Hoa, cô Trần Thị Mai"), ElementsAreArray({"Thầy Lê Văn Hoa", "cô Trần Thị Mai"}));
  EXPECT_THAT(names("Ông Tao Văn Chơi Ông Điêu Chính Tạ"), ElementsAreArray({"Ông Tao Văn Chơi", "Ông Điêu Chính Tạ"}));
  EXPECT_THAT(names("Nhân viên y tế, GV các lớp"), ElementsAreArray({"Nhân viên y tế", "Giáo viên các lớp"}));
  EXPECT_THAT(names("Phòng Quản lý Đê điều, Hồ Chứa"), ElementsAreArray({"Phòng Quản lý Đê điều, Hồ Chứa"}));
}

// Capitals behind "và" that are short for a field go on with the name; those that are short for an office are another.
TEST(Agencies, PersonsKeepTheirPostsAndRooms) {
  const ListCase cases[] = {
      {"Đ/c Lê Văn Hoa\n- Trưởng phòng VH-XH", {"Đồng chí Lê Văn Hoa - Trưởng phòng Văn hóa - Xã hội"}},
      {"Đ/c Lê Văn Hoa - Chánh Văn phòng HĐND và UBND xã", {"Đồng chí Lê Văn Hoa - Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"}},
      {"Đồng chí Lê Văn Hoa, Chủ tịch UBND xã, Trưởng Ban", {"Đồng chí Lê Văn Hoa, Chủ tịch Ủy ban nhân dân xã, Trưởng Ban"}},
      {"Đồng chí Lê Văn Hoa, Phòng Kinh tế", {"Đồng chí Lê Văn Hoa", "Phòng Kinh tế"}},
      {"Đồng chí Lê Văn Hoa, đảng viên; Ông Trần Văn Ba, thành viên", {"Đồng chí Lê Văn Hoa, đảng viên", "Ông Trần Văn Ba, thành viên"}},
      {"BS. Hùng, khoa Nội, BS. Nam, khoa Ngoại - Sản", {"BS. Hùng, khoa Nội", "BS. Nam, khoa Ngoại - Sản"}},
      {"Cô Thu (thiết bị) Thầy Hậu (bảo vệ)", {"Cô Thu (thiết bị)", "Thầy Hậu (bảo vệ)"}},
      {"Sở Y tế (Thanh tra)", {"Sở Y tế"}},
  };
  for (const ListCase& test : cases) {
    SCOPED_TRACE(test.text);
    EXPECT_THAT(Names(Registry().ResolveList(test.text, kProvince)), ElementsAreArray(test.names));
  }
}

TEST(Agencies, ShortFieldsGoOnWithTheName) {
  const auto names = [](const char* text) { return Names(Registry().ResolveList(text, kProvince)); };
  EXPECT_THAT(names("Văn phòng Tổng cục; Vụ Khoa học công nghệ và HTQT"),
              ElementsAreArray({"Văn phòng Tổng cục", "Vụ Khoa học công nghệ và Hợp tác quốc tế"}));
  EXPECT_THAT(names("Cục Điện lực và NLTT, Vụ Pháp chế"), ElementsAreArray({"Cục Điện lực và Năng lượng tái tạo", "Vụ Pháp chế"}));
  EXPECT_THAT(names("Phòng Kinh doanh và VTTB"), ElementsAreArray({"Phòng Kinh doanh", "VTTB"}));
  EXPECT_THAT(names("Sở Nông nghiệp và PTNT các tỉnh"), ElementsAreArray({"Sở Nông nghiệp và Phát triển nông thôn các tỉnh"}));
  EXPECT_THAT(names("Phòng Kế hoạch\n- GPMB, Phòng Kỹ thuật"), ElementsAreArray({"Phòng Kế hoạch - Giải phóng mặt bằng", "Phòng Kỹ thuật"}));
}

TEST(Agencies, SurvivesHostileText) {
  std::string deep(3000, '(');
  std::string commas;
  for (int i = 0; i < 500; ++i) commas += "Sở, ";
  for (const std::string& text : {deep, commas, std::string("\xff\xfe"), std::string("Các Sở:"),
                                  std::string("UBND các huyện, thành phố:"), std::string(";;;,,, và và"),
                                  std::string("và"), std::string(20000, 'a')}) {
    EXPECT_NO_THROW(Registry().ResolveList(text, kProvince));
    EXPECT_NO_THROW(Registry().ResolveLeading(text, kProvince));
    EXPECT_NO_THROW(Registry().ResolveIssuer(text, text, kProvince));
    EXPECT_NO_THROW(Registry().PlaceOf(text, text, text));
    EXPECT_GE(Registry().Likelihood(text), 0);
  }
}

// What is remembered while a document is read is what would be worked out again, at each place its own.
TEST(Agencies, RememberedNamesAreTheSame) {
  const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  const AgencyRegistry registry(rules);
  const PlaceContext places[] = {kProvince, {"Cà Mau", "", ""}, {"Kiên Giang", "Gò Quao", ""}};
  const char* const lists[] = {"UBND tỉnh; Sở Y tế", "UBND huyện, Công an huyện", "Sờ Y tế; Sở Tư pháp và các địa phương",
                               "Các Sở: Kế hoạch và Đầu tư, Tài chính", "Tổ thẩm định"};
  const AgencyMemory memory(*rules);
  EXPECT_NE(AgencyMemory::Of(*rules), nullptr);
  for (int turn = 0; turn < 2; ++turn) {
    for (const PlaceContext& place : places) {
      for (const char* list : lists) {
        EXPECT_EQ(registry.ResolveList(list, place), Registry().ResolveList(list, place)) << list;
        EXPECT_EQ(registry.Likelihood(list), Registry().Likelihood(list)) << list;
      }
    }
  }
}

TEST(Agencies, NamesAreRememberedByTheRulesAtHand) {
  const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules"), others = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  {
    const AgencyMemory memory(*rules);
    EXPECT_EQ(AgencyMemory::Of(*others), nullptr);
  }
  EXPECT_EQ(AgencyMemory::Of(*rules), nullptr);
}

std::string Listed(const char* text) {
  std::string names;
  for (const Agency& agency : Registry().ResolveList(text, kProvince)) names += (names.empty() ? "" : "; ") + agency.name;
  return names;
}

TEST(Agencies, SmallGroupsOfAHouseAreListed) {
  EXPECT_EQ(Listed("Khoa Kiểm soát nhiễm khuẩn, điều dưỡng trưởng các khoa"), "Khoa Kiểm soát nhiễm khuẩn; điều dưỡng trưởng các khoa");
  EXPECT_EQ(Listed("Phòng Kế hoạch tổng hợp, tổ bảo vệ"), "Phòng Kế hoạch tổng hợp; tổ bảo vệ");
  EXPECT_EQ(Listed("Tòa án nhân dân tối cao theo lĩnh vực quản lý"), "Tòa án nhân dân tối cao");
  EXPECT_EQ(Listed("Ban QLDA công trình NN&MT tỉnh"), "Ban Quản lý dự án công trình Nông nghiệp và Môi trường tỉnh");
}

TEST(Agencies, APersonMayHaveTwoPosts) {
  EXPECT_EQ(Listed("Đồng chí Trần Thị Bích Liên, Chi ủy viên, Chủ tịch Công đoàn"), "Đồng chí Trần Thị Bích Liên, Chi ủy viên, Chủ tịch Công đoàn");
}

// Communes of before are in no list: a name that differs from a listed one by a mark is its own.
TEST(Agencies, CommunesKeepTheirMarks) {
  EXPECT_EQ(Registry().Resolve("Đảng ủy xã Thuận Hóa", {}).name, "Đảng ủy xã Thuận Hóa");
}

TEST(Agencies, NumbersOfSchoolsAreSmall) {
  EXPECT_EQ(Registry().Resolve("TRƯỜNG THPT LƯƠNG TÀI SỐ 2", {}).name, "Trường Trung học phổ thông Lương Tài số 2");
}

// Abbreviations joined by "&" are one name; "/" parts two.
TEST(Agencies, JoinedAbbreviationsAndStrokes) {
  EXPECT_EQ(Registry().Resolve("Phòng CBL&XLVP", kProvince).name, "Phòng Chống buôn lậu và xử lý vi phạm");
  EXPECT_THAT(Names(Registry().ResolveList("Phòng KTNV & THA", kProvince)), ::testing::ElementsAre("Phòng Kiểm tra nghiệp vụ và Thi hành án"));
  EXPECT_THAT(Names(Registry().ResolveList("Sở TC & Sở KHĐT", kProvince)), ::testing::ElementsAre("Sở Tài chính", "Sở Kế hoạch và Đầu tư"));
  EXPECT_THAT(Names(Registry().ResolveList("Sở KH&CN/Trường Đại học Nha Trang", kProvince)),
              ::testing::ElementsAre("Sở Khoa học và Công nghệ", "Trường Đại học Nha Trang"));
  EXPECT_THAT(Names(Registry().ResolveList("Sở TTTT là cơ quan thường trực", kProvince)), ::testing::ElementsAre("Sở Thông tin và Truyền thông"));
}

TEST(Agencies, AbbreviationsAmongCapitals) {
  EXPECT_EQ(Registry().Resolve("BCH ĐOÀN TRƯỜNG CAO ĐẲNG NGHỀ CÔNG NGHỆ VIỆT - HÀN", {}).name,
            "Ban Chấp hành Đoàn Trường Cao đẳng nghề Công nghệ Việt - Hàn");
}

}  // namespace
}  // namespace trichluc
