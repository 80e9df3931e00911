"""What benchmark rows say: tables in Markdown, and figures."""
