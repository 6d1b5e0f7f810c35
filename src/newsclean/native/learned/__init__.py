"""Compiled twins of `newsclean.label.learned`: what the model sees, and its trees."""
