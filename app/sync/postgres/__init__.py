"""The shared store on PostgreSQL; psycopg is imported by those modules that use it, so by no seat that is alone."""
