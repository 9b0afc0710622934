"""The folder that holds a casebook: its database, its vault of originals, its keys."""
