// Text as truth states it: NFC, white space collapsed, no markup.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trichluc::corpus {

// Unicode NFC; the white space is left as it is.
std::string Nfc(std::string_view text);

// NFC, runs of white space (no-break and zero-width ones too) become one blank, both ends trimmed.
std::string Normalise(std::string_view text);

// Text without Pango markup and XML escapes, or nothing when the markup is wrong; `why` then says so.
std::optional<std::string> StripMarkup(const std::string& markup, std::string* why = nullptr);

// Normalised text without markup and without the raised figures of footnotes, which are no part of a
// sentence; text that is no right markup (a bare &) is taken as it stands.
std::string PlainText(const std::string& markup);

// Byte position of `wanted` in `page`, as a word of its own; a blank in `page` that `wanted` has not is
// passed over, because a line may break after a hyphen or slash. Both texts normalised. npos when it is not
// there.
std::size_t FindPrinted(std::string_view page, std::string_view wanted);

}  // namespace trichluc::corpus
