"""`python -m kualik` is the same as `kualik`."""

from kualik.cli import main

main()
