"""The site: dossiers as pages for browsers, drawn on the server, readable without script."""

from pourparlers.web.app import create_app

__all__ = ["create_app"]
