package io.linkspan.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every event as docs/events.md shows it; -Ddocs.update=true writes its examples anew. */
final class EventsDocTest {
  private static final Path PAGE = Path.of("docs/events.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```\n");
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

  private static Map<String, JsonElement> samples() {
    Map<String, JsonElement> samples = new LinkedHashMap<>();
    for (String line : EventSamples.all()) {
      JsonObject event = JsonParser.parseString(line).getAsJsonObject();
      samples.put(event.get("event").getAsString(), event);
    }
    return samples;
  }

  private static String page() throws IOException {
    String page = Files.readString(PAGE);
    if (Boolean.getBoolean("docs.update")) {
      List<JsonElement> samples = new ArrayList<>(samples().values());
      Matcher examples = EXAMPLE.matcher(page);
      page =
          examples.replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      "```json\n" + GSON.toJson(samples.remove(0)) + "\n```\n"));
      Files.writeString(PAGE, page);
    }
    return page;
  }

  @Test
  void the_page_shows_an_event_of_every_kind_as_it_is() throws IOException {
    Map<String, JsonElement> shown = new LinkedHashMap<>();
    for (Matcher found = EXAMPLE.matcher(page()); found.find(); ) {
      JsonObject event = JsonParser.parseString(found.group(1)).getAsJsonObject();
      shown.put(event.get("event").getAsString(), event);
    }

    assertThat(shown).isEqualTo(samples());
  }

  @Test
  void every_event_is_one_line_and_begins_with_its_name_and_version() {
    assertThat(EventSamples.all())
        .allSatisfy(
            line -> {
              assertThat(line).startsWith("{\"event\":\"").endsWith("}\n");
              assertThat(line.lines().count()).isEqualTo(1);
              JsonObject event = JsonParser.parseString(line).getAsJsonObject();
              assertThat(event.get("version").getAsInt()).isEqualTo(1);
            });
  }

  @Test
  void the_page_has_a_heading_for_every_event() throws IOException {
    String page = page();
    assertThat(samples().keySet())
        .allSatisfy(name -> assertThat(page).contains("## `" + name + "`"));
  }
}
