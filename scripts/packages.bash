# shellcheck shell=bash
# Debian packages that the project needs, and how the missing ones are installed. Sourced by report and check.

# "12", "13"; "" on any other system.
debian_release() {
    local ID='' VERSION_ID=''
    # shellcheck source=/dev/null
    [ ! -r "${OS_RELEASE:=/etc/os-release}" ] || . "$OS_RELEASE"
    case $ID-$VERSION_ID in
    debian-12 | debian-13) printf '%s' "$VERSION_ID" ;;
    esac
}

# To build and run.
# shellcheck disable=SC2034
BUILD_PACKAGES=(
    gcc libc6-dev make pkg-config
    libxml2-dev libxlsxwriter-dev libhpdf-dev libjansson-dev libutf8proc-dev libunibreak-dev nettle-dev libdeflate-dev libzip-dev
    libharfbuzz-bin icc-profiles-free
)
# Where the releases differ: Liberation 2 has the plain name now, and libxlsxwriter asks pkg-config for minizip.
case $(debian_release) in
13) BUILD_PACKAGES+=(fonts-liberation libminizip-dev) ;;
*) BUILD_PACKAGES+=(fonts-liberation2) ;;
esac

# To test: unit tests and fuzzing; readers of workbooks; readers and judges of PDFs; a browser; linters.
# shellcheck disable=SC2034
TEST_PACKAGES=(
    git libcmocka-dev valgrind clang libclang-rt-dev
    python3 python3-openpyxl python3-fonttools libreoffice-calc-nogui libreoffice-writer-nogui
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
    if [ -z "$(debian_release)" ]; then
        printf 'This is neither Debian 12 nor Debian 13, whose packages these are; nothing was installed. Install what corresponds to\n  %s\nand run make.\n' \
            "${missing[*]}" >&2
        return 3
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
