package dev.crosswalk.engine.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The same mapping as an experienced programmer writes it by hand, for this one pair of objects: no
 * trace, no messages, an exception for the first bad value.
 */
final class HandWritten {
  private static final DateTimeFormatter BIRTH =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX", Locale.ROOT);
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern TAGS = Pattern.compile("<[^>]*>");
  private static final Pattern NO_PHONE = Pattern.compile("[^0-9+]");
  private static final Map<String, String> TIERS =
      Map.of("Gold", "gold", "Silver", "silver", "Tin", "none");
  private static final Map<String, String> STATES =
      Map.of("Open", "open", "Working", "open", "Closed", "closed");

  private HandWritten() {}

  static Map<String, Object> map(Map<String, Object> r) {
    Map<String, Object> out = new LinkedHashMap<>();
    Map<?, ?> account = (Map<?, ?>) r.get("Account");
    Map<?, ?> owner = (Map<?, ?>) r.get("Owner");
    Map<?, ?> address = (Map<?, ?>) r.get("MailingAddress");
    out.put("account_name", trim(account.get("Name")));
    out.put("active", yes(r.get("Active__c")));
    out.put("birth_date", LocalDate.parse(trim(r.get("Birth__c")), BIRTH).toString());
    out.put("city", trim(address.get("city")));
    out.put(
        "contact_email",
        lower(trim(first(r.get("Email"), r.get("Email2__c"), r.get("Email3__c")))));
    out.put("country", upper(trim(address.get("country"))));
    out.put(
        "created_on",
        OffsetDateTime.parse(trim(r.get("CreatedDate")), CREATED)
            .withOffsetSameInstant(java.time.ZoneOffset.UTC)
            .toLocalDate()
            .toString());
    Object department = r.get("Department");
    out.put("department", department == null || department.equals("") ? "none" : department);
    out.put("email", lower(trim(r.get("Email"))));
    out.put("employees", r.get("Employees__c"));
    out.put("external_key", "sf-" + r.get("Id"));
    out.put("first_name", collapse(r.get("FirstName")));
    out.put("full_name", join(r.get("FirstName"), r.get("LastName")));
    out.put("id", r.get("Id"));
    out.put("last_name", cut(collapse(r.get("LastName")), 40));
    out.put("notes", collapse(TAGS.matcher((String) r.get("Description")).replaceAll(" ")));
    out.put("opted_out", r.get("HasOptedOutOfEmail"));
    out.put("owner_email", lower((String) owner.get("Email")));
    out.put("phone", NO_PHONE.matcher((String) r.get("Phone")).replaceAll(""));
    out.put("postal_code", upper((String) address.get("postalCode")));
    out.put("revenue", number(r.get("Revenue__c")));
    out.put("score", number(r.get("Score__c")));
    out.put(
        "segment",
        ((Number) r.get("Employees__c")).longValue() >= 1000 && "Gold".equals(r.get("Tier__c"))
            ? "large"
            : "small");
    out.put("source", "salesforce");
    out.put("status", STATES.getOrDefault((String) r.get("Status__c"), "unknown"));
    out.put("street", collapse(address.get("street")));
    out.put("tags", tags((String) r.get("Tags__c")));
    String tier = (String) r.get("Tier__c");
    out.put("tier", TIERS.getOrDefault(tier, tier));
    out.put("title", cut(trim(r.get("Title")), 20));
    String site = lower(trim(r.get("Website")));
    out.put("website", site.startsWith("https://") ? site : "https://" + site);
    return out;
  }

  private static String trim(Object value) {
    return ((String) value).strip();
  }

  private static String lower(String value) {
    return value.toLowerCase(Locale.ROOT);
  }

  private static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  private static String collapse(Object value) {
    return SPACES.matcher((String) value).replaceAll(" ").strip();
  }

  private static String cut(String value, int length) {
    return value.codePointCount(0, value.length()) <= length
        ? value
        : value.substring(0, value.offsetByCodePoints(0, length));
  }

  private static String first(Object... values) {
    for (Object value : values) {
      if (value instanceof String text && !text.isBlank()) {
        return text;
      }
    }
    throw new IllegalArgumentException("no e-mail");
  }

  private static String join(Object... values) {
    StringBuilder out = new StringBuilder();
    for (Object value : values) {
      if (value instanceof String text && !text.isBlank()) {
        out.append(out.isEmpty() ? "" : " ").append(text);
      }
    }
    return out.toString();
  }

  private static boolean yes(Object value) {
    return switch (lower(trim(value))) {
      case "true", "yes", "y", "1" -> true;
      case "false", "no", "n", "0" -> false;
      default -> throw new IllegalArgumentException(value + " is neither true nor false");
    };
  }

  private static Object number(Object value) {
    BigDecimal number = new BigDecimal(trim(value).replace(",", "").replace("$", ""));
    return number.scale() <= 0 ? (Object) number.longValueExact() : number;
  }

  private static List<String> tags(String value) {
    List<String> tags = new ArrayList<>();
    for (String tag : value.split(";")) {
      String text = tag.strip();
      if (!text.isEmpty()) {
        tags.add(text);
      }
    }
    return tags;
  }
}
