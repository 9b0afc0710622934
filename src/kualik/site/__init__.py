"""A public release as static pages. Nothing here can reach the casebook: a release is plain values."""
