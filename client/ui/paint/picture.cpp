#include "client/ui/paint/picture.hpp"

#include <stb_image_write.h>

namespace casustafel::ui {

std::vector<unsigned char> Picture::png() const {
    std::vector<unsigned char> channels;
    channels.reserve(pixels_.size() * 3);
    for (const std::uint32_t pixel : pixels_) {
        channels.push_back(static_cast<unsigned char>(pixel >> 16));
        channels.push_back(static_cast<unsigned char>(pixel >> 8));
        channels.push_back(static_cast<unsigned char>(pixel));
    }
    std::vector<unsigned char> file;
    const auto append = [](void* context, void* data, int size) {
        const auto* bytes = static_cast<const unsigned char*>(data);
        static_cast<std::vector<unsigned char>*>(context)->insert(
            static_cast<std::vector<unsigned char>*>(context)->end(), bytes, bytes + size);
    };
    stbi_write_png_to_func(append, &file, width_, height_, 3, channels.data(), width_ * 3);
    return file;
}

}  // namespace casustafel::ui
