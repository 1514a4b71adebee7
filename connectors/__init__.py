"""Case-record stores: one file for each way of reaching one."""
