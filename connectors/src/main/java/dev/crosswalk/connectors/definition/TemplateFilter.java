package dev.crosswalk.connectors.definition;

import dev.crosswalk.engine.schema.Field;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The filters of templates, {@code ${value|filter:"argument"}}. */
enum TemplateFilter {
  LOWER(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return text(value).toLowerCase(Locale.ROOT);
    }
  },
  UPPER(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return text(value).toUpperCase(Locale.ROOT);
    }
  },
  TRIM(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return text(value).strip();
    }
  },
  URLENCODE(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return URLEncoder.encode(text(value), StandardCharsets.UTF_8).replace("+", "%20");
    }
  },
  BASE64(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return Base64.getEncoder().encodeToString(text(value).getBytes(StandardCharsets.UTF_8));
    }
  },
  /** The host of a URL, with the port where it is not the usual one. */
  HOST(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      URI uri = URI.create(text(value).strip());
      boolean usual =
          uri.getPort() < 0 || (uri.getPort() == 443 && "https".equals(uri.getScheme()));
      String host = uri.getHost();
      return host == null ? "" : usual ? host : host + ":" + uri.getPort();
    }
  },
  /** The slashes of a value in an address stay as they are; the template itself sees to it. */
  PATH(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return text(value);
    }
  },
  INT(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return Long.parseLong(text(value).strip());
    }
  },
  JOIN(1) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return value instanceof List<?> list
          ? String.join(arguments.get(0), list.stream().map(String::valueOf).toList())
          : text(value);
    }
  },
  REPLACE(2) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return text(value).replace(arguments.get(0), arguments.get(1));
    }
  },
  /** The names of a list of fields. */
  NAMES(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      List<Object> names = new ArrayList<>();
      for (Object each : value instanceof List<?> list ? list : List.of(value)) {
        names.add(each instanceof Field field ? field.name() : String.valueOf(each));
      }
      return names;
    }
  },
  /** Names with dots as GraphQL writes them: {@code id address { city street }}. */
  NEST(0) {
    @Override
    Object apply(Object value, List<String> arguments) {
      Branch root = new Branch(new LinkedHashMap<>());
      for (Object each : value instanceof List<?> list ? list : List.of(value)) {
        Branch at = root;
        for (String part : text(each).split("\\.", -1)) {
          at = at.parts().computeIfAbsent(part, _ -> new Branch(new LinkedHashMap<>()));
        }
      }
      return root.toString();
    }
  },
  /** Stands in for a value that is missing; the template itself applies it. */
  DEFAULT(1) {
    @Override
    Object apply(Object value, List<String> arguments) {
      return value;
    }
  };

  /** A name with what is asked for inside it. */
  private record Branch(Map<String, Branch> parts) {
    @Override
    public String toString() {
      List<String> words = new ArrayList<>();
      parts.forEach(
          (name, inner) -> words.add(inner.parts().isEmpty() ? name : name + " { " + inner + " }"));
      return String.join(" ", words);
    }
  }

  private final int arguments;

  TemplateFilter(int arguments) {
    this.arguments = arguments;
  }

  abstract Object apply(Object value, List<String> arguments);

  /** How many arguments it takes. */
  int arguments() {
    return arguments;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<TemplateFilter> ofWord(String word) {
    for (TemplateFilter filter : values()) {
      if (filter.word().equals(word)) {
        return Optional.of(filter);
      }
    }
    return Optional.empty();
  }

  static String text(@Nullable Object value) {
    return value instanceof List<?> list
        ? String.join(",", list.stream().map(TemplateFilter::text).toList())
        : value instanceof Field field ? field.name() : String.valueOf(value);
  }
}
