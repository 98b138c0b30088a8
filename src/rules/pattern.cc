#include "rules/pattern.h"

#include <algorithm>
#include <stdexcept>

#include "rules/letters.h"
#include "text/text.h"

namespace trichluc {
namespace {

constexpr std::u32string_view kSyntax = U"\\[]().*+?{}|^$";

bool IsSyntax(char32_t code) { return kSyntax.find(code) != std::u32string_view::npos; }
bool IsRepetition(char32_t code) { return code == U'*' || code == U'+' || code == U'?' || code == U'{'; }
bool IsMark(char32_t code) { return code >= 0x300 && code < 0x370; }

bool IsAscii(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(), [](char32_t code) { return code < 0x80; });
}

bool IsLetter(const std::u32string& character) {
  if (IsAscii(character)) return (character.front() | 0x20) >= U'a' && (character.front() | 0x20) <= U'z';
  return ToLower(FromCodePoints(character)) != ToUpper(FromCodePoints(character));
}

std::string KeyOf(const std::u32string& text) {
  return IsAscii(text) ? std::string(text.begin(), text.end()) : MakeKey(FromCodePoints(text)).text;
}

class Writer {
 public:
  // `left`: how many bytes of macros may yet be put in, in all.
  Writer(std::string_view pattern, const MacroLookup& lookup, size_t* left)
      : in_(ToCodePoints(pattern)), lookup_(lookup), left_(left) {}

  std::string Write() {
    while (More()) {
      if (AtMacro()) {
        out_ += "(?:" + Writer(MacroBody(), lookup_, left_).Write() + ")";
      } else if (in_[at_] == U'\\') {
        Escape();
      } else if (in_[at_] == U'[') {
        Class();
      } else if (in_[at_] == U'(') {
        GroupHead();
      } else if (in_[at_] == U'{') {
        CopyThrough(U'}');
      } else if (IsSyntax(in_[at_])) {
        Copy();
      } else {
        Literal();
      }
    }
    return std::move(out_);
  }

 private:
  bool More() const { return at_ < in_.size(); }
  bool Next(char32_t code) const { return More() && in_[at_] == code; }

  void Copy() { out_ += FromCodePoints(in_.substr(at_++, 1)); }

  void CopyThrough(char32_t last) {
    while (More() && !Next(last)) Copy();
    if (More()) Copy();
  }

  bool AtMacro() const { return Next(U'{') && at_ + 1 < in_.size() && in_[at_ + 1] == U'{'; }

  std::string MacroBody() {
    const size_t end = std::min(in_.find(U"}}", at_), in_.size());
    const std::string name = FromCodePoints(in_.substr(at_ + 2, end - at_ - 2));
    at_ = std::min(end + 2, in_.size());
    const std::string& body = lookup_(name);
    if (body.size() + 1 > *left_) throw std::length_error("the macros of this pattern make it too long");
    *left_ -= body.size() + 1;
    return body;
  }

  void Escape(bool in_class = false) {
    const size_t begin = at_++;
    if (!More()) {
      out_ += '\\';
      return;
    }
    const char32_t letter = in_[at_++];
    const bool property = letter == U'p' || letter == U'P';
    if ((property || letter == U'x') && Next(U'{')) {
      at_ = std::min(in_.find(U'}', at_), in_.size() - 1) + 1;
    } else if (property && More()) {
      ++at_;
    }
    const std::string written = FromCodePoints(in_.substr(begin, at_ - begin));
    out_ += property ? Property(written, in_class) : written;
  }

  // \pL, \p{Lu} and their like mean Latin letters; what RE2 knows besides is left to it.
  static std::string Property(const std::string& written, bool in_class) {
    const bool negated = written[1] == 'P';
    std::string name = written.substr(2);
    if (name.size() > 2 && name.front() == '{') name = name.substr(1, name.size() - 2);
    const std::optional<std::string> letters = LatinClass(name);
    if (!letters || (in_class && negated)) return written;
    return in_class ? *letters : (negated ? "[^" : "[") + *letters + "]";
  }

  // "(", "(?:", "(?P<name>", "(?-i)": whatever stands before the group's content.
  void GroupHead() {
    Copy();
    if (!Next(U'?')) return;
    Copy();
    if (Next(U'P') || Next(U'<')) return CopyThrough(U'>');
    while (More() && !Next(U':') && !Next(U')')) Copy();
    if (Next(U':')) Copy();
  }

  void Class() {
    Copy();
    if (Next(U'^')) Copy();
    if (Next(U']')) Copy();
    while (More() && !Next(U']')) ClassMember();
    if (More()) Copy();
  }

  void ClassMember() {
    if (AtMacro()) {
      Writer body(MacroBody(), lookup_, left_);
      while (body.More()) body.ClassMember();
      out_ += body.out_;
    } else if (Next(U'\\')) {
      Escape(true);
    } else if (Next(U'[') && at_ + 1 < in_.size() && in_[at_ + 1] == U':') {
      CopyThrough(U']');
    } else {
      const std::u32string character = Character();
      const std::string key = KeyOf(character);
      out_ += key == "-" && character[0] != U'-' ? "\\-" : key;
    }
  }

  // A character with the marks that follow it, so that decomposed letters are composed.
  std::u32string Character() {
    std::u32string out(1, in_[at_++]);
    while (More() && IsMark(in_[at_])) out += in_[at_++];
    return out;
  }

  void Literal() {
    std::vector<std::u32string> run;
    while (More() && !IsSyntax(in_[at_])) run.push_back(Character());
    const bool repeated = More() && IsRepetition(in_[at_]) && !AtMacro();
    Words({run.begin(), run.end() - (repeated ? 1 : 0)});
    if (repeated) out_ += KeyOf(run.back());
  }

  // Letters and what stands between them, in turn.
  void Words(const std::vector<std::u32string>& run) {
    for (size_t i = 0; i < run.size();) {
      const bool letters = IsLetter(run[i]);
      size_t end = i;
      std::u32string text;
      std::string each;
      for (; end < run.size() && IsLetter(run[end]) == letters; ++end) {
        text += run[end];
        each += KeyOf(run[end]);
      }
      letters ? Word(KeyOf(text), each) : Between(each);
      i = end;
    }
  }

  // Also as written: "uý" in q(?:uý|uí) is no syllable of its own, so that its mark must not move.
  void Word(const std::string& key, const std::string& written) {
    out_ += key == written ? key : "(?:" + key + "|" + written + ")";
  }

  void Between(const std::string& key) {
    for (size_t i = 0; i < key.size(); ++i) {
      if (key[i] != ' ') {
        out_.push_back(key[i]);
      } else if (i == 0 || key[i - 1] != ' ') {
        out_ += "\\s+";
      }
    }
  }

  std::u32string in_;
  const MacroLookup& lookup_;
  size_t* left_;
  size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string PreparePattern(std::string_view pattern, const MacroLookup& lookup) {
  size_t left = kMaxMacros;
  return Writer(pattern, lookup, &left).Write();
}

std::vector<std::string> MacrosIn(std::string_view pattern) {
  std::vector<std::string> names;
  for (size_t at = 0; (at = pattern.find("{{", at)) != std::string_view::npos;) {
    const size_t end = std::min(pattern.find("}}", at), pattern.size());
    names.emplace_back(pattern.substr(at + 2, end - at - 2));
    at = end;
  }
  return names;
}

std::string Quoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\[]().*+?{}|^$").find(c) != std::string_view::npos) out.push_back('\\');
    out.push_back(c);
  }
  return out;
}

}  // namespace trichluc
