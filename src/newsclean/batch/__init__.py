"""`newsclean batch`: files of every form in, articles in parts out, whatever happens meanwhile."""
