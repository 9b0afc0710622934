"""What is kept, and who may do what to it. One folder per noun, lowest first: see ARCHITECTURE.md."""
