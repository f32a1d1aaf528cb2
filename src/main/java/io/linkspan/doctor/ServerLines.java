package io.linkspan.doctor;

import io.linkspan.catalog.ConnectionRoom.Limit;
import io.linkspan.catalog.ManagedService;
import io.linkspan.catalog.StandbyFacts;
import io.linkspan.check.CopySessions;
import io.linkspan.connection.ConnectionSettings;
import io.linkspan.pg.ServerVersion;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is looked at on both ends alike. */
final class ServerLines {
  /** The most workers that linkspan chooses by itself. */
  private static final int WORKERS = 4;

  private static final int OLDEST = 13;
  private static final int NEWEST = 18;

  private ServerLines() {}

  static Observation reach(Side side) {
    ConnectionSettings settings = side.connection().settings();
    String found =
        "%s:%d, PostgreSQL %s%s, in %s"
            .formatted(
                settings.host(),
                settings.port(),
                side.server().version(),
                side.service().map(ManagedService::title).map(" on "::concat).orElse(""),
                time(side.roundTrip()));
    return Observation.of(
        Observation.REACH, found, version(side.name(), side.server().version(), side.target()));
  }

  /** What a version does not have that linkspan counts on. */
  static List<Remark> version(String name, ServerVersion version, boolean target) {
    if (version.major() < OLDEST) {
      return List.of(
          Remark.warning(
              "\"%s\" is PostgreSQL %s; linkspan is made for 13 to 18".formatted(name, version),
              target
                  ? "The journal, runs in batches and undo need full transaction ids (pg_current_xact_id), which came in 13."
                  : "Runs in batches need pg_current_snapshot, which came in 13.",
              target ? "run without journal" : "batch off"));
    }
    return version.major() <= NEWEST
        ? List.of()
        : List.of(
            Remark.note(
                "\"%s\" is PostgreSQL %s, newer than linkspan knows".formatted(name, version),
                "It was tried on 13 to 18.",
                "run dry"));
  }

  static Observation role(Side side) {
    return Observation.ok("role", role(side.server().role().name(), side.backend().superuser()));
  }

  static String role(String name, boolean superuser) {
    return name + (superuser ? ", a superuser" : ", an ordinary role");
  }

  /** A source may be a standby, if its reader is let alone long enough. */
  static Observation standby(Side side) {
    if (!side.server().standby()) {
      return Observation.ok("recovery", "a primary");
    }
    StandbyFacts standby = StandbyFacts.read(side.connection().session());
    return Observation.of("recovery", "a standby", standby(side.name(), standby));
  }

  static List<Remark> standby(String name, StandbyFacts standby) {
    if (standby.feedback() && standby.delay().equals("-1")) {
      return List.of();
    }
    return List.of(
        Remark.note(
            "replay on standby \"%s\" may end a long copy (SQLSTATE 40001)".formatted(name),
            "hot_standby_feedback is %s and max_standby_streaming_delay is %s there: rows that the primary vacuums away are kept no longer for a reader."
                .formatted(standby.feedback() ? "on" : "off", standby.delay()),
            "On %s, its administrator: ALTER SYSTEM SET hot_standby_feedback = on; SELECT pg_reload_conf();\nOr copy in smaller pieces: batch 100000"
                .formatted(name)));
  }

  static Observation connections(Side side) {
    Limit limit = side.server().state().room().tightest();
    int most = needed(side.target(), WORKERS);
    String found =
        "%d free; a copy with %d workers opens up to %d".formatted(limit.free(), WORKERS, most);
    return Observation.of("connections", found, connections(side.name(), limit, side.target()));
  }

  static List<Remark> connections(String name, Limit limit, boolean target) {
    if (limit.free() >= needed(target, WORKERS)) {
      return List.of();
    }
    String message = "\"%s\" lets the role open %d more sessions".formatted(name, limit.free());
    String cause = "%s is %d; %d are in use.".formatted(limit.name(), limit.most(), limit.used());
    long workers = limit.free() - 2;
    if (limit.free() < needed(target, 0)) {
      return List.of(
          Remark.coded(
              Remark.warning(
                  message + ", and any copy opens one",
                  cause,
                  "Close other sessions of %s, or have the limit raised.".formatted(name)),
              "53300"));
    }
    return List.of(Remark.note(message, cause, workers >= 1 ? "workers " + workers : "batch off"));
  }

  private static int needed(boolean target, int workers) {
    CopySessions sessions = CopySessions.of(workers);
    return target ? sessions.onTarget() : sessions.onSource();
  }

  static String time(Duration time) {
    return time.toMillis() < 10
        ? String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6)
        : time.toMillis() < 1000
            ? time.toMillis() + " ms"
            : String.format(Locale.ROOT, "%.1f s", time.toNanos() / 1e9);
  }
}
