#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the pictures of this folder (with Pillow); run by hand when a case is added. Each carries SECRET wherever its format
can hide it. outcomes.txt says what stripping must give: "ok", the orientation; or "refused"."""
import io
import struct
import zlib
from PIL import Image, ImageCms, PngImagePlugin

image = Image.new("RGB", (24, 16))
image.putdata([(x * 10, y * 15, (x * y) % 256) for y in range(16) for x in range(24)])
profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
outcomes = []


def exif(orientation):
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = "SECRET maker"
    data[0x9286] = "SECRET comment"
    data.get_ifd(0x8825)[1] = "N"
    data.get_ifd(0x8825)[29] = "SECRET date"
    return data


def save(name, data, outcome):
    with open(name, "wb") as file:
        file.write(data)
    outcomes.append(f"{name} {outcome}")


def jpeg(**options):
    out = io.BytesIO()
    image.save(out, "JPEG", quality=60, **options)
    return out.getvalue()


def segment(marker, content):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(content) + 2) + content


plain = jpeg()
photo = jpeg(exif=exif(6), comment=b"SECRET", icc_profile=profile)
xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>SECRET</x>")
iptc = segment(0xED, b"Photoshop 3.0\0SECRET")
preview = segment(0xE0, b"JFXX\0\x10SECRET")
with_preview = plain.replace(plain[2:20], segment(0xE0, plain[6:18] + b"\x02\x01SECRET"))
save("plain.jpg", plain, "ok 1")
save("photo.jpg", photo, "ok 6")
save("upright.jpg", jpeg(exif=exif(1)), "ok 1")
save("progressive.jpg", jpeg(progressive=True, exif=exif(8)), "ok 8")
save("cmyk.jpg", (lambda out: (image.convert("CMYK").save(out, "JPEG", comment=b"SECRET"), out.getvalue())[1])(io.BytesIO()), "ok 1")
save("xmp-iptc-preview.jpg", plain[:20] + preview + xmp + iptc + plain[20:], "ok 1")
save("jfif-preview.jpg", with_preview, "ok 1")
save("motion.jpg", photo + b"....ftypmp42 SECRET", "ok 6")
save("fill-bytes.jpg", plain[:2] + b"\xff\xff" + plain[2:], "ok 1")
save("wild-exif.jpg", plain[:2] + segment(0xE1, b"Exif\0\0MM\0*\0\0\xff\xffSECRET") + plain[2:], "ok 1")
save("wild-orientation.jpg", plain[:2] + segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x09\0\0\0") + plain[2:], "ok 1")
save("cut.jpg", plain[:-40], "refused")
save("cut-in-segment.jpg", plain[:30], "refused")
save("no-picture.jpg", b"\xff\xd8\xff\xd9", "refused")
save("garbage-between.jpg", plain[:20] + b"SECRET" + plain[20:], "refused")
save("short-segment.jpg", plain[:2] + b"\xff\xe0\0\x01" + plain[2:], "refused")


def png(**options):
    out = io.BytesIO()
    image.save(out, "PNG", **options)
    return out.getvalue()


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


info = PngImagePlugin.PngInfo()
info.add_text("Comment", "SECRET")
info.add_text("Long", "SECRET" * 50, zip=True)
info.add_itxt("XML:com.adobe.xmp", "<x>SECRET</x>")
tagged = png(pnginfo=info, exif=exif(3), icc_profile=profile)
save("plain.png", png(), "ok 1")
save("tagged.png", tagged, "ok 3")
save("time.png", png()[:33] + chunk(b"tIME", b"\x07\xea\x0b\x16\x0c\0\0") + png()[33:], "ok 1")
save("unknown-part.png", png()[:33] + chunk(b"seCr", b"SECRET") + png()[33:], "ok 1")
save("palette.png", (lambda out: (image.convert("P").save(out, "PNG", transparency=0, pnginfo=info), out.getvalue())[1])(io.BytesIO()), "ok 1")
save("trailer.png", png() + b"SECRET", "ok 1")
save("cut.png", png()[:-1], "refused")
save("no-end.png", png()[:-12], "refused")
save("unknown-critical.png", png()[:33] + chunk(b"SECR", b"SECRET") + png()[33:], "refused")
save("wrong-checksum.png", png()[:40] + b"\0" + png()[41:], "refused")
save("second-header.png", png()[:33] + png()[8:], "refused")
save("long-chunk.png", png()[:33] + b"\xff\xff\xff\xfftEXt", "refused")


def webp(**options):
    out = io.BytesIO()
    image.save(out, "WEBP", **options)
    return out.getvalue()


def riff(content):
    return b"RIFF" + struct.pack("<I", len(content) + 4) + b"WEBP" + content


save("plain.webp", webp(), "ok 1")
save("lossless.webp", webp(lossless=True), "ok 1")
save("tagged.webp", webp(exif=exif(5), xmp=b"<x>SECRET</x>", icc_profile=profile), "ok 5")
save("animation.webp", webp(save_all=True, append_images=[image.transpose(Image.Transpose.ROTATE_180)], exif=exif(1)), "ok 1")
save("unknown-part.webp", riff(webp()[12:] + b"SECR\x07\0\0\0SECRET!\0"), "ok 1")
save("trailer.webp", webp() + b"SECRET", "ok 1")
save("cut.webp", webp()[:-2], "refused")
save("wrong-size.webp", webp()[:4] + b"\xff\xff\xff\x7f" + webp()[8:], "refused")
save("no-picture.webp", riff(b"EXIF\x06\0\0\0SECRET"), "refused")
save("long-part.webp", riff(webp()[12:] + b"EXIF\xff\xff\xff\xffSECRET"), "refused")
save("late-header.webp", riff(webp()[12:] + b"VP8X\x0a\0\0\0" + bytes(10)), "refused")
save("other.gif", b"GIF89a SECRET", "refused")
save("nothing.jpg", b"", "refused")
with open("outcomes.txt", "w") as file:
    file.write("# file, outcome, orientation\n" + "\n".join(outcomes) + "\n")
