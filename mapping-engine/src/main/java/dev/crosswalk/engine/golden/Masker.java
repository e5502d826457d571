package dev.crosswalk.engine.golden;

import dev.crosswalk.engine.mapping.FieldMapping;
import dev.crosswalk.engine.mapping.Mapping;
import dev.crosswalk.engine.schema.Field;
import dev.crosswalk.engine.schema.PicklistValue;
import dev.crosswalk.engine.schema.SchemaObject;
import dev.crosswalk.engine.transform.Lookups;
import dev.crosswalk.engine.transform.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Masks source records so that a mapping does to them what it does to the real ones: a phone stays
 * a valid phone of its region, an e-mail an e-mail, a date a date; choices, flags, lengths and
 * whatever the mapping asks for by its very value stay as they are.
 */
public final class Masker {
  private static final Set<String> FLAGS =
      Set.of("true", "false", "yes", "no", "y", "n", "t", "f", "on", "off", "0", "1");

  private final Map<String, Set<String>> steps = new HashMap<>();
  private final Map<String, Set<String>> literals = new HashMap<>();
  private final @Nullable SchemaObject source;
  private final Lookups lookups;
  private final TextMask texts;
  private final EmailMask emails;
  private final UrlMask urls;
  private final PhoneMask phones;
  private final DateMask dates;

  /**
   * @param source the source object, where it is known
   * @param lookups tables of the workspace: what stands in one is nobody's secret
   */
  public Masker(MaskKey key, Mapping mapping, @Nullable SchemaObject source, Lookups lookups) {
    this.source = source;
    this.lookups = lookups;
    this.texts = new TextMask(key);
    this.emails = new EmailMask(key, texts);
    this.urls = new UrlMask(texts, emails);
    this.phones = new PhoneMask(key, texts, mapping.defaults().region());
    this.dates = new DateMask(key);
    mapping.fields().values().forEach(this::note);
    mapping
        .where()
        .forEach(w -> {
          List<?> values = w.value() instanceof List<?> list ? list : List.of(shown(w.value()));
          values.forEach(v -> literal(w.field(), shown(v)));
        });
  }

  private void note(FieldMapping field) {
    for (String path : field.sources()) {
      for (FieldMapping.StepCall step : field.use()) {
        steps.computeIfAbsent(path, p -> new HashSet<>()).add(step.name());
        step.parameters().values().forEach(value -> literals(path, value));
        if (step.parameters().get("table") instanceof String table) {
          lookups.find(table).ifPresent(found -> found.rows().forEach(row -> literals(path, row)));
        }
      }
      if (field.values() != null) {
        field.values().map().keySet().forEach(v -> literal(path, v));
      }
    }
  }

  /** Everything that a parameter names, at any depth. */
  private void literals(String path, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach((key, inner) -> {
            literal(path, String.valueOf(key));
            literals(path, inner);
          });
      case List<?> list -> list.forEach(inner -> literals(path, inner));
      case null, default -> literal(path, shown(value));
    }
  }

  private void literal(String path, String value) {
    literals.computeIfAbsent(path, p -> new HashSet<>()).add(value);
  }

  private static String shown(@Nullable Object value) {
    String text = Texts.of(value);
    return text == null ? "" : text;
  }

  /** The record with the same keys and masked values. */
  public Map<String, @Nullable Object> mask(Map<String, ? extends @Nullable Object> record) {
    return object(record, "");
  }

  private Map<String, @Nullable Object> object(Map<?, ?> map, String path) {
    Map<String, @Nullable Object> masked = new LinkedHashMap<>();
    map.forEach((key, value) -> {
      String name = String.valueOf(key);
      masked.put(name, value(value, path.isEmpty() ? name : path + "." + name));
    });
    return masked;
  }

  private @Nullable Object value(@Nullable Object value, String path) {
    return switch (value) {
      case null -> null;
      case Boolean flag -> flag;
      case Map<?, ?> map -> object(map, path);
      case List<?> list -> {
        List<@Nullable Object> masked = new ArrayList<>();
        list.forEach(item -> masked.add(value(item, path)));
        yield masked;
      }
      default -> scalar(value, path);
    };
  }

  private Object scalar(Object value, String path) {
    String text = shown(value);
    if (text.isBlank() || literals.getOrDefault(path, Set.of()).contains(text.strip())) {
      return value;
    }
    Field field = source == null ? null : source.field(path).orElse(null);
    MaskKind kind = MaskKind.of(path, field, steps.getOrDefault(path, Set.of()));
    if (kind == MaskKind.KEPT && (field == null || isChoice(field, text))) {
      return value;
    }
    return value instanceof Number number ? number(number, kind) : text(text, kind);
  }

  /** A value outside the list of a picklist may be anything that somebody typed. */
  private static boolean isChoice(Field field, String text) {
    if (!field.type().isPicklist() || field.values().isEmpty()) {
      return true;
    }
    List<String> known = field.values().stream().map(PicklistValue::value).toList();
    return known.contains(text) || known.containsAll(List.of(text.split(";")));
  }

  private Object number(Number number, MaskKind kind) {
    if (number instanceof Double d && !Double.isFinite(d)) {
      return number;
    }
    BigDecimal exact = new BigDecimal(number.toString());
    boolean whole = exact.scale() <= 0 && exact.precision() - (long) exact.scale() <= 18;
    if (kind == MaskKind.DATE && whole) {
      return dates.epoch(exact.longValueExact());
    }
    BigInteger digits = new BigInteger(texts.mask("number", exact.unscaledValue().toString()));
    BigDecimal masked = new BigDecimal(digits, exact.scale());
    return whole ? (Object) masked.longValueExact() : masked;
  }

  private String text(String text, MaskKind kind) {
    return switch (kind) {
      case PHONE -> phones.mask(text);
      case DATE -> dates.mask(text);
      case NUMBER -> texts.maskDigits(text);
      case ID -> texts.mask("id", text);
      case TEXT, KEPT -> prose(text);
    };
  }

  private String prose(String text) {
    if (FLAGS.contains(text.toLowerCase(java.util.Locale.ROOT))) {
      return text;
    }
    if (DateMask.isIso(text) && text.length() <= 35) {
      return dates.mask(text);
    }
    if (UrlMask.isUrl(text)) {
      return urls.mask(text);
    }
    if (looksLikePhone(text) && phones.isPhone(text)) {
      return phones.mask(text);
    }
    return ProseMask.mask(text, texts, emails);
  }

  private static boolean looksLikePhone(String text) {
    return text.length() >= 8
        && text.length() <= 30
        && text.chars().allMatch(c -> c >= '0' && c <= '9' || "+()-./ ".indexOf(c) >= 0)
        && (text.startsWith("+") || text.chars().anyMatch(c -> "()- ".indexOf(c) >= 0));
  }
}
