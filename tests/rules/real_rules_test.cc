// The rules that are shipped: they hold their examples, and know what the regulations name.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "base/files.h"
#include "support/rule_folder.h"
#include "text/text.h"

namespace trichluc {
namespace {

using testing::IsEmpty;

const RuleSet& Real() {
  static const auto rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  return *rules;
}

TEST(RealRules, HoldTheirExamples) { EXPECT_THAT(Real().Check(), IsEmpty()); }

// Nghị định 30/2020/NĐ-CP, annex III; CV is this program's own.
TEST(RealRules, KnowTheTypesOfTheDecree) {
  const std::pair<const char*, const char*> types[] = {
      {"NQ", "Nghị quyết"},      {"QĐ", "Quyết định"},     {"CT", "Chỉ thị"},      {"QC", "Quy chế"},
      {"QyĐ", "Quy định"},       {"TC", "Thông cáo"},      {"TB", "Thông báo"},    {"HD", "Hướng dẫn"},
      {"CTr", "Chương trình"},   {"KH", "Kế hoạch"},       {"PA", "Phương án"},    {"ĐA", "Đề án"},
      {"DA", "Dự án"},           {"BC", "Báo cáo"},        {"BB", "Biên bản"},     {"TTr", "Tờ trình"},
      {"HĐ", "Hợp đồng"},        {"CV", "Công văn"},       {"CĐ", "Công điện"},    {"BGN", "Bản ghi nhớ"},
      {"BTT", "Bản thỏa thuận"}, {"GUQ", "Giấy ủy quyền"}, {"GM", "Giấy mời"},     {"GGT", "Giấy giới thiệu"},
      {"GNP", "Giấy nghỉ phép"}, {"PG", "Phiếu gửi"},      {"PC", "Phiếu chuyển"}, {"PB", "Phiếu báo"},
      {"Thư công", "Thư công"}};
  EXPECT_EQ(std::size(types), 29u);
  for (const auto& [code, name] : types) {
    const auto same = [&, code = code, name = name](const TypeEntry& type) {
      return type.code == code && type.name == name && type.family == "state";
    };
    EXPECT_TRUE(std::any_of(Real().types().begin(), Real().types().end(), same)) << name;
  }
}

// No title means two types, and no abbreviation a second one without being known for it.
TEST(RealRules, KeepTypesApart) {
  std::map<std::string, std::string> titles, codes;
  for (const TypeEntry& type : Real().types()) {
    std::vector<std::string> all = type.titles;
    all.push_back(type.name);
    for (const std::string& title : all) {
      EXPECT_TRUE(titles.emplace(FoldKey(title), type.name).second) << title;
    }
    all = type.codes;
    all.push_back(type.code);
    for (const std::string& code : all) {
      if (type.family == "party" && code == "TT") continue;  // Thông tri, beside Thông tư
      EXPECT_TRUE(codes.emplace(code, type.name).second) << code;
    }
  }
}

// What a whole header cell means.
std::string MeaningOf(const std::string& title) {
  for (const ColumnEntry& column : Real().columns()) {
    for (const std::string& known : column.titles) {
      if (FoldKey(known) == FoldKey(title)) return column.meaning;
    }
  }
  for (const ColumnEntry& column : Real().columns()) {
    for (const std::string& phrase : column.contains) {
      if (FoldKey(title).find(FoldKey(phrase)) != std::string::npos) return column.meaning;
    }
  }
  return "";
}

TEST(RealRules, KnowTheColumnsOfTaskTables) {
  const std::pair<const char*, const char*> titles[] = {
      {"TT", "no"},
      {"STT", "no"},
      {"Số TT", "no"},
      {"NỘI DUNG", "content"},
      {"Nội dung công việc", "content"},
      {"Tên đề án, chương trình", "content"},
      {"Nội dung các nhiệm vụ cụ thể được giao", "content"},
      {"Cơ quan chủ trì thực hiện", "lead"},
      {"Đơn vị chủ trì tham mưu", "lead"},
      {"Cơ quan chủ trì theo dõi", "lead"},
      {"Phân công chủ trì", "lead"},
      {"Đơn vị/người thực hiện", "lead"},
      {"Cơ quan phối hợp", "coordinators"},
      {"Các sở, ngành phối hợp thực hiện", "coordinators"},
      {"Đơn vị chủ trì, phối hợp", "lead_and_coordinators"},
      {"Cấp trình", "approver"},
      {"Cơ quan ban hành", "approver"},
      {"Thời gian thực hiện", "deadline"},
      {"Thời gian trình UBND tỉnh", "deadline"},
      {"Tiến độ hoàn thành (tháng)", "deadline"},
      {"Thời gian thực hiện Bắt đầu", "start"},
      {"Thời gian thực hiện Kết thúc", "end"},
      {"Sản phẩm đầu ra", "output"},
      {"Kết quả/sản phẩm", "output"},
      {"Hình thức văn bản", "kind"},
      {"Căn cứ / Ghi chú", "basis"},
      {"Lãnh đạo phụ trách", "leader"},
      {"Lãnh đạo UBND tỉnh phụ trách", "leader"},
      {"Kinh phí thực hiện (triệu đồng)", "other"},
      {"Đơn vị tính", "other"},
      {"HÌNH ẢNH", ""},
      {"Tổng", ""},
  };
  for (const auto& [title, meaning] : titles) EXPECT_EQ(MeaningOf(title), meaning) << title;
}

// Every macro of rules/macros.toml, used as a rule would use it.
TEST(RealRules, MacrosMeanWhatTheySay) {
  struct Row {
    const char* macro;
    std::vector<const char*> whole, not_whole;
  };
  const Row rows[] = {
      {"LETTER", {"a", "Ủ", "đ"}, {"1", "-", "ab"}},
      {"CAPITAL", {"A", "Đ"}, {"1", "AB"}},
      {"SMALL", {"a", "đ"}, {"1", "ab"}},
      {"WORD", {"quyết", "QUÝ"}, {"a b", "a1"}},
      {"CAPITALISED", {"Kiên", "H’leo"}, {"Kiên Giang", "1"}},
      {"NUMBER", {"0", "12", "1.250", "1.250.000", "0,5"}, {"1.25.0", "1,", "x"}},
      {"ROMAN", {"I", "IV", "IX", "XIV", "XXX", "VIII"}, {"IIII", "VX", "iv", "C"}},
      {"DATE",
       {"ngày 09 tháng 5 năm 2022", "09/5/2022", "28-4-2017", "07.05.2021", "ngày 15 / 04 / 2021",
        "18 tháng 6 năm 2024"},
       {"tháng 5 năm 2022", "09/5", "112/5/2022"}},
      {"TYPE_NAME", {"Thông tư liên tịch", "KẾ HOẠCH", "Bản thoả thuận"}, {"Kế", "Văn bản"}},
      {"TYPE_CODE", {"KH", "CTr", "TTLT"}, {"UBND"}},
      {"TYPE_WITH_NO", {"Quyết định số", "QUYẾT ĐỊNH", "Thông tư số:"}, {"số"}},
      {"list:urgency", {"Hỏa tốc hẹn giờ", "HOẢ TỐC", "Khẩn"}, {"khẩn trương"}},
  };
  RuleFolder folder;
  std::filesystem::copy(TRICHLUC_SOURCE_DIR "/rules", folder.path(),
                        std::filesystem::copy_options::recursive);
  std::string text;
  for (size_t i = 0; i < std::size(rows); ++i) {
    text += fmt::format(
        "[[rule]]\nset = 'macro{0}'\nid = 'macro{0}'\nmatch = '{{{{{1}}}}}'\nexamples = [ {{ text = '{2}' }} "
        "]\n",
        i, rows[i].macro, rows[i].whole.front());
  }
  folder.Write("zz_test.toml", text);
  const auto rules = folder.Load();
  for (size_t i = 0; i < std::size(rows); ++i) {
    const std::string set = fmt::format("macro{}", i);
    for (const char* good : rows[i].whole)
      EXPECT_TRUE(rules->Full(set, good)) << rows[i].macro << " " << good;
    for (const char* bad : rows[i].not_whole)
      EXPECT_FALSE(rules->Full(set, bad)) << rows[i].macro << " " << bad;
  }
}

// The manual's own example loads beside the shipped rules and holds.
TEST(RealRules, TakeTheExampleOfTheManual) {
  const std::string manual = ReadFile(TRICHLUC_SOURCE_DIR "/rules/README.md");
  const size_t begin = manual.find("```toml\n");
  ASSERT_NE(begin, std::string::npos);
  RuleFolder folder;
  std::filesystem::copy(TRICHLUC_SOURCE_DIR "/rules", folder.path(),
                        std::filesystem::copy_options::recursive);
  folder.Write("zz_manual.toml", manual.substr(begin + 8, manual.find("```", begin + 8) - begin - 8));
  const auto rules = folder.Load();
  EXPECT_EQ(rules->patterns().size(), Real().patterns().size() + 1);
  EXPECT_THAT(rules->Check(), IsEmpty());
}

TEST(RealRules, FindTypeNamesLongestFirst) {
  RuleFolder folder;
  std::filesystem::copy(TRICHLUC_SOURCE_DIR "/rules", folder.path(),
                        std::filesystem::copy_options::recursive);
  folder.Write("zz_test.toml",
               "[[rule]]\nset = 'z'\nid = 'z'\nmatch = '{{WORD_BEGIN}}(?P<type>{{TYPE_NAME}}){{WORD_END}}'\n"
               "examples = [ { text = 'tại Thông tư liên tịch số', type = 'Thông tư liên tịch' } ]\n"
               "rejects = [ 'quyết địnhx', 'xluật' ]\n");
  const auto rules = folder.Load();
  EXPECT_THAT(rules->Check(), IsEmpty());
  EXPECT_EQ(rules->First("z", "Chương trình hành động thực hiện")->Get("type"), "Chương trình hành động");
}

}  // namespace
}  // namespace trichluc
