package io.linkspan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a managed service is recognised. */
final class ManagedServiceTest {
  @ParameterizedTest
  @CsvSource({
    "mydb.c9akciq32.eu-west-1.rds.amazonaws.com, RDS",
    "prod.postgres.database.azure.com, AZURE",
    "db.abcdefghijkl.supabase.co, SUPABASE",
    "aws-0-eu-central-1.pooler.supabase.com, SUPABASE",
    "ep-cool-darkness-123456.us-east-2.aws.NEON.tech, NEON",
    "0123.4567.europe-west1.sql.goog, CLOUD_SQL"
  })
  void a_service_is_told_by_the_end_of_its_hosts_names(String host, ManagedService service) {
    assertThat(ManagedService.ofHost(host)).contains(service);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1", "neon.tech.example.org", "myneon-tech.org", "localhost"})
  void other_hosts_are_of_no_service(String host) {
    assertThat(ManagedService.ofHost(host)).isEmpty();
  }

  @Test
  void a_service_is_told_by_its_administrators_role() {
    assertThat(ManagedService.ofRoles(List.of("neon_superuser"))).contains(ManagedService.NEON);
    assertThat(ManagedService.ofRoles(List.of("postgres"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ep-cool-darkness-123456-pooler.us-east-2.aws.neon.tech, 5432, true",
    "ep-cool-darkness-123456.us-east-2.aws.neon.tech, 5432, false",
    "db.abcdefghijkl.supabase.co, 6543, true",
    "db.abcdefghijkl.supabase.co, 5432, false",
    "aws-0-eu-central-1.pooler.supabase.com, 5432, true",
    "db-pooler.example.org, 6543, false"
  })
  void a_services_pooler_is_told_by_its_address(String host, int port, boolean pooler) {
    assertThat(ManagedService.isPooler(host, port)).isEqualTo(pooler);
  }
}
