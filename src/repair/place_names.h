// Names of provinces whose marks were misread: "thành phố Đà Năng". Private to the room.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/reading.h"
#include "repair/spellings.h"

namespace trichluc {

class PlaceNames {
 public:
  // `provinces`: tỉnh and thành phố of any time, of two words or more. `units`: of any level; what reads as one of them stays.
  PlaceNames(const std::vector<std::string>& provinces, const std::vector<std::string>& units);

  // Changes the marks of capitalised words that are no unit's name but one province's, if not for them: behind "tỉnh",
  // "thành phố", "TP.", an abbreviation or a word in small letters. Behind another capitalised word they may be a person's
  // name and stay, and so does another good spelling (Đăk Lăk). Appended to `repairs` under the rule "word.province".
  void Mend(const Spellings& spellings, PageReading* reading, std::vector<Repair>* repairs) const;

 private:
  size_t Words(const PageReading& reading, size_t at, std::vector<std::string>* name) const;

  std::map<std::string, std::vector<std::string>> provinces_;  // by the letters: "da nang" → {"đà", "nẵng"}
  std::set<std::string> units_;                                // folded
  size_t longest_ = 0;                                         // words
};

}  // namespace trichluc
