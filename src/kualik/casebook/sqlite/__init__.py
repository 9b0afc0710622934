"""A Django database backend on `sqlcipher3`: SQLite without the WAL-reset defect, encrypted where there is a key."""
