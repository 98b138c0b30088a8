#include "report/audit_loose.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {
namespace {

std::string WithoutBlanks(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

}  // namespace

std::string Loose(const std::string& text) {
  std::string loose = WithoutBlanks(FoldKey(text));
  while (!loose.empty() && (loose.back() == '.' || loose.back() == ';' || loose.back() == ','))
    loose.pop_back();
  return loose;
}

bool SameLoosely(const Value& a, const Value& b) { return a && b ? Loose(*a) == Loose(*b) : !a && !b; }

bool SamePerson(const Value& truth, const Value& found) {
  if (SameLoosely(truth, found)) return true;
  if (!truth || !found) return false;
  const std::string whole = FoldKey(*truth), name = FoldKey(*found);
  const bool two_words = name.find(' ') != std::string::npos;
  const size_t at = whole.rfind(". " + name);
  return two_words && at != std::string::npos && at + 2 + name.size() == whole.size();
}

std::string WrittenOut(const std::string& printed) {
  std::string name = FoldKey(printed);
  for (const auto& [abbreviation, written] :
       {std::pair{"ubnd", "ủy ban nhân dân"}, std::pair{"hđnd", "hội đồng nhân dân"}}) {
    const size_t at = name.find(abbreviation);
    if (at != std::string::npos) name.replace(at, std::string(abbreviation).size(), written);
  }
  return FoldKey(name);
}

}  // namespace trichluc
