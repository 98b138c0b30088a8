// Typed reading of one TOML table; every mistake ends in Refuse. Inside the room only.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/file.h"

namespace trichluc {

class Fields {
 public:
  // `what` names the table in messages: "[[rule]]". Refuses a key that is not among `known`.
  Fields(const RuleFile& file, const toml::table& table, std::string what, std::vector<std::string> known);

  // Text is given as it stands in the file; Words is normalised and never empty.
  std::string Text(const std::string& key) const;  // refused when missing
  std::string Words(const std::string& key) const;
  std::string WordsOr(const std::string& key, const std::string& otherwise) const;
  double NumberOr(const std::string& key, double otherwise) const;
  bool FlagOr(const std::string& key, bool otherwise) const;
  std::vector<std::string> Texts(const std::string& key) const;     // empty when missing
  std::vector<std::string> WordList(const std::string& key) const;  // empty when missing
  std::map<std::string, std::string> WordMap(const std::string& key) const;
  std::map<std::string, int> CountMap(const std::string& key) const;  // of whole numbers from 1
  // The word, which must be one of `allowed`.
  std::string OneOf(const std::string& key, const std::vector<std::string>& allowed) const;
  // "YYYY", "YYYY-MM" or "YYYY-MM-DD", as exactly as it is known; empty when missing.
  std::string DayOr(const std::string& key) const;

  bool Has(const std::string& key) const { return table_.contains(key); }
  Place At(const std::string& key) const;  // of its value; of the table when missing
  [[noreturn]] void RefuseAt(const std::string& key, const std::string& message,
                             const std::string& hint = "") const;
  const RuleFile& file() const { return file_; }
  const toml::table& table() const { return table_; }

 private:
  const toml::node* Find(const std::string& key) const { return table_.get(key); }
  std::string TextOf(const toml::node& node, const std::string& key, const char* expected) const;
  std::string WordsOf(const toml::node& node, const std::string& key, const char* expected) const;
  const toml::array* ArrayOf(const std::string& key) const;
  [[noreturn]] void WrongType(const toml::node& node, const std::string& key, const char* expected) const;

  const RuleFile& file_;
  const toml::table& table_;
  std::string what_;
};

// The tables of [[name]] at the head of the file. Refused when `name` is something else.
std::vector<const toml::table*> TablesOf(const RuleFile& file, const std::string& name);

}  // namespace trichluc
