//! Loopline's state: signals over the domain, one write path, undo, persistence.
