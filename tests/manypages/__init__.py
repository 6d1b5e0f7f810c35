"""Many pages: tests, and the tasks they need in worker processes."""
