#include "tests/support/screen/png.hpp"

#include <stb_image.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <unordered_map>
#include <vector>

namespace casustafel::ui {
namespace {

constexpr std::size_t most_colours = 256;

int channel(std::uint32_t colour, int index) {
    return static_cast<int>(colour >> (8 * index) & 0xFF);
}

int distance(std::uint32_t one, std::uint32_t other) {
    int worst = 0;
    for (int index = 0; index < 3; ++index)
        worst = std::max(worst, std::abs(channel(one, index) - channel(other, index)));
    return worst;
}

struct Palette {
    std::vector<std::uint32_t> colours;
    std::unordered_map<std::uint32_t, unsigned char> index;  // of every colour of the picture
};

// The colours in order of use, without those that are this near to one before them.
std::vector<std::uint32_t> spread_out(const std::vector<std::uint32_t>& by_use, int apart) {
    std::vector<std::uint32_t> kept;
    for (const std::uint32_t colour : by_use) {
        const bool near = std::any_of(kept.begin(), kept.end(), [&](std::uint32_t other) {
            return distance(colour, other) <= apart;
        });
        if (!near) kept.push_back(colour);
        if (kept.size() > most_colours) break;
    }
    return kept;
}

std::vector<std::uint32_t> colours_by_use(const Picture& picture) {
    std::unordered_map<std::uint32_t, int> used;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) ++used[picture.at(x, y)];
    }
    std::vector<std::pair<int, std::uint32_t>> counted;
    for (const auto& [colour, count] : used) counted.emplace_back(-count, colour);
    std::sort(counted.begin(), counted.end());
    std::vector<std::uint32_t> colours;
    for (const auto& [count, colour] : counted) colours.push_back(colour);
    return colours;
}

Palette palette_of(const Picture& picture) {
    const std::vector<std::uint32_t> by_use = colours_by_use(picture);
    Palette palette;
    for (int apart = 0; apart == 0 || palette.colours.size() > most_colours; ++apart)
        palette.colours = spread_out(by_use, apart);
    for (const std::uint32_t colour : by_use) {
        const auto nearest = std::min_element(
            palette.colours.begin(), palette.colours.end(),
            [&](auto one, auto other) { return distance(one, colour) < distance(other, colour); });
        palette.index[colour] = static_cast<unsigned char>(nearest - palette.colours.begin());
    }
    return palette;
}

void append_number(std::string& file, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) file += static_cast<char>(number >> shift & 0xFF);
}

void append_chunk(std::string& file, const std::string& kind, const std::string& data) {
    append_number(file, static_cast<std::uint32_t>(data.size()));
    const std::string body = kind + data;
    file += body;
    append_number(file, static_cast<std::uint32_t>(
                            crc32(0, reinterpret_cast<const unsigned char*>(body.data()),
                                  static_cast<unsigned>(body.size()))));
}

std::string squeezed(const std::string& rows) {
    uLongf size = compressBound(static_cast<uLong>(rows.size()));
    std::string out(size, '\0');
    compress2(reinterpret_cast<unsigned char*>(out.data()), &size,
              reinterpret_cast<const unsigned char*>(rows.data()), static_cast<uLong>(rows.size()),
              9);
    out.resize(size);
    return out;
}

}  // namespace

std::string small_png(const Picture& picture) {
    const Palette palette = palette_of(picture);
    std::string head, colours, rows;
    append_number(head, static_cast<std::uint32_t>(picture.width()));
    append_number(head, static_cast<std::uint32_t>(picture.height()));
    head += std::string("\x08\x03\x00\x00\x00", 5);  // 8 bits, palette, not interlaced
    for (const std::uint32_t colour : palette.colours) {
        for (int index = 2; index >= 0; --index)
            colours += static_cast<char>(channel(colour, index));
    }
    for (int y = 0; y < picture.height(); ++y) {
        rows += '\0';  // no filter
        for (int x = 0; x < picture.width(); ++x)
            rows += static_cast<char>(palette.index.at(picture.at(x, y)));
    }
    std::string file = "\x89PNG\r\n\x1a\n";
    append_chunk(file, "IHDR", head);
    append_chunk(file, "PLTE", colours);
    append_chunk(file, "IDAT", squeezed(rows));
    append_chunk(file, "IEND", {});
    return file;
}

std::optional<Picture> read_png(const std::string& path) {
    int width = 0, height = 0, channels = 0;
    unsigned char* const pixels = stbi_load(path.c_str(), &width, &height, &channels, 3);
    if (pixels == nullptr) return std::nullopt;
    Picture picture(width, height);
    for (int at = 0; at < width * height; ++at) {
        const unsigned char* const pixel = pixels + 3 * at;
        picture.target().pixels[at] = static_cast<std::uint32_t>(pixel[0]) << 16 |
                                      static_cast<std::uint32_t>(pixel[1]) << 8 | pixel[2];
    }
    stbi_image_free(pixels);
    return picture;
}

void write_png(const std::string& path, const Picture& picture) {
    std::ofstream file(path, std::ios::binary);
    const std::string bytes = small_png(picture);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!file) throw std::runtime_error("cannot write " + path);
}

}  // namespace casustafel::ui
