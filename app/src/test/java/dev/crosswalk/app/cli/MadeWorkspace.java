package dev.crosswalk.app.cli;

import dev.crosswalk.app.WrittenWorkspace;
import java.io.IOException;
import java.nio.file.Path;

/** A small workspace with two customers, one of whom has the e-mail address differently. */
final class MadeWorkspace {
  static final String MAPPING = "mappings/salesforce/contact--person.yaml";
  static final String OVERLAY = "customers/northwind/salesforce/contact--person.yaml";

  private MadeWorkspace() {}

  static WrittenWorkspace in(Path folder) throws IOException {
    WrittenWorkspace workspace = WrittenWorkspace.in(folder);
    workspace.write(
        MAPPING,
        """
        format: crosswalk/v1
        kind: Mapping
        id: salesforce-contact-to-person
        source: { system: salesforce, object: Contact }
        target: { system: acme, object: person }
        fields:
          # how we reach them
          email:
            from: Email
          joined:
            from: CreatedDate
            use: [date]
        """);
    workspace.write(
        OVERLAY,
        """
        format: crosswalk/v1
        kind: Overlay
        extends: salesforce-contact-to-person
        customer: northwind
        fields:
          email:
            from: Mail__c
        """);
    for (String customer : new String[] {"contoso", "northwind"}) {
      workspace.write(
          "customers/" + customer + "/customer.yaml",
          "format: crosswalk/v1\nkind: Customer\nid: "
              + customer
              + "\nname: "
              + customer
              + "\nconnections: { salesforce: "
              + customer
              + " }\nmappings: [salesforce-contact-to-person]\n");
    }
    return workspace;
  }
}
