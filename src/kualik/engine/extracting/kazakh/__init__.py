"""The reader of Kazakh."""
