package io.linkspan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.linkspan.catalog.CatalogSamples;
import io.linkspan.catalog.Column;
import io.linkspan.catalog.Table;
import io.linkspan.catalog.TableSample;
import io.linkspan.pg.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns are taken for one under two names, and which never are. */
final class LikelyRenamesTest {
  private static List<String> pairs(TableSample from, TableSample into) {
    Table target = into.table();
    return LikelyRenames.between(from.table(), target, CatalogSamples.catalog("main", target))
        .stream()
        .map(Rename::pair)
        .toList();
  }

  private static TableSample table(String name, String column, String type) {
    return CatalogSamples.table(name).column(column, type);
  }

  @ParameterizedTest
  @CsvSource({
    "user_name, username",
    "UserName, user_name",
    "ID, id",
    "e_mail, email",
    "mail, email",
    "email_address, email",
    "EmailAddr, email",
    "addr, address",
    "home_addr, home_address",
    "qty, quantity",
    "desc, description",
    "tel, phone",
    "phone_number, phone",
    "telephone_no, phone",
    "fname, first_name",
    "lname, last_name",
    "surname, last_name",
    "zip, postcode",
    "zip_code, post_code",
    "tag, tags",
    "category, categories",
    "notes, note",
    "created_date, date_created",
    "total_price, price_total",
    "adress, address",
    "recieved_by, received_by",
    "user_email, email",
    "email, user_email",
    "name, user_name",
    "name, username"
  })
  void these_texts_are_one(String from, String into) {
    String type = "text";

    assertThat(pairs(table("archived_users", from, type), table("users", into, type)))
        .containsExactly(into + " = " + new Identifier(from).quoted());
  }

  @ParameterizedTest
  @CsvSource({
    "created, created_at",
    "creation_date, created_at",
    "date_created, created_on",
    "dob, birth_date",
    "birthday, date_of_birth",
    "modified_at, updated_at",
    "last_modified, updated_at",
    "joined, date_joined",
    "deletion_time, deleted_at"
  })
  void these_moments_are_one(String from, String into) {
    String type = "timestamp with time zone";

    assertThat(pairs(table("s", from, type), table("t", into, type)))
        .containsExactly(into + " = " + from);
  }

  @ParameterizedTest
  @CsvSource({
    "id, oid",
    "id, uid",
    "name, title",
    "state, stage",
    "cost, cast",
    "line1, line2",
    "address1, address",
    "created_at, updated_at",
    "first_name, last_name",
    "price, prize",
    "a, b",
    "user_id, team_id",
    "begin, end",
    "city, country"
  })
  void these_are_two(String from, String into) {
    assertThat(pairs(table("s", from, "text"), table("t", into, "text"))).isEmpty();
  }

  @Test
  void a_table_s_name_before_a_column_counts_for_that_table_alone() {
    assertThat(pairs(table("orders", "user_name", "text"), table("orders", "name", "text")))
        .isEmpty();
    assertThat(pairs(table("users", "user_name", "text"), table("people", "name", "text")))
        .containsExactly("name = user_name");
  }

  @Test
  void types_must_fit_the_better_the_less_the_names_do() {
    assertThat(pairs(table("s", "flag", "boolean"), table("t", "flags", "point"))).isEmpty();
    assertThat(pairs(table("s", "qty", "text"), table("t", "quantity", "integer")))
        .containsExactly("quantity = qty::integer");
    assertThat(pairs(table("s", "adress", "text"), table("t", "address", "integer"))).isEmpty();
    assertThat(pairs(table("users", "name", "integer"), table("users", "user_name", "text")))
        .isEmpty();
  }

  @Test
  void each_column_is_in_one_pair_the_surest_first() {
    TableSample from =
        CatalogSamples.table("users").column("name", "text").column("user_name", "text");
    TableSample into =
        CatalogSamples.table("users").column("username", "text").column("full_name", "text");

    assertThat(pairs(from, into)).containsExactly("username = user_name");
  }

  @Test
  void the_pairs_come_in_the_order_of_the_target() {
    TableSample from =
        CatalogSamples.table("s").column("e_mail", "text").column("user_name", "text");
    TableSample into = CatalogSamples.table("t").column("username", "text").column("email", "text");

    assertThat(pairs(from, into)).containsExactly("username = user_name", "email = e_mail");
  }

  @Test
  void a_generated_column_gets_no_value_and_a_numbered_one_only_by_its_own_name() {
    TableSample computed =
        table("t", "email", "text").generated(Column.Generated.STORED, "lower(x)");
    TableSample numbered = table("users", "id", "integer").identity(Column.Identity.BY_DEFAULT);

    assertThat(pairs(table("s", "e_mail", "text"), computed)).isEmpty();
    assertThat(pairs(table("users", "user_id", "integer"), numbered)).isEmpty();
    assertThat(pairs(table("users", "ID", "integer"), numbered)).containsExactly("id = \"ID\"");
  }

  @Test
  void columns_that_a_name_matched_or_the_user_chose_are_left_alone() {
    Table from =
        CatalogSamples.table("s")
            .column("a", "text")
            .column("user_name", "text")
            .column("e_mail", "text")
            .table();
    Table into =
        CatalogSamples.table("t")
            .column("a", "text")
            .column("username", "text")
            .column("email", "text")
            .table();

    assertThat(PlanSamples.plan(from, into, "").likelyRenames()).hasSize(2);
    assertThat(PlanSamples.plan(from, into, "(a)").likelyRenames()).isEmpty();
    assertThat(PlanSamples.plan(from, into, "map username = default").likelyRenames())
        .extracting(Rename::pair)
        .containsExactly("email = e_mail");
    assertThat(PlanSamples.plan(from, into, "map username = upper(e_mail)").likelyRenames())
        .isEmpty();
    assertThat(
            PlanSamples.plan(from, into, "map username = user_name, email = e_mail")
                .likelyRenames())
        .isEmpty();
  }

  @Test
  void a_pair_that_would_drop_the_zone_names_one() {
    assertThat(
            pairs(
                table("s", "created", "timestamp with time zone"),
                table("t", "created_at", "timestamp without time zone")))
        .containsExactly("created_at = created at time zone 'UTC'");
  }
}
