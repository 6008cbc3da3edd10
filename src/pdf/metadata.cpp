#include "pdf/metadata.h"

#include <algorithm>

#include "pdf/srgb.h"

namespace hp::pdf {

using namespace std::string_literals;

namespace {

constexpr const char* kProducer = "homphieu pdf";

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string pdf_date(UnixMs at) {
  std::string digits;
  for (const char c : iso_vietnam(at).substr(0, 19)) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return "(D:"s + digits + "+07'00')";
}

Ref add_info(const Document& document, File& file) {
  const std::string date = pdf_date(document.at);
  std::string out = "<< /Title "s + to_text_string(document.title);
  if (!document.author.empty()) out += " /Author "s + to_text_string(document.author);
  return file.add(out + " /Creator " + to_text_string(document.program) + " /Producer " +
                  to_text_string(kProducer) + " /CreationDate " + date + " /ModDate " + date +
                  " >>");
}

Ref add_xmp(const Document& document, File& file) {
  const std::string date = iso_vietnam(document.at);
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
      "<pdfaid:part>3</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
      "<dc:format>application/pdf</dc:format>\n"
      "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"s +
      escaped(document.title) + "</rdf:li></rdf:Alt></dc:title>\n";
  if (!document.author.empty()) {
    out += "<dc:creator><rdf:Seq><rdf:li>"s + escaped(document.author) +
           "</rdf:li></rdf:Seq></dc:creator>\n";
  }
  out += "<dc:language><rdf:Bag><rdf:li>"s + escaped(document.language) +
         "</rdf:li></rdf:Bag></dc:language>\n<pdf:Producer>" + kProducer +
         "</pdf:Producer>\n<xmp:CreatorTool>" + escaped(document.program) +
         "</xmp:CreatorTool>\n<xmp:CreateDate>" + date + "</xmp:CreateDate>\n<xmp:ModifyDate>" +
         date + "</xmp:ModifyDate>\n<xmp:MetadataDate>" + date +
         "</xmp:MetadataDate>\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
         "<?xpacket end=\"r\"?>";
  return file.add_stream("/Type /Metadata /Subtype /XML", view(out), File::Store::kPlain);
}

Ref add_output_intent(File& file) {
  const Ref profile = file.add_stream("/N 3", srgb_profile());
  return file.add(
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1)"
      " /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) /DestOutputProfile "s +
      to_text(profile) + " >>");
}

Attached add_attachments(const Document& document, File& file) {
  std::vector<const Attachment*> sorted;
  for (const Attachment& one : document.attachments) sorted.push_back(&one);
  std::ranges::sort(sorted, {}, [](const Attachment* one) { return to_text_string(one->name); });
  Attached out;
  out.names = "[";
  for (const Attachment* one : sorted) {
    const Ref content = file.add_stream(
        "/Type /EmbeddedFile /Subtype "s + to_name(one->media_type) + " /Params << /Size " +
            std::to_string(one->content.size()) + " /ModDate " + pdf_date(one->modified) + " >>",
        one->content);
    const std::string name = to_text_string(one->name);
    const Ref specification =
        file.add("<< /Type /Filespec /F "s + name + " /UF " + name + " /Desc " +
                 to_text_string(one->description) + " /AFRelationship /Data /EF << /F " +
                 to_text(content) + " /UF " + to_text(content) + " >> >>");
    out.specifications.push_back(specification);
    out.names += (out.names.size() > 1 ? " " : "") + name + " " + to_text(specification);
  }
  out.names += "]";
  return out;
}

}  // namespace hp::pdf
