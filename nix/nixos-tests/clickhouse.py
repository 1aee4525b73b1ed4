# ruff: noqa: F821  the test driver gives `machine`, opening.py the functions
"""ClickHouse reads the rows into a table: numbers, names and namespaces are right."""

machine.wait_for_unit("clickhouse.service")
machine.wait_for_open_port(8123)
columns = {
    "pollNumber": "poll_number UInt64",
    "netns": "netns String",
    "netnsInode": "netns_inode UInt64",
    "inetDiagMsgState": "inet_diag_msg_state UInt32",
    "inetDiagMsgSocketSourcePort": "inet_diag_msg_socket_source_port UInt32",
    "inetDiagMsgSocketDestinationPort": "inet_diag_msg_socket_destination_port UInt32",
}
machine.succeed(f"clickhouse-client --query 'CREATE TABLE tcp ({', '.join(columns.values())}) ENGINE = MergeTree ORDER BY poll_number'")
chosen = ", ".join(f"{column.split()[0]} AS {name}" for name, column in columns.items())
wait_for_rows(f"clickhouse-client --query 'SELECT {chosen} FROM tcp ORDER BY poll_number FORMAT JSONEachRow'")
