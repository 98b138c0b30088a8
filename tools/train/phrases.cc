#include "train/phrases.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <initializer_list>
#include <map>

#include "base/files.h"

namespace trichluc::train {
namespace {

int Pick(int low, int high, Random* random) {  // both included
  return low + static_cast<int>(random->Next() % static_cast<std::uint64_t>(high - low + 1));
}

template <typename List>
std::string From(const List& list, Random* random) {
  return std::string(*(std::begin(list) + static_cast<std::ptrdiff_t>(random->Next() % std::size(list))));
}

std::string Of(std::initializer_list<const char*> list, Random* random) {
  return *(list.begin() + static_cast<std::ptrdiff_t>(random->Next() % list.size()));
}

std::vector<std::vector<std::string>> Table(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : Split(ReadFile(path), '\n')) rows.push_back(Split(line, '\t'));
  rows.erase(rows.begin());
  return rows;
}

std::string Roman(int value) {
  static const std::pair<int, const char*> kDigits[] = {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"},
                                                        {5, "V"},  {4, "IV"},  {1, "I"}};
  std::string out;
  for (const auto& [worth, digits] : kDigits) {
    for (; value >= worth; value -= worth) out += digits;
  }
  return out;
}

int Year(Random* random) { return Pick(random->Unit() < 0.8 ? 2010 : 1993, 2030, random); }

std::string Day(Random* random) {
  const int day = Pick(1, 31, random);
  return random->Unit() < 0.8 ? fmt::format("{:02}", day) : std::to_string(day);
}

// Months below three bear a nought by the rule, others sometimes.
std::string Month(Random* random) {
  const int month = Pick(1, 12, random);
  return month < 3 || random->Unit() < 0.4 ? fmt::format("{:02}", month) : std::to_string(month);
}

std::string Quarter(Random* random) {
  return random->Unit() < 0.85 ? Roman(Pick(1, 4, random)) : std::to_string(Pick(1, 4, random));
}

std::string Plain(int digits, Random* random) {
  std::string out;
  for (int i = 0; i < digits; ++i) out += static_cast<char>('0' + Pick(0, 9, random));
  return out;
}

const std::vector<std::string>& Kinds() {
  static const std::vector<std::string> kKinds = {"QĐ",  "KH",  "CV", "TB", "BC", "TTr", "NQ", "CT",
                                                  "HD",  "CTr", "ĐA", "PA", "QC", "GM",  "BB", "HĐ",
                                                  "TTg", "KL",  "CĐ", "TT", "NĐ", "DA",  "GP", "PC"};
  return kKinds;
}

const std::vector<std::string>& Symbols() {
  static const std::vector<std::string> kSymbols = {
      "UBND",   "HĐND",  "SNV",     "STC",     "SXD",      "SYT",    "SGDĐT",  "STTTT",  "SKHCN", "STNMT",
      "SGTVT",  "SCT",   "STP",     "SVHTT",   "TU",       "BTV",    "CP",     "TTg",    "BTC",   "BNV",
      "BYT",    "BTTTT", "BKHĐT",   "BNNPTNT", "BTNMT",    "BGDĐT",  "VPCP",   "VP",     "TTYT",  "BHXH",
      "CAT",    "BCĐ",   "SLĐTBXH", "SDL",     "SNN&PTNT", "UBMTTQ", "TTHĐND", "VPUBND", "BCH",   "TCKH",
      "KTHT",   "NVP",   "KTTH",    "NC",      "TH",       "KGVX",   "CTK",    "KBNN",   "TNMT",  "GDĐT",
      "LĐTBXH", "BQL",   "TCT",     "NHNN",    "TTr",      "PVHTT"};
  return kSymbols;
}

const std::vector<std::string>& Titles() {
  static const std::vector<std::string> kTitles = {"Nội dung công việc",
                                                   "Nhiệm vụ, giải pháp",
                                                   "Cơ quan chủ trì",
                                                   "Cơ quan phối hợp",
                                                   "Thời gian thực hiện",
                                                   "Thời hạn hoàn thành",
                                                   "Sản phẩm, kết quả",
                                                   "Cấp trình",
                                                   "Ghi chú",
                                                   "Đơn vị chủ trì",
                                                   "Đơn vị phối hợp",
                                                   "TT",
                                                   "STT",
                                                   "Tiến độ",
                                                   "Hình thức văn bản",
                                                   "Cơ quan ban hành",
                                                   "Lãnh đạo phụ trách",
                                                   "Kinh phí",
                                                   "Số lượng",
                                                   "Họ và tên",
                                                   "Chức vụ",
                                                   "Tên nhiệm vụ",
                                                   "Kết quả đạt được"};
  return kTitles;
}

}  // namespace

std::string Upper(const std::string& text) {
  std::string out;
  icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale("vi")).toUTF8String(out);
  return out;
}

Phrases::Phrases(const std::string& data) {
  for (const auto& row : Table(data + "/agencies/agencies.tsv")) {
    agencies_.push_back(row[0]);
    for (const std::string& abbreviation : Split(row[1], '|')) agencies_.push_back(abbreviation);
  }
  for (const auto& row : Table(data + "/units/current_34.tsv")) places_.push_back(row[4]);
  for (const auto& row : Table(data + "/units/legacy_63.tsv")) places_.push_back(row[4]);
  for (const auto& row : Table(data + "/symbols/recipients.tsv")) recipients_.push_back(row[1]);
}

std::string Phrases::Number(Random* random) const {
  const int number = random->Unit() < 0.4 ? Pick(1, 99, random) : Pick(1, 6999, random);
  const std::string printed = random->Unit() < 0.7 ? fmt::format("{:02}", number) : std::to_string(number);
  const std::string kind = From(Kinds(), random), symbol = From(Symbols(), random);
  switch (Pick(0, 9, random)) {
    case 0:
      return fmt::format("{}/{}/{}", printed, Year(random),
                         Of({"NĐ-CP", "QH13", "QH14", "QH15", "TT-BTC", "TT-BNV", "QĐ-TTg"}, random));
    case 1:
      return fmt::format("{}/{}/{}-{}", printed, Year(random), kind, symbol);
    case 2:
      return fmt::format("{}-{}/{}", printed,
                         Of({"NQ", "CT", "KL", "CTr", "QĐ", "KH", "TB", "CV", "HD", "BC"}, random),
                         Of({"TU", "TW", "BTVTU", "BTGTU", "HU", "TWĐTN", "BDVTU", "VPTU"}, random));
    case 3:
      return fmt::format("{}/{}-{}", printed, symbol, From(Symbols(), random));
    case 4:
      return fmt::format("{}/{}", printed, symbol);
    default:
      return fmt::format("{}/{}-{}", printed, kind, symbol);
  }
}

std::string Phrases::Date(Random* random) const {
  const std::string day = Day(random), month = Month(random);
  const int year = Year(random);
  switch (Pick(0, 5, random)) {
    case 0:
      return fmt::format("ngày {} tháng {} năm {}", day, month, year);
    case 1:
      return fmt::format("{}, ngày {} tháng {} năm {}", Place(random), day, month, year);
    case 2:
      return fmt::format("ngày {}/{}/{}", day, month, year);
    case 3:
      return fmt::format("{}-{}-{}", day, month, year);
    default:
      return fmt::format("{}/{}/{}", day, month, year);
  }
}

std::string Phrases::Deadline(Random* random) const {
  const int year = Year(random);
  switch (Pick(0, 15, random)) {
    case 0:
    case 1:
      return fmt::format("Quý {}/{}", Quarter(random), year);
    case 2:
      return fmt::format("Quý {} năm {}", Quarter(random), year);
    case 3:
      return fmt::format("Quý {}, {}/{}", Roman(Pick(1, 2, random)), Roman(Pick(3, 4, random)), year);
    case 4:
      return fmt::format("Quý {} - Quý {}/{}", Roman(Pick(1, 2, random)), Roman(Pick(3, 4, random)), year);
    case 5:
      return fmt::format("Tháng {}/{}", Month(random), year);
    case 6:
      return fmt::format("{} {}",
                         Of({"Trước", "Trước ngày", "Chậm nhất", "Đến ngày", "Xong trước ngày"}, random),
                         fmt::format("{}/{}/{}", Day(random), Month(random), year));
    case 7:
      return fmt::format("Năm {}", year);
    case 8:
      return fmt::format("{}{}{}", year, Of({"-", " - ", "–", " – "}, random), year + Pick(1, 5, random));
    case 9:
      return fmt::format("Giai đoạn {}-{}", year, year + 5);
    case 10:
      return fmt::format("6 tháng {} năm {}", Of({"đầu", "cuối"}, random), year);
    case 11:
      return Of({"Thường xuyên", "Hằng năm", "Hàng năm", "Hàng quý", "Hằng quý", "Hàng tháng", "Hằng tháng",
                 "Định kỳ", "Đột xuất", "Theo kế hoạch", "Theo quy định", "Ngay sau khi ban hành",
                 "Khi có yêu cầu", "Cả năm", "Trong năm", "Liên tục"},
                random);
    case 12:
      return fmt::format("Quý {}-{}/{}", Roman(Pick(1, 2, random)), Roman(Pick(3, 4, random)), year);
    case 13:
      return fmt::format("{}/{}", Month(random), year);
    case 14:
      return fmt::format("Từ {} đến {}", Pick(2018, 2024, random), Pick(2025, 2035, random));
    default:
      return fmt::format("{}/{}/{}", Day(random), Month(random), year);
  }
}

std::string Phrases::Mark(Random* random) const {
  switch (Pick(0, 13, random)) {
    case 0:
      return fmt::format("{:02}", Pick(1, 99, random));
    case 1:
      return fmt::format("{}.", Pick(1, 60, random));
    case 2:
      return fmt::format("{}.{}", Pick(1, 12, random), Pick(1, 20, random));
    case 3:
      return fmt::format("{}.{}.{}", Pick(1, 9, random), Pick(1, 9, random), Pick(1, 15, random));
    case 4:
    case 5:
      return Roman(Pick(1, 30, random));
    case 6:
      return Roman(Pick(1, 20, random)) + ".";
    case 7:
      return Of({"a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)", "m)"}, random);
    case 8:
      return Of({"A",   "B",   "C",   "D",   "Đ",   "E",   "A.",  "B.", "C.", "x", "X",
                 "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "-",  "+",  "*"},
                random);
    case 9:
      return fmt::format("{}", Pick(0, 9, random));
    default:
      return fmt::format("{}", Pick(1, 250, random));
  }
}

std::string Phrases::Agency(Random* random) const {
  static const std::vector<std::string> kCommon = {"Sở Tài chính",
                                                   "Sở Nội vụ",
                                                   "Sở Xây dựng",
                                                   "Sở Y tế",
                                                   "Sở Kế hoạch và Đầu tư",
                                                   "Sở Công Thương",
                                                   "Sở Tư pháp",
                                                   "Sở Du lịch",
                                                   "Sở Giáo dục và Đào tạo",
                                                   "Sở Nông nghiệp và PTNT",
                                                   "Sở Lao động - TB và XH",
                                                   "Sở Thông tin và Truyền thông",
                                                   "Văn phòng UBND tỉnh",
                                                   "Sở Khoa học và Công nghệ",
                                                   "Sở Tài nguyên và Môi trường",
                                                   "Sở Giao thông vận tải",
                                                   "Sở Văn hóa và Thể thao",
                                                   "Công an tỉnh",
                                                   "UBND các huyện, thành phố",
                                                   "UBND các xã, phường, thị trấn",
                                                   "các sở, ban, ngành tỉnh",
                                                   "Các đơn vị liên quan",
                                                   "Thanh tra tỉnh",
                                                   "Bộ Chỉ huy Quân sự tỉnh",
                                                   "Ban Tổ chức Tỉnh ủy",
                                                   "Ban Tuyên giáo Tỉnh ủy",
                                                   "Cục Thuế tỉnh",
                                                   "Kho bạc Nhà nước tỉnh",
                                                   "Ban Dân tộc",
                                                   "Các cơ quan, đơn vị",
                                                   "Phòng Tài chính - Kế hoạch",
                                                   "Phòng Văn hóa và Thông tin",
                                                   "Đài Phát thanh và Truyền hình",
                                                   "Báo địa phương"};
  if (random->Unit() < 0.45) return From(kCommon, random);
  const std::string name = From(agencies_, random);
  return name.empty() ? "UBND tỉnh" : name;
}

std::string Phrases::Agencies(Random* random) const {
  std::string out = Agency(random);
  const std::string between = Of({", ", "; ", ", ", " và "}, random);
  for (int more = Pick(0, 3, random); more > 0; --more) out += between + Agency(random);
  return out + (random->Unit() < 0.15 ? "." : "");
}

std::string Phrases::Place(Random* random) const { return From(places_, random); }

std::string Phrases::Recipient(Random* random) const {
  return Of({"- ", "- ", "- ", ""}, random) + From(recipients_, random) +
         Of({";", ";", ".", "", ","}, random);
}

std::string Phrases::Person(Random* random) const {
  const std::string family = Of({"Nguyễn", "Trần",  "Lê",  "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ",   "Võ",
                                 "Đặng",   "Bùi",   "Đỗ",  "Hồ",   "Ngô",   "Dương", "Lý",   "Đinh", "Đoàn",
                                 "Lương",  "Trịnh", "Mai", "Tô",   "Hà",    "Lâm",   "Danh", "Thái"},
                                random);
  const std::string middle = Of({"Văn", "Thị", "Hữu", "Đức", "Minh", "Quốc", "Thanh", "Ngọc", "Xuân", "Công",
                                 "Thế", "Hồng", "Anh", "Kim"},
                                random);
  const std::string given =
      Of({"Anh",   "Bình", "Cường", "Dũng", "Đức",  "Giang", "Hà",   "Hải",   "Hiếu", "Hùng",  "Hưng",
          "Khánh", "Lâm",  "Long",  "Mạnh", "Nam",  "Nga",   "Nhàn", "Phong", "Phúc", "Quang", "Sơn",
          "Tâm",   "Thảo", "Thắng", "Thủy", "Toàn", "Trung", "Tuấn", "Vinh",  "Yến",  "Nhựt",  "Lộc",
          "Hổ",    "Tiến", "Mỹ",    "Khởi", "Thổ",  "Hạnh",  "Duẩn", "Tỷ"},
         random);
  return fmt::format("{} {} {}", family, middle, given);
}

std::string Phrases::Signer(Random* random) const {
  const std::string family =
      Of({"Nguyễn", "Trần",  "Lê",   "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ",   "Võ",    "Đặng", "Bùi",  "Đỗ",    "Hồ",    "Ngô",
          "Dương",  "Lý",    "Đinh", "Đoàn", "Lương", "Trịnh", "Mai",  "Tô",   "Hà",    "Lâm",  "Danh", "Thái",  "Tạ",    "Cao",
          "Châu",   "Chu",   "Đàm",  "Đào",  "Giang", "Kiều",  "La",   "Lưu",  "Mạc",   "Nông", "Ông",  "Phùng", "Quách", "Tăng",
          "Thạch",  "Tống",  "Triệu", "Trương", "Từ", "Văn",   "Vương", "Bế",  "Cầm",   "Hứa",  "Khổng", "Lò",   "Lữ",    "Nghiêm",
          "Ninh",   "Tiêu",  "Tôn",  "Vi",   "Y",     "Hầu",   "Giàng", "Thân", "Khuất", "Viên", "Doãn", "Diệp",  "Âu",    "Thiều"},
         random);
  const auto syllable = [&] {
    return Of({"Văn",   "Thị",   "Hữu",  "Đức",   "Minh", "Quốc",  "Thanh", "Ngọc",  "Xuân",  "Công",  "Thế",   "Hồng",  "Anh",   "Kim",
               "Bình",  "Cường", "Dũng", "Hải",   "Hiếu", "Hùng",  "Hưng",  "Khánh", "Long",  "Mạnh",  "Nam",   "Nga",   "Phong", "Phúc",
               "Quang", "Sơn",   "Tâm",  "Thảo",  "Thắng", "Thủy", "Toàn",  "Trung", "Tuấn",  "Vinh",  "Yến",   "Lộc",   "Tiến",  "Mỹ",
               "Hạnh",  "Tấn",   "Tín",  "Tính",  "Tịnh", "Tình",  "Thuận", "Thuần", "Thức",  "Thục",  "Quyên", "Quyền", "Quyết", "Bách",
               "Bạch",  "Bảo",   "Bích", "Biên",  "Chí",  "Chinh", "Chính", "Chung", "Dân",   "Diễm",  "Diệu",  "Duy",   "Duyên", "Đăng",
               "Đạt",   "Điền",  "Định", "Đình",  "Đông", "Gia",   "Giáp",  "Hân",   "Hậu",   "Hiền",  "Hiển",  "Hiệp",  "Hoài",  "Hoan",
               "Hòa",   "Hoa",   "Hợp",  "Huệ",   "Huy",  "Huyền", "Hương", "Hường", "Kha",   "Khải",  "Khang", "Khiêm", "Khôi",  "Kiên",
               "Kiệt",  "Lan",   "Lập",  "Lệ",    "Liêm", "Liên",  "Liễu",  "Linh",  "Loan",  "Lợi",   "Luân",  "Luận",  "Lực",   "Mẫn",
               "Miên",  "Mừng",  "Nghĩa", "Nghị", "Nguyên", "Nhã", "Nhân",  "Nhật",  "Nhi",   "Nhơn",  "Nhung", "Như",   "Ninh",  "Phấn",
               "Phát",  "Phi",   "Phú",  "Phước", "Phương", "Phượng", "Quân", "Quế", "Quý",   "Quỳnh", "Sáng",  "Sang",  "Sinh",  "Tài",
               "Tân",   "Thạch", "Thái", "Thành", "Thạnh", "Thao", "Thiện", "Thiết", "Thịnh", "Thoa",  "Thông", "Thơ",   "Thu",   "Thúy",
               "Thương", "Thưởng", "Tiên", "Toản", "Trâm", "Trang", "Tri",  "Trí",   "Triều", "Trinh", "Trọng", "Trực",  "Trường", "Tú",
               "Tùng",   "Tuyên", "Tuyết", "Tường", "Tưởng", "Uyên", "Vân", "Việt",  "Vĩnh",  "Vũ",    "Vương", "Vượng", "Vy",    "Ý"},
              random);
  };
  std::string name = random->Unit() < 0.12 ? Of({"A", "Y", "K’", "Rơ Mah", "Ksor", "Siu", "Nay", "Ma", "Niê", "H’", "Điểu", "Kim", "Sơn", "Thập", "Chế", "Bá", "Quan", "Tòng",
                                                 "Quàng", "Vừ", "Sùng", "Vàng", "Thào", "Mùa", "Bàn", "Triệu", "Phàn", "Tẩn", "Lù", "Hoàng A"},
                                                random)
                                           : family;
  const double length = random->Unit();
  for (int more = length < 0.06 ? 1 : length < 0.74 ? 2 : 3; more > 0; --more) {
    const std::string next = syllable();
    name += (name.ends_with("’") ? "" : " ") + (random->Unit() < 0.25 ? WithOtherTones(next, random) : next);  // to be seen, not guessed
  }
  if (random->Unit() < 0.03) name += Of({" Niê", " Êban", " Kdăm", " Siêng", " Mlô", " Byă", " Ayun"}, random);
  const std::string before = random->Unit() < 0.16 ? Of({"TS. ", "ThS. ", "PGS.TS. ", "BS. ", "BS.CKI. ", "BS.CKII. ", "ThS.BS. ", "Đại tá ", "Thượng tá ", "Trung tá ", "Thiếu tá ", "Thiếu tướng ", "GS.TS. ", "TS "},
                                                        random)
                                                    : "";
  return before + name;
}

std::vector<std::string> Phrases::Authorities(Random* random) const {
  const std::string of = Of({"CHỦ TỊCH", "GIÁM ĐỐC", "BỘ TRƯỞNG", "TRƯỞNG BAN", "HIỆU TRƯỞNG", "CỤC TRƯỞNG", "CHI CỤC TRƯỞNG", "TRƯỞNG PHÒNG",
                             "TỔNG GIÁM ĐỐC", "VỤ TRƯỞNG", "THỦ TRƯỞNG", "BÍ THƯ", "CHỦ NHIỆM", "CHỈ HUY TRƯỞNG", "VIỆN TRƯỞNG", "THỦ TƯỚNG",
                             "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "HẠT TRƯỞNG", "ĐỒN TRƯỞNG", "CHÁNH ÁN", "TRẠM TRƯỞNG", "HIỆU TRƯỞNG", "GIÁM ĐỐC"},
                            random);
  const double kind = random->Unit();
  if (kind < 0.42) return {of};  // most blocks that learnt otherwise would see a deputy where the head signs
  if (kind < 0.46) return {Of({"Q. ", "QUYỀN "}, random) + of};
  if (kind < 0.72) return {Of({"KT. ", "KT. ", "K/T "}, random) + of, of == "BỘ TRƯỞNG" ? "THỨ TRƯỞNG" : "PHÓ " + of};
  if (kind < 0.88) {
    const std::string body = Of({"ỦY BAN NHÂN DÂN", "BAN THƯỜNG VỤ", "HỘI ĐỒNG NHÂN DÂN", "BAN CHẤP HÀNH", "BAN CHỈ ĐẠO", "ĐẢNG ỦY", "CHI BỘ", "HỘI ĐỒNG"}, random);
    const std::string title = Of({"CHỦ TỊCH", "PHÓ CHỦ TỊCH", "BÍ THƯ", "PHÓ BÍ THƯ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"}, random);
    return {Of({"TM. ", "TM. ", "T/M "}, random) + body, title};
  }
  const std::string title = Of({"CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "TRƯỞNG PHÒNG", "VỤ TRƯỞNG", "PHÓ GIÁM ĐỐC", "PHÓ TRƯỞNG PHÒNG"}, random);
  return {Of({"TL. ", "TL. ", "TUQ. "}, random) + of, title};
}

std::string Phrases::Amount(Random* random) const {
  switch (Pick(0, 7, random)) {
    case 0:
      return fmt::format("{}.{}.{}", Pick(1, 999, random), Plain(3, random), Plain(3, random));
    case 1:
      return fmt::format("{},{}%", Pick(0, 99, random), Pick(0, 99, random));
    case 2:
      return fmt::format("{}%", Pick(1, 100, random));
    case 3:
      return fmt::format("{}.{} {}", Pick(1, 99, random), Plain(3, random),
                         Of({"tỷ đồng", "triệu đồng", "đồng", "ha", "hộ", "người", "m2"}, random));
    case 4:
      return fmt::format(
          "{:02} {}", Pick(1, 60, random),
          Of({"văn bản", "lớp", "hồ sơ", "cuộc", "đợt", "xã", "huyện", "đồng chí", "ngày"}, random));
    case 5:
      return "0" + Plain(9, random);
    case 6:
      return Plain(Pick(2, 7, random), random);
    default:
      return fmt::format("{},{}", Pick(0, 999, random), Plain(Pick(1, 2, random), random));
  }
}

std::string Phrases::Heading(Random* random) const {
  switch (Pick(0, 9, random)) {
    case 0:
      return "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    case 1:
      return Of({"Độc lập - Tự do - Hạnh phúc", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập – Tự do – Hạnh phúc"},
                random);
    case 2:
      return Upper(Of({"Quyết định", "Kế hoạch", "Thông báo", "Báo cáo", "Tờ trình", "Chương trình",
                       "Nghị quyết", "Chỉ thị", "Hướng dẫn", "Công điện", "Phụ lục", "Danh mục", "Biên bản",
                       "Kết luận", "Quy chế", "Giấy mời", "Đề án", "Phương án"},
                      random));
    case 3:
      return Upper(Agency(random));
    case 4:
      return Of({"ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "UỶ BAN NHÂN DÂN"}, random) + " " +
             Upper(Place(random));
    case 5:
      return Of({"KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "GIÁM ĐỐC",
                 "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "BÍ THƯ", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "TL. CHỦ TỊCH",
                 "CHÁNH VĂN PHÒNG", "TUQ. CHỦ TỊCH", "K/T GIÁM ĐỐC", "TRƯỞNG PHÒNG"},
                random);
    case 6:
      return fmt::format("{}. {}", Roman(Pick(1, 20, random)), Upper(From(Titles(), random)));
    case 7:
      return Upper(Place(random));
    case 8:
      return fmt::format("Phụ lục {}", Roman(Pick(1, 15, random)));
    default:
      return From(Titles(), random);
  }
}

std::string Phrases::Office(Random* random) const {
  switch (Pick(0, 5, random)) {
    case 0:
    case 1:
      return Of({"HỎA TỐC", "HOẢ TỐC", "HỎA TỐC", "KHẨN", "THƯỢNG KHẨN", "ĐẾN", "MẬT", "TỐI MẬT", "Hỏa tốc",
                 "Hoả tốc", "Khẩn", "Thượng khẩn", "CÔNG VĂN ĐẾN", "DỰ THẢO", "SAO Y", "BẢN SAO",
                 "Hỏa tốc hẹn giờ"},
                random);
    case 2:
      return Of({"Đỗ", "Đỗ", "Đỗ", "Đỡ", "Đổ", "Đó", "Đô", "Đố", "Đồ", "Đo",
                 "Tổ", "Tố", "Tô", "Hổ", "Hồ", "Hỗ", "Võ", "Vỏ", "Lỗ", "Lộ"},
                random) +
             " " + Person(random);
    case 3:
      return Of({"KT. ", "K/T ", "TM. ", "T/M ", "TL. ", "TUQ. ", "Q. ", ""}, random) +
             Of({"CHỦ TỊCH",       "PHÓ CHỦ TỊCH",    "GIÁM ĐỐC",        "PHÓ GIÁM ĐỐC",
                 "BỘ TRƯỞNG",      "THỨ TRƯỞNG",      "TRƯỞNG BAN",      "PHÓ TRƯỞNG BAN",
                 "HIỆU TRƯỞNG",    "PHÓ HIỆU TRƯỞNG", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG",
                 "CỤC TRƯỞNG",     "PHÓ CỤC TRƯỞNG",  "VỤ TRƯỞNG",       "BAN THƯỜNG VỤ",
                 "PHÓ BÍ THƯ",     "TỔNG GIÁM ĐỐC",   "ỦY BAN NHÂN DÂN", "HỘI ĐỒNG",
                 "CHI CỤC TRƯỞNG", "TRƯỞNG PHÒNG"},
                random);
    case 4:
      return Person(random);
    default:
      return Heading(random);
  }
}

std::string Phrases::Figures(Random* random) const {
  switch (Pick(0, 5, random)) {
    case 0:
    case 1:
      return Mark(random);
    case 2:
      return Number(random);
    case 3:
      return fmt::format("{}/{}/{}", Day(random), Month(random), Year(random));
    case 4:
      return Amount(random);
    default:
      return Deadline(random);
  }
}

std::string Phrases::Any(Random* random) const {
  switch (Pick(0, 15, random)) {
    case 0:
      return Of({"Số: ", "Số: ", "số ", "Quyết định số ", "Kế hoạch số ", "Công văn số ", "Văn bản số "},
                random) +
             Number(random);
    case 1:
      return Number(random) + Of({" ", " ngày "}, random) +
             fmt::format("{}/{}/{}", Day(random), Month(random), Year(random));
    case 2:
      return Date(random);
    case 3:
    case 4:
      return Deadline(random);
    case 5:
    case 6:
      return Mark(random);
    case 7:
      return Agency(random);
    case 8:
      return Agencies(random);
    case 9:
      return Place(random);
    case 10:
      return Recipient(random);
    case 11:
      return Person(random);
    case 12:
      return Amount(random);
    case 13:
      return From(Titles(), random);
    default:
      return Heading(random);
  }
}

std::string WithOtherTones(const std::string& text, Random* random) {
  static const std::vector<std::vector<std::string>> kFamilies = [] {
    std::vector<std::vector<std::string>> families;
    for (const char* letters :
         {"aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "iìíỉĩị", "yỳýỷỹ"}) {
      families.push_back(Characters(letters));
      families.push_back(Characters(Upper(letters)));
    }
    return families;
  }();
  static const std::map<std::string, const std::vector<std::string>*> kFamilyOf = [] {
    std::map<std::string, const std::vector<std::string>*> of;
    for (const auto& family : kFamilies) {
      for (const std::string& letter : family) of[letter] = &family;
    }
    return of;
  }();
  constexpr double kChanged = 0.2;
  std::string out;
  for (const std::string& c : Characters(text)) {
    const auto family = kFamilyOf.find(c);
    out += family != kFamilyOf.end() && random->Unit() < kChanged ? From(*family->second, random) : c;
  }
  return out;
}

}  // namespace trichluc::train
