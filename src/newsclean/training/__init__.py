"""Trains the model that newsclean comes with: ``python -m newsclean.training CORPUS``.

Needs the extra ``train``. From the same corpus it writes the same file, bit for bit.
"""
