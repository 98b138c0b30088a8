// Words with two good spellings (rules/repair/spellings.tsv): neither is the other misread. Private to the room.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace trichluc {

class Spellings {
 public:
  // Tab-separated, folded words: a word, the other, and those before which they mean the same (none: anywhere); lines that
  // begin with # apart. A file that is absent names none. Throws UsageError "path:line: what is wrong".
  explicit Spellings(const std::string& path);

  // Whether `a` and `b` are two spellings of one word where `next` stands behind it; "" behind the last one.
  bool AreOne(const std::string& a, const std::string& b, const std::string& next) const;

 private:
  struct Pair {
    std::string one, other;
    std::set<std::string> before;
  };
  std::vector<Pair> pairs_;
};

}  // namespace trichluc
