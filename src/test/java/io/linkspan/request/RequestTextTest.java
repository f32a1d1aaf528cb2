package io.linkspan.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.sql.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that is written and read again is the same request. */
final class RequestTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive:legacy.people -> main:crm.users",
        "archive:people -> main:users (username, \"E Mail\")",
        "archive:people -> main:users map email = lower(email), id = default where active",
        "archive:people -> main:users distinct on conflict preserve",
        "archive:people -> main:users distinct on (email, lower(name)) order by t.at desc, id",
        "archive:people -> main:users on conflict (email) overwrite truncate",
        "archive:people -> main:users on conflict overwrite batch off",
        "archive:people -> main:users on conflict fail batch 500 rows workers 3",
        "archive:people -> main:users on conflict (a) do update set b = excluded.b where users.c"
            + " workers 2",
        "archive:(select a, 'b; c' from t where x = ')') -> main:users where a > 1",
        "old-archive:people -> \"Main DB\":users",
      })
  void a_text_comes_back(String text) {
    CopyRequest request = CopyParser.parse(Tokens.of(text));

    assertThat(RequestText.of(request, "archive", "main")).isEqualTo(text);
    assertThat(CopyParser.parse(Tokens.of(RequestText.of(request, "x", "y")))).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive:(select a -- why\n from t -- end\n) -> main:users",
        "archive:people -> main:users where a -- one\n and b -- two\n batch 5 rows",
        "archive:people -> main:users map a = b -- c\n, d = e -- f\n where true",
      })
  void a_comment_swallows_nothing(String text) {
    CopyRequest request = CopyParser.parse(Tokens.of(text));

    assertThat(CopyParser.parse(Tokens.of(RequestText.of(request, "x", "y")))).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(strings = {"people -> users", "(select 1 as a) -> users where a = 1"})
  void connections_that_the_route_chose_are_named(String text) {
    CopyRequest request = CopyParser.parse(Tokens.of(text));

    assertThat(RequestText.of(request, "archive", "main"))
        .isEqualTo("archive:" + text.replace("-> ", "-> main:"));
  }
}
