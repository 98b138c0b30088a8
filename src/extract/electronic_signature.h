// The visible block of an electronic signature, as signing programs draw it on a page. Private to the room.
//
//   Ký bởi: Văn phòng                 labelled lines, begun at one edge; what does not fit goes on in the line below
//   Cơ quan: Ủy ban nhân dân
//   thành phố Hải Phòng
//   Thời gian ký: 24.02.2020 17:09:21
//   +07:00
//
//   TRUNG TÂM CÔNG BÁO                or none: name, e-mail, time
//   VÀ TIN HỌC
//   congbao@example.gov.vn
//   16.01.2025 07:46:10 +07:00
#pragma once

#include "extract/context.h"

namespace trichluc {

// Sets the document's electronic signature. A block has a signer or a time: an address of the body's text alone is none. Of several
// the issuer's own, else the first of a page.
void ReadElectronicSignature(Work& work);

}  // namespace trichluc
