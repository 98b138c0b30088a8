// Whom a document asks, by sentences that stand around its items and by whom it is addressed to. Private to the room.
#pragma once

#include <map>
#include <vector>

#include "extract/context.h"
#include "extract/task_texts.h"

namespace trichluc {

class AskedOffices {
 public:
  // Of `work` as it is when this is made; both must outlive it.
  AskedOffices(const Work& work, const TaskTexts& texts);

  // Who has to do what an item says that names nobody: whom the last sentence above it asks ("Sở Y tế đề nghị các đơn vị báo cáo …"),
  // else the first below it ("Yêu cầu thủ trưởng các sở nghiêm túc thực hiện Chỉ thị này"), else the addressees. Empty where nobody is told.
  std::vector<Agency> Around(const Paragraph& item) const;

  // "Kính gửi: Sở Y tế; Sở Tài chính", or a list below it; whom it is said to mean ("sau đây gọi chung là các đơn vị") instead.
  const std::vector<Agency>& Addressees() const { return addressees_; }

 private:
  void ReadAddressees(const TaskTexts& texts);
  void ReadSentence(const Paragraph& paragraph, const std::string& text);

  const Work& work_;
  std::map<const Paragraph*, std::vector<Agency>> asked_;  // by the paragraph that asks: paragraphs lie in one array
  std::vector<Agency> addressees_;
};

}  // namespace trichluc
