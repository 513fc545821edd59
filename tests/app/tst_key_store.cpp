// SPDX-License-Identifier: Apache-2.0
// The key store's promises, kept by the fake and by a real gnome-keyring-daemon on a bus of the test's own.
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

#include "platform/fake/fake_key_store.h"
#include "platform/key_store.h"
#include "private_bus.h"

using namespace pennydrop;
using platform::KeyStore;
using platform::KeyStoreError;

namespace {

constexpr int kPatience = 20'000;
const QString kService = QStringLiteral("org.freedesktop.secrets");
const QString kServicePath = QStringLiteral("/org/freedesktop/secrets");
const QString kServiceName = QStringLiteral("org.freedesktop.Secret.Service");

// Zeros, bytes that are no text: what a random key may hold.
SecretBytes some_secret(std::uint8_t first) {
    SecretBytes secret{32};
    for (std::size_t i = 0; i < secret.size(); ++i) {
        secret.data()[i] = static_cast<std::uint8_t>(first + i * 8);
    }
    return secret;
}

/// Asks and waits.
bool available(KeyStore& store) {
    std::optional<bool> answer;
    store.available([&answer](bool is) { answer = is; });
    return QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience) && *answer;
}

std::optional<std::expected<void, KeyStoreError>> put(KeyStore& store, const std::string& id, SecretBytes secret) {
    std::optional<std::expected<void, KeyStoreError>> answer;
    store.store(id, std::move(secret), "Pennydrop: a test", [&answer](auto done) { answer = done; });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
    return answer;
}

std::optional<std::expected<SecretBytes, KeyStoreError>> get(KeyStore& store, const std::string& id) {
    std::optional<std::expected<SecretBytes, KeyStoreError>> answer;
    store.fetch(id, [&answer](auto fetched) { answer.emplace(std::move(fetched)); });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
    return answer;
}

std::optional<std::expected<void, KeyStoreError>> drop(KeyStore& store, const std::string& id) {
    std::optional<std::expected<void, KeyStoreError>> answer;
    store.erase(id, [&answer](auto done) { answer = done; });
    (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
    return answer;
}

template <typename Answer>
bool is_error(const Answer& answer, KeyStoreError wanted) {
    return answer.has_value() && !answer->has_value() && answer->error() == wanted;
}

template <typename Answer>
bool is_done(const Answer& answer) {
    return answer.has_value() && answer->has_value();
}

/// gnome-keyring-daemon with an unlocked keyring, in a home of its own.
class Keyring final {
public:
    [[nodiscard]] bool start() {
        daemon_.start(
            QStringLiteral("gnome-keyring-daemon"),
            {QStringLiteral("--foreground"), QStringLiteral("--components=secrets"), QStringLiteral("--unlock")});
        if (!daemon_.waitForStarted()) {
            return false;
        }
        daemon_.write("a keyring's password");
        daemon_.closeWriteChannel();
        // Asked for earlier, the bus would start another one, which is locked.
        const auto registered = [] {
            return QDBusConnection::sessionBus().interface()->isServiceRegistered(kService).value();
        };
        return QTest::qWaitFor(registered, kPatience) &&
               QTest::qWaitFor([] { return default_keyring().path() != QStringLiteral("/"); }, kPatience);
    }
    /// As the desktop does when the session is locked.
    void lock() {
        QDBusInterface service(kService, kServicePath, kServiceName);
        service.call(QStringLiteral("Lock"), QVariant::fromValue(QList<QDBusObjectPath>{default_keyring()}));
    }
    void stop() {
        daemon_.terminate();
        daemon_.waitForFinished();
    }
    ~Keyring() { stop(); }

private:
    static QDBusObjectPath default_keyring() {
        QDBusInterface service(kService, kServicePath, kServiceName);
        const QDBusReply<QDBusObjectPath> found = service.call(QStringLiteral("ReadAlias"), QStringLiteral("default"));
        return found.isValid() ? found.value() : QDBusObjectPath(QStringLiteral("/"));
    }

    QProcess daemon_;
};

}  // namespace

class TestKeyStore : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        for (const char* const name :
             {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"}) {
            qputenv(name, home_.path().toLocal8Bit());
        }
        qunsetenv("DISPLAY");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    }

    // The first: once there was a bus, GLib keeps it.
    void without_a_bus_it_is_unavailable() {
        const auto store = platform::make_key_store();
        QVERIFY(!available(*store));
        QVERIFY(is_error(put(*store, "id", some_secret(1)), KeyStoreError::kUnavailable));
        QVERIFY(is_error(get(*store, "id"), KeyStoreError::kUnavailable));
        QVERIFY(is_error(drop(*store, "id"), KeyStoreError::kUnavailable));
    }

    void without_the_library_everything_is_unavailable() {
        platform::NoKeyStore store;
        QVERIFY(!available(store));
        QVERIFY(is_error(put(store, "id", some_secret(1)), KeyStoreError::kUnavailable));
        QVERIFY(is_error(get(store, "id"), KeyStoreError::kUnavailable));
        QVERIFY(is_error(drop(store, "id"), KeyStoreError::kUnavailable));
    }

    void the_fake_keeps_the_promises() {
        platform::FakeKeyStore store;
        keeps_its_promises(store);
        store.fail_with(KeyStoreError::kRefused);
        QVERIFY(available(store));
        QVERIFY(is_error(get(store, "one"), KeyStoreError::kRefused));
        store.fail_with(KeyStoreError::kUnavailable);
        QVERIFY(!available(store));
    }

    void a_real_keyring_keeps_them() {
        start_keyring();
        const auto store = platform::make_key_store();
        keeps_its_promises(*store);
    }

    void what_is_stored_outlives_the_program() {
        start_keyring();
        {
            const auto store = platform::make_key_store();
            QVERIFY(is_done(put(*store, "kept", some_secret(9))));
        }
        const auto store = platform::make_key_store();
        const auto fetched = get(*store, "kept");
        QVERIFY(is_done(fetched));
        QVERIFY((*fetched)->equals(some_secret(9)));
    }

    void a_keyring_nobody_unlocks_refuses() {
        start_keyring();
        const auto store = platform::make_key_store();
        QVERIFY(is_done(put(*store, "locked away", some_secret(3))));
        keyring_->lock();
        QVERIFY(available(*store));
        QVERIFY(is_error(get(*store, "locked away"), KeyStoreError::kRefused));
        QVERIFY(is_error(put(*store, "another", some_secret(4)), KeyStoreError::kRefused));
        keyring_.reset();
    }

    void waiting_for_it_never_holds_up_the_program() {
        start_keyring();
        bool answered = false;
        {
            const auto store = platform::make_key_store();
            store->fetch("anything", [&answered](const auto&) { answered = true; });
            QVERIFY(!answered);
        }
        QTest::qWait(200);
        QVERIFY(!answered);  // its answer was called off with it
    }

    void a_keyring_that_went_away_is_unavailable() {
        start_keyring();
        const auto store = platform::make_key_store();
        QVERIFY(available(*store));
        keyring_.reset();
        bus_.reset();
        QVERIFY(!available(*store));  // and the program is still there
        QVERIFY(is_error(get(*store, "kept"), KeyStoreError::kUnavailable));
    }

private:
    void start_keyring() {
        if (bus_ == nullptr) {
            bus_ = std::make_unique<app::PrivateBus>();
            if (!bus_->start()) {
                QSKIP("dbus-daemon is not installed");
            }
            qDBusRegisterMetaType<QList<QDBusObjectPath>>();
        }
        if (keyring_ == nullptr) {
            keyring_ = std::make_unique<Keyring>();
            if (!keyring_->start()) {
                QSKIP("gnome-keyring-daemon is not installed");
            }
        }
    }

    static void keeps_its_promises(KeyStore& store) {
        QVERIFY(available(store));
        QVERIFY(is_error(get(store, "one"), KeyStoreError::kNotFound));
        QVERIFY(is_error(drop(store, "one"), KeyStoreError::kNotFound));

        QVERIFY(is_done(put(store, "one", some_secret(1))));
        QVERIFY(is_done(put(store, "two", some_secret(2))));
        QVERIFY(is_done(put(store, "one", some_secret(7))));  // in the place of the first
        const auto one = get(store, "one");
        QVERIFY(is_done(one));
        QVERIFY((*one)->equals(some_secret(7)));
        const auto two = get(store, "two");
        QVERIFY(is_done(two));
        QVERIFY((*two)->equals(some_secret(2)));

        QVERIFY(is_done(drop(store, "one")));
        QVERIFY(is_error(get(store, "one"), KeyStoreError::kNotFound));
        QVERIFY(is_done(get(store, "two")));
        QVERIFY(is_done(drop(store, "two")));
    }

    QTemporaryDir home_;
    std::unique_ptr<app::PrivateBus> bus_;
    std::unique_ptr<Keyring> keyring_;
};

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_key_store.moc"
