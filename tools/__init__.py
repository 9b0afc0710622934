"""What stands behind ./kualik test, lint, bench and docs. Run in the development environment, never shipped."""
