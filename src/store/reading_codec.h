// A page's reading as bytes: what the database keeps of a page, and what a worker process sends. One line of
// JSON
// (`zstd -d` shows it), then the pictures of its crops one after the other; all of it Zstandard-compressed.
//
//   {"v":1,"page":1,"width":1654,"height":2339,"dpi":200,"engine":"…",
//    "words":[["Số:",left,top,right,bottom,confidence,grid,cell],…],
//    "grids":[{"box":[…],"rows":2,"columns":3,"cells":[[row,column,row_span,column_span,left,top,right,bottom],…],
//              "column_edges":[…],"row_edges":[…],"confidence":1}],
//    "regions":[["stamp",left,top,right,bottom,"red"],…],
//    "crops":[["number",left,top,right,bottom,bytes],…], "measurements":[["skew_degrees",0.4],…]}
//
// Numbers round-trip exactly. Never renumber; a new field is optional when it is read.
#pragma once

#include <string>
#include <string_view>

#include "model/reading.h"

namespace trichluc {

std::string EncodeReading(const PageReading& reading);

// Throws std::runtime_error when the bytes are damaged or of a newer form.
PageReading DecodeReading(std::string_view bytes);

}  // namespace trichluc
