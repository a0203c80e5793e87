"""Who says what, measured on novels in which people have marked every speaker."""
