package dev.crosswalk.engine.transform.step;

import com.sanctionco.jmail.Email;
import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import dev.crosswalk.engine.transform.Declaration;
import dev.crosswalk.engine.transform.Declaration.Trait;
import dev.crosswalk.engine.transform.Example;
import dev.crosswalk.engine.transform.Failure;
import dev.crosswalk.engine.transform.Kind;
import dev.crosswalk.engine.transform.Parameters;
import dev.crosswalk.engine.transform.Step;
import dev.crosswalk.engine.transform.StepContext;
import dev.crosswalk.engine.transform.StepFunction;
import dev.crosswalk.engine.transform.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks and tidies an e-mail address. */
public final class EmailStep implements Step {
  private static final EmailValidator VALIDATOR =
      JMail.strictValidator()
          .disallowIpDomain()
          .requireTopLevelDomain()
          .disallowExplicitSourceRouting()
          .disallowQuotedIdentifiers()
          .disallowObsoleteWhitespace();

  /** RFC 5321 allows 254 characters; longer texts need no parser. */
  private static final int LONGEST = 320;

  private static final Declaration DECLARATION =
      new Declaration(
          "email",
          "E-mail",
          "Checks that a text is one e-mail address, trims it and turns its domain to lower case;"
              + " blank text becomes null.",
          List.of(),
          Set.of(Kind.TEXT, Kind.LIST),
          Set.of(Kind.TEXT),
          Set.of(Trait.EACH, Trait.AS_TEXT, Trait.CAN_FAIL, Trait.IDEMPOTENT),
          List.of(
              Example.of(" Ada.Lovelace@Example.COM ", "Ada.Lovelace@example.com"),
              Example.of("", null),
              Example.fails(
                  Map.of(),
                  "ada(at)example.com",
                  "'ada(at)example.com' is not an e-mail address: there is no @ in it.")));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  @Override
  public StepFunction compile(Parameters parameters, StepContext context) {
    return (value, record) -> value instanceof String text ? read(text) : value;
  }

  private static @Nullable Object read(String given) {
    String text = Texts.trim(given);
    if (text.isEmpty()) {
      return null;
    }
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return failure(given, "there is no @ in it");
    }
    if (text.length() > LONGEST) {
      return failure(given, "it is longer than an address can be");
    }
    if (text.indexOf('@') != at && text.indexOf('"') < 0) {
      return failure(given, "there is more than one @ in it");
    }
    Optional<Email> email = VALIDATOR.tryParse(text);
    if (email.isEmpty() || email.get().hasIdentifier() || !email.get().comments().isEmpty()) {
      return failure(given, "the part before or after the @ is not allowed in one");
    }
    return text.substring(0, at) + "@" + text.substring(at + 1).toLowerCase(Locale.ROOT);
  }

  private static Failure failure(String given, String why) {
    return new Failure(Texts.shown(given) + " is not an e-mail address: " + why + ".");
  }
}
