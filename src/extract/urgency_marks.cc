#include "extract/urgency_marks.h"

#include <algorithm>

#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kStamped = 0.95, kApart = 0.9;  // confidence of the rules

// A field, its set of rules, which is also the list of its words.
struct Kind {
  const char* name;
  std::optional<std::string> Document::*value;
};

void Put(Work& work, const Kind& kind, const std::string& level, const ViewLine& line, const std::string& rule, double confidence) {
  work.document.*kind.value = level;
  AddEvidence(work.document, kind.name, std::vector<const ViewLine*>{&line}, rule, confidence);
}

// The words of the list that a stamp shows, but for marks, blanks and one letter in five.
std::optional<std::string> OfList(const std::string& text, const RuleSet& rules, const char* list) {
  const auto letters_of = [](std::string bare) {
    std::erase_if(bare, [](char c) { return c < 'a' || c > 'z'; });
    return bare;
  };
  const std::string letters = letters_of(StripDiacritics(text));
  for (const ListEntry& known : rules.Entries(list)) {
    const std::string wanted = letters_of(known.bare);
    const size_t limit = wanted.size() / 5;
    if (EditDistance(letters, wanted, limit) <= limit) return known.text;
  }
  return std::nullopt;
}

// Parts of a line that wide white divides, each without what a frame's sides were read as: short words at its ends, unsure or
// without letters.
std::vector<std::string> PartsOf(const ViewLine& line) {
  constexpr double kWide = 1.2, kUnsure = 0.7;  // of the line's height; of a word
  constexpr size_t kShort = 3;
  std::vector<std::vector<const Word*>> parts(1);
  for (const Word& word : line.line.words) {
    const Word* before = parts.back().empty() ? nullptr : parts.back().back();
    const int height = before == nullptr ? 0 : std::max(before->box.Height(), word.box.Height());
    if (before != nullptr && word.box.left - before->box.right > kWide * height) parts.emplace_back();
    parts.back().push_back(&word);
  }
  const auto of_frame = [](const Word* word) { return word->confidence < kUnsure && Length(word->text) <= kShort; };
  std::vector<std::string> texts;
  for (std::vector<const Word*>& part : parts) {
    while (part.size() > 1 && of_frame(part.front())) part.erase(part.begin());
    while (part.size() > 1 && of_frame(part.back())) part.pop_back();
    std::string text;
    for (const Word* word : part) text += (text.empty() ? "" : " ") + word->text;
    texts.push_back(Normalise(text));
  }
  return texts;
}

void ReadKind(Work& work, const Kind& kind, const std::vector<const ViewLine*>& upper) {
  const auto found = [&] { return (work.document.*kind.value).has_value(); };
  for (const ViewLine& line : work.First().stamp_lines) {
    if (found()) return;
    const auto level = OfList(line.text, work.rules, kind.name);
    if (level) Put(work, kind, *level, line, std::string(kind.name) + ".stamp", kStamped);
  }
  for (const ViewLine* line : upper) {
    if (found()) return;
    if (const auto match = work.rules.Full(kind.name, line->text)) Put(work, kind, match->Get("level"), *line, match->rule->id, kStamped);
  }
  for (const ViewLine* line : upper) {
    for (const std::string& part : PartsOf(*line)) {
      if (found()) return;
      if (part == line->text) continue;
      const auto match = work.rules.Full(kind.name, part);
      if (match) Put(work, kind, match->Get("level"), *line, match->rule->id, kApart);
    }
  }
}

}  // namespace

void ReadUrgencyMarks(Work& work, const std::vector<const ViewLine*>& upper) {
  ReadKind(work, {"urgency", &Document::urgency}, upper);
  ReadKind(work, {"secrecy", &Document::secrecy}, upper);
}

}  // namespace trichluc
