package io.linkspan.command;

import io.linkspan.check.CheckId;
import io.linkspan.check.Finding;
import io.linkspan.connection.ColumnHead;
import io.linkspan.connection.OpenConnection;
import io.linkspan.connection.ResultListener;
import io.linkspan.connection.Secret;
import io.linkspan.connection.Session;
import io.linkspan.connection.TransactionStatus;
import io.linkspan.connection.TypedLinks;
import io.linkspan.pasted.Passage;
import io.linkspan.pasted.TypedCalls;
import io.linkspan.pg.ErrorFields;
import io.linkspan.pg.Identifier;
import io.linkspan.pg.UserException;
import io.linkspan.report.Messages;
import io.linkspan.report.Page;
import io.linkspan.sql.DblinkCalls;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Lets typed statements that call dblink through, without the passwords in them. */
final class TypedDblink {
  private static final TypedCalls.Secrets SECRETS =
      new TypedCalls.Secrets() {
        @Override
        public boolean surely(String text) {
          return TypedLinks.holdsSecret(text);
        }

        @Override
        public boolean maybe(String text) {
          return TypedLinks.mayHoldSecret(text);
        }
      };

  private TypedDblink() {}

  /**
   * What comes of a statement.
   *
   * @param sending sends a text and shows its results
   * @throws UserException where it must not be sent
   */
  static Outcome pass(
      OpenConnection connection, String sql, Page page, Function<String, Outcome> sending) {
    requireReadAlike(connection, sql);
    boolean open =
        !connection.isLost() && connection.session().transactionStatus() != TransactionStatus.IDLE;
    Passage passage = TypedCalls.of(sql, SECRETS, home(connection), open);
    if (passage instanceof Passage.Refused refused) {
      throw new UserException(UserException.Kind.CHECK, refused.why());
    }
    if (passage instanceof Passage.Connect connect) {
      return new Outcome.Results(
          "SELECT " + connect.function(),
          listener -> {
            dropLeftovers(connection.session());
            connect(connection.session(), connect, listener);
          });
    }
    if (passage instanceof Passage.Through through) {
      return told(
          through.findings(),
          page,
          during(connection, through.links(), sending.apply(through.sql())));
    }
    Outcome sent = sending.apply(sql);
    return told(
        ((Passage.AsTyped) passage).findings(),
        page,
        DblinkCalls.in(sql).isEmpty() ? sent : during(connection, Map.of(), sent));
  }

  /** Refuses a text whose constants the server would read otherwise. */
  static void requireReadAlike(OpenConnection connection, String sql) {
    if (misread(connection, sql)) {
      throw new UserException(
          UserException.Kind.CHECK,
          ErrorFields.of(
                  "a backslash in a string constant hides where a dblink call's password ends")
              .withDetail("standard_conforming_strings is off in this session.")
              .withHint("SET standard_conforming_strings = on; or write such a constant as E'…'."));
    }
  }

  /** Whether a schema is the one of the extension; any may be, where that cannot be asked. */
  static Predicate<Identifier> home(OpenConnection connection) {
    return typed ->
        connection.isLost()
            || connection.session().transactionStatus() == TransactionStatus.FAILED
            || TypedLinks.schema(connection.session()).map(typed::equals).orElse(true);
  }

  /** Why the text may neither be shown nor sent: a password that no connection's name replaces. */
  static Optional<Finding> kept(OpenConnection connection, String sql) {
    return TypedCalls.kept(sql, SECRETS, home(connection))
        .map(why -> new Finding(CheckId.PASSWORD_IN_TEXT, Finding.Severity.ERROR, why));
  }

  /**
   * Whether the server would read the constants of a dblink call otherwise than they are read here.
   */
  static boolean misread(OpenConnection connection, String sql) {
    return DblinkCalls.mentioned(sql) && constantsMisread(connection, sql);
  }

  /** Whether the server would end a constant elsewhere than it is ended here. */
  static boolean constantsMisread(OpenConnection connection, String sql) {
    return sql.indexOf('\\') >= 0
        && !connection.isLost()
        && !connection.session().takesBackslashesAsTheyAre()
        && DblinkCalls.plainBackslashes(sql);
  }

  /** What is to be said of the calls in a statement that is not sent. */
  static List<Finding> findings(OpenConnection connection, String sql) {
    Passage passage = TypedCalls.of(sql, SECRETS, home(connection), false);
    if (passage instanceof Passage.Refused refused) {
      return List.of(new Finding(CheckId.PASSWORD_IN_TEXT, Finding.Severity.ERROR, refused.why()));
    }
    return passage instanceof Passage.AsTyped as ? as.findings() : List.of();
  }

  private static Outcome told(List<Finding> findings, Page page, Outcome outcome) {
    return findings.isEmpty()
        ? outcome
        : new Outcome.Several(
            List.of(new Outcome.Shown(Messages.remarks(findings, page)), outcome));
  }

  /** The result that the server gives for the same call in a SELECT. */
  private static void connect(Session session, Passage.Connect connect, ResultListener listener) {
    TypedLinks.connect(session, connect.function(), connect.name(), new Secret(connect.conninfo()));
    listener.columns(List.of(new ColumnHead(connect.function(), "text")));
    listener.row(List.of(Optional.of("OK")));
    listener.endOfRows(1);
  }

  private static Outcome during(
      OpenConnection connection, Map<String, String> links, Outcome outcome) {
    if (!(outcome instanceof Outcome.Results results)) {
      throw new IllegalStateException("typed SQL gives results");
    }
    return new Outcome.Results(
        results.sql(),
        listener -> {
          Session session = connection.session();
          dropLeftovers(session);
          try {
            links.forEach((name, conninfo) -> open(session, name, conninfo));
            results.source().accept(listener);
          } catch (RuntimeException e) {
            closeAfter(e, session, links);
            throw e;
          }
          close(session, links);
        });
  }

  /** What a cancel or a failed transaction left open must not be in the way of the next. */
  private static void dropLeftovers(Session session) {
    if (!session.isClosed() && session.transactionStatus() == TransactionStatus.IDLE) {
      TypedLinks.open(session).stream()
          .filter(name -> name.startsWith(TypedCalls.PREFIX))
          .forEach(name -> TypedLinks.disconnect(session, name));
    }
  }

  private static void open(Session session, String name, String conninfo) {
    if (TypedLinks.open(session).contains(name)) {
      // Left open by a statement that failed within this transaction.
      TypedLinks.disconnect(session, name);
    }
    TypedLinks.connect(session, "dblink_connect", Optional.of(name), new Secret(conninfo));
  }

  /** The statement's own error is the one to tell; what stays open is dropped later. */
  private static void closeAfter(RuntimeException e, Session session, Map<String, String> links) {
    try {
      close(session, links);
    } catch (UserException closing) {
      e.addSuppressed(closing);
    }
  }

  private static void close(Session session, Map<String, String> links) {
    if (links.isEmpty()
        || session.isClosed()
        || session.transactionStatus() == TransactionStatus.FAILED) {
      return;
    }
    List<String> open = TypedLinks.open(session);
    links.keySet().stream()
        .filter(open::contains)
        .forEach(name -> TypedLinks.disconnect(session, name));
  }
}
