package io.linkspan.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.pg.Identifier;
import io.linkspan.pg.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.sf.jsqlparser.parser.CCJSqlParserTreeConstants;
import net.sf.jsqlparser.statement.select.Select;

/** What holds for every text. */
final class EverySqlTextTest {
  @Provide
  Arbitrary<String> sqlLike() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            ("select|insert into|delete from|with|as|(|)|[|]|;|,|.|::|:|:x|:'x'|:\"x\"|'|''|\"|$$|$t$"
                    + "|$1|--|\n|/*|*/|\\|E'|U&'|U&\"|a|\"B\"|'lit'|1|1.5e3|+-|->|@|=| |\t|on conflict"
                    + "|do update set|begin atomic|end|create function|dblink|é|\0|values|from|union")
                .split("\\|"));
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Property
  void tokens_and_white_space_are_the_whole_text(@ForAll("sqlLike") String text) {
    StringBuilder rebuilt = new StringBuilder();
    for (SqlToken token : SqlLexer.tokens(text)) {
      String gap = text.substring(rebuilt.length(), token.begin());
      assertThat(gap.chars().allMatch(c -> Characters.isSpace((char) c))).isTrue();
      rebuilt.append(gap).append(token.text());
      assertThat(rebuilt.length()).isEqualTo(token.end());
    }

    assertThat(text).startsWith(rebuilt);
    assertThat(Characters.skipSpace(text, rebuilt.length())).isEqualTo(text.length());
  }

  @Property
  void nothing_that_is_typed_makes_a_reader_throw(@ForAll("sqlLike") String text) {
    for (SqlToken token : SqlLexer.tokens(text)) {
      token.identifier();
      token.stringValue();
    }
    Completeness.ofSql(text);
    Completeness.ofCommand(text);
    ContinuedLines.joined(text);
    Tokens.of(text).splitTopLevel(",");
    ExpressionText.parse(text);
    SelectText.parse(text);
    SelectText.parse("select " + text);
    ConflictClause.parse(text);
    DblinkInsert.parse(text);
    DblinkInsert.parse("insert into x select " + text + " from dblink('c','q') t(a int)");
  }

  @Provide
  Arbitrary<String> almostQueries() {
    return Arbitraries.of(
            ("with |with recursive |a |delete |values |as |as |materialized |( |( |) |) |, |select 1 "
                    + "|delete from t |delete from t returning 1 |insert into t select 1 |update t set b = 1 "
                    + "|merge into t using s on true when matched then delete |table t |from t |into x "
                    + "|search depth first by a set b |cycle a set by using c |; |as into |t.into ")
                .split("\\|"))
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 5000)
  void what_the_parser_takes_for_more_than_a_read_is_a_problem(
      @ForAll("almostQueries") String text) {
    Optional<SyntaxTree> tree = SqlParsing.statement(text).value();

    if (SingleRead.problems(text).isEmpty() && tree.isPresent()) {
      assertThat(tree.get().parsed()).isInstanceOf(Select.class);
      assertThat(tree.get().offsets(CCJSqlParserTreeConstants.JJTPARENTHESEDDELETE)).isEmpty();
      assertThat(tree.get().offsets(CCJSqlParserTreeConstants.JJTPARENTHESEDINSERT)).isEmpty();
      assertThat(tree.get().offsets(CCJSqlParserTreeConstants.JJTPARENTHESEDUPDATE)).isEmpty();
    }
  }

  @Property
  void split_loses_no_statement(@ForAll("sqlLike") String text) {
    SplitText split = Statements.split(text);

    int at = 0;
    for (StatementText statement : split.statements()) {
      assertThat(statement.begin()).isGreaterThanOrEqualTo(at);
      assertThat(text.startsWith(statement.text(), statement.begin())).isTrue();
      at = statement.end();
    }
    assertThat(split.remainderBegin()).isGreaterThanOrEqualTo(at);
    assertThat(text.startsWith(split.remainder(), split.remainderBegin())).isTrue();
  }

  @Property
  void a_quoted_value_reads_back_as_itself(@ForAll String any) {
    String value = any.replaceAll("[\0\\p{Cs}]", "");

    for (String sql : List.of(Literal.quoted(value), Literal.dollarQuoted(value, "q"))) {
      List<SqlToken> tokens = SqlLexer.tokens(sql);
      assertThat(tokens).hasSize(1);
      assertThat(tokens.get(0).stringValue()).contains(value);
    }
  }

  @Property
  void a_quoted_identifier_reads_back_as_itself(@ForAll("sqlLike") String any) {
    Identifier name = new Identifier("x" + any.replace("\0", ""));

    List<SqlToken> tokens = SqlLexer.tokens(name.quoted());

    assertThat(tokens).hasSize(1);
    assertThat(tokens.get(0).identifier()).contains(name);
  }

  @Property
  void substitution_leaves_quotes_and_comments_alone(@ForAll("sqlLike") String any) {
    String inside = any.replace("\0", "") + ":x :'x' :\"x\"";
    Map<String, String> values = Map.of("x", "VALUE");

    for (String quoted :
        List.of(
            Literal.quoted(inside),
            Literal.dollarQuoted(inside, "q"),
            '"' + inside.replace("\"", "\"\"") + '"',
            "--" + inside.replaceAll("[\r\n]", " "),
            "/*" + inside.replace("/", "").replace("*", "") + "*/")) {
      assertThat(Variables.substitute(quoted, values)).isEqualTo(quoted);
    }
  }

  @Property
  void substitution_of_unknown_names_changes_nothing(@ForAll("sqlLike") String text) {
    assertThat(Variables.substitute(text, Map.of("unknown_name", "v"))).isEqualTo(text);
  }
}
