// SPDX-License-Identifier: Apache-2.0
#include "platform/desktop/secret_service.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace pennydrop::platform {

namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

/// What finds our items again; never changed once released.
const SecretSchema& schema() {
    static const SecretSchema made = [] {
        SecretSchema schema{};
        schema.name = "org.pennydrop.DeviceKey";
        schema.flags = SECRET_SCHEMA_NONE;
        schema.attributes[0] = {"id", SECRET_SCHEMA_ATTRIBUTE_STRING};
        return schema;
    }();
    return made;
}

/// Not every keyring keeps bytes as they are, but each keeps a line of text. Ends with a zero.
SecretBytes to_hex(const SecretBytes& secret) {
    SecretBytes text{secret.size() * 2 + 1};
    auto* out = text.data();
    for (const std::uint8_t byte : secret.span()) {
        *out++ = static_cast<std::uint8_t>(kDigits[byte >> 4U]);
        *out++ = static_cast<std::uint8_t>(kDigits[byte & 15U]);
    }
    return text;
}

std::optional<SecretBytes> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) {
        return std::nullopt;
    }
    SecretBytes secret{text.size() / 2};
    for (std::size_t i = 0; i < secret.size(); ++i) {
        const auto high = kDigits.find(text[2 * i]);
        const auto low = kDigits.find(text[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) {
            return std::nullopt;
        }
        secret.data()[i] = static_cast<std::uint8_t>(high << 4U | low);
    }
    return secret;
}

/// One conversation with the keyring, on the store's thread.
class Talk {
public:
    Talk(const LibSecret& library, std::shared_ptr<GCancellable> called_off, const std::string& id)
        : library_(&library),
          called_off_(std::move(called_off)),
          attributes_(library.g_hash_table_new(library.g_str_hash, library.g_str_equal)),
          id_(id) {
        library.g_hash_table_insert(attributes_, const_cast<char*>("id"), id_.data());
    }
    ~Talk() {
        // libsecret would keep its conversation, also with a keyring that has ended since.
        library_->secret_service_disconnect();
        library_->g_hash_table_unref(attributes_);
        forget_error();
    }
    Talk(const Talk&) = delete;
    Talk& operator=(const Talk&) = delete;

    /// Whether the keyring answers; kUnavailable otherwise. First in every talk.
    bool begin() {
        auto* const service =
            library_->secret_service_get_sync(SECRET_SERVICE_OPEN_SESSION, called_off_.get(), &error_);
        if (service == nullptr) {
            return false;
        }
        // GLib would end the program when the desktop's bus goes away; that is for us to decide.
        library_->g_dbus_connection_set_exit_on_close(
            library_->g_dbus_proxy_get_connection(reinterpret_cast<GDBusProxy*>(service)), FALSE);
        library_->g_object_unref(service);
        return true;
    }

    std::expected<void, KeyStoreError> store(const SecretBytes& secret, const std::string& label) {
        const SecretBytes text = to_hex(secret);
        if (library_->secret_password_storev_sync(&schema(), attributes_, SECRET_COLLECTION_DEFAULT, label.c_str(),
                                                  reinterpret_cast<const char*>(text.data()), called_off_.get(),
                                                  &error_) == FALSE) {
            return std::unexpected(why());
        }
        return {};
    }

    std::expected<SecretBytes, KeyStoreError> fetch() {
        char* const text =
            library_->secret_password_lookupv_nonpageable_sync(&schema(), attributes_, called_off_.get(), &error_);
        if (text == nullptr) {
            return std::unexpected(error_ != nullptr ? why() : why_nothing_came());
        }
        auto secret = from_hex(text);
        library_->secret_password_free(text);  // wipes it
        if (!secret) {
            return std::unexpected(KeyStoreError::kNotFound);  // whatever that is, it is not ours
        }
        return std::move(*secret);
    }

    std::expected<void, KeyStoreError> erase() {
        if (library_->secret_password_clearv_sync(&schema(), attributes_, called_off_.get(), &error_) == FALSE) {
            return std::unexpected(error_ != nullptr ? why() : why_nothing_came());
        }
        return {};
    }

private:
    /// A keyring that stays locked looks like an empty one; but it lists what it holds.
    KeyStoreError why_nothing_came() {
        GList* const found = library_->secret_password_searchv_sync(&schema(), attributes_, SECRET_SEARCH_NONE,
                                                                    called_off_.get(), &error_);
        if (found == nullptr) {
            return error_ != nullptr ? why() : KeyStoreError::kNotFound;
        }
        library_->g_list_free_full(found, library_->g_object_unref);
        return KeyStoreError::kRefused;
    }

    /// The keyring's own no, or trouble on the way to it.
    [[nodiscard]] KeyStoreError why() const {
        const bool is_no =
            error_ == nullptr || error_->domain == library_->secret_error_get_quark() ||
            (error_->domain == library_->g_dbus_error_quark() && error_->code == G_DBUS_ERROR_ACCESS_DENIED);
        return is_no ? KeyStoreError::kRefused : KeyStoreError::kUnavailable;
    }

    void forget_error() {
        if (error_ != nullptr) {
            library_->g_error_free(error_);
            error_ = nullptr;
        }
    }

    const LibSecret* library_;
    std::shared_ptr<GCancellable> called_off_;
    GHashTable* attributes_;
    std::string id_;
    GError* error_{nullptr};
};

}  // namespace

SecretService::SecretService(const LibSecret& library)
    : library_(&library),
      called_off_(library.g_cancellable_new(), [&library](GCancellable* call) { library.g_object_unref(call); }),
      here_(std::make_unique<QObject>()),
      worker_(new QObject) {
    thread_.setObjectName(QStringLiteral("key store"));
    worker_->moveToThread(&thread_);
    QObject::connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    thread_.start();
}

SecretService::~SecretService() {
    library_->g_cancellable_cancel(called_off_.get());
    thread_.quit();
    thread_.wait();
}

void SecretService::available(Available then) {
    run([library = library_, call = called_off_] { return Talk(*library, call, {}).begin(); }, std::move(then));
}

void SecretService::store(std::string id, SecretBytes secret, std::string label, Done then) {
    run(
        [library = library_, call = called_off_, id = std::move(id), secret = std::move(secret),
         label = std::move(label)]() -> std::expected<void, KeyStoreError> {
            Talk talk(*library, call, id);
            if (!talk.begin()) {
                return std::unexpected(KeyStoreError::kUnavailable);
            }
            return talk.store(secret, label);
        },
        std::move(then));
}

void SecretService::fetch(std::string id, Fetched then) {
    run(
        [library = library_, call = called_off_, id = std::move(id)]() -> std::expected<SecretBytes, KeyStoreError> {
            Talk talk(*library, call, id);
            if (!talk.begin()) {
                return std::unexpected(KeyStoreError::kUnavailable);
            }
            return talk.fetch();
        },
        std::move(then));
}

void SecretService::erase(std::string id, Done then) {
    run(
        [library = library_, call = called_off_, id = std::move(id)]() -> std::expected<void, KeyStoreError> {
            Talk talk(*library, call, id);
            if (!talk.begin()) {
                return std::unexpected(KeyStoreError::kUnavailable);
            }
            return talk.erase();
        },
        std::move(then));
}

}  // namespace pennydrop::platform
