#include "extract/capital_headings.h"

#include <algorithm>
#include <vector>

#include "extract/body_headings.h"
#include "extract/numbering.h"
#include "extract/titles.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kRomanRank = 2;
constexpr double kSure = 0.8;  // of the print: what a seal's letters are read as is less

// Two to twenty words in capitals, one to three lines that no colon ends: "QUYẾT ĐỊNH:" introduces.
bool IsLineOfCapitals(const Work& work, const Paragraph& paragraph, const std::string& text) {
  constexpr size_t kMostLines = 3, kShortest = 6;
  constexpr long kMostBlanks = 19;
  if (paragraph.footnote || paragraph.lines.empty() || paragraph.lines.size() > kMostLines) return false;
  const long blanks = std::count(text.begin(), text.end(), ' ');
  if (!IsUpper(text) || Length(Trimmed(text)) < kShortest || blanks < 1 || blanks > kMostBlanks || text.ends_with(':')) return false;
  if (MeanConfidence(paragraph.passage.pieces()) < kSure) return false;
  if (Holds(paragraph, work.header_lines) || Holds(paragraph, work.closing_lines)) return false;
  const auto office = TitleOf(Trimmed(text), work.rules);
  return !(office && office->length == Length(Trimmed(text))) && !work.rules.First("authority", text) && !work.rules.Full("urgency", text) &&
         !work.rules.Full("secrecy", text) && !work.rules.First("chapter", text);
}

// Of the number that a paragraph begins with; 0 for none.
double RankIn(const Work& work, const std::string& text) {
  const auto heading = work.rules.First("heading", text);
  return heading && heading->span.begin == 0 ? RankOfNumber(work.rules, heading->Get("no")) : 0;
}

}  // namespace

std::set<const Paragraph*> CapitalHeadings(const Work& work) {
  std::set<const Paragraph*> headings;
  std::vector<const Paragraph*> last;  // right above, one below the other: of an annex whose note follows they are the title
  bool titled = true;                  // the letterhead, or an annex's title, goes on
  for (const Paragraph& paragraph : work.paragraphs) {
    const std::string text = paragraph.Text();
    if (Holds(paragraph, work.header_lines)) continue;
    const double rank = RankIn(work, text);
    if (BeginsAnnex(work, paragraph)) {
      for (const Paragraph* title : last) headings.erase(title);
      titled = true;
    } else if (rank == 0 && IsLineOfCapitals(work, paragraph, text)) {
      if (!titled) headings.insert(&paragraph);
      last.push_back(&paragraph);
      continue;
    } else {
      if (rank == kRomanRank) return {};
      titled = titled && IsUpper(text);
    }
    last.clear();
  }
  return headings.size() > 1 ? headings : std::set<const Paragraph*>();
}

}  // namespace trichluc
