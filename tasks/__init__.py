"""What the machine does, in steps that Prefect runs, retries and shows."""
