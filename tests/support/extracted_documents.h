// Documents from hand-made layouts, with the rules of the project.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "extract/extract.h"
#include "support/page_builder.h"

namespace trichluc::testing {

inline std::shared_ptr<const RuleSet> Rules() {
  static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  return rules;
}

inline std::vector<Document> Extract(const std::vector<PageBuilder>& pages, const std::vector<Table>& tables = {}) {
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

inline PageBuilder StateLetterhead(int page, const std::vector<std::string>& agency, const std::string& number,
                            const std::string& date) {
  PageBuilder builder(page);
  builder.At(250, 160, agency, BlockColumn::kLeft)
      .At(300, 300, {number}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}, BlockColumn::kRight)
      .At(850, 300, {date}, BlockColumn::kRight);
  return builder;
}

inline PageBuilder Plan() {
  PageBuilder page = StateLetterhead(1, {"ỦY BAN NHÂN DÂN", "TỈNH KIÊN GIANG"}, "Số: 112 /KH-UBND",
                                     "Kiên Giang, ngày 09 tháng 5 năm 2022");
  page.Centred(420, {"KẾ HOẠCH", "Thực hiện Kết luận của Thủ tướng Chính phủ", "tại buổi làm việc với tỉnh Kiên Giang"});
  page.At(300, 620, {"Thực hiện nhiệm vụ được giao tại Thông báo số 99/TB-VPCP ngày 05/4/2022 của Văn phòng Chính phủ,"});
  page.Body(660, {"Ủy ban nhân dân tỉnh Kiên Giang ban hành Kế hoạch thực hiện với những nội dung sau đây:"});
  return page;
}

// Names of who leads, of a table of tasks with this work and these names.
inline std::vector<std::string> LeadsOf(const std::vector<std::pair<std::string, std::string>>& work) {
  std::vector<std::vector<std::string>> rows = {{"TT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian"}};
  for (const auto& [content, name] : work) rows.push_back({std::to_string(rows.size()), content, name, "Quý II"});
  std::vector<std::string> names;
  const std::vector<Document> documents = Extract({Plan()}, {MakeTable(rows)});
  for (const Task& task : documents.at(0).tasks) {
    for (const Agency& agency : task.lead) names.push_back(agency.name);
  }
  return names;
}

}  // namespace trichluc::testing
