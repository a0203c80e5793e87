"""How the time for hard text grows with its length."""
