"""Lines to clips: the store, the workers, going on after an interruption."""
