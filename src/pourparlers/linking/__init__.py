"""Readings -> Linked: families of reprints, the same thing in several articles, days sharpened together, contradictions, answers.

link(readings, redate) -> Linked
"""
