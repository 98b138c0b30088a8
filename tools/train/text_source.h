// Running text to set: paragraphs of public administrative documents.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include "corpus/random.h"

namespace trichluc::train {

using corpus::Random;

// Characters the model knows; other print is mapped to them (– to -, … to ...) or not set at all.
class Alphabet {
 public:
  // The lstm-unicharset component, as combine_tessdata -u writes it. Throws Error when it cannot be read.
  explicit Alphabet(const std::string& unicharset_path);
  // What the model shall answer for `printed`; empty when it has no letter for a character of it.
  std::string Answer(const std::string& printed) const;

 private:
  std::set<std::string> letters_;
};

// The files under `folder` (text/*.txt.zst: documents that begin with "<<<DOC id…>>>", a paragraph a line). A
// twelfth of the documents is held out; no paragraph of those is given for training, even where it stands in
// a second document.
class TextSource {
 public:
  // `without`: ids of documents to leave out.
  TextSource(const std::string& folder, bool held_out, const std::set<std::string>& without);

  // Up to `words` words from anywhere in the text; administrative documents are drawn most.
  std::string Words(int words, Random* random) const;
  // A piece of at most `words` words around one of `wanted` (whole words); any piece when none stands in the
  // text.
  std::string WordsAround(const std::string& wanted, int words, Random* random) const;
  std::size_t paragraphs() const;
  // `weight`: how often the paragraph's file is drawn, of all draws.
  void ForEach(const std::function<void(const std::string& paragraph, double weight)>& visit) const;

 private:
  struct File {
    double weight = 1;
    std::vector<std::string> paragraphs;
  };
  std::vector<File> files_;
};

// Documents of the collection that bear a number of a document of the corpus, whoever issued it: ids as in
// text/index.tsv. Reads symbols/headers.tsv and text/index.tsv under `data`, and truth.json of each folder of
// `corpus`.
std::set<std::string> SharedWithCorpus(const std::string& data, const std::string& corpus);

std::vector<std::string> Split(const std::string& text, char separator);

// Code points of UTF-8 text, each as a string.
std::vector<std::string> Characters(const std::string& text);

}  // namespace trichluc::train
