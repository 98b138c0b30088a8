#include "extract/symbol_check.h"

#include <algorithm>

#include "text/syllable.h"
#include "text/text.h"

namespace trichluc {
namespace {

// Letters that the words of an agency begin with: "SỞ GIÁO DỤC VÀ ĐÀO TẠO" → "SGDĐT".
std::string InitialsOf(const std::string& agency) {
  std::string initials;
  std::u32string word;
  for (const char32_t letter : ToCodePoints(ToUpper(Normalise(agency)) + " ")) {
    if (letter != U' ') {
      word += letter;
      continue;
    }
    const std::string whole = FromCodePoints(word), first = FromCodePoints(word.substr(0, 1));
    if (whole != "VÀ" && whole != "-") initials += first == "Đ" ? first : ToUpper(StripDiacritics(first));
    word.clear();
  }
  return initials;
}

// "PGĐĐT" below PHÒNG GIÁO DỤC VÀ ĐÀO TẠO → "PGDĐT": nobody writes Đ for a D, and the engine takes one for the other.
std::string WithDOfInitials(const std::string& part, const std::string& initials) {
  std::u32string letters = ToCodePoints(part);
  const std::u32string own = ToCodePoints(initials).substr(0, letters.size());
  if (letters.size() < 3 || own.size() < letters.size()) return part;
  for (size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == U'Đ' && own[i] == U'D') letters[i] = U'D';
    if (letters[i] != own[i]) return part;
  }
  return FromCodePoints(letters);
}

// "IKH-BVĐKT" of a plan → "KH-BVĐKT": the slash before the symbol read as a letter.
std::string WithoutSlash(const std::string& symbol, const std::string& type) {
  const size_t end = symbol.find_first_of("-/");
  const std::string first = symbol.substr(0, end);
  return end != std::string::npos && !type.empty() && (first == "I" + type || first == "l" + type || first == "J" + type) ? symbol.substr(1) : symbol;
}

// "qp-BNN-PC" of a decision → "QĐ-BNN-PC": nobody writes a type's capitals small.
std::string WithTypeInCapitals(const std::string& symbol, const std::string& type) {
  const std::string first = symbol.substr(0, symbol.find_first_of("-/"));
  const bool small = first != ToUpper(first) && type == ToUpper(type) && Length(first) == Length(type);
  return small && EditDistance(StripDiacritics(first), StripDiacritics(type)) <= 1 ? type + symbol.substr(first.size()) : symbol;
}

// "TH,PTYMB" below TRƯỜNG THPT YÊN MÔ B → "THPTYMB": a speck within what the issuer's name abbreviates.
std::string WithoutSpeck(const std::string& part, const std::string& issuer) {
  std::string mended = part;
  for (size_t at = mended.find_first_of(",."); at != std::string::npos && at > 0; at = mended.find_first_of(",.", at + 1)) {
    const std::string whole = mended.substr(0, at) + mended.substr(at + 1);
    const std::string upper = " " + ToUpper(Normalise(issuer)) + " ";
    for (size_t begin = upper.find(' '); begin + 1 < upper.size(); begin = upper.find(' ', begin + 1)) {
      const std::string word = upper.substr(begin + 1, upper.find(' ', begin + 1) - begin - 1);
      const bool abbreviation = word.size() > 2 && !IsSyllable(FoldKey(word));
      const size_t found = abbreviation ? whole.find(word) : std::string::npos;
      if (found != std::string::npos && found < at && at < found + word.size()) return whole;
    }
  }
  return mended;
}

// "SNVv" below SỞ NỘI VỤ → "SNV", "L,ĐLĐ" below LIÊN ĐOÀN LAO ĐỘNG → "LĐLĐ": a mark or small letter too many for the initials.
std::string WithoutOneTooMany(const std::string& part, const std::string& initials) {
  constexpr size_t kShortest = 3;
  const std::u32string letters = ToCodePoints(part);
  if (letters.size() <= kShortest || initials.starts_with(part)) return part;
  for (size_t i = 0; i < letters.size(); ++i) {
    const std::string letter = FromCodePoints(letters.substr(i, 1));
    const bool speck = letter == "," || letter == "." || ToUpper(letter) != letter;  // "&" is printed
    const std::string rest = FromCodePoints(letters.substr(0, i) + letters.substr(i + 1));
    if (speck && initials.starts_with(rest)) return rest;
  }
  return part;
}

void MendInitials(Work& work, const std::string& initials) {
  Document& document = work.document;
  const std::string printed = *document.symbol;
  document.symbol = WithTypeInCapitals(WithoutSlash(printed, document.doc_type->code), document.doc_type->code);
  if (document.number && document.number->ends_with(printed)) document.number->replace(document.number->size() - printed.size(), std::string::npos, *document.symbol);
  std::string mended;
  for (size_t begin = 0; begin <= document.symbol->size();) {
    const size_t end = std::min(document.symbol->find_first_of("-/", begin), document.symbol->size());
    const std::string part = WithoutOneTooMany(document.symbol->substr(begin, end - begin), initials);
    mended += WithDOfInitials(WithoutSpeck(part, document.issuer->printed), initials) + document.symbol->substr(end, 1);
    begin = end + 1;
  }
  if (mended == *document.symbol) return;
  if (document.number && document.number->ends_with(*document.symbol))
    document.number->replace(document.number->size() - document.symbol->size(), std::string::npos, mended);
  document.symbol = mended;
  for (Evidence& evidence : document.evidence) {
    if (evidence.field == "symbol") evidence.rule += ".initials";
  }
}

}  // namespace

void ConfirmSymbol(Work& work) {
  constexpr double kWhole = 0.93, kBegun = 0.85;  // all of 32 symbols in scans that came out at less than 0.9 were right
  Document& document = work.document;
  if (!document.symbol || !document.issuer || !document.doc_type) return;
  const std::string initials = InitialsOf(document.issuer->printed);
  MendInitials(work, initials);
  size_t known = 0, parts = 0;
  for (size_t begin = 0; begin <= document.symbol->size(); ++parts) {
    const size_t end = std::min(document.symbol->find_first_of("-/", begin), document.symbol->size());
    const std::string part = document.symbol->substr(begin, end - begin);
    const bool type = parts == 0 && part == document.doc_type->code;
    if (known == parts && (type || (part.size() > 1 && initials.starts_with(part)))) ++known;
    begin = end + 1;
  }
  if (known == 0) return;
  for (Evidence& evidence : document.evidence) {
    if (evidence.field == "symbol") evidence.confidence = std::max(evidence.confidence, known == parts ? kWhole : kBegun);
  }
}

}  // namespace trichluc
