// Letters whose body is made of paragraphs, and what they assign.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "extract/extract.h"
#include "support/page_builder.h"

namespace trichluc::testing {

// A letter, or what its number says, whose body is these paragraphs, one line each.
inline Document Letter(const std::vector<std::string>& paragraphs, const std::string& number = "Số: 15/SNV-TCBC") {
  PageBuilder page(1);
  page.At(250, 160, {"UBND TỈNH CAO BẰNG", "SỞ NỘI VỤ"}, BlockColumn::kLeft)
      .At(300, 300, {number}, BlockColumn::kLeft)
      .At(800, 160, {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"},
          BlockColumn::kRight)
      .At(850, 300, {"Cao Bằng, ngày 08 tháng 5 năm 2024"}, BlockColumn::kRight);
  int top = 520;
  for (const std::string& text : paragraphs) page.At(250, top += 60, {text});
  FileLayout file{"scan.pdf", {page.Layout()}, {}};
  static const std::shared_ptr<const RuleSet> rules = RuleSet::Load(TRICHLUC_SOURCE_DIR "/rules");
  return Extractor(rules).Extract(file, [](int, int) { return std::vector<Table>{}; }).at(0);
}

// "no | content | lead | coordinators | deadline" of each task.
inline std::vector<std::string> Tasks(const Document& document) {
  const auto names = [](const std::vector<Agency>& agencies) {
    std::string text;
    for (const Agency& agency : agencies) text += (text.empty() ? "" : "; ") + agency.name;
    return text;
  };
  std::vector<std::string> tasks;
  for (const Task& task : document.tasks) {
    EXPECT_EQ(task.source, "text");
    tasks.push_back(task.no.value_or("") + " | " + task.content + " | " + names(task.lead) + " | " +
                    names(task.coordinators) + " | " + (task.deadline ? task.deadline->text : ""));
  }
  return tasks;
}

}  // namespace trichluc::testing
