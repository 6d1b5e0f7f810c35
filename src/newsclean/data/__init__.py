"""Rules and word tables: TOML files, each record with texts it must and must not match."""
