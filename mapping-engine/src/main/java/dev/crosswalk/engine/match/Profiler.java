package dev.crosswalk.engine.match;

import dev.crosswalk.engine.match.ReferencePaths.Crossing;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.Schema;
import dev.crosswalk.engine.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Works out the {@link FieldProfile}s of both schemas of a request, so that words can be weighed.
 */
final class Profiler {
  private static final int[] NONE = {};
  private static final int MOST_VALUES = 60;
  private static final double PARENT = 0.4;
  private static final double OBJECT = 0.25;

  private static final String STATUS = Words.stemOf("status");
  private static final List<String> VALUE = List.of(Words.stemOf("value"));

  private final Thesaurus thesaurus;
  private final Words words;
  private final Twins twins;

  /** Only saves work. */
  private final Map<List<String>, List<String>> standard = new HashMap<>();

  private final Corpus names = new Corpus();
  private final Corpus texts = new Corpus();
  private final Corpus values = new Corpus();
  private final Letters letters = new Letters();
  private final Map<String, Integer> groups = new HashMap<>();
  private boolean crosses;

  /** Whether any field of an object has a path, against which flat names are held. */
  private boolean paths;

  private final Map<String, List<Draft>> drafts = new LinkedHashMap<>();

  /** What each object is called, as standard terms. */
  private final Map<String, List<List<String>>> titles = new HashMap<>();

  Profiler(Thesaurus thesaurus, List<Schema> schemas) {
    this.thesaurus = thesaurus;
    this.twins = new Twins(thesaurus);
    this.words =
        new Words(SchemaAbbreviations.of(thesaurus, schemas), Vocabulary.of(thesaurus, schemas));
  }

  /** Adds an object without what its references lead to. */
  void add(String side, SchemaObject object, List<Map<String, Object>> records) {
    add(side, object, Map.of(), records);
  }

  /**
   * Adds an object; call for all before {@link #profiles}.
   *
   * @param behind fields behind its references, by path
   */
  void add(
      String side,
      SchemaObject object,
      Map<String, Crossing> behind,
      List<Map<String, Object>> records) {
    List<String> named = words.ofName(object.name());
    List<String> labelled = words.ofLabel(object.label());
    Set<String> own = new LinkedHashSet<>(named);
    own.addAll(labelled);
    own.addAll(standard(named));
    own.addAll(standard(labelled));
    titles.put(
        side + " " + object.name(),
        Stream.of(named, labelled)
            .map(this::standard)
            .filter(t -> !t.isEmpty())
            .distinct()
            .toList());
    List<Draft> list = new ArrayList<>();
    Siblings siblings = new Siblings(object, words);
    for (Field field : object.fields()) {
      Draft draft = draft(object, own, field, records, siblings);
      draft.group = group(side, object, siblings.group(field.name()));
      String children = siblings.children(field.name());
      draft.beginning = siblings.beginning(field.name());
      draft.children = children.isEmpty() ? -1 : group(side, object, children);
      list.add(draft);
      count(draft);
      paths |= !draft.parents.isEmpty();
    }
    giveRoles(list);
    twins.find(list);
    for (Crossing crossing : behind.values()) {
      Draft draft = draft(object, own, crossing.asField(), holding(records, crossing), siblings);
      draft.crossing = crossing;
      crosses = true;
      draft.group = group(side, object, crossing.reference().name() + " >");
      list.add(draft);
      count(draft);
    }
    drafts.put(side + " " + object.name(), list);
  }

  /** Most records hold only the key of what they refer to; these say nothing of what is behind. */
  private static List<Map<String, Object>> holding(
      List<Map<String, Object>> records, Crossing crossing) {
    return records.stream()
        .filter(
            r -> r.get(crossing.relationship()) instanceof Map || r.containsKey(crossing.path()))
        .toList();
  }

  private void count(Draft draft) {
    List<String> all = new ArrayList<>(draft.leaf);
    all.addAll(draft.parents);
    all.addAll(draft.label);
    all.addAll(draft.meaning);
    all.addAll(draft.labelMeaning);
    names.add(all);
    texts.add(draft.text);
    values.add(draft.valueWords);
  }

  private void giveRoles(List<Draft> list) {
    Map<Integer, List<Draft>> byGroup = new LinkedHashMap<>();
    list.forEach(d -> byGroup.computeIfAbsent(d.group, g -> new ArrayList<>()).add(d));
    byGroup
        .values()
        .forEach(members -> {
          List<List<String>> names =
              members.stream()
                  .map(d ->
                      thesaurus.standardise(
                          d.leaf.subList(Math.min(d.beginning, d.leaf.size()), d.leaf.size())))
                  .toList();
          Draft any = members.get(0);
          boolean nested = any.beginning > 0 || !any.parents.isEmpty();
          List<Optional<AddressRoles.Role>> roles = AddressRoles.of(names, nested);
          boolean address = nested && roles.stream().anyMatch(Optional::isPresent);
          for (int i = 0; i < members.size(); i++) {
            members.get(i).role = roles.get(i);
            members.get(i).inAddress = address;
          }
        });
  }

  /** The profiles of an object that was added. */
  List<FieldProfile> profiles(String side, String object) {
    return finish(side + " " + object, ForObject.ANY);
  }

  /** The same, to be compared with the fields of one object of the other side. */
  List<FieldProfile> profiles(String side, String object, String otherSide, String other) {
    List<List<String>> called = titles.getOrDefault(otherSide + " " + other, List.of());
    return finish(side + " " + object, new ForObject(called, this::standard));
  }

  private List<FieldProfile> finish(String object, ForObject other) {
    List<FieldProfile> out = new ArrayList<>();
    for (Draft draft : drafts.getOrDefault(object, List.of())) {
      out.add(finish(draft, other));
    }
    return out;
  }

  private int group(String side, SchemaObject object, String name) {
    int number =
        groups.computeIfAbsent(side + "|" + object.name() + "|" + name, k -> groups.size());
    return name.startsWith(Siblings.BEGINNING) ? -2 - number : number;
  }

  /** All words of names and labels that were added. */
  Corpus names() {
    return names;
  }

  private List<String> standard(List<String> stems) {
    return stems.isEmpty()
        ? List.of()
        : standard.computeIfAbsent(List.copyOf(stems), thesaurus::standardise);
  }

  private Draft draft(
      SchemaObject object,
      Set<String> own,
      Field field,
      List<Map<String, Object>> records,
      Siblings siblings) {
    List<String> path = siblings.path(field.name());
    Draft d = new Draft(object, field);
    d.spelled = path.get(path.size() - 1).toLowerCase(Locale.ROOT);
    for (int i = 0; i < path.size() - 1; i++) {
      d.add(words.ofName(path.get(i)));
    }
    if (field.partOf() != null) {
      d.add(words.ofName(field.partOf()));
    }
    d.leaf.addAll(words.ofName(path.get(path.size() - 1)));
    if (VALUE.equals(d.leaf) && !d.parents.isEmpty()) {
      d.leaf.clear(); // {@code CustomerRef.value} is the customer
      d.leaf.addAll(d.parents);
      d.parents.clear();
      d.near = 0;
    }
    d.label.addAll(words.ofLabel(field.label()));
    d.own = own;
    d.meaning.addAll(standard(d.leaf));
    d.labelMeaning.addAll(standard(d.label));
    d.heading.addAll(words.ofLabel(field.group()));
    d.text.addAll(d.leaf);
    d.text.addAll(d.parents);
    d.text.addAll(d.label);
    d.text.addAll(words.ofText(field.description()));
    d.text.addAll(d.heading);
    int shown = 0;
    for (PicklistValue value : field.values()) {
      if (shown++ < 30) {
        d.text.addAll(words.ofText(value.shown()));
      }
    }
    d.samples = SampleProfile.of(field, records);
    d.options = options(field);
    valueWords(d);
    d.letters =
        letters.add(Words.bare(field.name()), orEmpty(field.label()), orEmpty(field.description()));
    return d;
  }

  /** The words of picklist values and samples, where these are words and not numbers or dates. */
  private static void valueWords(Draft d) {
    Set<String> all = new LinkedHashSet<>(d.options.keySet());
    if (d.samples.format() == null) {
      all.addAll(d.samples.distinct().keySet());
    }
    int looked = 0;
    for (String value : all) {
      if (looked++ >= MOST_VALUES) {
        break;
      }
      for (String word : value.split(" ")) {
        d.valueWords.add(word);
      }
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private TextVector own(Draft d) {
    Bag bag = new Bag();
    for (String word : d.leaf.isEmpty() ? d.label : d.called()) {
      bag.add(texts.id(word), texts.rarity(word));
    }
    return bag.vector(false);
  }

  private FieldProfile finish(Draft d, ForObject other) {
    List<String> whole = new ArrayList<>(d.parents);
    whole.addAll(d.leaf);
    ForObject.Head head = other.of(d.leaf, d.own);
    ForObject.Head labelHead = d.label.equals(d.leaf) ? head : other.of(d.label, d.own);
    Set<String> own = new LinkedHashSet<>(d.own);
    own.addAll(head.words());
    own.addAll(labelHead.words());
    List<String> phrases = new Phrases(this::standard).of(d, own);
    Set<Integer> groups = new LinkedHashSet<>();
    for (String phrase : phrases) {
      groups.addAll(thesaurus.fields().getOrDefault(phrase, Set.of()));
    }
    if (d.role.filter(AddressRoles.Role.STATE::equals).isPresent()) {
      groups.removeAll(thesaurus.fields().getOrDefault(STATUS, Set.of())); // no state of affairs
    }
    List<String> context = new ArrayList<>(standard(d.parents));
    context.addAll(d.heading);
    context.addAll(d.own);
    TextVector parents = names.vector(context);
    boolean headed = paths && d.parents.isEmpty() && !d.head().isEmpty();
    if (headed) {
      context.addAll(standard(d.head()));
    }
    List<String> called = d.called();
    List<String> above = d.above();
    List<String> term = standard(called);
    List<String> termsAbove = standard(above);
    // Most labels say what the name says, and most names are no other word's standard term.
    boolean same = d.label.equals(called) && above.isEmpty();
    TextVector name = vector(called, above, own);
    TextVector label = same ? name : vector(d.label, List.of(), own);
    boolean plain = term.equals(called) && termsAbove.equals(above);
    TextVector meaning = plain ? name : vector(term, termsAbove, own);
    TextVector labelMeaning = same ? meaning : vector(d.labelMeaning, List.of(), own);
    Field field = d.field;
    boolean permission = Markers.permission(List.of(d.leaf, d.label));
    return new FieldProfile(
        d.object.name(),
        field,
        List.copyOf(d.leaf),
        name,
        label,
        meaning,
        labelMeaning,
        texts.vector(d.text),
        parents,
        headed ? names.vector(context) : parents,
        !d.parents.isEmpty(),
        phrases,
        permission ? Markers.allows(List.of(d.leaf, d.label)) : Markers.inUse(phrases),
        sorted(phrases.stream().map(names::id).toList()),
        sorted(groups),
        trigrams(String.join("", d.leaf.isEmpty() ? d.label : d.leaf)),
        d.spelled,
        field.name().indexOf('_') >= 0,
        own(d),
        values.vector(d.valueWords),
        letters.vector(d.letters),
        d.group,
        d.children,
        d.options,
        d.samples,
        numbers(d.more),
        Sort.of(field.type(), d.meaning, d.labelMeaning),
        Measure.of(field, d.leaf, d.label),
        subject(d),
        d.role.orElse(null),
        permission,
        Markers.qualifiers(
            List.of(whole, d.label),
            List.of(d.meaning, d.labelMeaning),
            d.whichAddress(),
            List.of(head.number(), labelHead.number())),
        head.named() || labelHead.named(),
        numbers(via(d)),
        numbers(around(d)),
        d.crossing,
        Markers.isFading(field));
  }

  private TextVector vector(List<String> own, List<String> parents, Set<String> object) {
    Bag bag = new Bag();
    List<String> main = new ArrayList<>(own.size());
    List<String> ofObject = new ArrayList<>();
    for (String word : own) {
      (object.contains(word) ? ofObject : main).add(word);
    }
    if (main.isEmpty()) {
      names.into(bag, own, 1);
    } else {
      names.into(bag, main, main.size() > 1 ? Markers::heed : w -> 1);
      names.into(bag, ofObject, OBJECT);
    }
    if (!own.isEmpty() && !parents.isEmpty()) {
      names.into(bag, parents.stream().filter(w -> !own.contains(w)).toList(), PARENT);
    }
    return bag.vector(true);
  }

  private static int[] sorted(Collection<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private Subject subject(Draft d) {
    boolean reference =
        switch (d.field.type()) {
          case ID, REFERENCE, REFERENCE_ANY -> true;
          default -> false;
        };
    return Subject.of(d.meaning.isEmpty() ? d.labelMeaning : d.meaning, about(d), d.own, reference);
  }

  private int[] numbers(Collection<String> ofNames) {
    if (ofNames.isEmpty()) {
      return NONE;
    }
    return sorted(new LinkedHashSet<>(ofNames.stream().map(names::id).toList()));
  }

  /** The words of the reference behind which a field stands. */
  private List<String> via(Draft d) {
    return d.crossing == null
        ? List.of()
        : standard(words.ofName(d.crossing.relationship())).stream()
            .filter(w -> Markers.heed(w) == 1)
            .toList();
  }

  private List<String> around(Draft d) {
    if (!crosses) {
      return List.of(); // nobody asks
    }
    List<String> all = new ArrayList<>(standard(d.parents));
    all.addAll(d.meaning);
    all.addAll(d.labelMeaning);
    all.removeAll(d.own);
    return all;
  }

  /** The words of the reference behind which a field stands, and of the object it leads to. */
  private List<String> about(Draft d) {
    List<String> all = new ArrayList<>(standard(d.parents));
    if (d.crossing != null) {
      all.addAll(standard(words.ofName(d.crossing.object().name())));
    }
    return all;
  }

  static Map<String, String> options(Field field) {
    Map<String, String> out = new LinkedHashMap<>();
    for (PicklistValue value : field.values()) {
      out.putIfAbsent(Values.normal(value.value()), value.value());
    }
    for (PicklistValue value : field.values()) {
      out.putIfAbsent(Values.normal(value.shown()), value.value());
    }
    out.remove("");
    return out;
  }

  static int[] trigrams(String word) {
    String padded = "^" + word + "$";
    int[] all = new int[Math.max(0, padded.length() - 2)];
    for (int i = 0; i < all.length; i++) {
      all[i] = padded.charAt(i) * 31 * 31 + padded.charAt(i + 1) * 31 + padded.charAt(i + 2);
    }
    Arrays.sort(all);
    int n = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[n++] = all[i];
      }
    }
    return Arrays.copyOf(all, n);
  }
}
