"""The texts of the demo casebook, all fictional, and what its users decided about them; see PROVENANCE.md."""
