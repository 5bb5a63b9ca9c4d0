#pragma once
// Where one sign, as somebody sees it, ends and the next begins: a letter with its accents, a flag,
// a family of four, a hand with its colour. Carets stand between signs and deleting takes whole
// ones; limits count characters (normal.hpp).
#include <cstddef>
#include <string>
#include <string_view>

namespace casustafel::text_rules {

// The end of the sign that begins at `at`; the size of the text when nothing follows.
std::size_t next_cluster(std::u32string_view text, std::size_t at);

// The begin of the sign that ends at `at`, or that `at` is inside of; 0 at the begin.
std::size_t previous_cluster(std::u32string_view text, std::size_t at);

// The same as `next_cluster` in bytes of UTF-8; bytes that are no character are a sign each.
std::size_t cluster_end(std::string_view text, std::size_t at);

// The first of a text: whole signs, at most so many characters.
std::string_view first_clusters(std::string_view text, std::size_t most_characters);

}  // namespace casustafel::text_rules
