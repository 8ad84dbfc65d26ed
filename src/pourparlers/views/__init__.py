"""Read models shared by all front ends."""
