#include "extract/subject.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "extract/agency_names.h"
#include "extract/letter_case.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kSubject = 0.9;

// The words of a line without the marks of pen and stamp that were read as anything: at its ends ("..I năm 2017" → "năm 2017"), and
// anywhere what is much lower than print.
std::vector<const Word*> WithoutSpecks(const ViewLine& line) {
  constexpr double kUnsure = 0.5, kLow = 0.4;
  int height = 0;
  for (const Word& word : line.line.words) height = std::max(height, word.box.Height());
  std::vector<const Word*> words;
  for (const Word& word : line.line.words) {
    if (word.confidence >= kUnsure || word.box.Height() >= kLow * height) words.push_back(&word);
  }
  const auto speck = [](const Word* word) {
    if (Length(word->text) > 2 && word->text.find_first_not_of("-–—_=*.") == std::string::npos) return true;  // a rule of dashes beside it
    const std::string bare = StripDiacritics(word->text);
    return word->confidence < kUnsure &&
           std::count_if(bare.begin(), bare.end(), [](unsigned char c) { return std::isalnum(c); }) < 2;
  };
  while (!words.empty() && speck(words.front())) words.erase(words.begin());
  while (!words.empty() && speck(words.back())) words.pop_back();
  return words;
}

std::string TextOf(const ViewLine& line, const std::vector<const Word*>& words) {
  if (words.size() == line.line.words.size()) return line.text;
  std::string text;
  for (const Word* word : words) text += (text.empty() ? "" : " ") + word->text;
  return Normalise(text);
}

// "Sở … tỉnh Bên Tre", given at "Bến Tre" → "Bến Tre": a subject often names the place where the office sits. Capitalised
// words in a row that are the place's but for their marks; a place of one word is too like others.
std::string WithPlaceIn(const std::string& place, std::string text) {
  const std::string name = Normalise(place), letters = StripDiacritics(name);
  const auto words = std::count(name.begin(), name.end(), ' ') + 1;
  if (words < 2) return text;
  for (size_t at = 0; at != std::string::npos; at = text.find(' ', at)) {
    at += text[at] == ' ';
    size_t end = at;
    bool capitals = true;
    for (std::ptrdiff_t i = 0; i < words && end < text.size(); ++i) {
      if (i > 0) ++end;  // the blank
      capitals = capitals && StartsUpper(text.substr(end));
      end = std::min(text.find(' ', end), text.size());
    }
    while (end > at && std::string_view(",.;:)").find(text[end - 1]) != std::string_view::npos) --end;
    const std::string run = text.substr(at, end - at);
    if (capitals && !IsUpper(run) && LooseKey(run) != LooseKey(name) && StripDiacritics(run) == letters) {
      text.replace(at, run.size(), name);
    }
  }
  return text;
}

}  // namespace

bool Centred(const ViewLine& line, const PageView& page) {
  const double middle = (page.text_left + page.text_right) / 2;
  return std::abs(line.Centre() - middle) < 0.05;
}

void SetSubject(Work& work, const std::vector<const ViewLine*>& lines, const std::string& first,
                const std::string& rule) {
  std::string text = first;
  std::vector<Passage::Piece> pieces;
  for (const ViewLine* line : lines) {
    const std::vector<const Word*> words = WithoutSpecks(*line);
    AppendLine(text, TextOf(*line, words));
    const Passage passage = PassageOf(*line);
    for (const Passage::Piece& piece : passage.pieces()) {
      const auto same = [&](const Word* word) { return word->box == piece.word->box; };
      if (std::any_of(words.begin(), words.end(), same)) pieces.push_back(piece);
    }
  }
  text = Normalise(text);
  while (const std::optional<Match> stop = work.rules.First("stray_stop", text)) {
    text = text.substr(0, stop->groups.at("stop").begin) + " " + text.substr(stop->groups.at("stop").end);
  }
  while (const std::optional<Match> prefix = work.rules.First("subject_prefix", text)) {
    if (prefix->span.begin != 0 || prefix->span.end == 0) break;
    text = Normalise(text.substr(prefix->span.end));
  }
  // “V/v khoá sổ … năm 2009”: the prefix took the quotation mark that opened.
  for (const char* mark : {"”", "\""}) {
    if (text.ends_with(mark) && text.find("“") == std::string::npos && text.find(mark) + std::string_view(mark).size() == text.size())
      text = Normalise(text.substr(0, text.size() - std::string_view(mark).size()));
  }
  if (text.empty()) return;
  const std::string mended = WithPlaceIn(work.document.place.value_or(""), text);
  const size_t begin = work.document.evidence.size();
  AddEvidence(work.document, "subject", lines, mended == text ? rule : rule + ".place", kSubject);
  for (size_t i = begin; i < work.document.evidence.size() && !pieces.empty(); ++i)
    work.document.evidence[i].confidence = kSubject * ChanceAllRight(pieces);  // specks that went say nothing
  work.document.subject = text = mended;
  std::optional<Match> year = work.rules.First("title_year_ahead", text);
  if (!year) year = work.rules.First("title_year", text);
  if (year) {
    work.years.title_year = ToInt(year->Get("year"));
  }
  if (const auto school = work.rules.First("title_school_year", text)) work.years.school_year = ToInt(school->Get("year"));
}

namespace {

// A line that goes to the right margin from a small indent, and the next one from margin to margin: a paragraph, no title.
bool BeginsParagraph(const PageView& page, const ViewLine& line) {
  constexpr double kIndent = 0.008, kMargin = 0.02, kNext = 1.2;  // of the page's width; the last: heights of a line
  const auto reaches = [&](const ViewLine& one) { return one.right > page.text_right - kMargin; };
  if (!reaches(line) || line.left < page.text_left + kIndent) return false;
  return std::any_of(page.lines.begin(), page.lines.end(), [&](const ViewLine& next) {
    const bool below = next.top > line.top + line.Height() / 2 && next.top - line.bottom < kNext * line.Height();
    return below && reaches(next) && next.left < line.left - kIndent && next.left < page.text_left + kIndent;
  });
}

}  // namespace

std::vector<const ViewLine*> SubjectLines(const Work& work, const ViewLine& title, const ViewLine* date) {
  std::vector<const ViewLine*> subject;
  const ViewLine* above = &title;
  bool seen = false;
  for (const ViewLine& line : work.First().lines) {
    if (&line == &title) {
      seen = true;
      continue;
    }
    if (!seen || line.top < title.top) continue;
    if (&line == date) break;
    const double height = std::max(above->Height(), line.Height());
    const bool far = line.top - above->bottom > 1.6 * height && !(subject.empty() && line.top - above->bottom < 3 * height);
    const bool below_title = std::abs(line.Centre() - title.Centre()) < 0.04;
    if (line.right < above->left || line.left > above->right) continue;  // a stamp or a remark beside it
    if (far || !(below_title || Centred(line, work.First()))) break;
    if (line.top > work.First().first_grid_top) break;
    if (work.rules.First("address_start", line.text) || work.rules.First("annex_note", line.text)) break;
    if (!subject.empty() && work.rules.First("body_start", line.text) && line.left > above->left - 0.02 &&
        work.rules.First("sentence_end", above->text)) {
      break;
    }
    if (!subject.empty() && work.rules.First("body_opening", line.text) && !work.rules.First("phrase_open", above->text)) break;
    if (!subject.empty() && IsUpper(line.text) && !IsUpper(above->text)) break;  // CHỦ TỊCH ỦY BAN NHÂN DÂN …
    // A paragraph's first line is indented and goes to the right margin, which shifts its middle. Where most paragraphs are
    // one line, the margin that was measured is theirs: the shift alone tells.
    constexpr double kShifted = 0.012, kFar = 0.018;
    const double shift = line.Centre() - title.Centre();
    const bool indented = line.left > work.First().text_left + 0.015;
    if (line.right > work.First().text_right - 0.02 && (shift > kFar || (indented && shift > kShifted))) break;
    if (!subject.empty() && BeginsParagraph(work.First(), line)) break;
    subject.push_back(&line);
    above = &line;
  }
  return subject;
}

std::vector<const ViewLine*> UnderNumber(const Work& work, const std::vector<const ViewLine*>& lines,
                                         const Head& head) {
  constexpr double kUnsureLine = 0.5;
  std::vector<const ViewLine*> subject;
  const double top = head.number != nullptr ? head.number->top : 0;
  for (const ViewLine* line : lines) {
    if (line->top <= top || line == head.date) continue;
    const bool starts = work.rules.First("subject_prefix", line->text).has_value() && line->left < 0.5;
    if (subject.empty()) {
      if (starts) subject.push_back(line);
      continue;
    }
    const ViewLine& above = *subject.back();
    if (line->Height() < 0.4 * subject.front()->Height()) continue;     // a speck
    if (line->left >= subject.front()->right) continue;                 // a remark beside it
    if (line->top < above.top + 0.3 * above.Height()) continue;         // beside it
    if (line->left > 0.5 || line->right > 0.6) continue;                // right column
    if (line->top - above.bottom > 1.5 * above.Height()) break;
    if (MeanConfidence(line->line.words) < kUnsureLine) break;  // a boxed stamp
    if (work.rules.First("address_start", line->text) || work.rules.First("urgency", line->text)) break;
    subject.push_back(line);
  }
  return subject;
}

}  // namespace trichluc
