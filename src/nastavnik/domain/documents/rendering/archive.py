"""Office files are zip archives; the same content must give the same bytes."""

import io
import re
import zipfile
from datetime import date

EARLIEST = date(1980, 1, 1)  # the first day a zip archive can name
STAMPS = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def repack(archive: bytes, day: date | None = None) -> bytes:
    """The archive with every time stamp set to `day`, inside and out; entries keep their order."""
    day = max(day or EARLIEST, EARLIEST)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(target, "w") as packed:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == "docProps/core.xml":
                content = STAMPS.sub(rb"\g<1>" + day.isoformat().encode() + rb"T00:00:00Z\g<3>", content)
            stamped = zipfile.ZipInfo(entry.filename, (day.year, day.month, day.day, 0, 0, 0))
            stamped.compress_type = zipfile.ZIP_DEFLATED
            stamped.external_attr = 0o600 << 16
            packed.writestr(stamped, content)
    return target.getvalue()
