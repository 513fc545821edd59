// SPDX-License-Identifier: Apache-2.0
#include "terminal.h"

#include <QStringDecoder>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>

#include "private_text.h"
#include "secret_text.h"

namespace pennydrop::app {
namespace {

constexpr std::size_t kLongestLine = 4096;

volatile std::sig_atomic_t stop_asked = 0;

extern "C" void ask_to_stop(int /*signal*/) {
    stop_asked = 1;
}

/// The terminal without echo, for as long as this lives.
class Silence {
public:
    explicit Silence(int terminal) : terminal_(terminal) {
        if (tcgetattr(terminal_, &before_) == 0) {
            termios silent = before_;
            silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
            is_silent_ = tcsetattr(terminal_, TCSAFLUSH, &silent) == 0;
        }
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    ~Silence() {
        if (is_silent_) {
            tcsetattr(terminal_, TCSAFLUSH, &before_);
        }
    }
    [[nodiscard]] bool is_silent() const noexcept { return is_silent_; }

private:
    int terminal_;
    termios before_{};
    bool is_silent_{false};
};

void write_all(int descriptor, const QByteArray& text) {
    // A prompt that cannot be shown is no reason to give up.
    [[maybe_unused]] const ssize_t written =
        ::write(descriptor, text.constData(), static_cast<std::size_t>(text.size()));
}

}  // namespace

void stop_on_signals() {
    struct sigaction action{};
    action.sa_handler = ask_to_stop;
    sigemptyset(&action.sa_mask);
    action.sa_flags = 0;  // a read that waits shall return
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        sigaction(signal, &action, nullptr);
    }
}

bool stop_was_asked() noexcept {
    return stop_asked != 0;
}

Result<SecretBytes> read_secret_line(int descriptor) {
    SecretBytes line{kLongestLine};
    std::size_t length = 0;
    for (;;) {
        // Byte by byte: what follows the line belongs to whoever reads next.
        std::uint8_t byte = 0;
        const ssize_t got = ::read(descriptor, &byte, 1);
        if (stop_was_asked()) {
            return fail(ErrorCode::kCancelled);
        }
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fail(ErrorCode::kIo, "reading the secret");
        }
        if (got == 0 || byte == '\n') {
            break;
        }
        if (length == line.size()) {
            return fail(ErrorCode::kInvalid, "secret too long");
        }
        line.data()[length++] = byte;
    }
    if (length == 0) {
        return fail(ErrorCode::kInvalid, "empty secret");
    }
    return SecretBytes::copy_of(line.span().first(length));
}

Result<SecretBytes> ask_secret(const QString& prompt) {
    const int terminal = ::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (terminal < 0) {
        return fail(ErrorCode::kNotFound, "terminal");
    }
    auto line = [&]() -> Result<SecretBytes> {
        const Silence silence{terminal};
        if (!silence.is_silent()) {
            return fail(ErrorCode::kIo, "terminal echo");
        }
        write_all(terminal, prompt.toLocal8Bit());
        return read_secret_line(terminal);
    }();
    write_all(terminal, "\n");
    ::close(terminal);
    return line;
}

Result<SecretBytes> composed(SecretBytes typed) {
    const auto bytes = typed.span();
    if (std::ranges::all_of(bytes, [](std::uint8_t byte) { return byte < 0x80; })) {
        return typed;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(QByteArrayView{bytes.data(), static_cast<qsizetype>(bytes.size())});
    if (decoder.hasError()) {
        wipe(text);
        return fail(ErrorCode::kInvalid, "secret is not UTF-8");
    }
    auto secret = secret_from(text);
    wipe(text);
    return secret;
}

TerminalProgress::TerminalProgress() : shows_(::isatty(STDERR_FILENO) != 0) {}

TerminalProgress::~TerminalProgress() {
    if (shows_) {
        std::fputs("\r      \r", stderr);
    }
}

OnProgress TerminalProgress::report() {
    return [this](std::uint64_t done, std::uint64_t total) {
        const std::uint64_t percent = done * 100 / total;
        if (shows_ && percent != shown_) {
            shown_ = percent;
            std::fprintf(stderr, "\r%3u %%", static_cast<unsigned>(percent));
            std::fflush(stderr);
        }
        return !stop_was_asked();
    };
}

}  // namespace pennydrop::app
