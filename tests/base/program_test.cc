#include "base/program.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace trichluc {
namespace {

// As binutils print it.
std::string Printed() {
  const std::string command = "readelf -n '" + std::filesystem::read_symlink("/proc/self/exe").string() + "' 2>/dev/null";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), &::pclose);
  std::string out;
  for (std::array<char, 256> line{}; pipe && std::fgets(line.data(), line.size(), pipe.get()) != nullptr;) out += line.data();
  const std::string label = "Build ID: ";
  const size_t at = out.find(label);
  if (at == std::string::npos) return "";
  const size_t begin = at + label.size();
  return out.substr(begin, out.find('\n', begin) - begin);
}

TEST(Program, BuildIdIsTheLinkersOwn) { EXPECT_EQ(BuildId(), Printed()); }

}  // namespace
}  // namespace trichluc
