// The signature block (Nghị định 30/2020/NĐ-CP, annex I, component 7).
#include <algorithm>

#include "extract/context.h"
#include "extract/person_names.h"
#include "extract/recipients.h"
#include "extract/signature_ink.h"
#include "extract/signer_doubts.h"
#include "extract/titles.h"
#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kRightHalf = 0.42;      // the middle of a signature line is right of this
constexpr double kOfForm = 0.7;          // confidence in a title that the line of authority tells
constexpr double kSignatureRoom = 0.30;  // of the page height, between title and name

// "GIÁM ĐỐC XIYI Z2": what a seal's letters were read as behind the title; no syllable is among them.
bool IsOfSeal(const std::string& title, size_t length) {
  const std::vector<std::string> rest = WordsOf(FromCodePoints(ToCodePoints(title).substr(length)));
  return std::none_of(rest.begin(), rest.end(), [](const std::string& word) { return IsSyllable(FoldKey(word)); });
}

// The title behind the preposition of an authority line, in the list's own case.
std::optional<std::string> TitleBehind(const std::string& authority, const Match& prefix,
                                       const RuleSet& rules) {
  const std::string title = Trimmed(authority.substr(prefix.span.end));
  if (IsBody(title, rules)) return std::nullopt;  // "ĐOÀN CHỦ TỊCH"
  const auto known = TitleOf(title, rules);
  if (known && (Length(title) == known->length || IsOfSeal(title, known->length))) return known->title;
  return known ? std::nullopt : TitleAtEnd(title, rules);
}

// "CỤC TRƯỞNG 1", "GIÁM ĐỐC Ấ", "CỤC TRƯỞNG vụ" → "CỤC TRƯỞNG", "GIÁM ĐỐC": what stands behind the words in capitals.
std::string WithoutSpecks(const std::string& text) {
  std::string out = text;
  for (size_t blank = out.rfind(' '); blank != std::string::npos; blank = out.rfind(' ')) {
    const std::string last = out.substr(blank + 1);
    if (Length(last) > 1 && IsUpper(last)) break;
    out.resize(blank);
  }
  return out;
}

// "..-KT, GIÁM ĐÓC" → "KT. GIÁM ĐỐC": a full stop follows the preposition, a title follows that.
std::string Mended(const std::string& authority, const RuleSet& rules, bool of_party = false) {
  const auto prefix = rules.First("authority_prefix", authority);
  if (!prefix) return authority;
  std::string lead = authority.substr(prefix->groups.at("prefix").begin,
                                      prefix->span.end - prefix->groups.at("prefix").begin);
  if (prefix->Has("as")) lead.replace(0, prefix->Get("prefix").size(), prefix->Get("as"));
  std::replace_if(lead.begin(), lead.end(), [](char c) { return c == ',' || c == ';' || c == ':'; }, '.');
  const auto title = TitleBehind(authority, *prefix, rules);
  // Of the state's form; parties write T/M without one.
  if (lead.find_first_of("./") == std::string::npos) {
    lead = Normalise(lead);
    const bool stroke = of_party && Length(lead) == 2 && rules.First("party_body", authority.substr(prefix->span.end));
    lead = stroke ? lead.substr(0, 1) + "/" + lead.substr(1) + " " : lead + ". ";
  }
  return lead + (title ? ToUpper(*title) : MendedBody(WithoutSpecks(authority.substr(prefix->span.end)), rules));
}

struct SignatureBlock {
  std::vector<const ViewLine*> authority, title;
  // Where ink hid part of the lines and the form tells the rest.
  std::optional<std::string> authority_text, title_text;  // of the last line of authority, of the title
  std::optional<std::string> name_text;  // what is left of a name
  const ViewLine* name = nullptr;
  bool by_end = false;  // of the title its end was read
};

// Whether a word of a line, in capitals, is one of the title's, but for marks.
bool SharesWord(const std::string& line, const std::string& title) {
  for (const std::string& word : WordsOf(line)) {
    if (IsUpper(word) && Length(word) > 2 &&
        (" " + StripDiacritics(title) + " ").find(" " + StripDiacritics(word) + " ") != std::string::npos) {
      return true;
    }
  }
  return false;
}

// Two lines, one right below the other, that end with the same title: "KT. GIÁM ĐỐC" above "PHÓ GIÁM ĐỐC",
// with the preposition written in by hand or the first word under the seal. The title of both.
std::optional<std::string> TitleOfPair(const ViewLine& upper, const ViewLine& lower, const RuleSet& rules) {
  if (lower.top - upper.bottom > 1.2 * upper.Height() || lower.top < upper.top + 0.3 * upper.Height())
    return std::nullopt;
  const auto prefix = rules.First("authority_prefix", upper.text);
  if (prefix && !rules.First("deputy_prefix", upper.text))
    return std::nullopt;  // TM., TL. are signed by others too
  const auto above = prefix ? TitleBehind(upper.text, *prefix, rules) : TitleAtEnd(upper.text, rules);
  if (!above) return std::nullopt;
  const auto deputy = DeputyOf(*above, rules);
  if (deputy && FitsDeputy(lower.text, *deputy, rules)) return above;
  const auto below = TitleAtEnd(lower.text, rules);
  return (below ? *below == *above : SharesWord(lower.text, *above)) ? above : std::nullopt;
}

// Takes both lines of such a pair into the block. False when they are none, or are read well enough without.
bool ReadPair(const ViewLine& upper, const ViewLine& lower, const RuleSet& rules, SignatureBlock& block) {
  const auto title = TitleOfPair(upper, lower, rules);
  const auto deputy = title ? DeputyOf(*title, rules) : std::nullopt;
  if (!deputy) return false;
  const bool has_prefix = rules.First("authority_prefix", upper.text).has_value();
  const auto read = TitleLine(lower.text, rules);
  if (read && has_prefix && rules.First("deputy_title", read->title)) return false;
  const bool other = read && read->title != *deputy && read->title != *title;
  if (other && !has_prefix && !FitsDeputy(lower.text, *deputy, rules)) return false;
  block.authority.push_back(&upper);
  block.title.push_back(&lower);
  if (!has_prefix) block.authority_text = "KT. " + ToUpper(*title);
  block.title_text = deputy;
  return true;
}

// "TRƯỞNG PHÒNG QUẢN LÝ" | "THƯƠNG MẠI": the office's name, begun behind the title, goes on right below it, in sure capitals. Behind a comma
// something must follow.
bool TitleGoesOn(const ViewLine& title, const ViewLine& line, const RuleSet& rules) {
  const bool open = title.text.ends_with(',');
  const double sure = open ? 0.6 : 0.85, gap = open ? 1.6 : 0.9, aside = open ? 0.08 : 0.03;
  const auto known = TitleLine(title.text, rules);
  const bool begun = known && (Length(Trimmed(title.text)) > Length(known->title) + 1 || rules.First("title_field", Trimmed(line.text)));
  return begun && IsUpper(line.text) && line.top - title.bottom < gap * line.Height() &&
         MeanConfidence(line.line.words) >= sure && std::abs(line.Centre() - title.Centre()) < aside;
}

// The next line but figures and strokes: tone marks high above capitals come out as such ("5" above PHÓ).
size_t NextWithLetters(const std::vector<const ViewLine*>& lines, size_t i) {
  do ++i;
  while (i < lines.size() && Trimmed(lines[i]->text).empty());
  return i;
}

// Where no name was read below its title: the line whose end is one.
void FindEndOfName(const std::vector<const ViewLine*>& lines, const ViewLine& above, const RuleSet& rules, SignatureBlock& block) {
  constexpr double kRoom = 1.5, kAside = 0.12;  // heights of a line, of the page's width
  for (const ViewLine* line : lines) {
    const double room = line->top - above.bottom;
    if (room < kRoom * line->Height() || room > kSignatureRoom || std::abs(line->Centre() - above.Centre()) > kAside) continue;
    block.name_text = EndOfName(*line, rules);
    if (block.name_text) block.name = line;
    if (block.name_text) return;
  }
}

// "TM. ỦY BAN NHÂN DÂN" | "Ủ TỊCH" → "Chủ tịch": below the body in whose name somebody signs stands a title, of which ink left the end.
std::optional<std::string> TitleBelow(const ViewLine& authority, const ViewLine& line, const RuleSet& rules) {
  const auto prefix = rules.First("authority_prefix", authority.text);
  if (!prefix || rules.First("deputy_prefix", authority.text) || IsBody(line.text, rules)) return std::nullopt;
  return TitleAtEnd(line.text, rules);
}

// Reads one block downwards from its first line of authority or title.
SignatureBlock ReadBlock(const std::vector<const ViewLine*>& lines, const RuleSet& rules) {
  SignatureBlock block;
  const ViewLine* above = nullptr;
  for (size_t i = 0; i < lines.size(); ++i) {
    const ViewLine& line = *lines[i];
    if (above != nullptr && line.top - above->bottom > kSignatureRoom) break;
    const size_t below = NextWithLetters(lines, i);
    if (block.title.empty() && below < lines.size() && ReadPair(line, *lines[below], rules, block)) {
      above = lines[i = below];
      continue;
    }
    if (rules.First("authority", line.text)) {
      if (!block.title.empty()) break;
      block.authority.push_back(&line);
    } else if (block.title.size() < 2 && TitleLine(line.text, rules)) {
      block.title.push_back(&line);
    } else if (block.title.size() == 1 && above == block.title.front() && TitleGoesOn(*above, line, rules)) {
      block.title.push_back(&line);
    } else if (const auto name = NameIn(line, rules)) {
      // The pen's strokes may read like a name; one that begins as names of persons do is believed before it.
      const bool known = HasFamilyName(*name, rules);
      if (block.name == nullptr || known) block.name = &line;
      if (known) break;
      continue;
    } else if (block.name == nullptr && IsRareName(line, above, rules)) {
      block.name = &line;
      continue;
    } else if (block.title.empty() && !block.authority.empty() && IsUpper(line.text) &&
               Length(Trimmed(line.text)) > 1 && !IsOfSeal(line.text, 0) &&
               line.top - above->bottom < 1.2 * line.Height()) {
      if (const auto title = TitleBelow(*block.authority.front(), line, rules)) {
        block.title.push_back(&line);
        block.title_text = title;
        block.by_end = true;
      } else {
        block.authority.push_back(&line);
      }
    } else {
      continue;  // the seal's text, the pen's strokes
    }
    above = &line;
  }
  if (block.name == nullptr && above != nullptr) FindEndOfName(lines, *above, rules, block);
  return block;
}

// "KT. BỘ TRƯỞNG" → "Thứ trưởng": who signs for a head is a deputy, whose own title the pen hides (NĐ 30/2020, annex I, component 7a).
std::optional<std::string> TitleOfForm(const std::string& authority, const RuleSet& rules) {
  const auto prefix = rules.First("authority_prefix", authority);
  if (!prefix || !rules.First("deputy_prefix", authority)) return std::nullopt;
  const auto head = TitleBehind(authority, *prefix, rules);
  return head ? DeputyOf(*head, rules) : std::nullopt;
}

// "Q. HẠT TRƯỞNG" → "Hạt trưởng": who holds an office for the time being signs with the office's title (NĐ 30/2020, annex I, component 7a).
std::optional<std::string> TitleOfActing(const std::string& authority, const RuleSet& rules) {
  const auto prefix = rules.First("authority_prefix", authority);
  return prefix && prefix->Get("prefix") == "Q" ? TitleBehind(authority, *prefix, rules) : std::nullopt;
}

// Pen or seal between authority and name.
bool HasInkBetween(const Work& work, const PageView& page, const SignatureBlock& block) {
  if (block.authority.empty() || block.name == nullptr) return false;
  const ViewLine& last = *block.authority.back();
  return block.name->top > last.bottom && HasInk(work, page, last, last.bottom, block.name->top);
}

void AddSigner(Work& work, const PageView& page, const SignatureBlock& block) {
  const std::string name = block.name_text ? *block.name_text : NameIn(*block.name, work.rules).value_or(block.name->text);
  Signer signer{name, std::nullopt, std::nullopt};
  const bool of_party = work.document.symbol && work.document.symbol->find('/') != std::string::npos;  // "TB/HU"
  for (const ViewLine* line : block.authority) {
    const bool told = block.authority_text && line == block.authority.back();
    const std::string text = told ? *block.authority_text : Mended(line->text, work.rules, of_party);
    if (signer.authority && FoldKey(*signer.authority).ends_with(FoldKey(text))) continue;  // one line read twice
    signer.authority = Normalise(signer.authority.value_or("") + " " + text);
  }
  std::vector<std::string> titles;
  bool comma = false;  // "TRƯỞNG PHÒNG KINH TẾ," | "HẠ TẦNG VÀ ĐÔ THỊ"
  for (const ViewLine* line : block.title) {
    const bool goes_on = !titles.empty() && (!TitleLine(line->text, work.rules) || FoldKey(titles.back()).ends_with(" kiêm") ||
                                              work.rules.First("title_field", Trimmed(line->text)));
    if (goes_on) titles.back() += (comma ? ", " : " ") + Trimmed(line->text);
    if (!goes_on) titles.push_back(Trimmed(line->text));
    comma = line->text.ends_with(',');
  }
  // "HIỆU TRƯỞNG" | "TRƯỞNG PHÒNG ĐÀO TẠO": whoever heads a unit signs by order of the head of the house, whose "TL." a seal hides.
  const bool by_order = titles.size() == 2 && !signer.authority && work.rules.First("signs_by_order", titles[0] + " | " + titles[1]);
  if (by_order) {
    signer.authority = "TL. " + ToUpper(titles.front());
    titles.erase(titles.begin());
  }
  for (const std::string& title : titles)
    signer.title = Normalise(signer.title.value_or("") + " " + TitleInNormalCase(title, work.rules));
  if (block.title_text) signer.title = block.title_text;
  const std::optional<std::string> acting = signer.title ? std::nullopt : TitleOfActing(signer.authority.value_or(""), work.rules);
  if (acting) signer.title = acting;
  const bool of_form = !signer.title && HasInkBetween(work, page, block);
  if (of_form) signer.title = TitleOfForm(signer.authority.value_or(""), work.rules);
  const std::string field = "signers/" + std::to_string(work.document.signers.size());
  const bool doubtful = block.name_text || IsDoubtfulName(work, page, *block.name, name);
  AddEvidence(work.document, field + "/name", std::vector<const ViewLine*>{block.name}, "people.name",
              !doubtful && HasFamilyName(name, work.rules) && IsSureName(*block.name, name) ? 0.95 : 0.6);
  if (acting) {
    AddEvidence(work.document, field + "/title", block.authority, "people.title_of_acting", 0.95);
  } else if (signer.title && of_form) {
    AddEvidence(work.document, field + "/title", block.authority, "people.title_of_form", kOfForm);
  } else if (signer.title) {
    const bool whole = !block.title_text;
    AddEvidence(work.document, field + "/title", block.title,
                whole ? "people.title" : block.by_end ? "people.title_by_its_end" : "people.title_of_deputy", whole ? 0.95 : block.by_end ? kOfForm : 0.85);
  }
  if (by_order) {
    AddEvidence(work.document, field + "/authority", std::vector<const ViewLine*>{block.title.front()}, "people.authority_of_order", kOfForm);
  } else if (signer.authority) {
    const bool whole = !block.authority_text;
    AddEvidence(work.document, field + "/authority", block.authority,
                whole ? "people.authority" : "people.authority_of_deputy", whole ? 0.95 : 0.85);
  }
  work.document.signers.push_back(signer);
  FlagSignerDoubts(work, page, *block.name, doubtful, of_form ? *signer.authority : block.by_end ? block.title.front()->text : "");
  for (const auto& lines : {block.authority, block.title, {block.name}}) {
    work.closing_lines.insert(work.closing_lines.end(), lines.begin(), lines.end());
  }
}

bool Overlaps(const ViewLine& a, const ViewLine& b) { return a.left < b.right && b.left < a.right; }

enum class Side { kLeft, kRight };

// Where the list of recipients begins; 1 where a page has none.
double TopOfRecipients(const Work& work, const PageView& page) {
  double top = 1;
  for (const ViewLine& line : page.lines) {
    if (line.left < 0.5 && work.rules.First("recipients_start", line.text)) top = std::min(top, line.top);
  }
  return top;
}

// The page's lines of one side below the letterhead, top to bottom. A short letter ends in the upper part of its page.
std::vector<const ViewLine*> LinesOf(Side side, const Work& work, const PageView& page) {
  constexpr double kLetterhead = 0.3, kBeside = 0.01;  // of the page's height
  const double head = std::min(kLetterhead, TopOfRecipients(work, page) - kBeside);
  std::vector<const ViewLine*> lines;
  for (const ViewLine& line : page.lines) {
    const bool header = &page == work.pages.front() && line.top < head;
    const bool right = line.Centre() > kRightHalf && line.left > 0.3;
    if (right == (side == Side::kRight) && !header) lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(), [](const ViewLine* a, const ViewLine* b) { return a->top < b->top; });
  return lines;
}

// "7X TRƯỞNG PHÒNG KINH TẾ", "65 GIÁM ĐỐC": strokes, which the engine was not sure of, before an authority or a title. Such lines
// are kept without them in `work`.
std::vector<const ViewLine*> WithoutStrokes(std::vector<const ViewLine*> lines, Work& work) {
  constexpr float kUnsure = 0.6f, kSmall = 0.9f;  // the second: of words in small letters, before capitals
  constexpr size_t kLongest = 2;                  // letters or figures
  for (const ViewLine*& line : lines) {
    const std::vector<Word>& words = line->line.words;
    const auto begin = std::find_if(words.begin(), words.end(), [&](const Word& word) {
      return word.confidence >= (IsUpper(word.text) ? kUnsure : kSmall) || Length(Trimmed(word.text)) > kLongest;
    });
    if (begin == words.begin() || begin == words.end() || work.rules.First("authority", line->text)) continue;
    ViewLine rest = *line;
    rest.line.words.assign(begin, words.end());
    rest.text = Normalise(rest.line.Text());
    if (!IsUpper(rest.text) || !(TitleLine(rest.text, work.rules) || work.rules.First("authority", rest.text))) continue;
    rest.left += static_cast<double>(begin->box.left - words.front().box.left) * (line->right - line->left) /
                 std::max(1, line->line.box.Width());
    work.joined_lines.push_back(std::move(rest));
    line = &work.joined_lines.back();
  }
  return lines;
}

bool StartsBlock(const std::vector<const ViewLine*>& lines, size_t i, const RuleSet& rules) {
  return rules.First("authority", lines[i]->text) || TitleLine(lines[i]->text, rules) ||
         (i + 1 < lines.size() && TitleOfPair(*lines[i], *lines[i + 1], rules));
}

// The first block of authority, title and name among lines of one side.
std::optional<SignatureBlock> FindBlock(const std::vector<const ViewLine*>& lines, const RuleSet& rules) {
  for (size_t i = 0; i < lines.size(); ++i) {
    if (!StartsBlock(lines, i, rules)) continue;
    std::vector<const ViewLine*> below;
    std::copy_if(lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end(), std::back_inserter(below),
                 [&](const ViewLine* line) { return Overlaps(*lines[i], *line); });
    const SignatureBlock block = ReadBlock(below, rules);
    if (block.name != nullptr) return block;
  }
  return std::nullopt;
}

bool SameHeight(const ViewLine& a, const ViewLine& b) {
  return std::abs(a.bottom - b.bottom) < 1.5 * a.Height();
}

// Two blocks that begin at one height: a longer line of authority, or a higher signature, sets a name lower than the other.
bool BeginTogether(const SignatureBlock& a, const SignatureBlock& b) {
  constexpr double kBegin = 2.5, kNames = 6;  // heights of a line
  const auto first = [](const SignatureBlock& block) { return block.authority.empty() ? block.title.front() : block.authority.front(); };
  if (a.title.empty() || b.title.empty()) return false;
  const double height = first(a)->Height();
  return std::abs(first(a)->top - first(b)->top) < kBegin * height && std::abs(a.name->bottom - b.name->bottom) < kNames * height;
}

// The family's name stands in the line, but for its marks: "Thủ TƯỜNG" may be Vũ Tường where a title says that somebody signs,
// and nobody where none does.
bool ShowsFamily(const ViewLine& line, const std::string& name) {
  const std::string family = StripDiacritics(name.substr(0, name.find(' ')));
  return (" " + StripDiacritics(line.text)).find(" " + family) != std::string::npos;
}

// A name where nothing else says that somebody signs. Of a line of the text two words may look like one.
bool IsLoneName(const Work& work, const ViewLine& line) {
  const auto name = NameIn(line, work.rules);
  const bool whole = name && (WordsOf(*name).size() > 2 || IsSureName(line, *name));
  return whole && HasFamilyName(*name, work.rules) && ShowsFamily(line, *name);
}

// On the left, under ink, another's of the same height; nullptr where there is none.
const ViewLine* NameBeside(const Work& work, const PageView& page, const ViewLine& name) {
  const std::vector<const ViewLine*> left = LinesOf(Side::kLeft, work, page);
  const auto found = std::find_if(left.begin(), left.end(), [&](const ViewLine* line) {
    return IsLoneName(work, *line) && SameHeight(*line, name) && UnderInk(work, page, *line);
  });
  return found == left.end() ? nullptr : *found;
}

// "CÁM ĐỐC", "TU QUÁM ĐỐC" under a seal: the one line above a name that ends as a title does. Deputies sign below a line of their head's
// title, so that there are two.
void FindEndOfTitle(const Work& work, const PageView& page, SignatureBlock& block) {
  constexpr double kAside = 0.1;  // of the page's width
  const ViewLine& name = *block.name;
  for (const ViewLine& line : page.lines) {
    const double room = name.top - line.bottom;
    if (room <= 0 || room > kSignatureRoom || std::abs(line.Centre() - name.Centre()) > kAside) continue;
    const auto title = TitleAtEnd(line.text, work.rules);
    if (!title || !HasInk(work, page, line, line.top, name.top)) continue;
    block.by_end = block.title.empty();
    if (!block.by_end) return block.title.clear(), block.title_text.reset();
    block.title = {&line};
    block.title_text = title;
  }
}

void AddLoneName(Work& work, const PageView& page, const ViewLine& name) {
  SignatureBlock block;
  block.name = &name;
  FindEndOfTitle(work, page, block);
  AddSigner(work, page, block);
}

bool ReadSigners(Work& work) {
  for (const PageView* page : work.pages) {
    const auto right = FindBlock(WithoutStrokes(LinesOf(Side::kRight, work, *page), work), work.rules);
    if (!right) continue;
    // Of two bodies that issue a document together the first signs on the left.
    const auto left = FindBlock(WithoutStrokes(LinesOf(Side::kLeft, work, *page), work), work.rules);
    if (left && (SameHeight(*left->name, *right->name) || BeginTogether(*left, *right))) {
      AddSigner(work, *page, *left);
    } else if (const ViewLine* beside = NameBeside(work, *page, *right->name)) {
      AddLoneName(work, *page, *beside);
    }
    AddSigner(work, *page, *right);
    return true;
  }
  return false;
}

// What was understood of a block without a name: "KT. GIÁM ĐỐC / Phó Giám đốc"; "" where the line says as much.
std::string Understood(const SignatureBlock& block, const RuleSet& rules) {
  const std::string authority = block.authority_text                    ? *block.authority_text
                                : block.title_text && !block.authority.empty() ? Mended(block.authority.front()->text, rules)
                                                                               : "";
  return authority.empty() || !block.title_text ? "" : " (" + authority + " / " + *block.title_text + ")";
}

// A title whose name could not be read: said so, with what was understood, since an entry without a name is none. Letters of a seal
// may stand before it.
void FlagHiddenName(Work& work) {
  for (const PageView* page : work.pages) {
    const std::vector<const ViewLine*> lines = LinesOf(Side::kRight, work, *page);
    for (size_t i = 0; i < lines.size(); ++i) {
      const bool begins = StartsBlock(lines, i, work.rules) || TitleAtEnd(lines[i]->text, work.rules);
      if (!begins || !HasInk(work, *page, *lines[i], lines[i]->bottom, lines[i]->bottom + kSignatureRoom / 2)) continue;
      const SignatureBlock block = ReadBlock({lines.begin() + static_cast<std::ptrdiff_t>(i), lines.end()}, work.rules);
      std::string detail = "signers: no name was read below " + lines[i]->text + Understood(block, work.rules);
      return AddFlag(work.document, "unreadable_name", page->page, detail);
    }
  }
}

// A seal or a signature can hide authority and title: then the name stands alone, beside or below "Nơi nhận"
// or under the ink, and on the left another's of the same height.
void ReadLoneNames(Work& work) {
  for (const PageView* page : work.pages) {
    const double top = TopOfRecipients(work, *page);
    const std::vector<const ViewLine*> right = LinesOf(Side::kRight, work, *page);
    const auto name = std::find_if(right.begin(), right.end(), [&](const ViewLine* line) {
      return IsLoneName(work, *line) && (line->top >= top || UnderInk(work, *page, *line));
    });
    if (name == right.end()) continue;
    if (const ViewLine* beside = NameBeside(work, *page, **name)) AddLoneName(work, *page, *beside);
    AddLoneName(work, *page, **name);
    return;
  }
}

}  // namespace

void ReadPeople(Work& work) {
  if (!ReadSigners(work)) ReadLoneNames(work);
  if (work.document.signers.empty()) FlagHiddenName(work);
  ReadRecipients(work);
}

}  // namespace trichluc
