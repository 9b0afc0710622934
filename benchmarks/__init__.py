"""What `./kualik bench` runs: ours and the named peer, side by side in one run."""
