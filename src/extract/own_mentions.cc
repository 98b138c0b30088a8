#include "extract/own_mentions.h"

#include <algorithm>
#include <cctype>

#include "extract/dates.h"
#include "text/text.h"

namespace trichluc {
namespace {

// Whether a line, without diacritics, says what it is annexed to.
bool IsOfAnnex(const RuleSet& rules, const std::string& plain) {
  const std::vector<std::string>& phrases = rules.List("annexed_to");
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return plain.find(StripDiacritics(phrase)) != std::string::npos;
  });
}

// The line below, where it goes on with the day: "(Kèm theo Quyết định số 46/QĐ-UBND" / "ngày 16 tháng 4 năm 2021 …".
const ViewLine* LineOfDay(const PageView& page, const ViewLine& line) {
  const ViewLine* below = nullptr;
  for (const ViewLine& other : page.lines) {
    const bool near = other.top > line.top && other.top < line.bottom + line.Height() && other.left < line.right && other.right > line.left;
    if (near && (below == nullptr || other.top < below->top)) below = &other;
  }
  const bool has_day = StripDiacritics(line.text).find("ngay") != std::string::npos;
  return !has_day && below != nullptr && StripDiacritics(below->text).starts_with("ngay") ? below : &line;
}

// The day as print, "" where a clerk wrote it.
std::string PrintedDay(const Work& work, const PageReading* reading, const ViewLine& line) {
  const auto date = FindDate(work.rules, line.text);
  if (!date || !date->iso) return "";
  for (const char* kind : {"day", "month"}) {
    const HandReading* spot = reading == nullptr ? nullptr : SpotAt(*reading, kind, line.line.box);
    if (spot != nullptr && spot->typeset < kTypeset) return "";
  }
  return *date->iso;
}

}  // namespace

std::vector<OwnMention> OwnMentions(const Work& work) {
  std::vector<OwnMention> mentions;
  if (!work.document.symbol) return mentions;
  const std::string symbol = StripDiacritics(*work.document.symbol);
  for (const PageView* page : work.pages) {
    for (const ViewLine& line : page->lines) {
      if (page == work.pages.front() && line.top < 0.5) continue;  // the letterhead itself
      const std::string text = StripDiacritics(line.text);
      const size_t at = text.find(symbol);
      if (at == std::string::npos || at == 0) continue;
      const size_t end = at + symbol.size();
      if (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) || text[end] == '-'))
        continue;
      if (text.find("so") == std::string::npos) continue;
      OwnMention mention{&line, LineOfDay(*page, line), "", "", ReadingOf(work, page->page)};
      size_t last = at;
      while (last > 0 && (text[last - 1] == '/' || text[last - 1] == '-' || text[last - 1] == ' ')) --last;
      size_t first = last;
      while (first > 0 && std::isdigit(static_cast<unsigned char>(text[first - 1]))) --first;
      const HandReading* spot =
          mention.reading ? SpotAt(*mention.reading, "number", line.line.box) : nullptr;
      const bool by_hand = spot != nullptr && spot->typeset < kTypeset;
      // Only where the line is about this document: an annex says so, and other documents of the same
      // office have another number.
      if (!by_hand && !IsOfAnnex(work.rules, text)) continue;
      if (!by_hand && last > first && last < at) mention.printed = text.substr(first, last - first);
      mention.date = PrintedDay(work, mention.reading, *mention.date_line);
      mentions.push_back(mention);
    }
  }
  return mentions;
}

}  // namespace trichluc
