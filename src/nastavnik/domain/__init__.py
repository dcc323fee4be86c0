"""The rooms of the domain: what mentoring is, without pages. Upper rooms may ask lower ones, never the other way."""
