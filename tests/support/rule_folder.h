// A folder of rule files that lives as long as the test.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include <unistd.h>

#include "rules/rules.h"

namespace trichluc {

class RuleFolder {
 public:
  RuleFolder() {
    static int count = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("trichluc_rules_" + std::to_string(getpid()) + "_" + std::to_string(++count));
    std::filesystem::create_directories(path_);
  }
  explicit RuleFolder(const std::string& text) : RuleFolder() { Write("a.toml", text); }
  ~RuleFolder() { std::filesystem::remove_all(path_); }

  void Write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << text;
  }
  std::string path() const { return path_.string(); }
  std::shared_ptr<const RuleSet> Load() const { return RuleSet::Load(path()); }

  // What Load says against the files, with "rules" for the folder; empty when it accepts them.
  std::string Error() const {
    try {
      Load();
    } catch (const RuleError& error) {
      return Shown(error.what());
    }
    return "";
  }
  std::string Shown(std::string message) const {
    for (size_t at; (at = message.find(path())) != std::string::npos;)
      message.replace(at, path().size(), "rules");
    return message;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace trichluc
