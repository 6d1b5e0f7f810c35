"""The tests against real engines, marked `engines`."""
