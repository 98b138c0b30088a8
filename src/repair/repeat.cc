// Repairs that are stored, made once more.
#include <algorithm>
#include <utility>

#include "repair/repair.h"

namespace trichluc {
namespace {

Word* FindWord(const Repair& repair, std::vector<PageReading>* readings) {
  for (PageReading& reading : *readings) {
    if (reading.page != repair.page) continue;
    const auto found = std::find_if(reading.words.begin(), reading.words.end(), [&](const Word& word) {
      return word.box == repair.box && word.text == repair.raw;
    });
    if (found != reading.words.end()) return &*found;
  }
  return nullptr;
}

}  // namespace

bool Repeat(const std::vector<Repair>& repairs, std::vector<PageReading>* readings) {
  std::vector<std::pair<Word*, std::string>> changed;
  for (const Repair& repair : repairs) {
    Word* word = FindWord(repair, readings);
    if (word == nullptr) {
      for (; !changed.empty(); changed.pop_back()) changed.back().first->text = changed.back().second;
      return false;
    }
    changed.emplace_back(word, std::exchange(word->text, repair.text));
  }
  return true;
}

}  // namespace trichluc
