"""Settings, plug-ins and services: the only place that knows concrete classes."""
