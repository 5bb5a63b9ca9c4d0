#pragma once
// Where an installed program finds what belongs to it: from where it stands itself, so that no path
// of a prefix or of a source tree is compiled in. /usr/bin/casustafel finds ../share/casustafel.
#include <string>

namespace casustafel::cli {

// The folder of this name beside an installed program; `otherwise` for one in a build tree.
std::string installed_folder(const std::string& name, const std::string& otherwise);

// The file with settings of an installed program, whether it is there or not; empty in a build
// tree.
std::string installed_configuration();

}  // namespace casustafel::cli
