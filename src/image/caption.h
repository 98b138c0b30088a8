// Words under a picture, for people who look at it.
#pragma once

#include <string>
#include <vector>

#include "model/image.h"

namespace trichluc {

// The picture with these lines below it, black on white, as wide as the longer of both. Letters that the
// built-in bitmap font lacks (all but ASCII, Đ and đ) are left out.
Image WithCaption(const Image& image, const std::vector<std::string>& lines);

}  // namespace trichluc
