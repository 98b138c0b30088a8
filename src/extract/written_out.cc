#include "extract/written_out.h"

#include <algorithm>

#include "extract/letter_case.h"
#include "extract/titles.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kTelling = 4;  // letters that hardly stand in a row by chance
constexpr int kMostParts = 3;   // abbreviations in one name

std::string InitialOf(const std::string& word) {
  const std::u32string letters = ToCodePoints(ToLower(word));
  if (letters.empty()) return "";
  return letters[0] == U'đ' ? "đ" : StripDiacritics(FromCodePoints(letters.substr(0, 1)));
}

std::vector<std::string> InitialsOf(const std::string& abbreviation) {
  std::vector<std::string> letters;
  for (const char32_t point : ToCodePoints(abbreviation)) {
    if (point != U'&' && point != U'-') letters.push_back(InitialOf(FromCodePoints(std::u32string(1, point))));
  }
  return letters;
}

// What was found, and how often; "" until then. Several that differ are none.
struct Candidate {
  std::string text;
  int times = 0;
  bool several = false;

  void Take(const std::string& found) {
    several = several || (times > 0 && FoldKey(found) != FoldKey(text));
    if (times++ == 0) text = found;
  }
};

}  // namespace

OwnWords::OwnWords(const Work& work) {
  for (const Paragraph& paragraph : work.paragraphs) Add(paragraph.Text());
  for (const Table& table : work.tables) {
    for (const auto* rows : {&table.header, &table.rows}) {
      for (const TableRow& row : *rows) {
        for (const TableCell& cell : row.cells) Add(Normalise(cell.Text()));
      }
    }
  }
}

void OwnWords::Add(const std::string& text) {
  Tokens tokens;
  for (const std::string& word : WordsOf(text)) {
    const std::string bare = Trimmed(word);
    Token token{bare, InitialOf(bare), StartsUpper(bare), false, false};
    token.joins = bare == "và" || word == "-" || word == "–" || word == "&";
    token.stops = !token.joins && !bare.empty() && std::string_view(".;:)(").find(word.back()) != std::string_view::npos;
    if (bare.size() > 0 && word.front() == '(' && !tokens.empty()) tokens.back().stops = true;
    tokens.push_back(std::move(token));
  }
  if (!tokens.empty()) texts_.push_back(std::move(tokens));
}

std::optional<OwnWords::Found> OwnWords::At(const Tokens& tokens, size_t begin, const std::vector<std::string>& letters) const {
  Found found;
  size_t at = begin, letter = 0;
  for (; letter < letters.size(); ++at) {
    if (at == tokens.size()) return std::nullopt;
    const Token& token = tokens[at];
    const bool joint = letter > 0 && token.joins;
    const bool in_capitals = Length(token.text) > 1 && IsUpper(token.text);
    if (!joint && (in_capitals || token.initial != letters[letter])) return std::nullopt;
    found.text += (found.text.empty() ? "" : " ") + (token.joins && token.text.empty() ? "-" : token.text);
    letter += !joint;
    if (token.stops && letter < letters.size()) return std::nullopt;
  }
  found.behind = at;
  return found;
}

std::optional<std::string> OwnWords::WrittenOut(const std::string& head, const std::string& abbreviation) const {
  const std::vector<std::string> letters = InitialsOf(abbreviation);
  const std::string folded_head = FoldKey(head);
  Candidate defined, named, alike;
  bool capital = false;
  for (const Tokens& tokens : texts_) {
    for (size_t i = 0; i < tokens.size(); ++i) {
      const auto found = At(tokens, i, letters);
      if (!found) continue;
      const bool same_head = !head.empty() && i > 0 && FoldKey(tokens[i - 1].text) == folded_head;
      const bool said = found->behind < tokens.size() && tokens[found->behind].text == abbreviation && tokens[found->behind - 1].stops;
      if (said) defined.Take(found->text);
      if (same_head && tokens[i].upper) named.Take(found->text);
      alike.Take(found->text);
      capital = capital || tokens[i].upper;
    }
  }
  if (defined.times > 0) return defined.several ? std::nullopt : std::optional(defined.text);
  if (named.times > 0) return named.several ? std::nullopt : std::optional(named.text);
  const bool telling = letters.size() >= kTelling && !alike.several && alike.times > 0 && (capital || alike.times > 1);
  return telling ? std::optional(alike.text) : std::nullopt;
}

namespace {

// The name with each abbreviation that the document writes out; as it is where it writes out none.
std::string WithOwnWords(const RuleSet& rules, const OwnWords& words, std::string name) {
  std::string behind;
  for (int part = 0; part < kMostParts; ++part) {
    const auto match = rules.Full("short_part", name);
    if (!match) break;
    const std::string before = Normalise(match->Get("before")), abbreviation = match->Get("short");
    const std::vector<std::string> heads = WordsOf(before);
    const auto written = words.WrittenOut(heads.empty() ? "" : heads.back(), abbreviation);
    const std::string after = Normalise(match->Get("behind") + " " + behind);
    behind = (written ? *written : abbreviation) + (after.empty() ? "" : " " + after);
    name = before;
  }
  return Capitalise(Normalise(name + " " + behind));
}

}  // namespace

void WriteOutShortNames(Work& work) {
  std::optional<OwnWords> words;
  std::map<std::string, std::string> names;  // as they came out before
  const auto write_out = [&](Agency& agency) {
    if (agency.id || !work.rules.First("unknown_abbreviation", agency.name)) return;
    if (!words) words.emplace(work);
    const auto known = names.find(agency.name);
    const std::string name = known != names.end() ? known->second : WithOwnWords(work.rules, *words, agency.name);
    names.emplace(agency.name, name);
    if (name == agency.name) return;
    const std::string printed = agency.printed;
    agency = work.agencies.Resolve(name, work.place);
    agency.printed = printed;
  };
  for (Task& task : work.document.tasks) {
    for (auto* agencies : {&task.lead, &task.coordinators, &task.approver}) {
      for (Agency& agency : *agencies) write_out(agency);
    }
  }
}

}  // namespace trichluc
