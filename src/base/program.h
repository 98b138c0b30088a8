// The program that runs, by its build.
#pragma once

#include <string>

namespace trichluc {

// The linker's build id, lower-case hexadecimal: another one whenever code or data of the program are others.
// "" where it was linked without one, or runs from shared libraries of its own.
std::string BuildId();

}  // namespace trichluc
