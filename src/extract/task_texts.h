// The paragraphs as tasks are sought in them. Private to the room.
#pragma once

#include <map>
#include <string>

#include "extract/context.h"

namespace trichluc {

// Text of each paragraph with its number mended by those beside it, with the dash that was lost in front of it, with the colon behind who
// is charged, and with the matter that stands ahead of who is charged put aside. Of `work` as it is when this is made.
class TaskTexts {
 public:
  explicit TaskTexts(const Work& work);
  std::string Of(const Paragraph& paragraph) const;
  // From now on `text` is what the paragraph says.
  void Say(const Paragraph& paragraph, const std::string& text) { mended_[&paragraph] = text; }

 private:
  void MendNumbers(const Work& work);
  void PutStops(const Work& work);
  void PutDashes(const Work& work);
  void PutColons(const Work& work);
  void PutLists(const Work& work);
  void PutMattersAside(const Work& work);

  std::map<const Paragraph*, std::string> mended_;
};

}  // namespace trichluc
