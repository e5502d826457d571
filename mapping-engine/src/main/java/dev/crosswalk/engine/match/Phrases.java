package dev.crosswalk.engine.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What a field is called, as whole phrases of standard terms by which the thesaurus is asked. */
final class Phrases {
  /** The first of several is the main one: {@code NAME1}. */
  private static final Set<String> FIRST = Set.of("1", "01");

  /** With so many words a label is a sentence, of which the beginning says what the field is. */
  private static final int LONG = 5;

  /** A person's title is a position, and not what the record is called. */
  private static final String TITLE = Words.stemOf("title");

  private static final String JOB_TITLE = Thesaurus.term("job title");

  private final UnaryOperator<List<String>> standard;
  private final List<String> phrases = new ArrayList<>();
  private boolean ofPerson;

  /**
   * @param standard makes standard terms of stems
   */
  Phrases(UnaryOperator<List<String>> standard) {
    this.standard = standard;
  }

  /**
   * The phrases of one field, each once; for one call.
   *
   * @param own words of its object, and of the object that it is compared with, if it begins with
   *     them
   */
  List<String> of(Draft d, Set<String> own) {
    ofPerson = Subject.isPerson(d.own);
    addAll(d.leaf, own);
    if (!d.label.equals(d.leaf)) {
      addAll(d.label, own);
    }
    addHead(d.label);
    if (d.leaf.size() == 1 && !d.parents.isEmpty()) {
      List<String> whole = new ArrayList<>(d.parents);
      whole.addAll(d.leaf);
      addAll(whole, own);
    }
    if (d.called() != d.leaf) {
      addAll(d.called(), own);
    }
    addOfObject(d.own);
    d.role.ifPresent(role -> add(role.phrase()));
    return phrases;
  }

  private void addAll(List<String> stems, Set<String> object) {
    if (stems.isEmpty()) {
      return;
    }
    addStems(stems);
    List<String> rest = stems.stream().filter(w -> !object.contains(w)).toList();
    // The user name of a user is no name of the user.
    boolean oneTerm = stems.size() > 1 && standard.apply(stems).size() == 1;
    if (!rest.isEmpty() && rest.size() < stems.size() && !oneTerm) {
      addStems(rest);
    }
    int last = stems.size() - 1;
    if (last > 0 && FIRST.contains(stems.get(last))) {
      addStems(stems.subList(0, last));
    }
  }

  /** "Net value" of "net value of the order in the currency of the document". */
  private void addHead(List<String> label) {
    for (int i = 1; label.size() >= LONG && i < label.size(); i++) {
      if (Markers.joins(label.get(i))) {
        if (i > 1) {
          addStems(label.subList(0, i));
        }
        return;
      }
    }
  }

  /** The name of an account is a company name, too. */
  private void addOfObject(Set<String> object) {
    for (String head : List.of("name", "id")) {
      if (phrases.contains(head)) {
        object.stream().filter(Subject::isKind).sorted().forEach(kind -> add(kind + " " + head));
      }
    }
  }

  private void addStems(List<String> stems) {
    String phrase = String.join(" ", standard.apply(stems));
    add(ofPerson && phrase.equals(TITLE) ? JOB_TITLE : phrase);
  }

  private void add(String phrase) {
    if (!phrases.contains(phrase)) {
      phrases.add(phrase);
    }
  }
}
