package dev.crosswalk.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.connectors.definition.FailureKind;
import dev.crosswalk.engine.problem.Problem;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What others said is without secrets; our own sentences are whole, whatever the password is. */
final class RemoteProblemsTest {
  private static final String LONG = "a-secret-of-30-characters-long";

  private final Redactor redactor = new Redactor();
  private final RemoteProblems problems = new RemoteProblems("Odoo", "admin-test", redactor);

  private Problem refused(String words) {
    Answer answer = new Answer(403, "https://demo.example.com", Map.of(), null, true);
    return problems.of(FailureKind.FORBIDDEN, answer, "describe res.partner", words, null);
  }

  @Test
  void aPasswordThatIsAWordDoesNotGiveItselfAway() {
    redactor.hide("admin");
    redactor.hide("demo");
    Problem problem = refused("Only admin may.");
    assertThat(problem.what())
        .isEqualTo(
            "Odoo (connection 'admin-test') does not let this user describe res.partner: Only •••"
                + " may.");
    assertThat(problem.next()).contains("Ask the admin for the permission");
    assertThat(problems.of(new UnknownHostException("x"), "https://demo.example.com").problem())
        .extracting(Problem::what)
        .asString()
        .contains("'demo.example.com'");
    assertThat(problems.notApproved("demo.example.com").problem().next())
        .contains("--allow-host demo.example.com");
  }

  @Test
  void whatOthersSentBackIsWithoutSecrets() {
    redactor.hide("s3same");
    redactor.hide(LONG);
    assertThat(refused("bad key s3same, " + LONG).what()).doesNotContain("s3same", LONG);
    assertThat(problems.of(new IOException("peer sent s3same"), "https://x").problem().what())
        .contains("peer sent •••");
    assertThat(problems.notApproved(LONG + ".example").problem().toString()).doesNotContain(LONG);
    assertThat(problems.of(new Transport.Refused("no: " + LONG), "https://x").problem().toString())
        .doesNotContain(LONG);
  }
}
