"""Measures newsclean on pages whose articles are known: ``newsclean eval CORPUS``.

``corpus`` reads the pages and their gold, ``run`` parses and scores them, ``measures`` says what is
scored, ``rows`` averages, ``floors`` and ``compare`` judge the figures, ``report`` and ``markdown``
print them. Nothing of it is imported by ``import newsclean``.
"""
