package dev.crosswalk.connectors.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;

/** Protects the hand-checked answers: all targets have one, and every source field exists. */
class AnswersTest {
  @ParameterizedTest
  @ValueSource(strings = {"northwind", "contoso", "fabrikam"})
  void coverTheDemoModelAndNameFieldsThatExist(String id) throws IOException {
    Map<?, ?> answers = (Map<?, ?>) yaml("sandbox/answers/" + id + ".yaml").get("objects");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(Clock.systemUTC()))) {
      for (String target : List.of("person", "company", "deal", "ticket")) {
        Map<?, ?> answer = (Map<?, ?>) answers.get(target);
        Map<?, ?> fields = (Map<?, ?>) answer.get("fields");
        Map<?, ?> model = (Map<?, ?>) yaml("demo/schemas/acme/" + target + ".yaml").get("objects");
        assertThat(new TreeSet<>(names(fields)))
            .isEqualTo(
                new TreeSet<>(names((Map<?, ?>) ((Map<?, ?>) model.get(target)).get("fields"))));
        Set<String> known = fieldsOf(sandbox.account(id), String.valueOf(answer.get("source")));
        for (Object value : fields.values()) {
          for (String source : sources((Map<?, ?>) value)) {
            assertThat(known).as(target).contains(source);
          }
        }
      }
    }
  }

  private static List<String> names(Map<?, ?> map) {
    return map.keySet().stream().map(String::valueOf).toList();
  }

  /** The first steps of all paths; a reference is named by its relationship. */
  private static List<String> sources(Map<?, ?> answer) {
    List<Object> all = new ArrayList<>();
    for (Object each : new Object[] {answer.get("from"), answer.get("or")}) {
      if (each instanceof List<?> list) {
        all.addAll(list);
      } else if (each != null) {
        all.add(each);
      }
    }
    return all.stream().map(path -> String.valueOf(path).replaceAll("\\..*", "")).toList();
  }

  private static Set<String> fieldsOf(SandboxAccount account, String object) {
    Set<String> names = new TreeSet<>();
    if (account.dialect().equals("hubspot")) {
      JsonNode list =
          new Client(account)
              .token(account.credential("token"))
              .json("/crm/properties/2026-09/" + object);
      list.path("results").values().forEach(p -> names.add(p.path("name").asString()));
    } else {
      JsonNode describe =
          Client.signedIn(account).json("/services/data/v67.0/sobjects/" + object + "/describe");
      for (JsonNode field : describe.path("fields").values()) {
        names.add(field.path("name").asString());
        names.add(field.path("relationshipName").asString(""));
      }
    }
    return names;
  }

  private static Map<?, ?> yaml(String resource) throws IOException {
    try (InputStream in =
        AnswersTest.class.getResourceAsStream("/dev/crosswalk/assets/" + resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }
  }
}
