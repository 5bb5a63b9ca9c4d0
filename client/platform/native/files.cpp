#include "client/platform/native/files.hpp"

#include <algorithm>
#include <fstream>
#include <optional>

namespace casustafel::platform {
namespace {

struct FontFile {
    const char* path;
    const char* package;
};

constexpr FontFile regular{"/usr/share/fonts/opentype/inter/Inter-Regular.otf", "fonts-inter"};
constexpr FontFile semibold{"/usr/share/fonts/opentype/inter/Inter-SemiBold.otf", "fonts-inter"};
constexpr FontFile icons{
    "/usr/share/fonts/truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf",
    "fonts-materialdesignicons-webfont"};

// Characters that the font of the text does not have: arrows, ticks, stars, old smileys.
constexpr FontFile signs{"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "fonts-dejavu-core"};

std::optional<std::string> read(const FontFile& font, std::vector<unsigned char>& bytes) {
    std::ifstream file(font.path, std::ios::binary | std::ios::ate);
    const std::streamoff size = std::max<std::streamoff>(0, file.tellg());
    bytes.resize(static_cast<std::size_t>(size));
    file.seekg(0);
    if (!file.read(reinterpret_cast<char*>(bytes.data()), size)) bytes.clear();
    if (!bytes.empty()) return std::nullopt;
    return std::string(font.path) + ": apt install " + font.package;
}

}  // namespace

std::variant<ui::FontBytes, std::string> load_fonts() {
    ui::FontBytes fonts;
    if (auto missing = read(regular, fonts.regular)) return *missing;
    if (auto missing = read(semibold, fonts.semibold)) return *missing;
    if (auto missing = read(icons, fonts.icons)) return *missing;
    if (auto missing = read(signs, fonts.signs)) return *missing;
    return fonts;
}

bool write_file(const std::string& path, const std::vector<unsigned char>& bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    file.close();
    return file.good();
}

}  // namespace casustafel::platform
