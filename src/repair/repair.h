// Words read wrongly → words as the language has them. The front header of the room.
//
// Most words that the engine reads wrongly are syllables of the language with another tone or vowel ("đâu
// thâu" for "đấu thầu"), so only the words around them tell. For each word what else may have been printed is
// weighed: what the engine saw beside the letters it gave (Word::doubts), or, where that is not known, how
// sure it was of the word; how often it takes these letters for each other (rules/repair/confusions.tsv); and
// how often the words stand beside each other in public administrative text (rules/repair/words.counts). The
// likeliest text is taken; a word is changed only when that is far likelier than what was read. Digits,
// numbers, symbols, abbreviations and persons' names are never changed (repair/sequence.h).
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "model/reading.h"
#include "repair/file_words.h"

namespace trichluc {

// How much what speaks for a change counts; chosen by `trichluc-repair measure` on text held out.
struct RepairWeights {
  double language = 1.2;  // of the words around
  double sureness = 1.0;  // of the engine's confidence
  double least = 4.0;     // log odds from which a word is changed
  double by_file = 1.0;   // more of them where the file itself tells
  double letters = 2.0;   // more of them where letters change and not only their marks
  double names = 2.0;     // more of them in names
  double unseen = 5.0;    // more of them where the engine was sure of a word of the language and saw nothing of the other: what the
                          // word model never met ("cưa xăng", "đuối nước") is no misprint
  double seen = 1.0;      // of what the engine saw beside what it gave
  double confusions =
      0.4;  // of how often letters are taken for each other, where the engine's own view is known
  double model = 12;  // what the word model counts beside the file itself, in sightings
};

// Names that text is held against, in any case.
struct RepairNames {
  std::vector<std::string> families;   // of persons
  std::vector<std::string> provinces;  // tỉnh and thành phố of any time
  std::vector<std::string> units;      // administrative units of any level
};

class Repairer {
 public:
  // `rules`: the folder that holds repair/words.counts, confusions.tsv and spellings.tsv; where it has no folder
  // `repair` nothing is ever changed. Throws UsageError when one of the files is damaged. Takes a few milliseconds. Not
  // thread-safe.
  Repairer(const std::string& rules, const RepairNames& names, RepairWeights weights = {});
  ~Repairer();

  // Changes words of the reading and says which, in the order of the words; names of years and of provinces, merged words, stray
  // stops and lone capitals come first. A word keeps its box, its capitals and the marks around it; its confidence stays the engine's. Rules: "word.context", a
  // valid word that does not fit; "word.syllable", no word of the language; "year.name", the name of a year of
  // the sixty-year cycle (repair/year_names.h); "word.province", a province's name (repair/place_names.h); "word.merged", two
  // words without a blank (repair/merged_words.h); "word.stop", a speck taken for a full stop, "word.comma", a comma taken for one (repair/stray_stops.h);
  // "word.capitals", small letters taken for capitals (repair/lone_capitals.h). `undecided` takes the places in
  // PageReading::words of those for which another word was likelier, but not by enough.
  std::vector<Repair> Mend(PageReading* reading, std::set<int>* undecided = nullptr);

  // Changes what the file says otherwise in many other places, and says which; rule "word.file". `reading` as Mend left
  // it, with the `repairs` of its page, which stay; `file` holds all its pages so.
  std::vector<Repair> MendByFile(PageReading* reading, const std::vector<Repair>& repairs, const FileWords& file);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// SHA-256 over all that a Repairer is made of.
std::string RepairerHash(const std::string& rules, const RepairNames& names);

// Makes changes once more that Mend made of these readings (pages in any order; repairs as Mend told them). False,
// and nothing is changed, when a word that is to be changed does not stand there.
bool Repeat(const std::vector<Repair>& repairs, std::vector<PageReading>* readings);

}  // namespace trichluc
