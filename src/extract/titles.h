// What the form and the lists tell of titles and names of those who sign, through misread and hidden letters.
// Private to the room. Lists `signer_titles` and `family_names` of rules/people.toml; Nghị định
// 30/2020/NĐ-CP, annex I, component 7.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/rules.h"

namespace trichluc {

// What blanks part.
std::vector<std::string> WordsOf(const std::string& text);

struct KnownTitle {
  std::string title;  // in the list's own case
  size_t length = 0;  // code points of the line that it covers
};

// The title that a line begins with ("PHÓ GIÁM ĐỐC SỞ"): its letters exactly, with their marks misread (GIÁM
// ĐÓC), or, for a whole line, but for one letter in five, as ink across it leaves them (CHUYỊCH).
std::optional<KnownTitle> TitleOf(const std::string& line, const RuleSet& rules);

// The title that a line ends with when ink lies over its beginning ("Xh6/P(/Ó GIÁM ĐÓC"): the longest that is
// there but for marks and one letter. Of a shorter remainder ("C TỊCH"), the one title that ends with its
// last word and whose other letters are there in order. Without the word for a deputy: what stands under the
// ink in front is not known.
std::optional<std::string> TitleAtEnd(const std::string& line, const RuleSet& rules);

// Who signs for another is the deputy (KT. above "PHÓ …"): the list's title for the deputy of `title`.
std::optional<std::string> DeputyOf(const std::string& title, const RuleSet& rules);

// Whether what was read below a head's title can be the deputy's, half of it hidden by ink: "PHỐ UANkĐÓC", "TÁM ĐĐC" of
// PHÓ GIÁM ĐỐC, "1U TRƯỞNG" of THỨ TRƯỞNG. Another title of the list that stands there letter by letter cannot.
bool FitsDeputy(const std::string& line, const std::string& deputy, const RuleSet& rules);

// "PHÓ CHỦ TỊCH" → "Phó Chủ tịch", "PHÓ GIÁM ĐỐC SỞ" → "Phó Giám đốc sở", "CHỦ TỊCH HĐND TỈNH" → "Chủ tịch
// HĐND tỉnh"; else the first letter upper.
std::string TitleInNormalCase(const std::string& title, const RuleSet& rules);

// "IJÝ BAN NHÂN DÂN" → "ỦY BAN NHÂN DÂN": the body that signs, a few letters away from one that bodies are called; else as read.
std::string MendedBody(const std::string& body, const RuleSet& rules);

// One of the bodies in whose name somebody signs, but for marks: "ĐOÀN CHỦ TỊCH" is no title.
bool IsBody(const std::string& text, const RuleSet& rules);

bool HasFamilyName(const std::string& name, const RuleSet& rules);

// Of a first word that is not sure: the commonest family's name that ends alike, since ink beside a name spoils how it
// begins ("Tê Hoàng Vinh", "Mà Văn Lộc" → Lê, Hà), or that differs as in WithFamilyName.
std::string WithLikelyFamilyName(const std::string& name, const RuleSet& rules);

// "lrần Ngọc Hiền" → "Trần Ngọc Hiền": a first word that is no syllable and of which all but the first letter, three at least, is one
// family's name; else as it is.
std::string WithFirstLetter(const std::string& name, const RuleSet& rules);

// "Đó Thanh Bình" → "Đỗ Thanh Bình", "Nguạễn" → "Nguyễn": a first word that no family has and that differs
// from one family's name alone by marks, or, if long, by one letter.
std::string WithFamilyName(const std::string& name, const RuleSet& rules);

// The same by marks alone: for a word that was read clearly.
std::string WithMarkedFamilyName(const std::string& name, const RuleSet& rules);

// Without what is no letter at either end: no title begins with a figure.
std::string Trimmed(const std::string& text);

// A title that a line is or begins with, its letters capitals, but for one whose small form looks like its capital.
std::optional<KnownTitle> TitleLine(const std::string& line, const RuleSet& rules);

}  // namespace trichluc
