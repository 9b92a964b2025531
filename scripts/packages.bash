# shellcheck shell=bash
# Debian 12 packages that the project needs, and how the missing ones are installed. Sourced by report and check.

# To build and run.
# shellcheck disable=SC2034
BUILD_PACKAGES=(
    gcc libc6-dev make pkg-config
    libxml2-dev libxlsxwriter-dev libhpdf-dev libjansson-dev libutf8proc-dev libunibreak-dev nettle-dev libdeflate-dev zlib1g-dev
    libharfbuzz-bin fonts-liberation2 icc-profiles-free
)

# To test: unit tests and fuzzing; readers of workbooks; readers and judges of PDFs; a browser; linters.
# shellcheck disable=SC2034
TEST_PACKAGES=(
    git libcmocka-dev valgrind clang libclang-rt-14-dev
    python3 python3-openpyxl python3-fonttools libreoffice-calc-nogui
    poppler-utils qpdf mupdf-tools libpdfbox2-java libactivation-java libjaxb-api-java default-jre-headless
    chromium
    libxml2-utils cppcheck clang-tidy shellcheck mandoc
)

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# install_missing PACKAGE...: nothing to do, nothing asked.
install_missing() {
    local package missing=() as_root=()
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    if [ "${#missing[@]}" -eq 0 ]; then
        return 0
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            printf 'These Debian packages are missing, and only root can install them (there is no sudo here):\n  %s\n' \
                "${missing[*]}" >&2
            return 3
        fi
        as_root=(sudo)
    fi
    printf 'Installing %d missing packages: %s\n' "${#missing[@]}" "${missing[*]}"
    # From here on the answer of apt is shown only if it failed.
    local log
    log=$(mktemp)
    if ! { "${as_root[@]}" apt-get update &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
            apt-get install --yes --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$log"
        printf 'The packages could not be installed; what apt-get said stands above.\n' >&2
        return 3
    fi
    rm -f "$log"
}
