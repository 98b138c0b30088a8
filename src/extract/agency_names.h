// Agency names as sequences of words: abbreviations written out, compared without case, punctuation and "và",
// looked up in the registry exactly or, for damaged text, nearly. Private to the room.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "rules/rules.h"

namespace trichluc {

// What two spellings of a name have in common: case-folded, no punctuation, no connectives ("và"). "Sở Văn
// hóa, Thể thao" and "Sở Văn hóa và Thể thao" are the same name.
std::string LooseKey(std::string_view text);

// One word of a name, as it is to be printed (with the punctuation at it) and its LooseKey (may be empty:
// "-", "và").
struct NameWord {
  std::string text, key;
  bool expanded = false;  // came from an abbreviation
};
using NameWords = std::vector<NameWord>;

std::string JoinText(const NameWords& words, size_t begin, size_t end);
std::string JoinKeys(const NameWords& words, size_t begin, size_t end);

// What a damaged name is near to.
struct NearEntry {
  const AgencyEntry* entry = nullptr;  // the one; null when there is none, or several
  double distance = 0;                 // letters; a mark counts half
  std::vector<const AgencyEntry*>
      rivals;  // where several are equally near: these, in the order of their names
};

class AgencyNames {
 public:
  explicit AgencyNames(const RuleSet& rules);

  // The printed words with abbreviations written out; the longest abbreviation wins. `lower`: the text is in
  // capitals and its words come out in small letters (abbreviations as their entry has them).
  NameWords Words(std::string_view printed, bool lower) const;
  NameWords PlainWords(std::string_view printed) const;  // without writing out

  // The registered agency of this name or alias (a LooseKey); null when there is none.
  const AgencyEntry* Find(const std::string& key) const;
  // The registered name within a small edit distance (a LooseKey); none when there is no such, or when
  // several are equally near.
  NearEntry FindNear(const std::string& key) const;

  const AgencyEntry* ById(const std::string& id) const;  // null when there is none

 private:
  const RuleSet& rules_;
  std::string WithHead(const std::string& name) const;
  void AddName(const std::string& name, const AgencyEntry& entry);
  void LearnBare(const AbbreviationEntry& entry);
  const std::string* FindAbbreviation(const std::string& printed) const;
  bool BeginsPlace(const std::vector<std::string>& tokens, size_t at) const;
  size_t Expand(const std::vector<std::string>& tokens, size_t at, NameWords& words) const;
  bool ExpandDotted(const std::string& token, NameWords& words) const;
  bool ExpandJoined(const std::string& token, NameWords& words) const;

  std::unordered_map<std::string, std::string> abbreviations_;       // as printed, single blanks
  std::unordered_map<std::string, std::string> bare_abbreviations_;  // without marks; "" for several
  size_t longest_abbreviation_ = 1;                                  // in words
  std::unordered_set<std::string> name_heads_;                       // words behind which a name begins with a capital
  std::unordered_set<std::string> long_heads_;                       // first words of those of several
  std::unordered_set<std::string> places_;                           // FoldKey of the names of units that begin with one: "tư nghĩa"
  std::unordered_map<std::string, const AgencyEntry*> names_;
  std::unordered_map<std::string, const AgencyEntry*> by_id_;
  // A registered name as FindNear compares it.
  struct Known {
    std::u32string letters, bare;  // of the name; without marks
    const AgencyEntry* entry;
  };
  static void Compare(const Known& known, const struct NearSearch& search, struct NearFound* found);
  std::vector<Known> known_;
  std::unordered_map<std::string, std::vector<size_t>> heads_;  // first words of names → places in known_
};

}  // namespace trichluc
