#include "cli/minutes_report.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "base/hex.h"
#include "cli/signing_codes.h"

namespace hp::cli {

bool is_of_minutes(std::string_view name, std::string_view content) {
  return content.starts_with("%PDF") || name.ends_with(".json") || name.ends_with(".p7s");
}

Result<std::vector<CheckedFile>> check_minutes_files(const std::vector<MinutesFile>& files,
                                                     const attest::Against& against) {
  std::vector<CheckedFile> all;
  std::vector<Bytes> signatures;
  const MinutesFile* json = nullptr;
  for (const MinutesFile& file : files) {
    if (file.name.ends_with(".p7s")) {
      signatures.push_back(to_bytes(view(file.content)));
    } else if (file.name.ends_with(".json")) {
      if (json != nullptr) return fail(codes::kSeveralJson, file.name);
      json = &file;
    } else {
      all.push_back({file.name, attest::check_paper(view(file.content), against)});
    }
  }
  if (json != nullptr) {
    all.push_back({json->name, attest::check_json(json->content, signatures, against)});
  } else if (!signatures.empty()) {
    return fail(codes::kSignatureWithoutJson);
  }
  return all;
}

void tell(const CheckedFile& file, Terminal& terminal) {
  const attest::Checked& checked = file.checked;
  terminal.out << file.name << ": "
               << (checked.good() ? terminal.say("tốt", "good") : terminal.say("SAI", "WRONG"))
               << "\n";
  for (const attest::SignedBy& one : checked.signatures) {
    terminal.out << terminal.say("  đã ký: ", "  signed: ") << one.name << " (" << one.field << ")";
    if (one.timestamped.has_value()) {
      terminal.out << terminal.say(", dấu thời gian ", ", timestamp ")
                   << iso_vietnam(*one.timestamped);
    }
    terminal.out << "\n";
  }
  for (const attest::Expected& one : checked.missing) {
    terminal.out << terminal.say("  chưa ký: ", "  not signed: ") << one.name << " (" << one.field
                 << ")\n";
  }
  for (const Error& fault : checked.faults) {
    terminal.out << "  " << fault.code->name << ": " << describe(fault, terminal.language) << "\n";
  }
}

nlohmann::ordered_json json_of(const CheckedFile& file) {
  const attest::Checked& checked = file.checked;
  nlohmann::ordered_json out{{"file", file.name}, {"good", checked.good()}};
  out["signatures"] = nlohmann::ordered_json::array();
  for (const attest::SignedBy& one : checked.signatures) {
    out["signatures"].push_back({{"field", one.field},
                                 {"name", one.name},
                                 {"certificate", one.certificate},
                                 {"fingerprint", to_hex(one.fingerprint)}});
    if (one.timestamped.has_value()) {
      out["signatures"].back()["timestamped"] = iso_vietnam(*one.timestamped);
    }
  }
  out["missing"] = nlohmann::ordered_json::array();
  for (const attest::Expected& one : checked.missing) out["missing"].push_back(one.field);
  out["faults"] = nlohmann::ordered_json::array();
  for (const Error& fault : checked.faults) {
    out["faults"].push_back(
        {{"code", fault.code->name}, {"where", fault.where}, {"detail", fault.detail}});
  }
  return out;
}

}  // namespace hp::cli
