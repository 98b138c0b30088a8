// Small descriptions for the tests of the corpus maker.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "corpus/description.h"
#include "corpus/error.h"
#include "corpus/truth.h"
#include "corpus/typeset.h"

namespace trichluc::corpus {

// A description of one document, with nothing in its truth but what the keys demand.
inline Description Described(const std::string& blocks, const std::string& references = "[]",
                             const std::string& dictionaries = "") {
  const std::string truth =
      R"({"number": "112/KH-UBND", "number_seq": 112, "symbol": "KH-UBND", "doc_type": {"code": "KH", "name": "Kế hoạch"},
          "issued_on": "2022-05-09", "place": "Kiên Giang",
          "issuer": {"name": "Ủy ban nhân dân tỉnh Kiên Giang", "printed": "ỦY BAN NHÂN DÂN TỈNH KIÊN GIANG"},
          "parent_issuer": null, "subject": "Thực hiện", "urgency": null, "secrecy": null, "signers": [],
          "recipients": [], "incoming": null, "references": )" +
      references + "}";
  return ParseDescription(R"({"id": "x", "seed": 1, )" + dictionaries + R"( "documents": [{"truth": )" +
                              truth + R"(, "blocks": [)" + blocks + "]}]}",
                          "x/description.json");
}

// So many paragraphs of one line, each followed by the next block.
inline std::string Filler(int lines) {
  std::string result;
  for (int i = 0; i < lines; ++i) result += fmt::format(R"({{"kind": "para", "text": "Dòng {}."}}, )", i + 1);
  return result;
}

inline Json TruthOf(const Description& description) {
  return MakeTruth(description, Typeset(description)).at(0);
}

// The complaint about a description that must fail.
template <typename Make>
std::string Complaint(const Make& make) {
  try {
    TruthOf(make());
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

// The pages of truth.txt.
inline std::vector<std::string> Pages(const Description& description) {
  std::vector<std::string> pages(1);
  for (const char c : PaperText(Typeset(description))) {
    if (c == '\f') {
      pages.emplace_back();
    } else {
      pages.back() += c;
    }
  }
  return pages;
}

inline bool Contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace trichluc::corpus
