"""The drawn phantoms: whole PNG files, and regions that lie inside them."""
import re
import struct
import zlib

from checks.tally import check
from content import ROOT, load

SELECTOR = re.compile(r'^xywh=percent:([\d.]+),([\d.]+),([\d.]+),([\d.]+)$')


def verify():
    for image in load('images/images.json')['images']:
        size = png_size((ROOT / 'images' / image['file']).read_bytes())
        check(size == (image['width'], image['height']) and 512 <= image['width'] <= 1024, f"{image['file']}: PNG")
        for region in image['regions']:
            matched = SELECTOR.match(region['selector'])
            check(matched is not None, f"{image['id']} {region['id']}: selector")
            if matched:
                x, y, w, h = map(float, matched.groups())
                check(w > 0 and h > 0 and x + w <= 100 and y + h <= 100, f"{image['id']} {region['id']}: inside")


def png_size(data):
    """Width and height of an 8-bit grey PNG whose checksums and length are right, else None."""
    if data[:8] != b'\x89PNG\r\n\x1a\n':
        return None
    position, packed, head = 8, b'', None
    while position < len(data):
        length, kind = struct.unpack('>I4s', data[position:position + 8])
        body = data[position + 8:position + 8 + length]
        if zlib.crc32(kind + body) != struct.unpack('>I', data[position + 8 + length:position + 12 + length])[0]:
            return None
        if kind == b'IHDR':
            head = struct.unpack('>IIBBBBB', body)
        elif kind == b'IDAT':
            packed += body
        position += 12 + length
    is_whole = head is not None and len(zlib.decompress(packed)) == head[1] * (head[0] + 1)
    return head[:2] if is_whole else None
