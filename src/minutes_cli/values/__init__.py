"""Words to values: dates, times, names, owners, votes."""
