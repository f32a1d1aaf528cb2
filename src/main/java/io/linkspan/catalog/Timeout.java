package io.linkspan.catalog;

import java.time.Duration;

/**
 * A timeout of a session that is on.
 *
 * @param name the setting, such as {@code statement_timeout}
 * @param now what it is in the session; zero is off
 * @param atLogin what the role's next session has; zero is off
 * @param source where the value comes from, as {@code pg_settings} has it
 */
public record Timeout(String name, Duration now, Duration atLogin, String source) {}
