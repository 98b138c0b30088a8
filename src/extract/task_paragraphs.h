// What paragraphs of running text look like to the reader of tasks: items, work, headings, names. Private to the room.
#pragma once

#include <string>

#include "extract/context.h"
#include "extract/task_texts.h"
#include "extract/text_headings.h"

namespace trichluc {

class TaskParagraphs {
 public:
  // All three must outlive it; headings as they are open when it is asked.
  TaskParagraphs(const Work& work, const TaskTexts& texts, const TextHeadings& headings) : work_(work), texts_(texts), headings_(headings) {}

  // How a paragraph is marked: '1' a figure, 'a' a letter, '-', '+', '*'; 0 for none.
  char MarkOf(const std::string& text) const;

  // "- Tham mưu …", "a) Rà soát …": work of whom the open heading names; not "- Giao Ban Tuyên giáo chủ trì …".
  bool ItemOfWork(const std::string& text) const;
  // "a) Giao Trung tâm X bố trí …": an item that charges an office, whoever is charged with those around it.
  bool ChargesSomebody(const std::string& text) const;
  // Words whose verb no rule knows.
  bool MayBeWork(const std::string& content) const;

  // "4. Tập huấn Quản lý y tế cho cán bộ tuyến huyện." behind "3. Tiếp tục tập huấn …:", a line that a stop ends, with dashes
  // below it as below the heading before.
  bool HeadsItems(const Paragraph& paragraph, const std::string& no) const;
  // "1. Lập báo cáo theo các biểu mẫu:" | "- Mẫu số 11 …": what stands below is no work.
  bool ListsThings(const Paragraph& paragraph) const;

  // Whether a numbered line assigns its work to somebody, or what stands below it. What looks like a verb may be part of the name: "3. Đối
  // với các đoàn kiểm tra do …:".
  bool Assigns(const std::string& text) const;
  // … its work, which is told to the end; not "Sở Y tế chủ trì, phối hợp với Sở Nội vụ".
  bool AssignsWork(const std::string& text) const;
  // A heading that is an agency's name and nothing else, where work is shared out.
  bool IsAgencyAlone(const std::string& who, const std::string& under) const;
  // "Sở Y tế | chỉ đạo các trạm rà soát theo hướng": an agency and what it does, no name.
  bool HoldsVerb(const std::string& who) const;
  // Whether all parts between semicolons are agencies, and say nothing of what one does.
  bool NamesAlone(const std::string& who) const;

 private:
  bool Assigns(const Match& match) const;

  const Work& work_;
  const TaskTexts& texts_;
  const TextHeadings& headings_;
};

}  // namespace trichluc
