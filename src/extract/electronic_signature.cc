#include "extract/electronic_signature.h"

#include <algorithm>

#include "extract/dates.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr size_t kMostLines = 9;
constexpr double kAligned = 0.8, kNear = 1.3, kTaller = 2;  // of a line's height

struct SignatureLines {
  std::vector<const ViewLine*> lines;
  Box edge;  // of the word that the first line's own text begins with: left of it stands the picture of a signature
  std::string text;
  ElectronicSignature read;
  std::vector<std::string> rules;
};

std::vector<const ViewLine*> FromTop(const PageView& page) {
  std::vector<const ViewLine*> lines;
  for (const auto* of : {&page.stamp_lines, &page.lines}) {
    for (const ViewLine& line : *of) lines.push_back(&line);
  }
  std::stable_sort(lines.begin(), lines.end(), [](const ViewLine* a, const ViewLine* b) { return a->top < b->top; });
  return lines;
}

// From the word of `line` that stands below (or above) a box's left edge as far as the words stand close; "" where none does.
std::string TextFrom(const ViewLine& line, const Box& box) {
  std::string text;
  int right = 0;
  for (const Word& word : line.line.words) {
    if (text.empty() && std::abs(word.box.left - box.left) > kAligned * box.Height()) continue;
    if (!text.empty() && word.box.left - right > kNear * box.Height()) break;
    text += (text.empty() ? "" : " ") + word.text;
    right = word.box.right;
  }
  return Normalise(text);
}

// The first word from which on a line is what a rule says.
const Word* BeginningOf(const ViewLine& line, const RuleSet& rules, const char* set) {
  for (const Word& word : line.line.words) {
    const auto match = rules.First(set, TextFrom(line, word.box));
    if (match && match->span.begin == 0) return &word;
  }
  return nullptr;
}

bool Follows(const ViewLine& above, const ViewLine& below) {
  const double height = std::max(above.Height(), below.Height());
  return below.top > above.top + 0.3 * above.Height() && below.top - above.bottom < kNear * height &&
         below.Height() < kTaller * above.Height();
}

// The text cut before each of its labels.
std::vector<std::string> Fields(const std::string& text, const RuleSet& rules) {
  std::vector<std::string> fields;
  size_t begin = 0;
  for (const Match& label : rules.All("electronic_signature_label", text)) {
    fields.push_back(Normalise(text.substr(begin, label.groups.at("label").begin - begin)));
    begin = label.groups.at("label").begin;
  }
  fields.push_back(Normalise(text.substr(begin)));
  return fields;
}

void Take(const Work& work, SignatureLines* block) {
  ElectronicSignature& read = block->read;
  for (const std::string& field : Fields(Normalise(block->text), work.rules)) {
    const auto found = work.rules.First("electronic_signature", field);
    if (!found) continue;
    const Match& match = *found;
    block->rules.push_back(match.rule->id);
    const auto take = [&](const char* group, std::optional<std::string>& value) {
      if (!match.Has(group) || value) return;
      const std::string text = Normalise(match.Get(group));
      const size_t first = text.find_first_not_of(" ,;."), last = text.find_last_not_of(" ,;.");
      if (first != std::string::npos) value = text.substr(first, last + 1 - first);
    };
    take("signer", read.signer);
    take("agency", read.agency);
    take("email", read.email);
    if (!match.Has("day") || read.signed_at) continue;
    const auto date = IsoDate(std::stoi(match.Get("year")), std::stoi(match.Get("month")), std::stoi(match.Get("day")));
    if (date) read.signed_at = *date + "T" + match.Get("time") + (match.Has("zone") ? match.Get("zone") : "+07:00");
  }
}

// Labelled lines from `start` on, and those between them.
SignatureLines Labelled(const Work& work, const std::vector<const ViewLine*>& lines, size_t start, const Box& edge) {
  SignatureLines block{{lines[start]}, edge, TextFrom(*lines[start], edge), {}, {}};
  for (size_t i = start + 1; i < lines.size() && block.lines.size() < kMostLines; ++i) {
    const ViewLine& line = *lines[i];
    if (!Follows(*block.lines.back(), line)) continue;
    const std::string text = TextFrom(line, edge);
    const bool closed = work.rules.First("electronic_signature_time", block.text).has_value();
    const bool goes_on = closed ? work.rules.Full("electronic_signature_zone", text).has_value() : !text.empty();
    const auto field = work.rules.First("electronic_signature", text);
    if (!goes_on || (field && field->Has("signer"))) continue;  // or another begins
    block.text += " " + text;
    block.lines.push_back(&line);
  }
  Take(work, &block);
  return block;
}

// Above a time without label or e-mail: the issuer's name in one to three lines, and its office below.
SignatureLines OfIssuer(const Work& work, SignatureLines block, const std::vector<const ViewLine*>& lines, size_t time) {
  constexpr size_t kMost = 4;
  if (!work.document.issuer) return {};
  std::vector<std::string> texts;  // from the top
  for (size_t i = time; i-- > 0 && texts.size() < kMost;) {
    const std::string text = TextFrom(*lines[i], block.edge);
    if (text.empty() || !Follows(*lines[i], *block.lines.back())) continue;
    texts.insert(texts.begin(), text);
    block.lines.push_back(lines[i]);
  }
  std::string name;
  for (size_t i = 0; i < texts.size(); ++i) {
    name += (name.empty() ? "" : " ") + texts[i];
    if (FoldKey(name) != FoldKey(work.document.issuer->name)) continue;
    Take(work, &block);
    block.read.signer = name;
    for (size_t k = i + 1; k < texts.size(); ++k) block.read.agency = Normalise(block.read.agency.value_or("") + " " + texts[k]);
    return block;
  }
  return {};
}

// Above a time without label: an e-mail, whose end may not have fitted, and above that a name of one to three lines.
SignatureLines Unlabelled(const Work& work, const std::vector<const ViewLine*>& lines, size_t time, const Box& edge) {
  constexpr size_t kMostOfName = 3, kFewestLetters = 6;
  SignatureLines block{{lines[time]}, edge, TextFrom(*lines[time], edge), {}, {}};
  std::string name, address, end;
  size_t of_name = 0;
  for (size_t i = time; i-- > 0 && of_name < kMostOfName;) {
    const std::string text = TextFrom(*lines[i], edge);
    if (text.empty() || !Follows(*lines[i], *block.lines.back())) continue;
    const bool has_at = text.find('@') != std::string::npos;
    if (has_at && !address.empty()) break;
    if (has_at) {
      address = text + end;
    } else if (!address.empty()) {
      name = text + (name.empty() ? "" : " ") + name;
      ++of_name;
    } else if (end.empty() && work.rules.Full("electronic_signature_end", text)) {
      end = text;
    } else {
      break;
    }
    block.lines.push_back(lines[i]);
  }
  if (address.empty()) return OfIssuer(work, std::move(block), lines, time);
  if (Length(name) < kFewestLetters) return {};
  Take(work, &block);
  block.read.signer = name;
  if (const auto match = work.rules.Full("electronic_signature_address", address)) block.read.email = match->Get("email");
  return block;
}

// Whether who signs is the issuer, by its name or as printed.
bool IsIssuers(const ElectronicSignature& read, const Document& document) {
  if (!document.issuer || !read.signer) return false;
  const std::string signer = FoldKey(*read.signer);
  return signer == FoldKey(document.issuer->name) || signer == FoldKey(document.issuer->printed);
}

std::vector<SignatureLines> BlocksOf(const Work& work, const PageView& page) {
  const std::vector<const ViewLine*> lines = FromTop(page);
  std::vector<SignatureLines> blocks;
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool used = std::any_of(blocks.begin(), blocks.end(), [&](const SignatureLines& block) {
      return std::find(block.lines.begin(), block.lines.end(), lines[i]) != block.lines.end();
    });
    const bool labelled = work.rules.First("electronic_signature_start", lines[i]->text).has_value();
    if (used || (!labelled && !work.rules.First("electronic_signature_time", lines[i]->text))) continue;
    SignatureLines block;
    if (const Word* label = labelled ? BeginningOf(*lines[i], work.rules, "electronic_signature_start") : nullptr) {
      block = Labelled(work, lines, i, label->box);
    } else if (const Word* time = BeginningOf(*lines[i], work.rules, "electronic_signature_stamp")) {
      block = Unlabelled(work, lines, i, time->box);
    }
    if (block.read.signer || block.read.signed_at) blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace

void ReadElectronicSignature(Work& work) {
  for (const PageView* page : work.pages) {
    const std::vector<SignatureLines> blocks = BlocksOf(work, *page);
    if (blocks.empty()) continue;
    const auto own = std::find_if(blocks.begin(), blocks.end(),
                                  [&](const SignatureLines& block) { return IsIssuers(block.read, work.document); });
    const SignatureLines& block = own == blocks.end() ? blocks.front() : *own;
    work.document.electronic_signature = block.read;
    for (const std::string& rule : block.rules) AddEvidence(work.document, "electronic_signature", block.lines, rule, 0.9);
    return;
  }
}

}  // namespace trichluc
