"""Our own line drawings on a field of 24 × 24, and the shapes of states on 16 × 16. The colour is that of the text."""

ICONS: dict[str, str] = {
    "back": '<path d="M20 12H5M11 5.5 4.5 12l6.5 6.5"/>',
    "ban": '<circle cx="12" cy="12" r="9"/><path d="m5.7 5.7 12.6 12.6"/>',
    "bell": '<path d="M6 10a6 6 0 0 1 12 0v4l2 3H4l2-3zM10 20h4"/>',
    "book": (
        '<path d="M12 6.5C9.5 4.8 6.5 4.5 3 5v13.5c3.5-.5 6.5-.2 9 1.5 2.5-1.7 5.5-2 '
        '9-1.5V5c-3.5-.5-6.5-.2-9 1.5zM12 6.5V20"/>'
    ),
    "calendar": '<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>',
    "chart": '<path d="M4 4v16h16M8.5 16v-4M13 16V8M17.5 16v-6"/>',
    "chat": '<path d="M4 5h16v11H10l-5 4v-4H4z"/>',
    "check": '<path d="m4.5 12.5 5 5L20 7"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "close": '<path d="m5.5 5.5 13 13M18.5 5.5l-13 13"/>',
    "copy": '<path d="M9 8h11v12H9zM15 8V4H4v12h5"/>',
    "dash": '<path d="M5 12h14"/>',
    "download": '<path d="M12 4v11M7.5 11 12 15.5 16.5 11M4 20h16"/>',
    "edit": '<path d="M4 20h4L19.5 8.5l-4-4L4 16zM13 7l4 4"/>',
    "exit": '<path d="M14 4H5v16h9M10 12h11M17 8l4 4-4 4"/>',
    "eye": '<path d="M2 12s3.6-6.5 10-6.5S22 12 22 12s-3.6 6.5-10 6.5S2 12 2 12Z"/><circle cx="12" cy="12" r="3"/>',
    "face-fair": '<circle cx="12" cy="12" r="9"/><path d="M8.5 15h7M9 9.5v.1M15 9.5v.1"/>',
    "face-good": '<circle cx="12" cy="12" r="9"/><path d="M8 14c1.5 3 6.5 3 8 0M9 9.5v.1M15 9.5v.1"/>',
    "face-hard": '<circle cx="12" cy="12" r="9"/><path d="M8 16.5c1.5-3 6.5-3 8 0M9 9.5v.1M15 9.5v.1"/>',
    "file": '<path d="M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6"/>',
    "flag": '<path d="M6 21V4h11l-2 4 2 4H6"/>',
    "gear": (
        '<circle cx="12" cy="12" r="3"/><path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.6l2.2 2.2M16.2 '
        '16.2l2.2 2.2M18.4 5.6l-2.2 2.2M7.8 16.2l-2.2 2.2"/>'
    ),
    "help": '<circle cx="12" cy="12" r="9"/><path d="M9.5 9.5c.2-3.5 5.5-3 5 .2-.3 1.8-2.5 1.9-2.5 4M12 17v.1"/>',
    "home": '<path d="M3 11.5 12 4l9 7.5M5.5 10v10h13V10"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5v.1"/>',
    "key": '<circle cx="8" cy="15" r="4"/><path d="m11 12 8.5-8.5M16 7l3 3"/>',
    "link": (
        '<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17"/>'
    ),
    "menu": '<path d="M4 6h16M4 12h16M4 18h16"/>',
    "pair": (
        '<circle cx="8" cy="8" r="3.5"/><circle cx="17" cy="9.5" r="2.5"/><path d="M2 20c.5-4 2.8-6 6-6s5.5 '
        '2 6 6M15.5 14.6c3.3-.6 5.7 1.4 6.5 5.4"/>'
    ),
    "pause": '<path d="M8 5v14M16 5v14"/>',
    "people": (
        '<circle cx="9" cy="8" r="4"/><path d="M2 21c.7-4.5 3.3-6.5 7-6.5s6.3 2 7 6.5M16 4.5a4 4 0 0 1 0 '
        '7M18.5 15.2c2 .9 3.1 2.8 3.5 5.8"/>'
    ),
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c.8-4 4-6 8-6s7.2 2 8 6"/>',
    "phone": '<path d="M5 4h4l1.5 5-2.5 1.5c1 2.5 3 4.5 5.5 5.5L15 13.5l5 1.5v4c-9 1-16-6-15-15Z"/>',
    "pin": '<path d="M9 3h6l-1 7 3 3H7l3-3zM12 13v8"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 21 21"/>',
    "shield": (
        '<path d="M12 3 4.5 6v5.5c0 5 3.2 8 7.5 9.5 4.3-1.5 7.5-4.5 7.5-9.5V6z"/><path d="m8.5 12 2.5 2.5 4.5-5"/>'
    ),
    "swap": '<path d="M4 8h14l-4-4M20 16H6l4 4"/>',
    "table": '<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14"/>',
    "trash": '<path d="M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5"/>',
    "upload": '<path d="M12 15.5V4.5M7.5 9 12 4.5 16.5 9M4 20h16"/>',
    "warn": '<path d="M12 4 2.5 20h19zM12 10v4.5M12 17.3v.1"/>',
}

SHAPES: dict[str, str] = {
    "ok": '<circle cx="8" cy="8" r="7"/>',
    "warn": '<path d="M8 1 15.5 15H.5z"/>',
    "bad": '<path d="M1 1h14v14H1z"/>',
    "idle": '<circle cx="8" cy="8" r="6"/>',
    "info": '<path d="M8 .5 15.5 8 8 15.5.5 8z"/>',
}

SEAL = (
    '<path d="m20 3 4.6 3.3 5.6-.1 1.7 5.4 4.6 3.3L34.7 20l1.8 5.3-4.6 3.3-1.7 5.4-5.6-.1L20 '
    '37l-4.6-3.1-5.6.1-1.7-5.4-4.6-3.3L5.3 20l-1.8-5.1 4.6-3.3 1.7-5.4 5.6.1z"/><path d="m13 20.5 5 5 '
    '9.5-10.5"/>'
)
MARK = (
    '<path class="brand-a" d="M3 25V8.5C3 5 5.3 3 8.5 3S14 5 14 8.5V25H9.5V9c0-1-.3-1.5-1-1.5S7.5 8 7.5 '
    '9v16z"/><path class="brand-b" d="M14 25v-9.5c0-3.2 2.3-5.2 5.5-5.2s5.5 2 5.5 '
    '5.2V25h-4.5v-9c0-1-.3-1.5-1-1.5s-1 .5-1 1.5v9z"/>'
)
