"""A release as a file in another body's format. Nothing here can reach the casebook: a release is plain values."""
