"""Reports from files, folders, web pages and feeds as final text."""
