package io.linkspan.testing;

import io.linkspan.sandbox.Access;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** SQL for tests that are not about connections; a failure is an AssertionError. */
public final class Jdbc {
  private Jdbc() {}

  /** A new connection, for the caller to close. */
  public static Connection connect(Access access) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", access.login().user());
    properties.setProperty("password", access.login().password());
    properties.setProperty("ApplicationName", "test");
    String url =
        "jdbc:postgresql://" + access.host() + ":" + access.port() + "/" + access.database();
    return DriverManager.getConnection(url, properties);
  }

  /** Runs one or more statements. */
  public static void execute(Access access, String sql) {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage() + "\nin: " + sql, e);
    }
  }

  /** The rows of a query, each as its values joined by {@code |}. */
  public static List<String> query(Access access, String sql) {
    try (Connection connection = connect(access);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(result.getString(i));
        }
        rows.add(String.join("|", values));
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(e.getMessage() + "\nin: " + sql, e);
    }
  }
}
