#include "client/model/heard.hpp"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <cstdint>
#include <utility>

namespace casustafel::model {
namespace {

using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

// The fields of one message: each with its whole bytes, and with what is inside when it has a
// length.
struct Field {
    int number = 0;
    std::string_view whole, inside;
};

// Calls `take` for each field until one is not taken. False: that, or the bytes are no message.
template <class Take>
bool each_field(std::string_view message, const Take& take) {
    CodedInputStream in(reinterpret_cast<const std::uint8_t*>(message.data()),
                        static_cast<int>(message.size()));
    while (static_cast<std::size_t>(in.CurrentPosition()) < message.size()) {
        const auto begin = static_cast<std::size_t>(in.CurrentPosition());
        const std::uint32_t tag = in.ReadTag();
        if (tag == 0) return false;
        Field field{WireFormatLite::GetTagFieldNumber(tag), {}, {}};
        if (WireFormatLite::GetTagWireType(tag) == WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
            std::uint32_t size = 0;
            if (!in.ReadVarint32(&size)) return false;
            const auto inside = static_cast<std::size_t>(in.CurrentPosition());
            if (size > message.size() - inside || !in.Skip(static_cast<int>(size))) return false;
            field.inside = message.substr(inside, size);
        } else if (!WireFormatLite::SkipField(&in, tag)) {
            return false;
        }
        field.whole = message.substr(begin, static_cast<std::size_t>(in.CurrentPosition()) - begin);
        if (!take(field)) return false;
    }
    return true;
}

template <class Message>
bool parse(Message& message, std::string_view bytes) {
    return message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

bool read_view(std::string_view bytes, EntityPool& pool, HeardFrame& heard) {
    std::string rest;
    const bool whole = each_field(bytes, [&](const Field& field) {
        if (field.number != v1::ViewPatch::kEntitiesFieldNumber) {
            rest += field.whole;
            return true;
        }
        heard.entities.push_back(pool.read(field.inside));
        return heard.entities.back() != nullptr;
    });
    return whole && parse(*heard.frame.mutable_view(), rest);
}

// A frame that holds a view holds nothing else.
bool read_frame(std::string_view bytes, EntityPool& pool, HeardFrame& heard) {
    std::string_view view;
    int fields = 0;
    const bool whole = each_field(bytes, [&](const Field& field) {
        ++fields;
        if (field.number == v1::ServerFrame::kViewFieldNumber) view = field.inside;
        return true;
    });
    if (!whole) return false;
    if (fields == 1 && !view.empty()) return read_view(view, pool, heard);
    return parse(heard.frame, bytes);
}

void set_apart(HeardFrame& heard) {
    if (!heard.frame.has_view()) return;
    auto& entities = *heard.frame.mutable_view()->mutable_entities();
    heard.entities.reserve(static_cast<std::size_t>(entities.size()));
    for (v1::Entity& entity : entities)
        heard.entities.push_back(std::make_shared<const v1::Entity>(std::move(entity)));
    entities.Clear();
}

}  // namespace

EntityPtr EntityPool::read(std::string_view bytes) {
    if (const auto known = known_.find(bytes); known != known_.end()) return known->second;
    auto fresh = std::make_shared<v1::Entity>();
    if (!parse(*fresh, bytes)) return nullptr;
    return known_.emplace(std::string(bytes), std::move(fresh)).first->second;
}

bool read_batch(std::string_view bytes, EntityPool* pool, std::vector<HeardFrame>& frames) {
    if (pool != nullptr)
        return each_field(bytes, [&](const Field& field) {
            if (field.number != v1::ServerBatch::kFramesFieldNumber) return true;
            return read_frame(field.inside, *pool, frames.emplace_back());
        });
    v1::ServerBatch batch;
    if (!parse(batch, bytes)) return false;
    for (v1::ServerFrame& frame : *batch.mutable_frames()) {
        frames.push_back({std::move(frame), {}});
        set_apart(frames.back());
    }
    return true;
}

}  // namespace casustafel::model
