"""What other machines bring, and what they cost: efficiency, CPU, memory, and what kills do."""
