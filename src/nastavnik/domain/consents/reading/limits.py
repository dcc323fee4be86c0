"""How large a scan may be. A copier makes 40 sheets of 200 dpi in 16 MB, a telephone 12 to 50 megapixels."""

FILE_BYTES = 60 * 1024 * 1024
PAGES = 200
AT_ONCE = 3  # pages that are read while somebody waits; more are read in the background
PIXELS = 80_000_000  # of one picture, told by its header before it is unpacked
DRAWN = 2_400  # dots of the longer side at which a page is drawn: 200 dpi of A4
PREVIEW = 1_000  # the same for the eyes
DRAWN_AT_MOST = 4.0  # a page of the size of a stamp is not blown up for ever
CPU_SECONDS = 120  # 200 pages of 200 dpi take 25
CPU_SECONDS_AT_ONCE = 15
WALL_SECONDS = 240
MEMORY_BYTES = 1024 * 1024 * 1024
