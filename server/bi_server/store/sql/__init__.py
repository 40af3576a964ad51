"""What differs between the databases that are served: a package each, behind the one interface `Backend`."""
