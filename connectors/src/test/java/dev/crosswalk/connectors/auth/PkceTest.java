package dev.crosswalk.connectors.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The challenge is the published one (RFC 7636, appendix B), and verifiers are fit to be sent. */
final class PkceTest {

  @Test
  void publishedVector() {
    assertThat(Pkce.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
        .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
  }

  @Test
  void verifiersHave43UnreservedCharacters() {
    Random random = new Random(1);
    String first = Pkce.create(random).verifier();
    assertThat(first).matches("[A-Za-z0-9_-]{43}");
    assertThat(Pkce.create(random).verifier()).isNotEqualTo(first);
  }
}
