"""What leaves the building: certificates, and the bundle that answers a request."""
