"""Free questions: what is asked for, which facts and sentences answer it, or that nothing does."""
