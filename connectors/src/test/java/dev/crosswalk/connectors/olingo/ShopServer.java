package dev.crosswalk.connectors.olingo;

import dev.crosswalk.connectors.guide.FakeServer.Reply;
import dev.crosswalk.connectors.guide.FakeServer.Seen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.olingo.commons.api.data.ComplexValue;
import org.apache.olingo.commons.api.data.ContextURL;
import org.apache.olingo.commons.api.data.Entity;
import org.apache.olingo.commons.api.data.EntityCollection;
import org.apache.olingo.commons.api.data.Property;
import org.apache.olingo.commons.api.data.ValueType;
import org.apache.olingo.commons.api.edm.EdmEntitySet;
import org.apache.olingo.commons.api.format.ContentType;
import org.apache.olingo.commons.api.http.HttpHeader;
import org.apache.olingo.commons.api.http.HttpMethod;
import org.apache.olingo.server.api.OData;
import org.apache.olingo.server.api.ODataApplicationException;
import org.apache.olingo.server.api.ODataHttpHandler;
import org.apache.olingo.server.api.ODataLibraryException;
import org.apache.olingo.server.api.ODataRequest;
import org.apache.olingo.server.api.ODataResponse;
import org.apache.olingo.server.api.ServiceMetadata;
import org.apache.olingo.server.api.processor.EntityCollectionProcessor;
import org.apache.olingo.server.api.processor.EntityProcessor;
import org.apache.olingo.server.api.serializer.EntityCollectionSerializerOptions;
import org.apache.olingo.server.api.serializer.EntitySerializerOptions;
import org.apache.olingo.server.api.uri.UriInfo;
import org.apache.olingo.server.api.uri.UriResourceEntitySet;
import org.apache.olingo.server.api.uri.queryoption.SelectOption;
import org.apache.olingo.server.api.uri.queryoption.TopOption;

/** Apache Olingo's server, which checks addresses and writes answers; only the rows are ours. */
final class ShopServer implements EntityCollectionProcessor, EntityProcessor {
  static final int ALL = 25;
  private static final int PAGE = 10;

  private OData odata;
  private ServiceMetadata metadata;

  @Override
  public void init(OData data, ServiceMetadata service) {
    this.odata = data;
    this.metadata = service;
  }

  /** One request, without a servlet container. */
  static Reply answer(Seen seen) {
    OData odata = OData.newInstance();
    ODataHttpHandler handler =
        odata.createHandler(odata.createServiceMetadata(new ShopModel(), List.of()));
    handler.register(new ShopServer());
    String query =
        seen.query().entrySet().stream()
            .map(e ->
                e.getKey()
                    + "="
                    + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("&"));
    String base = "http://127.0.0.1/shop";
    String path = seen.path().substring("/shop".length());
    ODataRequest request = new ODataRequest();
    request.setMethod(HttpMethod.valueOf(seen.method()));
    request.setProtocol("HTTP/1.1");
    request.setRawBaseUri(base);
    request.setRawODataPath(path);
    request.setRawQueryPath(query.isEmpty() ? null : query);
    request.setRawRequestUri(base + path + (query.isEmpty() ? "" : "?" + query));
    for (String header : List.of("accept", "odata-maxversion")) {
      if (seen.headers().containsKey(header)) {
        request.setHeader(
            header.equals("accept") ? HttpHeader.ACCEPT : HttpHeader.ODATA_MAX_VERSION,
            seen.headers().get(header));
      }
    }
    ODataResponse response = handler.process(request);
    try {
      String body =
          response.getContent() == null
              ? ""
              : new String(response.getContent().readAllBytes(), StandardCharsets.UTF_8);
      String type = response.getHeader(HttpHeader.CONTENT_TYPE);
      return new Reply(
          response.getStatusCode(),
          body,
          type == null ? "text/plain" : type.toLowerCase(Locale.ROOT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void readEntityCollection(
      ODataRequest request, ODataResponse response, UriInfo uri, ContentType format)
      throws ODataLibraryException {
    EdmEntitySet set = ((UriResourceEntitySet) uri.getUriResourceParts().get(0)).getEntitySet();
    TopOption top = uri.getTopOption();
    int from =
        uri.getSkipTokenOption() == null
            ? 0
            : Integer.parseInt(uri.getSkipTokenOption().getValue());
    int to = Math.min(Math.min(ALL, top == null ? ALL : top.getValue()), from + PAGE);
    EntityCollection page = new EntityCollection();
    for (int i = from; i < to; i++) {
      page.getEntities().add(customer(i));
    }
    if (to < Math.min(ALL, top == null ? ALL : top.getValue())) {
      page.setNext(
          URI.create(
              "Customers?$skiptoken=" + to + "&$top=" + (top == null ? ALL : top.getValue())));
    }
    SelectOption select = uri.getSelectOption();
    ContextURL context =
        ContextURL.with()
            .entitySet(set)
            .selectList(
                odata
                    .createUriHelper()
                    .buildContextURLSelectList(set.getEntityType(), null, select))
            .build();
    response.setContent(
        odata
            .createSerializer(format)
            .entityCollection(
                metadata,
                set.getEntityType(),
                page,
                EntityCollectionSerializerOptions.with().contextURL(context).select(select).build())
            .getContent());
    response.setStatusCode(200);
    response.setHeader(HttpHeader.CONTENT_TYPE, format.toContentTypeString());
  }

  @Override
  public void readEntity(
      ODataRequest request, ODataResponse response, UriInfo uri, ContentType format)
      throws ODataApplicationException, ODataLibraryException {
    UriResourceEntitySet resource = (UriResourceEntitySet) uri.getUriResourceParts().get(0);
    int id = Integer.parseInt(resource.getKeyPredicates().get(0).getText());
    if (id >= ALL) {
      throw new ODataApplicationException("There is none.", 404, Locale.ROOT);
    }
    SelectOption select = uri.getSelectOption();
    ContextURL context =
        ContextURL.with()
            .entitySet(resource.getEntitySet())
            .suffix(ContextURL.Suffix.ENTITY)
            .selectList(
                odata
                    .createUriHelper()
                    .buildContextURLSelectList(resource.getEntityType(), null, select))
            .build();
    response.setContent(
        odata
            .createSerializer(format)
            .entity(
                metadata,
                resource.getEntityType(),
                customer(id),
                EntitySerializerOptions.with().contextURL(context).select(select).build())
            .getContent());
    response.setStatusCode(200);
    response.setHeader(HttpHeader.CONTENT_TYPE, format.toContentTypeString());
  }

  @Override
  public void createEntity(
      ODataRequest request,
      ODataResponse response,
      UriInfo uri,
      ContentType in,
      ContentType format) {
    response.setStatusCode(405);
  }

  @Override
  public void updateEntity(
      ODataRequest request,
      ODataResponse response,
      UriInfo uri,
      ContentType in,
      ContentType format) {
    response.setStatusCode(405);
  }

  @Override
  public void deleteEntity(ODataRequest request, ODataResponse response, UriInfo uri) {
    response.setStatusCode(405);
  }

  private static Entity customer(int i) {
    Entity entity = new Entity();
    ComplexValue home = new ComplexValue();
    home.getValue().add(new Property(null, "Street", ValueType.PRIMITIVE, "Street " + i));
    home.getValue().add(new Property(null, "City", ValueType.PRIMITIVE, "Bergen"));
    Map.of(
            "Id",
            i,
            "Name",
            "Customer " + i,
            "Limit",
            new BigDecimal("12.50"),
            "Since",
            new GregorianCalendar(2026, 10, 21),
            "BossId",
            0)
        .forEach((name, value) ->
            entity.addProperty(new Property(null, name, ValueType.PRIMITIVE, value)));
    entity.addProperty(
        new Property(
            null, "Changed", ValueType.PRIMITIVE, Timestamp.valueOf("2026-11-21 03:00:00")));
    entity.addProperty(new Property(null, "Tier", ValueType.ENUM, i % 2));
    entity.addProperty(new Property(null, "Home", ValueType.COMPLEX, home));
    return entity;
  }
}
