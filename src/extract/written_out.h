// Abbreviations from a document's own words: somewhere it mostly writes in full what its tables shorten. Private to the room.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "extract/context.h"

namespace trichluc {

class OwnWords {
 public:
  explicit OwnWords(const Work& work);  // the words of its paragraphs and tables; it must outlive them

  // "CS&PTTV" behind "Phòng" → "Chính sách và Phát triển thành viên", as the document prints it: words that begin with these letters,
  // where they stand before "(CS&PTTV)", else behind the same word `head` and with a capital, else, of four letters and more, with a
  // capital or twice. None where there are no such words, or several.
  std::optional<std::string> WrittenOut(const std::string& head, const std::string& abbreviation) const;

  // "KHTH" → "Phòng Kế hoạch tổng hợp": the office that the document says it stands for, in brackets behind the name, with "viết tắt
  // là", or before it ("KHTH: Phòng …"). None where it says so of several.
  std::optional<std::string> OfficeOf(const std::string& abbreviation) const;

 private:
  struct Token {
    std::string text;     // without signs at its ends
    std::string initial;  // one letter, without marks; "đ" is none of them
    bool upper = false;   // begins with a capital
    bool stops = false;   // a sign behind it that no name goes over
    bool joins = false;  // "và", "-"
    bool comma = false;  // behind it
  };
  struct Found {
    std::string text;
    size_t behind = 0;  // the token behind it
  };
  using Tokens = std::vector<Token>;

  void Add(const std::string& text);
  static bool InCapitals(const Token& token);  // two letters and more
  bool SaysBehind(const Tokens& tokens, const Found& found, const std::string& abbreviation) const;
  static bool SaysBefore(const Tokens& tokens, size_t begin, const std::string& abbreviation);
  std::optional<size_t> HeadOf(const Tokens& tokens, size_t begin, const std::string& name) const;
  std::optional<Found> At(const Tokens& tokens, size_t begin, const std::vector<std::string>& letters) const;

  const Work& work_;
  std::vector<Tokens> texts_;
};

}  // namespace trichluc
