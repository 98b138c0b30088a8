// The two loops of Poppler's Splash in which most of the time of drawing a scan went, in this program's own version: an image scaled up
// (a scan is, by one pixel: Splash draws to the edge of the last one) and put on the page. The program's functions come first when
// symbols are resolved. They give the same pixels; what they do not know they leave to Poppler's. Private to the room.
#pragma once

namespace trichluc {

// Whether the program's own are used: so from the first call with true.
void UseOwnSplashLoops(bool own);

}  // namespace trichluc
