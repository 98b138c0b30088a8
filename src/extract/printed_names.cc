#include "extract/printed_names.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr std::string_view kMarks = ",.;:()\"'";

struct Token {
  std::string text, key;
};

std::vector<Token> Tokens(const std::string& name) {
  std::vector<Token> tokens;
  for (size_t at = 0; at < name.size();) {
    const size_t end = std::min(name.find(' ', at), name.size());
    const std::string word = name.substr(at, end - at);
    if (!word.empty()) tokens.push_back({word, LooseKey(word)});
    at = end + 1;
  }
  return tokens;
}

// The registry's letters between the printed marks.
std::string Respelled(const std::string& printed, const std::string& known) {
  const size_t begin = printed.find_first_not_of(kMarks), end = printed.find_last_not_of(kMarks);
  const size_t first = known.find_first_not_of(kMarks), last = known.find_last_not_of(kMarks);
  if (begin == std::string::npos || first == std::string::npos) return printed;
  return printed.substr(0, begin) + known.substr(first, last - first + 1) + printed.substr(end + 1);
}

struct Aligned {
  std::string name;        // in the printed words, with the registry's letters
  bool left_away = false;  // words of the registry's name are not printed
};

class Alignment {
 public:
  Alignment(const std::string& canonical, const RuleSet& rules) : known_(Tokens(canonical)), rules_(rules) {}

  std::optional<Aligned> Of(const NameWords& printed) {
    bool joint = false;
    for (const NameWord& word : printed) {
      const bool joins = word.key.empty();
      if (!joins && !StepTo(word.key, joint)) return std::nullopt;
      aligned_.name += (aligned_.name.empty() ? "" : " ") + (word.text == "&" ? "và" : joins ? word.text : Respelled(word.text, known_[next_++].text));
      joint = joins || kMarks.find(word.text.back()) != std::string_view::npos;
    }
    const bool rest = next_ == known_.size() || MayLack(next_, known_.size());
    return rest && !aligned_.name.empty() ? std::optional(aligned_) : std::nullopt;
  }

 private:
  // Goes to the word of this key; a joint printed where the registry has none is a misprint.
  bool StepTo(const std::string& key, bool joint) {
    const size_t from = next_;
    while (next_ < known_.size() && known_[next_].key != key) ++next_;
    if (next_ == known_.size() || (from == 0 && next_ > 0)) return false;
    if (next_ > from && std::all_of(Place(from), Place(next_), [](const Token& token) { return token.key.empty(); }))
      return true;
    if (next_ > from) return MayLack(from, next_);
    return !joint || from == 0 || kMarks.find(known_[from - 1].text.back()) != std::string_view::npos;
  }

  bool MayLack(size_t from, size_t to) {
    std::string text;
    for (size_t i = 0; i < to; ++i) text += (i == 0 ? "" : " ") + std::string(i == from ? "[" : "") + known_[i].text;
    aligned_.left_away = true;
    return rules_.First("left_away", text + "]").has_value();
  }

  std::vector<Token>::const_iterator Place(size_t at) const { return known_.begin() + static_cast<long>(at); }

  const std::vector<Token> known_;
  const RuleSet& rules_;
  size_t next_ = 0;
  Aligned aligned_;
};

}  // namespace

std::string AsPrinted(const NameWords& printed, const std::string& canonical, const RuleSet& rules) {
  const auto aligned = Alignment(canonical, rules).Of(printed);
  if (!aligned) return canonical;
  return aligned->left_away || rules.First("own_joints", canonical) ? aligned->name : canonical;
}

}  // namespace trichluc
