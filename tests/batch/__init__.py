"""`newsclean batch`: tests, and the archives they read."""
