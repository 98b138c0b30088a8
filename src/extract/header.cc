// The letterhead and the title: number, symbol, date, place, issuer, type, subject, urgency, secrecy.
// Nghị định 30/2020/NĐ-CP, annex I, components 1–5 and 10; party documents.
#include <algorithm>
#include <cctype>
#include <chrono>
#include <map>
#include <set>

#include "extract/agency_names.h"
#include "extract/context.h"
#include "extract/issuer.h"
#include "extract/letter_case.h"
#include "extract/types.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kHeadPart = 0.5;  // lines of the first page that can be letterhead

struct Head {
  const ViewLine* number = nullptr;
  const ViewLine* date = nullptr;
  double motto_top = 1;
  double bottom = 0;  // of number and date lines
};

std::vector<const ViewLine*> UpperLines(const PageView& page) {
  std::vector<const ViewLine*> lines;
  for (const ViewLine& line : page.lines) {
    if (line.top < kHeadPart && line.top < page.first_grid_top) lines.push_back(&line);
  }
  return lines;
}

std::string RemoveBlanks(const std::string& text) {
  std::string out;
  for (char c : text) {
    if (c != ' ') out += c;
  }
  return out;
}

double SpanConfidence(const Passage& passage, const Match& match, const std::string& group) {
  const auto found = match.groups.find(group);
  return found == match.groups.end() ? 0 : MeanConfidence(passage.Touching(found->second.begin, found->second.end));
}

// --- number -------------------------------------------------------------------------------------------------------

void SetNumber(Work& work, const Match& match, double confidence, const ViewLine& line) {
  Document& document = work.document;
  const std::string form = match.Get("form");
  document.symbol = RemoveBlanks(match.Get("symbol"));
  const bool party = form == "party" || form == "unread_party";
  const std::string seq = RemoveBlanks(match.Get("seq")), year = match.Get("year");
  const std::string before_symbol = (year.empty() ? "" : "/" + year) + (party ? "-" : "/");
  if (form == "blank") return;
  const bool typeset = LooksTypeset(work, "number", line, seq) || (!year.empty() && LooksTypeset(work, "number", line, seq + "/" + year + "/"));
  if (seq.empty() || confidence < kTypedConfidence || !typeset) {
    work.open_number = {&line, seq.empty() ? match.Get("junk") : seq, confidence, before_symbol};
    return;
  }
  document.number_seq = std::stoi(seq);
  document.number = seq + before_symbol + *document.symbol;
}

void ReadNumber(Work& work, const std::vector<const ViewLine*>& lines, Head& head) {
  const ViewLine* best = nullptr;
  std::optional<Match> best_match;
  for (const ViewLine* line : lines) {
    std::optional<Match> match = work.rules.First("number", line->line.Text());
    if (!match && line->Centre() < 0.5) match = work.rules.First("number_bare", line->line.Text());
    if (!match) continue;
    const bool better = !best_match || match->rule->confidence > best_match->rule->confidence;
    if (better) {
      best = line;
      best_match = match;
    }
  }
  if (best == nullptr) return;
  head.number = work.number_line = best;
  head.bottom = std::max(head.bottom, best->bottom);
  const Passage passage = PassageOf(*best);
  const double read = best_match->Has("seq") ? SpanConfidence(passage, *best_match, "seq") : 0;
  SetNumber(work, *best_match, read, *best);
  const double confidence = best_match->rule->confidence * (0.5 + 0.5 * std::min(1.0, read + 0.05));
  for (const char* field : {"number", "symbol"}) {
    AddEvidence(work.document, field, passage, best_match->span, best_match->rule->id, confidence);
  }
}

// --- date and place -------------------------------------------------------------------------------------------------

// The figures that a typeset date is misread as: 1 as I or l, 0 as O.
std::string Figures(std::string text) {
  for (char& c : text) {
    if (c == 'I' || c == 'l') c = '1';
    if (c == 'O' || c == 'o') c = '0';
  }
  return text;
}

int ThisYear() {
  using namespace std::chrono;
  return static_cast<int>(year_month_day(floor<days>(system_clock::now())).year());
}

int ToInt(const std::string& printed) {
  const std::string text = Figures(printed);
  return !text.empty() && text.size() < 5 && text.find_first_not_of("0123456789") == std::string::npos
             ? std::stoi(text)
             : 0;
}

// A full stop is part of "TP." alone, and that is read as "7P." too.
std::string PlaceName(const std::string& printed) {
  const bool stop = printed.size() > 4 && printed.back() == '.';
  const std::string name = Normalise(stop ? printed.substr(0, printed.size() - 1) : printed);
  return name.starts_with("7P.") ? "T" + name.substr(1) : name;
}

// "TP. Hồ Chỉ Minh" → "TP. Hồ Chí Minh": a name that no unit has takes the marks of the one province with its letters.
std::string WithMarksOfProvince(const std::string& place, const RuleSet& rules) {
  const UnitEntry* province = nullptr;
  for (const UnitEntry& unit : rules.units()) {
    const size_t at = place.size() < unit.name.size() ? std::string::npos : place.size() - unit.name.size();
    if (at != std::string::npos && FoldKey(place.substr(at)) == FoldKey(unit.name)) return place;
    if (!unit.province.empty() || !(" " + StripDiacritics(place)).ends_with(" " + StripDiacritics(unit.name))) continue;
    if (province != nullptr && province->name != unit.name) return place;
    province = &unit;
  }
  if (province == nullptr || Length(province->name) > Length(place)) return place;
  const std::u32string letters = ToCodePoints(place);
  const std::string end = FromCodePoints(letters.substr(letters.size() - Length(province->name)));
  // Khánh Hoà is another way to write Khánh Hòa.
  if (LooseKey(end) == LooseKey(province->name)) return place;
  return FromCodePoints(letters.substr(0, letters.size() - Length(province->name))) + province->name;
}

// A long place leaves no room for the year: the line with the one that stands below it in its column; null where none does.
const ViewLine* WithLineBelow(Work& work, const std::vector<const ViewLine*>& lines, const ViewLine& line) {
  const ViewLine* below = nullptr;
  for (const ViewLine* other : lines) {
    const bool under = other->top > line.Height() / 2 + line.top && other->top < line.bottom + line.Height() &&
                       other->column == line.column && other->left >= line.left - 0.02 && other->right <= line.right + 0.02;
    if (under && (below == nullptr || other->top < below->top)) below = other;
  }
  if (below == nullptr) return nullptr;
  ViewLine& joined = work.joined_lines.emplace_back(line);
  joined.line.words.insert(joined.line.words.end(), below->line.words.begin(), below->line.words.end());
  joined.line.box = line.line.box.Union(below->line.box);
  joined.text += " " + below->text;
  joined.bottom = below->bottom;
  return &joined;
}

void ReadDate(Work& work, const std::vector<const ViewLine*>& lines, Head& head) {
  for (const ViewLine* printed_line : lines) {
    const ViewLine* line = printed_line;
    std::optional<Match> match = work.rules.First("issue_date", line->line.Text());
    if (!match && work.rules.First("issue_date_open", line->line.Text())) {
      const ViewLine* joined = WithLineBelow(work, lines, *line);
      if (joined != nullptr) match = work.rules.First("issue_date", joined->line.Text());
      if (match) line = joined;
    }
    if (!match) continue;
    head.date = line;
    head.bottom = std::max(head.bottom, line->bottom);
    const Passage passage = PassageOf(*line);
    Document& document = work.document;
    document.place = WithMarksOfProvince(PlaceName(match->Get("place")), work.rules);
    const int year = ToInt(match->Get("year"));
    const int month = ToInt(match->Has("month") ? match->Get("month") : match->Get("month_junk"));
    const int day = ToInt(match->Has("day") ? match->Get("day") : match->Get("day_junk"));
    work.years.issue_year = year;
    if (year <= ThisYear() + 1) document.issued_on = IsoDate(year, month, day);  // 2077 is a misread 2017
    const double day_read = match->Has("day") ? SpanConfidence(passage, *match, "day") : 0;
    const double month_read = match->Has("month") ? SpanConfidence(passage, *match, "month") : SpanConfidence(passage, *match, "month_junk");
    const double read = std::min(day_read, match->Has("month") ? month_read : 0.0);
    const auto typed = [&](const char* kind, int value, double sure) {
      return value > 0 && sure >= kTypedConfidence && LooksTypeset(work, kind, *line, match->Get(kind));
    };
    const bool day_typed = typed("day", day, day_read), month_typed = typed("month", month, month_read);
    if (!document.issued_on || !day_typed || !month_typed) {
      document.issued_on.reset();
      const std::string printed = Normalise(match->Get("day") + match->Get("day_junk") + "/" + match->Get("month") +
                                            match->Get("month_junk") + "/" + match->Get("year"));
      if (day_typed && month_typed) {
        AddFlag(document, "impossible_date", line->line.page, "issued_on: read as " + printed);
      } else {
        work.open_date = {line, {day, day_read, day_typed}, {month, month_read, month_typed}, year, printed};
      }
    }
    const double confidence = match->rule->confidence * (0.5 + 0.5 * std::min(1.0, read + 0.05));
    AddEvidence(document, "issued_on", passage, match->span, match->rule->id, confidence);
    AddEvidence(document, "place", passage, match->groups.at("place"), match->rule->id, match->rule->confidence);
    return;
  }
}

// --- type and subject -------------------------------------------------------------------------------------------------

struct TypeHit {
  const TypeEntry* entry = nullptr;
  const ViewLine* line = nullptr;
  std::string rest;  // of the title line behind the type's name
};

// The type whose title the line begins with, both seen through `fold`; the longest wins.
TypeHit MatchTitle(const ViewLine& line, const RuleSet& rules, std::string (*fold)(std::string_view)) {
  TypeHit hit;
  size_t longest = 0;
  // "THÔNG BÁO-": strokes and specks behind the letters
  std::u32string letters = ToCodePoints(line.text);
  letters.resize(letters.find_last_not_of(U" -–—.,;:_'`*~|") + 1);
  const std::string folded = fold(FromCodePoints(letters));
  for (const TypeEntry& entry : rules.types()) {
    std::vector<std::string> titles = entry.titles;
    titles.push_back(entry.name);
    for (const std::string& title : titles) {
      const std::string key = fold(title);
      if (key.size() <= longest || folded.rfind(key, 0) != 0) continue;
      if (folded.size() > key.size() && folded[key.size()] != ' ') continue;
      longest = key.size();
      hit.entry = &entry;
      hit.line = &line;
      hit.rest = Normalise(FromCodePoints(letters.substr(std::min(letters.size(), Length(title)))));
    }
  }
  return hit;
}

bool Centred(const ViewLine& line, const PageView& page) {
  const double middle = (page.text_left + page.text_right) / 2;
  return std::abs(line.Centre() - middle) < 0.05;
}

// Exactly as printed first, then with its marks misread (KÉ HOẠCH): no two types differ by marks alone.
TypeHit FindTitle(const Work& work, const Head& head) {
  for (const auto fold : {FoldKey, StripDiacritics}) {
    for (const ViewLine& line : work.First().lines) {
      if (line.top < head.bottom - 0.002 || line.top > 0.6) continue;
      if (!IsUpper(line.text) || !Centred(line, work.First())) continue;
      const TypeHit hit = MatchTitle(line, work.rules, fold);
      if (hit.entry != nullptr) return hit;
    }
  }
  return {};
}

// A line without the marks of pen and stamp that were read as anything: at its ends ("..I năm 2017" → "năm 2017"), and
// anywhere what is much lower than print.
std::string WithoutSpecks(const ViewLine& line) {
  constexpr double kUnsure = 0.5, kLow = 0.4;
  int height = 0;
  for (const Word& word : line.line.words) height = std::max(height, word.box.Height());
  std::vector<const Word*> words;
  for (const Word& word : line.line.words) {
    if (word.confidence >= kUnsure || word.box.Height() >= kLow * height) words.push_back(&word);
  }
  const auto speck = [](const Word* word) {
    const std::string bare = StripDiacritics(word->text);
    return word->confidence < kUnsure &&
           std::count_if(bare.begin(), bare.end(), [](unsigned char c) { return std::isalnum(c); }) < 2;
  };
  while (!words.empty() && speck(words.front())) words.erase(words.begin());
  while (!words.empty() && speck(words.back())) words.pop_back();
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

void SetSubject(Work& work, const std::vector<const ViewLine*>& lines, const std::string& first,
                const std::string& rule) {
  std::string text = first;
  for (const ViewLine* line : lines) text += (text.empty() ? "" : " ") + WithoutSpecks(*line);
  text = Normalise(text);
  while (const std::optional<Match> stop = work.rules.First("stray_stop", text)) {
    text = text.substr(0, stop->groups.at("stop").begin) + " " + text.substr(stop->groups.at("stop").end);
  }
  while (const std::optional<Match> prefix = work.rules.First("subject_prefix", text)) {
    if (prefix->span.begin != 0 || prefix->span.end == 0) break;
    text = Normalise(text.substr(prefix->span.end));
  }
  if (text.empty()) return;
  const std::string mended = WithPlaceIn(work.document.place.value_or(""), text);
  AddEvidence(work.document, "subject", lines, mended == text ? rule : rule + ".place", 0.9);
  work.document.subject = text = mended;
  std::optional<Match> year = work.rules.First("title_year_ahead", text);
  if (!year) year = work.rules.First("title_year", text);
  if (year) {
    work.years.title_year = ToInt(year->Get("year"));
  }
}

// The centred lines below the title, up to the body.
std::vector<const ViewLine*> SubjectLines(const Work& work, const ViewLine& title) {
  std::vector<const ViewLine*> subject;
  const ViewLine* above = &title;
  bool seen = false;
  for (const ViewLine& line : work.First().lines) {
    if (&line == &title) {
      seen = true;
      continue;
    }
    if (!seen || line.top < title.top) continue;
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
    subject.push_back(&line);
    above = &line;
  }
  return subject;
}

// "V/v …" under the number of a công văn.
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

void SetType(Work& work, const TypeEntry& entry, const std::vector<const ViewLine*>& lines, const std::string& rule,
             double confidence) {
  work.document.doc_type = DocumentType{entry.code, entry.name};
  AddEvidence(work.document, "doc_type", lines, rule, confidence);
}

// "Qb-DCT" below which QUYẾT ĐỊNH stands → "QĐ-DCT": an abbreviation that is none, a letter away from the title's.
void MendSymbol(Work& work, const TypeEntry& title, const Head& head) {
  Document& document = work.document;
  if (!document.symbol || head.number == nullptr || TypeOfSymbol(*document.symbol, work.rules) != nullptr) return;
  const size_t end = document.symbol->find_first_of("-/");
  if (end == std::string::npos) return;
  const std::string code = document.symbol->substr(0, end);
  const bool alike = Length(code) == Length(title.code) && Length(code) > 1 && code.front() == title.code.front();
  if (!alike || EditDistance(ToLower(code), ToLower(title.code), 1) != 1) return;
  const std::string mended = title.code + document.symbol->substr(end);
  if (document.number && document.number->ends_with(*document.symbol))
    document.number->replace(document.number->size() - document.symbol->size(), std::string::npos, mended);
  document.symbol = mended;
  AddEvidence(document, "symbol", std::vector<const ViewLine*>{head.number}, "header.symbol.title", 0.85);
}

// Two rules that do not say the same: the title is believed, and both stand in the evidence.
void FlagRivalType(Work& work, const TypeEntry& title, const TypeEntry* by_symbol, const Head& head) {
  if (by_symbol == nullptr || by_symbol->code == title.code || head.number == nullptr) return;
  AddEvidence(work.document, "doc_type", std::vector<const ViewLine*>{head.number}, "header.symbol", 0.5);
  AddFlag(work.document, "disagreement", head.number->line.page,
          "doc_type: the title says " + title.name + ", the symbol " + work.document.symbol.value_or("") + " says " +
              by_symbol->name + "; the title is believed");
}

// A number of the form 13/2021/QĐ-UBND carries its year.
void FlagRivalYear(Work& work) {
  const Document& document = work.document;
  const auto legal = document.number ? work.rules.First("legal_number", *document.number) : std::nullopt;
  if (!legal || !document.issued_on || document.issued_on->rfind(legal->Get("year"), 0) == 0) return;
  AddFlag(work.document, "disagreement", document.page_from,
          "issued_on: " + *document.issued_on + " is not in the year of the number " + *document.number);
}

void ReadTypeAndSubject(Work& work, const std::vector<const ViewLine*>& lines, const Head& head) {
  const TypeHit title = FindTitle(work, head);
  const TypeEntry* by_symbol =
      work.document.symbol ? TypeOfSymbol(*work.document.symbol, work.rules) : nullptr;
  const std::vector<const ViewLine*> under = UnderNumber(work, lines, head);
  if (title.entry != nullptr) {
    SetType(work, *title.entry, {title.line}, "header.title", 0.98);
    FlagRivalType(work, *title.entry, by_symbol, head);
    MendSymbol(work, *title.entry, head);
    std::vector<const ViewLine*> subject = SubjectLines(work, *title.line);
    work.header_lines.push_back(title.line);
    work.header_lines.insert(work.header_lines.end(), subject.begin(), subject.end());
    // Capitals above a subject in normal case belong to the title: CHƯƠNG TRÌNH HÀNH ĐỘNG / CỦA … / thực hiện …
    const auto normal = std::find_if(subject.begin(), subject.end(), [](const ViewLine* l) {
      return ToUpper(l->text) != l->text;  // "2030" is neither
    });
    const bool title_goes_on = normal != subject.end();
    if (title_goes_on) subject.erase(subject.begin(), normal);
    SetSubject(work, subject, title_goes_on ? "" : title.rest, "header.subject");
    return;
  }
  if (by_symbol != nullptr && under.empty()) {
    SetType(work, *by_symbol, {head.number}, "header.symbol", 0.85);
    return;
  }
  if (const TypeEntry* letter = TypeOfCode("CV", work.rules); letter != nullptr && (head.number || !under.empty())) {
    SetType(work, *letter, under.empty() ? std::vector<const ViewLine*>{head.number} : under, "header.letter", 0.95);
  }
  SetSubject(work, under, "", "header.under_number");
  work.header_lines.insert(work.header_lines.end(), under.begin(), under.end());
}

// SAO Y, DỰ THẢO, XEM XONG TRẢ LẠI: each once, on whatever page; a copy is certified at the end.
void FlagDocumentMarks(Work& work) {
  std::set<std::string> said;
  for (const PageView* page : work.pages) {
    for (const ViewLine& line : page->lines) {
      const auto mark = work.rules.Full("document_mark", line.text);
      if (!mark || !said.insert(mark->Get("flag")).second) continue;
      AddFlag(work.document, mark->Get("flag"), page->page, Normalise(line.text));
    }
  }
}

void ReadMarks(Work& work, const std::vector<const ViewLine*>& lines) {
  for (const ViewLine* line : lines) {
    const auto urgency = work.rules.Full("urgency", line->text);
    if (urgency && !work.document.urgency) {
      work.document.urgency = urgency->Get("level");
      AddEvidence(work.document, "urgency", std::vector<const ViewLine*>{line}, urgency->rule->id, 0.95);
    }
    const auto secrecy = work.rules.Full("secrecy", line->text);
    if (secrecy && !work.document.secrecy) {
      work.document.secrecy = secrecy->Get("level");
      AddEvidence(work.document, "secrecy", std::vector<const ViewLine*>{line}, secrecy->rule->id, 0.95);
    }
  }
}

}  // namespace

void ReadHeader(Work& work) {
  const std::vector<const ViewLine*> lines = UpperLines(work.First());
  Head head;
  ReadNumber(work, lines, head);
  ReadDate(work, lines, head);
  ReadIssuer(work, lines, head.number != nullptr ? head.number : head.date);
  ReadTypeAndSubject(work, lines, head);
  FlagRivalYear(work);
  ReadMarks(work, lines);
  FlagDocumentMarks(work);
  for (const ViewLine* line : lines) {
    if (line->bottom <= head.bottom + 0.002) work.header_lines.push_back(line);
  }
}

}  // namespace trichluc
