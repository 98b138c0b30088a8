# trichluc_embed(ROOM SYMBOL FILE)
#
# Makes a text file of a room part of the program: the room gets `extern const char SYMBOL[]` with the file's bytes, in
# namespace trichluc. A change of the file configures again.
function(trichluc_embed room symbol file)
  set(source ${CMAKE_CURRENT_SOURCE_DIR}/${file})
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} content)
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/${room}_${symbol}.cc)
  file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT
"// Made from src/@file@ by cmake/embed.cmake.
namespace trichluc {
extern const char @symbol@[];
const char @symbol@[] = R\"embed(@content@)embed\";
}  // namespace trichluc
")
  target_sources(${room} PRIVATE ${generated})
endfunction()
