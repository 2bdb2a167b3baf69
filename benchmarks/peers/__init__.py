"""Other site generators on the same records: converters that write their sources and settings."""
