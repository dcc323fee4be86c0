"""How large a list may be. Checked before and while parsing; measured reasons in the threat table, row 5."""

FILE_BYTES = 20 * 1024 * 1024
UNPACKED_BYTES = 50 * 1024 * 1024
UNPACK_RATIO = 100  # XML of a real list packs 5 to 20 times
RATIO_MATTERS_FROM = 1024 * 1024  # a tiny part of spaces packs well and does no harm
ZIP_PARTS = 1_000
ZIP_DIRECTORY_BYTES = 300_000
ROWS = 20_000
COLUMNS = 200
TEXT_LINES = 200_000  # blank ones among them
CELL_CHARACTERS = 32_767  # Excel's own limit
TEXT_CHARACTERS = 8_000_000  # 20,000 rows of a full list have 5 million
SHEETS = 50
CPU_SECONDS = 2
WALL_SECONDS = 5
MEMORY_BYTES = 256 * 1024 * 1024
