package dev.crosswalk.app.studio.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosswalk.engine.match.Reason;
import dev.crosswalk.engine.match.Reason.Count;
import dev.crosswalk.engine.match.Reason.Kind;
import dev.crosswalk.engine.match.Reason.OneOf;
import dev.crosswalk.engine.match.Reason.Term;
import dev.crosswalk.engine.match.Reason.Text;
import dev.crosswalk.engine.match.SecondOpinion;
import dev.crosswalk.engine.match.Why;
import dev.crosswalk.engine.match.Why.Clause;
import dev.crosswalk.engine.match.Why.Joint;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All that the engine can say of a suggestion is said in German too, with the same arguments. */
class ReasonTextsTest {
  private static final Pattern HOLE = Pattern.compile("\\{\\d}");
  private static final Pattern EVIDENCE =
      Pattern.compile("String name\\(\\) \\{\\s*return \"(\\w+)\";");
  private static final ReasonTexts GERMAN = ReasonTexts.load(Locale.GERMANY);

  @Test
  void german_has_every_reason_and_every_word_and_nothing_else() {
    Set<String> needed = new TreeSet<>(Set.of("or"));
    for (Kind kind : Kind.values()) {
      needed.add(kind.word());
      assertThat(holes(GERMAN.sentence(kind))).as(kind.word()).isEqualTo(holes(kind.english()));
    }
    for (Term term : Term.values()) {
      needed.add(term.word());
    }
    for (Joint joint : Joint.values()) {
      needed.add("joint." + joint.name().toLowerCase(Locale.ROOT));
    }
    assertThat(GERMAN.keys()).containsExactlyInAnyOrderElementsOf(needed);
  }

  /** The bars of the review: a kind of evidence without a text would show its word in files. */
  @Test
  void every_kind_of_evidence_has_a_name_in_the_window() throws IOException {
    Set<String> kinds = new TreeSet<>(Set.of("history", "structure", SecondOpinion.NAME));
    EVIDENCE.matcher(SourceTexts.match()).results().forEach(r -> kinds.add(r.group(1)));
    assertThat(kinds).hasSizeGreaterThan(8).contains("thesaurus");
    Texts german = Texts.load(Locale.GERMANY);
    assertThat(kinds)
        .allSatisfy(
            kind -> assertThat(german.word("mapping.evidence.", kind)).as(kind).isNotEqualTo(kind));
  }

  @Test
  void says_a_whole_sentence_and_leaves_names_as_they_are() {
    Why why =
        new Why(
            List.of(
                new Clause(
                    Joint.AND, reason(Kind.MEAN_THE_SAME, new Text("Tier {1}"), new Text("level"))),
                new Clause(Joint.AND, reason(Kind.SAME_VALUES)),
                new Clause(
                    Joint.BUT,
                    reason(
                        Kind.ABOUT_ANOTHER,
                        new OneOf(List.of(Term.USER, Term.PERSON)),
                        new OneOf(List.of(Term.COMPANY)))),
                new Clause(Joint.ASIDE, reason(Kind.ACCEPTED_FOR_MANY, new Count(3)))));
    assertThat(Texts.load(Locale.GERMANY).of(why))
        .isEqualTo(
            "„Tier {1}“ und „level“ bedeuten dasselbe, gleiche Werte, aber es geht um einen"
                + " Benutzer oder eine Person, beim Ziel um eine Firma; für 3 Kunden angenommen");
    assertThat(Texts.load(Locale.ENGLISH).of(why))
        .isEqualTo(why.english())
        .isEqualTo(
            "'Tier {1}' and 'level' mean the same, same values, but it is about a user or a"
                + " person, and the target about a company; accepted for 3 customers");
  }

  private static Reason reason(Kind kind, Reason.Argument... arguments) {
    return new Reason(kind, List.of(arguments));
  }

  private static Set<String> holes(String sentence) {
    return HOLE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
