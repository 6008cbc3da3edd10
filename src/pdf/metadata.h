// What a file says about itself: the information dictionary and XMP, which say the same
// (ISO 19005-3, 6.6), and the output intent.
#pragma once

#include "pdf/document.h"
#include "pdf/file.h"

namespace hp::pdf {

std::string pdf_date(UnixMs at);  // "(D:20200728083500+07'00')"

Ref add_info(const Document& document, File& file);
Ref add_xmp(const Document& document, File& file);
Ref add_output_intent(File& file);

// The attachments' file specifications, in the order of their names.
struct Attached {
  std::vector<Ref> specifications;
  std::string names;  // /Names of the name tree
};
Attached add_attachments(const Document& document, File& file);

}  // namespace hp::pdf
