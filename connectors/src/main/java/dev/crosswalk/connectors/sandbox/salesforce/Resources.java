package dev.crosswalk.connectors.sandbox.salesforce;

import dev.crosswalk.connectors.sandbox.data.FieldDef;
import dev.crosswalk.connectors.sandbox.data.ObjectDef;
import dev.crosswalk.connectors.sandbox.server.Request;
import dev.crosswalk.connectors.sandbox.server.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The resources below {@code /services/data/vNN.0}; nothing can be written. */
final class Resources {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final Catalog catalog;
  private final Describe describe;
  private final Queries queries;
  private final Batches batches;
  private final IntSupplier used;

  Resources(Catalog catalog, String baseUrl, IntSupplier used) {
    this.catalog = catalog;
    this.describe = new Describe(catalog, baseUrl);
    this.queries = new Queries(catalog);
    this.batches = new Batches(this::handle);
    this.used = used;
  }

  Response handle(Request request, String version, List<String> parts) {
    String first = parts.isEmpty() ? "" : parts.get(0);
    if (first.equals("composite")) {
      return request.method().equals("POST")
          ? batches.handle(request, version, parts.size() > 1 ? parts.get(1) : "")
          : Errors.method(request.method(), "HEAD,POST");
    }
    if (!List.of("GET", "HEAD").contains(request.method())) {
      return Errors.method(request.method(), "HEAD,GET");
    }
    return switch (first) {
      case "" -> Response.json(200, index(version));
      case "sobjects" -> objects(request, version, parts);
      case "query", "queryAll" ->
          parts.size() > 1 ? queries.more(parts.get(1), version) : queries.first(request, version);
      case "limits" -> Response.json(200, limits());
      default -> Errors.notFound();
    };
  }

  private static Map<String, Object> index(String version) {
    Map<String, Object> index = new TreeMap<>();
    for (String each : List.of("composite", "limits", "query", "queryAll", "sobjects")) {
      index.put(each, "/services/data/v" + version + "/" + each);
    }
    return index;
  }

  private Response objects(Request request, String version, List<String> parts) {
    if (parts.size() == 1) {
      return conditional(request, () -> describe.global(version));
    }
    Optional<ObjectDef> object = catalog.object(parts.get(1));
    if (object.isEmpty()) {
      return Errors.notFound();
    }
    ObjectDef found = object.get();
    if (parts.size() == 2) {
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("objectDescribe", describe.brief(found, version));
      answer.put("recentItems", List.of());
      return Response.json(200, answer);
    }
    return parts.get(2).equals("describe")
        ? parts.size() == 3
            ? conditional(request, () -> describe.object(found, version))
            : Errors.notFound()
        : parts.size() == 3 ? record(request, version, found, parts.get(2)) : Errors.notFound();
  }

  private Response record(Request request, String version, ObjectDef object, String id) {
    Map<String, @Nullable Object> record = catalog.record(object, id).orElse(null);
    if (record == null) {
      return Errors.of(404, "NOT_FOUND", "The requested resource does not exist");
    }
    List<String> wanted =
        request.parameter("fields").map(f -> List.of(f.split(",", -1))).orElse(List.of());
    Map<String, @Nullable Object> answer =
        RecordJson.start(object, String.valueOf(record.get("Id")), version);
    for (String name : wanted) {
      if (object.field(name.strip()).isEmpty()) {
        return Errors.of(
            400,
            "INVALID_FIELD",
            "No such column '%s' on sobject of type %s".formatted(name, object.name()));
      }
    }
    for (FieldDef field : object.fields()) {
      if (wanted.isEmpty()
          || wanted.stream().anyMatch(w -> w.strip().equalsIgnoreCase(field.name()))) {
        answer.put(field.name(), RecordJson.value(object, field, record));
      }
    }
    return Response.json(200, answer);
  }

  /** 304 where the client has the newest answer (RFC 9110, section 13.1.3). */
  private Response conditional(Request request, Supplier<Object> body) {
    Instant changed = catalog.changed();
    String since = request.header("if-modified-since");
    Response response =
        !since.isEmpty() && !before(since, changed)
            ? Response.empty(304)
            : Response.json(200, body.get());
    return response.with("Last-Modified", HTTP_DATE.format(changed));
  }

  private static boolean before(String httpDate, Instant changed) {
    try {
      return ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME)
          .toInstant()
          .isBefore(changed);
    } catch (DateTimeException e) {
      return true;
    }
  }

  private Map<String, Object> limits() {
    int left = Math.max(0, SalesforceApi.DAILY_CALLS - used.getAsInt());
    Map<String, Object> limits = new TreeMap<>();
    limits.put("DailyApiRequests", Map.of("Max", SalesforceApi.DAILY_CALLS, "Remaining", left));
    limit(limits, "ConcurrentAsyncGetReportInstances", 200);
    limit(limits, "ConcurrentSyncReportRuns", 20);
    limit(limits, "DailyAsyncApexExecutions", 250_000);
    limit(limits, "DailyBulkApiBatches", 15_000);
    limit(limits, "DailyBulkV2QueryJobs", 10_000);
    limit(limits, "DailyDurableStreamingApiEvents", 10_000);
    limit(limits, "DailyGenericStreamingApiEvents", 10_000);
    limit(limits, "DailyWorkflowEmails", 390);
    limit(limits, "DataStorageMB", 5);
    limit(limits, "FileStorageMB", 20);
    limit(limits, "HourlyAsyncReportRuns", 1200);
    limit(limits, "HourlyODataCallout", 10_000);
    limit(limits, "HourlyTimeBasedWorkflow", 50);
    limit(limits, "MassEmail", 10);
    limit(limits, "SingleEmail", 15);
    limit(limits, "StreamingApiConcurrentClients", 20);
    return limits;
  }

  private static void limit(Map<String, Object> limits, String name, int max) {
    limits.put(name, Map.of("Max", max, "Remaining", max));
  }

  /** The list of what a request asks for, split for a batch part. */
  static List<String> split(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return parts;
  }
}
