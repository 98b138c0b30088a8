#include "repair/spellings.h"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/error.h"
#include "base/files.h"
#include "text/text.h"

namespace trichluc {

Spellings::Spellings(const std::string& path) {
  if (!std::filesystem::exists(path)) return;
  std::istringstream lines(ReadFile(path));
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    Pair pair;
    std::getline(words, pair.one, '\t');
    std::getline(words, pair.other, '\t');
    if (pair.one.empty() || pair.other.empty())
      throw UsageError(path + ":" + std::to_string(number) + ": two words are needed, separated by a tab");
    pair.one = FoldKey(pair.one);
    pair.other = FoldKey(pair.other);
    for (std::string next; std::getline(words, next, '\t');) pair.before.insert(FoldKey(next));
    pairs_.push_back(std::move(pair));
  }
}

bool Spellings::AreOne(const std::string& a, const std::string& b, const std::string& next) const {
  return std::any_of(pairs_.begin(), pairs_.end(), [&](const Pair& pair) {
    const bool both = (pair.one == a && pair.other == b) || (pair.one == b && pair.other == a);
    return both && (pair.before.empty() || pair.before.count(next) > 0);
  });
}

}  // namespace trichluc
