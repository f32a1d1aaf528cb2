package io.linkspan.connection;

/** Where a session stands with its transaction, as the server told with its last answer. */
public enum TransactionStatus {
  IDLE,
  OPEN,
  FAILED
}
