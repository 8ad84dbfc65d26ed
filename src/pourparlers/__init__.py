"""Pourparlers reads news articles on a peace process and rebuilds it as a chronicle."""

__version__ = "0.1.0"
