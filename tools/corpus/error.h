// The one failure of the corpus maker: a description that cannot be set or a file that cannot be written.
#pragma once

#include <stdexcept>
#include <string>

namespace trichluc::corpus {

// what() is one line: file, where (JSON pointer), what is wrong, what to do.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace trichluc::corpus
