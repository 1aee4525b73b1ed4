"""Which network namespaces there are."""
