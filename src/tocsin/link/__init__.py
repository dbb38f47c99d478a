"""Claims become incidents, actors and links, each with its reasons."""
