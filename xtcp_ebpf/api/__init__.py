"""gRPC: services that translate, and who may call them. They ask the daemon through control.Control and know nothing else of it."""
