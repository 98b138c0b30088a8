#include "report/found_words.h"

#include <algorithm>

#include "report/text_layout.h"
#include "text/text.h"

namespace trichluc {
namespace {

// As the index compares: letters and figures without case and marks, anything else parts words.
std::string SearchKey(std::string_view text) {
  std::string key;
  for (const char c : StripDiacritics(text)) {
    const bool part =
        static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (part) {
      key += c;
    } else if (!key.empty() && key.back() != ' ') {
      key += ' ';
    }
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

struct ShownWord {
  size_t begin, end;  // bytes of the hit's text
  size_t width;
  bool shown = false;
};

std::vector<ShownWord> WordsOfText(const std::string& text) {
  std::vector<ShownWord> words;
  constexpr const char* kBlanks = " \n\t";
  for (size_t begin = text.find_first_not_of(kBlanks); begin != std::string::npos;) {
    const size_t end = std::min(text.find_first_of(kBlanks, begin), text.size());
    words.push_back({begin, end, DisplayWidth(text.substr(begin, end - begin))});
    begin = text.find_first_not_of(kBlanks, end);
  }
  return words;
}

// The first place that answers the term; where none is seen to, the first of all.
SearchHit::Part PlaceOf(const SearchHit& hit, const std::string& term) {
  const std::string key = SearchKey(term);
  for (const SearchHit::Part& part : hit.found) {
    if (SearchKey(hit.text.substr(part.begin, part.end - part.begin)).find(key) != std::string::npos)
      return part;
  }
  return hit.found.front();
}

// "…" before and behind stand at a word, between two words by themselves.
size_t WidthOf(const std::vector<ShownWord>& words) {
  size_t width = 0;
  bool before = true;  // the word before is shown
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].shown) {
      if (i > 0) width += width == 0 ? (before ? 0 : 1) : (before ? 1 : 3);
      width += words[i].width;
    }
    before = words[i].shown;
  }
  return width + (before ? 0 : 1);
}

// One word more at each side of what is shown, in turn, as long as it fits.
void Grow(size_t width, std::vector<ShownWord>* words) {
  const auto add = [&](size_t i) {
    (*words)[i].shown = true;
    if (WidthOf(*words) <= width) return true;
    (*words)[i].shown = false;
    return false;
  };
  for (bool grew = true; grew;) {
    grew = false;
    for (size_t i = words->size();
         i-- > 1;) {  // backwards: what was added does not lead to more in this turn
      if ((*words)[i - 1].shown && !(*words)[i].shown) grew = add(i) || grew;
    }
    for (size_t i = 0; i + 1 < words->size(); ++i) {
      if ((*words)[i + 1].shown && !(*words)[i].shown) grew = add(i) || grew;
    }
  }
}

}  // namespace

std::string WordsAround(const SearchHit& hit, const std::vector<std::string>& terms, size_t width) {
  if (hit.found.empty()) return Cut(hit.text, width);
  std::vector<ShownWord> words = WordsOfText(hit.text);
  for (const std::string& term : terms) {
    const SearchHit::Part part = PlaceOf(hit, term);
    for (ShownWord& word : words) word.shown = word.shown || (word.begin < part.end && word.end > part.begin);
  }
  Grow(width, &words);
  std::string line;
  bool before = true;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].shown) {
      if (line.empty()) {
        line = before ? "" : "…";
      } else {
        line += before ? " " : " … ";
      }
      line += hit.text.substr(words[i].begin, words[i].end - words[i].begin);
    }
    before = words[i].shown;
  }
  return line + (before ? "" : "…");
}

}  // namespace trichluc
