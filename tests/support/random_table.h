// Tables of tasks made by chance, in the shapes that real ones have. The same seed gives the same table.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "support/printed_table.h"

namespace trichluc {

struct RandomTable {
  std::vector<double> widths;
  std::vector<PrintedRow> heading, rows;
  FlowOptions flow;
  bool numbered = true;
};

class TableDice {
 public:
  explicit TableDice(unsigned seed) : engine_(seed) {}

  int Roll(int from, int to) { return std::uniform_int_distribution<int>(from, to)(engine_); }
  bool Chance(double share) { return std::uniform_real_distribution<double>(0, 1)(engine_) < share; }
  template <size_t N>
  std::string Pick(const char* const (&list)[N]) {
    return list[static_cast<size_t>(Roll(0, static_cast<int>(N) - 1))];
  }

  std::string Agency() {
    static const char* const kAgencies[] = {"Sở Y tế",
                                            "Sở Nội vụ",
                                            "Sở Tài chính",
                                            "Sở Kế hoạch và Đầu tư",
                                            "Công an tỉnh",
                                            "Sở Công Thương",
                                            "Sở Nông nghiệp và Phát triển nông thôn",
                                            "Bộ Chỉ huy Quân sự tỉnh",
                                            "Văn phòng UBND tỉnh",
                                            "Sở Lao động - Thương binh và Xã hội",
                                            "UBND các huyện, thành phố",
                                            "Ban Quản lý Khu kinh tế tỉnh"};
    return Pick(kAgencies);
  }
  std::string Agencies(int most) {
    std::string text;
    const bool bullets = Chance(0.2);
    for (int i = Roll(1, most); i > 0; --i) {
      text += bullets ? "- " + Agency() + (i > 1 ? "; " : ".")
                      : Agency() + (i > 1 ? (Chance(0.5) ? "; " : ", ") : "");
    }
    return text;
  }
  std::string Deadline() {
    static const char* const kDeadlines[] = {"Quý I/2023",
                                             "Quý II/2023",
                                             "Tháng 6/2023",
                                             "Thường xuyên",
                                             "Hằng năm",
                                             "Năm 2023",
                                             "31/12/2023",
                                             "Trước ngày 15/11/2023",
                                             "Theo kế hoạch",
                                             "Giai đoạn 2021 - 2025",
                                             "Hoàn thành trong quý III-2023"};
    return Pick(kDeadlines);
  }
  std::string Sentence(int least, int most) {
    static const char* const kStarts[] = {"Xây dựng",   "Triển khai", "Tổng kết", "Rà soát",
                                          "Tham mưu",   "Ban hành",   "Tổ chức",  "Đẩy mạnh",
                                          "Hoàn thành", "Kiểm tra",   "Phối hợp"};
    static const char* const kWords[] = {"kế hoạch",
                                         "đề án",
                                         "của",
                                         "và",
                                         "thực hiện",
                                         "cải cách hành chính",
                                         "trên địa bàn tỉnh",
                                         "công tác",
                                         "về",
                                         "phát triển",
                                         "kinh tế",
                                         "các",
                                         "giai đoạn 2021 - 2025",
                                         "Quyết định số 157/QĐ-TTg",
                                         "hiệu quả",
                                         "dự án",
                                         "đầu tư",
                                         "Kiên Giang",
                                         "nông thôn mới",
                                         "quy hoạch",
                                         "theo",
                                         "chuyển đổi số",
                                         "Chính phủ",
                                         "nâng cao",
                                         "chất lượng",
                                         "nguồn nhân lực",
                                         "Phú Quốc",
                                         "biển",
                                         "an toàn",
                                         "báo cáo",
                                         "UBND tỉnh",
                                         "xem xét"};
    std::string text = Pick(kStarts);
    static const char* const kLast[] = {"kế hoạch",  "trên địa bàn tỉnh", "đề án",
                                        "năm 2023",  "nông thôn mới",     "chuyển đổi số",
                                        "UBND tỉnh", "theo quy định",     "nguồn nhân lực"};
    for (int i = Roll(least, most) - 1; i > 0; --i) text += (Chance(0.07) ? ", " : " ") + Pick(kWords);
    return text + " " + Pick(kLast);
  }
  std::string Content() {
    std::string text;
    const bool bullets = Chance(0.15);
    for (int i = Chance(0.25) ? Roll(2, 4) : 1; i > 0; --i) {
      text +=
          std::string(text.empty() ? "" : " ") + (bullets ? "- " : "") + Sentence(3, Chance(0.2) ? 45 : 14);
      text += i > 1 ? (bullets ? ";" : ".") : (Chance(0.4) ? "." : "");
    }
    return text;
  }

 private:
  std::mt19937 engine_;
};

// `TT | Nội dung | Chủ trì | Phối hợp | Thời gian | Sản phẩm` with columns left out, put elsewhere or under a
// common title; rows of sections, sub-rows, empty cells, cells that span rows.
inline RandomTable MakeRandomTable(unsigned seed) {
  TableDice dice(seed);
  RandomTable table;
  table.numbered = dice.Chance(0.85);
  const bool lead_first = dice.Chance(0.25), coordinators = dice.Chance(0.7), output = dice.Chance(0.5);
  const bool common_title = coordinators && dice.Chance(0.3);
  std::vector<std::string> kinds;
  if (table.numbered) kinds.push_back("TT");
  if (lead_first) kinds.push_back("Chủ trì");
  if (lead_first && coordinators) kinds.push_back("Phối hợp");
  kinds.push_back("Nội dung");
  if (!lead_first) kinds.push_back("Chủ trì");
  if (!lead_first && coordinators) kinds.push_back("Phối hợp");
  kinds.push_back("Thời gian");
  if (output) kinds.push_back("Sản phẩm");

  table.flow.landscape = dice.Chance(0.4);
  table.flow.dpi = std::vector<int>{100, 150, 200, 200, 300}[static_cast<size_t>(dice.Roll(0, 4))];
  table.flow.points = dice.Roll(11, 13);
  table.flow.repeat_heading = dice.Chance(0.5);
  table.flow.cut_rows = dice.Chance(0.7);
  table.flow.centre = dice.Chance(0.3);
  table.flow.shift_px = dice.Roll(-12, 12);
  table.flow.first_top_mm = dice.Roll(22, 160);
  table.flow.least_lines = dice.Roll(1, 2);
  const double room = table.flow.landscape ? 245 : 165;
  double weights = 0;
  const auto weight = [&](const std::string& kind) {
    return kind == "TT"          ? 0.5
           : kind == "Nội dung"  ? 2.6
           : kind == "Sản phẩm"  ? 1.6
           : kind == "Thời gian" ? 0.9
                                 : 1.2;
  };
  for (const std::string& kind : kinds) weights += weight(kind);
  for (const std::string& kind : kinds) table.widths.push_back(room * weight(kind) / weights);

  if (common_title) {
    PrintedRow upper, lower;
    for (const std::string& kind : kinds) {
      const bool agency = kind == "Chủ trì" || kind == "Phối hợp";
      upper.push_back(kind == "Chủ trì" ? "Cơ quan thực hiện" : kind == "Phối hợp" ? "<" : kind);
      lower.push_back(agency ? kind : "^");
    }
    table.heading = {upper, lower};
  } else {
    table.heading = {kinds};
  }

  // How numbers are written: 1, 01, 1., (1); deadlines printed once for several rows; titles of sections in
  // the second column alone.
  const int style = dice.Roll(0, 5);
  const auto label_of = [&](const std::string& number) {
    return style == 1 && number.size() == 1 ? "0" + number
           : style == 2                     ? number + "."
           : style == 3                     ? "(" + number + ")"
                                            : number;
  };
  const bool spanned_deadlines = dice.Chance(0.15), narrow_titles = table.numbered && dice.Chance(0.2);
  int same_deadline = 0;

  const bool groups = lead_first && dice.Chance(0.6);  // a lead agency for several rows
  int number = 0, sub = 0, group = 0;
  for (int i = dice.Roll(6, 30); i > 0; --i) {
    PrintedRow row;
    if (dice.Chance(0.07) && group == 0 && same_deadline == 0) {
      for (size_t c = 0; c < kinds.size(); ++c) {
        const size_t title = table.numbered ? 1 : 0;
        row.push_back(
            c < title ? std::vector<std::string>{"I", "II", "III", "IV"}[static_cast<size_t>(dice.Roll(0, 3))]
            : c == title    ? "NHIỆM VỤ TRỌNG TÂM " + dice.Sentence(1, 3)
            : narrow_titles ? ""
                            : "<");
      }
      table.rows.push_back(row);
      continue;
    }
    const bool in_group = group > 0;
    if (in_group) {
      --group;
    } else if (groups && dice.Chance(0.4)) {
      group = dice.Roll(1, 4);
    }
    const bool sub_row = !in_group && table.numbered && number > 0 && dice.Chance(0.12);
    if (!in_group) sub_row ? ++sub : (++number, sub = 0);
    const std::string label =
        sub_row ? std::to_string(number) + "." + std::to_string(sub) : std::to_string(number);
    for (const std::string& kind : kinds) {
      if (kind == "TT") row.push_back(in_group ? "^" : sub_row ? label : label_of(label));
      if (kind == "Nội dung") row.push_back(dice.Content());
      if (kind == "Chủ trì") row.push_back(in_group ? "^" : dice.Agency());
      if (kind == "Phối hợp")
        row.push_back(in_group && lead_first ? "^" : dice.Chance(0.15) ? "" : dice.Agencies(5));
      if (kind == "Thời gian") {
        const bool again = same_deadline > 0 && !table.rows.empty();
        // An empty cell at the head of a page may be one of its own or the rest of a span: nobody can tell.
        row.push_back(again ? "^" : dice.Chance(0.1) && !spanned_deadlines ? "" : dice.Deadline());
        same_deadline = again                                              ? same_deadline - 1
                        : spanned_deadlines && !groups && dice.Chance(0.3) ? dice.Roll(1, 3)
                                                                           : 0;
      }
      if (kind == "Sản phẩm") row.push_back(dice.Chance(0.4) ? "" : dice.Sentence(1, 14));
    }
    table.rows.push_back(row);
  }
  return table;
}

}  // namespace trichluc
