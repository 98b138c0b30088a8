#include "extract/signer_doubts.h"

#include <algorithm>

#include "extract/signature_ink.h"
#include "extract/titles.h"
#include "text/text.h"

namespace trichluc {
namespace {

// "Nguy", "NguạFn" of Nguyễn: a long name of which so much is left is no other.
bool ShowsMuchOf(const std::string& read, const std::string& family) {
  constexpr size_t kLong = 5, kOther = 2;
  return family.size() >= kLong && EditDistance(read, family, kOther) <= kOther;
}

// What was read before the second word of a name, without marks, blanks and what is no letter.
std::string ReadAsFirst(const ViewLine& line, const std::string& name) {
  const std::vector<std::string> words = WordsOf(name);
  std::string read;
  for (const Word& word : line.line.words) {
    if (words.size() > 1 && FoldKey(Trimmed(word.text)) == FoldKey(words[1])) break;
    read += StripDiacritics(word.text);
  }
  std::erase_if(read, [](char c) { return c < 'a' || c > 'z'; });
  return read;
}

}  // namespace

bool IsDoubtfulName(const Work& work, const PageView& page, const ViewLine& line, const std::string& name) {
  constexpr double kClear = 0.96, kLikely = 0.5;
  const std::string first = name.substr(0, name.find(' ')), bare = StripDiacritics(first);
  const std::vector<Word>& words = line.line.words;
  const auto word = std::find_if(words.begin(), words.end(),
                                 [&](const Word& other) { return StripDiacritics(Trimmed(other.text)) == bare; });
  if (word == words.end()) {  // letters beside it may hang together with it
    return StripDiacritics(line.text).find(bare) == std::string::npos && !ShowsMuchOf(ReadAsFirst(line, name), bare);
  }
  if (word->confidence < kLikely) return true;
  if (!HasFamilyName(name, work.rules)) return word->confidence < kClear;
  const bool short_name = std::count(name.begin(), name.end(), ' ') == 1;
  ViewLine before = line;
  before.right = line.left;
  return short_name && HasInk(work, page, before, line.top, line.bottom);
}

void FlagSignerDoubts(Work& work, const PageView& page, const ViewLine& line, bool doubtful_name, const std::string& told_by) {
  const Signer& signer = work.document.signers.back();
  const std::string where = "signers/" + std::to_string(work.document.signers.size() - 1);
  const std::string read = line.text == signer.name ? " was read with doubt" : " was read as " + line.text;
  if (doubtful_name) AddFlag(work.document, "unreadable_name", page.page, where + ": " + signer.name + read);
  // Who signs in the name of a body may have no title below; a deputy has one.
  const bool deputy = signer.authority && work.rules.First("deputy_prefix", *signer.authority);
  if (!told_by.empty() && signer.title) {
    AddFlag(work.document, "unreadable_title", page.page, where + ": " + *signer.title + " is told by " + told_by + " alone");
  } else if (!signer.title && (!signer.authority || deputy))
    AddFlag(work.document, "unreadable_title", page.page, where + ": no title was read above " + signer.name);
}

}  // namespace trichluc
