// The signature block and the list of recipients (Nghị định 30/2020/NĐ-CP, annex I, components 7 and 9b).
#include <algorithm>

#include "extract/context.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr double kRightHalf = 0.42;      // the middle of a signature line is right of this
constexpr double kSignatureRoom = 0.30;  // of the page height, between title and name

std::string StripMarks(const std::string& text, const RuleSet& rules) {
  std::string out = text;
  if (const auto lead = rules.First("recipient_lead", out)) out = Normalise(out.substr(lead->span.end));
  while (const auto tail = rules.First("recipient_tail", out)) {
    if (tail->span.begin == 0 || tail->span.end == tail->span.begin) break;
    out = Normalise(out.substr(0, tail->span.begin));
  }
  return out;
}

// --- recipients -------------------------------------------------------------------------------------------------------

// The left-hand lines below "Nơi nhận", as far as they hang together.
std::vector<const ViewLine*> RecipientLines(const PageView& page, const ViewLine& start, const RuleSet& rules) {
  std::vector<const ViewLine*> lines;
  for (const ViewLine& line : page.lines) {
    if (line.top <= start.top + 0.3 * start.Height() || line.left > 0.5) continue;
    if (line.top > page.first_grid_top && start.top < page.first_grid_top) continue;
    lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(), [](const ViewLine* a, const ViewLine* b) { return a->top < b->top; });
  const ViewLine* above = &start;
  size_t kept = 0;
  for (; kept < lines.size(); ++kept) {
    const double height = std::max(lines[kept]->Height(), above->Height());
    if (lines[kept]->top - above->bottom > 1.7 * height) break;
    if (rules.First("annex_start", lines[kept]->text) || rules.Full("page_number", lines[kept]->text)) break;
    above = lines[kept];
  }
  lines.resize(kept);
  return lines;
}

void AddRecipients(Work& work, const PageView& page, const ViewLine& start) {
  std::vector<std::string> entries;
  std::vector<std::vector<const ViewLine*>> sources;
  const std::vector<const ViewLine*> lines = RecipientLines(page, start, work.rules);
  // Entries begin with a dash; without any, each line is one.
  const bool marked = std::any_of(lines.begin(), lines.end(), [&](const ViewLine* line) {
    return work.rules.First("recipient_lead", line->text).has_value();
  });
  for (const ViewLine* line : lines) {
    const bool begins = !marked || work.rules.First("recipient_lead", line->text).has_value() ||
                        (!entries.empty() && work.rules.First("recipient_closed", entries.back()).has_value());
    if (!entries.empty() && !begins) {
      AppendLine(entries.back(), line->text);
      sources.back().push_back(line);
    } else {
      entries.push_back(line->text);
      sources.push_back({line});
    }
  }
  for (size_t i = 0; i < entries.size(); ++i) {
    const std::string entry = StripMarks(Normalise(entries[i]), work.rules);
    if (entry.empty()) continue;
    AddEvidence(work.document, "recipients/" + std::to_string(work.document.recipients.size()), sources[i],
                "people.recipients", 0.9);
    work.document.recipients.push_back(entry);
  }
  work.closing_lines.push_back(&start);
  work.closing_lines.insert(work.closing_lines.end(), lines.begin(), lines.end());
}

void ReadRecipients(Work& work) {
  for (const PageView* page : work.pages) {
    for (const ViewLine& line : page->lines) {
      if (line.left > 0.5 || !work.rules.First("recipients_start", line.text)) continue;
      AddRecipients(work, *page, line);
      if (!work.document.recipients.empty()) return;
    }
  }
}

// --- signers ----------------------------------------------------------------------------------------------------------

struct KnownTitle {
  std::string title;  // in the list's own case
  size_t length = 0;  // code points of the line that it covers
};

// The title that a line begins with ("PHÓ GIÁM ĐỐC SỞ"): its letters exactly, with their marks misread (GIÁM ĐÓC), or, for
// a whole line, but for one letter in five, as ink across it leaves them (CHUYỊCH).
std::optional<KnownTitle> TitleOf(const std::string& text, const RuleSet& rules) {
  for (const auto fold : {FoldKey, StripDiacritics}) {
    const std::string folded = fold(text) + " ";
    for (const std::string& known : rules.List("signer_titles")) {
      if (folded.rfind(fold(known) + " ", 0) == 0) return KnownTitle{known, Length(known)};
    }
  }
  const std::string bare = StripDiacritics(text);
  std::optional<KnownTitle> nearest;
  size_t best = 0;
  for (const std::string& known : rules.List("signer_titles")) {
    const size_t limit = Length(known) / 5, distance = EditDistance(bare, StripDiacritics(known), limit);
    if (distance > limit || (nearest && distance >= best)) continue;
    nearest = KnownTitle{known, Length(text)};
    best = distance;
  }
  return nearest;
}

bool IsTitle(const std::string& text, const RuleSet& rules) { return TitleOf(text, rules).has_value(); }

// "PHÓ CHỦ TỊCH" → "Phó Chủ tịch", "PHÓ GIÁM ĐỐC SỞ" → "Phó Giám đốc sở"; else the first letter upper.
std::string NormalCase(const std::string& title, const RuleSet& rules) {
  const auto known = TitleOf(title, rules);
  if (!known) return Capitalise(ToLower(title));
  const std::u32string points = ToCodePoints(title);
  return Normalise(known->title + " " + ToLower(FromCodePoints(points.substr(std::min(points.size(), known->length)))));
}

// "KT. GIÁM ĐÓC" → "KT. GIÁM ĐỐC": behind the preposition stands a title.
std::string Mended(const std::string& authority, const RuleSet& rules) {
  const auto prefix = rules.First("authority_prefix", authority);
  if (!prefix) return authority;
  const std::string title = Normalise(authority.substr(prefix->span.end));
  const auto known = TitleOf(title, rules);
  if (!known || Length(title) != known->length) return authority;
  return authority.substr(0, prefix->span.end) + ToUpper(known->title);
}

struct SignatureBlock {
  std::vector<const ViewLine*> authority, title;
  const ViewLine* name = nullptr;
};

std::optional<std::string> Joined(const std::vector<const ViewLine*>& lines) {
  std::string text;
  for (const ViewLine* line : lines) text += (text.empty() ? "" : " ") + line->text;
  text = Normalise(text);
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

bool HasFamilyName(const std::string& name, const RuleSet& rules) {
  const std::string first = FoldKey(name.substr(0, name.find(' ')));
  const std::vector<std::string>& known = rules.List("family_names");
  return std::any_of(known.begin(), known.end(), [&](const std::string& family) { return FoldKey(family) == first; });
}

// Reads one block downwards from an authority or title line. Lines are the page's right-hand ones, sorted.
SignatureBlock ReadBlock(const std::vector<const ViewLine*>& lines, size_t start, const RuleSet& rules) {
  SignatureBlock block;
  const ViewLine* above = nullptr;
  for (size_t i = start; i < lines.size(); ++i) {
    const ViewLine& line = *lines[i];
    if (above != nullptr && line.top - above->bottom > kSignatureRoom) break;
    if (rules.First("authority", line.text)) {
      if (!block.title.empty()) break;
      block.authority.push_back(&line);
    } else if (block.title.size() < 2 && IsUpper(line.text) && IsTitle(line.text, rules)) {
      block.title.push_back(&line);
    } else if (!IsUpper(line.text) && rules.Full("person_name", line.text)) {
      // The pen's strokes may read like a name; one that begins as names of persons do is believed before it.
      const bool known = HasFamilyName(line.text, rules);
      if (block.name == nullptr || known) block.name = &line;
      if (known) break;
      continue;
    } else if (block.title.empty() && !block.authority.empty() && IsUpper(line.text) &&
               line.top - above->bottom < 1.2 * line.Height()) {
      block.authority.push_back(&line);
    } else {
      continue;  // the seal's text, the pen's strokes
    }
    above = &line;
  }
  return block;
}

// "Đó Thanh Bình" → "Đỗ Thanh Bình": a first word that no family has and that differs from one family's name by marks
// alone. The words as read stay in the evidence.
std::string WithFamilyName(const std::string& name, const RuleSet& rules) {
  const size_t end = std::min(name.find(' '), name.size());
  const std::string first = name.substr(0, end);
  std::vector<std::string> alike;
  for (const std::string& family : rules.List("family_names")) {
    if (FoldKey(family) == FoldKey(first)) return name;
    if (StripDiacritics(family) == StripDiacritics(first)) alike.push_back(family);
  }
  return alike.size() == 1 ? alike.front() + name.substr(end) : name;
}

void AddSigner(Work& work, const SignatureBlock& block) {
  std::string name = block.name->text;
  if (const auto rank = work.rules.First("name_rank", name)) name = Normalise(name.substr(rank->span.end));
  if (const auto full = work.rules.Full("person_name", name)) name = full->Get("name");
  name = WithFamilyName(name, work.rules);
  Signer signer{name, std::nullopt, std::nullopt};
  for (const ViewLine* line : block.authority) {
    signer.authority = Normalise(signer.authority.value_or("") + " " + Mended(line->text, work.rules));
  }
  if (const auto title = Joined(block.title)) signer.title = NormalCase(*title, work.rules);
  const std::string field = "signers/" + std::to_string(work.document.signers.size());
  AddEvidence(work.document, field + "/name", std::vector<const ViewLine*>{block.name}, "people.name", 0.95);
  if (signer.title) AddEvidence(work.document, field + "/title", block.title, "people.title", 0.95);
  if (signer.authority) AddEvidence(work.document, field + "/authority", block.authority, "people.authority", 0.95);
  work.document.signers.push_back(signer);
  for (const auto& lines : {block.authority, block.title, {block.name}}) {
    work.closing_lines.insert(work.closing_lines.end(), lines.begin(), lines.end());
  }
}

bool Overlaps(const ViewLine& a, const ViewLine& b) { return a.left < b.right && b.left < a.right; }

// The page's right-hand lines below the letterhead, top to bottom.
std::vector<const ViewLine*> RightHandLines(const Work& work, const PageView& page) {
  std::vector<const ViewLine*> lines;
  for (const ViewLine& line : page.lines) {
    const bool header = &page == work.pages.front() && line.top < 0.3;
    if (line.Centre() > kRightHalf && line.left > 0.3 && !header) lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(), [](const ViewLine* a, const ViewLine* b) { return a->top < b->top; });
  return lines;
}

// A seal or a signature can hide authority and title: then the name beside or below "Nơi nhận" stands alone.
void ReadLoneName(Work& work) {
  for (const PageView* page : work.pages) {
    double top = 1;
    for (const ViewLine& line : page->lines) {
      if (line.left < 0.5 && work.rules.First("recipients_start", line.text)) top = std::min(top, line.top);
    }
    for (const ViewLine* line : RightHandLines(work, *page)) {
      const auto name = work.rules.Full("person_name", line->text);
      if (line->top < top || IsUpper(line->text) || !name || !HasFamilyName(name->Get("name"), work.rules)) continue;
      SignatureBlock block;
      block.name = line;
      AddSigner(work, block);
      return;
    }
  }
}

void ReadSigners(Work& work) {
  for (const PageView* page : work.pages) {
    const std::vector<const ViewLine*> lines = RightHandLines(work, *page);
    for (size_t i = 0; i < lines.size(); ++i) {
      const bool starts = work.rules.First("authority", lines[i]->text).has_value() ||
                          (IsUpper(lines[i]->text) && IsTitle(lines[i]->text, work.rules));
      if (!starts) continue;
      std::vector<const ViewLine*> below;
      for (size_t j = i; j < lines.size(); ++j) {
        if (Overlaps(*lines[i], *lines[j])) below.push_back(lines[j]);
      }
      const SignatureBlock block = ReadBlock(below, 0, work.rules);
      if (block.name == nullptr) continue;
      AddSigner(work, block);
      return;
    }
  }
}

}  // namespace

void ReadPeople(Work& work) {
  ReadSigners(work);
  if (work.document.signers.empty()) ReadLoneName(work);
  ReadRecipients(work);
}

}  // namespace trichluc
