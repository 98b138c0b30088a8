#include "extract/recipients.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "extract/titles.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

// What a line says, without what ends it that is no print: few characters and no syllable, of which the engine is not sure.
std::string TextOf(const ViewLine& line) {
  constexpr float kUnsure = 0.35f;
  constexpr size_t kShort = 3;
  const std::vector<Word>& words = line.line.words;
  const auto noise = [](const Word& word) {
    return word.confidence < kUnsure && Length(word.text) <= kShort && !IsSyllable(FoldKey(Trimmed(word.text)));
  };
  size_t count = words.size();
  while (count > 1 && noise(words[count - 1])) --count;
  if (count == words.size()) return line.text;
  std::string text;
  for (size_t i = 0; i < count; ++i) text += (text.empty() ? "" : " ") + words[i].text;
  return Normalise(text);
}

std::string StripMarks(const std::string& text, const RuleSet& rules) {
  std::string out = text;
  if (const auto lead = rules.First("recipient_lead", out)) out = Normalise(out.substr(lead->groups.at("mark").end));
  while (const auto tail = rules.First("recipient_tail", out)) {
    if (tail->span.begin == 0 || tail->span.end == tail->span.begin) break;
    out = Normalise(out.substr(0, tail->Has("kept") ? tail->groups.at("kept").end : tail->span.begin));
  }
  if (!rules.First("recipient_archive", out)) {
    const auto box = rules.First("recipient_box", out);
    if (box && box->span.begin > 0) out = Normalise(out.substr(0, box->span.begin));
  }
  // The note once, then what stands at the beginning and at the end.
  for (const char* set : {"recipient_note", "recipient_misread", "recipient_misread"}) {
    const auto note = rules.First(set, out);
    if (!note) continue;
    const Span part = note->groups.at("part");
    const std::string to = note->Get("to");
    out.replace(part.begin, part.end - part.begin, to + (to.ends_with(':') ? " " : ""));
  }
  return Normalise(out);
}

// How high lines of this list are: of "Nơi nhận", unless a speck made it higher than the lines below it.
double UsualHeight(const std::vector<const ViewLine*>& lines, const ViewLine& start) {
  std::vector<double> heights;
  for (const ViewLine* line : lines) heights.push_back(line->Height());
  if (heights.empty()) return start.Height();
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return std::min(start.Height(), *middle);
}

// The left-hand lines below "Nơi nhận", as far as they hang together; without strokes of pens, and without the signature block
// where it begins left of the middle.
std::vector<const ViewLine*> RecipientLines(const Work& work, const PageView& page, const ViewLine& start) {
  constexpr double kStrokes = 0.45, kSpeck = 0.35;
  const RuleSet& rules = work.rules;
  const auto signs = [&](const ViewLine& line) {
    const bool known = std::find(work.closing_lines.begin(), work.closing_lines.end(), &line) != work.closing_lines.end();
    return known || rules.First("authority", line.text) || (TitleLine(line.text, rules) && IsUpper(line.text));
  };
  std::vector<const ViewLine*> lines;
  for (const ViewLine& line : page.lines) {
    if (line.top <= start.top + 0.3 * start.Height() || line.left > 0.5) continue;
    if (line.top > page.first_grid_top && start.top < page.first_grid_top) continue;
    lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(), [](const ViewLine* a, const ViewLine* b) { return a->top < b->top; });
  const double usual = UsualHeight(lines, start);
  const ViewLine* above = &start;
  size_t kept = 0;
  for (; kept < lines.size(); ++kept) {
    const double height = std::max(lines[kept]->Height(), above->Height());
    if (lines[kept]->top - above->bottom > 1.7 * height) break;
    const bool speck = lines[kept]->Height() < kSpeck * usual;
    // "- Ban Giám hiệu;" read as "5...": right above an entry no page ends
    const bool goes_on = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(kept) + 1, lines.end(), [&](const ViewLine* next) {
      return rules.First("recipient_lead", next->text) && next->top - lines[kept]->bottom < 1.7 * height;
    });
    const bool ends_page = !speck && !goes_on && rules.Full("page_number", lines[kept]->text);
    if (rules.First("annex_start", lines[kept]->text) || ends_page) break;
    above = lines[kept];
  }
  lines.resize(kept);
  std::erase_if(lines, [&](const ViewLine* line) {
    const bool strokes = MeanConfidence(line->line.words) < kStrokes && !rules.First("recipient_archive", line->text);
    return strokes || signs(*line) || line->Height() < kSpeck * usual;
  });
  return lines;
}

// Where a second column of entries begins: dashes behind a gap, below each other in several lines. Nothing where there is none.
std::optional<int> SecondColumn(const std::vector<const ViewLine*>& lines) {
  constexpr long kFewest = 3;
  constexpr double kGap = 0.35, kBelow = 1;  // heights of a line
  std::vector<int> dashes;
  for (const ViewLine* line : lines) {
    const std::vector<Word>& words = line->line.words;
    for (size_t i = 1; i < words.size(); ++i) {
      const bool gap = words[i].box.left - words[i - 1].box.right > kGap * line->line.box.Height();
      if ((words[i].text == "-" || words[i].text == "–") && gap) dashes.push_back(words[i].box.left);
    }
    if (!words.empty() && (words[0].text == "-" || words[0].text == "–")) dashes.push_back(words[0].box.left);
  }
  const double height = lines.empty() ? 0 : lines.front()->line.box.Height();
  int first = std::numeric_limits<int>::max();
  for (const ViewLine* line : lines) first = std::min(first, line->line.box.left);
  for (const int left : dashes) {
    const auto below = std::count_if(dashes.begin(), dashes.end(), [&](int other) { return std::abs(other - left) < kBelow * height; });
    if (left > first + 6 * height && below >= kFewest) return left - static_cast<int>(kBelow * height / 2);
  }
  return std::nullopt;
}

// The lines of the first column, then those of the second: lines that hold both are cut in `work`.
std::vector<const ViewLine*> ColumnByColumn(Work& work, const std::vector<const ViewLine*>& lines) {
  const std::optional<int> second = SecondColumn(lines);
  if (!second) return lines;
  std::vector<const ViewLine*> left, right;
  for (const ViewLine* line : lines) {
    const std::vector<Word>& words = line->line.words;
    const auto cut = std::find_if(words.begin(), words.end(), [&](const Word& word) { return word.box.left >= *second; });
    if (cut == words.begin() || cut == words.end()) {
      (cut == words.end() ? left : right).push_back(line);
      continue;
    }
    for (const bool first : {true, false}) {
      ViewLine part = *line;
      if (first) part.line.words.assign(words.begin(), cut);
      else part.line.words.assign(cut, words.end());
      part.text = Normalise(part.line.Text());
      work.joined_lines.push_back(std::move(part));
      (first ? left : right).push_back(&work.joined_lines.back());
    }
  }
  left.insert(left.end(), right.begin(), right.end());
  return left;
}

void AddRecipients(Work& work, const PageView& page, const ViewLine& start) {
  std::vector<std::string> entries;
  std::vector<std::vector<const ViewLine*>> sources;
  const std::vector<const ViewLine*> printed = RecipientLines(work, page, start), lines = ColumnByColumn(work, printed);
  // Entries begin with a dash; without any, each line is one.
  const bool marked = std::any_of(lines.begin(), lines.end(), [&](const ViewLine* line) {
    return work.rules.First("recipient_lead", line->text).has_value();
  });
  for (const ViewLine* line : lines) {
    const bool begins =
        !marked || work.rules.First("recipient_lead", line->text).has_value() ||
        (!entries.empty() && work.rules.First("recipient_closed", entries.back()).has_value());
    if (!entries.empty() && !begins) {
      AppendLine(entries.back(), TextOf(*line));
      sources.back().push_back(line);
    } else {
      entries.push_back(TextOf(*line));
      sources.push_back({line});
    }
  }
  for (size_t i = 0; i < entries.size(); ++i) {
    const std::string entry = StripMarks(Normalise(entries[i]), work.rules);
    if (ToLower(entry) == ToUpper(entry)) continue;  // without letters
    AddEvidence(work.document, "recipients/" + std::to_string(work.document.recipients.size()), sources[i],
                "people.recipients", 0.9);
    work.document.recipients.push_back(entry);
    if (work.rules.First("recipient_archive", entry)) break;  // the last one: below it stand strokes of pens and seals
  }
  work.closing_lines.push_back(&start);
  work.closing_lines.insert(work.closing_lines.end(), printed.begin(), printed.end());
}

// "Nơi nhận" was misread: the list ends with what is kept ("- Lưu: VT"), and above its dashes stands a short line.
const ViewLine* StartByArchive(const Work& work, const PageView& page) {
  constexpr double kAligned = 0.04, kWidest = 0.16, kGap = 1.7;
  const auto archive = std::find_if(page.lines.begin(), page.lines.end(), [&](const ViewLine& line) {
    return line.left < 0.5 && work.rules.First("recipient_lead", line.text) && work.rules.First("recipient_archive", line.text);
  });
  if (archive == page.lines.end()) return nullptr;
  for (const ViewLine* current = &*archive;;) {
    const ViewLine* above = nullptr;
    for (const ViewLine& line : page.lines) {
      const bool beside = std::abs(line.left - archive->left) < kAligned && line.top < current->top - current->Height() / 2;
      const bool near = current->top - line.bottom < kGap * std::max(line.Height(), current->Height());
      if (beside && near && (above == nullptr || line.top > above->top)) above = &line;
    }
    if (above == nullptr) return nullptr;
    const bool entry = work.rules.First("recipient_lead", above->text) || above->right - above->left > kWidest;
    if (!entry) return above;
    current = above;
  }
}

}  // namespace

void ReadRecipients(Work& work) {
  for (const PageView* page : work.pages) {
    for (const ViewLine& line : page->lines) {
      if (line.left > 0.5 || !work.rules.First("recipients_start", line.text)) continue;
      AddRecipients(work, *page, line);
      if (!work.document.recipients.empty()) return;
    }
  }
  for (const PageView* page : work.pages) {
    const ViewLine* start = StartByArchive(work, *page);
    if (start == nullptr) continue;
    AddRecipients(work, *page, *start);
    if (!work.document.recipients.empty()) return;
  }
}

}  // namespace trichluc
