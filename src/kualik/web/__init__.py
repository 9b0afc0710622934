"""Pages for signed-in people, one module per case folder. A page translates and decides nothing."""
