# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Looks at PNG files with nothing but the base system's tools (no image library is asked for). To be sourced.
# Source: PNG specification (W3C), sections 5 (chunks), 9 (filtering) and 10 (compression).

# number_at <file> <offset>: the big-endian 32-bit number there.
number_at() { od -An -v -tu4 --endian=big -j "$2" -N 4 "$1" | tr -d ' '; }

# png_problem <file>: prints why the file is no picture of anything; nothing when it is one.
png_problem() {
    local file=$1 total width height depth colour interlace channels offset length type rows
    if [[ ! -s $file ]]; then
        echo "there is no file $file"
        return
    fi
    total=$(stat -c %s "$file")
    if ((total < 57)) || [[ $(od -An -v -tx1 -N 8 "$file" | tr -d ' ') != 89504e470d0a1a0a ]]; then
        echo "$file is not a PNG file"
        return
    fi
    width=$(number_at "$file" 16)
    height=$(number_at "$file" 20)
    read -r depth colour interlace < <(od -An -v -tu1 -j 24 -N 5 "$file" | awk '{ print $1, $2, $5 }')
    case $colour in
        0 | 3) channels=1 ;;
        2) channels=3 ;;
        4) channels=2 ;;
        6) channels=4 ;;
        *) channels=0 ;;
    esac
    if ((channels == 0 || depth != 8 || interlace != 0 || width == 0 || height == 0)); then
        echo "$file is a PNG file of an unexpected kind (colour type $colour, depth $depth)"
        return
    fi
    # All IDAT chunks together are one zlib stream; gzip unpacks it when given its own header, and then complains of the
    # missing trailer, which is why its status is not asked.
    rows=$({
        printf '\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03'
        offset=8
        while ((offset + 12 <= total)); do
            length=$(number_at "$file" "$offset")
            type=$(dd if="$file" iflag=skip_bytes,count_bytes skip=$((offset + 4)) count=4 status=none)
            if [[ $type == IDAT ]]; then
                dd if="$file" bs=64K iflag=skip_bytes,count_bytes skip=$((offset + 8)) count="$length" status=none
            fi
            offset=$((offset + 12 + length))
        done | tail -c +3
    } | { gzip -dc 2>/dev/null || true; } | od -An -v -tx1 -w$((1 + width * channels)) | sort -u | wc -l)
    # A row is stored as one of five differences to its neighbours. In a picture of one colour each of these has at most
    # two forms (first row, later rows), so ten different rows at most.
    if ((rows <= 10)); then
        echo "$file ($width x $height) is of one colour or nearly so"
    fi
}
