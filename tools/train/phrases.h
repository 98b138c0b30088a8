// What stands on office paper beside running text: numbers, dates, deadlines, marks, agencies, headings.
#pragma once

#include <string>
#include <vector>

#include "corpus/random.h"
#include "train/text_source.h"

namespace trichluc::train {

class Phrases {
 public:
  // `data`: the folder with agencies/agencies.tsv, units/*.tsv, symbols/recipients.tsv.
  explicit Phrases(const std::string& data);

  // One short line; what kind is drawn.
  std::string Any(Random* random) const;
  // Only digits, document numbers, dates, numerals, marks, amounts.
  std::string Figures(Random* random) const;

  std::string Number(Random* random) const;    // 112/KH-UBND, 30/2020/NĐ-CP, 05-CTr/TU
  std::string Date(Random* random) const;      // ngày 05 tháng 8 năm 2021, 05/8/2021
  std::string Deadline(Random* random) const;  // Quý I/2023, Trước ngày 15/9/2023, Thường xuyên
  std::string Mark(Random* random) const;      // 1, 01, 1.2, II, a), -, +, x
  std::string Agency(Random* random) const;    // one name or short form
  std::string Agencies(Random* random) const;  // one to four, as a cell lists them
  std::string Place(Random* random) const;
  std::string Recipient(Random* random) const;  // - Lưu: VT, KTTH.
  std::string Person(Random* random) const;
  std::string Signer(Random* random) const;  // two to four syllables of many names, some with a rank or degree: Tạ Thị Bích Ngân, ThS. Lò Văn Tấn
  std::vector<std::string> Authorities(Random* random) const;  // one or two lines above a name: GIÁM ĐỐC; KT. CHỦ TỊCH, PHÓ CHỦ TỊCH
  std::string Amount(Random* random) const;  // 12.345.678, 95,5%
  std::string Heading(Random* random) const;
  std::string Office(Random* random) const;  // HỎA TỐC, KT. CHỦ TỊCH, Đỗ Văn Bình

 private:
  std::vector<std::string> agencies_, places_, recipients_;
};

// Some vowels changed to others with a different tone or mark: what then stands there must be seen, not
// guessed.
std::string WithOtherTones(const std::string& text, Random* random);

std::string Upper(const std::string& text);

}  // namespace trichluc::train
