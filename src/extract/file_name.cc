#include "extract/file_name.h"

#include <cctype>

#include "text/text.h"

namespace trichluc {

std::vector<NameToken> FileNameTokens(const std::string& file_name) {
  const std::string plain = StripDiacritics(file_name.substr(0, file_name.rfind('.')));
  std::vector<NameToken> tokens;
  int depth = 0;
  for (size_t i = 0; i < plain.size();) {
    depth += plain[i] == '(' ? 1 : plain[i] == ')' ? -1 : 0;
    if (!std::isdigit(static_cast<unsigned char>(plain[i]))) {
      ++i;
      continue;
    }
    const bool inside_word = i > 0 && std::isalpha(static_cast<unsigned char>(plain[i - 1]));
    NameToken token;
    for (; i < plain.size() && std::isdigit(static_cast<unsigned char>(plain[i])); ++i)
      token.digits += plain[i];
    for (size_t k = i; k < plain.size() && !std::isdigit(static_cast<unsigned char>(plain[k])); ++k) {
      if (std::isalpha(static_cast<unsigned char>(plain[k]))) token.letters += plain[k];
    }
    if (!inside_word && (depth == 0 || token.letters.size() > 1)) tokens.push_back(token);
  }
  return tokens;
}

std::vector<std::string> SymbolParts(const std::string& symbol) {
  std::vector<std::string> parts(1);
  for (char c : StripDiacritics(symbol)) {
    if (std::isalnum(static_cast<unsigned char>(c))) {
      parts.back() += c;
    } else if (!parts.back().empty()) {
      parts.emplace_back();
    }
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

}  // namespace trichluc
