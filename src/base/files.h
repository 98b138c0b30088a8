// Whole files, hashes and compression. Errors are std::system_error with the path in what().
#pragma once

#include <string>
#include <string_view>

namespace trichluc {

std::string ReadFile(const std::string& path);

// Writes a neighbour `path.tmp…` and renames it, so that a reader never sees half a file.
void WriteFileAtomically(const std::string& path, std::string_view bytes);

// Lower-case hexadecimal SHA-256 (64 characters).
std::string Sha256(std::string_view bytes);
std::string Sha256OfFile(const std::string& path);

// Zstandard. Decompress throws std::runtime_error on damaged input.
std::string Compress(std::string_view bytes);
std::string Decompress(std::string_view bytes);

}  // namespace trichluc
