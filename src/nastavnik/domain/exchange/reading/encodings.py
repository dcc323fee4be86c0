"""Text in two bytes a letter that does not say so: every other byte is 0 or 4, the page of Russian letters,
or that of quotation marks, dashes and «№»."""

SAMPLE_BYTES = 4_000
LEAST_SHARE = 0.97
LEAST_RUSSIAN = 0.2
RUSSIAN = b"\x04"
PAGES = (b"\x00", RUSSIAN, b"\x20", b"\x21")


def unmarked_utf_16(content: bytes) -> str | None:
    """«utf-16-le» or «utf-16-be» for Russian text in it without a byte order mark, else None."""
    if len(content) % 2 or b"\x00" not in content[:SAMPLE_BYTES]:
        return None
    for encoding, high in (("utf-16-le", content[1:SAMPLE_BYTES:2]), ("utf-16-be", content[0:SAMPLE_BYTES:2])):
        known = sum(high.count(page) for page in PAGES)
        if known >= LEAST_SHARE * len(high) and high.count(RUSSIAN) >= LEAST_RUSSIAN * len(high):
            return encoding
    return None
