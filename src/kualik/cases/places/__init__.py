"""Places: what a written place name was said to be, and boundaries that a team brought along."""
