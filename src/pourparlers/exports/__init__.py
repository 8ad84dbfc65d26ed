"""One export format a module: each turns the view of a dossier into the objects of JSON Lines."""
