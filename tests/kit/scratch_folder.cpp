#include "kit/scratch_folder.h"

#include <stdlib.h>

#include <stdexcept>
#include <string>

namespace hp::kit {

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "homphieu-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace hp::kit
