// A value of the description together with where it stands, so that every complaint can name its place.
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace trichluc::corpus {

using Json = nlohmann::ordered_json;

// A view: the Json it points into must outlive it. Every accessor throws Error with file and JSON pointer.
class Node {
 public:
  Node() = default;
  Node(const Json* value, std::string file, std::string pointer = "")
      : value_(value), file_(std::move(file)), pointer_(std::move(pointer)) {}

  const Json& json() const { return *value_; }
  const std::string& pointer() const { return pointer_; }

  [[noreturn]] void Fail(const std::string& what) const;

  // Complains about a key that the format does not know. "comment" is always allowed.
  void AllowOnly(std::initializer_list<const char*> keys) const;

  // Present and not null.
  bool Has(const std::string& key) const;
  Node At(const std::string& key) const;                  // fails when absent
  std::vector<Node> Items() const;                        // of an array; fails otherwise
  std::vector<Node> Items(const std::string& key) const;  // empty when absent

  // Text with markup, NFC; its markup is checked. `Text(key)` fails when absent.
  std::string Text() const;
  std::string Text(const std::string& key) const { return At(key).Text(); }
  std::string TextOr(const std::string& key, const std::string& otherwise) const;
  std::vector<std::string> Lines(
      const std::string& key) const;  // a string or a list of strings; absent: empty

  // A string that is no printed text, taken as it is.
  std::string String() const;
  std::string Choice(const std::string& key,
                     std::initializer_list<const char*> choices) const;  // absent: the first
  double NumberOr(const std::string& key, double otherwise) const;
  int IntOr(const std::string& key, int otherwise) const;
  bool BoolOr(const std::string& key, bool otherwise) const;

 private:
  const Json* value_ = nullptr;
  std::string file_;
  std::string pointer_;
};

}  // namespace trichluc::corpus
