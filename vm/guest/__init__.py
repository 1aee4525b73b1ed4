"""What runs in a guest."""
