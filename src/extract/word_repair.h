// Tone marks and signs that a reader lost or mistook in the common words of agency names. Private to the
// room.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "rules/rules.h"

namespace trichluc {

// A word that occurs in no name, nor in the list "plain_words", becomes the one known word that has the same
// letters without marks: "huỵện" is "huyện", "Căc" is "Các". Words with a capital are mended only to words of
// the list "agency_words", since others may be proper names. Where a name begins ("Tố Quản lý học sinh"), a word that differs in its
// tone, or in the stroke of its Đ, from one of the list "toned_heads" is that one, unless all behind it are capitalised, as in persons' names, or it is one of the
// list "chiefs" in front of one of the list "chief_of" ("Trưởng Phòng Nội vụ"). Two words of the list "plain_phrases" ("tính chất") and persons' names
// stay: a family's name with capitalised words behind it, three in all and no office's head where the family's is a word of such names, too.
class WordRepair {
 public:
  explicit WordRepair(const RuleSet& rules);

  // Line breaks, blanks and punctuation stay.
  std::string Mend(std::string_view text) const;

 private:
  void Learn(const std::string& text);
  std::string MendWord(const std::string& word) const;
  using Parts = std::vector<std::pair<std::string, bool>>;  // words and what stands between them
  const std::string* HeadAt(const Parts& parts, size_t at) const;

  std::unordered_set<std::string> known_;  // in small letters
  std::unordered_set<std::string> plain_phrases_;
  std::unordered_set<std::string> families_;         // folded; those that no name of an agency has
  std::unordered_set<std::string> shared_families_;  // … and those that stand in names of agencies, too: "Tăng", "Lâm"
  std::unordered_map<std::string, std::string>
      by_letters_;  // without marks → the one word, "" when there are several
  std::unordered_map<std::string, std::string> group_words_;  // the same for the list
  std::unordered_map<std::string, std::string> heads_;        // without tone → the head
  std::unordered_set<std::string> before_heads_, chiefs_, chief_of_;
};

}  // namespace trichluc
